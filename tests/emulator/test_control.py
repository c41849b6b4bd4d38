"""The control API itself: events, state, page, refusals."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup

from bot.emulator import Running, Settings, create_app
from bot.emulator.client import ControlError, Emulator, Person, eventually

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


class Stream:
    """The events of one person."""

    def __init__(self, lines: AsyncIterator[str]) -> None:
        self._lines = lines

    async def until(self, wanted: str) -> Any:
        """The data of the next event of this name."""
        async with asyncio.timeout(5):
            name = ""
            async for line in self._lines:
                if line.startswith("event: "):
                    name = line.removeprefix("event: ")
                elif line.startswith("data: ") and name == wanted:
                    return json.loads(line.removeprefix("data: "))
        raise AssertionError(f"The stream ended without {wanted}.")


@asynccontextmanager
async def listening(person: Person) -> AsyncIterator[Stream]:
    """A person's stream."""
    async with httpx.AsyncClient(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)) as client:
        address = f"{person.emulator.url}/control/events"
        async with client.stream("GET", address, params={"as": person.id}, timeout=10) as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            yield Stream(answer.aiter_lines())


async def test_events_tell_of_messages(bot: Bot, anna: Person) -> None:
    """New, edited, deleted, read; each from the person's point of view."""
    async with listening(anna) as stream:
        assert (await stream.until("hello"))["clock"]["offset"] == 0
        await anna.say("hello")
        mine = await stream.until("message")
        assert (mine["chat_id"], mine["message"]["outgoing"]) == (anna.id, True)
        await bot.get_updates()
        assert mine["message"]["message_id"] in (await stream.until("read"))["message_ids"]
        sent = await bot.send_message(anna.id, "one")
        assert (await stream.until("message"))["message"]["outgoing"] is False
        await sent.edit_text("two")
        assert (await stream.until("edit"))["message"]["text"] == "two"
        await sent.delete()
        assert (await stream.until("delete")) == {"chat_id": anna.id, "message_ids": [sent.message_id]}


