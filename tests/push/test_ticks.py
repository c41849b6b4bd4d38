"""The tick: from a rule to a message, and a schedule that nothing stops."""

import asyncio
from datetime import UTC, datetime, time, timedelta
from itertools import count

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from sqlalchemy import event, insert
from sqlmodel import col, select
from structlog.testing import capture_logs

from bot.chat.errors import Sent
from bot.db.database import Database
from bot.db.tables import METADATA, Delivery, DeliveryStatus, Person, Reminder
from bot.push.outbox import Outbox
from bot.push.ticks import BATCH, Tick, schedule
from bot.services import reminders
from bot.services.outbox import Claimed
from tests.edge_cases.stage import AnyPace


class SetClock:
    """Shows the time to which it was set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return the time to which it was set."""
        return self.moment


class Inbox:
    """Takes every message and remembers on which wall time it came."""

    def __init__(self) -> None:
        self.walls: list[str] = []

    async def __call__(self, claimed: Claimed) -> Sent:
        self.walls.append(claimed.wall.isoformat(timespec="minutes"))
        return Sent(message_id=1)


async def test_it_brings_each_reminder_once_while_time_goes_on(
    database: Database, person: Person, now: datetime
) -> None:
    database.call(reminders.add, 7, "0123456", [time(7, 30), time(18)], now)
    clock, inbox = SetClock(now), Inbox()
    tick = Tick(database, Outbox(database, inbox, pace=AnyPace()), clock)
    for _ in range(3 * 24 * 2):
        clock.moment += timedelta(minutes=30)
        await tick()
        await tick()
    assert inbox.walls == [
        "2026-03-02T18:00",
        "2026-03-03T07:30",
        "2026-03-03T18:00",
        "2026-03-04T07:30",
        "2026-03-04T18:00",
        "2026-03-05T07:30",
    ]


async def test_it_brings_nothing_twice_when_two_replicas_and_a_demo_tick_together(
    database: Database, person: Person, now: datetime
) -> None:
    database.call(reminders.add, 7, "0123456", [time(18)], now)
    clock, inbox = SetClock(datetime(2026, 3, 2, 17, tzinfo=UTC)), Inbox()
    one, other = (Tick(database, Outbox(database, inbox), clock) for _ in range(2))
    await asyncio.gather(one(), other(), one(), other())
    assert inbox.walls == ["2026-03-02T18:00"]


async def test_it_goes_back_in_time_without_repeating_itself(
    database: Database, person: Person, now: datetime
) -> None:
    database.call(reminders.add, 7, "0123456", [time(18)], now)
    clock, inbox = SetClock(now), Inbox()
    tick = Tick(database, Outbox(database, inbox, pace=AnyPace()), clock)
    for hours in (8, -20, 8, 20, -30):
        clock.moment += timedelta(hours=hours)
        await tick()
    assert inbox.walls == ["2026-03-02T18:00"]


async def test_it_logs_an_error_by_its_kind_alone_and_goes_on(
    database: Database, person: Person, now: datetime
) -> None:
    class Broken:
        async def flush(self, now: datetime) -> int:
            raise ValueError("a name that must not be logged")

    database.call(reminders.add, 7, "0123456", [time(18)], now)
    tick = Tick(database, Broken(), SetClock(datetime(2026, 3, 2, 17, tzinfo=UTC)))  # type: ignore[arg-type]
    with capture_logs() as lines:
        await tick()
        await tick()
    assert [(line["event"], line["error"]) for line in lines] == [("tick failed", "ValueError")] * 2
    assert "must not" not in str(lines)


async def test_it_ticks_on_schedule_one_at_a_time_whatever_happens() -> None:
    busy, most, ticks = 0, 0, 0
    enough = asyncio.Event()

    async def tick() -> None:
        nonlocal busy, most, ticks
        busy, ticks = busy + 1, ticks + 1
        most = max(most, busy)
        await asyncio.sleep(0.03)
        busy -= 1
        if ticks == 3:
            enough.set()

    scheduler = AsyncIOScheduler(timezone="UTC")
    schedule(scheduler, tick, seconds=0.02)
    scheduler.start()
    await asyncio.wait_for(enough.wait(), 10)
    scheduler.shutdown(wait=False)
    assert most == 1


async def test_it_schedules_objects_that_can_be_called(
    database: Database, person: Person, now: datetime
) -> None:
    database.call(reminders.add, 7, "0123456", [time(18)], now)
    due = datetime(2026, 3, 2, 17, tzinfo=UTC)
    inbox = Inbox()
    scheduler = AsyncIOScheduler(timezone="UTC")
    schedule(scheduler, Tick(database, Outbox(database, inbox), SetClock(due)), seconds=0.02)
    scheduler.start()
    for _ in range(200):
        await asyncio.sleep(0.02)
        if inbox.walls:
            break
    scheduler.shutdown(wait=False)
    await asyncio.sleep(0.05)
    row = database.call(lambda session: session.exec(select(Delivery)).one())
    assert row.status == DeliveryStatus.SENT


async def test_it_lets_late_ticks_run_once_and_never_misses_for_being_late() -> None:
    scheduler = AsyncIOScheduler(timezone="UTC")
    schedule(scheduler, lambda: asyncio.sleep(0))
    (job,) = scheduler.get_jobs()
    assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)
    assert job.trigger.interval == timedelta(seconds=1)


async def test_it_tells_what_is_stale_before_it_is_queued(
    database: Database, person: Person, now: datetime
) -> None:
    database.call(reminders.add, 7, "0123456", [time(18)], now)
    clock, inbox, told = SetClock(datetime(2026, 3, 2, 21, tzinfo=UTC)), Inbox(), list[tuple[str, str]]()
    box = Outbox(database, inbox, pace=AnyPace())
    await Tick(database, box, clock, on_skip=lambda kind, reason: told.append((kind, reason)))()
    assert (told, inbox.walls) == ([("reminder", "expired")], [])


async def test_an_idle_tick_asks_one_question(database: Database, person: Person, now: datetime) -> None:
    tick = Tick(database, Outbox(database, Inbox()), SetClock(now))
    await tick()
    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda c, cursor, text, *more: asked.append(text))
    await tick()
    assert [text for text in asked if "SELECT" in text] == asked[-1:]


@pytest.mark.parametrize(("step", "left"), [(0.0, 0), (1.0, 1)])
async def test_a_herd_is_queued_before_it_is_sent_but_not_for_long(
    database: Database, person: Person, now: datetime, step: float, left: int
) -> None:
    """Going back and forth costs time; but what is due now does not wait for all the others."""
    due = Reminder(person_id=7, weekdays="0123456", times="10:00", created_at=now, next_due_at=now)
    herd = [due.model_dump(exclude={"id"})] * (BATCH + 1)
    database.call(lambda session: session.connection().execute(insert(METADATA.tables["reminder"]), herd))
    late = select(Reminder.id).where(col(Reminder.next_due_at) <= now)
    times, found = count(), list[int]()

    async def send(claimed: Claimed) -> Sent:
        found.append(database.call(lambda session: len(session.exec(late).all())))
        return Sent(message_id=1)

    box = Outbox(database, send, pace=AnyPace())
    tick = Tick(database, box, SetClock(now), lambda: step * next(times))
    await tick()
    assert found[0] == left
