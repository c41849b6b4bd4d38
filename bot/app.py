"""The composition root: the only place where the parts of the coach are built and joined."""

import asyncio
import gc
import os
import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.interval import IntervalTrigger  # type: ignore[import-untyped]
from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot import library, texts
from bot.chat import routes
from bot.chat.delivery import Door
from bot.chat.dispatch import Dispatcher
from bot.chat.errors import Sent
from bot.chat.lanes import Lanes
from bot.chat.pictures import Pictures
from bot.chat.relay import Relay
from bot.chat.sheets import Sheets
from bot.chat.transport import Transport
from bot.chat.turn import House
from bot.clock import Clock
from bot.db import migrate
from bot.db.database import Database
from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.figures.shelf import furnish
from bot.library.learnt import learnt_reader
from bot.metrics import Metrics
from bot.push import budget as budgets
from bot.push.cleaning import ROUND, forget_settled
from bot.push.clubs import Clubs, shown_by
from bot.push.jobs import Jobs
from bot.push.outbox import Outbox
from bot.push.ticks import Tick, schedule
from bot.push.zones import follow_zone_data
from bot.readiness import Readiness
from bot.receive import way
from bot.receive.inbox import Inbox
from bot.receive.polling import Polling
from bot.services import outbox, sessions
from bot.services.outbox import Claimed
from bot.settings import Settings, make_data_folder
from bot.texts import Catalogue

log = structlog.get_logger(__name__)


CLUBS = 2
"""Seconds between two looks at the breaks of groups."""

TIDY = 600
"""Seconds between two rounds of forgetting what is long done."""

ZONES = 3600
"""Seconds until it is looked again whether time zones have other rules than those that are planned by."""

THRESHOLDS = 10_000, 20, 50
"""How many new objects the garbage collector lets come before it looks at them: turns make and drop many,
and hardly any of them in circles."""

LAST_JOBS = 5.0
"""Seconds in which such rounds may come to their end."""


@dataclass(frozen=True)
class Coach:
    """A coach that is ready: its parts, for tests and the demo, and what to wait for."""

    house: House
    bot: Bot
    tick: Tick
    polling: Polling
    lanes: Lanes
    dispatcher: Dispatcher
    inbox: Inbox
    metrics: Metrics
    clubs: Clubs


async def run_coach(
    settings: Settings, clock: Clock, *, stop: asyncio.Event | None = None, copy: Path | None = None
) -> None:
    """Run the coach until ``stop`` is set or it is cancelled; what is in hand is finished first.

    :param copy: a file for content as it was read, so that the next start is quicker
    :raises bot.library.ContentError: when content does not pass the checker
    :raises telegram.error.InvalidToken: when Telegram does not know the token
    """
    async with coach(settings, clock, copy) as ready:
        stopping = asyncio.create_task((stop or asyncio.Event()).wait())
        tasks = {stopping} if settings.webhook_url else {stopping, asyncio.create_task(ready.polling.run())}
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        log.info("stopping: what is in hand is finished")
        for task in done:
            task.result()


@asynccontextmanager
async def coach(settings: Settings, clock: Clock, copy: Path | None = None) -> AsyncIterator[Coach]:
    """Build the coach, open what it needs, and close it again in the right order."""
    content = await asyncio.to_thread(_content, settings.content, copy)
    make_data_folder(settings.database_url)
    await asyncio.to_thread(migrate.upgrade, settings.database_url)
    catalogue = texts.load()
    metrics = Metrics()
    with closing(Database(settings.database_url, watch=metrics.transaction)) as database:
        readiness = Readiness(database, clock, metrics)
        async with _bot(settings) as (bot, polls):
            team = Relay(bot, settings.care_chat) if settings.care_chat else None
            shelves = (content, _indexes(content, catalogue), settings.zone, bot.username, catalogue)
            house = House(database, *shelves, team, learnt_reader(settings.content))
            ready = _join(house, catalogue, (bot, polls), clock, metrics, settings)
            await _introduce(bot, catalogue)
            await database.run(outbox.release, clock.now())
            async with (
                ready.inbox.working(),
                _ticking(ready, readiness),
                _receiving(settings, ready, readiness),
            ):
                _leave_in_peace()
                log.info("ready", bot=bot.username, people_see=f"https://t.me/{bot.username}")
                yield ready


def _leave_in_peace() -> None:
    """Take what the start has made out of the garbage collector's rounds: it lives as long as the process.

    The little garbage in it is not worth a last round, which would take a twentieth of the start.
    """
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)


def _content(root: Path, copy: Path | None) -> Library:
    return furnish(library.load_kept(root, copy) if copy else library.load(root), root)


