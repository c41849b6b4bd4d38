"""The worker of the inbox: takes stored updates, the oldest of each person, and has them handled."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from functools import partial
from math import inf

import structlog

from bot.chat.lanes import Lanes
from bot.clock import Clock
from bot.db.database import Database, unreachable
from bot.metrics import Metrics
from bot.receive.arrivals import Json, arrived, kind
from bot.services import inbox
from bot.services.inbox import LEASE, REMEMBERED, Arrived, Given, Handover, LeaseLostError, Taken

log = structlog.get_logger(__name__)

ROOM = 128
"""How many people are served at once; what waits beyond them is free for other replicas."""

LOOK = 1.0
"""Seconds between two looks for what other replicas stored or left; one's own news is taken at once."""

LONGEST_TURN = 120.0
"""Seconds; a turn that takes longer hangs, and its person would wait for ever."""

LINGER = 0.02
"""Seconds after which it is noted that an update is done, unless somebody waits for that or more comes in:
then several are noted together."""

PATIENCE = 20.0
"""Seconds in which what is in hand may be finished when the coach is asked to stop."""


class Outcome(StrEnum):
    """What became of an update in hand."""

    DONE = "done"
    FAILED = "failed"
    """It did not go well, the person knows, and no further try would mend it."""
    AGAIN = "again"
    """The database was out of reach: it waits and is tried again."""
    LOST = "lost"
    """Another replica has it."""


@dataclass
class _Batch:
    """Updates that are stored in one transaction, because they came while another one was under way."""

    updates: list[Arrived] = field(default_factory=list)
    stored: bool = False