async def test_events_tell_of_everything_else(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """Actions, keyboards, answers, calls, commands, names, people, clock, reset."""
    async with listening(anna) as stream:
        await bot.send_chat_action(anna.id, "typing")
        assert (await stream.until("action"))["action"] == "typing"
        assert (await stream.until("call"))["method"] == "sendChatAction"
        sent = await bot.send_message(anna.id, "?", reply_markup=KEYBOARD)
        assert (await stream.until("action"))["action"] is None
        pressed = await anna.do("press", message_id=sent.message_id, data="go")
        await bot.answer_callback_query(pressed["id"], "Fine")
        answer = {"id": pressed["id"], "chat_id": anna.id, "message_id": sent.message_id}
        assert await stream.until("answer") == {**answer, "text": "Fine", "show_alert": False}
        await bot.send_message(anna.id, "?", reply_markup=ReplyKeyboardMarkup([["Yes"]]))
        assert (await stream.until("reply_markup"))["reply_markup"]["keyboard"] == [[{"text": "Yes"}]]
        await bot.set_my_commands([("go", "Go")])
        assert (await stream.until("chat"))["commands"] == [{"command": "go", "description": "Go"}]
        await bot.set_my_description("A coach")
        assert (await stream.until("bot"))["bot"]["description"] == "A coach"
        await anna.block()
        assert (await stream.until("chat"))["blocked"] is True
        await emulator.add_person("Ben")
        assert len((await stream.until("people"))["people"]) == 2
        await emulator.advance(60)
        assert (await stream.until("clock"))["offset"] == 60
        await emulator.reset()
        assert await stream.until("reset") == {}


async def test_strangers_hear_nothing(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """A message of one chat stays there; a group's goes to its members."""
    ben = await emulator.add_person("Ben")
    group = await emulator.add_group("Backs", [anna, ben])
    async with listening(ben) as stream:
        await stream.until("hello")
        await anna.say("private")
        await anna.within(group).say("to all")
        assert (await stream.until("message"))["message"]["text"] == "to all"


async def test_a_reader_who_leaves_is_forgotten(running: Running, anna: Person) -> None:
    """Nothing piles up for a page that was closed."""
    async with listening(anna) as stream:
        await stream.until("hello")
        assert running.world.hub.listeners() == 1

    async def gone() -> bool | None:
        return running.world.hub.listeners() == 0 or None

    await eventually(gone, 3.0, "end of the stream")


async def test_state_shows_all(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """Bot, people, groups, clock."""
    group = await emulator.add_group("Backs", [anna], [anna])
    state = await emulator.state()
    assert state["bot"]["username"] == "midback_bot"
    assert state["people"] == [
        {
            "id": anna.id,
            "first_name": "Anna",
            "username": "anna_b",
            "language_code": "en",
            "time_zone": "UTC",
            "deactivated": False,
        }
    ]
    assert state["groups"] == [
        {"id": group, "title": "Backs", "type": "group", "members": [anna.id], "admins": [anna.id]}
    ]


async def test_a_new_chat_is_not_started(emulator: Emulator) -> None:
    """Until the person says something."""
    ben = await emulator.add_person("Ben", language_code="de")
    chat = await ben.chat()
    assert (chat["started"], chat["blocked"], chat["title"], chat["messages"]) == (
        False,
        False,
        "Midback",
        [],
    )
    await ben.say("/start")
    assert (await ben.chat())["started"] is True


@pytest.mark.parametrize(
    ("verb", "path", "body", "status"),
    [
        ("POST", "people", {}, 400),
        ("PATCH", "people/5", {"deactivated": True}, 404),
        ("POST", "groups", {"title": "x", "members": [5]}, 400),
        ("POST", "groups", {"title": "", "members": []}, 400),
        ("GET", "chats/5?as=5", None, 404),
        ("GET", "chats/5", None, 400),
        ("GET", "events?as=5", None, 404),
        ("GET", "media/nothing", None, 404),
        ("GET", "callbacks/5", None, 404),
        ("POST", "inline/5/choose", {"as": 5}, 404),
        ("DELETE", "faults/5", None, 404),
        ("POST", "faults", {}, 400),
        ("PUT", "limits", {"x": 1}, 400),
        ("POST", "clock", {}, 400),
        ("POST", "clock", {"by": 1, "to": 2}, 400),
        ("POST", "clock", {"hop": "none"}, 404),
        ("PUT", "clock/hops", {"key": "x"}, 400),
        ("PUT", "clock/hops", [{"key": "x"}], 400),
    ],
)
async def test_it_refuses_with_a_sentence(
    running: Running, verb: str, path: str, body: Any, status: int
) -> None:
    """And 400 or 404."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    async with httpx.AsyncClient(base_url=f"{running.url}/control/", verify=tls) as client:
        answer = await client.request(verb, path, json=body)
    assert answer.status_code == status
    assert answer.json()["ok"] is False
    assert answer.json()["error"].endswith(".")


async def test_people_are_held_to_what_they_can_do(emulator: Emulator, bot: Bot, anna: Person) -> None:
    """No empty text, no strange replies, no other people's messages, no foreign chats."""
    ben = await emulator.add_person("Ben")
    sent = await bot.send_message(anna.id, "mine")
    poll = await bot.send_poll(anna.id, "?", ["a", "b"])
    refused = [
        anna.say(" "),
        anna.say("x" * 4097),
        anna.say("x", reply_to=99999),
        anna.edit(sent.message_id, "yours"),
        anna.do("delete", message_id=99999),
        anna.do("vote", message_id=poll.message_id, option_ids=[2]),
        anna.do("vote", message_id=poll.message_id, option_ids=[0, 1]),
        anna.do("vote", message_id=sent.message_id, option_ids=[0]),
        anna.send_media("cake"),
        ben.within(anna.id).say("hello"),
    ]
    for attempt in refused:
        with pytest.raises(ControlError):
            await attempt


async def test_it_serves_the_page_and_nothing_beside_it(running: Running) -> None:
    """Files of the page's folder, never cached; no way out of it."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    async with httpx.AsyncClient(base_url=running.url, verify=tls) as client:
        for path in (
            "/page/../app.py",
            "/page/%2e%2e/app.py",
            "/page/..%2fapp.py",
            "/page/nothing.js",
            "/page//x",
        ):
            assert (await client.get(path)).status_code == 404
        answer = await client.get("/")
        assert answer.headers["cache-control"] == "no-store"


def test_a_token_looks_like_one() -> None:
    """A mistake shows at once."""
    with pytest.raises(ValueError, match="looks like"):
        create_app(Settings(token="nonsense"))
