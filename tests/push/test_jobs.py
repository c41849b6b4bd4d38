"""Jobs of the scheduler: they outlive an outage, and the end waits for them."""

import asyncio

import pytest
from sqlalchemy.exc import OperationalError

from bot.push.jobs import Jobs


async def test_a_job_that_fails_is_noted_without_its_words(capfd: pytest.CaptureFixture[str]) -> None:
    """The scheduler would log the whole traceback, with what a database quotes."""

    async def job() -> None:
        raise OperationalError("SELECT 'my back hurts'", {}, Exception("my back hurts"))

    await Jobs().kept(job)()
    said = "".join(capfd.readouterr())
    assert "OperationalError" in said
    assert "my back hurts" not in said
    assert "Traceback" not in said


async def test_the_end_waits_for_what_runs_but_not_for_ever() -> None:
    jobs, done = Jobs(), list[str]()

    async def job(seconds: float, name: str) -> None:
        await asyncio.sleep(seconds)
        done.append(name)

    quick = asyncio.create_task(jobs.kept(lambda: job(0.05, "quick"))())
    slow = asyncio.create_task(jobs.kept(lambda: job(60, "slow"))())
    await asyncio.sleep(0)
    await jobs.end(0.2)
    assert done == ["quick"]
    assert quick.done()
    slow.cancel()
    await jobs.end(0)


async def test_a_job_that_is_cut_off_is_cut_off() -> None:
    """Being cancelled is no failure to be swallowed."""
    jobs = Jobs()
    task = asyncio.create_task(jobs.kept(lambda: asyncio.sleep(60))())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_what_is_cut_off_at_the_end_is_noted_in_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    """The scheduler cuts off what did not end in time, and would log a traceback of that, too."""
    jobs = Jobs()
    task = asyncio.create_task(jobs.kept(lambda: asyncio.sleep(60))())
    await asyncio.sleep(0)
    await jobs.end(0.01)
    task.cancel()
    await task
    assert "job cut off" in "".join(capfd.readouterr())
