"""An emulator over HTTP, with the real python-telegram-bot as the bot and our client as the people."""

import asyncio
import json
import queue
import random
import ssl
import threading
import urllib.request
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.emulator import Running, serve
from bot.emulator.client import Emulator, Person

TOKEN = "123456:emulated-token"
KEYBOARD = {"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]}


@pytest.fixture(scope="session")
def server() -> Iterator[Running]:
    """One emulator for all tests, in a thread: starting one takes longer than most tests."""
    ready: queue.Queue[tuple[Running, asyncio.AbstractEventLoop, asyncio.Event]] = queue.Queue()

    async def run() -> None:
        rng = random.Random(7)  # noqa: S311 - ids that repeat, not secrets
        stop = asyncio.Event()
        async with serve(token=TOKEN, rng=rng, pace=0.001) as emulator:
            ready.put((emulator, asyncio.get_running_loop(), stop))
            await stop.wait()

    thread = threading.Thread(target=asyncio.run, args=[run()])
    thread.start()
    emulator, loop, stop = ready.get(timeout=10)
    yield emulator
    loop.call_soon_threadsafe(stop.set)
    thread.join(timeout=10)


@pytest.fixture
def running(server: Running) -> Iterator[Running]:
    """The emulator with nobody in it; what a test did is forgotten after it."""
    yield server
    reset = urllib.request.Request(f"{server.url}/control/reset", method="POST")  # noqa: S310 - our own address
    with urllib.request.urlopen(reset, timeout=10) as answer:  # noqa: S310 - as above
        assert answer.status == 200


@pytest.fixture
async def emulator(running: Running) -> AsyncIterator[Emulator]:
    """The person's side of it."""
    async with Emulator(running.url) as client:
        yield client


@pytest.fixture
async def bot(running: Running) -> AsyncIterator[Bot]:
    """The bot's side of it."""
    # Plain HTTP needs no certificates, and reading them takes longer than the test.
    tls = {"verify": ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)}
    made = Bot(
        TOKEN,
        base_url=f"{running.url}/bot",
        base_file_url=f"{running.url}/file/bot",
        request=HTTPXRequest(connection_pool_size=8, httpx_kwargs=tls),
        get_updates_request=HTTPXRequest(connection_pool_size=2, httpx_kwargs=tls),
    )
    async with made:
        yield made


@pytest.fixture
async def anna(emulator: Emulator) -> Person:
    """A person who has started the bot."""
    person = await emulator.add_person("Anna", username="anna_b", language_code="en")
    await person.say("/start")
    return person


class Raw:
    """Bot API calls without a library."""

    def __init__(self, running: Running, client: httpx.AsyncClient) -> None:
        self.base = f"{running.url}/bot{running.token}/"
        self.client = client

    async def __call__(self, method: str, files: Any = None, **values: Any) -> Any:
        """The body of the answer; its code is that of HTTP."""
        answer = await self.client.post(self.base + method, data=values, files=files)
        body = answer.json()
        assert answer.status_code == body.get("error_code", 200)
        return body

    async def ok(self, method: str, **values: Any) -> Any:
        """The result of a call that is granted."""
        body = await self(method, **values)
        assert body["ok"], body
        return body["result"]


@pytest.fixture
async def raw(running: Running) -> Any:
    """A bot that is only HTTP."""
    async with httpx.AsyncClient(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)) as client:
        yield Raw(running, client)


@pytest.fixture
async def text(raw: Raw, anna: Person) -> dict[str, Any]:
    """Names a text message of the bot."""
    sent = await raw.ok("sendMessage", chat_id=anna.id, text="hello", reply_markup=json.dumps(KEYBOARD))
    return {"chat_id": anna.id, "message_id": sent["message_id"]}
