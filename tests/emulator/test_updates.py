"""The queue of updates: offsets, limits, wishes, lifetimes, one poll at a time."""

import asyncio
from typing import Any

import pytest

from bot.emulator.errors import Refusal
from bot.emulator.updates import Pending, Updates


class Time:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def time() -> Time:
    """At second 1000."""
    return Time()


@pytest.fixture
def seen() -> list[int]:
    """Ids that the bot has fetched."""
    return []


@pytest.fixture
def updates(time: Time, seen: list[int]) -> Updates:
    """An empty queue whose first id is 100."""

    def fetched(pending: Any) -> None:
        seen.extend(p.update_id for p in pending)

    return Updates(time, 100, fetched)


def fill(updates: Updates, count: int, kind: str = "message") -> None:
    """Add some updates."""
    for number in range(count):
        updates.add(kind, {"n": number}, key=1)


async def ids(updates: Updates, offset: int = 0, limit: int = 100) -> list[int]:
    """What a short poll brings."""
    return [update["update_id"] for update in await updates.poll(offset, limit, 0)]


async def test_it_repeats_until_confirmed(updates: Updates, seen: list[int]) -> None:
    """Only a higher offset takes updates away."""
    fill(updates, 3)
    assert await ids(updates) == [100, 101, 102]
    assert await ids(updates) == [100, 101, 102]
    assert await ids(updates, offset=102) == [102]
    assert await ids(updates) == [102]
    assert set(seen) == {100, 101, 102}


async def test_it_gives_no_more_than_the_limit(updates: Updates) -> None:
    """The rest waits."""
    fill(updates, 5)
    assert await ids(updates, limit=2) == [100, 101]
    assert updates.count() == 5


async def test_a_negative_offset_keeps_the_newest(updates: Updates) -> None:
    """All before them are forgotten."""
    fill(updates, 5)
    assert await ids(updates, offset=-2) == [103, 104]
    assert await ids(updates) == [103, 104]


async def test_a_negative_offset_larger_than_the_queue_keeps_all(updates: Updates) -> None:
    """There is nothing to forget."""
    fill(updates, 2)
    assert await ids(updates, offset=-5) == [100, 101]


async def test_wishes_persist_and_apply_when_an_update_is_made(updates: Updates) -> None:
    """What is queued stays; [] means the usual kinds."""
    fill(updates, 1)
    updates.allow(["callback_query"])
    updates.allow(None)
    fill(updates, 1)
    assert await ids(updates) == [100]
    updates.allow([])
    fill(updates, 1)
    fill(updates, 1, "message_reaction")
    assert await ids(updates) == [100, 101]


@pytest.mark.parametrize(
    ("kind", "seconds"), [("message", 86_400), ("callback_query", 150), ("inline_query", 30)]
)
async def test_updates_expire(updates: Updates, time: Time, kind: str, seconds: int) -> None:
    """Each kind after its own time."""
    fill(updates, 1, kind)
    time.at += seconds
    assert await ids(updates) == [100]
    time.at += 1
    assert await ids(updates) == []
    assert updates.count() == 0


async def test_a_held_poll_wakes_for_news(updates: Updates) -> None:
    """At once, not at its end."""
    poll = asyncio.create_task(updates.poll(0, 100, 5))
    await asyncio.sleep(0)
    fill(updates, 1)
    assert len(await asyncio.wait_for(poll, 0.5)) == 1


async def test_a_held_poll_ends_with_nothing(updates: Updates) -> None:
    """After its timeout."""
    assert await asyncio.wait_for(updates.poll(0, 100, 0.02), 0.5) == []


async def test_a_second_poll_ends_the_first(updates: Updates) -> None:
    """The older one is told of the conflict, the newer one goes on."""
    first = asyncio.create_task(updates.poll(0, 100, 5))
    await asyncio.sleep(0)
    second = asyncio.create_task(updates.poll(0, 100, 5))
    with pytest.raises(Refusal) as refused:
        await asyncio.wait_for(first, 0.5)
    assert refused.value.code == 409
    assert refused.value.description == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    fill(updates, 1)
    assert len(await asyncio.wait_for(second, 0.5)) == 1


async def test_ids_go_on_after_a_reset(updates: Updates) -> None:
    """A bot that polls on must not take new updates for old ones."""
    fill(updates, 2)
    updates.clear()
    fill(updates, 1)
    assert await ids(updates, offset=102) == [102]


async def test_the_webhook_takes_one_by_one(updates: Updates, seen: list[int]) -> None:
    """A delivered update is gone and seen."""
    added: list[Pending] = []
    updates.on_added = added.append
    fill(updates, 2)
    updates.done(added[0])
    assert not updates.alive(added[0])
    assert updates.alive(added[1])
    assert seen == [100]
