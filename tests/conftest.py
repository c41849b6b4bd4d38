"""What every test may ask for: a database of its own, a moment, a library, English texts, a person."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.db.database import Database
from bot.db.tables import METADATA, Person, Screening
from bot.domain.exercises import Library
from bot.texts import Texts, load
from tests.postgres import either_database, either_url, postgres_server, postgres_url

__all__ = ["either_database", "either_url", "postgres_server", "postgres_url"]

ROOT = Path(__file__).parent.parent

HARMLESS = {
    "age": ["adult"],
    "heart": ["heart-no"],
    "chest": ["chest-no"],
    "signs": ["signs-no"],
    "bones": ["bones-no"],
    "pregnancy": ["pregnancy-no"],
    "new-pain": ["new-pain-no"],
    "lasting": ["lasting-months"],
    "body": ["done"],
}
"""Answers after which every exercise is fine."""


@pytest.fixture
def now() -> datetime:
    """Give a Monday morning: 10:00 in Madrid."""
    return datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Give an empty SQLite database with all tables."""
    database = Database(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    METADATA.create_all(database.engine)
    yield database
    database.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """Give a session that is rolled back at the end."""
    with Session(database.engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def person(database: Database, now: datetime) -> Person:
    """Give Ana in Madrid, who met the coach yesterday and has nothing to be careful with."""

    def make(session: Session) -> Person:
        ana = Person(
            id=7,
            first_name="Ana",
            zone="Europe/Madrid",
            zone_confirmed=True,
            onboarding="done",
            created_at=now,
            first_day=date(2026, 3, 1),
        )
        session.add(ana)
        session.flush()
        session.add(
            Screening(person_id=7, answers=HARMLESS, begun_at=now, finished_at=now, day=date(2026, 3, 1))
        )
        return ana

    return database.call(make)


@pytest.fixture(scope="session")
def t() -> Texts:
    """Give the English texts."""
    return load().languages["en"]


@pytest.fixture(scope="session")
def real_library() -> Library:
    """Give the content that is shipped."""
    from bot.library import load as load_library

    return load_library(ROOT / "content")


@pytest.fixture
def library() -> Library:
    """Give a small invented library."""
    from tests import builders

    return builders.library()
