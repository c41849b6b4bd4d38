"""The database: one transaction a call, all or nothing, off the event loop."""

import asyncio
import threading
import time
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlmodel import Session, select

from bot.db.database import Database, open_engine, unreachable
from bot.db.tables import METADATA, DayMark, Person, Reminder

FIRST = date(2026, 3, 1)
MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def add(session: Session, person_id: int, name: str = "Ana") -> Person:
    """Add a person."""
    person = Person(id=person_id, first_name=name, created_at=MOMENT, first_day=FIRST)
    session.add(person)
    return person


def names(session: Session) -> list[str]:
    """Return everybody's name."""
    return list(session.exec(select(Person.first_name).order_by(Person.id)))  # type: ignore[arg-type]


async def test_it_commits_what_a_function_did(database: Database) -> None:
    await database.run(add, 1)
    assert await database.run(names) == ["Ana"]


async def test_it_undoes_everything_when_a_function_fails(database: Database) -> None:
    def half(session: Session) -> None:
        add(session, 1)
        session.flush()
        raise KeyError("in the middle")

    with pytest.raises(KeyError, match="in the middle"):
        await database.run(half)
    assert await database.run(names) == []
    await database.run(add, 2, name="Ben")
    assert await database.run(names) == ["Ben"]


async def test_it_undoes_everything_when_the_commit_fails(database: Database) -> None:
    def twice(session: Session) -> None:
        add(session, 1)
        session.add(DayMark(person_id=404, day=FIRST, mark="done", at=MOMENT))

    with pytest.raises(IntegrityError):
        await database.run(twice)
    assert await database.run(names) == []


async def test_an_error_that_no_future_takes_lets_nobody_wait(either_database: Database) -> None:
    """Neither who met it nor whoever was served together with them."""

    def run_out(session: Session) -> None:
        next(iter(()))

    async with asyncio.timeout(5):
        work = [either_database.run(one) for one in (names, run_out, names)]
        told = await asyncio.gather(*work, return_exceptions=True)
    assert [type(one) for one in told] == [list, RuntimeError, list]


async def test_rows_stay_readable_afterwards(database: Database) -> None:
    person = await database.run(add, 1)
    assert (person.first_name, person.zone, person.draft) == ("Ana", "UTC", {})


async def test_it_works_off_the_event_loop(database: Database) -> None:
    thread = await database.run(lambda session: threading.current_thread())
    assert thread is not threading.current_thread()


async def test_read_modify_write_of_many_at_once_loses_nothing(database: Database) -> None:
    def count(session: Session) -> None:
        person = session.get_one(Person, 1)
        person.draft = {"count": person.draft.get("count", 0) + 1}

    await database.run(add, 1)
    await asyncio.gather(*(database.run(count) for _ in range(50)))
    person = await database.run(lambda session: session.get_one(Person, 1))
    assert person.draft == {"count": 50}


async def test_two_processes_on_one_file_wait_for_each_other(tmp_path: Path) -> None:
    """Each engine stands for a process: both read, then write; neither gives up nor loses a write."""
    url = f"sqlite:///{tmp_path / 'shared.sqlite3'}"
    one, two = Database(url), Database(url)
    METADATA.create_all(one.engine)
    await one.run(add, 1)

    def count(session: Session) -> None:
        person = session.get_one(Person, 1)
        person.draft = {"count": person.draft.get("count", 0) + 1}

    await asyncio.gather(*(which.run(count) for _ in range(10) for which in (one, two)))
    person = await one.run(lambda session: session.get_one(Person, 1))
    assert person.draft == {"count": 20}
    one.close()
    two.close()


def test_sqlite_is_set_up_for_safety(database: Database) -> None:
    with database.engine.connect() as connection:
        told = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout", "secure_delete")
        }
    assert told == {
        "journal_mode": "wal", "foreign_keys": 1, "synchronous": 1, "busy_timeout": 10000, "secure_delete": 1,
    }  # fmt: skip


async def test_a_persons_rows_go_with_the_person(database: Database) -> None:
    def forget(session: Session) -> None:
        session.delete(session.get_one(Person, 1))

    await database.run(add, 1)
    await database.run(lambda session: session.add(DayMark(person_id=1, day=FIRST, mark="done", at=MOMENT)))
    await database.run(forget)
    assert await database.run(lambda session: session.exec(select(DayMark)).all()) == []


async def test_moments_come_back_aware_and_in_utc(database: Database) -> None:
    def remind(session: Session) -> None:
        east = timezone(timedelta(hours=9))
        due = datetime(2026, 3, 2, 18, tzinfo=east)
        session.add(Reminder(person_id=1, weekdays="0", times="18:00", created_at=MOMENT, next_due_at=due))

    await database.run(add, 1)
    await database.run(remind)
    [row] = await database.run(lambda session: session.exec(select(Reminder)).all())
    assert row.next_due_at == MOMENT
    assert row.next_due_at.utcoffset() == timedelta()


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    def naive(session: Session) -> None:
        add(session, 1).created_at = datetime(2026, 3, 2, 9)  # noqa: DTZ001 - what must not be stored

    with pytest.raises(StatementError):
        await database.run(naive)


async def test_errors_do_not_tell_what_people_said(database: Database) -> None:
    await database.run(add, 1)
    with pytest.raises(IntegrityError) as caught:
        await database.run(add, 1, name="a secret")
    assert "a secret" not in str(caught.value)


def test_a_transaction_of_a_machine_that_is_lost_ends_by_itself(postgres_url: str) -> None:
    """Else what it locked stays so for hours: nobody tells the server that the other end is gone."""
    engine = open_engine(postgres_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SHOW idle_in_transaction_session_timeout")) == "10s"
        connection.execute(text("SET idle_in_transaction_session_timeout = '20ms'"))
        time.sleep(0.2)
        with pytest.raises(DBAPIError) as caught:
            connection.execute(text("SELECT 1"))
    assert unreachable(caught.value)  # a machine that only slept does its work again
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    engine.dispose()


def driver_options(url: str) -> dict[str, str]:
    """Return what the driver was told about a connection, beside what it does by itself."""
    engine = open_engine(url)
    with engine.connect() as connection:
        told: dict[str, str] = connection.connection.driver_connection.info.get_parameters()  # type: ignore[union-attr]
    engine.dispose()
    return told


def test_a_server_that_is_gone_without_a_word_is_noticed(postgres_url: str) -> None:
    """Else a thread that asks it something waits for a quarter of an hour."""
    told = driver_options(postgres_url)
    asked = int(told["keepalives_idle"]) + int(told["keepalives_interval"]) * int(told["keepalives_count"])
    assert (asked, told["tcp_user_timeout"], told["connect_timeout"]) == (20, "20000", "10")


def test_an_address_may_say_how_long_to_wait(postgres_url: str) -> None:
    joint = "&" if "?" in postgres_url else "?"
    told = driver_options(f"{postgres_url}{joint}tcp_user_timeout=5000")
    assert (told["tcp_user_timeout"], told["keepalives_idle"]) == ("5000", "10")


def test_other_engines_are_left_as_they_are() -> None:
    engine = open_engine("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    assert engine.dialect.name == "postgresql"
    assert engine.hide_parameters
    assert "do_begin" not in vars(engine.dialect)  # BEGIN IMMEDIATE is SQLite's alone
    engine.dispose()
