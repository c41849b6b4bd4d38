"""SQLite's one writer: work that waits at the same moment is committed together.

A transaction of its own costs as much as a small piece of work. So one thread takes all that waits, commits
once, and only then answers: who gets an answer knows that it is kept. Should one of them fail, nothing of all
that is kept, and each is done again by itself; savepoints would spare that, but cost more than they save.
"""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Final

from sqlalchemy import Connection, Engine
from sqlmodel import Session

Work = Callable[[Session], Any]

MOST: Final = 32
"""Pieces of work in one transaction: so many gain nearly all there is to gain, and nobody waits long."""


@dataclass(eq=False)
class _Piece:
    """Work, who waits for it, and what became of it."""

    work: Work
    future: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None

    def settle(self) -> None:
        """Answer; in the loop of who waits."""
        if self.future.done():
            return  # nobody waits any more
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(self.error)


class _WorkFailedError(Exception):
    """One of the pieces failed, which is its cause; the transaction was undone."""


class Writer:
    """Runs work over a :class:`Session` in one thread, all or nothing each, several in one transaction.

    Work may run twice: it changes nothing but what its session holds.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: SimpleQueue[_Piece | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._lock = threading.Lock()

    async def run(self, work: Work) -> Any:
        """Return what ``work`` returns, after the commit; its error is raised here and undoes only itself.

        :raises RuntimeError: when it is closed
        """
        piece = _Piece(work, asyncio.get_running_loop().create_future())
        with self._lock:
            if self._closed:
                raise RuntimeError("the database is closed")
            self._waiting.put(piece)
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="database", daemon=True)
                self._thread.start()
        return await piece.future

    def close(self) -> None:
        """Do what still waits, then end the thread."""
        with self._lock:
            self._closed = True
            self._waiting.put(None)
        if self._thread is not None:
            self._thread.join()

    def _serve(self) -> None:
        while pieces := self._next():
            self._do(pieces)
            for loop in {piece.future.get_loop() for piece in pieces}:
                theirs = [piece for piece in pieces if piece.future.get_loop() is loop]
                with suppress(RuntimeError):  # that loop has ended, and nobody waits there any more
                    loop.call_soon_threadsafe(_settle, theirs)

    def _next(self) -> list[_Piece]:
        """Wait for work, and return what waits by then; nothing more when it is closed."""
        found: list[_Piece] = []
        while not found or (len(found) < MOST and not self._waiting.empty()):
            piece = self._waiting.get()
            if piece is None:
                self._waiting.put(None)  # to be met again once this is done
                break
            found.append(piece)
        return found

    def _do(self, pieces: list[_Piece]) -> None:
        wanted = [piece for piece in pieces if not piece.future.cancelled()]
        try:
            self._together(wanted)
        except _WorkFailedError as failed:
            if len(wanted) == 1:
                wanted[0].error = failed.__cause__
                return
            for piece in wanted:
                self._do([piece])
        except BaseException as error:  # noqa: BLE001 - no beginning or no commit, raised where it is awaited
            for piece in wanted:
                piece.error = error

    def _together(self, pieces: list[_Piece]) -> None:
        with self._engine.begin() as connection, _session(connection) as session:
            for piece in pieces:
                try:
                    piece.result = piece.work(session)
                    session.flush()
                except BaseException as error:
                    raise _WorkFailedError from error
                session.expunge_all()  # the next piece reads for itself, as if it had a session of its own


def _session(connection: Connection) -> Session:
    # So joined, a session that is closed leaves the transaction as it is.
    return Session(connection, expire_on_commit=False, join_transaction_mode="rollback_only")


def _settle(pieces: list[_Piece]) -> None:
    for piece in pieces:
        piece.settle()
