"""Reminders on a real database: rules, what is due next, pauses, and the tick."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from bot.db.database import open_engine
from bot.db.tables import METADATA, Delivery, DeliveryStatus, Person, PlannedPause, Reminder
from bot.domain.reminders import Occurrence, Rule, Skip, upcoming
from bot.services import queueing, reminders

EVERY_DAY = "0123456"


def walls(found: tuple[Occurrence, ...]) -> list[str]:
    """Return moments as short text."""
    return [occurrence.wall.isoformat(timespec="minutes") for occurrence in found]


def deliveries(session: Session) -> list[tuple[str, str, str | None]]:
    """Return what the outbox holds: occurrence, status, reason."""
    rows = session.exec(select(Delivery).order_by(Delivery.id)).all()  # type: ignore[arg-type]
    return [(row.occurrence, row.status, row.reason) for row in rows]


def add(session: Session, now: datetime, *times: str, weekdays: str = EVERY_DAY) -> Reminder:
    """Add a reminder for Ana."""
    row = reminders.add(session, 7, weekdays, [time.fromisoformat(t) for t in times], now)
    assert row is not None
    return row


def test_it_schedules_the_next_moment_by_the_persons_clock(
    session: Session, person: Person, now: datetime
) -> None:
    row = add(session, now, "18:00", "07:30")
    assert (row.times, row.weekdays, row.next_wall) == ("07:30 18:00", EVERY_DAY, "2026-03-02T18:00")
    assert row.next_due_at == datetime(2026, 3, 2, 17, tzinfo=UTC)


def test_it_lists_what_comes_next_over_all_reminders(session: Session, person: Person, now: datetime) -> None:
    add(session, now, "18:00")
    add(session, now, "12:00", weekdays="1")
    off = add(session, now, "11:00")
    reminders.switch(session, 7, off.id or 0, now, on=False)
    found = reminders.listing(session, 7, now)
    assert walls(found.upcoming) == ["2026-03-02T18:00", "2026-03-03T12:00", "2026-03-03T18:00"]
    assert [kept.enabled for kept in found.reminders] == [True, True, False]
    assert found.reminders[1].rule == Rule(frozenset({1}), (time(12),))


def test_it_lists_nothing_for_somebody_without_reminders(
    session: Session, person: Person, now: datetime
) -> None:
    found = reminders.listing(session, 7, now)
    assert found == reminders.Listing((), (), date(2026, 3, 2), None)


@pytest.mark.parametrize(("weekdays", "times"), [("", ["07:30"]), ("01", []), ("9", ["07:30"])])
def test_it_refuses_a_rule_that_never_comes(
    session: Session, person: Person, now: datetime, weekdays: str, times: list[str]
) -> None:
    with pytest.raises(ValueError, match="reminder needs"):
        add(session, now, *times, weekdays=weekdays)


def test_it_keeps_ten_reminders_and_no_more(session: Session, person: Person, now: datetime) -> None:
    for _ in range(reminders.MOST):
        add(session, now, "07:30")
    assert reminders.add(session, 7, EVERY_DAY, [time(8)], now) is None
    assert reminders.listing(session, 7, now).full


def test_it_does_not_touch_what_is_not_theirs(session: Session, person: Person, now: datetime) -> None:
    row = add(session, now, "18:00")
    number, rule = row.id or 0, Rule(frozenset({0}), (time(5),))
    assert reminders.switch(session, 8, number, now, on=False) is None
    assert reminders.change(session, 8, number, rule, now) is None
    assert not reminders.delete(session, 8, number)
    assert row.enabled
    assert row.times == "18:00"


def test_it_switches_off_and_on(session: Session, person: Person, now: datetime) -> None:
    row = add(session, now, "18:00")
    reminders.switch(session, 7, row.id or 0, now, on=False)
    assert (row.enabled, row.next_due_at, row.next_wall) == (False, None, None)
    assert queueing.queue_due(session, now + timedelta(days=3)).due == 0
    reminders.switch(session, 7, row.id or 0, now, on=True)
    assert (row.enabled, row.next_wall) == (True, "2026-03-02T18:00")


def test_it_deletes_once(session: Session, person: Person, now: datetime) -> None:
    row = add(session, now, "18:00")
    assert reminders.delete(session, 7, row.id or 0)
    assert not reminders.delete(session, 7, row.id or 0)
    assert reminders.listing(session, 7, now).reminders == ()


def test_it_finds_new_moments_after_a_change_of_zone(session: Session, person: Person, now: datetime) -> None:
    row = add(session, now, "18:00")
    session.get_one(Person, 7).zone = "Asia/Tokyo"  # 18:00 there, right now
    reminders.reschedule(session, 7, now)
    assert row.next_due_at == datetime(2026, 3, 3, 9, tzinfo=UTC)
    session.get_one(Person, 7).zone = "America/New_York"
    reminders.reschedule(session, 7, now)
    assert row.next_due_at == datetime(2026, 3, 2, 23, tzinfo=UTC)


def test_it_shows_what_the_clock_will_show_where_clocks_jump(
    session: Session, person: Person, now: datetime
) -> None:
    night_before = datetime(2026, 3, 28, 12, tzinfo=UTC)
    add(session, night_before, "02:30")
    found = reminders.listing(session, 7, night_before)
    assert walls(found.upcoming)[0] == "2026-03-29T03:30"


# Pauses


@pytest.mark.parametrize(
    ("length", "until"),
    [(1, date(2026, 3, 2)), (3, date(2026, 3, 4)), (14, date(2026, 3, 15)), (9999, date(2027, 3, 2))],
)
def test_it_pauses_with_today_and_the_last_day_included(
    session: Session, person: Person, now: datetime, length: int, until: date
) -> None:
    assert reminders.pause(session, 7, length, now) == until
    assert reminders.paused_until(session, 7, date(2026, 3, 2)) == until
    assert reminders.paused_until(session, 7, until) == until
    assert reminders.paused_until(session, 7, until + timedelta(days=1)) is None
    assert reminders.paused_until(session, 7, date(2026, 3, 1)) is None


def test_it_passes_over_the_pause_when_it_says_what_comes_next(
    session: Session, person: Person, now: datetime
) -> None:
    add(session, now, "03:00", "18:00")
    reminders.pause(session, 7, 3, now)
    found = reminders.listing(session, 7, now)
    assert walls(found.upcoming)[:2] == ["2026-03-05T03:00", "2026-03-05T18:00"]
    assert found.paused_until == date(2026, 3, 4)


def test_it_replaces_a_running_pause_and_keeps_its_beginning(
    session: Session, person: Person, now: datetime
) -> None:
    reminders.pause(session, 7, 14, now)
    reminders.pause(session, 7, 2, now + timedelta(days=3))
    rows = session.exec(select(PlannedPause)).all()
    assert [(row.first, row.last) for row in rows] == [(date(2026, 3, 2), date(2026, 3, 6))]


def test_it_ends_a_pause_of_some_days_with_yesterday(session: Session, person: Person, now: datetime) -> None:
    reminders.pause(session, 7, 14, now)
    assert reminders.pause(session, 7, 0, now + timedelta(days=3)) is None
    rows = session.exec(select(PlannedPause)).all()
    assert [(row.first, row.last) for row in rows] == [(date(2026, 3, 2), date(2026, 3, 4))]


def test_it_forgets_a_pause_that_is_taken_back_on_its_first_day(
    session: Session, person: Person, now: datetime
) -> None:
    reminders.pause(session, 7, 14, now)
    reminders.pause(session, 7, 0, now)
    reminders.pause(session, 7, 0, now)
    assert session.exec(select(PlannedPause)).all() == []


def test_it_counts_a_pause_in_the_night_from_the_day_that_has_not_ended(
    session: Session, person: Person, now: datetime
) -> None:
    one_in_the_morning = datetime(2026, 3, 3, 0, 0, tzinfo=UTC)
    assert reminders.pause(session, 7, 1, one_in_the_morning) == date(2026, 3, 2)


# The tick


def test_it_queues_what_is_due_and_moves_on(session: Session, person: Person, now: datetime) -> None:
    row = add(session, now, "18:00")
    due = datetime(2026, 3, 2, 17, tzinfo=UTC)
    assert queueing.queue_due(session, due - timedelta(seconds=1)).due == 0
    assert queueing.queue_due(session, due).due == 1
    assert deliveries(session) == [("2026-03-02T18:00", DeliveryStatus.PENDING, None)]
    assert row.next_wall == "2026-03-03T18:00"
    delivery = session.exec(select(Delivery)).one()
    assert (delivery.due_at, delivery.expires_at) == (due, due + timedelta(hours=3))


def test_it_takes_no_more_than_the_limit_oldest_first(
    session: Session, person: Person, now: datetime
) -> None:
    add(session, now, "18:00")
    add(session, now, "17:00")
    assert queueing.queue_due(session, now + timedelta(hours=9), limit=1).due == 1
    assert [occurrence for occurrence, _, _ in deliveries(session)] == ["2026-03-02T17:00"]


def test_it_queues_one_message_for_two_reminders_at_the_same_moment(
    session: Session, person: Person, now: datetime
) -> None:
    add(session, now, "18:00")
    add(session, now, "18:00", weekdays="0")
    queueing.queue_due(session, now + timedelta(hours=8))
    assert len(deliveries(session)) == 1


def test_it_records_missed_moments_as_expired_and_queues_the_newest(
    session: Session, person: Person, now: datetime
) -> None:
    add(session, now, "07:30", "18:00")
    queueing.queue_due(session, datetime(2026, 3, 4, 7, 0, tzinfo=UTC))  # 08:00 two days later
    assert deliveries(session) == [
        ("2026-03-02T18:00", DeliveryStatus.SKIPPED, Skip.EXPIRED),
        ("2026-03-03T07:30", DeliveryStatus.SKIPPED, Skip.EXPIRED),
        ("2026-03-03T18:00", DeliveryStatus.SKIPPED, Skip.EXPIRED),
        ("2026-03-04T07:30", DeliveryStatus.PENDING, None),
    ]


def test_it_does_not_fill_the_outbox_after_a_long_sleep(
    session: Session, person: Person, now: datetime
) -> None:
    row = add(session, now, "07:30")
    queueing.queue_due(session, now + timedelta(days=365))
    assert len(deliveries(session)) <= 8
    assert row.next_due_at is not None
    assert row.next_due_at > now + timedelta(days=365)


def test_it_asks_once_for_a_wall_time_that_comes_twice_by_a_change_of_zone(
    session: Session, person: Person, now: datetime
) -> None:
    row = add(session, now, "18:00")
    queueing.queue_due(session, datetime(2026, 3, 2, 17, tzinfo=UTC))
    session.get_one(Person, 7).zone = "America/New_York"
    reminders.reschedule(session, 7, datetime(2026, 3, 2, 18, tzinfo=UTC))
    assert row.next_wall == "2026-03-03T18:00"
    queueing.queue_due(session, datetime(2026, 3, 2, 23, tzinfo=UTC))
    assert len(deliveries(session)) == 1


def test_it_drops_what_an_old_rule_had_queued(session: Session, person: Person, now: datetime) -> None:
    row = add(session, now, "18:00")
    due = datetime(2026, 3, 2, 17, tzinfo=UTC)
    queueing.queue_due(session, due)
    reminders.change(session, 7, row.id or 0, Rule(frozenset({0}), (time(19),)), due)
    session.expire_all()
    assert deliveries(session) == [("2026-03-02T18:00", DeliveryStatus.SKIPPED, Skip.EDITED)]
    assert row.next_wall == "2026-03-02T19:00"


ZONES = ["Europe/Madrid", "Australia/Lord_Howe", "America/New_York", "Africa/Cairo", "Pacific/Apia"]
QUARTERS = [time(hour, minute) for hour in range(24) for minute in (0, 30)]


@settings(max_examples=25, deadline=None)
@given(
    zone=st.sampled_from(ZONES),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    times=st.lists(st.sampled_from(QUARTERS), min_size=1, max_size=3, unique=True),
    minutes=st.integers(0, 330 * 24 * 60),
    jumps=st.lists(st.integers(-3000, 3000), min_size=1, max_size=8),
)
def test_it_queues_each_occurrence_once_however_the_clock_jumps(
    zone: str, weekdays: frozenset[int], times: list[time], minutes: int, jumps: list[int]
) -> None:
    """Minutes forth and back: nothing comes twice, and nothing up to the latest moment is left out."""
    start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    engine = open_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as session:
        session.add(Person(id=7, first_name="Ana", zone=zone, created_at=start, first_day=start.date()))
        digits = "".join(map(str, sorted(weekdays)))
        row = reminders.add(session, 7, digits, times, start)
        assert row is not None
        rule, moment, latest = reminders.rule_of(row), start, start
        for jump in jumps:
            moment += timedelta(minutes=jump)
            latest = max(latest, moment)
            queueing.queue_due(session, moment)
        found = [occurrence for occurrence, _, _ in deliveries(session)]
        expected = _until(rule, zone, start, latest)
    engine.dispose()
    assert len(found) == len(set(found))
    assert sorted(found) == sorted(expected)


def _until(rule: Rule, zone: str, start: datetime, latest: datetime) -> list[str]:
    names, after = [], start
    while (ahead := upcoming([rule], ZoneInfo(zone), after, 1)) and ahead[0].at <= latest:
        names.append(ahead[0].wall.isoformat(timespec="minutes"))
        after = ahead[0].at
    return names
