"""Lanes: strict order for one, side by side for many, and nobody starves."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.lanes import Lanes


def noting(log: list[str], name: str) -> Callable[[], Awaitable[None]]:
    """Return a job that gives way to others and then writes down that it ran."""

    async def job() -> None:
        await asyncio.sleep(0)
        log.append(name)

    return job


async def test_it_keeps_the_order_of_one_person() -> None:
    lanes, log = Lanes(), list[str]()
    for number in range(50):
        lanes.submit(1, noting(log, str(number)))
    await lanes.drain()
    assert log == [str(number) for number in range(50)]
    assert lanes.busy == 0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3)), max_size=40), st.integers(1, 3))
def test_every_lane_keeps_its_order_whatever_the_others_do(jobs: list[tuple[int, int]], limit: int) -> None:
    ran: dict[int, list[int]] = defaultdict(list)
    running: set[int] = set()

    def made(number: int, key: int, naps: int) -> Callable[[], Awaitable[None]]:
        async def job() -> None:
            assert key not in running, "one person twice at once"
            running.add(key)
            assert len(running) <= limit
            for _ in range(naps):
                await asyncio.sleep(0)
            running.discard(key)
            ran[key].append(number)

        return job

    async def play() -> None:
        lanes = Lanes(limit)
        for number, (key, naps) in enumerate(jobs):
            lanes.submit(key, made(number, key, naps))
        await lanes.drain()

    asyncio.run(play())
    expected: dict[int, list[int]] = defaultdict(list)
    for number, (key, _) in enumerate(jobs):
        expected[key].append(number)
    assert ran == expected


async def test_people_do_not_wait_for_each_other() -> None:
    lanes, log, gate = Lanes(), list[str](), asyncio.Event()

    async def slow() -> None:
        await gate.wait()
        log.append("slow")

    lanes.submit(1, slow)
    lanes.submit(2, noting(log, "quick"))
    await asyncio.sleep(0.01)
    assert log == ["quick"]
    assert lanes.busy == 1
    gate.set()
    await lanes.drain()
    assert log == ["quick", "slow"]


async def test_one_who_floods_does_not_starve_the_others() -> None:
    lanes, log = Lanes(limit=2), list[str]()
    for _ in range(100):
        lanes.submit(1, noting(log, "flood"))
    for person in range(2, 7):
        lanes.submit(person, noting(log, f"person {person}"))
    await lanes.drain()
    others = [place for place, name in enumerate(log) if name != "flood"]
    assert len(log) == 105
    assert max(others) < 15


async def test_at_most_so_many_run_at_once() -> None:
    lanes = Lanes(limit=3)
    now = peak = 0

    async def job() -> None:
        nonlocal now, peak
        now += 1
        peak = max(peak, now)
        await asyncio.sleep(0.001)
        now -= 1

    for person in range(12):
        lanes.submit(person, job)
    await lanes.drain()
    assert peak == 3


async def test_a_job_that_raises_costs_nobody_theirs() -> None:
    lanes, log = Lanes(limit=1), list[str]()

    async def broken() -> None:
        raise RuntimeError("a fault of ours")

    lanes.submit(1, broken)
    lanes.submit(1, noting(log, "the next of the same person"))
    lanes.submit(2, noting(log, "somebody else's"))
    await lanes.drain()
    assert sorted(log) == ["somebody else's", "the next of the same person"]
    assert lanes.busy == 0


async def test_drain_waits_for_jobs_that_come_while_it_waits() -> None:
    lanes, log = Lanes(), list[str]()

    async def child() -> None:
        await asyncio.sleep(0.01)
        log.append("child")

    async def parent() -> None:
        lanes.submit(2, child)

    lanes.submit(1, parent)
    await lanes.drain()
    assert log == ["child"]


async def test_drain_of_empty_lanes_returns_at_once() -> None:
    await asyncio.wait_for(Lanes().drain(), timeout=1)


async def test_a_lane_can_be_used_again_after_it_ran_empty() -> None:
    lanes, log = Lanes(), list[str]()
    for name in ("first", "second"):
        lanes.submit(1, noting(log, name))
        await lanes.drain()
    assert log == ["first", "second"]
