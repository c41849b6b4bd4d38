"""Pictures on their way to Telegram: drawn in a thread, uploaded once per bot, then sent by ``file_id``."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path, PurePosixPath

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram import InputFile, Message

from bot.db.database import Database
from bot.figures import cards
from bot.services import media

log = structlog.get_logger(__name__)

RECENT = 1000
"""So many pictures are remembered without asking the database; what was used longest ago goes first."""


class Pictures:
    """Turns a picture into what a call to Telegram takes, and learns the ``file_id`` from its answer."""

    def __init__(self, database: Database, bot_id: int, content: Path) -> None:
        self._database = database
        self._content = content
        self._bot_id = bot_id
        self._recent: OrderedDict[cards.Picture, str] = OrderedDict()  # a key takes longer to reckon
        self._uploading: dict[str, asyncio.Lock] = {}

    async def known(self, picture: cards.Picture) -> str | None:
        """Return the ``file_id``, None for what was never uploaded, or is one person's own."""
        if isinstance(picture, cards.Made):
            return None
        found = self._recent.get(picture)
        if found is None:
            found = await self._database.run(media.file_id, self._bot_id, cards.key(picture))
        if found:
            self._keep(picture, found)
        return found

    @asynccontextmanager
    async def uploading(self, picture: cards.Picture) -> AsyncIterator[None]:
        """Let one at a time upload a picture: who waited finds it known, and a herd draws it once."""
        if isinstance(picture, cards.Made):
            yield
            return
        key = cards.key(picture)
        lock = self._uploading.setdefault(key, asyncio.Lock())
        try:
            async with lock:
                yield
        finally:
            if not lock.locked():
                self._uploading.pop(key, None)

    async def draw(self, picture: cards.Picture) -> InputFile:
        """Return the picture as a file with a proper name: Telegram judges files by their names."""
        if isinstance(picture, cards.Made):
            return InputFile(picture.data, filename=picture.name, attach=True)
        if isinstance(picture, cards.Shipped):
            shipped = await asyncio.to_thread((self._content / picture.file).read_bytes)
            return InputFile(shipped, filename=_name(picture), attach=True)
        data = await asyncio.to_thread(cards.draw, picture)
        return InputFile(data, filename=f"{cards.key(picture)}.jpg", attach=True)

    async def learn(self, picture: cards.Picture, file: str | InputFile, message: Message) -> None:
        """Remember the ``file_id`` of a file that was uploaded just now.

        Never raises: the message is out already, and must not count as lost because of this.
        """
        if isinstance(picture, cards.Made) or isinstance(file, str):
            return
        if not (message.animation or message.photo):
            return
        file_id = message.animation.file_id if message.animation else message.photo[-1].file_id
        self._keep(picture, file_id)
        try:
            await self._database.run(media.remember, self._bot_id, cards.key(picture), file_id)
        except SQLAlchemyError as error:
            log.warning("an upload is not remembered", error=type(error).__name__)

    async def forget(self, picture: cards.Picture) -> None:
        """Forget a ``file_id`` that Telegram refused."""
        if isinstance(picture, cards.Made):
            return
        self._recent.pop(picture, None)
        await self._database.run(media.forget, self._bot_id, cards.key(picture))

    def _keep(self, picture: cards.Picture, file_id: str) -> None:
        self._recent[picture] = file_id
        self._recent.move_to_end(picture)
        if len(self._recent) > RECENT:
            self._recent.popitem(last=False)


def _name(picture: cards.Shipped) -> str:
    """Return ``push-up-standard.mp4`` for ``exercises/push-up/media/standard.mp4``."""
    path = PurePosixPath(picture.file)
    return f"{path.parent.parent.name}-{path.name}"
