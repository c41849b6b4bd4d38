"""Sending what waits in the outbox, and noting what became of each message."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

import structlog

from bot.chat.errors import Sent, Trouble
from bot.db.database import Database
from bot.push.budget import Budget, MemoryBudget, Pace, Seconds
from bot.push.troubles import Troubles
from bot.services import outbox
from bot.services.outbox import Claimed, Outcome

log = structlog.get_logger(__name__)

FIRST_PAUSE: Final = timedelta(seconds=5)
LONGEST_PAUSE: Final = timedelta(minutes=5)
BATCH: Final = 100
"""Deliveries taken in one transaction, so that no press waits long behind it."""
POLL: Final = 0.1
"""Seconds until it is asked again whether something may leave."""
SLICE: Final = 1.0
"""Seconds of one flush; then the tick looks for new reminders before it goes on."""
PATIENCE: Final = 5.0
"""Seconds that a flush waits for slow answers; those that take longer are noted when they come."""
LONGEST_SEND: Final = 45.0
"""Seconds after which nobody waits for Telegram's answer any more."""
FRESH: Final = outbox.LEASE.total_seconds() - LONGEST_SEND - 15
"""Seconds after which what was taken is put back rather than sent: the lease must outlast the send."""
OLD: Final = 1.0
"""Seconds after which it is asked once more whether what was taken is still there to be sent."""
LATE: Final = 30.0
"""Seconds between due and sent of which the operator should hear."""

OnSent = Callable[[str, float], None]


@dataclass(frozen=True)
class _Ready:
    """A delivery in hand: when it was taken and when it may leave, in seconds of the machine's clock."""

    claimed: Claimed
    taken: float
    leaves: float


