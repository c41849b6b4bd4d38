"""An end to work that takes too long, at the cost of one timer for all of it.

A timer for each message, as :func:`asyncio.timeout` makes one, takes a tenth of the time of sending it.
"""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

T = TypeVar("T")


class Patience:
    """Waits for work, so many seconds and hardly longer.

    :param look: seconds between two looks at what takes too long
    """

    def __init__(self, seconds: float, look: float = 1.0) -> None:
        self._seconds, self._look = seconds, look
        self._begun: dict[asyncio.Task[Any], float] = {}
        self._late: set[asyncio.Task[Any]] = set()
        self._timer: asyncio.TimerHandle | None = None

    async def wait(self, work: Awaitable[T]) -> T:
        """Return what work returns. A task waits for one piece of work at a time.

        :raises TimeoutError: when it took too long, and was ended
        """
        task, loop = asyncio.current_task(), asyncio.get_running_loop()
        assert task is not None  # noqa: S101 - for types: what awaits is a task
        self._begun[task] = loop.time()
        if self._timer is None:
            self._timer = loop.call_later(self._look, self._end_what_is_late)
        try:
            return await work
        except asyncio.CancelledError:
            if self._was_late(task) and not task.cancelling():
                raise TimeoutError from None
            raise  # somebody else wants it to end
        finally:
            self._was_late(task)
            del self._begun[task]

    def _was_late(self, task: asyncio.Task[Any]) -> bool:
        """Tell whether a task was ended here, and take that back: it goes on."""
        if task not in self._late:
            return False
        self._late.discard(task)
        task.uncancel()
        return True

    def _end_what_is_late(self) -> None:
        loop = asyncio.get_running_loop()
        oldest = loop.time() - self._seconds
        for task, begun in self._begun.items():
            if begun < oldest and task not in self._late:
                self._late.add(task)
                task.cancel()
        self._timer = loop.call_later(self._look, self._end_what_is_late) if self._begun else None
