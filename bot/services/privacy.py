"""Everything about one person: taken out as files, or gone for good.

Which rows are somebody's is read off the tables themselves, so that a new table is covered by being there: it
refers to the person, or to a row that does; the inbox knows people as lanes.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sqlalchemy import Column, ColumnElement, Table, delete, or_, select, update
from sqlmodel import Session

from bot.db.tables import METADATA, InboxStatus

_PERSON: Final = METADATA.tables["person"]
_INBOX: Final = METADATA.tables["inbox"]
_IDS: Final = ("person_id", "lane")
"""Columns that hold a person's id, whether or not the database knows that they refer to a person."""

_NUMBER_ALONE: Final[dict[str, Any]] = {
    "status": InboxStatus.DONE, "payload": {}, "lane": None, "claimed_until": None, "claimed_by": "",
}  # fmt: skip

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Everything:
    """All that is stored about a person: rows by table, and the columns of each table in order."""

    columns: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, Rows]


def about(table: Table, person_id: int) -> ColumnElement[bool] | None:
    """Return which rows of a table are about a person; None when it holds nothing about people."""
    ways = [way for column in table.columns for way in _ways(column, person_id)]
    return or_(*ways) if ways else None


def collect(session: Session, person_id: int) -> Everything:
    """Return every row about a person, and the tables that have none."""
    columns, rows = {}, {}
    for table, theirs in _personal(person_id):
        query = select(table).where(theirs).order_by(*table.primary_key.columns)
        columns[table.name] = tuple(column.name for column in table.columns)
        rows[table.name] = [dict(row) for row in session.connection().execute(query).mappings()]
    return Everything(columns, rows)


def erase(session: Session, person_id: int, in_hand: int | None = None) -> None:
    """Delete everything about a person. Doing it again changes nothing.

    What waits in the inbox is forgotten like what is done: its number alone stays, by which Telegram's
    repetition of it is known. Deliveries on their way find no row to note in how they ended.

    :param in_hand: the update by which the person asks for it, which is forgotten once it is answered
    """
    run = session.connection().execute
    waiting = update(_INBOX).where(_INBOX.c.lane == person_id)
    run(waiting.where(_INBOX.c.update_id != (in_hand or 0)).values(_NUMBER_ALONE))
    for table, theirs in reversed(_personal(person_id)):  # what refers goes before what it refers to
        if table is not _INBOX:
            run(delete(table).where(theirs))


def pack(everything: Everything, made_at: datetime) -> bytes:
    """Return a ZIP with one JSON file of everything and a CSV file for each table."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        whole = _json({"made_at": made_at, "tables": everything.rows}, indent=2)
        _add(archive, "everything.json", whole, made_at)
        for name, rows in everything.rows.items():
            _add(archive, f"{name}.csv", _csv(everything.columns[name], rows), made_at)
    return packed.getvalue()


def _personal(person_id: int) -> list[tuple[Table, ColumnElement[bool]]]:
    found = [(table, about(table, person_id)) for table in METADATA.sorted_tables]
    return [(table, theirs) for table, theirs in found if theirs is not None]


def _ways(column: Column[Any], person_id: int) -> Iterable[ColumnElement[bool]]:
    """Return how a column tells that its row is about a person: it is the id, or it refers to such a row."""
    if column is _PERSON.c.id or column.name in _IDS:
        yield column == person_id
        return
    for key in column.foreign_keys:
        parent = key.column.table
        theirs = None if parent is column.table else about(parent, person_id)
        if theirs is not None:
            yield column.in_(select(key.column).where(theirs))


def _add(archive: ZipFile, name: str, text: str, made_at: datetime) -> None:
    file = ZipInfo(name, made_at.timetuple()[:6])
    file.compress_type = ZIP_DEFLATED
    archive.writestr(file, text)


def _csv(columns: Iterable[str], rows: Rows) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    names = list(columns)
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    # Spreadsheets take a file for Unicode only when it begins so.
    return "\ufeff" + text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return _json(value) if isinstance(value, dict | list) else value


def _json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_cell)
