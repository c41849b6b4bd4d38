"""Sessions: presses stored as events, nothing counted twice, nothing lost over night."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import ExerciseSession, Person, SessionEvent
from bot.domain.exercises import Library, Routine
from bot.domain.sessions import Press, Status
from bot.domain.streak import Mark
from bot.services import days, routines, sessions
from bot.services.sessions import MINE, Running
from tests import builders

SLUGS = ("cat-cow", "open-book", "wall-angel")
LIBRARY = builders.library(*(builders.exercise(slug) for slug in SLUGS))
EVENING = datetime(2026, 3, 2, 22, 50, tzinfo=UTC)  # 23:50 in Madrid, where the person's day ends at 03:00
LATE = datetime(2026, 3, 3, 1, 50, tzinfo=UTC)  # 02:50
MORNING = datetime(2026, 3, 3, 2, 10, tzinfo=UTC)  # 03:10: the next day


def begin(
    session: Session, person_id: int, now: datetime, *, title: str = MINE, sets: int = 1, count: int = 2
) -> Running:
    """Begin a session of ``count`` exercises with so many sets each."""
    entries = [builders.entry(slug, sets=sets) for slug in SLUGS[:count]]
    running = sessions.start(session, person_id, title, entries, LIBRARY, language="en", now=now)
    assert running
    return running


def do(session: Session, running: Running, now: datetime, *presses: Press, person_id: int = 7) -> Running:
    """Press one button after the other, each on the card that the one before showed."""
    for what in presses:
        after = sessions.press(
            session, person_id, running.id, running.revision, what, library=LIBRARY, now=now
        )
        assert after
        assert not after.outdated
        running = after
    return running


def row_of(session: Session, running: Running) -> ExerciseSession:
    """Return what is stored about the session."""
    return session.get_one(ExerciseSession, running.id)


def test_it_begins_at_the_first_step(session: Session, person: Person, now: datetime) -> None:
    running = begin(session, person.id, now)
    assert (running.title, running.revision, running.outdated) == (MINE, 0, False)
    assert (running.player.position, running.player.step, running.card_message_id) == (0, 0, None)
    assert row_of(session, running).started_at == now


def test_it_begins_nothing_where_no_exercise_is_known(
    session: Session, person: Person, now: datetime
) -> None:
    gone = [builders.entry("on-the-moon")]
    assert sessions.start(session, person.id, MINE, gone, LIBRARY, language="en", now=now) is None
    assert sessions.start(session, person.id, MINE, [], LIBRARY, language="en", now=now) is None
    assert session.exec(select(ExerciseSession)).all() == []


def test_it_leaves_out_what_content_has_no_more(session: Session, person: Person, now: datetime) -> None:
    entries = [builders.entry("on-the-moon"), builders.entry("open-book")]
    running = sessions.start(session, person.id, MINE, entries, LIBRARY, language="en", now=now)
    assert running
    assert [item.exercise for item in running.player.items] == ["open-book"]


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
    sessions.remember_card(session, 404, 1)


def test_the_row_keeps_what_queries_need(session: Session, person: Person, now: datetime) -> None:
    running = do(session, begin(session, person.id, now), now, Press.DONE, Press.DONE)
    row = row_of(session, running)
    assert (row.status, row.revision, row.ended_at) == (Status.FINISHED, 2, now)
    assert (row.exercises_done, row.seconds_done) == (2, running.player.spent_seconds)
    assert running.player.spent_seconds > 0


def test_somebody_leaves_in_the_middle_and_goes_on_the_next_day(
    session: Session, person: Person, now: datetime
) -> None:
    left = do(session, begin(session, person.id, now, count=3), now, Press.DONE, Press.NEXT)
    session.commit()
    found = sessions.unfinished(session, person.id, LIBRARY, now)
    assert found == left
    tomorrow = now + timedelta(days=1)
    end = do(session, left, tomorrow, Press.DONE, Press.DONE)
    assert end.player.status is Status.FINISHED
    assert sessions.unfinished(session, person.id, LIBRARY, now) is None
    assert days.marks(session, person.id) == {
        date(2026, 3, 2): {Mark.SHORT},
        date(2026, 3, 3): {Mark.SHORT, Mark.DONE},
    }


def test_a_week_counts_from_the_last_press(session: Session, person: Person, now: datetime) -> None:
    pressed = now + timedelta(days=6)
    left = do(session, begin(session, person.id, now), now, Press.NEXT)
    left = do(session, left, pressed, Press.NEXT)
    assert sessions.unfinished(session, person.id, LIBRARY, pressed + timedelta(days=6)) == left
    assert sessions.unfinished(session, person.id, LIBRARY, pressed + timedelta(days=7)) is None


def test_a_session_that_was_only_begun_is_kept_a_week_too(
    session: Session, person: Person, now: datetime
) -> None:
    left = begin(session, person.id, now)
    assert sessions.unfinished(session, person.id, LIBRARY, now + timedelta(days=6)) == left
    assert sessions.unfinished(session, person.id, LIBRARY, now + timedelta(days=7)) is None


def test_what_was_left_long_ago_is_not_gone_on_with(session: Session, person: Person, now: datetime) -> None:
    """After a week away, today begins afresh; the old card itself still works."""
    left = do(session, begin(session, person.id, now), now, Press.DONE)
    week = timedelta(days=7)
    assert sessions.unfinished(session, person.id, LIBRARY, now + week - timedelta(seconds=1)) == left
    assert sessions.unfinished(session, person.id, LIBRARY, now + week) is None
    late = sessions.press(
        session, person.id, left.id, left.revision, Press.DONE, library=LIBRARY, now=now + week
    )
    assert late
    assert not late.outdated


def test_a_paused_session_waits_too(session: Session, person: Person, now: datetime) -> None:
    paused = do(session, begin(session, person.id, now), now, Press.PAUSE)
    assert sessions.unfinished(session, person.id, LIBRARY, now) == paused


def test_the_newest_of_several_is_gone_on_with(session: Session, person: Person, now: datetime) -> None:
    begin(session, person.id, now)
    newer = begin(session, person.id, now, title="desk-break")
    assert sessions.unfinished(session, person.id, LIBRARY, now) == newer


def test_a_look_at_one_exercise_does_not_take_the_place_of_today(
    session: Session, person: Person, now: datetime
) -> None:
    alone = begin(session, person.id, now, title="cat-cow", count=1)
    assert sessions.unfinished(session, person.id, LIBRARY, now) is None
    assert sessions.unfinished(session, person.id, LIBRARY, now, alone=True) == alone
    short = begin(session, person.id, now, title=MINE, count=1)
    assert sessions.unfinished(session, person.id, LIBRARY, now) == short


def test_five_taps_on_a_start_button_begin_one_session(
    session: Session, person: Person, now: datetime
) -> None:
    taps = [begin(session, person.id, now) for _ in range(5)]
    assert taps == [taps[0]] * 5
    assert len(session.exec(select(ExerciseSession)).all()) == 1


def test_a_new_start_ends_what_was_begun_under_the_same_name(
    session: Session, person: Person, now: datetime
) -> None:
    old = do(session, begin(session, person.id, now), now, Press.DONE)
    other = begin(session, person.id, now, title="desk-break")
    untouched = begin(session, person.id, now)
    longer = begin(session, person.id, now, count=3)
    assert len({one.id for one in (old, other, untouched, longer)}) == 4
    statuses = {row.id: row.status for row in session.exec(select(ExerciseSession))}
    assert statuses == {
        old.id: Status.STOPPED,
        other.id: Status.ACTIVE,
        untouched.id: Status.STOPPED,
        longer.id: Status.ACTIVE,
    }
    assert days.marks(session, person.id) == {date(2026, 3, 2): {Mark.SHORT}}


def test_a_start_ends_nothing_of_somebody_else(session: Session, person: Person, now: datetime) -> None:
    session.add(Person(id=8, first_name="Ben", created_at=now, first_day=date(2026, 3, 1)))
    session.flush()
    mine = begin(session, person.id, now)
    assert begin(session, 8, now).id != mine.id
    assert sessions.unfinished(session, person.id, LIBRARY, now) == mine


def test_what_content_has_no_more_is_passed_over(session: Session, person: Person, now: datetime) -> None:
    older = begin(session, person.id, now)
    vanished = builders.library(builders.exercise("vanished"))
    entries = [builders.entry("vanished")]
    assert sessions.start(session, person.id, "moon-walk", entries, vanished, language="en", now=now)
    assert sessions.unfinished(session, person.id, vanished, now, alone=True) != older
    assert sessions.unfinished(session, person.id, LIBRARY, now) == older


def vanish(*slugs: str) -> Library:
    """Return the library after these exercises were taken out of it."""
    left = {slug: found for slug, found in LIBRARY.exercises.items() if slug not in slugs}
    return replace(LIBRARY, exercises=left)


def at(running: Running) -> str:
    """Return the exercise that the card shows."""
    return running.player.item.exercise


def test_a_vanished_exercise_is_skipped_and_the_rest_stays_in_reach(
    session: Session, person: Person, now: datetime
) -> None:
    library = vanish("open-book")
    running = begin(session, person.id, now, count=3)
    after = sessions.press(session, person.id, running.id, 0, Press.DONE, library=library, now=now)
    assert after
    assert (at(after), after.revision) == ("wall-angel", 2)
    back = sessions.press(session, person.id, running.id, 2, Press.BACK, library=library, now=now)
    assert back
    assert at(back) == "cat-cow"
    forth = sessions.press(
        session, person.id, running.id, back.revision, Press.SKIP, library=library, now=now
    )
    assert forth
    end = sessions.press(session, person.id, running.id, forth.revision, Press.DONE, library=library, now=now)
    assert end
    assert (end.player.status, end.player.exercises_done) == (Status.FINISHED, 2)
    assert row_of(session, running).revision == end.revision
    assert Mark.DONE in days.marks(session, person.id)[date(2026, 3, 2)]


@pytest.mark.parametrize("before", [(), (Press.PAUSE,)])
def test_a_session_is_gone_on_with_past_the_exercise_at_which_it_stood(
    session: Session, person: Person, now: datetime, before: tuple[Press, ...]
) -> None:
    """The card of today leads on; to look at it stores nothing, to press it does."""
    left = do(session, begin(session, person.id, now, count=3), now, *before)
    library = vanish("cat-cow")
    found = sessions.unfinished(session, person.id, library, now)
    assert found
    assert (found.id, at(found), found.player.status) == (left.id, "open-book", Status.ACTIVE)
    assert row_of(session, left).revision == left.revision
    after = sessions.press(session, person.id, found.id, found.revision, Press.DONE, library=library, now=now)
    assert after
    assert (after.outdated, at(after), after.player.sets_done) == (False, "wall-angel", 1)


def test_the_last_set_of_an_exercise_counts_on_the_card_from_before_it_vanished(
    session: Session, person: Person, now: datetime
) -> None:
    left = begin(session, person.id, now)
    after = sessions.press(session, person.id, left.id, 0, Press.DONE, library=vanish("cat-cow"), now=now)
    assert after
    assert (after.outdated, at(after), after.player.done) == (False, "open-book", (True, False))


def test_a_session_of_which_nothing_is_left_ends(session: Session, person: Person, now: datetime) -> None:
    nothing = vanish(*SLUGS)
    left = begin(session, person.id, now)
    assert sessions.unfinished(session, person.id, nothing, now) is None
    assert sessions.start_over(session, person.id, left.id, nothing, now) is None
    end = sessions.press(session, person.id, left.id, 0, Press.TIP, library=nothing, now=now)
    assert end
    assert end.player.status is Status.STOPPED


def test_starting_over_leaves_out_what_vanished(session: Session, person: Person, now: datetime) -> None:
    old = do(session, begin(session, person.id, now, count=3), now, Press.DONE)
    new = sessions.start_over(session, person.id, old.id, vanish("cat-cow"), now)
    assert new
    assert [item.exercise for item in new.player.items] == ["open-book", "wall-angel"]
    assert sessions.start_over(session, person.id, old.id, vanish("cat-cow"), now) == new


def test_today_begins_the_own_routine_else_the_first_ready_made_one(session: Session, person: Person) -> None:
    ready = Routine("ready", 1, desk_break=False, seconds=60, entries=(builders.entry(),), texts={})
    library = replace(LIBRARY, routines={"ready": ready})
    assert sessions.planned(session, person.id, LIBRARY) == (MINE, [])
    assert sessions.planned(session, person.id, library) == ("ready", ready.entries)
    routines.add(session, person.id, builders.exercise("vanished"), "standard")
    assert sessions.planned(session, person.id, library) == ("ready", ready.entries)
    routines.add(session, person.id, LIBRARY.exercises["open-book"], "standard")
    assert sessions.planned(session, person.id, library) == (MINE, [builders.entry("open-book")])


def test_what_is_over_is_not_gone_on_with(session: Session, person: Person, now: datetime) -> None:
    do(session, begin(session, person.id, now), now, Press.STOP)
    do(session, begin(session, person.id, now, count=1), now, Press.DONE)
    assert sessions.unfinished(session, person.id, LIBRARY, now) is None


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


def test_starting_over_ends_the_old_one_and_counts_it(
    session: Session, person: Person, now: datetime
) -> None:
    old = do(session, begin(session, person.id, now), now, Press.DONE)
    new = sessions.start_over(session, person.id, old.id, LIBRARY, now)
    assert new
    assert new.id != old.id
    assert (new.revision, new.title, new.player.items) == (0, old.title, old.player.items)
    assert row_of(session, old).status == Status.STOPPED
    assert sessions.unfinished(session, person.id, LIBRARY, now) == new
    assert days.progress(session, person.id, now).sessions == 1
    late = sessions.press(session, person.id, old.id, old.revision, Press.DONE, library=LIBRARY, now=now)
    assert late
    assert late.outdated


def test_starting_over_twice_begins_one_session(session: Session, person: Person, now: datetime) -> None:
    old = do(session, begin(session, person.id, now), now, Press.DONE)
    new = sessions.start_over(session, person.id, old.id, LIBRARY, now)
    assert new
    assert sessions.start_over(session, person.id, old.id, LIBRARY, now) == new
    moved = do(session, new, now, Press.NEXT)
    assert sessions.start_over(session, person.id, old.id, LIBRARY, now) == moved
    again = sessions.start_over(session, person.id, new.id, LIBRARY, now)
    assert again
    assert again.id not in {old.id, new.id}


def test_starting_over_what_is_over_leaves_it_as_it_was(
    session: Session, person: Person, now: datetime
) -> None:
    old = do(session, begin(session, person.id, now, count=1), now, Press.DONE)
    assert sessions.start_over(session, person.id, old.id, LIBRARY, now + timedelta(hours=1))
    row = row_of(session, old)
    assert (row.status, row.revision, row.ended_at) == (Status.FINISHED, 1, now)


def test_it_remembers_its_card(session: Session, person: Person, now: datetime) -> None:
    running = begin(session, person.id, now)
    sessions.remember_card(session, running.id, 2**40)
    found = sessions.unfinished(session, person.id, LIBRARY, now)
    assert found
    assert found.card_message_id == 2**40
