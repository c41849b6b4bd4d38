"""The clock moves on, never back, and tells its followers."""

import asyncio

import pytest

from bot.emulator.clock import Clock
from bot.emulator.errors import NotPossible


@pytest.fixture
def clock() -> Clock:
    """Real time stands still at 1000."""
    return Clock(lambda: 1000.0)


def test_it_moves_on(clock: Clock) -> None:
    """By seconds, to a moment, to a hop."""
    clock.advance(10)
    assert (clock.now(), clock.offset) == (1010, 10)
    clock.advance_to(1100)
    clock.set_hops([{"key": "next", "label": "Next reminder", "at": 1200.0}])
    clock.hop("next")
    assert clock.view() == {"version": 5, "now": 1200, "offset": 200, "hops": clock.hops}


def test_it_never_goes_back(clock: Clock) -> None:
    """Backwards and unknown hops are refused, and change nothing."""
    with pytest.raises(NotPossible):
        clock.advance(-1)
    with pytest.raises(NotPossible):
        clock.advance_to(999)
    with pytest.raises(NotPossible):
        clock.hop("none")
    assert (clock.offset, clock.version) == (0, 1)


def test_a_reset_is_noticed(clock: Clock) -> None:
    """The offset is gone, the version goes up."""
    clock.advance(10)
    clock.reset()
    assert (clock.offset, clock.version) == (0, 3)


async def test_followers_wait_for_a_change(clock: Clock) -> None:
    """At once when they are behind, else until the next change or the timeout."""
    await asyncio.wait_for(clock.wait(after=0, timeout=5), 0.5)
    follower = asyncio.create_task(clock.wait(after=1, timeout=5))
    await asyncio.sleep(0)
    assert not follower.done()
    clock.advance(1)
    await asyncio.wait_for(follower, 0.5)
    await asyncio.wait_for(clock.wait(after=2, timeout=0.02), 0.5)
