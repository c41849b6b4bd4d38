"""Questions to the tables that more than one place asks."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, bindparam, text
from sqlmodel import Session, col, func, select

from bot.db.tables import METADATA, Club, Delivery, DeliveryStatus, Person, Reminder

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


def next_moment(session: Session) -> datetime | None:
    """Return when the coach will next have something to send, None when nothing is planned."""
    reminder = session.exec(select(func.min(Reminder.next_due_at))).one()
    club = session.exec(select(func.min(Club.next_due_at))).one()
    waiting = select(func.min(col(Delivery.due_at))).where(Delivery.status == DeliveryStatus.PENDING)
    moments = [moment for moment in (reminder, club, session.exec(waiting).one()) if moment]
    return min(moments, default=None)


def newest_zone(session: Session) -> str | None:
    """Return the zone of the person who came last."""
    return session.exec(select(Person.zone).order_by(col(Person.created_at).desc())).first()


def database_now(session: Session) -> datetime:
    """Return the moment by the database's clock, the one that all replicas share: leases are made by it."""
    if engine(session) == "postgresql":
        moment: datetime = session.scalar(text("SELECT clock_timestamp()"))
        return moment.astimezone(UTC)
    return present()  # SQLite has no clock but that of its machine


def engine(session: Session) -> str:
    """Return what kind of database it is: ``sqlite`` or ``postgresql``."""
    return session.get_bind().dialect.name


def clock_of(engine: str) -> ColumnElement[datetime]:
    """Return :func:`database_now` as a part of a statement, which is then asked with :func:`present`."""
    return func.clock_timestamp() if engine == "postgresql" else bindparam("present")


def present() -> datetime:
    """Return the moment by this machine's clock, which is also SQLite's."""
    return datetime.now(UTC)


def one_after_the_other(session: Session, numbers: Collection[int]) -> None:
    """Wait until transactions that said one of these numbers have ended; others wait for this one.

    Say it once, and before anything else is changed, so that nobody waits for each other. On SQLite there is
    one writer anyway.
    """
    if numbers and engine(session) == "postgresql":
        wait = text("SELECT pg_advisory_xact_lock(number) FROM unnest(CAST(:numbers AS bigint[])) AS number")
        session.connection().execute(wait, {"numbers": sorted(numbers)})


def insert_new(session: Session, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, leaving out those whose key is there already."""
    if rows:
        session.connection().execute(insert_into(session, table).on_conflict_do_nothing(), list(rows))


def insert_from(session: Session, table: str, names: Sequence[str], found: Select[Any]) -> None:
    """Insert what a query finds, leaving out rows whose key is there already.

    :param names: the columns that the query's own go to, in order
    """
    rows = insert_into(session, table).from_select(list(names), found, include_defaults=False)
    session.connection().execute(rows.on_conflict_do_nothing())


def insert_into(session: Session, table: str) -> "postgresql.Insert | sqlite.Insert":
    """Return an INSERT that can be told what to do where the key is there already."""
    # Imported where it is used: PostgreSQL's takes 2 MB, and most coaches have no use for it.
    if engine(session) == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - as said

        return postgresql.insert(METADATA.tables[table])
    from sqlalchemy.dialects import sqlite  # noqa: PLC0415 - as said

    return sqlite.insert(METADATA.tables[table])
