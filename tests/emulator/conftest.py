"""An emulator over HTTP, with the real python-telegram-bot as the bot and our client as the people."""

import random
from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.emulator import Running, serve
from bot.emulator.client import Emulator, Person

TOKEN = "123456:emulated-token"


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    """A fresh emulator."""
    rng = random.Random(7)  # noqa: S311 - ids that repeat, not secrets
    async with serve(token=TOKEN, rng=rng, pace=0.001) as emulator:
        yield emulator


@pytest.fixture
async def emulator(running: Running) -> AsyncIterator[Emulator]:
    """The person's side of it."""
    async with Emulator(running.url) as client:
        yield client


@pytest.fixture
async def bot(running: Running) -> AsyncIterator[Bot]:
    """The bot's side of it."""
    made = Bot(
        TOKEN,
        base_url=f"{running.url}/bot",
        base_file_url=f"{running.url}/file/bot",
        request=HTTPXRequest(connection_pool_size=8),
        get_updates_request=HTTPXRequest(connection_pool_size=2),
    )
    async with made:
        yield made


@pytest.fixture
async def anna(emulator: Emulator) -> Person:
    """A person who has started the bot."""
    person = await emulator.add_person("Anna", username="anna_b", language_code="en")
    await person.say("/start")
    return person
