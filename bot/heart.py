"""A sign of life: the running coach touches a file from its event loop, a health check reads its age."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

BEAT = 10.0  # seconds
ALIVE = 60.0  # seconds without a beat until the coach counts as stuck: a slow disk is no reason to restart


@asynccontextmanager
async def beating(file: Path, every: float = BEAT) -> AsyncIterator[None]:
    """Touch `file` every `every` seconds until left, then remove it. Raises `OSError`.

    A loop that is blocked cannot touch it, so the file grows old, which is what a health check wants to know.
    """
    await asyncio.to_thread(_first_beat, file)
    task = asyncio.create_task(_beat(file, every))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.to_thread(file.unlink, missing_ok=True)


def _first_beat(file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch()


async def _beat(file: Path, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        await asyncio.to_thread(file.touch)


def seconds_since_beat(file: Path) -> float | None:
    """How old the last beat is, in seconds; None when no coach runs."""
    try:
        return max(0.0, time.time() - file.stat().st_mtime)
    except FileNotFoundError:
        return None
