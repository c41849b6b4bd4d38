"""What a yes does: once, only to what is theirs, only to what they saw."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import Delivery, Person, Reminder
from bot.domain.exercises import Library
from bot.domain.reminders import Rule
from bot.domain.streak import Mark
from bot.domain.understanding.choices import Part
from bot.domain.understanding.meanings import EVERY_DAY, Times
from bot.services import days, outbox, reminders, routines, said
from bot.services.reminders import Kept
from bot.services.said import Added

EARLY = Rule(EVERY_DAY, (time(7, 30),))
LATE = Rule(frozenset({0, 2}), (time(12), time(19)))
KEPT = (Kept(1, EARLY, enabled=True), Kept(2, LATE, enabled=True))


@pytest.mark.parametrize(
    ("times", "ids"),
    [
        (Times(), [1, 2]),
        (Times(at=(time(7, 30),)), [1]),
        (Times(at=(time(19),)), [2]),
        (Times(at=(time(7, 30), time(19))), []),
        (Times(parts=(Part.MORNING,)), [1]),
        (Times(parts=(Part.AFTERNOON,)), [2]),
        (Times(parts=(Part.EVENING,)), [2]),
        (Times(weekdays=frozenset({2})), [1, 2]),
        (Times(weekdays=frozenset({3})), [1]),
        (Times(weekdays=frozenset({3}), at=(time(19),)), []),
    ],
)
def test_times_tell_which_reminders_are_meant(times: Times, ids: list[int]) -> None:
    assert [kept.id for kept in said.matching(KEPT, times)] == ids


def test_the_same_reminder_is_added_once(session: Session, person: Person, now: datetime) -> None:
    assert said.add(session, person.id, EARLY, now) is Added.NEW
    assert said.add(session, person.id, EARLY, now) is Added.THERE
    assert len(session.exec(select(Reminder)).all()) == 1


def test_one_that_is_off_is_no_reason_not_to_add_it(session: Session, person: Person, now: datetime) -> None:
    said.add(session, person.id, EARLY, now)
    [row] = session.exec(select(Reminder)).all()
    reminders.switch(session, person.id, row.id or 0, now, on=False)
    assert said.add(session, person.id, EARLY, now) is Added.NEW


def test_there_is_a_most_of_reminders(session: Session, person: Person, now: datetime) -> None:
    for hour in range(reminders.MOST):
        said.add(session, person.id, Rule(EVERY_DAY, (time(hour),)), now)
    assert said.add(session, person.id, EARLY, now) is Added.FULL


def test_all_are_deleted_that_were_seen_and_no_newer_ones(
    session: Session, person: Person, now: datetime
) -> None:
    for rule in (EARLY, LATE):
        said.add(session, person.id, rule, now)
    first, second = sorted(number or 0 for number in session.exec(select(Reminder.id)))
    assert said.clear(session, person.id, first, now) == 1
    assert session.exec(select(Reminder.id)).all() == [second]
    assert said.clear(session, person.id, first, now) == 0


def test_nobody_deletes_the_reminders_of_others(session: Session, person: Person, now: datetime) -> None:
    session.add(Person(id=8, first_name="Ben", created_at=now, first_day=now.date()))
    session.flush()
    said.add(session, person.id, EARLY, now)
    assert said.clear(session, 8, 99, now) == 0
    assert len(session.exec(select(Reminder)).all()) == 1


def test_once_is_queued_once_and_goes_out(session: Session, person: Person, now: datetime) -> None:
    wall = datetime(2026, 3, 2, 18)  # noqa: DTZ001 - what the clock on the wall shows
    for _ in range(2):
        found = said.once(session, person.id, wall, now)
        assert found
        assert found.wall == wall
    [queued] = session.exec(select(Delivery)).all()
    assert queued.due_at == datetime(2026, 3, 2, 17, tzinfo=UTC)
    assert queued.day == date(2026, 3, 2)
    assert not outbox.take(session, now).claimed
    [claimed] = outbox.take(session, queued.due_at).claimed
    assert claimed.snoozed


@pytest.mark.parametrize("ahead", [timedelta(), timedelta(minutes=-1), timedelta(days=32)])
def test_no_moment_that_is_over_or_far_ahead_is_queued(
    session: Session, person: Person, now: datetime, ahead: timedelta
) -> None:
    wall = datetime(2026, 3, 2, 10) + ahead  # noqa: DTZ001 - what the clock on the wall shows now
    assert said.once(session, person.id, wall, now) is None
    assert session.exec(select(Delivery)).all() == []


@pytest.mark.parametrize("mark", [Mark.DONE, Mark.DID_ALREADY, Mark.NOT_TODAY, None])
def test_what_is_asked_for_on_a_day_that_is_done_or_paused_comes(
    session: Session, person: Person, now: datetime, mark: Mark | None
) -> None:
    if mark:
        days.mark(session, person.id, date(2026, 3, 2), mark, now)
    else:
        reminders.pause_until(session, person.id, date(2026, 3, 4), now)
    wall = datetime(2026, 3, 2, 18)  # noqa: DTZ001 - what the clock on the wall shows
    assert said.once(session, person.id, wall, now)
    assert said.once(session, person.id, wall, now)
    assert len(outbox.take(session, datetime(2026, 3, 2, 17, tzinfo=UTC)).claimed) == 1


def test_what_was_asked_for_before_a_day_was_done_does_not_come(
    session: Session, person: Person, now: datetime
) -> None:
    said.once(session, person.id, datetime(2026, 3, 2, 18), now)  # noqa: DTZ001 - as above
    days.mark(session, person.id, date(2026, 3, 2), Mark.DONE, now)
    assert not outbox.take(session, datetime(2026, 3, 2, 17, tzinfo=UTC)).claimed


def test_in_the_hour_that_clocks_jump_over_once_comes_after_it(
    session: Session, person: Person, now: datetime
) -> None:
    wall = datetime(2026, 3, 29, 2, 30)  # noqa: DTZ001 - no clock in Madrid shows it
    found = said.once(session, person.id, wall, now)
    assert found
    assert found.wall == wall + timedelta(hours=1)


def test_what_was_called_off_does_not_come_unless_it_is_asked_for_again(
    session: Session, person: Person, now: datetime
) -> None:
    wall = datetime(2026, 3, 2, 18)  # noqa: DTZ001 - what the clock on the wall shows
    found = said.once(session, person.id, wall, now)
    assert found
    assert not said.call_off(session, 8, found.delivery_id)
    assert said.call_off(session, person.id, found.delivery_id)
    assert not said.call_off(session, person.id, found.delivery_id)
    due = datetime(2026, 3, 2, 17, tzinfo=UTC)
    assert not outbox.take(session, due).claimed
    assert said.once(session, person.id, wall, now) == found
    assert len(outbox.take(session, due).claimed) == 1


def test_a_reminder_that_comes_every_day_is_not_called_off_so(
    session: Session, person: Person, now: datetime
) -> None:
    said.add(session, person.id, EARLY, now)
    [reminder] = session.exec(select(Reminder)).all()
    row = Delivery(
        person_id=person.id, reminder_id=reminder.id, kind="reminder", occurrence="2026-03-03T07:30",
        due_at=now, planned_at=now, expires_at=now, created_at=now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    assert not said.call_off(session, person.id, row.id or 0)


@pytest.mark.parametrize("ill", [True, False])
def test_days_of_illness_say_so(session: Session, person: Person, now: datetime, ill: bool) -> None:
    for _ in range(2):
        assert said.pause(session, person.id, date(2026, 3, 4), now, ill=ill) == date(2026, 3, 4)
    told = [day for day, marks in days.marks(session, person.id).items() if Mark.ILL in marks]
    assert sorted(told) == ([date(2026, 3, day) for day in (2, 3, 4)] if ill else [])


def test_a_swap_keeps_the_place_and_takes_the_own_dose(
    session: Session, person: Person, real_library: Library
) -> None:
    routines.adopt(session, person.id, next(iter(real_library.routines.values())))
    before = [line.entry.exercise for line in routines.entries(session, person.id)]
    new = real_library.exercises["open-book"]
    moved = said.swap(session, person.id, before[1], new)
    assert [line.entry.exercise for line in moved.lines] == [before[0], "open-book", *before[2:]]
    assert moved.lines[1].entry.dose == new.standard.dose
    assert said.swap(session, person.id, before[1], new).became is Added.THERE


def test_what_was_taken_out_can_be_put_back(session: Session, person: Person, real_library: Library) -> None:
    routines.adopt(session, person.id, next(iter(real_library.routines.values())))
    before = [line.entry for line in routines.entries(session, person.id)]
    assert said.take_out(session, person.id, before[1].exercise, real_library).became is Added.NEW
    assert said.take_out(session, person.id, before[1].exercise, real_library).became is Added.GONE
    lines = routines.put_back(session, person.id)
    assert lines
    assert [line.entry for line in lines] == before
