"""Migrations: from nothing to exactly the tables, and back."""

import os
import subprocess
import sys
import time
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, inspect, select, text

from bot.db import migrate
from bot.db.database import open_engine
from bot.db.migrate import MIGRATIONS
from bot.db.tables import METADATA


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Give the address of a database that does not exist yet."""
    return f"sqlite:///{tmp_path / 'new.sqlite3'}"


def shape(engine: Engine) -> dict[str, object]:
    """Return tables with their columns, keys and indexes; names of constraints are of no interest."""
    found = inspect(engine)
    return {
        table: (
            sorted((c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(table)),
            sorted((i["name"] or "", i["column_names"]) for i in found.get_indexes(table)),
            sorted(u["column_names"] for u in found.get_unique_constraints(table)),
            sorted(
                (k["referred_table"], k["options"].get("ondelete")) for k in found.get_foreign_keys(table)
            ),
        )
        for table in found.get_table_names()
        if table != "alembic_version"
    }


def shape_at(url: str) -> dict[str, object]:
    """Return the shape of the database at ``url``."""
    engine = open_engine(url)
    found = shape(engine)
    engine.dispose()
    return found


def test_upgrading_makes_exactly_the_tables(url: str, tmp_path: Path) -> None:
    migrate.upgrade(url)
    assert migrate.check(url) is None
    assert migrate.current(url) == migrate.head()
    wanted = open_engine(f"sqlite:///{tmp_path / 'wanted.sqlite3'}")
    METADATA.create_all(wanted)
    assert shape_at(url) == shape(wanted)
    wanted.dispose()


def test_upgrading_again_changes_nothing(url: str) -> None:
    migrate.upgrade(url)
    before = shape_at(url)
    migrate.upgrade(url)
    assert shape_at(url) == before


def test_downgrading_leaves_nothing_and_can_be_upgraded_again(url: str) -> None:
    migrate.upgrade(url)
    command.downgrade(migrate.config(url), "base")
    assert shape_at(url) == {}
    assert migrate.current(url) is None
    migrate.upgrade(url)
    assert migrate.check(url) is None


def test_an_empty_database_is_told_what_to_do(url: str) -> None:
    said = migrate.check(url)
    assert said
    assert "The database is at nothing" in said
    assert str(migrate.head()) in said
    assert "midback db upgrade" in said


def test_a_table_that_differs_is_told(url: str) -> None:
    migrate.upgrade(url)
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE person ADD COLUMN shoe_size INTEGER"))
    engine.dispose()
    said = migrate.check(url)
    assert said
    assert "migration is missing" in said
    assert "shoe_size" in said


def test_there_is_one_line_of_migrations() -> None:
    """Two heads would leave it open which tables a database gets."""
    assert migrate.head()


def test_migrations_run_wherever_one_stands(url: str, tmp_path: Path) -> None:
    """Nothing depends on the working directory or on an ini file."""
    code = f"from bot.db import migrate; migrate.upgrade({url!r}); print(migrate.check({url!r}))"
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "None"


STEPS = [script.revision for script in reversed([*ScriptDirectory(str(MIGRATIONS)).walk_revisions()])]


def fill(connection: Connection) -> None:
    """Put one row into every table; all ids are 7, so that everything hangs together."""
    tables = MetaData()
    tables.reflect(connection)
    for table in tables.sorted_tables:
        if table.name != "alembic_version":
            connection.execute(table.insert(), {c.name: SAMPLES[type(c.type).__name__] for c in table.c})


SAMPLES: dict[str, object] = {
    "BIGINT": 7,
    "INTEGER": 7,
    "VARCHAR": "0",
    "BOOLEAN": True,
    "JSON": {"a": 1},
    "DATE": date(2026, 3, 2),
    "TIME": clock(7, 30),
    "DATETIME": datetime(2026, 3, 2, 9),  # noqa: DTZ001 - as the driver gives it back
}


def content(connection: Connection) -> dict[str, list[dict[str, object]]]:
    """Return all rows of all tables."""
    tables = MetaData()
    tables.reflect(connection)
    return {
        table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in tables.sorted_tables
        if table.name != "alembic_version"
    }


def same(before: dict[str, list[dict[str, object]]], after: dict[str, list[dict[str, object]]]) -> None:
    """Compare what both shapes of the database can hold."""
    for name in before.keys() & after.keys():
        assert len(after[name]) == len(before[name]), f"rows of {name} went away"
        for old, new in zip(before[name], after[name], strict=True):
            shared = old.keys() & new.keys()
            assert {key: new[key] for key in shared} == {key: old[key] for key in shared}, name


@pytest.mark.parametrize("step", range(1, len(STEPS)), ids=lambda step: STEPS[step])
def test_no_step_loses_what_was_there(url: str, step: int) -> None:
    """On SQLite a copied table takes everything with it that hangs on it, unless foreign keys are off."""
    command.upgrade(migrate.config(url), STEPS[step - 1])
    engine = open_engine(url)
    with engine.begin() as connection:
        fill(connection)
        before = content(connection)
    command.upgrade(migrate.config(url), STEPS[step])
    with engine.begin() as connection:
        after = content(connection)
    same(before, after)
    command.downgrade(migrate.config(url), STEPS[step - 1])
    with engine.begin() as connection:
        same(before, content(connection))
    engine.dispose()


def test_a_step_may_copy_the_table_on_which_others_hang(url: str, tmp_path: Path) -> None:
    step = tmp_path / "copying.py"
    step.write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision = 'copying', {STEPS[-1]!r}\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('person', recreate='always') as batch:\n"
        "        batch.alter_column('first_name', type_=sa.String(200))\n"
    )
    migrate.upgrade(url)
    engine = open_engine(url)
    with engine.begin() as connection:
        fill(connection)
        before = content(connection)
    settings = migrate.config(url)
    settings.set_main_option("path_separator", "os")
    settings.set_main_option("version_locations", f"{MIGRATIONS / 'versions'}{os.pathsep}{tmp_path}")
    command.upgrade(settings, "copying")
    with engine.begin() as connection:
        same(before, content(connection))
    engine.dispose()


def test_no_id_that_a_button_may_carry_is_given_twice(url: str) -> None:
    migrate.upgrade(url)
    engine = open_engine(url)
    with engine.begin() as connection:
        found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        once = {name for name, sql in found if "AUTOINCREMENT" in sql}
    engine.dispose()
    assert once == {t.name for t in METADATA.tables.values() if t.dialect_options["sqlite"]["autoincrement"]}
    assert {"hold", "prescription", "care_thread", "plan", "delivery"} <= once


def test_the_plan_that_holds_is_kept_with_its_first_day(url: str) -> None:
    command.upgrade(migrate.config(url), "0003")
    engine = open_engine(url)
    with engine.begin() as connection:
        fill(connection)
    migrate.upgrade(url)
    with engine.begin() as connection:
        query = text("SELECT person_id, first, days FROM planned_days")
        assert connection.execute(query).all() == [(7, "2026-03-02", "0")]
        connection.execute(
            text("INSERT INTO planned_days (person_id, first, days) VALUES (7, '2026-04-01', '5')")
        )
    command.downgrade(migrate.config(url), "0003")
    with engine.begin() as connection:
        assert connection.execute(text("SELECT planned FROM person")).all() == [("5",)]
    engine.dispose()


def test_going_back_and_forth_keeps_what_belongs_to_people(url: str) -> None:
    """On SQLite a copied table would take everything with it that hangs on it."""
    command.upgrade(migrate.config(url), "0002")
    engine = open_engine(url)
    person = "7, 'Ana', 'en', 'UTC', 1, '03:00:00', '0123456', 'done', '2026-03-01', '2026-03-01', '', '{}'"
    columns = (
        "id, first_name, language, zone, zone_confirmed, day_start, planned, onboarding, created_at,"
        " first_day, asked, draft"
    )
    with engine.begin() as connection:
        connection.execute(text(f"INSERT INTO person ({columns}) VALUES ({person})"))  # noqa: S608 - our words
        connection.execute(
            text(
                "INSERT INTO delivery (id, person_id, kind, occurrence, due_at, expires_at, status, attempts,"
                " created_at) VALUES"
                " (1, 7, 'reminder', 'x', '2026-03-01', '2026-03-01', 'sent', 1, '2026-03-01')"
            )
        )
    engine.dispose()
    migrate.upgrade(url)
    command.downgrade(migrate.config(url), "0002")
    migrate.upgrade(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT person_id, soft FROM delivery")).all() == [(7, 0)]
    engine.dispose()


def test_a_replica_waits_for_the_migrations_of_another_one(postgres_url: str) -> None:
    """Both would else make the same tables."""
    code = f"from bot.db import migrate; migrate.upgrade({postgres_url!r})"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    engine = open_engine(postgres_url)
    with engine.begin() as first:
        first.execute(text(f"SELECT pg_advisory_xact_lock({migrate.LOCK})"))
        second = subprocess.Popen([sys.executable, "-c", code], env=environment)
        waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        deadline = time.monotonic() + 30
        while not first.scalar(waiting):
            assert second.poll() is None, "it did not wait"
            assert time.monotonic() < deadline
            time.sleep(0.02)
    assert second.wait(timeout=30) == 0
    engine.dispose()
    assert migrate.check(postgres_url) is None


def test_nobodys_updates_wait_for_a_migration(postgres_url: str) -> None:
    """People's numbers are locks, too, and anybody may have the one that was chosen for migrations."""
    engine = open_engine(postgres_url)
    with engine.begin() as migrating, engine.begin() as person:
        migrating.execute(text(f"SELECT pg_advisory_xact_lock({migrate.LOCK})"))
        for number in str(migrate.LOCK).split(","):
            assert person.scalar(text(f"SELECT pg_try_advisory_xact_lock({number})")), number
    engine.dispose()


def test_the_newest_revision_is_told_by_file_names_as_alembic_tells_it(url: str) -> None:
    """So that a start need not ask Alembic."""
    assert migrate.head() == ScriptDirectory.from_config(migrate.config(url)).get_current_head()


def test_a_start_with_a_database_up_to_date_does_without_alembic(url: str) -> None:
    migrate.upgrade(url)
    code = "import sys; from bot.db import migrate; migrate.upgrade(sys.argv[1])"
    code += "; assert 'alembic' not in sys.modules"
    subprocess.run([sys.executable, "-c", code, url], check=True, cwd=Path(__file__).parents[2])


def test_a_database_that_is_behind_is_brought_up(url: str) -> None:
    command.upgrade(migrate.config(url), "0001")
    assert migrate.current(url) == "0001"
    migrate.upgrade(url)
    assert migrate.current(url) == migrate.head()
