"""Real coaches, a real database and the emulator, and rounds in which things are broken."""

import asyncio
import random
import socket
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from sqlalchemy import make_url, text
from sqlmodel import Session

from bot import library
from bot.db import migrate
from bot.db.database import Database
from bot.domain.exercises import Library
from bot.emulator import serve
from bot.emulator.serve import Running
from bot.services import zone_data
from tests.faults import people
from tests.faults.chaos import Chaos, Cut, Deed, Doses, planned, postgres_crash, postgres_cut, sqlite_lock
from tests.faults.findings import Findings, examine, read_logs, waiting
from tests.faults.replicas import ROOT, Replica, all_ready, environment, proxy, running
from tests.faults.witness import Diary, Witness
from tests.postgres import empty_database, server_for_tests

TOKEN = "100000:faults-faults-faults-faults-faults-0"
SECRET = "a-secret-of-the-tests-with-faults"
Engine = Literal["postgres", "sqlite"]


@dataclass(frozen=True)
class Size:
    """How much happens in a round.

    :param seconds: in which updates come, reminders are due and things are broken
    :param patience: seconds after that until nothing may be left to do
    :param hurry: whether what dead coaches held is freed at once, instead of waiting for the leases' end
    """

    pressers: int
    reminders: int
    seconds: float
    doses: Doses
    patience: float = 600.0
    presses: int = people.PRESSES
    hurry: bool = False


@dataclass
class Round:
    """What a round was and what came of it."""

    number: int
    diary: Diary
    findings: Findings
    took: float


@dataclass
class Stage:
    """Everything that a round needs."""

    running: Running
    witness: Witness
    database: Database
    library: Library
    replicas: list[Replica]
    cut: Cut
    crash: Cut
    read: dict[str, int] = field(default_factory=dict)

    async def round(self, number: int, size: Size, seed: int) -> Round:
        """Let people press and reminders be due while things are broken; then look at what came of it."""
        rng, diary, begin = random.Random(f"{seed}/{number}"), Diary(), time.monotonic()  # noqa: S311
        deeds = planned(size.doses, size.seconds, rng)
        crowd = await self._crowd(number, size, rng)
        world = self.running.world
        chaos = Chaos(world, self.replicas, diary, self.cut, self.crash)
        await asyncio.gather(
            people.press_all(world, crowd.pressers, size.seconds, rng),
            chaos.break_all(deeds),
            asyncio.sleep(size.seconds),
        )
        await all_ready(self.replicas)
        left = await self._settle(crowd, size)
        found = await asyncio.to_thread(self._examine, crowd, diary)
        if left:
            found.broken.append(f"Telegram still holds {left} updates")
        return Round(number, diary, found, time.monotonic() - begin)

    async def _crowd(self, number: int, size: Size, rng: random.Random) -> people.Crowd:
        everyone = people.newcomers(self.running.world, size.reminders)
        crowd = people.Crowd(everyone)

        def prepare(session: Session) -> None:
            begin = datetime.now(UTC)
            some = everyone[: size.pressers]
            crowd.tips = people.settle_in(session, everyone, begin, size.seconds, rng, f"round-{number}")
            crowd.pressers = people.begin_sessions(session, some, self.library, rng, size.presses)

        await asyncio.to_thread(self.database.call, prepare)
        return crowd

    async def _settle(self, crowd: people.Crowd, size: Size) -> int:
        """Wait until nothing is left to do, and return what Telegram still holds."""
        updates, end = self.running.world.updates, time.monotonic() + size.patience
        while time.monotonic() < end:
            if size.hurry:
                await asyncio.to_thread(self.database.call, self._end_leases)
            if not updates.count() and not await asyncio.to_thread(self.database.call, waiting, crowd):
                break
            await asyncio.sleep(0.5)
        return updates.count()

    def _end_leases(self, session: Session) -> None:
        """Let the time pass after which others may take up what the dead held."""
        for number in {number for one in self.replicas for number in one.gone}:
            for table in ("delivery", "inbox"):
                query = f"UPDATE {table} SET claimed_until = :past WHERE claimed_by LIKE :holder"  # noqa: S608
                values = {"past": datetime(2000, 1, 1, tzinfo=UTC), "holder": f"%:{number}:%"}
                session.connection().execute(text(f"{query} AND claimed_until IS NOT NULL"), values)

    def _examine(self, crowd: people.Crowd, diary: Diary) -> Findings:
        found = self.database.call(examine, crowd, self.witness.copies, diary)
        found.broken += read_logs(self._news(), [TOKEN.partition(":")[2], SECRET])
        for one in self.replicas:
            found.broken += one.fell
            one.fell.clear()
        return found

    def _news(self) -> Mapping[str, str]:
        """Return what each log says since the last look."""
        said = {}
        for one in self.replicas:
            whole = one.log.read_bytes()
            said[one.log.name] = whole[self.read.get(one.log.name, 0) :].decode(errors="replace")
            self.read[one.log.name] = len(whole)
        return said


