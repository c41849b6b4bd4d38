"""Webhooks, faults and the record, over HTTP."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram import Bot, BotCommand
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TimedOut

from bot.emulator.client import ControlError, Emulator, Person, eventually


@dataclass
class Receiver:
    """A bot's webhook: keeps what comes, answers as told."""

    url: str = ""
    got: list[tuple[dict[str, str], dict[str, Any]]] = field(default_factory=list)
    answers: list[tuple[int, str]] = field(default_factory=list)
    hold: asyncio.Event = field(default_factory=asyncio.Event)
    held_person: int = 0
    serving: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, closed in any case: one left open would fall upon whichever test comes later."""
        self.serving += 1
        try:
            await self.handle(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # whoever asked is gone
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
            self.serving -= 1

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One HTTP request."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
        update = json.loads(await reader.readexactly(int(headers["content-length"])))
        self.got.append((headers, update))
        if update.get("message", {}).get("from", {}).get("id") == self.held_person:
            await self.hold.wait()
        status, body = self.answers.pop(0) if self.answers else (200, "")
        answer = f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}"
        writer.write(answer.encode())

    def texts(self) -> list[str]:
        """What people said."""
        return [update["message"]["text"] for _, update in self.got if "message" in update]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """A webhook that listens."""
    made = Receiver()
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
    yield made
    made.hold.set()
    server.close()
    await until(lambda: made.serving == 0)


async def until(condition: Any) -> None:
    """Wait for something to be true."""

    async def look() -> bool | None:
        return condition() or None

    await eventually(look, 5.0, "change")


async def test_a_webhook_gets_what_waits_and_what_comes(bot: Bot, anna: Person, receiver: Receiver) -> None:
    """With the secret in its header; delivered messages count as read."""
    await bot.set_webhook(receiver.url, secret_token="s3cret", max_connections=5)
    await anna.say("hello")
    await until(lambda: len(receiver.got) == 2)
    assert receiver.texts() == ["/start", "hello"]
    assert {headers["x-telegram-bot-api-secret-token"] for headers, _ in receiver.got} == {"s3cret"}
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections) == (receiver.url, 5)
    with pytest.raises(Conflict):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_failed_delivery_is_tried_again_in_order(bot: Bot, anna: Person, receiver: Receiver) -> None:
    """The next message of the same person waits for it."""
    receiver.answers = [(500, ""), (404, ""), (502, "")]
    await bot.set_webhook(receiver.url)
    await anna.say("hello")
    await until(lambda: "hello" in receiver.texts())
    assert receiver.texts() == ["/start"] * 4 + ["hello"]
    info = await bot.get_webhook_info()
    assert "Wrong response from the webhook: 502" in (info.last_error_message or "")


async def test_replicas_that_set_it_at_the_same_time_do_not_undo_each_other(
    bot: Bot, anna: Person, receiver: Receiver
) -> None:
    """Whatever is on its way then, and what comes meanwhile, is delivered and not forgotten."""
    receiver.held_person = anna.id
    await bot.set_webhook(receiver.url)
    await anna.say("1")
    await until(lambda: receiver.got)
    receiver.held_person = 0
    said = (anna.say(str(number)) for number in range(2, 20))
    await asyncio.gather(*(bot.set_webhook(receiver.url) for _ in range(4)), *said)
    await until(lambda: {str(number) for number in range(1, 20)} <= set(receiver.texts()))
    await anna.say("last")
    await until(lambda: receiver.texts()[-1] == "last")
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_people_do_not_wait_for_each_other(
    bot: Bot, emulator: Emulator, anna: Person, receiver: Receiver
) -> None:
    """One slow answer holds up one person."""
    receiver.held_person = anna.id
    ben = await emulator.add_person("Ben")
    await bot.set_webhook(receiver.url)
    await anna.say("second")
    await ben.say("hello")
    await until(lambda: "hello" in receiver.texts())
    assert "second" not in receiver.texts()
    receiver.hold.set()
    await until(lambda: "second" in receiver.texts())


async def test_the_answer_may_be_a_call(bot: Bot, anna: Person, receiver: Receiver) -> None:
    """As Telegram allows."""
    receiver.answers = [(200, json.dumps({"method": "sendMessage", "chat_id": anna.id, "text": "hi"}))]
    await bot.set_webhook(receiver.url)
    assert (await anna.wait_for(lambda message: message["text"] == "hi"))["from"]["is_bot"]


async def test_pending_updates_can_be_dropped(bot: Bot, anna: Person) -> None:
    """On a wish."""
    await anna.say("hello")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


@pytest.mark.filterwarnings("ignore:.*retry_after.*")  # the library announces a change of that type
async def test_a_fault_refuses_some_calls(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """The library sees what it would see of Telegram."""
    await emulator.fault(method="sendMessage", code=429, parameters={"retry_after": 3})
    with pytest.raises(RetryAfter):
        await bot.send_message(anna.id, "one")
    await emulator.fault(method="sendMessage", code=502, times=2)
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(anna.id, "two")
    assert await bot.send_message(anna.id, "three")
    assert [call["status"] for call in await emulator.calls("sendMessage")] == [429, 502, 502, 200]


async def test_a_fault_delays(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """Until the library loses patience, though the message arrives."""
    await emulator.fault(method="sendMessage", delay=0.2)
    with pytest.raises(TimedOut):
        await bot.send_message(anna.id, "late", read_timeout=0.05)
    await anna.wait_for(lambda message: message["text"] == "late")


@pytest.mark.parametrize(("drop", "arrives"), [("before", False), ("after", True)])
async def test_a_fault_cuts_the_connection(
    bot: Bot, emulator: Emulator, anna: Person, drop: str, arrives: bool
) -> None:
    """Before or after the message was delivered: the bot cannot tell."""
    await emulator.fault(method="sendMessage", drop=drop)
    with pytest.raises(NetworkError):
        await bot.send_message(anna.id, "lost?")
    assert ("lost?" in [m["text"] for m in await anna.messages()]) is arrives
    assert (await emulator.calls("sendMessage"))[0]["status"] == 0


async def test_two_pollers_are_in_conflict(bot: Bot, anna: Person) -> None:
    """The older one hears of it."""
    await bot.get_updates(offset=-1)
    [update] = await bot.get_updates()
    after = update.update_id + 1
    older = asyncio.create_task(bot.get_updates(offset=after, timeout=5))
    await asyncio.sleep(0.1)
    newer = asyncio.create_task(bot.get_updates(offset=after, timeout=5))
    with pytest.raises(Conflict):
        await older
    await anna.say("hello")
    assert len(await newer) == 1


async def test_calls_are_recorded(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """Readable, without secrets and without empty polls."""
    await bot.get_updates(offset=-1)
    after = (await emulator.calls())[-1]["seq"]
    await bot.set_my_commands([BotCommand("go", "Go")])
    await bot.get_updates(offset=10**10)
    with pytest.raises(BadRequest):
        await bot.send_message(anna.id, " ")
    with pytest.raises(BadRequest):
        await bot.set_webhook("nowhere", secret_token="s3cret")
    await bot.send_document(anna.id, b"abc", filename="a.txt")
    calls = await emulator.calls(after=after)
    assert [c["method"] for c in calls] == ["setMyCommands", "sendMessage", "setWebhook", "sendDocument"]
    assert calls[0]["parameters"]["commands"] == [{"command": "go", "description": "Go"}]
    assert (calls[1]["ok"], calls[1]["error_code"]) == (False, 400)
    assert calls[1]["description"] == "Bad Request: text must be non-empty"
    assert "s3cret" not in json.dumps(calls)
    assert calls[3]["files"][0]["size"] == 3
    assert [c["method"] for c in await emulator.calls(chat_id=anna.id, method="senddocument")] == [
        "sendDocument"
    ]


async def test_the_clock_is_followed(emulator: Emulator) -> None:
    """A coach offers hops and waits for moves."""
    now = (await emulator.clock())["now"]
    offered = await emulator.set_hops([{"key": "next", "label": "Next reminder", "at": now + 3600}])
    follower = asyncio.create_task(emulator.watch_clock(offered["version"], timeout=5))
    await asyncio.sleep(0.05)
    assert not follower.done()
    began = time.monotonic()
    await emulator.hop("next")
    assert (await follower)["offset"] == pytest.approx(3600, abs=5)
    assert time.monotonic() - began < 1
    with pytest.raises(ControlError, match="backwards"):
        await emulator.advance(-1)


async def test_a_reset_may_keep_what_the_bot_set_up(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """Its commands and files, for a demo that starts over."""
    await bot.set_my_commands([BotCommand("go", "Go")])
    document = (await bot.send_document(anna.id, b"abc")).document
    await emulator.reset(keep_bot=True)
    assert (await emulator.state())["people"] == []
    assert await bot.get_my_commands() == (BotCommand("go", "Go"),)
    assert document
    assert await bot.get_file(document.file_id)
    await emulator.reset()
    assert await bot.get_my_commands() == ()
