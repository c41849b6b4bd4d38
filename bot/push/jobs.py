"""The scheduler's jobs: a failure is noted in a word, and the end waits for what runs."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog

log = structlog.get_logger(__name__)

Job = Callable[[], Awaitable[None]]
Kept = Callable[[], Coroutine[Any, Any, None]]


class Jobs:
    """What the scheduler runs just now."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None] | None] = set()
        self._ending = False

    def kept(self, job: Job) -> Kept:
        """Return a job that never raises: its next time may well work, after an outage for instance."""

        async def run() -> None:
            self._running.add(task := asyncio.current_task())
            try:
                await job()
            except asyncio.CancelledError:
                if not self._ending:
                    raise
                log.warning("job cut off: what it held comes again after its lease")
            except Exception as error:  # noqa: BLE001 - the scheduler would quote it, and never mend it
                log.error("job failed", error=type(error).__name__)
            finally:
                self._running.discard(task)

        return run

    async def end(self, patience: float) -> None:
        """Wait for what runs, at most so many seconds: the scheduler cuts off the rest."""
        self._ending = True
        if left := {task for task in self._running if task}:
            await asyncio.wait(left, timeout=patience)
