"""The demo: emulator, coach and chat page in one process, with a clock that can be moved on."""

import asyncio
import webbrowser
from datetime import datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from pydantic import SecretStr
from rich.console import Console
from rich.panel import Panel
from sqlmodel import Session

from bot import texts
from bot.app import Coach, coach
from bot.clock import ShiftedClock, SystemClock
from bot.db.queries import newest_zone, next_moment
from bot.emulator import serve
from bot.emulator.client import Emulator
from bot.settings import Settings
from bot.texts import Texts

TOKEN = "100000:only-good-for-the-emulator-0000000"  # noqa: S105 - opens nothing but the emulator beside it

LOOK = 0.5
"""Seconds between two looks at what the coach has planned."""


async def run_demo(settings: Settings, *, port: int, open_browser: bool) -> None:
    """Run until cancelled. Nothing is kept: the emulator forgets its people too.

    :raises OSError: when the port is taken
    """
    clock = ShiftedClock(SystemClock())
    with TemporaryDirectory(prefix="midback-demo-") as folder:
        async with serve(token=TOKEN, port=port) as server, Emulator(server.url) as emulator:
            database = f"sqlite:///{(Path(folder) / 'demo.sqlite3').as_posix()}"
            alone = {"webhook_url": None, "webhook_secret": None, "listen": None}
            changes = {"token": SecretStr(TOKEN), "api_url": server.url, "database_url": database, **alone}
            async with coach(settings.model_copy(update=changes), clock) as ready:
                _say_where(server.url)
                if open_browser:
                    await asyncio.to_thread(webbrowser.open, server.url)
                await _together(ready, emulator, clock)


async def _together(ready: Coach, emulator: Emulator, clock: ShiftedClock) -> None:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(ready.polling.run())
        tasks.create_task(_follow(ready, emulator, clock))
        tasks.create_task(_offer(ready, emulator, clock))


async def _follow(ready: Coach, emulator: Emulator, clock: ShiftedClock) -> None:
    """Move the coach's clock along with the emulator's, and tick at once so that nobody waits a second."""
    version = 0
    while True:
        view = await emulator.watch_clock(after=version)
        version = view["version"]
        moved = timedelta(seconds=view["offset"])
        if moved != clock.offset:
            clock.offset = moved
            await ready.tick()


async def _offer(ready: Coach, emulator: Emulator, clock: ShiftedClock) -> None:
    """Tell the page which moments are worth a jump."""
    t = texts.load().texts(None)
    offered: list[dict[str, object]] = []
    while True:
        hops = await ready.house.database.run(hops_at, t, clock.now(), ready.house.zone)
        if hops != offered:
            await emulator.set_hops(hops)
            offered = hops
        await asyncio.sleep(LOOK)


def hops_at(session: Session, t: Texts, now: datetime, zone: str) -> list[dict[str, object]]:
    """Return the moments to jump to: the next thing the coach sends, and seven tomorrow morning."""
    here = now.astimezone(ZoneInfo(newest_zone(session) or zone))
    morning = datetime.combine(here.date() + timedelta(days=1), time(7), here.tzinfo)
    hops: list[dict[str, object]] = [
        {"key": "morning", "label": t.plain("demo-morning"), "at": morning.timestamp()}
    ]
    planned = next_moment(session)
    if planned and planned > now:
        hops.insert(0, {"key": "reminder", "label": t.plain("demo-reminder"), "at": planned.timestamp() + 1})
    return hops


def _say_where(url: str) -> None:
    Console().print(
        Panel(
            f"The chat page is at [bold]{url}[/]\n"
            "Press START there. The clock in its header moves time on.\n"
            "Ctrl-C ends the demo; nothing is kept.",
            title="Midback",
            expand=False,
        )
    )
