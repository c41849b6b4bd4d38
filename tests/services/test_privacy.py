"""Taking everything out and erasing it: every table there is, and nobody else's rows."""

import csv
import io
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import Column, Table, TypeDecorator, insert, select
from sqlmodel import Session

from bot.db.database import Database
from bot.db.tables import METADATA, Inbox, InboxStatus
from bot.services import privacy

HERS, HIS = 7, 8
IN_HAND = 555

IMPERSONAL = {
    "media": "what Telegram calls pictures that the coach uploaded",
    "bookmark": "the coach's own places in streams, and its own outages",
    "club": "a group's breaks: when and where, nobody by name",
    "club_post": "what was posted to a group",
    "send_budget": "how fast the coach itself may send",
}
"""Tables that say nothing about anybody, and why; every other one is exported and erased."""

Rows = Mapping[str, list[dict[str, Any]]]


def is_personal(table: Table) -> bool:
    """Tell whether export and erase take a table for somebody's."""
    return privacy.about(table, HERS) is not None


def fill(session: Session, person_id: int) -> None:
    """Put a row about somebody into every table, whatever tables there are; all words in it are secret."""
    made: dict[str, Any] = {}
    referred = {key.column.table.name for table in METADATA.sorted_tables for key in table.foreign_keys}
    for number, table in enumerate(METADATA.sorted_tables):
        if table.name not in IMPERSONAL or table.name in referred:
            row = {column.name: value(column, person_id, number, made) for column in table.columns}
            session.connection().execute(insert(table).values(row))
            made[table.name] = row


def value(column: Column[Any], person_id: int, number: int, made: Mapping[str, Any]) -> Any:
    """Return something that fits a column."""
    for key in column.foreign_keys:
        return made[key.column.table.name][key.column.name]
    if column.name in {"person_id", "lane"} or (column.table.name, column.name) == ("person", "id"):
        return person_id
    values = {
        int: person_id * 1000 + number,
        str: "public" if column.table.name in IMPERSONAL else f"secret-{person_id}",
        float: person_id + 0.5,
        bool: True,
        object: {"said": f"secret-{person_id}", "at": ["07:30"]},
        datetime: datetime(2026, 3, 2, 9, tzinfo=UTC),
        date: date(2026, 3, 2),
        time: time(3),
    }
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return values[kind.python_type]


def everything(session: Session) -> Rows:
    """Return all rows of all tables."""
    return {
        table.name: [dict(row) for row in session.connection().execute(select(table)).mappings()]
        for table in METADATA.sorted_tables
    }


@pytest.fixture
def filled(either_database: Database) -> Database:
    """Give a database in which every table has a row about her and one about him."""
    for person_id in (HERS, HIS):
        either_database.call(fill, person_id)
    return either_database


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=lambda table: table.name)
def test_a_table_is_covered_or_says_why_not(table: Table) -> None:
    assert is_personal(table) != (table.name in IMPERSONAL)


def test_the_reasons_are_about_tables_that_exist() -> None:
    assert IMPERSONAL.keys() <= METADATA.tables.keys()


def test_the_export_has_every_personal_row_of_hers_and_none_of_his(filled: Database) -> None:
    found = filled.call(privacy.collect, HERS)
    assert found.rows.keys() == METADATA.tables.keys() - IMPERSONAL.keys()
    assert {name: len(rows) for name, rows in found.rows.items()} == dict.fromkeys(found.rows, 1)
    assert "secret-8" not in str(found)


def test_erasing_leaves_nothing_of_hers_and_all_of_his(filled: Database) -> None:
    his = filled.call(privacy.collect, HIS)
    filled.call(privacy.erase, HERS)
    assert filled.call(privacy.collect, HIS) == his
    left = filled.call(everything)
    assert "secret-7" not in str(left)
    counts = {name: len(rows) for name, rows in left.items() if name not in IMPERSONAL}
    assert counts == dict.fromkeys(counts, 1) | {"inbox": 2}


def test_not_even_the_bytes_of_the_file_remember_her(database: Database) -> None:
    """SQLite else only forgets where things are."""
    for person_id in (HERS, HIS):
        database.call(fill, person_id)
    database.call(privacy.erase, HERS)
    database.close()
    file = Path(str(database.engine.url.database))
    kept = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    assert b"secret-8" in kept
    assert b"secret-7" not in kept


