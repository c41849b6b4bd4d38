"""Sessions for tests: begin one, and press its buttons one after the other."""

from datetime import datetime

from sqlmodel import Session

from bot.db.tables import ExerciseSession
from bot.domain.sessions import Press
from bot.services import sessions
from bot.services.sessions import MINE, Running
from tests import builders

SLUGS = ("cat-cow", "open-book", "wall-angel")
LIBRARY = builders.library(*(builders.exercise(slug) for slug in SLUGS))


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
