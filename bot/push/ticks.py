"""The tick: every second, find what is due and send it. The database is the schedule."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.interval import IntervalTrigger  # type: ignore[import-untyped]

from bot.clock import Clock
from bot.db.database import Database
from bot.push.outbox import Outbox
from bot.services import reminders

log = structlog.get_logger(__name__)

BATCH = 100
"""Reminders queued in one transaction: as many as the outbox sends, and no press waits long behind it."""


class Tick:
    """One round of the push. A second call waits for the first, so that each person's messages keep order."""

    def __init__(self, database: Database, outbox: Outbox, clock: Clock) -> None:
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()

    async def __call__(self) -> None:
        """Queue what is due and send what is queued. An error is logged; the next tick tries again."""
        async with self._one_at_a_time:
            now = self._clock.now()
            try:
                await self._database.run(reminders.claim_due, now, BATCH)
                await self._outbox.flush(now)
            except Exception as error:  # noqa: BLE001 - whatever it was, the schedule goes on
                # The kind alone: a database's words quote the values of the row.
                log.error("tick failed", error=type(error).__name__)


def schedule(scheduler: AsyncIOScheduler, tick: Callable[[], Awaitable[None]], seconds: float = 1.0) -> None:
    """Let ``tick`` run every so many seconds; late ones are run once, never beside each other."""

    async def run() -> None:  # the scheduler awaits functions only, not objects that can be called
        await tick()

    scheduler.add_job(
        run,
        IntervalTrigger(seconds=seconds),
        id="tick",
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
    )
