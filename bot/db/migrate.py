"""Bringing a database to the tables of this version, with Alembic."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.db.database import open_engine
from bot.db.tables import METADATA

MIGRATIONS = Path(__file__).parent / "migrations"


def config(url: str) -> Config:
    """Return Alembic's configuration for the database at ``url``, without an ini file."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.attributes["url"] = url
    return settings


def upgrade(url: str) -> None:
    """Apply every migration that the database has not seen yet."""
    command.upgrade(config(url), "head")


def current(url: str) -> str | None:
    """Return the revision of the database, None when it is empty."""
    engine = open_engine(url)
    with engine.connect() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    return revision


def head() -> str | None:
    """Return the newest revision that this version brings."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def check(url: str) -> str | None:
    """Return None when database and tables agree, else one sentence that says what to do."""
    revision = current(url)
    if revision != head():
        at = revision or "nothing"
        return f"The database is at {at}, this version needs {head()}: run `midback db upgrade`."
    engine = open_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, METADATA)
    engine.dispose()
    if differences:
        return f"Tables and migrations differ, so a migration is missing: {differences}"
    return None
