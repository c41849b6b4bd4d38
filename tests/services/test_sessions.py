"""Sessions: presses stored as events, nothing counted twice, days kept."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from bot.db.tables import Person, SessionEvent
from bot.domain.sessions import Press, Status
from bot.domain.streak import Mark
from bot.services import days, sessions
from bot.services.sessions import MINE
from tests.services.playing import LIBRARY, begin, do, row_of

EVENING = datetime(2026, 3, 2, 22, 50, tzinfo=UTC)  # 23:50 in Madrid, where the person's day ends at 03:00
LATE = datetime(2026, 3, 3, 1, 50, tzinfo=UTC)  # 02:50
MORNING = datetime(2026, 3, 3, 2, 10, tzinfo=UTC)  # 03:10: the next day


def test_it_begins_at_the_first_step(session: Session, person: Person, now: datetime) -> None:
    running = begin(session, person.id, now)
    assert (running.title, running.revision, running.outdated) == (MINE, 0, False)
    assert (running.player.position, running.player.step) == (0, 0)
    assert row_of(session, running).started_at == now


def test_a_press_moves_on_and_is_stored(session: Session, person: Person, now: datetime) -> None:
    running = do(session, begin(session, person.id, now), now, Press.NEXT)
    assert (running.revision, running.player.step) == (1, 1)
    [event] = session.exec(select(SessionEvent)).all()
    assert (event.session_id, event.seq, event.press, event.at) == (running.id, 1, Press.NEXT, now)


def test_a_double_press_counts_once(session: Session, person: Person, now: datetime) -> None:
    running = begin(session, person.id, now, sets=2)
    first = sessions.press(session, person.id, running.id, 0, Press.DONE, library=LIBRARY, now=now)
    second = sessions.press(session, person.id, running.id, 0, Press.DONE, library=LIBRARY, now=now)
    assert first
    assert second
    assert (first.outdated, second.outdated) == (False, True)
    assert second.player == first.player
    assert second.player.sets_done == second.revision == 1


@pytest.mark.parametrize("revision", [-1, 1, 10**6])
def test_a_press_on_another_revision_shows_the_truth(
    session: Session, person: Person, now: datetime, revision: int
) -> None:
    running = begin(session, person.id, now)
    late = sessions.press(session, person.id, running.id, revision, Press.STOP, library=LIBRARY, now=now)
    assert late
    assert late.outdated
    assert (late.revision, late.player) == (0, running.player)


def test_a_press_that_makes_no_sense_changes_nothing(session: Session, person: Person, now: datetime) -> None:
    running = begin(session, person.id, now)
    odd = sessions.press(session, person.id, running.id, 0, Press.RESUME, library=LIBRARY, now=now)
    assert odd
    assert (odd.outdated, odd.revision) == (True, 0)
    assert session.exec(select(SessionEvent)).all() == []


def test_a_session_is_its_owners_alone(session: Session, person: Person, now: datetime) -> None:
    session.add(Person(id=8, first_name="Ben", created_at=now, first_day=date(2026, 3, 1)))
    session.flush()
    running = begin(session, person.id, now)
    assert sessions.press(session, 8, running.id, 0, Press.DONE, library=LIBRARY, now=now) is None
    assert sessions.start_over(session, 8, running.id, LIBRARY, now) is None
    assert sessions.unfinished(session, 8, LIBRARY, now) is None
    assert row_of(session, running).revision == 0


def test_a_session_that_never_was_is_gone(session: Session, person: Person, now: datetime) -> None:
    assert sessions.press(session, person.id, 404, 0, Press.DONE, library=LIBRARY, now=now) is None
    assert sessions.start_over(session, person.id, 404, LIBRARY, now) is None


def test_the_row_keeps_what_queries_need(session: Session, person: Person, now: datetime) -> None:
    running = do(session, begin(session, person.id, now), now, Press.DONE, Press.DONE)
    row = row_of(session, running)
    assert (row.status, row.revision, row.ended_at) == (Status.FINISHED, 2, now)
    assert (row.exercises_done, row.seconds_done) == (2, running.player.spent_seconds)
    assert running.player.spent_seconds > 0


def test_before_midnight_and_after_is_one_day(session: Session, person: Person) -> None:
    running = do(session, begin(session, person.id, EVENING), EVENING, Press.DONE)
    do(session, running, LATE, Press.DONE)
    assert days.marks(session, person.id) == {date(2026, 3, 2): {Mark.SHORT, Mark.DONE}}
    assert row_of(session, running).day == date(2026, 3, 2)


def test_three_in_the_morning_parts_two_days(session: Session, person: Person) -> None:
    running = do(session, begin(session, person.id, LATE), LATE, Press.DONE)
    do(session, running, MORNING, Press.DONE)
    assert days.marks(session, person.id) == {
        date(2026, 3, 2): {Mark.SHORT},
        date(2026, 3, 3): {Mark.DONE},
    }


def test_one_exercise_alone_keeps_the_day(session: Session, person: Person, now: datetime) -> None:
    do(session, begin(session, person.id, now, title="cat-cow", count=1), now, Press.DONE)
    assert days.marks(session, person.id) == {date(2026, 3, 2): {Mark.SHORT}}


def test_a_routine_of_one_exercise_fills_it(session: Session, person: Person, now: datetime) -> None:
    do(session, begin(session, person.id, now, title=MINE, count=1), now, Press.DONE)
    assert days.marks(session, person.id) == {date(2026, 3, 2): {Mark.DONE}}


@pytest.mark.parametrize(
    "presses", [(Press.SKIP, Press.DONE, Press.DONE), (Press.DONE, Press.DONE, Press.SKIP)]
)
def test_a_finished_routine_fills_the_day_whichever_exercise_was_skipped(
    session: Session, person: Person, now: datetime, presses: tuple[Press, ...]
) -> None:
    running = do(session, begin(session, person.id, now, count=3), now, *presses)
    assert running.player.status is Status.FINISHED
    assert Mark.DONE in days.marks(session, person.id)[date(2026, 3, 2)]


def test_skipping_the_rest_on_another_day_fills_the_day_of_the_exercises(
    session: Session, person: Person
) -> None:
    running = do(session, begin(session, person.id, LATE), LATE, Press.DONE)
    do(session, running, MORNING, Press.SKIP)
    assert days.marks(session, person.id) == {date(2026, 3, 2): {Mark.SHORT, Mark.DONE}}


def test_a_set_without_a_whole_exercise_keeps_the_day(
    session: Session, person: Person, now: datetime
) -> None:
    running = do(session, begin(session, person.id, now, sets=2), now, Press.DONE, Press.SKIP, Press.SKIP)
    assert running.player.status is Status.STOPPED
    assert days.marks(session, person.id) == {date(2026, 3, 2): {Mark.SHORT}}
    assert days.progress(session, person.id, now).sessions == 1


def test_skipping_everything_marks_nothing(session: Session, person: Person, now: datetime) -> None:
    do(session, begin(session, person.id, now), now, Press.SKIP, Press.SKIP)
    assert days.marks(session, person.id) == {}
    assert days.progress(session, person.id, now).sessions == 0


def test_stopping_keeps_what_was_done(session: Session, person: Person, now: datetime) -> None:
    running = do(session, begin(session, person.id, now), now, Press.DONE, Press.STOP)
    assert row_of(session, running).ended_at == now
    assert days.marks(session, person.id) == {date(2026, 3, 2): {Mark.SHORT}}
    assert days.progress(session, person.id, now).sessions == 1
