"""SQLite's writer: what waits together is committed together, and each answer is true for its own work."""

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, select

from bot.db.database import Database
from bot.db.tables import METADATA, Person

MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def add(person_id: int) -> Callable[[Session], int]:
    """Return work that adds a person."""

    def work(session: Session) -> int:
        session.add(Person(id=person_id, first_name="Ana", created_at=MOMENT, first_day=date(2026, 3, 2)))
        return person_id

    return work


def everybody(session: Session) -> list[int]:
    """Return the ids of all people."""
    return sorted(session.exec(select(Person.id)))


def commits(database: Database) -> list[int]:
    """Return a list that gets an entry at each commit."""
    seen: list[int] = []
    event.listen(database.engine, "commit", lambda _connection: seen.append(1))
    return seen


async def test_what_waits_together_is_committed_together(database: Database) -> None:
    seen = commits(database)
    assert await asyncio.gather(*(database.run(add(i)) for i in range(1, 21))) == list(range(1, 21))
    assert await database.run(everybody) == list(range(1, 21))
    assert len(seen) < 10  # the first comes alone or with few; all others wait meanwhile


async def test_one_that_fails_costs_only_itself(database: Database) -> None:
    def fail(session: Session) -> None:
        add(99)(session)
        session.flush()
        raise KeyError("in the middle")

    work = [add(1), add(2), fail, add(3), add(1), add(4)]
    told = await asyncio.gather(*(database.run(one) for one in work), return_exceptions=True)
    assert [type(one) for one in told] == [int, int, KeyError, int, IntegrityError, int]
    assert await database.run(everybody) == [1, 2, 3, 4]


async def test_what_was_answered_stays_as_it_was(database: Database) -> None:
    """Pieces share a transaction, not their rows: what one returned is not changed by the next."""

    def rename(session: Session, name: str) -> Person:
        person = session.get_one(Person, 1)
        person.first_name = name
        return person

    await database.run(add(1))
    found = await asyncio.gather(*(database.run(rename, name) for name in ("Ana", "Ben", "Cleo")))
    assert [person.first_name for person in found] == ["Ana", "Ben", "Cleo"]


async def test_later_work_sees_what_earlier_work_did(database: Database) -> None:
    async def read_after_write(i: int) -> bool:
        await database.run(add(i))
        return i in await database.run(everybody)

    assert all(await asyncio.gather(*(read_after_write(i) for i in range(1, 30))))


async def test_an_answer_means_that_it_is_kept(database: Database) -> None:
    """Another connection, which sees committed data alone, finds it at once."""

    async def check(i: int) -> bool:
        await database.run(add(i))
        with database.engine.connect() as other:
            found = other.execute(text("SELECT count(*) FROM person WHERE id = :id"), {"id": i})
            return bool(found.scalar_one() == 1)

    assert all(await asyncio.gather(*(check(i) for i in range(1, 20))))


async def test_a_commit_that_fails_is_told_to_all_and_keeps_nothing(database: Database) -> None:
    def break_commit(_connection: object) -> None:
        raise OperationalError("COMMIT", None, Exception("disk full"))

    event.listen(database.engine, "commit", break_commit)
    told = await asyncio.gather(*(database.run(add(i)) for i in range(1, 9)), return_exceptions=True)
    event.remove(database.engine, "commit", break_commit)
    assert {type(one) for one in told} == {OperationalError}
    assert await database.run(everybody) == []


async def test_a_database_that_stays_locked_is_waited_for_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'locked.sqlite3'}"
    database, other = Database(url), Database(url)
    METADATA.create_all(database.engine)
    await database.run(lambda session: session.connection().exec_driver_sql("PRAGMA busy_timeout=50"))
    with other.engine.begin():
        told = await asyncio.gather(*(database.run(add(i)) for i in range(1, 9)), return_exceptions=True)
    assert {type(one) for one in told} == {OperationalError}
    assert await database.run(add(1)) == 1
    database.close()
    other.close()


async def test_work_that_nobody_waits_for_any_more_is_left_out(database: Database) -> None:
    first = asyncio.create_task(database.run(add(1)))
    second = asyncio.create_task(database.run(add(2)))
    await asyncio.sleep(0)  # both wait now
    second.cancel()
    await first
    with pytest.raises(asyncio.CancelledError):
        await second
    await database.run(add(3))
    assert set(await database.run(everybody)) >= {1, 3}


async def test_closing_does_what_waits(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'closing.sqlite3'}")
    METADATA.create_all(database.engine)
    waiting = [asyncio.create_task(database.run(add(i))) for i in range(1, 6)]
    await asyncio.sleep(0)
    database.close()
    assert await asyncio.gather(*waiting) == [1, 2, 3, 4, 5]


async def test_after_closing_it_refuses_rather_than_let_anybody_wait_for_ever(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'closed.sqlite3'}")
    METADATA.create_all(database.engine)
    assert await database.run(add(1)) == 1
    database.close()
    database.close()
    with pytest.raises(RuntimeError, match="closed"):
        await database.run(add(2))


def test_a_loop_that_is_gone_is_no_trouble(tmp_path: Path) -> None:
    """Work that was begun in a loop which ended is kept or not, and the next loop is served."""
    database = Database(f"sqlite:///{tmp_path / 'loops.sqlite3'}")
    METADATA.create_all(database.engine)

    async def leave() -> None:
        left = asyncio.create_task(database.run(add(1)))
        await asyncio.sleep(0)
        assert not left.done()

    asyncio.run(leave())
    assert asyncio.run(database.run(add(2))) == 2
    database.close()
