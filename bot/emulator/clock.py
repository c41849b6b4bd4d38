"""The emulator's clock: real time plus an offset that only grows."""

import asyncio
from collections.abc import Callable
from typing import Any

from .errors import NotPossible
from .waiting import Bell


class Clock:
    """Stamps messages and can be moved on; a coach that follows it moves along.

    ``now`` gives Unix seconds. ``version`` changes with every move and with every new list of hops, so that
    a follower can wait for a change.
    """

    def __init__(self, real_now: Callable[[], float]) -> None:
        self._real_now = real_now
        self.offset = 0.0
        self.version = 1
        self.hops: list[dict[str, Any]] = []
        self._bell = Bell()

    def now(self) -> float:
        """The emulator's time in Unix seconds."""
        return self._real_now() + self.offset

    def view(self) -> dict[str, Any]:
        """The clock as the control API shows it."""
        return {"version": self.version, "now": self.now(), "offset": self.offset, "hops": self.hops}

    def advance(self, seconds: float) -> None:
        """Move on by ``seconds``; backwards is refused with NotPossible."""
        if seconds < 0:
            raise NotPossible("The clock cannot be moved backwards.")
        self.offset += seconds
        self._changed()

    def advance_to(self, moment: float) -> None:
        """Move on to ``moment`` in Unix seconds."""
        self.advance(moment - self.now())

    def hop(self, key: str) -> None:
        """Move on to the moment that the coach offered under ``key``."""
        for hop in self.hops:
            if hop["key"] == key:
                self.advance_to(hop["at"])
                return
        raise NotPossible(f"There is no hop named {key!r}.", 404)

    def set_hops(self, hops: list[dict[str, Any]]) -> None:
        """Replace the moments on offer."""
        self.hops = hops
        self._changed()

    def reset(self) -> None:
        """Back to real time; the version still goes up, so that followers notice."""
        self.offset = 0.0
        self.hops = []
        self._changed()

    async def wait(self, after: int, timeout: float) -> None:  # noqa: ASYNC109 - part of the control API
        """Return as soon as the version is not ``after``, at the latest after ``timeout`` seconds."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while self.version == after and not self._bell.closed:
            left = deadline - loop.time()
            if left <= 0 or not await self._bell.wait(left):
                return

    def close(self) -> None:
        """Let everybody who waits go, and nobody wait again."""
        self._bell.close()

    def _changed(self) -> None:
        self.version += 1
        self._bell.ring()
