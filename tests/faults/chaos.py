"""What is broken in a round, and when: all of it follows from a seed."""

import asyncio
import os
import random
import signal
import sqlite3
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from bot.emulator.world import World
from tests.faults.replicas import Replica
from tests.faults.witness import Diary

TELEGRAM: Mapping[str, Mapping[str, Any]] = {
    "lost-before": {"drop": "before", "times": 5},
    "lost-after": {"drop": "after", "times": 5},
    "flood": {"code": 429, "parameters": {"retry_after": 1}, "times": 15},
    "out-of-order": {"code": 502, "times": 10},
    "slow": {"delay": 1.5, "times": 15},
}
LIFE = 5.0
"""Seconds at most that a coach is left to work before it is killed."""

LONGEST_START = 180.0
"""Seconds that replicas may take to be ready on a busy machine."""

RECOVERY = 30.0
"""Seconds that a database may take to come back after a crash."""

SENDS = ("sendPhoto", "sendMessage", "editMessageMedia")


@dataclass(frozen=True)
class Deed:
    """Something to break, so many seconds after the round began; ``which`` chooses among what there is."""

    at: float
    kind: str
    which: float


@dataclass(frozen=True)
class Doses:
    """How often each thing is broken in a round."""

    kills: int
    restarts: int
    cuts: int
    crashes: int
    telegram: int


def planned(doses: Doses, seconds: float, rng: random.Random) -> list[Deed]:
    """Return what to break, in order."""
    kinds = [name for name, count in vars(doses).items() for _ in range(count)]
    deeds = [Deed(rng.uniform(0, seconds), kind, rng.random()) for kind in kinds]
    return sorted(deeds, key=lambda deed: deed.at)


Cut = Callable[[float], Awaitable[float]]
"""Cuts the database off, given a number below 1 that chooses how long, and tells how long it lasted."""


@dataclass(frozen=True)
class Chaos:
    """Everything that can be broken."""

    world: World
    replicas: Sequence[Replica]
    diary: Diary
    cut: Cut
    crash: Cut
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Two cuts of one database get into each other's way."""
    killing: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def break_all(self, deeds: Sequence[Deed]) -> None:
        """Break one thing after the other; what lasts does not hold up the next."""
        begin = time.monotonic()
        lasting = set()
        for deed in deeds:
            await asyncio.sleep(max(0.0, begin + deed.at - time.monotonic()))
            lasting.add(asyncio.create_task(self._do(deed)))
        await asyncio.gather(*lasting)
        self.world.faults.clear()

    async def _do(self, deed: Deed) -> None:
        doing: Mapping[str, Callable[[float], Awaitable[None]]] = {
            "kills": self._kill,
            "restarts": self._rolling,
            "cuts": partial(self._database, "cut", self.cut),
            "crashes": partial(self._database, "crash", self.crash),
            "telegram": self._telegram,
        }
        await doing[deed.kind](deed.which)

    async def _kill(self, which: float) -> None:
        async with self.killing:
            await self._working()
            await asyncio.sleep(LIFE * which)  # in the middle of its work, not always at its begin
            working = await self._working()
            self.diary.note("kill")
            working[int(which * len(working))].end(signal.SIGKILL)

    async def _working(self) -> list[Replica]:
        """Return who works, once that is half of all: where starts are slow, nobody else would ever serve."""
        enough = (len(self.replicas) + 1) // 2
        async with asyncio.timeout(LONGEST_START):
            while True:
                working = [one for one in self.replicas if one.alive and one.ready]
                if len(working) >= enough:
                    return working
                await asyncio.sleep(0.1)

    async def _rolling(self, which: float) -> None:
        """Restart all, one after another, as an upgrade does."""
        self.diary.note("restart")
        for replica in self.replicas:
            before = replica.process
            replica.end(signal.SIGTERM)
            with suppress(TimeoutError):
                async with asyncio.timeout(40):
                    while replica.process is before or not replica.ready:  # noqa: ASYNC110 - no bell
                        await asyncio.sleep(0.1)

    async def _database(self, what: str, cut: Cut, which: float) -> None:
        async with self.one_at_a_time:
            at = len(self.diary.faults)
            self.diary.note(what)
            lasted = await cut(which)
            since, _, _ = self.diary.faults[at]
            self.diary.faults[at] = (since, since + lasted, what)

    async def _telegram(self, which: float) -> None:
        name = sorted(TELEGRAM)[int(which * len(TELEGRAM))]
        method = SENDS[int(which * 1000) % len(SENDS)]
        fault = self.world.faults.add({"method": method, **TELEGRAM[name]})
        self.diary.note(f"telegram {name}")
        at = len(self.diary.faults) - 1
        await asyncio.sleep(4.0)
        with suppress(Exception):
            self.world.faults.remove(fault.id)  # it may have met nobody: then it must not wait for later
        since, _, _ = self.diary.faults[at]
        self.diary.faults[at] = (since, time.time(), f"telegram {name}")


# The database


def postgres_cut(server: str, name: str) -> Cut:
    """Return what throws everybody out of a database and lets nobody in for one to three seconds."""

    async def cut(which: float) -> float:
        begin = time.monotonic()
        await asyncio.to_thread(_shut, server, name, 1 + 2 * which)
        return time.monotonic() - begin

    return cut


def _shut(server: str, name: str, seconds: float) -> None:
    with _connected(server) as connection:
        connection.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS false')
        try:
            everybody = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
            connection.execute(everybody, [name])
            time.sleep(seconds)
        finally:
            connection.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS true')


def _connected(server: str) -> Any:
    """Return a connection; a server that has just crashed needs a moment."""
    import psycopg  # noqa: PLC0415 - SQLite needs none

    end = time.monotonic() + RECOVERY
    while True:
        try:
            return psycopg.connect(server, autocommit=True)
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def postgres_crash(server: str, name: str) -> Cut:
    """Return what kills a process of the server: it takes all others down and recovers from its log.

    For a server of our own on this machine only.
    """

    async def crash(_which: float) -> float:
        begin = time.monotonic()
        await asyncio.to_thread(_kill_backend, server, name)
        return time.monotonic() - begin + 1.0

    return crash


def _kill_backend(server: str, name: str) -> None:
    query = "SELECT pid FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'"
    with _connected(server) as connection:
        found = connection.execute(query, [name]).fetchall()
    for (number,) in found[:1]:
        with suppress(OSError):  # it may have ended by itself meanwhile
            if b"postgres" in Path(f"/proc/{number}/cmdline").read_bytes():
                os.kill(number, signal.SIGKILL)
    with _connected(server):  # it lets people in again
        pass


def sqlite_lock(file: Path) -> Cut:
    """Return what keeps a file locked for one to four seconds, as a backup by a foreign tool does."""

    async def lock(which: float) -> float:
        begin = time.monotonic()
        await asyncio.to_thread(_hold, file, 1 + 3 * which)
        return time.monotonic() - begin

    return lock


def _hold(file: Path, seconds: float) -> None:
    with closing(sqlite3.connect(file, timeout=30, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        time.sleep(seconds)
        connection.execute("ROLLBACK")
