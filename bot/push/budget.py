"""How many messages may leave: about 30 a second in all, 1 a second to a chat, 20 a minute to a group."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from typing import Final, Protocol

from bot.db.database import Database
from bot.services import send_budget

FREE_RATE: Final = 28
"""Messages a second; Telegram lets about 30 through for nothing, and replies to people need the rest."""

MOST_CHATS: Final = 10_000
"""Chats whose pace is remembered; who was written to longest ago is forgotten first."""

CHAT: Final = ((1, 1.0),)
"""Messages, and the seconds within which no more than so many may go to a person."""
GROUP: Final = ((1, 1.0), (20, 60.0))
"""The same for groups, whose numbers are negative: 1 a second, and 20 a minute."""

Seconds = Callable[[], float]


class Budget(Protocol):
    """Gives out the right to send. Replies to people never ask here, so they wait behind nothing."""

    rate: int

    async def take(self, wanted: int) -> Sequence[float]:
        """Return in how many seconds messages may leave, at most ``wanted``; none when it is spent."""
        ...

    async def hold(self, seconds: float) -> None:
        """Let nothing leave for so many seconds."""
        ...

    def used(self) -> float:
        """Return which part of the last second's budget this process has used."""
        ...


class _LastSecond:
    """What has left within a second, at most ``most``."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._times: deque[float] = deque()

    def fill(self, now: float, wanted: int) -> int:
        """Let as many leave as there is room for, and return how many that is."""
        given = max(0, min(wanted, self._most - self._count(now)))
        self._times.extend([now] * given)
        return given

    def used(self, now: float) -> float:
        """Return which part is used, 0 to 1."""
        return self._count(now) / self._most

    def _count(self, now: float) -> int:
        while self._times and now - self._times[0] >= 1:
            self._times.popleft()
        return len(self._times)


class MemoryBudget:
    """The budget of a coach that runs alone."""

    def __init__(self, rate: int = FREE_RATE, clock: Seconds = time.monotonic) -> None:
        self.rate = rate
        self._clock = clock
        self._second = _LastSecond(rate)
        self._held_until = 0.0

    async def take(self, wanted: int) -> Sequence[float]:
        """Return zeros: what is given may leave at once."""
        now = self._clock()
        if now < self._held_until:
            return ()
        return (0.0,) * self._second.fill(now, wanted)

    async def hold(self, seconds: float) -> None:
        """Let nothing leave for so many seconds."""
        self._held_until = max(self._held_until, self._clock() + seconds)

    def used(self) -> float:
        """Return which part of the last second's budget is used."""
        return self._second.used(self._clock())


class SharedBudget:
    """The budget of many replicas on one database."""

    def __init__(self, database: Database, rate: int = FREE_RATE, clock: Seconds = time.monotonic) -> None:
        self.rate = rate
        self._database = database
        self._clock = clock
        self._mine = _LastSecond(2 * rate)  # for the figures alone
        self._held_until = 0.0

    async def take(self, wanted: int) -> Sequence[float]:
        """Reserve moments within the next second."""
        if self._clock() < self._held_until:
            return ()
        moments = await self._database.run(send_budget.reserve, self.rate, wanted)
        self._mine.fill(self._clock(), len(moments))
        return moments

    async def hold(self, seconds: float) -> None:
        """Let nothing leave from any replica for so many seconds; from this one even when nobody hears it."""
        self._held_until = max(self._held_until, self._clock() + seconds)
        await self._database.run(send_budget.hold, seconds)

    def used(self) -> float:
        """Return which part of the last second's budget this replica has used."""
        return self._mine.used(self._clock())


class Pace:
    """How often one chat may be written to."""

    def __init__(self, clock: Seconds = time.monotonic) -> None:
        self._clock = clock
        self._times: OrderedDict[int, list[float]] = OrderedDict()

    def wait(self, chat_id: int) -> float:
        """Return 0 and count a message to the chat, or the seconds to wait and count nothing."""
        limits = GROUP if chat_id < 0 else CHAT
        times = self._times.pop(chat_id, [])
        self._times[chat_id] = times
        if len(self._times) > MOST_CHATS:
            self._times.popitem(last=False)
        now = self._clock()
        ends = [times[-count] + within for count, within in limits if len(times) >= count]
        wait = max(0.0, *(end - now for end in ends)) if ends else 0.0
        if not wait:
            times.append(now)
            del times[: -limits[-1][0]]
        return wait


def joined(database: Database, rate: int) -> Budget:
    """Return the budget that fits the database: SQLite serves one process, others are shared by replicas."""
    if database.engine.dialect.name == "sqlite":
        return MemoryBudget(rate)
    return SharedBudget(database, rate)


def people(budget: Budget) -> int:
    """Return how many people to serve at once, so that slow answers do not eat up the budget."""
    return max(8, budget.rate // 4)