def _join(
    house: House,
    catalogue: Catalogue,
    telegram: tuple[Bot, Transport],
    clock: Clock,
    metrics: Metrics,
    settings: Settings,
) -> Coach:
    bot, polls = telegram
    paid_rate = settings.paid_broadcast_rate
    door = Door(bot, Pictures(house.database, bot.id, settings.content))
    dispatcher = Dispatcher(house, door, catalogue, clock)
    sheets = Sheets(catalogue, house.library)

    async def send(claimed: Claimed) -> Sent:
        if claimed.by_plan:
            asked = (claimed.person_id, house.library, clock.now())
            _, entries = await house.database.run(sessions.planned, *asked)
            claimed = replace(claimed, exercises=tuple(entry.exercise for entry in entries))
        return await door.send_once(claimed.chat_id, sheets.due(claimed), paid=paid_rate is not None)

    lanes = Lanes()
    budget = budgets.joined(house.database, paid_rate or budgets.FREE_RATE)
    metrics.watch(busy=lambda: lanes.busy, budget=budget.used)
    inbox = Inbox(house.database, lanes, dispatcher.handle, clock, metrics, holder=_name())
    sending = _counted(send, clock, metrics)
    box = Outbox(
        house.database,
        sending,
        budgets.people(budget),
        budget=budget,
        owner=_name(),
        on_skip=metrics.delivered,
    )
    tick = Tick(house.database, box, clock, on_skip=metrics.delivered)
    polling = Polling(bot, polls, inbox.take_in)
    show = shown_by(house, door)
    clubs = Clubs(house.database, house.library, show, clock, budget, on_post=metrics.delivered)
    return Coach(house, bot, tick, polling, lanes, dispatcher, inbox, metrics, clubs)


def _name() -> str:
    """Return a name that no other process has, nor one before on this machine."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"


def _counted(
    send: Callable[[Claimed], Awaitable[Sent]], clock: Clock, metrics: Metrics
) -> Callable[[Claimed], Awaitable[Sent]]:
    async def sending(claimed: Claimed) -> Sent:
        sent = await send(claimed)
        lag = (clock.now() - claimed.planned_at).total_seconds()
        metrics.delivered(claimed.kind, sent.trouble or "sent", None if sent.trouble else lag)
        return sent

    return sending


@asynccontextmanager
async def _bot(settings: Settings) -> AsyncIterator[tuple[Bot, Transport]]:
    """Open the bot, and the connection of its own for polls, which Telegram holds open long."""
    token = settings.token.get_secret_value() if settings.token else ""
    polls = Transport(1)
    bot = Bot(
        token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=Transport(512),  # two calls for each of 128 people at once, and a paid budget's hands
        get_updates_request=polls,
    )
    async with bot:
        yield bot, polls


@asynccontextmanager
async def _ticking(ready: Coach, readiness: Readiness) -> AsyncIterator[None]:
    """Run what is done again and again; at its end, finish what runs: the scheduler would cut it off."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    jobs = Jobs()
    schedule(scheduler, jobs.kept(readiness.noticing(ready.tick)))
    scheduler.add_job(jobs.kept(ready.clubs), IntervalTrigger(seconds=CLUBS), misfire_grace_time=None)
    scheduler.add_job(jobs.kept(ready.inbox.tidy), IntervalTrigger(seconds=TIDY), misfire_grace_time=None)
    forgetting = jobs.kept(partial(forget_settled, ready.house.database, ready.dispatcher.clock))
    scheduler.add_job(forgetting, IntervalTrigger(seconds=ROUND), misfire_grace_time=None)
    # Once would do, were it not for a database that is out of reach just then.
    zones = jobs.kept(partial(follow_zone_data, ready.house.database))
    scheduler.add_job(zones, IntervalTrigger(seconds=ZONES), misfire_grace_time=None)
    scheduler.add_job(zones, misfire_grace_time=None)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        ready.clubs.stop()
        await ready.tick.stop()
        await jobs.end(LAST_JOBS)
        scheduler.shutdown(wait=False)


@asynccontextmanager
async def _receiving(settings: Settings, ready: Coach, readiness: Readiness) -> AsyncIterator[None]:
    """Listen where the settings say so, and tell Telegram which way updates come."""
    if settings.address is None:
        await way.by_polling(ready.bot)
        yield
        return
    from bot import web  # noqa: PLC0415 - a server costs start-up time, and most coaches need none

    routes = web.routes({**readiness.checks(), "telegram": ready.tick.telegram}, readiness.figures)
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    apps = {}
    if settings.webhook_url:
        from bot.receive import webhook  # noqa: PLC0415 - as above

        apps[webhook.path(settings.webhook_url)] = webhook.taking(secret, ready.inbox.take_in)
    async with web.serving(settings.address, routes, apps):
        if settings.webhook_url:
            await way.by_webhook(ready.bot, settings.webhook_url, secret)
        else:
            await way.by_polling(ready.bot)
        yield


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