class Outbox:
    """Sends deliveries that are due, several people at once, each person's in order.

    :param send: delivers one message and says how it went
    :param people: how many people are served at the same time
    :param budget: how many messages may leave; in memory for a coach that runs alone
    :param pace: how often one chat may be written to
    :param on_sent: is told the kind of each message that arrived and its lag in seconds
    :param owner: what this replica is called in its leases; unlike any other's
    """

    def __init__(  # noqa: PLR0913 - the parts of the push are joined here
        self,
        database: Database,
        send: Callable[[Claimed], Awaitable[Sent]],
        people: int = 8,
        *,
        budget: Budget | None = None,
        pace: Pace | None = None,
        on_sent: OnSent | None = None,
        owner: str | None = None,
        clock: Seconds = time.monotonic,
    ) -> None:
        self._database = database
        self._send = send
        self._room = asyncio.Semaphore(people)
        self._budget = budget or MemoryBudget()
        self._on_sent = on_sent
        self._owner = owner or uuid4().hex
        self._clock = clock
        self._pace = pace or Pace(clock)
        self.troubles = Troubles(clock)
        self._slots: list[float] = []
        self._flying: set[asyncio.Task[None]] = set()
        self._outcomes: list[Outcome] = []
        self._writing = asyncio.Lock()
        self._worst_lag = 0.0

    async def flush(self, now: datetime) -> int:
        """Send what is due at ``now``, for about a second.

        :returns: how many deliveries were tried
        """
        await self._write_down()  # a database that was lost must first hear what was sent meanwhile
        tried, empty, end = 0, 0, self._clock() + SLICE
        while not self.troubles.silenced and self._clock() < end and empty < BATCH:
            chunk = await self._next(now)
            if chunk is None:
                break
            empty = 0 if chunk else empty + 1
            tried += len(chunk)
            for theirs in _by_person(chunk):
                self._start(theirs, now)
            await self._thin_out(2 * BATCH)
        await self.settle()
        self._tell_lag()
        return tried

    async def settle(self, patience: float = PATIENCE) -> None:
        """Wait for what is on its way, and note it."""
        if self._flying:
            await asyncio.wait(set(self._flying), timeout=patience)
        await self._write_down()

    async def _next(self, now: datetime) -> list[_Ready] | None:
        """Take as many deliveries as may leave now, which may be none; None when nothing is due."""
        due = await self._database.run(outbox.waiting, now, BATCH)
        if not due:
            return None
        if not await self._earn(due):
            await asyncio.sleep(POLL)
            return []
        taken, wanted = self._clock(), min(due, len(self._slots))
        claimed = await self._database.run(outbox.claim, now, wanted, self._owner)
        leaves, self._slots = self._slots[: len(claimed)], self._slots[len(claimed) :]
        return [_Ready(one, taken, at) for one, at in zip(claimed, leaves, strict=True)]

    async def _earn(self, wanted: int) -> bool:
        """Have some moments to send at; what was earned lately and not used is used first."""
        now = self._clock()
        self._slots = [at for at in self._slots if at > now - SLICE]
        if not self._slots:
            waits = await self._budget.take(wanted)
            self._slots = [self._clock() + wait for wait in waits]
        return bool(self._slots)

    def _start(self, theirs: Sequence[_Ready], now: datetime) -> None:
        task = asyncio.create_task(self._serve(theirs, now))
        self._flying.add(task)
        task.add_done_callback(self._flying.discard)

    async def _thin_out(self, most: int) -> None:
        while len(self._flying) > most:
            await asyncio.wait(set(self._flying), return_when=asyncio.FIRST_COMPLETED)

    async def _serve(self, theirs: Sequence[_Ready], now: datetime) -> None:
        async with self._room:
            for ready in theirs:
                outcome = await self._deliver(ready, now)
                if outcome:
                    self._outcomes.append(outcome)
        try:
            await self._write_down()
        except Exception as error:  # noqa: BLE001 - kept in memory, and written down before anything else
            log.error("marking failed", error=type(error).__name__)

    async def _deliver(self, ready: _Ready, now: datetime) -> Outcome | None:
        claimed = ready.claimed
        wait = self._pace.wait(claimed.person_id)
        while 0 < wait <= PATIENCE:
            await asyncio.sleep(wait)
            wait = self._pace.wait(claimed.person_id)
        await asyncio.sleep(max(0.0, ready.leaves - self._clock()))
        if wait or self.troubles.silenced or self._clock() > ready.taken + FRESH:
            return outbox.again(claimed.delivery_id, now + timedelta(seconds=max(wait, 1.0)), Trouble.WAIT)
        if await self._dropped(ready):
            return None
        sent = await self._try(claimed)
        if sent.trouble is Trouble.MIGRATED and sent.new_chat_id:
            sent = await self._try(replace(claimed, moved_to=sent.new_chat_id))
        seconds = self.troubles.heard(claimed.person_id, sent)
        if seconds:
            await self._budget.hold(seconds)
        lag = (now - claimed.planned_at).total_seconds() + self._clock() - ready.taken
        return await self._judge(claimed, sent, now, lag)

    async def _dropped(self, ready: _Ready) -> bool:
        """Tell whether a delivery was cancelled, or erased with everything else, while it waited its turn."""
        if self._clock() <= ready.taken + OLD:
            return False
        try:
            return not await self._database.run(outbox.held, ready.claimed.delivery_id, self._owner)
        except Exception as error:  # noqa: BLE001 - it is fenced, and goes out as it would without the look
            log.warning("no second look", error=type(error).__name__)
            return False

    async def _try(self, claimed: Claimed) -> Sent:
        try:
            async with asyncio.timeout(LONGEST_SEND):
                return await self._send(claimed)
        except Exception as error:  # noqa: BLE001 - one person's message must not hold up the others
            # Without the traceback's words: they may quote the message.
            log.error("sending failed", delivery=claimed.delivery_id, error=type(error).__name__)
            return Sent(trouble=Trouble.UNKNOWN)

    async def _judge(self, claimed: Claimed, sent: Sent, now: datetime, lag: float) -> Outcome | None:
        """Return what to note, by what Telegram said and by what may come twice."""
        number, later = claimed.delivery_id, now + backoff(claimed.attempts)
        match sent.trouble:
            case None:
                self._arrived(claimed, lag)
                return outbox.sent(number, sent.message_id, now)
            case Trouble.GONE:
                await self._database.run(outbox.away, claimed.person_id, now)
                return None
            case Trouble.WAIT:
                return outbox.again(number, now + timedelta(seconds=sent.wait), Trouble.WAIT)
            case Trouble.TRANSIENT | Trouble.REVOKED as trouble:
                return outbox.again(number, later, trouble)
            case Trouble.UNKNOWN if claimed.again:
                return outbox.again(number, later, outbox.UNSURE)
        return outbox.failed(number, sent.trouble)

    def _arrived(self, claimed: Claimed, lag: float) -> None:
        self._worst_lag = max(self._worst_lag, lag)
        if self._on_sent:
            self._on_sent(claimed.kind, lag)

    def _tell_lag(self) -> None:
        if self._worst_lag > LATE:
            log.warning("sending late", worst_lag_seconds=round(self._worst_lag), rate=self._budget.rate)
        self._worst_lag = 0.0

    async def _write_down(self) -> None:
        """Note outcomes, all that have gathered in one transaction; none is forgotten when that fails."""
        async with self._writing:
            batch = self._outcomes[:]
            if batch:
                await self._database.run(outbox.mark, batch, self._owner)
                del self._outcomes[: len(batch)]


def backoff(attempts: int) -> timedelta:
    """Return how long to wait after so many tries: twice as long each time, at most five minutes."""
    return min(FIRST_PAUSE * (1 << min(attempts - 1, 10)), LONGEST_PAUSE)


def _by_person(chunk: Iterable[_Ready]) -> list[list[_Ready]]:
    found: dict[int, list[_Ready]] = defaultdict(list)
    for ready in chunk:
        found[ready.claimed.person_id].append(ready)
    return list(found.values())
