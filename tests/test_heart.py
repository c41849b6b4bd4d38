"""Heart: a loop that runs is seen, one that hangs or has ended is not."""

import asyncio
import os
import time
from pathlib import Path

from bot.heart import beating, seconds_since_beat


def test_no_file_means_that_no_coach_runs(tmp_path: Path) -> None:
    assert seconds_since_beat(tmp_path / "heartbeat") is None


async def test_it_beats_while_it_is_entered_and_leaves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "made" / "heartbeat"
    async with beating(file, every=0.001):
        long_ago = time.time() - 1000
        os.utime(file, (long_ago, long_ago))
        await asyncio.sleep(0.1)
        age = seconds_since_beat(file)
        assert age is not None
        assert age < 100
    assert seconds_since_beat(file) is None


async def test_a_loop_that_hangs_does_not_beat(tmp_path: Path) -> None:
    file = tmp_path / "heartbeat"
    async with beating(file, every=0.001):
        long_ago = time.time() - 1000
        os.utime(file, (long_ago, long_ago))
        time.sleep(0.02)  # noqa: ASYNC251 hanging is what is tested
        age = seconds_since_beat(file)
    assert age is not None
    assert age > 900
