"""How a session begins: the pain before it, what changed since the last one, what is left of it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import Change, PainScore, Person
from bot.domain.exercises import Entry, Kind, Library, Routine
from bot.domain.pain import Seek, Start
from bot.domain.progression import Why
from bot.domain.sessions import Press
from bot.services import beginning, pain, progression, routines, sessions
from bot.services.sessions import Running
from tests import builders

ROW, REACH, CALM = builders.entry("row"), builders.entry("reach", sets=1), builders.entry("calm", sets=1)
LIBRARY = replace(
    builders.library(
        builders.exercise("row", kind=Kind.STRENGTH),
        builders.exercise("reach"),
        builders.exercise("calm", kind=Kind.BREATHING),
    ),
    routines={"ready": Routine("ready", 1, desk_break=False, seconds=60, entries=(ROW, REACH), texts={})},
)
DAY = timedelta(days=1)


@pytest.fixture
def ana(session: Session, person: Person) -> Person:
    """Give Ana a routine of strength work, loosening and breathing."""
    own = Routine("own", 1, desk_break=False, seconds=60, entries=(ROW, REACH, CALM), texts={})
    routines.adopt(session, person.id, own)
    return person


def begin(
    session: Session, now: datetime, score: int | None = None, what: str = "today", library: Library = LIBRARY
) -> Running:
    """Begin a session as Ana."""
    running = beginning.begin(session, 7, what, score, library, language="en", now=now)
    assert running
    return running


def lines(session: Session) -> list[Entry]:
    """Return Ana's routine."""
    return [line.entry for line in routines.entries(session, 7)]


def exercises(running: Running) -> list[str]:
    """Return what a session holds."""
    return [item.exercise for item in running.player.items]


def finish(
    session: Session, running: Running, now: datetime, extra: int | None = 2, after: int | None = 1
) -> None:
    """Do all of a session and say how it was."""
    while not running.player.over:
        seen = (7, running.id, running.revision, Press.DONE)
        done = sessions.press(session, *seen, library=LIBRARY, now=now)
        assert done
        running = done
    for at, item in enumerate(running.player.items):
        if item.exercise == "row" and extra is not None:
            pain.effort(session, 7, running.id, at, extra, library=LIBRARY, now=now)
    if after is not None:
        pain.after(session, 7, running.id, after, LIBRARY, now)


def test_it_asks_before_a_session_and_changes_nothing(session: Session, ana: Person, now: datetime) -> None:
    asked = beginning.ask(session, 7, "today", LIBRARY, now)
    assert ([one.exercise for one in asked.entries], asked.yesterday, asked.seek) == (
        ["row", "reach", "calm"],
        False,
        (),
    )
    assert not session.new
    assert not session.dirty


@pytest.mark.parametrize(
    ("score", "left", "start"),
    [
        (None, ["row", "reach", "calm"], Start.AS_PLANNED),
        (3, ["row", "reach", "calm"], Start.AS_PLANNED),
        (4, ["reach", "calm"], Start.GENTLE),
        (6, ["calm"], Start.BREATHING_ONLY),
    ],
)
def test_the_pain_before_it_shapes_a_session(
    session: Session, ana: Person, now: datetime, score: int | None, left: list[str], start: Start
) -> None:
    running = begin(session, now, score)
    assert exercises(running) == left
    assert beginning.notes(session, 7, running.id).start is start


def test_a_ready_made_routine_is_shaped_too(session: Session, ana: Person, now: datetime) -> None:
    assert exercises(begin(session, now, 5, "ready")) == ["reach"]
    assert exercises(begin(session, now, 9, "ready")) == ["calm"]


