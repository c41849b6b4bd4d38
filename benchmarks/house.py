"""Midback's own parts as the figures need them, built as :mod:`bot.app` builds them, in this one place."""

import gc
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select, text, update
from telegram import Bot

from benchmarks.worker import TOKEN
from bot import library, texts
from bot.app import THRESHOLDS
from bot.chat.delivery import Door
from bot.chat.errors import Sent
from bot.chat.pictures import Pictures
from bot.chat.sheets import Sheets
from bot.chat.transport import Transport
from bot.db import migrate
from bot.db.database import Database, open_engine
from bot.db.tables import METADATA, Person, Reminder
from bot.push import budget as budgets
from bot.push.outbox import Outbox
from bot.push.ticks import Tick
from bot.services.outbox import Claimed
from bot.settings import shipped_content

FAR = datetime(2099, 1, 1, 8, 0, tzinfo=UTC)
PORTION = 10_000

RATE = 20_000
"""Messages a second that the budget lets through: its work is part of the figures, its limit is not."""

AT_ONCE = 32

Send = Callable[[Claimed], Awaitable[Sent]]


class Clock:
    """The machine's clock, from a moment that the figure chooses."""

    def __init__(self, start: datetime) -> None:
        self.set(start)

    def set(self, start: datetime) -> None:
        """Go on from another moment."""
        self._start, self._began = start, time.monotonic()

    def now(self) -> datetime:
        """Return the time."""
        return self._start + timedelta(seconds=time.monotonic() - self._began)


async def no_send(_claimed: Claimed) -> Sent:
    """Send nothing and say that it went well: for figures of the database alone."""
    return Sent(message_id=1)


def leave_in_peace() -> None:
    """Take what is loaded out of the garbage collector's rounds, as :mod:`bot.app` does after its start."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)


def tick(database: Database, send: Send, clock: Clock) -> Tick:
    """Return the push, whole: what is due becomes deliveries, these are sent and marked."""
    budget = budgets.joined(database, RATE)
    return Tick(database, Outbox(database, send, AT_ONCE, budget=budget), clock)


@asynccontextmanager
async def sender(database: Database, api: str) -> AsyncIterator[Send]:
    """Give what sends a reminder with its real screen through the door."""
    content, catalogue = library.load(shipped_content()), texts.load()
    async with Bot(TOKEN, f"{api}/bot", request=Transport(), get_updates_request=Transport(1)) as bot:
        door = Door(bot, Pictures(database, bot.id, shipped_content()))
        sheets = Sheets(catalogue, content)

        async def send(claimed: Claimed) -> Sent:
            return await door.send_once(claimed.person_id, sheets.due(claimed))

        yield send


def fill(url: str, reminders: int, due: datetime = FAR) -> None:
    """Make an empty database with so many people, each with a reminder at 08:00 of every day."""
    migrate.upgrade(url)
    engine = open_engine(url)
    person = Person(
        id=0,
        first_name="Anna",
        zone="UTC",
        zone_confirmed=True,
        onboarding="done",
        created_at=FAR,
        first_day=FAR.date(),
    ).model_dump()
    reminder = Reminder(person_id=0, weekdays="0123456", times="08:00", created_at=FAR).model_dump()
    reminder |= {"next_due_at": due, "next_wall": due.replace(tzinfo=None).isoformat(timespec="minutes")}
    with engine.begin() as connection:
        for start in range(1, reminders + 1, PORTION):
            ids = range(start, min(start + PORTION, reminders + 1))
            # Everybody has a name of their own: what is worded is worded for each.
            _insert(connection, "person", [{**person, "id": i, "first_name": f"Anna {i}"} for i in ids])
            _insert(connection, "reminder", [{**reminder, "id": i, "person_id": i} for i in ids])
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()


def _insert(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    connection.execute(insert(METADATA.tables[table]), rows)


def make_due(database: Database, count: int, moment: datetime, after: int = 0) -> None:
    """Let so many reminders be due at ``moment``: those whose numbers come after one."""
    table = METADATA.tables["reminder"]
    wall = moment.replace(tzinfo=None).isoformat(timespec="minutes")
    with database.engine.begin() as connection:
        connection.execute(
            update(table)
            .where(table.c.id > after, table.c.id <= after + count)
            .values(next_due_at=moment, next_wall=wall)
        )


def sent(database: Database) -> int:
    """Return how many deliveries are marked as sent."""
    table = METADATA.tables["delivery"]
    with database.engine.begin() as connection:
        found = connection.execute(select(func.count()).where(table.c.status == "sent"))
        return int(found.scalar_one())
