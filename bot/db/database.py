"""The one place where database work runs: off the event loop, one transaction a call."""

import asyncio
import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import orjson
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.engine.interfaces import ExecutionContext
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError
from sqlalchemy.pool import PoolProxiedConnection
from sqlmodel import Session

from bot.db.writer import Work, Writer

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    "busy_timeout=10000",
    "secure_delete=ON",  # what is deleted is written over: else it stays readable in the file
)

LOST: Final = 10
"""Seconds without a word after which PostgreSQL undoes a transaction: ours wait for nobody in the middle."""

WAKEFUL: Final[Mapping[str, int]] = {
    "connect_timeout": 10,  # seconds; a machine that is gone refuses nothing
    "keepalives_idle": 10,  # seconds without a word until the other end is asked for a sign of life
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 20_000,  # milliseconds for what was said and never acknowledged
}
"""How a connection to PostgreSQL notices within 20 seconds that the other end is gone.

A server that fails over may not say so. A thread that waits for it would by itself wait for two hours, or
for a quarter of one where it has just asked something. An address may say otherwise.
"""

_CHANGES = "midback changes"

P = ParamSpec("P")
T = TypeVar("T")


def open_engine(url: str) -> Engine:
    """Return an engine for ``url``.

    SQLite gets write-ahead logging, foreign keys and honest transactions; PostgreSQL undoes those that are
    left open, and is noticed to be gone. Errors name no parameters: those are what people said and scored.
    """
    if url.startswith("sqlite"):
        patient = {"check_same_thread": False, "timeout": 10}
        engine = create_engine(url, hide_parameters=True, connect_args=patient, **_JSON)
        event.listen(engine, "connect", _prepare_sqlite)
        # Not by an event: where anybody listens to an engine, each statement is prepared for all of them.
        engine.dialect.do_begin = _begin_immediate  # type: ignore[assignment, method-assign]
    else:
        said = make_url(url).query
        wakeful = {name: value for name, value in WAKEFUL.items() if name not in said}
        engine = create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=wakeful, **_JSON)
        event.listen(engine, "connect", _prepare_postgresql)
    event.listen(engine, "do_execute", _count_change)
    event.listen(engine, "do_executemany", _count_change)
    return engine


def changes(connection: Connection) -> int:
    """Return how many statements that change data this connection has seen so far.

    What a session holds and has not flushed is not among them.
    """
    count: int = connection.info.get(_CHANGES, 0)
    return count


def unreachable(error: BaseException) -> bool:
    """Tell whether the database was out of reach, locked or gave way to somebody: later it may well work."""
    if isinstance(error, OperationalError | InterfaceError | NoConnectionFreeError):
        return True
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own BEGIN comes late and is deferred: two writers could then deadlock on upgrading.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _prepare_postgresql(connection: Any, _record: object) -> None:
    # Of a machine that is lost the server hears nothing, and would keep what it locked for hours.
    connection.execute(f"SET idle_in_transaction_session_timeout = '{LOST}s'")
    connection.commit()


def _begin_immediate(connection: PoolProxiedConnection) -> None:
    connection.cursor().execute("BEGIN IMMEDIATE")


def _count_change(_cursor: object, _said: str, _values: object, context: ExecutionContext | None) -> None:
    if isinstance(context, DefaultExecutionContext) and (
        context.isinsert or context.isupdate or context.isdelete
    ):
        info = context.root_connection.info
        info[_CHANGES] = info.get(_CHANGES, 0) + 1


def _as_json(value: Any) -> str:
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # halves of a character, or keys that are no words
        return json.dumps(value)


def _from_json(said: str | bytes) -> Any:
    try:
        return orjson.loads(said)
    except orjson.JSONDecodeError:  # halves of a character
        return json.loads(said)


_JSON: Final[dict[str, Any]] = {"json_serializer": _as_json, "json_deserializer": _from_json}


class _Pool:
    """Runs work in one of several threads, with a connection of its own each."""

    def __init__(self, engine: Engine, threads: int) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="database")

    async def run(self, work: Work) -> Any:
        """Return what ``work`` returns, after the commit."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, _once, self._engine, work)

    def close(self) -> None:
        """Do what still waits, then end the threads."""
        self._threads.shutdown(wait=True)


def _carried_out(
    function: Callable[Concatenate[Session, P], T], session: Session, *args: P.args, **kwargs: P.kwargs
) -> T:
    """Do the work; an error that no future takes, so that all would wait for ever, becomes another one."""
    try:
        return function(session, *args, **kwargs)
    except StopIteration as error:
        raise RuntimeError("work looked for more than there was") from error


def _once(engine: Engine, work: Callable[[Session], T]) -> T:
    with Session(engine, expire_on_commit=False) as session, session.begin():
        return work(session)


class Database:
    """Runs synchronous functions over a :class:`Session`, each in one transaction of its own.

    SQLite has one writer, so one thread serves it and commits together what waits together: work may run
    twice there, and changes nothing but what its session holds. Other engines get a small pool.

    :param watch: hears how many seconds each piece of work took, the wait for its turn included
    """

    def __init__(
        self, url: str, *, threads: int = 4, watch: Callable[[float], None] = lambda _seconds: None
    ) -> None:
        self._watch = watch
        self.engine = open_engine(url)
        sqlite = self.engine.dialect.name == "sqlite"
        self._workers = Writer(self.engine) if sqlite else _Pool(self.engine, threads)

    async def run(
        self, function: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Call ``function(session, ...)`` in a thread and return its result after the commit.

        Rows that it returns stay readable, but are not tied to the database any more.
        """
        begun = monotonic()
        try:
            result: T = await self._workers.run(
                lambda session: _carried_out(function, session, *args, **kwargs)
            )
            return result
        finally:
            self._watch(monotonic() - begun)

    def call(self, function: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do the same in this thread: for tests and for commands without an event loop."""
        return _once(self.engine, lambda session: function(session, *args, **kwargs))

    def close(self) -> None:
        """Finish what runs and let go of all connections."""
        self._workers.close()
        self.engine.dispose()
