"""Many numbers as one parameter, on SQLite and on PostgreSQL."""

from collections.abc import Collection

import pytest
from sqlalchemy import BigInteger, Column, MetaData, Table, insert, select, update
from sqlmodel import Session

from bot.db.database import Database
from bot.db.lists import among, pairs
from bot.db.queries import engine

CROWD = Table("crowd", MetaData(), Column("id", BigInteger), Column("message", BigInteger))
LARGE = 2**53 + 1
"""More than JavaScript's numbers can hold."""
EVERYBODY = [-5, 1, 2, LARGE]


@pytest.fixture
def crowd(either_database: Database) -> Database:
    """Give a database with a table of four numbers, each with a 3 beside it."""

    def fill(session: Session) -> None:
        CROWD.create(session.connection())
        session.connection().execute(insert(CROWD), [{"id": one, "message": 3} for one in EVERYBODY])

    either_database.call(fill)
    return either_database


@pytest.mark.parametrize(
    ("numbers", "found"), [([], []), ([2], [2]), ((LARGE, 1, 1), [1, LARGE]), ({-5, 9}, [-5])]
)
def test_it_finds_numbers_among_others(crowd: Database, numbers: Collection[int], found: list[int]) -> None:
    """Those that the statement holds, and all but those that it is asked with by name."""

    def look(session: Session) -> list[list[int]]:
        asked, run = select(CROWD.c.id).order_by(CROWD.c.id), session.connection().execute
        held, others = among(CROWD.c.id, numbers), ~among(CROWD.c.id, "some")
        answers = (run(asked.where(held)), run(asked.where(others), {"some": numbers}))
        return [list(answer.scalars()) for answer in answers]

    assert crowd.call(look) == [found, [one for one in EVERYBODY if one not in found]]


def test_each_number_brings_another_one(crowd: Database) -> None:
    """Or nothing; whoever is not named stays as they are."""

    def change(session: Session) -> list[tuple[int, int | None]]:
        given = pairs(engine(session), "given")
        moved = update(CROWD).where(CROWD.c.id == given.c.first).values(message=given.c.second)
        session.connection().execute(moved, {"given": [(-5, LARGE), (2, None), (9, 9)]})
        return [tuple(row) for row in session.connection().execute(select(CROWD).order_by(CROWD.c.id))]

    assert crowd.call(change) == [(-5, LARGE), (1, 3), (2, None), (LARGE, 3)]
