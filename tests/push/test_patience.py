"""Work that takes too long is ended; all else goes on as if nobody looked."""

import asyncio

import pytest

from bot.push.patience import Patience


async def test_it_returns_what_work_returns_and_raises_what_it_raises() -> None:
    async def work(number: int) -> float:
        await asyncio.sleep(0)
        return 1 / number

    patience = Patience(60)
    assert await patience.wait(work(2)) == 0.5
    with pytest.raises(ZeroDivisionError):
        await patience.wait(work(0))


async def test_it_ends_what_takes_too_long_and_the_task_goes_on() -> None:
    ended = []

    async def slow() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append("slow")

    patience = Patience(0.02, look=0.01)
    async with asyncio.timeout(5):
        for _ in range(2):  # the one timer goes on looking
            with pytest.raises(TimeoutError):
                await patience.wait(slow())
        await asyncio.sleep(0.05)
        assert await patience.wait(asyncio.sleep(0, "quick")) == "quick"
    task = asyncio.current_task()
    assert (ended, task and task.cancelling()) == (["slow", "slow"], 0)


async def test_each_has_a_time_of_its_own() -> None:
    patience = Patience(0.1, look=0.01)
    late, quick = await asyncio.gather(
        patience.wait(asyncio.sleep(60)), patience.wait(asyncio.sleep(0.01, 1)), return_exceptions=True
    )
    assert isinstance(late, TimeoutError)
    assert quick == 1


async def test_who_is_ended_by_somebody_else_ends() -> None:
    """Even when it was late just then, too."""
    for seconds in (60, 0.01):
        patience = Patience(seconds, look=0.02)
        task = asyncio.create_task(patience.wait(asyncio.sleep(60)))
        asyncio.get_running_loop().call_later(0.02, task.cancel)
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_work_that_will_not_end_is_not_counted_as_ended() -> None:
    async def stubborn() -> str:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            return "done"
        return "slept"

    assert await Patience(0.01, look=0.01).wait(stubborn()) == "done"
    task = asyncio.current_task()
    assert task is not None
    assert task.cancelling() == 0
