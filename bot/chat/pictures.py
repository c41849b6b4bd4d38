"""Pictures on their way to Telegram: drawn in a thread, uploaded once per bot, then sent by ``file_id``."""

import asyncio

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram import InputFile, Message

from bot.db.database import Database
from bot.figures import cards
from bot.services import media

log = structlog.get_logger(__name__)


class Pictures:
    """Turns a picture into what a call to Telegram takes, and learns the ``file_id`` from its answer."""

    def __init__(self, database: Database, bot_id: int) -> None:
        self._database = database
        self._bot_id = bot_id

    async def file(self, picture: cards.Picture) -> str | InputFile:
        """Return the ``file_id`` where there is one, else the freshly drawn file."""
        known = await self._database.run(media.file_id, self._bot_id, cards.key(picture))
        return known or await self.draw(picture)

    async def draw(self, picture: cards.Picture) -> InputFile:
        """Return the picture as a file with a proper name: Telegram judges files by their names."""
        data = await asyncio.to_thread(cards.draw, picture)
        return InputFile(data, filename=f"{cards.key(picture)}.jpg", attach=True)

    async def learn(self, picture: cards.Picture, file: str | InputFile, message: Message) -> None:
        """Remember the ``file_id`` of a file that was uploaded just now.

        Never raises: the message is out already, and must not count as lost because of this.
        """
        if isinstance(file, str) or not message.photo:
            return
        file_id = message.photo[-1].file_id
        try:
            await self._database.run(media.remember, self._bot_id, cards.key(picture), file_id)
        except SQLAlchemyError as error:
            log.warning("an upload is not remembered", error=type(error).__name__)

    async def forget(self, picture: cards.Picture) -> None:
        """Forget a ``file_id`` that Telegram refused."""
        await self._database.run(media.forget, self._bot_id, cards.key(picture))
