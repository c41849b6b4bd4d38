"""Sending what waits in the outbox, and noting what became of each message."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import uuid4

import structlog

from bot.chat.errors import Sent, Trouble
from bot.db.database import Database, unreachable
from bot.push.budget import Budget, MemoryBudget, Pace, Seconds
from bot.push.despite import despite
from bot.push.hands import Hands
from bot.push.patience import Patience
from bot.push.troubles import Troubles
from bot.services import outbox, unreadable
from bot.services.outbox import Claimed, Outcome

log = structlog.get_logger(__name__)

FIRST_PAUSE: Final = timedelta(seconds=5)
LONGEST_PAUSE: Final = timedelta(minutes=5)
BATCH: Final = 200
"""Deliveries taken in one transaction, so that no press waits long behind it."""
HERD: Final = 1000
"""How many are counted at most when it is asked what is due."""
POLL: Final = 0.1
"""Seconds until it is asked again whether something may leave."""
SOON: Final = 0.1
"""Seconds in which what is taken should be on its way: more is not taken."""
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

Send = Callable[[Claimed], Awaitable[Sent]]
OnSkip = Callable[[str, str], None]


class _Ready(NamedTuple):
    """A delivery in hand: when it was taken and when it may leave, in seconds of the machine's clock.

    :param now: what the coach's clock showed then
    """

    claimed: Claimed
    now: datetime
    taken: float
    leaves: float


class Outbox:
    """Sends what is due, to several people at once, and in order what one replica has taken for a person.

    :param send: delivers one message and says how it went; it asks the database, if at all, before that, so
        one that is out of reach means that nothing was sent
    :param people: how many people are served at the same time
    :param budget: how many messages may leave; in memory for a coach that runs alone
    :param pace: how often one chat may be written to
    :param on_skip: is told kind and reason of each message that does not go out after all
    :param owner: what this replica is called in its leases; unlike any other's
    """

    def __init__(  # noqa: PLR0913 - the parts of the push are joined here
        self,
        database: Database,
        send: Send,
        people: int = 8,
        *,
        budget: Budget | None = None,
        pace: Pace | None = None,
        on_skip: OnSkip = lambda _kind, _reason: None,
        owner: str | None = None,
        clock: Seconds = time.monotonic,
    ) -> None:
        self._database = database
        self._send = send
        self._patience = Patience(LONGEST_SEND)
        self._hands = Hands(people, self._serve, clock)
        self._budget = budget or MemoryBudget()
        self._on_skip = on_skip
        self._owner = owner or uuid4().hex
        self._clock = clock
        self._pace = pace or Pace(clock)
        self.troubles = Troubles(clock)
        self._slots: list[float] = []
        self._lines: dict[int, deque[_Ready]] = {}
        self._noting: asyncio.Task[None] | None = None
        self._outcomes: list[Outcome] = []
        self._writing = asyncio.Lock()
        self._worst_lag = 0.0

    async def flush(self, now: datetime) -> int:
        """Send what is due at ``now``, for about a second.

        :returns: how many deliveries were tried
        """
        await self._write_down()  # a database that was lost must first hear what was sent meanwhile
        due = await self._database.run(outbox.waiting, now, HERD)
        tried, end = 0, self._clock() + SLICE  # from here on: a slow database must not leave all unsent
        while due and not self.troubles.silenced and self._clock() < end:
            wanted = await self._may_leave(due)
            if not wanted:
                continue
            chunk, more = await self._take(now, wanted)
            tried += len(chunk)
            self._hands.give(self._new_lines(chunk))
            due = (due - wanted or await self._database.run(outbox.waiting, now, HERD)) if more else 0
        await self.settle()
        self._tell_lag()
        return tried

    async def settle(self, patience: float = PATIENCE) -> None:
        """Wait for what is on its way, and note it."""
        await self._hands.done(patience)
        await self._write_down()

    async def _take(self, now: datetime, wanted: int) -> tuple[list[_Ready], bool]:
        """Take at most so many deliveries; tell whether there may be more of them."""
        at = self._clock()
        taken = await despite(
            unreadable.deliveries, self._database, outbox.take, now, wanted, owner=self._owner
        )
        for kind, reason in taken.skipped:
            self._on_skip(kind, reason)
        leaves, self._slots = self._slots[: len(taken.claimed)], self._slots[len(taken.claimed) :]
        ready = [_Ready(one, now, at, slot) for one, slot in zip(taken.claimed, leaves, strict=True)]
        return ready, taken.more

    async def _may_leave(self, due: int) -> int:
        """Return how many may be taken: what leaves in the next moments, and no more, or 0 after a rest.

        What is taken counts as sent should this process die. What was earned lately and not used is used
        first.
        """
        if not self._hands.soon(SOON):
            await self._hands.room(POLL)
            return 0
        now = self._clock()
        self._slots = [at for at in self._slots if at > now - SLICE]
        most = min(due, BATCH, max(self._hands.free, round(self._budget.rate * SOON)))
        if not self._slots:
            waits = await self._budget.take(most)
            self._slots = [self._clock() + wait for wait in waits]
        wanted = min(most, sum(at < now + SOON for at in self._slots))
        if not wanted:
            await asyncio.sleep(POLL)
        return wanted

    def _new_lines(self, chunk: Iterable[_Ready]) -> list[deque[_Ready]]:
        """Return lines for people who have none yet; what is for others stands behind what they wait for."""
        found = []
        for ready in chunk:
            person_id = ready.claimed.person_id
            if person_id not in self._lines:
                self._lines[person_id] = deque()
                found.append(self._lines[person_id])
            self._lines[person_id].append(ready)
        return found

    async def _serve(self, theirs: deque[_Ready]) -> None:
        """Send what one person gets, one after the other, and what was taken for them meanwhile."""
        person_id = theirs[0].claimed.person_id
        while theirs:
            try:
                outcome = await self._deliver(theirs.popleft())
            except Exception as error:  # noqa: BLE001 - it stays fenced, and whoever is next is served
                log.error("serving failed", error=type(error).__name__)
                continue
            if outcome:
                self._note(outcome)
        del self._lines[person_id]

    async def _deliver(self, ready: _Ready) -> Outcome | None:
        claimed, now = ready.claimed, ready.now
        wait = self._pace.wait(claimed.person_id)
        while 0 < wait <= PATIENCE:
            await asyncio.sleep(wait)
            wait = self._pace.wait(claimed.person_id)
        if ready.leaves > self._clock():
            await asyncio.sleep(ready.leaves - self._clock())
        if wait or self.troubles.silenced or self._clock() > ready.taken + FRESH:
            return outbox.again(claimed.delivery_id, now + timedelta(seconds=max(wait, 1.0)), Trouble.WAIT)
        if await self._dropped(ready):
            return None
        sent = await self._try(claimed)
        if sent.trouble is Trouble.MIGRATED and sent.new_chat_id:
            sent = await self._try(replace(claimed, moved_to=sent.new_chat_id))
        seconds = self.troubles.heard(claimed.person_id, sent)
        if seconds:
            await self._hold(seconds)
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
            return await self._patience.wait(self._send(claimed))
        except Exception as error:  # noqa: BLE001 - one person's message must not hold up the others
            # Without the traceback's words: they may quote the message.
            log.error("sending failed", delivery=claimed.delivery_id, error=type(error).__name__)
            return Sent(trouble=Trouble.TRANSIENT if unreachable(error) else Trouble.UNKNOWN)

    async def _hold(self, seconds: float) -> None:
        try:
            await self._budget.hold(seconds)
        except Exception as error:  # noqa: BLE001 - what Telegram said of this message is still to be noted
            log.warning("others not told to wait", error=type(error).__name__)

    async def _judge(self, claimed: Claimed, sent: Sent, now: datetime, lag: float) -> Outcome | None:
        """Return what to note, by what Telegram said and by what may come twice."""
        number, later = claimed.delivery_id, now + backoff(claimed.attempts)
        match sent.trouble:
            case None:
                self._worst_lag = max(self._worst_lag, lag)
                return outbox.sent(number, sent.message_id, now)
            case Trouble.GONE:
                return await self._gone(claimed, now)
            case Trouble.WAIT:
                return outbox.again(number, now + timedelta(seconds=sent.wait), Trouble.WAIT)
            case Trouble.TRANSIENT | Trouble.REVOKED as trouble:
                return outbox.again(number, later, trouble)
            case Trouble.UNKNOWN if claimed.again:
                return outbox.again(number, later, outbox.UNSURE)
        return outbox.failed(number, sent.trouble)

    async def _gone(self, claimed: Claimed, now: datetime) -> Outcome | None:
        try:
            await self._database.run(outbox.away, claimed.person_id, now)
        except Exception as error:  # noqa: BLE001 - it did not arrive, so Telegram may say so once more
            log.warning("marking as away failed", error=type(error).__name__)
            return outbox.again(claimed.delivery_id, now + backoff(claimed.attempts), Trouble.TRANSIENT)
        return None

    def _tell_lag(self) -> None:
        if self._worst_lag > LATE:
            log.warning("sending late", worst_lag_seconds=round(self._worst_lag), rate=self._budget.rate)
        self._worst_lag = 0.0

    def _note(self, outcome: Outcome) -> None:
        """Have an outcome written down at once, with all that come while others are written."""
        self._outcomes.append(outcome)
        if self._noting is None or self._noting.done():
            self._noting = asyncio.create_task(self._try_to_write_down())

    async def _try_to_write_down(self) -> None:
        try:
            await self._write_down()
        except Exception as error:  # noqa: BLE001 - kept in memory, and written down before anything else
            log.error("marking failed", error=type(error).__name__)

    async def _write_down(self) -> None:
        """Note outcomes, all that have gathered in one transaction; none is forgotten when that fails."""
        async with self._writing:
            while batch := self._outcomes[:]:
                await self._database.run(outbox.mark, batch, self._owner)
                del self._outcomes[: len(batch)]


def backoff(attempts: int) -> timedelta:
    """Return how long to wait after so many tries: twice as long each time, at most five minutes."""
    return min(FIRST_PAUSE * (1 << min(attempts - 1, 10)), LONGEST_PAUSE)
