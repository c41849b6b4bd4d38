"""Coaches that die, end, and work side by side on one database: nothing lost, nothing twice, in order."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import select, update
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot

from bot import web
from bot.app import Coach, coach
from bot.chat.actions import EditEntry, EntryChange, PauseFor
from bot.chat.lanes import Lanes
from bot.chat.transport import Transport
from bot.clock import ShiftedClock, SystemClock
from bot.db.database import Database
from bot.db.tables import Inbox, PlannedPause, RoutineEntry
from bot.emulator import serve
from bot.emulator.client import Emulator, Person, buttons_of, eventually, text_of
from bot.metrics import Metrics
from bot.receive.arrivals import Json
from bot.receive.inbox import Inbox as Worker
from bot.receive.polling import Polling
from bot.receive.webhook import HEADER
from bot.services import inbox
from bot.services.inbox import Taken
from bot.settings import Settings
from tests.e2e.conftest import ROOT, TOKEN, Stage, settings_for, settled, shows, webhook_at

MORE = EntryChange.MORE


@dataclass
class Process:
    """A coach in a process of its own."""

    running: asyncio.subprocess.Process

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        self.running.kill()

    async def stop(self) -> int:
        """Ask it to end, as a service manager does, and return its exit code."""
        self.running.send_signal(signal.SIGTERM)
        async with asyncio.timeout(25):
            return await self.running.wait()


@dataclass
class House:
    """An emulator and a database that outlive the coaches."""

    emulator: Emulator
    settings: Settings
    database: Database
    folder: Path

    @asynccontextmanager
    async def process(self) -> AsyncIterator[Process]:
        """Start a coach in a process of its own and wait until it is ready."""
        given = {
            "TOKEN": TOKEN,
            "API_URL": self.settings.api_url,
            "DATABASE_URL": self.settings.database_url,
            "CONTENT": str(ROOT / "content"),
            "ZONE": "Europe/Madrid",
        }
        environment = {**os.environ, "XDG_DATA_HOME": str(self.folder), "PYTHONPATH": str(ROOT)}
        running = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=self.folder,
            env=environment | {f"MIDBACK_{name}": value for name, value in given.items()},
            stderr=asyncio.subprocess.PIPE,
        )
        assert running.stderr
        async with asyncio.timeout(30):
            while b"ready" not in (line := await running.stderr.readline()):
                assert line, "the coach ended before it was ready"
        reading = asyncio.create_task(running.stderr.read())
        try:
            yield Process(running)
        finally:
            if running.returncode is None:
                running.kill()
            await running.wait()
            await reading

    @asynccontextmanager
    async def coach(self) -> AsyncIterator[Coach]:
        """Start a coach in this process."""
        async with coach(self.settings, SystemClock()) as ready:
            polling = asyncio.create_task(ready.polling.run())
            yield ready
            polling.cancel()

    def rows(self) -> list[Inbox]:
        """What is in the inbox and not done, oldest first."""
        query = select(Inbox).where(Inbox.status == "waiting").order_by("update_id")
        return self.database.call(lambda session: list(session.exec(query)))

    async def applied(self) -> None:
        """Wait until the change of an update is committed."""

        async def look() -> bool | None:
            rows = await asyncio.to_thread(self.rows)
            return True if any(row.applied for row in rows) else None

        await eventually(look, 10, "applied update")

    async def stored(self, count: int) -> None:
        """Wait until so many updates are stored and not done."""

        async def look() -> bool | None:
            return True if len(await asyncio.to_thread(self.rows)) >= count else None

        await eventually(look, 10, f"{count} stored updates")

    def end_leases(self) -> None:
        """Let the time pass after which others may take up what the dead one held."""
        self.database.call(lambda session: session.exec(update(Inbox).values(claimed_until=None)))

    def entry(self, person: Person) -> RoutineEntry:
        """The first line of somebody's routine."""
        query = select(RoutineEntry).where(RoutineEntry.person_id == person.id).order_by("position")
        return self.database.call(lambda session: session.exec(query).first())  # type: ignore[return-value]

    def reps(self, person: Person) -> int:
        """What each press on "more" counts up."""
        dose = self.entry(person).dose
        return int(dose["reps"] or dose["breaths"] or dose["hold"] // 5)


@pytest.fixture
async def house(either_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """Give an emulator and a database, on each engine."""
    async with serve(token=TOKEN) as server, Emulator(server.url) as emulator:
        database = Database(either_url)
        yield House(emulator, settings_for(server.url, either_url), database, tmp_path)
        database.close()


async def met(house: House) -> tuple[Person, dict[str, Any]]:
    """Bring Ana to the editor of the first line of her routine."""
    stage = Stage(house.emulator, None, ShiftedClock(SystemClock()))  # type: ignore[arg-type]
    ana = await stage.met()
    await ana.say("/routine")
    message = await ana.wait_for(
        lambda m: any("1" in b["text"] for b in buttons_of(m)) and "All set" not in text_of(m)
    )
    return ana, message


async def press_more(house: House, ana: Person, message: dict[str, Any], times: int = 1) -> None:
    """Press "more" quickly, without waiting for answers."""
    data = EditEntry(house.entry(ana).id or 0, MORE).pack()
    for _ in range(times):
        await ana.press_data(message["message_id"], data, answered=False, stale=True)


@asynccontextmanager
async def storing_only(house: House) -> AsyncIterator[None]:
    """Poll and store, and never come to handling."""

    async def never(_update: Json, _taken: Taken) -> bool:
        raise AssertionError("nobody asked for work")

    polls = Transport(1)
    worker = Worker(house.database, Lanes(), never, SystemClock(), Metrics(), holder="storing only")
    address = f"{house.settings.api_url}/bot"
    async with Bot(TOKEN, base_url=address, request=Transport(), get_updates_request=polls) as bot:
        polling = asyncio.create_task(Polling(bot, polls, worker.take_in).run())
        yield
        polling.cancel()


async def test_killed_between_the_change_and_its_answer(house: House) -> None:
    """The change is there once, the answer comes from the next coach, and what waited behind is done too."""
    async with house.process() as dying:
        ana, message = await met(house)
        before = house.reps(ana)
        await house.emulator.fault(method="answerCallbackQuery", delay=60, times=1)
        await press_more(house, ana, message, times=3)
        await house.applied()
        await house.stored(3)
        dying.kill()
    assert house.reps(ana) == before + 1
    assert [row.applied for row in house.rows()] == [True, False, False]
    await house.emulator.clear_faults()
    house.end_leases()
    async with house.coach() as ready:
        await settled(ready)
    assert house.reps(ana) == before + 3
    answers = await house.emulator.calls("answerCallbackQuery")
    assert len({call["parameters"]["callback_query_id"] for call in answers[-3:]}) == 3


async def test_killed_between_storing_and_handling(house: House) -> None:
    """What was stored, and acknowledged, and not begun, is handled by the next coach."""
    async with house.coach() as ready:
        ana, message = await met(house)
        await settled(ready)
        before = house.reps(ana)
    await press_more(house, ana, message, times=4)
    async with storing_only(house):
        await house.stored(4)
    assert house.reps(ana) == before
    async with house.coach() as ready:
        await settled(ready)
    assert house.reps(ana) == before + 4


async def test_an_orderly_end_finishes_what_is_in_hand_and_leaves_the_rest(house: House) -> None:
    async with house.process() as ending:
        ana, message = await met(house)
        before = house.reps(ana)
        await house.emulator.fault(method="answerCallbackQuery", delay=1.0, times=1)
        await press_more(house, ana, message, times=3)
        await house.applied()
        await house.stored(3)
        assert await ending.stop() == 0
    assert house.reps(ana) == before + 1
    assert [(row.claimed_by, row.claimed_until, row.attempts) for row in house.rows()] == [("", None, 0)] * 2
    async with house.coach() as ready:
        await settled(ready)
    assert house.reps(ana) == before + 3


async def test_a_killed_press_on_a_card_counts_once_and_shows_the_true_card(house: House) -> None:
    async with house.process() as dying:
        stage = Stage(house.emulator, None, ShiftedClock(SystemClock()))  # type: ignore[arg-type]
        ana = await stage.met()
        await stage.begins(ana)
        card = await ana.wait_for(shows("1 of 5"))
        await house.emulator.fault(method="answerCallbackQuery", delay=60, times=1)
        done = next(b["callback_data"] for b in buttons_of(card) if b["text"] == "✓ Done")
        await ana.press_data(card["message_id"], done, answered=False)
        await house.applied()
        dying.kill()
    await house.emulator.clear_faults()
    house.end_leases()
    async with house.coach() as ready:
        await settled(ready)
        shown = await ana.wait_for(shows("2 of 5"))
    assert shown["message_id"] == card["message_id"]


# Two side by side


@asynccontextmanager
async def spread(port: int, to: list[int]) -> AsyncIterator[None]:
    """A reverse proxy that gives each delivery to the next coach of those that are there."""
    turn = 0
    async with httpx.AsyncClient() as client:

        async def forward(request: Request) -> Response:
            nonlocal turn
            turn += 1
            url = f"http://127.0.0.1:{to[turn % len(to)]}{request.url.path}"
            headers = {HEADER: request.headers[HEADER]}
            answer = await client.post(url, content=await request.body(), headers=headers)
            return Response(status_code=answer.status_code)

        async with web.serving(f"127.0.0.1:{port}", [Route("/telegram", forward, methods=["POST"])]):
            yield


async def test_a_rolling_restart_loses_nothing(house: House, free_ports: list[int]) -> None:
    """While people press, each of two coaches is replaced: a new one starts, the old one ends in order."""
    front, *ports = free_ports
    there: list[int] = []

    @asynccontextmanager
    async def replica(port: int) -> AsyncIterator[Coach]:
        more = {**webhook_at(port), "webhook_url": f"http://127.0.0.1:{front}/telegram"}
        settings = settings_for(house.settings.api_url, house.settings.database_url, **more)
        async with coach(settings, SystemClock()) as ready:
            there.append(port)
            yield ready
            there.remove(port)

    async def pressing() -> None:
        for _ in range(16):
            await press_more(house, ana, message)
            await asyncio.sleep(0.1)

    async with spread(front, there), AsyncExitStack() as old:
        await old.enter_async_context(replica(ports[0]))
        ana, message = await met(house)
        before = house.reps(ana)
        going_on = asyncio.create_task(pressing())
        async with replica(ports[1]) as ready:
            await old.aclose()
            async with replica(ports[0]):
                await going_on
                await settled(ready)
    assert house.reps(ana) == before + 16
    assert house.rows() == []


async def test_two_coaches_share_the_lanes_and_keep_everybodys_order(
    house: House, free_ports: list[int]
) -> None:
    """Each of three people presses thirty times; whichever coach handles it, all count, the last one last."""
    front, *back = free_ports
    public = {"webhook_url": f"http://127.0.0.1:{front}/telegram"}
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(spread(front, back))
        coaches = []
        for port in back:
            more = {**webhook_at(port), **public}
            settings = settings_for(house.settings.api_url, house.settings.database_url, **more)
            coaches.append(await stack.enter_async_context(coach(settings, SystemClock())))
        people = [await met(house) for _ in range(3)]
        await settled(coaches[0])
        before = [house.reps(ana) for ana, _ in people]
        for number in range(1, 16):
            for ana, message in people:
                await press_more(house, ana, message)
                pause = PauseFor(number).pack()
                await ana.press_data(message["message_id"], pause, answered=False, stale=True)
        await settled(coaches[0])
        figures = [
            one.metrics.registry.get_sample_value("midback_updates_handled_total", {"outcome": "done"})
            for one in coaches
        ]
    assert [house.reps(ana) for ana, _ in people] == [count + 15 for count in before]
    pauses = house.database.call(lambda session: list(session.exec(select(PlannedPause))))
    assert [(row.last - row.first).days + 1 for row in pauses] == [15, 15, 15]
    assert all(figures), "both had a share"
    assert (await house.database.run(inbox.backlog)).set_aside == 0
