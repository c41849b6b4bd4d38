"""Alembic runs this file to learn the database and the tables."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, text

from bot.db.database import open_engine
from bot.db.migrate import LOCK
from bot.db.tables import METADATA


def plain_types(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Write SQLModel's own types as SQLAlchemy's, so that a migration stands alone for ever."""
    names = {"AutoString": "sa.String()", "UTCDateTime": "sa.DateTime(timezone=True)"}
    return names.get(type(item).__name__, False) if kind == "type" else False


def _one_at_a_time(connection: Connection) -> None:
    """Let replicas that start together wait for each other; on SQLite the transaction itself does so."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))


def _let_go_of_children(connection: Connection) -> None:
    """Switch foreign keys off on SQLite, or dropping the old copy of a table takes what hangs on it along.

    It can only be done outside of a transaction, and SQLAlchemy begins one with the first statement.
    """
    if connection.dialect.name == "sqlite":
        connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")


def migrate() -> None:
    """Run the migrations in one transaction each; SQLite alters tables by copying them."""
    engine = open_engine(context.config.attributes["url"])
    with engine.connect() as connection:
        _let_go_of_children(connection)
        context.configure(
            connection=connection,
            target_metadata=METADATA,
            render_as_batch=True,
            render_item=plain_types,
        )
        with context.begin_transaction():
            _one_at_a_time(connection)
            context.run_migrations()
    engine.dispose()


migrate()
