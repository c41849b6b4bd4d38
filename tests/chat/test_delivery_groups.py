"""The door in a group, against the emulator: who leads it, and messages that stay where they are."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from telegram import Bot

from bot.chat.delivery import Door, Place
from bot.chat.errors import Trouble
from bot.chat.pictures import Pictures
from bot.chat.screen import Screen
from bot.chat.transport import Transport
from bot.db.database import Database
from bot.emulator import serve
from bot.emulator.client import Emulator, Person, text_of
from bot.figures.cards import WelcomeCard

TOKEN = "123456:emulated-token"
CONTENT = Path(__file__).parents[2] / "content"
HELLO = Screen("Hello", picture=WelcomeCard("Midback", "Short moves"))


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """Give an emulator."""
    async with serve(token=TOKEN, pace=0.001) as running, Emulator(running.url) as client:
        yield client


@pytest.fixture
async def door(emulator: Emulator, database: Database) -> AsyncIterator[Door]:
    """Give the door of the real library's bot."""
    urls = (f"{emulator.url}/bot", f"{emulator.url}/file/bot")
    async with Bot(TOKEN, *urls, request=Transport(4), get_updates_request=Transport(1)) as bot:
        yield Door(bot, Pictures(database, 123456, CONTENT))


@pytest.fixture
async def office(emulator: Emulator) -> list[Person]:
    """Give Ana and Ben in a group that Ana leads."""
    people = [await emulator.add_person(name) for name in ("Ana", "Ben")]
    group = await emulator.add_group("Office", people, admins=people[:1])
    return [person.within(group) for person in people]


async def test_it_knows_who_leads_a_group(door: Door, office: list[Person]) -> None:
    ana, ben = office
    assert await door.leads(ana.chat_id, ana.id)
    assert not await door.leads(ben.chat_id, ben.id)


async def test_nobody_leads_what_telegram_does_not_tell_of(door: Door, office: list[Person]) -> None:
    [ana, _] = office
    assert not await door.leads(-12345, ana.id)
    assert not await door.leads(ana.chat_id, 999)


async def test_it_draws_a_message_anew_where_it_is(door: Door, office: list[Person]) -> None:
    [ana, _] = office
    sent = await door.send_once(ana.chat_id, HELLO)
    place = Place(ana.chat_id, sent.message_id, has_picture=True)
    assert (await door.redraw(place, replace(HELLO, text="Hello again"))).trouble is None
    assert (await door.redraw(place, replace(HELLO, text="Hello again"))).trouble is None
    assert [text_of(message) for message in await ana.messages()] == ["Hello again"]


async def test_a_message_that_somebody_deleted_does_not_come_back(door: Door, office: list[Person]) -> None:
    [ana, _] = office
    sent = await door.send_once(ana.chat_id, HELLO)
    await ana.do("delete", message_id=sent.message_id)
    place = Place(ana.chat_id, sent.message_id, has_picture=True)
    assert (await door.redraw(place, replace(HELLO, text="Hello again"))).trouble is Trouble.OUTDATED
    assert await ana.messages() == []
