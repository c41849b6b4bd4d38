"""Sessions in which an exercise was exchanged because it cannot be done here."""

from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from bot.db.tables import Person, Screening, SessionEvent
from bot.domain.exercises import Kind, Library
from bot.domain.matrix import Answer
from bot.domain.sessions import Press
from bot.services import plans, sessions
from bot.services.beginning import begin as begin_with_pain
from bot.services.sessions import Running
from tests import builders
from tests.services.planning import planned
from tests.services.playing import LIBRARY, begin, do, row_of


def at(running: Running) -> str:
    """Return the exercise that the card shows."""
    return running.player.item.exercise


def test_what_stands_in_counts_and_is_there_the_next_day(
    session: Session, person: Person, now: datetime
) -> None:
    running = begin(session, person.id, now)
    assert at(running) == "cat-cow"
    other = do(session, running, now, Press.INSTEAD)
    assert at(other) == "wall-angel"
    assert sessions.unfinished(session, person.id, LIBRARY, now + timedelta(days=1)) == other
    done = do(session, other, now, Press.DONE, Press.DONE)
    assert done.player.complete
    assert row_of(session, done).exercises_done == 2
    assert [event.press for event in session.exec(select(SessionEvent))] == ["instead", "done", "done"]


def test_it_comes_round_to_the_first(session: Session, person: Person, now: datetime) -> None:
    running = do(session, begin(session, person.id, now), now, Press.INSTEAD, Press.INSTEAD)
    assert at(running) == "cat-cow"


def test_what_content_has_no_more_does_not_stand_in(session: Session, person: Person, now: datetime) -> None:
    running = begin(session, person.id, now)
    known = builders.library(*(LIBRARY.exercises[slug] for slug in ("cat-cow", "open-book")))
    after = sessions.press(session, person.id, running.id, 0, Press.INSTEAD, library=known, now=now)
    assert after
    assert at(after) == "cat-cow"
    assert not after.player.state.skipped


def test_the_same_again_can_be_exchanged_too(session: Session, person: Person, now: datetime) -> None:
    running = do(session, begin(session, person.id, now), now, Press.INSTEAD, Press.STOP)
    again = sessions.start_over(session, person.id, running.id, LIBRARY, now)
    assert again
    assert at(again) == "cat-cow"
    assert Press.INSTEAD in again.player.allowed


def test_an_exchange_on_a_day_in_pain_brings_no_strength_work(
    session: Session, person: Person, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now)
    day = now + timedelta(days=14)
    way = plans.way(session, person.id, real_library, day.date())
    assert way
    assert way.today
    assert Kind.STRENGTH in {real_library.exercises[entry.exercise].kind for entry in way.today.entries}
    for score, barred in (
        (5, {"band-row", "push-up", "wall-angel", "i-y-t"}),
        (8, set(real_library.exercises)),
    ):
        running = begin_with_pain(session, person.id, "today", score, real_library, language="en", now=day)
        assert running
        others = {other.exercise for item in running.player.items for other in item.instead}
        assert not others & (barred - {"belly-breathing"})


BODY = st.sets(st.integers(0, 20), max_size=6)


@given(picked=BODY, days=st.sampled_from([0, 1, 14, 30, 44, 90]))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_neither_the_plan_nor_what_stands_in_offers_what_flags_forbid(
    session: Session, person: Person, real_library: Library, now: datetime, picked: set[int], days: int
) -> None:
    many = next(question for question in real_library.screening.questions if question.many)
    row = session.exec(select(Screening)).one()
    chosen = [choice.slug for at, choice in enumerate(many.choices) if at in picked]
    with session.begin_nested() as mark:
        row.answers = {**row.answers, many.slug: [*chosen, "done"]}
        flags = real_library.screening.outcome(row.answers).flags
        planned(session, real_library, now)
        day = now + timedelta(days=days)
        title, entries = sessions.planned(session, person.id, real_library, day)
        running = sessions.start(session, person.id, title, entries, real_library, language="en", now=day)
        mark.rollback()
    for item in running.player.items if running else ():
        for one in (item, *item.instead):
            for rung in one.rungs:
                verdict = real_library.matrix.judge(one.exercise, rung.variation, flags)
                assert verdict.answer is Answer.OK, (one.exercise, rung.variation, flags)