def test_of_what_she_sent_the_number_alone_stays(filled: Database) -> None:
    [hers] = filled.call(privacy.collect, HERS).rows["inbox"]
    filled.call(privacy.erase, HERS)
    row = filled.call(lambda session: session.get_one(Inbox, hers["update_id"]))
    assert (row.status, row.lane, row.payload, row.claimed_by) == (InboxStatus.DONE, None, {}, "")


def test_erasing_again_or_somebody_unknown_changes_nothing(filled: Database) -> None:
    filled.call(privacy.erase, HERS)
    before = filled.call(everything)
    filled.call(privacy.erase, HERS)
    filled.call(privacy.erase, 404)
    assert filled.call(everything) == before


def test_what_another_replica_queues_meanwhile_goes_as_well(postgres_url: str) -> None:
    """A tick holds her reminder and queues a delivery for it, just as everything of hers is being erased."""
    database = Database(postgres_url)
    METADATA.create_all(database.engine)
    database.call(fill, HERS)
    delivery, reminder = METADATA.tables["delivery"], METADATA.tables["reminder"]
    with ThreadPoolExecutor(1) as other:
        with database.engine.begin() as ticking:
            ticking.execute(select(reminder).with_for_update())
            row = dict(ticking.execute(select(delivery)).mappings().one())
            erasing = other.submit(database.call, privacy.erase, HERS)
            with pytest.raises(TimeoutError):
                erasing.result(timeout=0.3)
            ticking.execute(insert(delivery).values(row | {"id": 1, "occurrence": "queued meanwhile"}))
        erasing.result(timeout=5)
    assert "secret-7" not in str(database.call(everything))
    assert database.call(everything)["delivery"] == []
    database.close()


def test_the_update_that_asks_for_it_stays_until_it_is_answered(database: Database, now: datetime) -> None:
    def store(session: Session) -> None:
        for number in (IN_HAND, IN_HAND + 1):
            session.add(Inbox(update_id=number, lane=HERS, payload={"said": number}, received_at=now))

    database.call(store)
    database.call(privacy.erase, HERS, in_hand=IN_HAND)
    left = database.call(lambda session: [session.get_one(Inbox, IN_HAND + n) for n in (0, 1)])
    assert [(row.lane, row.payload) for row in left] == [(HERS, {"said": IN_HAND}), (None, {})]


def test_the_files_say_what_the_tables_say(filled: Database, now: datetime) -> None:
    found = filled.call(privacy.collect, HERS)
    archive = ZipFile(io.BytesIO(privacy.pack(found, now)))
    assert set(archive.namelist()) == {"everything.json", *(f"{name}.csv" for name in found.rows)}
    whole = json.loads(archive.read("everything.json"))
    assert whole["made_at"] == "2026-03-02T09:00:00+00:00"
    for name, [row] in found.rows.items():
        [told] = csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode("utf-8-sig")))
        assert list(told) == list(found.columns[name]) == list(whole["tables"][name][0])
        assert told.keys() == row.keys()
    person = whole["tables"]["person"][0]
    assert (person["first_name"], person["first_day"], person["day_start"]) == (
        "secret-7",
        "2026-03-02",
        "03:00:00",
    )


def test_a_table_without_rows_is_there_with_its_columns(database: Database, now: datetime) -> None:
    """Who gets a file sees that there was nothing to put in."""
    archive = ZipFile(io.BytesIO(privacy.pack(database.call(privacy.collect, HERS), now)))
    assert json.loads(archive.read("everything.json"))["tables"]["reminder"] == []
    assert archive.read("planned_pause.csv").decode("utf-8-sig") == "id,person_id,first,last\r\n"


def test_the_same_rows_make_the_same_file(database: Database, now: datetime) -> None:
    database.call(fill, HERS)
    found = database.call(privacy.collect, HERS)
    assert privacy.pack(found, now) == privacy.pack(found, now)


def test_words_of_other_scripts_survive(database: Database, now: datetime) -> None:
    database.call(fill, HERS)
    found = database.call(privacy.collect, HERS)
    found.rows["person"][0]["first_name"] = 'Ноа, "כתף"\n🧘'
    archive = ZipFile(io.BytesIO(privacy.pack(found, now)))
    [row] = csv.DictReader(io.StringIO(archive.read("person.csv").decode("utf-8-sig"), newline=""))
    assert (
        row["first_name"] == json.loads(archive.read("everything.json"))["tables"]["person"][0]["first_name"]
    )
