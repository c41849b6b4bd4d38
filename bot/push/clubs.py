"""Breaks of groups: queued, posted once and drawn anew when somebody did them. Replicas share the work."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

import structlog
from sqlmodel import Session

from bot.chat.delivery import Door, Place
from bot.chat.errors import Sent, Trouble
from bot.chat.screens import clubs as screens
from bot.chat.turn import House
from bot.clock import Clock
from bot.db.database import Database, unreachable
from bot.domain.breaks import PostStatus
from bot.domain.exercises import Library
from bot.push.budget import Budget, Pace, Seconds
from bot.services import breaks, clubs
from bot.services.breaks import Break

log = structlog.get_logger(__name__)

BATCH: Final = 20
"""Posts taken at once: what leaves in the next moments, for what is taken and lost is never posted."""

LONGEST: Final = 15.0
"""Seconds of one round; the next one goes on."""

PATIENCE: Final = 20.0
"""Seconds that a post waits for its turn among the messages to people."""

PAUSE: Final = timedelta(seconds=30)
"""Until a post that surely did not arrive is tried again."""

KIND: Final = "break"
"""What figures call a post of a break."""

Show = Callable[[Break], Awaitable[Sent]]
OnPost = Callable[[str, str], None]
Note = Callable[[Session], object]


@dataclass
class Clubs:
    """One round of all groups; called again and again.

    :param show: sends a break to its group, or edits the message that it has already
    :param on_post: is told kind and outcome of each post: ``sent``, the trouble, or ``skipped``
    """

    database: Database
    library: Library
    show: Show
    clock: Clock
    budget: Budget
    seconds: Seconds = time.monotonic
    on_post: OnPost = lambda _kind, _outcome: None
    _pace: Pace = field(init=False)
    _stopping: bool = field(default=False, init=False)
    _unwritten: list[Note] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self._pace = Pace(self.seconds)

    async def __call__(self) -> None:
        """Queue what is due, post what is queued, draw anew what was ticked."""
        kept, self._unwritten = self._unwritten, []
        await _all(self._write(note) for note in kept)
        now, end = self.clock.now(), self.seconds() + LONGEST
        if not await self.database.run(breaks.anything, now):
            return
        while await self.database.run(breaks.queue_due, self.library, now, BATCH) == BATCH:
            pass
        while not self._stopping and self.seconds() < end:
            taken = await self.database.run(breaks.take, now, BATCH)
            for _ in range(taken.skipped):
                self.on_post(KIND, PostStatus.SKIPPED)
            if not taken.claimed:
                break
            await _all(self._deliver(one, now) for one in taken.claimed)
        ticked = await self.database.run(breaks.to_redraw, now, BATCH)
        await _all(self._draw(one) for one in ticked)

    def stop(self) -> None:
        """Take nothing more."""
        self._stopping = True

    async def _deliver(self, one: Break, now: datetime) -> None:
        wait = self._pace.wait(one.chat_id)
        if wait or not await self._granted():
            later = now + timedelta(seconds=max(wait, 1.0))
            await self._write(partial(breaks.later, one=one, at=later))
            return
        sent = await self._try(one)
        if sent.trouble is Trouble.MIGRATED and sent.new_chat_id:
            await self._write(partial(clubs.move, old_id=one.chat_id, new_id=sent.new_chat_id))
            one = replace(one, chat_id=sent.new_chat_id)
            sent = await self._try(one)
        await self._note(one, sent, now)

    async def _granted(self) -> bool:
        """Wait for the right to send one message; False when that takes too long, or nobody can be asked."""
        end = self.seconds() + PATIENCE
        while self.seconds() < end and not self._stopping:
            try:
                moments = await self.budget.take(1)
            except Exception as error:  # noqa: BLE001 - nothing was posted yet, so it is put back
                log.warning("no budget", error=type(error).__name__)
                return False
            for wait in moments:
                await asyncio.sleep(wait)
                return True
            await asyncio.sleep(0.1)
        return False

    async def _note(self, one: Break, sent: Sent, now: datetime) -> None:
        self.on_post(KIND, sent.trouble or PostStatus.SENT)
        match sent.trouble:
            case None:
                note: Note = partial(breaks.sent, one=one, message_id=sent.message_id)
            case Trouble.GONE:
                note = partial(clubs.end, chat_id=one.chat_id)
            case Trouble.WAIT:
                note = partial(breaks.later, one=one, at=now + timedelta(seconds=sent.wait))
            case Trouble.TRANSIENT | Trouble.REVOKED:
                note = partial(breaks.later, one=one, at=now + PAUSE)
            case Trouble.UNKNOWN:
                note = partial(breaks.ended, one=one, status=PostStatus.UNKNOWN)
            case _:
                note = partial(breaks.ended, one=one, status=PostStatus.FAILED)
        await self._write(note)

    async def _write(self, note: Note) -> None:
        """Write down what became of a post; a database that is out of reach hears it in the next round."""
        try:
            await self.database.run(note)
        except Exception as error:
            if not unreachable(error):
                raise
            log.warning("post not noted yet", error=type(error).__name__)
            self._unwritten.append(note)

    async def _draw(self, one: Break) -> None:
        wait = self._pace.wait(one.chat_id)
        if not wait:
            sent = await self._try(one)
            wait = PAUSE.total_seconds() if sent.trouble is Trouble.TRANSIENT else sent.wait
        if wait:
            await self.database.run(breaks.redraw_later, one, timedelta(seconds=wait))

    async def _try(self, one: Break) -> Sent:
        try:
            return await self.show(one)
        except Exception as error:  # noqa: BLE001 - one group's message must not hold up the others
            log.error("post failed", post=one.post_id, error=type(error).__name__)
            return Sent(trouble=Trouble.TRANSIENT if unreachable(error) else Trouble.UNKNOWN)


def shown_by(house: House, door: Door) -> Show:
    """Return what shows a break: as a new message, or over the one that shows it already."""

    async def show(one: Break) -> Sent:
        exercise = house.library.exercises.get(one.exercise)
        if exercise is None:  # the library has changed since it was queued
            return Sent(trouble=Trouble.FAULT)
        screen = screens.post(house.catalogue.texts(one.language), one, exercise, house.username)
        if one.message_id is None:
            return await door.send_once(one.chat_id, screen)
        return await door.redraw(Place(one.chat_id, one.message_id, bool(screen.picture)), screen)

    return show


async def _all(work: Iterable[Coroutine[Any, Any, None]]) -> None:
    """Do all side by side; an error of one, such as a lost database, is told once all have ended."""
    ended = await asyncio.gather(*work, return_exceptions=True)
    for error in ended:
        if isinstance(error, BaseException):
            raise error
