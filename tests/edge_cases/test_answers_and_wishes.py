"""What people do and wish meanwhile: done, later, quiet, away, changed, blocked."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.chat.errors import Sent, Trouble
from bot.chat.screens import due as screens
from bot.db.database import Database
from bot.db.tables import DeliveryStatus
from bot.domain.exercises import Library
from bot.domain.quiet import Quiet
from bot.domain.reminders import Rule, Skip
from bot.services import answers, outbox, people, queueing, reminders
from bot.services.people import Newcomer
from bot.texts import Texts
from tests.edge_cases.stage import ANA, Coach, coach, meet, reasons, remind, rule, utc

MADRID = ZoneInfo("Europe/Madrid")
NIGHT = Quiet(time(22), time(7))


@pytest.fixture
def one(database: Database) -> Coach:
    """Give a coach that Ana met this morning, at 07:00 in Madrid."""
    start = utc("2026-03-02 06:00")
    meet(database, start)
    return coach(database, start)


def first_sent(one: Coach) -> int:
    """Return the id of the delivery that came first."""
    return one.telegram.given[0][1].delivery_id


async def test_15_done_at_twenty_past_seven_cancels_half_past(one: Coach, database: Database) -> None:
    remind(database, one.clock.moment, "07:30")
    database.call(answers.said_done, ANA, None, utc("2026-03-02 06:20"))
    await one.at(utc("2026-03-02 06:30"))
    assert one.telegram.given == []
    assert reasons(database) == [(DeliveryStatus.SKIPPED, Skip.DONE_TODAY)]


async def test_16_done_while_queued_is_dropped_at_the_last_look(one: Coach, database: Database) -> None:
    remind(database, one.clock.moment, "07:30")
    database.call(queueing.queue_due, utc("2026-03-02 06:30"))
    assert reasons(database) == [(DeliveryStatus.PENDING, None)]
    database.call(answers.said_done, ANA, None, utc("2026-03-02 06:30"))
    await one.at(utc("2026-03-02 06:30"))
    assert one.telegram.given == []
    assert reasons(database) == [(DeliveryStatus.SKIPPED, Skip.DONE_TODAY)]


@pytest.mark.parametrize(("pressed", "comes"), [("22:50", "23:50"), ("23:30", "00:30"), ("01:50", "02:50")])
async def test_17_a_snooze_over_midnight_belongs_to_yesterday(
    one: Coach, database: Database, pressed: str, comes: str
) -> None:
    """Even when it comes after three in the morning, where days begin."""
    remind(database, one.clock.moment, "23:30", days="0")
    await one.at(utc("2026-03-02 22:30"))
    later = utc(f"2026-03-0{2 if pressed > '12' else 3} {pressed}")
    database.call(answers.snooze, ANA, first_sent(one), 60, later)
    await one.at(later + timedelta(minutes=60))
    snoozed = one.telegram.given[1][1]
    at = one.clock.moment
    assert f"{at:%H:%M}" == comes
    assert database.call(answers.said_done, ANA, snoozed.delivery_id, at) == date(2026, 3, 2)


async def test_18_a_snooze_beyond_the_next_occurrence_merges_with_it(one: Coach, database: Database) -> None:
    remind(database, one.clock.moment, "18:00", "18:30")
    await one.at(utc("2026-03-02 17:00"))
    database.call(answers.snooze, ANA, first_sent(one), 60, utc("2026-03-02 17:00"))
    await one.walk(utc("2026-03-02 17:15"), utc("2026-03-02 20:00"))
    assert one.telegram.walls() == ["2026-03-02 18:00", "2026-03-02 19:00"]
    assert (DeliveryStatus.SKIPPED, Skip.MERGED) in reasons(database)


async def test_19_a_snooze_tapped_twice_is_one(one: Coach, database: Database) -> None:
    remind(database, one.clock.moment, "18:00")
    await one.at(utc("2026-03-02 17:00"))
    for seconds in (1, 2):
        now = utc("2026-03-02 17:00") + timedelta(seconds=seconds)
        database.call(answers.snooze, ANA, first_sent(one), 20, now)
    await one.walk(utc("2026-03-02 17:05"), utc("2026-03-02 20:00"), timedelta(minutes=5))
    assert len(one.telegram.given) == 2


async def test_20_quiet_hours_over_midnight_begin_with_their_beginning_and_end_before_their_end(
    one: Coach, database: Database
) -> None:
    database.call(reminders.set_quiet, ANA, NIGHT)
    for at in ("21:50", "22:00", "00:30", "06:59", "07:00"):
        remind(database, one.clock.moment, at)
    await one.walk(utc("2026-03-02 07:00"), utc("2026-03-03 07:00"), timedelta(minutes=1))
    assert one.telegram.walls() == ["2026-03-02 21:50", "2026-03-03 07:00"]
    assert reasons(database).count((DeliveryStatus.SKIPPED, Skip.QUIET)) == 3


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        ("2026-03-29 00:59", True),  # 01:59, and a minute later it is 03:00
        ("2026-03-29 01:00", True),  # 03:00
        ("2026-03-29 04:59", True),  # 06:59
        ("2026-03-29 05:00", False),  # 07:00, an hour early for the sun
        ("2026-10-25 00:30", True),  # 02:30, and once more an hour later
        ("2026-10-25 01:30", True),
        ("2026-10-25 05:59", True),  # 06:59
        ("2026-10-25 06:00", False),  # 07:00
    ],
)
def test_21_quiet_hours_in_a_night_of_change_go_by_the_wall_clock(moment: str, quiet: bool) -> None:
    assert NIGHT.holds(utc(moment), MADRID) is quiet
    assert NIGHT.over(utc("2026-03-28 23:00"), MADRID) == utc("2026-03-29 05:00")
    assert NIGHT.over(utc("2026-10-24 23:00"), MADRID) == utc("2026-10-25 06:00")


async def test_22_a_chosen_snooze_beats_quiet_hours_and_says_so(
    one: Coach, database: Database, t: Texts, library: Library
) -> None:
    database.call(reminders.set_quiet, ANA, NIGHT)
    remind(database, one.clock.moment, "21:55")
    await one.at(utc("2026-03-02 20:55"))
    back_at = database.call(answers.snooze, ANA, first_sent(one), 20, utc("2026-03-02 20:55"))
    assert back_at is not None
    screen = screens.snoozed(
        t, one.telegram.given[0][1], library, back_at, quiet=NIGHT.covers(back_at.time())
    )
    assert "22:15" in screen.text
    assert "quiet hours" in screen.text
    await one.at(utc("2026-03-02 21:15"))
    assert one.telegram.walls() == ["2026-03-02 21:55", "2026-03-02 22:15"]


async def test_23_a_vacation_sends_nothing_up_to_its_last_day_and_leaves_no_backlog(
    one: Coach, database: Database
) -> None:
    remind(database, one.clock.moment, "12:00", "18:00")
    database.call(reminders.pause_until, ANA, date(2026, 3, 5), one.clock.moment)
    await one.walk(utc("2026-03-02 06:00"), utc("2026-03-06 10:59"))
    assert one.telegram.given == []
    await one.walk(utc("2026-03-06 11:00"), utc("2026-03-06 20:00"))
    assert one.telegram.walls() == ["2026-03-06 12:00", "2026-03-06 18:00"]
    assert reasons(database).count((DeliveryStatus.SKIPPED, Skip.PAUSED)) == 8


@pytest.mark.parametrize("second", ["18:00", "18:01"])
async def test_24_two_reminders_within_a_minute_are_one_message(
    one: Coach, database: Database, second: str
) -> None:
    remind(database, one.clock.moment, "18:00")
    remind(database, one.clock.moment, second)
    await one.walk(utc("2026-03-02 16:55"), utc("2026-03-02 17:10"), timedelta(minutes=1))
    assert one.telegram.walls() == ["2026-03-02 18:00"]


@pytest.mark.parametrize("reason", [Skip.EDITED, Skip.DELETED, Skip.OFF])
async def test_25_what_is_edited_or_deleted_while_queued_does_not_come(
    one: Coach, database: Database, reason: Skip
) -> None:
    number, due = remind(database, one.clock.moment, "18:00"), utc("2026-03-02 17:00")
    database.call(queueing.queue_due, due)
    if reason is Skip.EDITED:
        database.call(reminders.change, ANA, number, Rule(frozenset({0}), (time(19),)), due)
    elif reason is Skip.DELETED:
        database.call(reminders.delete, ANA, number)
    else:
        database.call(reminders.switch, ANA, number, due, on=False)
    await one.at(due)
    assert one.telegram.given == []
    assert reasons(database) == [(DeliveryStatus.SKIPPED, reason)]
    if reason is Skip.EDITED:
        await one.at(utc("2026-03-02 18:00"))
        assert one.telegram.walls() == ["2026-03-02 19:00"]


async def test_26_whoever_blocked_the_coach_is_left_alone_and_start_revives_and_asks(
    one: Coach, database: Database
) -> None:
    remind(database, one.clock.moment, "18:00")
    one.telegram.answers = [Sent(trouble=Trouble.GONE)]
    await one.walk(utc("2026-03-02 16:00"), utc("2026-03-04 12:00"))
    assert len(one.telegram.given) == 1
    assert rule(database).next_due_at is None
    back = database.call(people.meet, Newcomer(ANA, "Ana", "en"), zone="UTC", now=utc("2026-03-04 12:00"))
    assert people.just_back(back)  # the answer to /start is the question whether reminders shall go on
    later = database.call(people.meet, Newcomer(ANA, "Ana", "en"), zone="UTC", now=utc("2026-03-04 12:01"))
    assert not people.just_back(later)
    await one.walk(utc("2026-03-04 12:00"), utc("2026-03-04 20:00"))
    assert one.telegram.walls()[1:] == ["2026-03-04 18:00"]


async def test_26_the_pushes_of_somebody_who_left_are_cancelled_whatever_their_kind(
    one: Coach, database: Database
) -> None:
    at = utc("2026-03-02 12:00")
    database.call(queueing.queue, ANA, "tip", "tip-1", at, at + timedelta(days=1))
    database.call(outbox.away, ANA, at)
    await one.walk(at, at + timedelta(hours=2))
    assert one.telegram.given == []
    assert reasons(database) == [(DeliveryStatus.SKIPPED, Skip.AWAY)]
