"""Figure b: a reminder's whole way: due, claimed, fenced, sent, marked. The functions run in workers.

All send through the same door, so that only the queues differ. The peers' queues know nothing of quiet hours,
blocked chats or expiry; Midback's look before each sending is part of its figure.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

from benchmarks.worker import BUTTONS, TEXT, TOKEN, WARM_UP

AT_ONCE = 32
Result = dict[str, float]
Sending = Callable[[int], Awaitable[None]]


@asynccontextmanager
async def sending(api: str) -> AsyncIterator[Sending]:
    """Give what sends the message to a person."""
    from telegram import Bot

    from bot.chat.actions import Go, Page
    from bot.chat.delivery import Door
    from bot.chat.screen import Key, Screen
    from bot.chat.transport import Transport

    screen = Screen(TEXT, tuple(tuple(Key(label, Go(Page.TODAY)) for label, _ in row) for row in BUTTONS))
    async with Bot(TOKEN, f"{api}/bot", request=Transport(), get_updates_request=Transport(1)) as bot:
        door = Door(bot, None)  # type: ignore[arg-type] - there are no pictures here

        async def send(person: int) -> None:
            sent = await door.send_once(person + 1, screen)
            if sent.trouble:
                raise RuntimeError(sent.trouble)

        yield send


class Watch:
    """Time and CPU from its making on."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def result(self, count: int) -> Result:
        """Return how many a second, and the CPU of this process for each."""
        wall, cpu = time.perf_counter() - self._wall, time.process_time() - self._cpu
        return {"per_second": count / wall, "cpu_us": cpu / count * 1e6}


async def midback(url: str, api: str, count: int) -> Result:
    """Midback's tick and outbox, with its real reminder; all are due and wait in the schedule.

    Some go before, as with the others of figure a: connections are open then, and the picture is uploaded.
    """
    from benchmarks import house
    from benchmarks.ticks import SUNDAY
    from bot.db.database import Database

    house.fill(url, WARM_UP + count)
    database = Database(url)
    house.make_due(database, WARM_UP, SUNDAY)
    async with house.sender(database, api) as send:
        tick = house.tick(database, send, house.Clock(SUNDAY + timedelta(seconds=1)))
        await tick()
        house.make_due(database, count, SUNDAY, after=WARM_UP)
        house.leave_in_peace()
        watch = Watch()
        await tick()
        result = watch.result(count)
        if (arrived := house.sent(database) - WARM_UP) != count:
            raise RuntimeError(f"{arrived} of {count} were sent")
    database.close()
    return result


async def apscheduler(url: str, api: str, count: int) -> Result:
    """APScheduler: a job a person in its SQL store, which is due, runs, and is stored with its next time."""
    from datetime import UTC, datetime

    from apscheduler.triggers.cron import CronTrigger  # type: ignore[import-untyped]

    from benchmarks.jobs import InLoop, noop, scheduler

    async with sending(api) as send:
        executor = InLoop(send, AT_ONCE)
        made = scheduler(url, executor)
        made.start()
        due = datetime.now(UTC) - timedelta(seconds=1)
        daily = CronTrigger(hour=8, timezone="UTC")

        async def run(numbers: range) -> Watch:
            for number in numbers:
                made.add_job(noop, daily, [number], id=str(number), next_run_time=due)
            watch = Watch()
            made.tick()
            while executor.tasks:
                await asyncio.gather(*executor.tasks)
            return watch

        await run(range(count, count + WARM_UP))
        result = (await run(range(count))).result(count)
        made.shutdown()
    return result


async def dbos(url: str, api: str, count: int) -> Result:
    """DBOS: a durable workflow with one step for each message, put into a queue and worked off."""
    from dbos import DBOS

    DBOS(config={"name": "bench", "system_database_url": url, "log_level": "ERROR"})
    async with sending(api) as send:

        @DBOS.step()
        async def deliver(person: int) -> None:
            await send(person)

        @DBOS.workflow()
        async def remind(person: int) -> None:
            await deliver(person)

        DBOS.launch()
        await DBOS.register_queue_async("reminders", worker_concurrency=AT_ONCE, polling_interval_sec=0.05)

        async def run(number_of: int) -> None:
            handles = [await DBOS.enqueue_workflow_async("reminders", remind, n) for n in range(number_of)]
            for handle in handles:
                await handle.get_result()

        await run(WARM_UP)
        watch = Watch()
        await run(count)
        result = watch.result(count)
    DBOS.destroy()
    return result


async def pgqueuer(url: str, api: str, count: int) -> Result:
    """PgQueuer: jobs put into its table in one call and worked off."""
    import asyncpg
    from pgqueuer import AsyncpgPoolDriver, Job, PgQueuer, Queries
    from pgqueuer.types import QueueExecutionMode

    async with sending(api) as send, asyncpg.create_pool(url, min_size=2, max_size=8) as pool:
        driver = AsyncpgPoolDriver(pool)
        queries = Queries(driver)
        await queries.install()
        done: list[int] = []

        async def run(number_of: int) -> None:
            queue = PgQueuer(driver)  # one for each run: drained, it is at its end

            @queue.entrypoint("remind", concurrency_limit=AT_ONCE)
            async def remind(job: Job) -> None:
                await send(int(job.payload or b"0"))
                done.append(1)

            payloads: list[bytes | None] = [str(number).encode() for number in range(number_of)]
            await queries.enqueue(["remind"] * number_of, payloads, [0] * number_of)
            wait = timedelta(seconds=1)
            await queue.run(mode=QueueExecutionMode.drain, batch_size=100, dequeue_timeout=wait)

        await run(WARM_UP)
        watch = Watch()
        await run(count)
        result = watch.result(count)
        if len(done) != WARM_UP + count:
            raise RuntimeError(f"{len(done)} of {WARM_UP + count} were sent")
    return result
