"""The real coach beside the real emulator, joined by HTTP as they would be by Telegram."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from bot.app import Coach, coach
from bot.clock import ShiftedClock, SystemClock
from bot.emulator import serve
from bot.emulator.client import Emulator, Person, eventually, text_of
from bot.emulator.player import Json
from bot.services import inbox
from bot.settings import Settings

SECRET = "a-secret-for-end-to-end-tests"
TOKEN = "100000:end-to-end-tests-end-to-end-tests-0"
ROOT = Path(__file__).parents[2]
MADRID = ZoneInfo("Europe/Madrid")

LATER = "Later, gentle start now"
"""The button that puts the questions about health off."""


def shows(words: str) -> Callable[[Json], bool]:
    """Return what tells a message by words in it."""
    return lambda message: words in text_of(message)


@dataclass
class Stage:
    """Everything that a story needs: the emulator's people, the coach, and the time of day."""

    emulator: Emulator
    coach: Coach
    clock: ShiftedClock

    async def person(self, name: str = "Ana", zone: str = "Europe/Madrid") -> Person:
        """Bring somebody new."""
        return await self.emulator.add_person(name, language_code="en", time_zone=zone)

    async def met(self, name: str = "Ana") -> Person:
        """Bring somebody who has answered the first questions: mornings, every day."""
        person = await self.person(name)
        await person.say("/start")
        for label in ("Morning · 07:30", lambda b: b["text"].startswith("Yes, "), "Every day"):
            await person.press(label)
        await person.wait_for(lambda m: "All set" in m.get("caption", ""))
        return person

    async def begins(self, person: Person) -> None:
        """Let somebody who has just met the coach begin, and put the questions about health off."""
        await person.press("▶ Start now")
        await person.press(LATER)

    async def move(self, **time: float) -> None:
        """Move the clock on and let the coach look at it."""
        step = timedelta(**time)
        await self.emulator.advance(step.total_seconds())
        self.clock.offset += step
        await self.coach.tick()

    async def last(self, person: Person) -> Json:
        """Return the newest message of the coach once everything in hand is done."""
        await self.settled()
        return await person.last()

    async def settled(self) -> None:
        """Wait until everything that people did has been fetched and handled."""
        await settled(self.coach)


def settings_for(api_url: str, database_url: str, **more: Any) -> Settings:
    """Return settings that nothing of this machine has a say in."""
    return Settings(
        token=SecretStr(TOKEN),
        api_url=api_url,
        database_url=database_url,
        zone="Europe/Madrid",
        **({"content": ROOT / "content"} | more),
    )


def webhook_at(port: int, path: str = "/telegram") -> dict[str, Any]:
    """Return the settings of a coach that listens on a port of this machine."""
    return {
        "webhook_url": f"http://127.0.0.1:{port}{path}",
        "webhook_secret": SecretStr(SECRET),
        "listen": f"127.0.0.1:{port}",
    }


@pytest.fixture
def free_ports() -> list[int]:
    """Give three ports that nobody uses just now."""
    with ExitStack() as held:
        found = [held.enter_context(socket.socket()) for _ in range(3)]
        for one in found:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in found]


async def settled(coach: Coach) -> None:
    """Wait until Telegram has nothing more for the coach, and the coach has nothing more to do."""

    async def look() -> bool | None:
        if (await coach.bot.get_webhook_info()).pending_update_count:
            return None
        return None if (await coach.house.database.run(inbox.backlog)).waiting else True

    await eventually(look, 20, "end of what there is to do")


async def on_a_monday(emulator: Emulator) -> ShiftedClock:
    """Return a clock on a Monday at ten in Madrid, far from any change of clocks, whenever a test is run."""
    present = datetime.fromtimestamp((await emulator.clock())["now"], MADRID)
    ten = present.replace(year=present.year + 1, month=2, day=1, hour=10, minute=0, second=0)
    monday = ten + timedelta(days=-ten.weekday() % 7)
    step = monday.timestamp() - present.timestamp()
    await emulator.advance(step)
    return ShiftedClock(SystemClock(), timedelta(seconds=step))


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Give a stage of its own to every story."""
    async with staged(tmp_path) as ready:
        yield ready


@asynccontextmanager
async def staged(folder: Path, content: Path = ROOT / "content") -> AsyncIterator[Stage]:
    """Build a stage whose database lives in a folder."""
    async with serve(token=TOKEN) as server, Emulator(server.url) as emulator:
        settings = settings_for(server.url, f"sqlite:///{folder / 'coach.sqlite3'}", content=content)
        clock = await on_a_monday(emulator)
        async with coach(settings, clock) as ready:
            polling = asyncio.create_task(ready.polling.run())
            yield Stage(emulator, ready, clock)
            polling.cancel()
