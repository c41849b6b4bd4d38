"""The tick: every second, find what is due and send it. The database is the schedule."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.interval import IntervalTrigger  # type: ignore[import-untyped]

from bot.clock import Clock
from bot.db.database import Database
from bot.domain.deliveries import Kind
from bot.push.budget import Seconds
from bot.push.despite import despite
from bot.push.outbox import OnSkip, Outbox
from bot.services import outbox, queueing, unreadable, watch

log = structlog.get_logger(__name__)

BATCH: Final = 500
"""Reminders queued in one transaction, so that no press waits long behind it."""

AHEAD: Final = 0.05
"""Seconds of queueing before what is queued is sent: each change from one to the other leaves hands idle."""

LONGEST: Final = 20.0
"""Seconds of one tick; the next one goes on with a herd, and who watches sees that ticks go on."""

BEAT: Final = 30.0
"""Seconds between signs of life: silence for longer is an outage, of which people are told."""


class Tick:
    """One round of the push. A second call waits for the first, so that each person's messages keep order.

    :param on_skip: is told kind and reason of each message that is stale before it is even queued
    """

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        clock: Clock,
        seconds: Seconds = time.monotonic,
        *,
        on_skip: OnSkip = lambda _kind, _reason: None,
    ) -> None:
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._seconds = seconds
        self._on_skip = on_skip
        self._one_at_a_time = asyncio.Lock()
        self._last_beat: float | None = None
        self._stopping = False

    async def __call__(self) -> None:
        """Queue what is due and send what is queued. An error is logged; the next tick tries again."""
        async with self._one_at_a_time:
            try:
                await self._beat()
                end = self._seconds() + LONGEST
                while not self._stopping and self._seconds() < end and await self._round():
                    pass  # more may be due already, and everything is decided by a fresh look at the clock
            except Exception as error:  # noqa: BLE001 - whatever it was, the schedule goes on
                # The kind alone: a database's words quote the values of the row.
                log.error("tick failed", error=type(error).__name__)

    async def telegram(self) -> str | None:
        """Tell in a few words what keeps all messages from being sent, None when nothing does."""
        return "Telegram refuses the token" if self._outbox.troubles.revoked else None

    async def stop(self) -> None:
        """Take nothing more, finish what is on its way and note it; what takes too long is asked again."""
        self._stopping = True
        async with self._one_at_a_time:
            await self._outbox.settle()

    async def _round(self) -> int:
        now = self._clock.now()
        if not await self._database.run(outbox.anything, now):
            await self._outbox.settle(0)  # what a lost database has not heard yet
            return 0
        queued = await self._queue(now)
        return queued + await self._outbox.flush(now)

    async def _queue(self, now: datetime) -> int:
        """Queue what is due, for a moment; return how many reminders there were."""
        total, end = 0, self._seconds() + AHEAD
        while not self._stopping:
            queued = await despite(unreadable.reminders, self._database, queueing.queue_due, now, BATCH)
            for reason in queued.skipped:
                self._on_skip(Kind.REMINDER, reason)
            total += queued.due
            if queued.due < BATCH or self._seconds() >= end:
                break
        return total

    async def _beat(self) -> None:
        seconds, awake = self._seconds(), None
        if self._last_beat is not None:
            if seconds - self._last_beat < BEAT:
                return
            awake = timedelta(seconds=seconds - self._last_beat)
        outage = await self._database.run(watch.beat, self._clock.now(), awake)
        self._last_beat = seconds
        if outage:
            log.warning("back after an outage", minutes=round((outage.last - outage.first).seconds / 60))


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
