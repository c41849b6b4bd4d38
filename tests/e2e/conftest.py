"""The real coach beside the real emulator, joined by HTTP as they would be by Telegram."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import Coach, coach
from bot.clock import ShiftedClock, SystemClock
from bot.emulator import serve
from bot.emulator.client import Emulator, Person, eventually, text_of
from bot.emulator.player import Json
from bot.services import inbox
from bot.settings import Settings

TOKEN = "100000:end-to-end-tests-end-to-end-tests-0"
ROOT = Path(__file__).parents[2]


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


async def settled(coach: Coach) -> None:
    """Wait until Telegram has nothing more for the coach, and the coach has nothing more to do."""

    async def look() -> bool | None:
        if (await coach.bot.get_webhook_info()).pending_update_count:
            return None
        return None if (await coach.house.database.run(inbox.backlog)).waiting else True

    await eventually(look, 20, "end of what there is to do")


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Give a stage of its own to every story."""
    async with serve(token=TOKEN) as server, Emulator(server.url) as emulator:
        settings = Settings(
            _env_file=None,
            token=SecretStr(TOKEN),
            api_url=server.url,
            database_url=f"sqlite:///{tmp_path / 'coach.sqlite3'}",
            content=ROOT / "content",
            zone="Europe/Madrid",
        )
        clock = ShiftedClock(SystemClock())
        async with coach(settings, clock) as ready:
            polling = asyncio.create_task(ready.polling.run())
            yield Stage(emulator, ready, clock)
            polling.cancel()