class Inbox:
    """Stores updates and works on them until it is left.

    :param handle: handles one update and tells whether that went well
    :param holder: a name that no other process has, nor this one had before
    """

    def __init__(  # noqa: PLR0913 - what it is joined from
        self,
        database: Database,
        lanes: Lanes,
        handle: Callable[[Json, Taken], Awaitable[bool]],
        clock: Clock,
        metrics: Metrics,
        *,
        holder: str,
        lease: timedelta = LEASE,
        linger: float = LINGER,
    ) -> None:
        self._database, self._lanes, self._handle, self._clock = database, lanes, handle, clock
        self._metrics, self._holder, self._lease, self._linger = metrics, holder, lease, linger
        self._batch, self._asking = _Batch(), asyncio.Lock()
        self._in_hand: set[int] = set()
        self._ended: dict[Outcome, set[int]] = {outcome: set() for outcome in Outcome}
        self._others_wait = False
        self._news = asyncio.Event()
        self._lingering: asyncio.TimerHandle | None = None
        self._renewed = -inf
        self._open = False

    async def take_in(self, updates: Sequence[Json]) -> None:
        """Store updates; when this returns they are safe, and their sender may forget them.

        :raises ValueError: when one of them is no update; then none is stored
        :raises sqlalchemy.exc.DBAPIError: when the database is out of reach
        """
        fresh = [arrived(update) for update in updates]
        batch = self._batch
        batch.updates += fresh
        async with self._asking:
            if not batch.stored:  # else whoever came with it has stored this one too
                if self._batch is batch:
                    self._batch = _Batch()
                await self._ask(batch.updates)
                batch.stored = True
        for update in updates:
            self._metrics.arrived(kind(update))

    @asynccontextmanager
    async def working(self, patience: float = PATIENCE) -> AsyncIterator[None]:
        """Work while the block runs; then finish what is in hand, at most so many seconds, and let go."""
        self._open = True
        task = asyncio.create_task(self._work())
        try:
            yield
        finally:
            self._open = False
            self._news.set()
            await asyncio.wait({task}, timeout=patience)
            task.cancel()
            await self._lanes.cancel()
            await self._let_go()

    async def tidy(self) -> None:
        """Forget the numbers of updates that were done long ago."""
        before = self._clock.now() - REMEMBERED
        limit = 1000
        while await self._database.run(inbox.forget, before, limit) == limit:
            pass

    async def _work(self) -> None:
        while True:
            self._news.clear()
            try:
                async with self._asking:
                    await self._ask()
            except Exception as error:  # noqa: BLE001 - whatever it was, what waits must be looked at again
                # The kind alone: a database's words quote the values of the row.
                log.error("the inbox is out of reach", error=type(error).__name__)
            if not self._open and not self._in_hand:
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self._news.wait()

    async def _ask(self, arrived: Sequence[Arrived] = ()) -> None:
        """Store what came in, tell what has ended, and begin with what is given: one transaction for all."""
        if self._lingering is not None:
            self._lingering.cancel()
            self._lingering = None
        ended = {outcome: frozenset(numbers) for outcome, numbers in self._ended.items()}
        over = frozenset[int]().union(*ended.values())
        now = asyncio.get_running_loop().time()
        renew = now - self._renewed > self._lease.total_seconds() / 3
        told = self._told(ended, self._in_hand - over, renew=renew)
        given = await self._database.run(inbox.store_and_hand_over, arrived, self._clock.now(), told)
        self._others_wait = given.others_wait
        self._renewed = now if renew else self._renewed
        for outcome, numbers in ended.items():
            self._ended[outcome] -= numbers
            if numbers:
                self._metrics.handled(outcome, len(numbers))
        self._in_hand -= over
        self._begin(given)
        if self._others_wait and any(self._ended.values()):  # what ended meanwhile may be what they wait for
            self._news.set()

    def _told(self, ended: dict[Outcome, frozenset[int]], in_hand: set[int], *, renew: bool) -> Handover:
        return Handover(
            self._holder,
            frozenset(in_hand),
            done=ended[Outcome.DONE],
            failed=ended[Outcome.FAILED],
            again=ended[Outcome.AGAIN],
            room=ROOM - len(in_hand) if self._open else 0,
            lease=self._lease,
            renew=renew,
        )

    def _begin(self, given: Given) -> None:
        for taken in given.taken:
            self._in_hand.add(taken.update_id)
            self._lanes.submit(taken.lane, partial(self._turn, taken))
        if given.set_aside:
            self._metrics.handled("set-aside", len(given.set_aside))
            log.error("set aside after several tries", updates=given.set_aside)

    async def _turn(self, taken: Taken) -> None:
        outcome = Outcome.AGAIN  # what is cut off in the middle
        try:
            async with asyncio.timeout(LONGEST_TURN):
                outcome = await self._outcome(taken)
        except TimeoutError:
            outcome = Outcome.FAILED
            log.error("a turn took too long", update=taken.update_id)
        finally:
            self._note(outcome, taken.update_id)

    def _note(self, outcome: Outcome, number: int) -> None:
        """Have it told that a turn has ended: at once when somebody waits for that, else soon."""
        self._ended[outcome].add(number)
        if self._others_wait or not self._open:
            self._news.set()
        elif self._lingering is None:
            self._lingering = asyncio.get_running_loop().call_later(self._linger, self._news.set)

    async def _outcome(self, taken: Taken) -> Outcome:
        try:
            well = await self._handle(taken.payload, taken)
        except LeaseLostError:
            log.warning("another replica took over", update=taken.update_id)
            return Outcome.LOST
        except Exception as error:
            if unreachable(error):
                log.warning(
                    "the database is out of reach", update=taken.update_id, error=type(error).__name__
                )
                return Outcome.AGAIN
            log.exception("update failed", update=taken.update_id)
            return Outcome.FAILED
        return Outcome.DONE if well else Outcome.FAILED

    async def _let_go(self) -> None:
        try:
            await self._database.run(inbox.release, self._holder)
        except Exception as error:  # noqa: BLE001 - the leases end by themselves
            log.warning("leases could not be given back", error=type(error).__name__)
