"""Sessions whose exercises content no longer has: the rest stays in reach."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlmodel import Session, select

from bot.db.tables import ExerciseSession, Person
from bot.domain.exercises import Library
from bot.domain.sessions import Press, Status
from bot.domain.streak import Mark
from bot.services import days, sessions
from bot.services.sessions import MINE, Running
from tests import builders
from tests.services.playing import LIBRARY, SLUGS, begin, do, row_of


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
