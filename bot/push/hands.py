"""Hands that serve a line: as many at once as there are, and whoever is done takes the next."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import Generic, TypeVar

from bot.push.budget import Seconds

T = TypeVar("T")


class Hands(Generic[T]):
    """Serves what it is given, so many at the same time, and begins in order.

    :param serve: does one piece of work, and never raises
    """

    def __init__(
        self, count: int, serve: Callable[[T], Awaitable[None]], clock: Seconds = time.monotonic
    ) -> None:
        self._count, self._serve, self._clock = count, serve, clock
        self._line: deque[T] = deque()
        self._busy: set[asyncio.Task[None]] = set()
        self._freed = asyncio.Event()
        self._half, self._given = 0, 0.0

    @property
    def free(self) -> int:
        """Return how many would begin at once with something new."""
        return 0 if self._line else self._count - len(self._busy)

    def soon(self, seconds: float) -> bool:
        """Tell whether something new would begin at once or, as fast as they are just now, within that time.

        They are that fast when half of the line has gone within it; then the other half will.
        """
        if not self._line:
            return self.free > 0
        return len(self._line) <= self._half and self._clock() - self._given <= seconds

    def give(self, work: Iterable[T]) -> None:
        """Put work in line."""
        self._line.extend(work)
        waiting = len(self._line) + len(self._busy) - self._count
        self._half, self._given = max(0, waiting) // 2, self._clock()
        for _ in range(min(len(self._line), self._count - len(self._busy))):
            task = asyncio.create_task(self._work())
            self._busy.add(task)
            task.add_done_callback(self._done)

    async def room(self, seconds: float) -> None:
        """Wait until one is free, or the line is half as long, at most so many seconds."""
        self._freed.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._freed.wait()

    async def done(self, seconds: float) -> None:
        """Wait until all is done, at most so many seconds."""
        if self._busy:
            await asyncio.wait(set(self._busy), timeout=seconds)

    async def _work(self) -> None:
        while self._line:
            work = self._line.popleft()
            if self._line and len(self._line) == self._half:
                self._freed.set()
            await self._serve(work)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._busy.discard(task)
        self._freed.set()