@asynccontextmanager
async def staged(folder: Path, engine: Engine, replicas: int, server: str = "") -> AsyncIterator[Stage]:
    """Start everything: replicas behind a proxy on PostgreSQL, one that polls on SQLite.

    :param server: address of a PostgreSQL server
    """
    with _database(engine, folder, server) as (url, cut, crash):
        migrate.upgrade(url)
        database, witness = Database(url), Witness()
        # Else the first coach moves reminders to full minutes, since it does not know the zone's rules yet.
        database.call(zone_data.recompute, people.ZONE)
        content = await asyncio.to_thread(library.load, ROOT / "content")
        async with AsyncExitStack() as stack:
            stack.callback(database.close)
            telegram = await stack.enter_async_context(serve(token=TOKEN, rng=random.Random(1), pace=0.25))  # noqa: S311
            telegram.world.calls = witness
            ports = free_ports(replicas + 1)
            told = _settings(engine, url, telegram.url, ports)
            made = [
                Replica(i, environment(folder, each), folder / f"replica-{i}.log", port)
                for i, (each, port) in enumerate(zip(told, ports[1:], strict=True), 1)
            ]
            between = proxy(ports[0], ports[1:]) if engine == "postgres" else nullcontext()
            await stack.enter_async_context(between)
            await stack.enter_async_context(running(made))
            yield Stage(telegram, witness, database, content, made, cut, crash)


def _settings(engine: Engine, url: str, telegram: str, ports: list[int]) -> list[dict[str, str]]:
    common = {
        "TOKEN": TOKEN,
        "API_URL": telegram,
        "DATABASE_URL": url,
        "CONTENT": str(ROOT / "content"),
        "ZONE": people.ZONE,
        "LOG_FORMAT": "json",
    }
    if engine == "sqlite":
        return [common]
    hook = {"WEBHOOK_URL": f"http://127.0.0.1:{ports[0]}/telegram", "WEBHOOK_SECRET": SECRET}
    return [{**common, **hook, "LISTEN": f"127.0.0.1:{port}"} for port in ports[1:]]


@contextmanager
def _database(engine: Engine, folder: Path, server: str) -> Iterator[tuple[str, Cut, Cut]]:
    if engine == "sqlite":
        file = folder / "coach.sqlite3"
        yield f"sqlite:///{file}", sqlite_lock(file), sqlite_lock(file)
        return
    with empty_database(server) as url:
        name = make_url(url).database or ""
        cut = postgres_cut(server, name)
        yield url, cut, postgres_crash(server, name) if server_for_tests() is None else cut


def free_ports(count: int) -> list[int]:
    """Return ports that nobody uses just now."""
    with ExitStack() as held:
        found = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in found:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in found]


__all__ = ["Deed", "Doses", "Engine", "Round", "Size", "Stage", "staged"]
