"""Clocks that jump, skip, repeat, lie or move to another country."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, select

from bot.chat.errors import Sent
from bot.db.database import Database
from bot.db.tables import Bookmark, DayMark, DeliveryStatus, Reminder
from bot.domain.deliveries import Kind
from bot.domain.reminders import Skip, snooze_until
from bot.push.outbox import Outbox
from bot.push.zones import follow_zone_data
from bot.services import people, queueing
from bot.services.outbox import Claimed
from tests.edge_cases.stage import (
    ANA,
    OK,
    coach,
    meet,
    reasons,
    remind,
    rule,
    utc,
)


async def test_01_a_gap_fires_once_at_half_past_three(database: Database) -> None:
    start = utc("2026-03-28 20:00")
    meet(database, start)
    remind(database, start, "02:30")
    one = coach(database, start)
    await one.walk(start, utc("2026-03-29 20:00"))
    assert one.telegram.walls() == ["2026-03-29 03:30"]


async def test_02_an_overlap_fires_once_at_the_first_instant(database: Database) -> None:
    start = utc("2026-10-24 20:00")
    meet(database, start)
    remind(database, start, "02:30")
    one = coach(database, start)
    await one.walk(start, utc("2026-10-25 20:00"))
    assert [at for at, _ in one.telegram.given] == [utc("2026-10-25 00:30")]


async def test_03_a_quarter_past_midnight_is_not_lost_on_the_day_after_spring_forward(
    database: Database,
) -> None:
    start = utc("2026-03-28 20:00")
    meet(database, start)
    remind(database, start, "00:15")
    one = coach(database, start)
    await one.walk(start, utc("2026-03-31 12:00"))
    assert one.telegram.walls() == ["2026-03-29 00:15", "2026-03-30 00:15", "2026-03-31 00:15"]


async def test_04_the_half_hour_of_lord_howe(database: Database) -> None:
    spring, autumn = utc("2026-10-03 12:00"), utc("2026-04-04 12:00")
    meet(database, autumn, zone="Australia/Lord_Howe")
    remind(database, autumn, "01:45")
    one = coach(database, autumn)
    await one.walk(autumn, autumn + timedelta(hours=24))
    assert [at for at, _ in one.telegram.given] == [utc("2026-04-04 14:45")]  # the first of two
    database.call(lambda session: session.delete(session.exec(select(Reminder)).one()))
    remind(database, spring, "02:15")
    one.telegram.given.clear()
    await one.walk(spring, spring + timedelta(hours=24))
    assert one.telegram.walls() == ["2026-10-04 02:45"]  # clocks jumped from 02:00 to 02:30


async def test_05_a_day_that_the_calendar_skipped_fires_nothing(database: Database) -> None:
    start = utc("2011-12-29 00:00")
    meet(database, start, zone="Pacific/Apia")
    remind(database, start, "09:00")
    one = coach(database, start)
    await one.walk(start, start + timedelta(days=3), step=timedelta(hours=1))
    assert one.telegram.walls() == ["2011-12-29 09:00", "2011-12-31 09:00", "2012-01-01 09:00"]


async def test_06_new_zone_data_recomputes_what_is_planned(either_database: Database) -> None:
    database, now = either_database, utc("2026-03-02 09:00")
    meet(database, now)
    remind(database, now, "18:00")
    as_it_was = utc("2026-03-02 16:00")  # by rules that have been abolished since

    def age(session: Session) -> None:
        session.exec(update(Reminder).values(next_due_at=as_it_was))
        session.add(Bookmark(name="zone:Europe/Madrid", value=1))

    database.call(age)
    await follow_zone_data(database)
    assert rule(database).next_due_at == utc("2026-03-02 17:00")
    assert rule(database).next_wall == "2026-03-02T18:00"
    database.call(lambda session: session.exec(update(Reminder).values(next_due_at=as_it_was)))
    await follow_zone_data(database)  # nothing new: nobody's reminders are touched, start-up stays quick
    assert rule(database).next_due_at == as_it_was


async def test_07_who_moves_keeps_the_wall_time_and_todays_is_not_repeated(database: Database) -> None:
    start = utc("2026-03-02 06:00")
    meet(database, start)
    remind(database, start, "08:00")
    one = coach(database, start)
    await one.walk(start, utc("2026-03-02 09:00"))
    database.call(people.choose_zone, ANA, "America/New_York", utc("2026-03-02 09:00"))  # 04:00 there
    await one.walk(utc("2026-03-02 09:15"), utc("2026-03-03 15:00"))
    assert one.telegram.walls() == ["2026-03-02 08:00", "2026-03-03 08:00"]
    assert one.telegram.given[1][0] == utc("2026-03-03 13:00")


async def test_08_moving_east_past_a_time_does_not_fire_it_in_retrospect(database: Database) -> None:
    start = utc("2026-03-02 16:00")
    meet(database, start, zone="America/New_York")
    remind(database, start, "12:00")
    one = coach(database, start)
    await one.at(start)
    database.call(people.choose_zone, ANA, "Europe/Madrid", start)  # it is five in the afternoon there
    await one.walk(start, utc("2026-03-03 12:00"))
    assert one.telegram.walls() == ["2026-03-03 12:00"]


async def test_09_the_leap_day_has_its_reminder(database: Database) -> None:
    start = utc("2028-02-28 00:00")
    meet(database, start)
    remind(database, start, "18:00")
    one = coach(database, start)
    await one.walk(start, utc("2028-03-01 23:00"), step=timedelta(hours=1))
    assert one.telegram.walls() == ["2028-02-28 18:00", "2028-02-29 18:00", "2028-03-01 18:00"]


async def test_10_a_clock_put_back_an_hour_repeats_nothing(database: Database) -> None:
    start = utc("2026-03-02 16:30")
    meet(database, start)
    remind(database, start, "18:00")
    one = coach(database, start)
    await one.at(start, utc("2026-03-02 17:00"), utc("2026-03-02 16:00"), utc("2026-03-02 17:00"))
    await one.walk(utc("2026-03-02 16:00"), utc("2026-03-02 20:00"))
    assert one.telegram.walls() == ["2026-03-02 18:00"]


async def test_11_a_clock_put_forward_sends_one_and_lets_the_others_expire(database: Database) -> None:
    start = utc("2026-03-02 10:00")
    meet(database, start)
    remind(database, start, "12:00", "13:00", "14:00")
    one = coach(database, start)
    await one.at(start, utc("2026-03-02 13:30"))
    assert [claimed.kind for _, claimed in one.telegram.given] == [Kind.REMINDER]  # nobody was out of reach
    assert reasons(database) == [
        (DeliveryStatus.SKIPPED, Skip.EXPIRED),
        (DeliveryStatus.SKIPPED, Skip.EXPIRED),
        (DeliveryStatus.SENT, None),
    ]
    assert database.call(lambda session: session.exec(select(DayMark)).all()) == []


async def test_12_the_databases_clock_decides_between_replicas_half_a_minute_apart(
    either_database: Database,
) -> None:
    database, due = either_database, utc("2026-03-02 17:00")
    meet(database, due - timedelta(hours=1))
    remind(database, due - timedelta(hours=1), "18:00")
    slow, fast = coach(database, due), coach(database, due + timedelta(seconds=30))
    sending, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(claimed: Claimed) -> Sent:
        sending.set()
        await go_on.wait()
        return OK

    database.call(queueing.queue_due, due)
    at_work = asyncio.create_task(Outbox(database, slowly).flush(due))
    await asyncio.wait_for(sending.wait(), 10)
    await asyncio.gather(fast.tick(), slow.tick())  # a lease by their own clocks might have run out
    go_on.set()
    await at_work
    assert fast.telegram.given == slow.telegram.given == []
    assert reasons(database) == [(DeliveryStatus.SENT, None)]


def test_36_in_20_minutes_means_20_minutes_even_where_clocks_change() -> None:
    before = datetime(2026, 3, 29, 0, 55, tzinfo=UTC)  # five to two in Madrid, clocks jump at two
    assert snooze_until(before, 20) == datetime(2026, 3, 29, 1, 15, tzinfo=UTC)
    autumn = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
    assert snooze_until(autumn, 20) == datetime(2026, 10, 25, 1, 10, tzinfo=UTC)
