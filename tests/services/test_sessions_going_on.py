"""Sessions that were left: found again, begun once, started over; nothing is lost over night."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlmodel import Session, select

from bot.db.tables import ExerciseSession, Person, Screening
from bot.domain.exercises import Library, Routine
from bot.domain.sessions import Press, Status
from bot.domain.streak import Mark
from bot.services import days, routines, sessions
from bot.services.sessions import MINE
from tests import builders
from tests.services.playing import LIBRARY, begin, do, row_of


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


def test_a_session_that_was_only_begun_is_kept_for_its_day(
    session: Session, person: Person, now: datetime
) -> None:
    """What it holds followed from that day's pain: the next day asks anew, and nothing is lost."""
    left = begin(session, person.id, now)
    assert sessions.unfinished(session, person.id, LIBRARY, now + timedelta(hours=12)) == left
    assert sessions.unfinished(session, person.id, LIBRARY, now + timedelta(days=1)) is None


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


def test_a_stop_by_mistake_is_taken_back_and_loses_nothing(
    session: Session, person: Person, now: datetime
) -> None:
    before = do(session, begin(session, person.id, now, count=3), now, Press.DONE, Press.NEXT)
    stopped = do(session, before, now, Press.STOP)
    again = do(session, stopped, now, Press.RESUME)
    assert again.player == before.player
    assert (row_of(session, again).status, row_of(session, again).ended_at) == (Status.ACTIVE, None)
    assert sessions.unfinished(session, person.id, LIBRARY, now) == again


def test_a_stopped_session_gives_way_to_one_that_was_begun_since(
    session: Session, person: Person, now: datetime
) -> None:
    stopped = do(session, begin(session, person.id, now), now, Press.DONE, Press.STOP)
    new = begin(session, person.id, now)
    late = sessions.press(
        session, person.id, stopped.id, stopped.revision, Press.RESUME, library=LIBRARY, now=now
    )
    assert late == replace(new, outdated=True)
    assert row_of(session, stopped).status == Status.STOPPED


def test_a_stopped_session_that_no_longer_suits_stays_stopped(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    """An answer about health came between: nothing leads round it."""
    session.exec(select(Screening)).one().answers = {}
    session.flush()
    entries = [builders.entry("open-book")]
    running = sessions.start(session, person.id, MINE, entries, real_library, language="en", now=now)
    assert running
    seen = (session, person.id, running.id)
    stopped = sessions.press(*seen, 0, Press.STOP, library=real_library, now=now)
    session.exec(select(Screening)).one().answers = {"age": ["under-18"]}
    session.flush()
    late = sessions.press(*seen, 1, Press.RESUME, library=real_library, now=now)
    assert stopped
    assert late == replace(stopped, outdated=True)


def test_a_start_ends_nothing_of_somebody_else(session: Session, person: Person, now: datetime) -> None:
    session.add(Person(id=8, first_name="Ben", created_at=now, first_day=date(2026, 3, 1)))
    session.flush()
    mine = begin(session, person.id, now)
    assert begin(session, 8, now).id != mine.id
    assert sessions.unfinished(session, person.id, LIBRARY, now) == mine


def test_today_begins_the_own_routine_else_the_first_ready_made_one(
    session: Session, person: Person, now: datetime
) -> None:
    ready = Routine("ready", 1, desk_break=False, seconds=60, entries=(builders.entry(),), texts={})
    library = replace(LIBRARY, routines={"ready": ready})
    assert sessions.planned(session, person.id, LIBRARY, now) == (MINE, [])
    assert sessions.planned(session, person.id, library, now) == ("ready", ready.entries)
    routines.add(session, person.id, builders.exercise("vanished"), "standard")
    assert sessions.planned(session, person.id, library, now) == ("ready", ready.entries)
    routines.add(session, person.id, LIBRARY.exercises["open-book"], "standard")
    assert sessions.planned(session, person.id, library, now) == (MINE, [builders.entry("open-book")])


def test_what_is_over_is_not_gone_on_with(session: Session, person: Person, now: datetime) -> None:
    do(session, begin(session, person.id, now), now, Press.STOP)
    do(session, begin(session, person.id, now, count=1), now, Press.DONE)
    assert sessions.unfinished(session, person.id, LIBRARY, now) is None


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
