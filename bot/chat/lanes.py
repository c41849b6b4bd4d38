"""One lane a person: what one person does is handled in order, people are handled side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

import structlog

log = structlog.get_logger(__name__)

Job = Callable[[], Awaitable[None]]


class Lanes:
    """Runs jobs in strict order per key and at most ``limit`` at once in all.

    A lane waits for its own turn before it takes one of the ``limit`` places, so that one person who floods
    the coach takes one place and not all of them.
    """

    def __init__(self, limit: int = 128) -> None:
        self._places = asyncio.Semaphore(limit)
        self._waiting: dict[int, deque[Job]] = {}
        self._workers: set[asyncio.Task[None]] = set()

    def submit(self, key: int, job: Job) -> None:
        """Put ``job`` at the end of the lane ``key``; one that raises is logged and costs only itself."""
        if key in self._waiting:
            self._waiting[key].append(job)
            return
        self._waiting[key] = deque([job])
        worker = asyncio.create_task(self._drive(key))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def drain(self) -> None:
        """Wait until every lane is empty."""
        while self._workers:
            await asyncio.gather(*self._workers, return_exceptions=True)

    async def cancel(self) -> None:
        """End what runs, and forget what waits."""
        for worker in self._workers:
            worker.cancel()
        await self.drain()

    @property
    def busy(self) -> int:
        """Return how many people are being served or wait."""
        return len(self._waiting)

    async def _drive(self, key: int) -> None:
        lane = self._waiting[key]
        try:
            while lane:
                async with self._places:
                    await self._do(lane.popleft())
        finally:
            del self._waiting[key]

    async def _do(self, job: Job) -> None:
        try:
            await job()
        except Exception:  # what waits behind it in the lane must still be done
            log.exception("job failed")