@pytest.mark.parametrize("what", ["gone", ""])
def test_nothing_comes_of_what_is_not_there(session: Session, ana: Person, now: datetime, what: str) -> None:
    assert beginning.begin(session, 7, what, 2, LIBRARY, language="en", now=now) is None


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_is_0_to_10(session: Session, ana: Person, now: datetime, score: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        begin(session, now, score)


def test_a_double_press_begins_once_and_counts_once(session: Session, ana: Person, now: datetime) -> None:
    first, second = begin(session, now, 2), begin(session, now, 2)
    assert first == second
    assert [(one.score, one.moment) for one in session.exec(select(PainScore))] == [(2, "before")]


def test_a_number_tapped_by_mistake_is_put_right_by_the_next_one(
    session: Session, ana: Person, now: datetime
) -> None:
    """Nothing was done with the first, so it says nothing about the day."""
    begin(session, now, 8)
    begin(session, now + timedelta(minutes=1), 2)
    assert [one.score for one in pain.scores(session, ana.id)] == [2]


def test_a_number_stays_once_something_was_done_with_it(session: Session, ana: Person, now: datetime) -> None:
    first = begin(session, now, 4)
    for revision in range(2):
        sessions.press(session, ana.id, first.id, revision, Press.SKIP, library=LIBRARY, now=now)
    begin(session, now + timedelta(hours=1), 2)
    assert [one.score for one in pain.scores(session, ana.id)] == [4, 2]


def test_three_good_sessions_with_something_to_spare_bring_a_little_more(
    session: Session, ana: Person, now: datetime
) -> None:
    for day in range(3):
        finish(session, begin(session, now + day * DAY, 1), now + day * DAY)
    running = begin(session, now + 3 * DAY, 1)
    more = replace(ROW, dose=replace(ROW.dose, reps=10))
    assert lines(session) == [more, REACH, CALM]
    assert running.player.items[0].rungs[1].dose.reps == 10
    [told] = beginning.notes(session, 7, running.id).changes
    assert (told.before, told.after, told.why) == (ROW, more, Why.THREE_GREEN)
    assert progression.own(session, 7) == {"row": more}


@pytest.mark.parametrize("extra", [1, None])
def test_without_something_to_spare_nothing_becomes_harder(
    session: Session, ana: Person, now: datetime, extra: int | None
) -> None:
    for day in range(3):
        finish(session, begin(session, now + day * DAY, 1), now + day * DAY, extra, None)
    begin(session, now + 3 * DAY, 1)
    assert lines(session) == [ROW, REACH, CALM]


def test_while_it_hurts_nothing_becomes_harder(session: Session, ana: Person, now: datetime) -> None:
    for day in range(3):
        finish(session, begin(session, now + day * DAY, 1), now + day * DAY)
    evening = now + 2 * DAY + timedelta(hours=8)
    begin(session, evening, 4)
    assert lines(session) == [ROW, REACH, CALM]
    begin(session, evening, 3)
    assert lines(session)[0].dose.reps == 10


def test_what_hurt_is_easier_next_time_and_what_did_not_stays(
    session: Session, ana: Person, now: datetime
) -> None:
    running = begin(session, now, 1)
    pain.hurt(session, 7, running.id, 0, 7, library=LIBRARY, now=now)
    begin(session, now + DAY, 1)
    assert [(entry.exercise, entry.variation) for entry in lines(session)] == [
        ("row", "easier"),
        ("reach", "standard"),
        ("calm", "standard"),
    ]


def test_a_worse_morning_makes_all_of_it_easier_but_breathing(
    session: Session, ana: Person, now: datetime
) -> None:
    finish(session, begin(session, now, 1), now, after=2)
    assert beginning.ask(session, 7, "today", LIBRARY, now + DAY).yesterday
    running = begin(session, now + DAY, 5)
    assert {entry.exercise: entry.variation for entry in lines(session)} == {
        "row": "easier",
        "reach": "easier",
        "calm": "standard",
    }
    assert {one.why for one in beginning.notes(session, 7, running.id).changes} == {Why.WORSE_NEXT_DAY}


def test_a_ready_made_routine_follows_what_was_changed(
    session: Session, person: Person, now: datetime
) -> None:
    running = begin(session, now, 1, "ready")
    pain.hurt(session, 7, running.id, 0, 8, library=LIBRARY, now=now)
    for day in (1, 2):
        again = begin(session, now + day * DAY, 1, "ready")
        assert again.player.rung.variation == "easier"
    assert len(session.exec(select(Change)).all()) == 1


@pytest.mark.parametrize(("days", "changed"), [(6, 0), (7, 3), (13, 3), (30, 3)])
def test_coming_back_begins_smaller_and_only_once(
    session: Session, ana: Person, now: datetime, days: int, changed: int
) -> None:
    finish(session, begin(session, now, 1), now, extra=0)
    later = now + days * DAY
    running = begin(session, later, 1)
    assert len(beginning.notes(session, 7, running.id).changes) == changed
    begin(session, later, 1)
    begin(session, later + (DAY if changed else timedelta(hours=3)), 1)
    assert len(session.exec(select(Change)).all()) == changed


def test_after_two_weeks_it_begins_where_progress_began(session: Session, ana: Person, now: datetime) -> None:
    for day in range(3):
        finish(session, begin(session, now + day * DAY, 1), now + day * DAY)
    finish(session, begin(session, now + 3 * DAY, 1), now + 3 * DAY)
    assert lines(session)[0].dose.reps == 10
    begin(session, now + 20 * DAY, 1)
    assert lines(session)[0] == ROW


def test_taking_back_restores_the_routine_and_the_session_that_began_with_it(
    session: Session, ana: Person, now: datetime
) -> None:
    finish(session, begin(session, now, 1), now, after=7)
    running = begin(session, now + DAY, 1)
    for told in beginning.notes(session, 7, running.id).changes:
        assert beginning.undo(session, 7, told.id, LIBRARY, language="en", now=now + DAY)
    assert lines(session) == [ROW, REACH, CALM]
    shown = sessions.look(session, 7, running.id, LIBRARY)
    assert shown
    assert [item.rung for item in shown.player.items] == [1, 1, 1]
    assert beginning.notes(session, 7, running.id).changes == ()
    assert progression.own(session, 7) == {}
    begin(session, now + 2 * DAY, 1)
    assert lines(session) == [ROW, REACH, CALM], "what was said before counts no more"


def test_nobody_takes_back_somebody_elses_change_or_one_with_a_newer_on_it(
    session: Session, ana: Person, now: datetime
) -> None:
    for day in range(2):
        finish(session, begin(session, now + day * DAY, 1), now + day * DAY, after=7)
    begin(session, now + 2 * DAY, 1)
    older = progression.listed(session, 7)[-1]
    assert not older.holds
    before = lines(session)
    assert progression.undo(session, 7, older.id, now) == older
    assert progression.undo(session, 8, older.id, now) is None
    assert lines(session) == before


def test_a_professional_is_named_after_two_reds(session: Session, ana: Person, now: datetime) -> None:
    for day in range(2):
        finish(session, begin(session, now + day * DAY, 1), now + day * DAY, after=7)
    assert beginning.ask(session, 7, "today", LIBRARY, now + 2 * DAY).seek == (Seek.TWO_REDS,)
    assert beginning.ask(session, 7, "today", LIBRARY, now + 30 * DAY).seek == ()
