"""Whether a running coach does its work, and its figures: what ``/readyz`` and ``/metrics`` say."""

import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Final

from sqlalchemy import text
from sqlmodel import Session

from bot.clock import Clock
from bot.db.database import Database
from bot.metrics import Metrics
from bot.services import inbox
from bot.services.inbox import Backlog

BEHIND: Final = timedelta(minutes=5)
"""So long may an update wait; replicas that all are behind need company or help."""

ASLEEP: Final = 60.0
"""Seconds without a sign of the tick until it counts as stuck."""


class Readiness:
    """Looks after one coach.

    :param seconds: a time that only goes forward
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        metrics: Metrics,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._clock = clock
        self._metrics = metrics
        self._seconds = seconds
        self._ticked = seconds()

    def checks(self) -> Mapping[str, Callable[[], Awaitable[str | None]]]:
        """Return what must be well, by name; each answers None or a few words about what is not."""
        return {"database": self.database, "inbox": self.inbox, "scheduler": self.scheduler}

    def noticing(self, tick: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        """Return the tick, noticed whenever it begins and ends."""

        async def run() -> None:
            self._ticked = self._seconds()
            await tick()
            self._ticked = self._seconds()

        return run

    async def database(self) -> str | None:
        """See whether the database answers."""
        await self._database.run(_hello)
        return None

    async def inbox(self) -> str | None:
        """See whether updates are handled as they come."""
        full = await self._database.run(inbox.backlog)
        age = self._age(full)
        if age <= BEHIND.total_seconds():
            return None
        return f"{full.waiting} updates wait, the oldest for {age:.0f} seconds"

    async def scheduler(self) -> str | None:
        """See whether the tick goes on."""
        silent = self._seconds() - self._ticked
        return f"no tick for {silent:.0f} seconds" if silent > ASLEEP else None

    async def figures(self) -> bytes:
        """Return the page of figures, with the inbox counted now."""
        full = await self._database.run(inbox.backlog)
        self._metrics.inbox({"waiting": full.waiting, "set-aside": full.set_aside}, self._age(full))
        return self._metrics.page()

    def _age(self, full: Backlog) -> float:
        return (self._clock.now() - full.oldest).total_seconds() if full.oldest else 0.0


def _hello(session: Session) -> None:
    session.connection().execute(text("SELECT 1"))
