"""APScheduler with one job for each person in its SQL store: the way that its documentation shows."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.executors.base import BaseExecutor  # type: ignore[import-untyped]
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore  # type: ignore[import-untyped]
from apscheduler.schedulers.base import BaseScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.cron import CronTrigger  # type: ignore[import-untyped]

from benchmarks.house import FAR


def noop(_person: int) -> None:
    """Do nothing: the job of figures of the database alone."""


class AtOnce(BaseExecutor):  # type: ignore[misc]
    """Runs a job where it is submitted."""

    def _do_submit_job(self, job: Any, _run_times: Any) -> None:
        job.func(*job.args)
        self._run_job_success(job.id, [])


class ByHand(BaseScheduler):  # type: ignore[misc]
    """A scheduler without a thread or loop: it looks for what is due when it is told."""

    def wakeup(self) -> None:
        """Ignore: there is nobody to wake up."""

    def shutdown(self, wait: bool = True) -> None:
        """Close the store."""
        super().shutdown(wait)

    def tick(self) -> None:
        """Run what is due and store when it is due again."""
        self._process_jobs()


def scheduler(url: str, executor: BaseExecutor) -> ByHand:
    """Return a scheduler on the database at ``url``, started but idle."""
    made = ByHand(timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True})
    made.add_jobstore(SQLAlchemyJobStore(url))
    made.add_executor(executor)
    return made


def fill(url: str, jobs: int) -> dict[str, float]:
    """Add so many jobs, each at 08:00 of every day, none of them due."""
    began = time.perf_counter()
    made = scheduler(url, AtOnce())
    made.start()
    for number in range(jobs):
        made.add_job(
            noop, CronTrigger(hour=8, timezone="UTC"), [number], id=f"{number:07}", next_run_time=FAR
        )
    made.shutdown()
    return {"seconds": time.perf_counter() - began}


def ticks(url: str, due: str) -> dict[str, float]:
    """Tick with each number of ``due`` (with commas between).

    :returns: for each, milliseconds of CPU until all that was due had run
    """
    made, found = scheduler(url, AtOnce()), {}
    made.start()
    store = made._lookup_jobstore("default")
    for count in map(int, due.split(",")):
        ids = [f"{number:07}" for number in range(count)]
        _postpone(store, ids, datetime.now(UTC) - timedelta(seconds=1))
        began = time.process_time()
        made.tick()
        found[str(count)] = (time.process_time() - began) * 1000
        _postpone(store, ids, FAR)
    made.shutdown()
    return found


def _postpone(store: Any, ids: list[str], moment: datetime) -> None:
    for name in ids:
        job = store.lookup_job(name)
        job._modify(next_run_time=moment)
        store.update_job(job)


Sending = Callable[[int], Awaitable[object]]


class InLoop(BaseExecutor):  # type: ignore[misc]
    """Runs jobs as tasks of the running loop, so many at once, as its asyncio executor does."""

    def __init__(self, send: Sending, at_once: int) -> None:
        super().__init__()
        self._send, self._room, self.tasks = send, asyncio.Semaphore(at_once), set[asyncio.Task[None]]()

    def _do_submit_job(self, job: Any, _run_times: Any) -> None:
        task = asyncio.get_running_loop().create_task(self._run(job.args[0], job.id))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _run(self, person: int, job_id: str) -> None:
        async with self._room:
            await self._send(person)
        self._run_job_success(job_id, [])
