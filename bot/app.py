"""The composition root: the only place where the parts of the coach are built and joined."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot import library, texts
from bot.chat import routes
from bot.chat.delivery import Door
from bot.chat.dispatch import Dispatcher
from bot.chat.errors import Sent
from bot.chat.lanes import Lanes
from bot.chat.pictures import Pictures
from bot.chat.screens import reminders as reminder_screens
from bot.chat.transport import Transport
from bot.chat.turn import House
from bot.clock import Clock
from bot.db import migrate
from bot.db.database import Database
from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.push.outbox import Outbox
from bot.push.ticks import Tick, schedule
from bot.receive.polling import Polling
from bot.services import outbox
from bot.services.outbox import Claimed
from bot.settings import Settings, make_data_folder
from bot.texts import Catalogue

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Coach:
    """A coach that is ready: its parts, for tests and the demo, and what to wait for."""

    house: House
    bot: Bot
    tick: Tick
    polling: Polling
    lanes: Lanes


async def run_coach(settings: Settings, clock: Clock, *, stop: asyncio.Event | None = None) -> None:
    """Run the coach until ``stop`` is set or it is cancelled.

    :raises bot.library.ContentError: when content does not pass the checker
    :raises telegram.error.InvalidToken: when Telegram does not know the token
    """
    async with coach(settings, clock) as ready:
        polling = asyncio.create_task(ready.polling.run())
        stopping = asyncio.create_task((stop or asyncio.Event()).wait())
        done, pending = await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        for task in done:
            task.result()


@asynccontextmanager
async def coach(settings: Settings, clock: Clock) -> AsyncIterator[Coach]:
    """Build the coach, open what it needs, and close it again in the right order."""
    content = await asyncio.to_thread(library.load, settings.content)
    make_data_folder(settings.database_url)
    await asyncio.to_thread(migrate.upgrade, settings.database_url)
    catalogue = texts.load()
    database = Database(settings.database_url)
    async with _bot(settings) as bot:
        house = House(database, content, _indexes(content, catalogue), settings.zone, bot.username)
        ready = _join(house, catalogue, bot, clock)
        await _introduce(bot, catalogue)
        await database.run(outbox.release, clock.now())
        scheduler = AsyncIOScheduler(timezone="UTC")
        schedule(scheduler, ready.tick)
        scheduler.start()
        log.info("ready", bot=bot.username, people_see=f"https://t.me/{bot.username}")
        try:
            yield ready
        finally:
            scheduler.shutdown(wait=False)
            with suppress(TimeoutError):
                await asyncio.wait_for(ready.lanes.drain(), timeout=15)
            database.close()


def _join(house: House, catalogue: Catalogue, bot: Bot, clock: Clock) -> Coach:
    door = Door(bot, Pictures(house.database, bot.id))
    dispatcher = Dispatcher(house, door, catalogue, clock)

    async def send(claimed: Claimed) -> Sent:
        t = catalogue.texts(claimed.language)
        return await door.send_once(claimed.person_id, reminder_screens.due(t, claimed, house.library))

    lanes = Lanes()
    tick = Tick(house.database, Outbox(house.database, send), clock)
    return Coach(house, bot, tick, Polling(bot, lanes, dispatcher.handle), lanes)


@asynccontextmanager
async def _bot(settings: Settings) -> AsyncIterator[Bot]:
    token = settings.token.get_secret_value() if settings.token else ""
    bot = Bot(
        token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=Transport(),
        get_updates_request=Transport(1),
    )
    async with bot:
        await bot.delete_webhook()
        yield bot


def _indexes(content: Library, catalogue: Catalogue) -> Mapping[str, Index]:
    return {
        code: Index.build(content, code, t.lines("library-filler")) for code, t in catalogue.languages.items()
    }


async def _introduce(bot: Bot, catalogue: Catalogue) -> None:
    """Tell Telegram menu and description in every language; a refusal is no reason to stop."""
    for code, t in catalogue.languages.items():
        language = None if code == "en" else code
        commands = [
            BotCommand(command.name, t.plain(f"command-{command.name}"))
            for command in routes.COMMANDS
            if command.in_menu
        ]
        try:
            await bot.set_my_commands(commands, language_code=language)
            await bot.set_my_description(t.plain("bot-description"), language_code=language)
            await bot.set_my_short_description(t.plain("bot-short-description"), language_code=language)
        except TelegramError as error:
            log.warning("the command menu could not be set", error=type(error).__name__)
