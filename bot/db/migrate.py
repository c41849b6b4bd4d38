"""Bringing a database to the tables of this version, with Alembic.

Alembic is imported where it has something to do: it costs a tenth of a second and eight megabytes, and nearly
every start finds a database that is up to date.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from bot.db.database import open_engine
from bot.db.tables import METADATA

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = "0, 6432225"
"""Any two numbers: by one alone a person's updates are kept in order, and it might be theirs. The second one
spells "midback" on a telephone."""


def config(url: str) -> "Config":
    """Return Alembic's configuration for the database at ``url``, without an ini file."""
    from alembic.config import Config  # noqa: PLC0415 - see above

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.attributes["url"] = url
    return settings


def upgrade(url: str) -> None:
    """Apply every migration that the database has not seen yet."""
    if current(url) == head():
        return
    from alembic import command  # noqa: PLC0415 - see above

    command.upgrade(config(url), "head")


def current(url: str) -> str | None:
    """Return the revision of the database, None when it is empty."""
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return None
            found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
            return found
    finally:
        engine.dispose()


def head() -> str:
    """Return the newest revision that this version brings: its number is how its file begins."""
    return max(path.stem for path in MIGRATIONS.glob("versions/[0-9]*.py")).partition("_")[0]


def check(url: str) -> str | None:
    """Return None when database and tables agree, else one sentence that says what to do."""
    revision = current(url)
    if revision != head():
        at = revision or "nothing"
        return f"The database is at {at}, this version needs {head()}: run `midback db upgrade`."
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - see above
    from alembic.migration import MigrationContext  # noqa: PLC0415

    engine = open_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, METADATA)
    engine.dispose()
    if differences:
        return f"Tables and migrations differ, so a migration is missing: {differences}"
    return None
