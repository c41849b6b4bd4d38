"""A bell: many wait, one ring wakes them all."""

import asyncio


class Bell:
    """Like asyncio.Condition without the lock: all code here runs on one event loop."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()
        self.closed = False

    def ring(self) -> None:
        """Wake everybody who waits."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    def close(self) -> None:
        """Wake everybody; from now on ``wait`` returns at once."""
        self.closed = True
        self.ring()

    async def wait(self, seconds: float) -> bool:
        """True when the bell rang within ``seconds``."""
        if self.closed:
            return False
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await asyncio.wait({future}, timeout=seconds)
            return future.done() and not self.closed
        finally:
            self._waiting.discard(future)
            future.cancel()
