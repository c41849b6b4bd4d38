"""Whatever is pressed, in whatever order and however late: the events tell the state."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from bot.db.database import open_engine
from bot.db.tables import METADATA, ExerciseSession, Person, SessionEvent
from bot.domain.exercises import Entry
from bot.domain.sessions import Press, from_json, replay
from bot.services import days, sessions
from bot.services.sessions import MINE, Running
from tests import builders

SLUGS = ("cat-cow", "open-book", "wall-angel")
LIBRARY = builders.library(*(builders.exercise(slug) for slug in SLUGS))


def row_of(session: Session, running: Running) -> ExerciseSession:
    """Return what is stored about the session."""
    return session.get_one(ExerciseSession, running.id)


@contextmanager
def fresh(now: datetime) -> Iterator[Session]:
    """Give a database in memory with one person in it."""
    engine = open_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine, expire_on_commit=False) as session:
        first = date(2026, 3, 1)
        session.add(Person(id=7, first_name="Ana", zone="Europe/Madrid", created_at=now, first_day=first))
        session.flush()
        yield session
    engine.dispose()


ENTRIES = st.lists(
    st.builds(
        Entry, st.sampled_from(SLUGS), st.just("standard"), st.builds(builders.dose, sets=st.integers(1, 3))
    ),
    min_size=1,
    max_size=3,
)
LATENESS = st.sampled_from([0, 0, 0, 0, -1, -2, 1])
PRESSES = st.lists(st.tuples(st.sampled_from(Press), LATENESS, st.integers(0, 9)), max_size=25)


@settings(max_examples=60, deadline=None)
@given(ENTRIES, PRESSES)
def test_whatever_is_pressed_the_events_tell_the_state(
    entries: list[Entry], presses: list[tuple[Press, int, int]]
) -> None:
    """Presses come right, late, early and twice, over hours and days."""
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    with fresh(now) as session:
        running = cast("Running", sessions.start(session, 7, MINE, entries, LIBRARY, language="en", now=now))
        for what, late, hours in presses:
            now += timedelta(hours=hours)
            after = sessions.press(
                session, 7, running.id, running.revision + late, what, library=LIBRARY, now=now
            )
            assert after
            if late or what not in running.player.allowed:
                assert after.outdated
                assert after.player == running.player
            assert after.revision - running.revision == (not after.outdated)
            assert after.player.sets_done - running.player.sets_done in {0, 1}
            running = after
        check(session, running)


def check(session: Session, running: Running) -> None:
    """Compare what is stored with the replay of the events."""
    row = row_of(session, running)
    query = select(SessionEvent).order_by(SessionEvent.seq)  # type: ignore[arg-type]
    events = session.exec(query).all()
    player = replay(from_json(row.plan), [Press(event.press) for event in events])
    assert [event.seq for event in events] == list(range(1, row.revision + 1))
    assert player == running.player
    assert player.sets_done == sum(event.press == Press.DONE for event in events)
    assert (row.status, row.exercises_done) == (player.status, player.exercises_done)
    assert row.seconds_done == player.spent_seconds
    assert (row.ended_at is not None) == player.over
    assert bool(days.marks(session, 7)) == (player.sets_done > 0)
