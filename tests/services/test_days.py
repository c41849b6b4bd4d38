"""A person's days: marks, the week, the streak, the totals."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import Session

from bot.db.database import Database
from bot.db.tables import ExerciseSession, Hold, Person, PlannedPause
from bot.domain.streak import Mark, Plans, Streak, Verdict, WeekGoal, Why
from bot.services import days, people

MONDAY = date(2026, 3, 2)


def ran(session: Session, person_id: int, now: datetime, exercises: int, seconds: int) -> None:
    """Store a session in which so much was done."""
    row = ExerciseSession(person_id=person_id, title="mine", plan=[], started_at=now)
    row.exercises_done, row.seconds_done = exercises, seconds
    session.add(row)
    session.flush()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 2, 22, 59, tzinfo=UTC), date(2026, 3, 2)),  # 23:59
        (datetime(2026, 3, 3, 1, 59, tzinfo=UTC), date(2026, 3, 2)),  # 02:59
        (datetime(2026, 3, 3, 2, 0, tzinfo=UTC), date(2026, 3, 3)),  # 03:00
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 28)),  # 01:59, then clocks jump to 03:00
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), date(2026, 3, 29)),
    ],
)
def test_the_day_ends_at_three(person: Person, moment: datetime, day: date) -> None:
    assert days.today(person, moment) == day


def test_the_day_ends_when_the_person_says_so(person: Person) -> None:
    person.day_start = time(0)
    assert days.today(person, datetime(2026, 3, 2, 23, 0, tzinfo=UTC)) == date(2026, 3, 3)


def test_a_mark_counts_once(session: Session, person: Person, now: datetime) -> None:
    assert days.mark(session, person.id, MONDAY, Mark.DONE, now)
    assert not days.mark(session, person.id, MONDAY, Mark.DONE, now)
    assert days.mark(session, person.id, MONDAY, Mark.SHORT, now)
    assert days.mark(session, person.id, MONDAY + timedelta(days=1), Mark.DONE, now)
    assert days.marks(session, person.id) == {
        MONDAY: {Mark.DONE, Mark.SHORT},
        MONDAY + timedelta(days=1): {Mark.DONE},
    }


def test_a_mark_that_two_set_at_once_counts_once(either_database: Database, now: datetime) -> None:
    either_database.call(people.meet, people.Newcomer(7, "Ana", "en"), zone="UTC", now=now)
    with ThreadPoolExecutor(1) as other, Session(either_database.engine) as session:
        assert days.mark(session, 7, MONDAY, Mark.DONE, now)
        second = other.submit(either_database.call, days.mark, 7, MONDAY, Mark.DONE, now)
        wait([second], timeout=0.3)
        session.commit()
    assert not second.result()
    assert either_database.call(days.marks, 7) == {MONDAY: {Mark.DONE}}


def test_marks_are_a_persons_own(session: Session, person: Person, now: datetime) -> None:
    ben = Person(id=8, first_name="Ben", created_at=now, first_day=MONDAY)
    session.add(ben)
    session.flush()
    session.add(PlannedPause(person_id=8, first=MONDAY, last=MONDAY))
    days.mark(session, 8, MONDAY, Mark.DONE, now)
    ran(session, 8, now, exercises=3, seconds=300)
    assert days.marks(session, person.id) == {}
    progress = days.progress(session, person.id, now)
    assert (progress.sessions, progress.goal) == (0, WeekGoal(done=0, planned=7))


def test_progress_of_somebody_who_did_nothing_yet(session: Session, person: Person, now: datetime) -> None:
    progress = days.progress(session, person.id, now)
    assert progress.today == MONDAY
    assert [row.day for row in progress.week] == [MONDAY + timedelta(days=n) for n in range(7)]
    assert {row.verdict for row in progress.week} == {Verdict.UNKNOWN}
    assert progress.streak == Streak(0, 0)
    assert (progress.sessions, progress.seconds, progress.minutes) == (0, 0, 0)


def test_progress_adds_up_what_was_done(session: Session, person: Person, now: datetime) -> None:
    days.mark(session, person.id, date(2026, 3, 1), Mark.DONE, now)
    days.mark(session, person.id, MONDAY, Mark.SHORT, now)
    ran(session, person.id, now, exercises=5, seconds=300)
    ran(session, person.id, now, exercises=1, seconds=50)
    ran(session, person.id, now, exercises=0, seconds=40)  # a set, but no exercise in full
    ran(session, person.id, now, exercises=0, seconds=0)
    progress = days.progress(session, person.id, now)
    assert progress.streak == Streak(current=2, longest=2)
    assert progress.goal == WeekGoal(done=1, planned=7)
    assert (progress.sessions, progress.seconds, progress.minutes) == (3, 390, 6)


def test_planned_days_and_pauses_decide_what_the_week_asks(
    session: Session, person: Person, now: datetime
) -> None:
    days.plan(session, person, "024", now - timedelta(days=7))
    session.add(PlannedPause(person_id=person.id, first=MONDAY, last=MONDAY))
    session.flush()
    sunday = now + timedelta(days=6)
    progress = days.progress(session, person.id, sunday)
    assert progress.goal == WeekGoal(done=0, planned=2)
    verdicts = [row.verdict for row in progress.week]
    assert verdicts[0] is Verdict.EXCUSED
    assert verdicts[1] is Verdict.REST


def test_a_change_of_days_leaves_the_past_as_it_was(session: Session, person: Person, now: datetime) -> None:
    """Whoever kept three days a week for a month and plans every day from now on keeps their row."""
    begun = now - timedelta(days=28)
    days.plan(session, person, "024", begun)
    for n in range(28):
        if (begun + timedelta(days=n)).weekday() in {0, 2, 4}:
            days.mark(session, person.id, (begun + timedelta(days=n)).date(), Mark.DONE, now)
    assert days.progress(session, person.id, now).streak == Streak(12, 12)
    days.plan(session, person, "0123456", now)
    progress = days.progress(session, person.id, now)
    assert (progress.streak, progress.goal) == (Streak(12, 12), WeekGoal(0, 7))


def test_the_last_word_of_a_day_is_its_plan(session: Session, person: Person, now: datetime) -> None:
    for weekdays in ("024", "0", "56"):
        days.plan(session, person, weekdays, now)
    assert days.plans(session, person.id) == Plans(((MONDAY, frozenset({5, 6})),))


def test_a_plan_made_further_west_is_the_newer_one(session: Session, person: Person, now: datetime) -> None:
    """Whoever flies west may plan anew on the day before the one on which they planned last."""
    days.plan(session, person, "0", now + timedelta(days=1))
    days.plan(session, person, "56", now)
    assert days.plans(session, person.id) == Plans(((MONDAY, frozenset({5, 6})),))


def test_a_plan_is_the_persons_own(session: Session, person: Person, now: datetime) -> None:
    session.add(Person(id=8, first_name="Ben", created_at=now, first_day=MONDAY))
    session.flush()
    days.plan(session, session.get_one(Person, 8), "0", now)
    days.plan(session, person, "1", now)
    assert MONDAY in days.plans(session, 8)
    assert MONDAY not in days.plans(session, person.id)


def test_a_week_of_holidays_asks_for_nothing(session: Session, person: Person, now: datetime) -> None:
    session.add(PlannedPause(person_id=person.id, first=MONDAY, last=MONDAY + timedelta(days=13)))
    session.flush()
    progress = days.progress(session, person.id, now)
    assert progress.goal == WeekGoal(done=0, planned=0)
    assert {row.why for row in progress.week} == {Why.PAUSED}


def test_a_zone_further_west_does_not_begin_after_it_ends(
    session: Session, person: Person, now: datetime
) -> None:
    """The first day was taken in another zone and may lie one day ahead after a move."""
    ana = session.get_one(Person, person.id)
    ana.first_day, ana.zone = MONDAY + timedelta(days=1), "Pacific/Pago_Pago"
    progress = days.progress(session, person.id, now)
    assert progress.today == date(2026, 3, 1)
    assert (progress.week[-1].day, progress.week[-1].why) == (date(2026, 3, 1), Why.STILL_OPEN)


def test_what_was_noted_before_the_first_day_counts_too(
    session: Session, person: Person, now: datetime
) -> None:
    """A first day that was taken by another clock may lie after the first session."""
    session.get_one(Person, person.id).first_day = MONDAY + timedelta(days=1)
    days.mark(session, person.id, MONDAY, Mark.DONE, now)
    assert days.progress(session, person.id, now + timedelta(days=1)).streak == Streak(1, 1)


@pytest.mark.parametrize(
    ("confirmed", "why"),
    [(None, Why.WAITED), (timedelta(days=2), Why.WAITED), (timedelta(minutes=1), Why.PASS_USED)],
)
def test_days_with_a_warning_sign_are_free_and_a_misunderstanding_changes_none(
    session: Session, person: Person, now: datetime, confirmed: timedelta | None, why: Why
) -> None:
    seen = now + confirmed if confirmed else None
    session.add(Hold(person_id=7, tier="b", source="words", at=now, confirmed_at=seen))
    session.flush()
    rows = {row.day: row for row in days.progress(session, 7, now + timedelta(days=2)).week}
    assert rows[MONDAY].why is why
