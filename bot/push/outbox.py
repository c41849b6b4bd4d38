"""Sending what waits in the outbox, and noting what became of each message."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.chat.errors import Sent, Trouble
from bot.db.database import Database
from bot.services import outbox
from bot.services.outbox import Claimed

log = structlog.get_logger(__name__)

FIRST_PAUSE: Final = timedelta(seconds=5)
LONGEST_PAUSE: Final = timedelta(minutes=5)


class Outbox:
    """Sends deliveries that are due, several people at once, each person's in order.

    :param send: delivers one message and says how it went
    :param people: how many people are served at the same time
    """

    def __init__(
        self, database: Database, send: Callable[[Claimed], Awaitable[Sent]], people: int = 8
    ) -> None:
        self._database = database
        self._send = send
        self._room = asyncio.Semaphore(people)

    async def flush(self, now: datetime) -> int:
        """Send one batch of what is due at ``now``.

        :returns: how many deliveries were tried
        """
        claimed = await self._database.run(outbox.claim, now)
        served = (self._serve(theirs, now) for theirs in _by_person(claimed))
        for error in await asyncio.gather(*served, return_exceptions=True):
            if error:
                log.error("marking failed", error=type(error).__name__)
        return len(claimed)

    async def _serve(self, theirs: Sequence[Claimed], now: datetime) -> None:
        async with self._room:
            for claimed in theirs:
                await self._mark(claimed, await self._try(claimed), now)

    async def _try(self, claimed: Claimed) -> Sent:
        try:
            return await self._send(claimed)
        except Exception as error:  # noqa: BLE001 - one person's message must not hold up the others
            # Without the traceback's words: they may quote the message.
            log.error("sending failed", delivery=claimed.delivery_id, error=type(error).__name__)
            return Sent(trouble=Trouble.UNKNOWN)

    async def _mark(self, claimed: Claimed, sent: Sent, now: datetime) -> None:
        number, run = claimed.delivery_id, self._database.run
        match sent.trouble:
            case None:
                await run(outbox.sent, number, sent.message_id, now)
            case Trouble.GONE:
                await run(outbox.away, claimed.person_id, now)
            case Trouble.WAIT:
                await run(outbox.again, number, now + timedelta(seconds=sent.wait), Trouble.WAIT)
            case Trouble.TRANSIENT:
                await run(outbox.again, number, now + backoff(claimed.attempts), Trouble.TRANSIENT)
            case Trouble.UNKNOWN if not claimed.unsure:
                await run(outbox.again, number, now + backoff(claimed.attempts), outbox.UNSURE)
            case trouble:
                await run(outbox.failed, number, trouble.value)


def backoff(attempts: int) -> timedelta:
    """Return how long to wait after so many tries: twice as long each time, at most five minutes."""
    return min(FIRST_PAUSE * (1 << min(attempts - 1, 10)), LONGEST_PAUSE)


def _by_person(claimed: Iterable[Claimed]) -> list[list[Claimed]]:
    found: dict[int, list[Claimed]] = defaultdict(list)
    for one in claimed:
        found[one.person_id].append(one)
    return list(found.values())
