"""Chats, queries, settings and addresses that are refused over HTTP, word for word."""

import json
from typing import Any

import pytest

from bot.emulator import Running
from bot.emulator.client import Emulator, Person

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "chat_id is empty"),
        ({"chat_id": "12"}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"chat_id": "abc"}, "chat not found"),
    ],
)
async def test_it_refuses_unknown_chats(raw: Any, values: Any, words: str) -> None:
    """Whatever the method."""
    assert (await raw("sendMessage", text="x", **values))["description"] == f"Bad Request: {words}"


async def test_it_refuses_chats_that_are_closed_to_the_bot(
    raw: Any, emulator: Emulator, anna: Person
) -> None:
    """Never started, blocked, deactivated; all 403."""
    stranger = await emulator.add_person("Ben")
    never = await raw("sendMessage", chat_id=stranger.id, text="x")
    await anna.block()
    blocked = await raw("sendPhoto", chat_id=anna.id)
    await anna.unblock()
    await emulator.request("PATCH", f"people/{anna.id}", {"deactivated": True})
    gone = await raw("sendChatAction", chat_id=anna.id, action="typing")
    assert [body["description"] for body in (never, blocked, gone)] == [
        "Forbidden: bot can't initiate conversation with a user",
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
    ]


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_it_refuses_groups_that_threw_the_bot_out(
    raw: Any, emulator: Emulator, anna: Person, kind: str
) -> None:
    """With the kind of the group in the words."""
    wish = {"title": "Backs", "members": [anna.id], "type": kind}
    group = await emulator.request("POST", "groups", wish)
    await emulator.request("POST", f"groups/{group['id']}/kick", {"as": anna.id})
    body = await raw("sendMessage", chat_id=group["id"], text="x")
    assert (body["error_code"], body["description"]) == (
        403,
        f"Forbidden: bot was kicked from the {kind} chat",
    )


async def test_it_tells_where_a_group_went(raw: Any, emulator: Emulator, anna: Person) -> None:
    """The new id comes with the refusal."""
    group = await emulator.add_group("Backs", [anna])
    new = await emulator.request("POST", f"groups/{group}/migrate")
    body = await raw("sendMessage", chat_id=group, text="x")
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": new["id"]}


async def test_it_refuses_late_and_repeated_answers(
    raw: Any, emulator: Emulator, text: Any, anna: Person
) -> None:
    """A press is answered once, within 150 seconds."""

    async def press() -> str:
        pressed = await anna.do("press", message_id=text["message_id"], data="x")
        return str(pressed["id"])

    first = await press()
    assert await raw.ok("answerCallbackQuery", callback_query_id=first)
    second = await press()
    await emulator.advance(151)
    refused = [await raw("answerCallbackQuery", callback_query_id=name) for name in (first, second, "77")]
    assert {body["description"] for body in refused} == {f"Bad Request: {TOO_OLD}"}


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([{"command": "a" * 33, "description": "x"}], "command length must not exceed 32"),
        ([{"command": "a", "description": ""}], "command description must be non-empty"),
        ([{"command": "", "description": "x"}], "command must be non-empty"),
        ([{"command": "a", "description": "x" * 257}], "command description length must not exceed 256"),
        ([{"command": "Go-on", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_it_refuses_commands(raw: Any, commands: Any, words: str) -> None:
    """Names and descriptions have their lengths and letters."""
    body = await raw("setMyCommands", commands=json.dumps(commands))
    assert body["description"] == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"url": "nowhere"}, "invalid webhook URL specified"),
        ({"url": "http://127.0.0.1:9/", "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": "http://127.0.0.1:9/", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_it_refuses_webhooks(raw: Any, values: Any, words: str) -> None:
    """Addresses and secrets have their form."""
    assert (await raw("setWebhook", **values))["description"] == f"Bad Request: {words}"


async def test_it_refuses_to_poll_under_a_webhook(raw: Any) -> None:
    """One or the other."""
    await raw.ok("setWebhook", url="http://127.0.0.1:9/")
    body = await raw("getUpdates")
    assert (body["error_code"], body["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("bot1:wrong/getMe", 401, "Unauthorized"),
        ("botnonsense/getMe", 401, "Unauthorized: invalid token specified"),
        ("bot123456:emulated-token/fly", 404, "Not Found: method not found"),
        ("bot123456:emulated-token/sendGift", 400, "Bad Request: method sendGift is not emulated"),
        ("bot123456:emulated-token/SENDgift", 400, "Bad Request: method sendGift is not emulated"),
        ("file/bot1:wrong/x", 401, "Unauthorized"),
        ("file/bot123456:emulated-token/x", 404, "Not Found"),
    ],
)
async def test_it_refuses_addresses(raw: Any, running: Running, path: str, code: int, words: str) -> None:
    """Tokens, methods and files that are none."""
    answer = await raw.client.get(f"{running.url}/{path}")
    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": words}


async def test_flood_limits_tell_how_long_to_wait(raw: Any, emulator: Emulator, anna: Person) -> None:
    """In words, parameters and a header; the emulator's clock counts."""
    await emulator.limit(chat_per_second=1)
    await raw.ok("sendMessage", chat_id=anna.id, text="one")
    answer = await raw.client.post(f"{raw.base}sendMessage", data={"chat_id": anna.id, "text": "two"})
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "1"
    assert answer.json()["description"] == "Too Many Requests: retry after 1"
    assert answer.json()["parameters"] == {"retry_after": 1}
    await emulator.advance(1)
    await raw.ok("sendMessage", chat_id=anna.id, text="two")


@pytest.mark.parametrize("way", ["query", "form", "multipart", "json"])
async def test_it_reads_parameters_however_they_come(raw: Any, anna: Person, way: str) -> None:
    """Query string, form, multipart and JSON alike; unknown parameters are ignored."""
    address = f"{raw.base}sendMessage"
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]}
    values = {"chat_id": str(anna.id), "text": "hello", "reply_markup": json.dumps(markup), "unknown": "1"}
    if way == "query":
        answer = await raw.client.get(address, params=values)
    elif way == "form":
        answer = await raw.client.post(address, data=values)
    elif way == "multipart":
        answer = await raw.client.post(address, files={key: (None, value) for key, value in values.items()})
    else:
        answer = await raw.client.post(address, json={**values, "chat_id": anna.id, "reply_markup": markup})
    assert answer.json()["result"]["reply_markup"] == markup


@pytest.mark.parametrize(
    ("body", "words"), [("{", "can't parse JSON object"), ("[1]", "expected JSON object")]
)
async def test_it_refuses_broken_json(raw: Any, body: str, words: str) -> None:
    """A body that is no object."""
    headers = {"content-type": "application/json"}
    answer = await raw.client.post(f"{raw.base}getMe", content=body, headers=headers)
    assert answer.json()["description"] == f"Bad Request: {words}"
