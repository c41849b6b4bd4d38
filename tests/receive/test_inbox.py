"""The worker of the inbox: order for each, side by side for all, nothing lost when it ends or is cut off."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlmodel import select
from structlog.testing import capture_logs

from bot.chat.lanes import Lanes
from bot.db.database import Database
from bot.db.tables import Inbox as Row
from bot.db.tables import InboxStatus
from bot.metrics import Metrics
from bot.receive.arrivals import Json
from bot.receive.inbox import LINGER, Inbox
from bot.services import inbox as service
from bot.services.inbox import LEASE, LeaseLostError, Taken
from tests.chat.stage import StillClock
from tests.receive.updates import ANA, BEN, written

Handle = Callable[[Json, Taken], Awaitable[bool]]


class Desk:
    """Workers on one database, and what they did in which order."""

    def __init__(self, database: Database, now: datetime) -> None:
        self.database = database
        self.now = now
        self.metrics = Metrics()
        self.handled: list[int] = []

    async def handle(self, update: Json, taken: Taken) -> bool:
        """Give way to others, the longer the smaller the number, so that order does not come by itself."""
        await asyncio.sleep(0.02 / update["update_id"])
        self.handled.append(update["update_id"])
        return True

    def worker(
        self,
        handle: Handle | None = None,
        name: str = "a",
        lease: timedelta = LEASE,
        lanes: Lanes | None = None,
        linger: float = LINGER,
    ) -> Inbox:
        """Make a worker."""
        clock = StillClock(self.now)
        handle = handle or self.handle
        lanes, metrics = lanes or Lanes(), self.metrics
        return Inbox(self.database, lanes, handle, clock, metrics, holder=name, lease=lease, linger=linger)

    def rows(self) -> list[Row]:
        """All rows, oldest first."""
        return self.database.call(lambda session: list(session.exec(select(Row).order_by("update_id"))))

    def states(self) -> dict[int, str]:
        """The state of each update."""
        return {row.update_id: row.status for row in self.rows()}

    async def settled(self) -> None:
        """Wait until nothing waits."""
        async with asyncio.timeout(10):
            while (await self.database.run(service.backlog)).waiting:  # noqa: ASYNC110 - the database tells nobody
                await asyncio.sleep(0.005)

    def counted(self, name: str) -> float:
        """A figure."""
        return self.metrics.registry.get_sample_value("midback_updates_handled_total", {"outcome": name}) or 0


@pytest.fixture
def desk(database: Database, now: datetime) -> Desk:
    """Give a desk."""
    return Desk(database, now)


@asynccontextmanager
async def cut_off(worker: Inbox) -> AsyncIterator[None]:
    """Work while the block runs, then be gone without a word, as after a power cut."""
    worker._open = True
    task = asyncio.create_task(worker._work())
    yield
    task.cancel()
    await asyncio.wait({task})


async def test_it_handles_what_comes_in(desk: Desk) -> None:
    worker = desk.worker()
    async with worker.working():
        await worker.take_in([written(1), written(2, BEN)])
        await desk.settled()
    assert sorted(desk.handled) == [1, 2]
    assert desk.states() == {1: "done", 2: "done"}
    assert desk.counted("done") == 2


async def test_it_keeps_each_ones_order_and_lets_nobody_wait_for_another(desk: Desk) -> None:
    worker = desk.worker()
    async with worker.working():
        await worker.take_in([written(1), written(2), written(30, BEN), written(31, BEN), written(3)])
        await desk.settled()
    assert [number for number in desk.handled if number < 30] == [1, 2, 3]
    assert [number for number in desk.handled if number >= 30] == [30, 31]
    assert desk.handled[0] == 30


async def test_two_workers_share_the_lanes_and_keep_their_order(desk: Desk) -> None:
    one, other = desk.worker(name="a"), desk.worker(name="b")
    numbers = range(1, 61)
    async with one.working(), other.working():
        for number in numbers:
            await (one if number % 2 else other).take_in([written(number, person=number % 3)])
        await desk.settled()
    assert sorted(desk.handled) == list(numbers)
    for person in range(3):
        theirs = [number for number in desk.handled if number % 3 == person]
        assert theirs == sorted(theirs)


async def test_updates_that_come_together_are_stored_together(desk: Desk) -> None:
    commits: list[object] = []
    event.listen(desk.database.engine, "commit", commits.append)
    worker = desk.worker()
    await asyncio.gather(*(worker.take_in([written(number, person=number)]) for number in range(1, 51)))
    assert len(commits) == 2
    assert len(desk.rows()) == 50


async def test_an_update_is_begun_with_when_it_is_stored(desk: Desk) -> None:
    """No further transaction is needed when nothing else of the same person is in hand."""
    commits: list[object] = []
    before: list[int] = []

    async def count(update: Json, taken: Taken) -> bool:
        before.append(len(commits))
        return True

    worker = desk.worker(count)
    async with worker.working():
        await asyncio.sleep(0)  # it begins to look, and
        await desk.database.run(service.backlog)  # now has looked
        event.listen(desk.database.engine, "commit", commits.append)
        await worker.take_in([written(1), written(2, BEN)])
        await desk.settled()
    assert before == [1, 1]


async def test_what_ends_soon_after_one_another_is_noted_together(desk: Desk) -> None:
    async def quick(update: Json, taken: Taken) -> bool:
        await asyncio.sleep(0.007)
        return True

    worker = desk.worker(quick, lanes=Lanes(1), linger=0.3)  # one after another
    said: list[str] = []
    async with worker.working():
        await worker.take_in([written(number, person=number) for number in range(1, 4)])
        event.listen(desk.database.engine, "before_cursor_execute", lambda *call: said.append(call[2]))
        await desk.settled()
    assert len([words for words in said if "status=?" in words]) == 1


async def test_one_that_could_not_be_stored_is_not_called_stored(desk: Desk) -> None:
    """Those that were to share a transaction try it again, each for themselves and the others."""
    with desk.database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE inbox RENAME TO hidden")
    worker = desk.worker()
    together = (worker.take_in([written(number)]) for number in range(1, 4))
    found = await asyncio.gather(*together, return_exceptions=True)
    assert [type(error) for error in found] == [OperationalError] * 3


async def test_it_finishes_what_is_in_hand_before_it_ends(desk: Desk) -> None:
    begun, gate = asyncio.Event(), asyncio.Event()

    async def slow(update: Json, taken: Taken) -> bool:
        begun.set()
        await gate.wait()
        return True

    worker = desk.worker(slow)
    async with worker.working():
        await worker.take_in([written(1), written(2)])
        await begun.wait()
        asyncio.get_running_loop().call_later(0.05, gate.set)
    assert desk.states() == {1: "done", 2: "waiting"}
    assert [row.claimed_by for row in desk.rows()] == ["", ""]


async def test_it_lets_go_of_what_takes_too_long_to_finish(desk: Desk) -> None:
    begun = asyncio.Event()

    async def endless(update: Json, taken: Taken) -> bool:
        begun.set()
        await asyncio.Event().wait()
        return True

    worker = desk.worker(endless)
    async with worker.working(patience=0.05):
        await worker.take_in([written(1)])
        await begun.wait()
    async with desk.worker(name="b").working():
        await desk.settled()
    assert desk.handled == [1]


async def test_what_a_dead_worker_had_in_hand_is_done_by_another_one(desk: Desk) -> None:
    begun = asyncio.Event()

    async def dying(update: Json, taken: Taken) -> bool:
        begun.set()
        await asyncio.Event().wait()
        return True

    lanes = Lanes()
    dead = desk.worker(dying, lease=timedelta(seconds=0.1), lanes=lanes)
    async with cut_off(dead):
        await dead.take_in([written(1)])
        await begun.wait()
    async with desk.worker(name="b").working():
        await desk.settled()
    assert desk.handled == [1]
    await lanes.cancel()


async def test_a_slow_turn_keeps_its_lease(desk: Desk) -> None:
    """A living worker renews it, so nobody else begins with the same."""

    async def slow(update: Json, taken: Taken) -> bool:
        await asyncio.sleep(3.5)
        return await desk.handle(update, taken)

    worker = desk.worker(slow, lease=timedelta(seconds=3))
    async with worker.working(), desk.worker(name="b").working():
        await worker.take_in([written(1)])
        await desk.settled()
    assert desk.handled == [1]
    assert desk.rows()[0].attempts == 1


async def test_what_did_not_go_well_is_set_aside_and_counted(desk: Desk) -> None:
    async def failing(update: Json, taken: Taken) -> bool:
        return False

    worker = desk.worker(failing)
    async with worker.working():
        await worker.take_in([written(1)])
        await desk.settled()
    [row] = desk.rows()
    assert (row.status, row.payload) == (InboxStatus.SET_ASIDE, {})
    assert desk.counted("failed") == 1


async def test_an_error_costs_one_update_and_no_more(desk: Desk) -> None:
    async def failing(update: Json, taken: Taken) -> bool:
        if update["update_id"] == 1:
            raise ZeroDivisionError
        return await desk.handle(update, taken)

    worker = desk.worker(failing)
    with capture_logs() as logs:
        async with worker.working():
            await worker.take_in([written(1, text="my back"), written(2)])
            await desk.settled()
    assert desk.handled == [2]
    assert desk.states() == {1: "set-aside", 2: "done"}
    assert [line["update"] for line in logs if line["event"] == "update failed"] == [1]
    assert "my back" not in str([{k: v for k, v in line.items() if k != "exc_info"} for line in logs])


async def test_while_the_database_is_out_of_reach_nothing_is_given_up(desk: Desk) -> None:
    tries: list[int] = []

    async def locked_out(update: Json, taken: Taken) -> bool:
        tries.append(taken.attempts)
        if len(tries) < 3:
            raise OperationalError("SELECT", {}, Exception("database is locked"))
        return await desk.handle(update, taken)

    worker = desk.worker(locked_out)
    with capture_logs():
        async with worker.working():
            await worker.take_in([written(1)])
            await desk.settled()
    assert desk.handled == [1]
    assert tries == [1, 1, 1]


async def test_what_another_replica_took_over_is_left_to_it(desk: Desk) -> None:
    async def late(update: Json, taken: Taken) -> bool:
        desk.database.call(lambda session: setattr(session.get_one(Row, 1), "claimed_by", "b"))
        raise LeaseLostError

    worker = desk.worker(late)
    with capture_logs() as logs:
        async with worker.working(patience=5):
            await worker.take_in([written(1)])
            await asyncio.sleep(0.1)
    [row] = desk.rows()
    assert (row.status, row.claimed_by) == (InboxStatus.WAITING, "b")
    assert "another replica took over" in [line["event"] for line in logs]


async def test_a_worker_outlives_a_database_that_goes_away(desk: Desk) -> None:
    worker = desk.worker()
    with capture_logs() as logs:
        async with worker.working():
            with desk.database.engine.begin() as connection:
                connection.exec_driver_sql("ALTER TABLE inbox RENAME TO hidden")
            await asyncio.sleep(1.2)
            with desk.database.engine.begin() as connection:
                connection.exec_driver_sql("ALTER TABLE hidden RENAME TO inbox")
            await worker.take_in([written(1)])
            await desk.settled()
    assert desk.handled == [1]
    assert "the inbox is out of reach" in [line["event"] for line in logs]


async def test_one_that_is_no_update_is_refused_and_nothing_is_stored(desk: Desk) -> None:
    with pytest.raises(ValueError, match="number"):
        await desk.worker().take_in([written(1), {"message": {}}])
    assert desk.rows() == []


async def test_numbers_of_what_is_long_done_are_forgotten(desk: Desk) -> None:
    worker = desk.worker()
    async with worker.working():
        await worker.take_in([written(1)])
        await desk.settled()
        desk.database.call(
            lambda session: setattr(session.get_one(Row, 1), "received_at", desk.now - timedelta(days=3))
        )
        await worker.tidy()
    assert desk.rows() == []


async def test_it_counts_what_comes_in_by_kind(desk: Desk) -> None:
    await desk.worker().take_in([written(1), written(2, ANA)])
    found = desk.metrics.registry.get_sample_value("midback_updates_total", {"kind": "message"})
    assert found == 2
