"""Hands that serve a line: in order, so many at once, and nobody waits for ever."""

import asyncio

from bot.push.hands import Hands


async def test_it_serves_in_order_and_so_many_at_once() -> None:
    begun, gates = list[int](), {number: asyncio.Event() for number in range(5)}

    async def serve(number: int) -> None:
        begun.append(number)
        await gates[number].wait()

    hands = Hands(2, serve)
    hands.give(range(5))
    await asyncio.sleep(0)
    assert (begun, hands.free) == ([0, 1], 0)
    gates[1].set()
    await asyncio.sleep(0.01)
    assert begun == [0, 1, 2]
    for gate in gates.values():
        gate.set()
    await hands.done(1)
    assert (begun, hands.free) == ([0, 1, 2, 3, 4], 2)


async def test_it_waits_for_a_free_hand_and_for_all_no_longer_than_told() -> None:
    gate = asyncio.Event()

    async def serve(number: int) -> None:
        await gate.wait()

    hands = Hands(1, serve)
    hands.give([1])
    async with asyncio.timeout(1):
        await hands.room(0.01)
        await hands.done(0.01)
    assert hands.free == 0
    asyncio.get_running_loop().call_later(0.01, gate.set)
    async with asyncio.timeout(1):
        await hands.room(60)
    assert hands.free == 1


async def test_what_is_given_while_all_are_busy_has_its_turn_later() -> None:
    served = list[int]()

    async def serve(number: int) -> None:
        await asyncio.sleep(0)
        served.append(number)

    hands = Hands(1, serve)
    hands.give([1])
    hands.give([2, 3])
    await hands.done(1)
    hands.give([4])
    await hands.done(1)
    assert served == [1, 2, 3, 4]


async def test_more_is_wanted_early_only_while_the_line_moves_quickly() -> None:
    """What is given to hands that are stuck would wait; what a quick line is given late leaves them idle."""
    now, gates = 0.0, [asyncio.Event() for _ in range(10)]

    async def serve(number: int) -> None:
        await gates[number].wait()

    hands = Hands(2, serve, lambda: now)
    assert hands.soon(1)
    hands.give(range(10))  # two are begun with, eight wait
    await asyncio.sleep(0)
    assert not hands.soon(1)
    for gate in gates[:3]:
        gate.set()
    await asyncio.sleep(0.01)
    assert not hands.soon(1)  # five wait
    gates[3].set()
    async with asyncio.timeout(1):
        await hands.room(60)  # four wait, and who waits for that is woken
    assert (hands.soon(1), hands.free) == (True, 0)
    now = 2.0
    assert not hands.soon(1)
    for gate in gates:
        gate.set()
    await hands.done(1)
    assert hands.soon(1)
