"""People of a round: some press their way through a session, all have a reminder, a few get a tip."""

import asyncio
import math
import random
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.chat.actions import PressCard
from bot.db.tables import Person, Reminder
from bot.domain.deliveries import Kind, spread
from bot.domain.exercises import Library
from bot.domain.sessions import Player, Press
from bot.emulator import acts
from bot.emulator.people import Chat
from bot.emulator.posting import post_as_bot
from bot.emulator.world import World
from bot.services import queueing, sessions

ZONE = "Europe/Madrid"
MARK = "Quillonbert"
"""The name of everybody, and part of what they write: it must be in no log."""

TIP_EVERY = 20
PRESSES = 20
"""Presses of one person."""


@dataclass
class Presser:
    """Somebody in a session. ``walk`` is every press that has to count, in order."""

    person_id: int
    session_id: int
    walk: list[Press]
    updates: int = 0


@dataclass
class Crowd:
    """Everybody of a round."""

    everyone: list[int]
    pressers: list[Presser] = field(default_factory=list)
    tips: int = 0

    @property
    def updates(self) -> int:
        """Return how many updates they have made."""
        return sum(one.updates for one in self.pressers)


def newcomers(world: World, count: int) -> list[int]:
    """Return people of the emulator whom the bot may write to."""
    made = []
    for _ in range(count):
        person = world.add_person({"first_name": MARK, "language_code": "en", "time_zone": ZONE})
        world.chats[person.id].started = True
        made.append(person.id)
    return made


def settle_in(
    session: Session, ids: list[int], begin: datetime, seconds: float, rng: random.Random, tips: str
) -> int:
    """Let everybody have a reminder that is due within so many seconds, and a few a tip.

    :param tips: what the tips of this round are called
    :returns: how many tips there are
    """
    for number in ids:
        session.add(_person(number, begin))
    session.flush()
    for number in ids:
        session.add(_reminder(number, begin + timedelta(seconds=rng.uniform(0, seconds)), begin))
    session.flush()
    some = ids[::TIP_EVERY]
    for number in some:
        at = begin + timedelta(seconds=rng.uniform(0, seconds))
        planned = at - spread(f"{Kind.TIP}:{number}:{tips}")  # so that it is due at that moment
        queueing.queue(session, number, Kind.TIP, tips, planned, at + timedelta(hours=1))
    return len(some)


def begin_sessions(
    session: Session, ids: list[int], library: Library, rng: random.Random, presses: int
) -> list[Presser]:
    """Begin a session for each of them, and think out what they will press."""
    made = []
    for number in ids:
        now = datetime.now(UTC)
        title, entries = sessions.planned(session, number, library, now)
        running = sessions.start(session, number, title, entries, library, language="en", now=now)
        assert running, "there is a routine to begin with"
        made.append(Presser(number, running.id, _walk(running.player, rng, presses)))
    return made


async def press_all(
    world: World, pressers: list[Presser], seconds: float, rng: random.Random, *, twice: float = 0.1
) -> None:
    """Let everybody press at random moments, now and then twice, and write a word."""
    seeds = [random.Random(rng.random()) for _ in pressers]  # noqa: S311 - a plan, no secret
    await asyncio.gather(
        *(_press(world, one, seconds, own, twice) for one, own in zip(pressers, seeds, strict=True))
    )


async def _press(world: World, one: Presser, seconds: float, rng: random.Random, twice: float) -> None:
    chat, person = world.chats[one.person_id], world.people[one.person_id]
    begin = time.monotonic()
    moments = sorted(rng.uniform(0, seconds) for _ in one.walk)
    for revision, (moment, press) in enumerate(zip(moments, one.walk, strict=True)):
        await asyncio.sleep(max(0.0, begin + moment - time.monotonic()))
        data = PressCard(one.session_id, revision, press).pack()
        for _ in range(2 if rng.random() < twice else 1):
            acts.press(world, chat, person, _card(world, chat), data, stale=True)
            _keep(world)
            one.updates += 1
    acts.say(world, chat, person, acts.text_content(world, f"{MARK} has a stiff back", []))
    one.updates += 1


def _keep(world: World) -> None:
    """Let Telegram hold presses for as long as it takes: what it forgets is not the coach's to lose."""
    for pending in world.updates.waiting():
        pending.expires = math.inf


def _card(world: World, chat: Chat) -> int:
    """Return the newest message of the bot in a chat."""
    for number, stored in reversed(chat.messages.items()):
        if stored.author == world.bot_id and not stored.deleted:
            return number
    made: int = post_as_bot(world, chat, {"text": "a card"}).data["message_id"]
    return made


def _walk(player: Player, rng: random.Random, presses: int) -> list[Press]:
    walk: list[Press] = []
    while len(walk) < presses and not player.over:
        wise = player.allowed - {Press.STOP, Press.SKIP}
        press = rng.choice(sorted(wise or player.allowed))
        walk.append(press)
        player = player.press(press)
    return walk


def _person(number: int, now: datetime) -> Person:
    return Person(
        id=number,
        first_name=MARK,
        zone=ZONE,
        zone_confirmed=True,
        onboarding="done",
        created_at=now,
        first_day=date(2026, 1, 1),
    )


def _reminder(number: int, due: datetime, now: datetime) -> Reminder:
    wall = due.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None)
    return Reminder(
        person_id=number,
        weekdays="0123456",
        times=wall.strftime("%H:%M"),
        next_due_at=due,
        next_wall=wall.isoformat(timespec="minutes"),
        created_at=now,
    )
