"""Each refusal that a bot can meet, over HTTP, word for word."""

import json
import ssl
from typing import Any

import httpx
import pytest

from bot.emulator import Running
from bot.emulator.client import Emulator, Person

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
KEYBOARD = json.dumps({"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]})


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
    sent = await raw.ok("sendMessage", chat_id=anna.id, text="hello", reply_markup=KEYBOARD)
    return {"chat_id": anna.id, "message_id": sent["message_id"]}


@pytest.fixture
async def photo(raw: Raw, anna: Person) -> dict[str, Any]:
    """Names a photo of the bot, sent again by its file_id."""
    mine = await anna.send_media("photo")
    sent = await raw.ok("sendPhoto", chat_id=anna.id, photo=mine["photo"][-1]["file_id"], caption="hello")
    return {"chat_id": anna.id, "message_id": sent["message_id"], "file": mine["photo"][-1]}


SENDS = [
    ("sendMessage", {"text": ""}, "message text is empty"),
    ("sendMessage", {}, "message text is empty"),
    ("sendMessage", {"text": " \n "}, "text must be non-empty"),
    ("sendMessage", {"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ("sendMessage", {"text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        "sendMessage",
        {"text": "<b>x", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_parameters": '{"message_id": 9999}'},
        "message to be replied not found",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": '{"inline_keyboard":[[{"text":"a"}]]}'},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    ("sendPhoto", {}, "there is no photo in the request"),
    ("sendAnimation", {}, "there is no animation in the request"),
    ("sendPhoto", {"photo": "nonsense"}, "wrong remote file identifier specified: Wrong string length"),
    (
        "sendPhoto",
        {"photo": "non sense!"},
        "wrong remote file identifier specified: Wrong character in the string",
    ),
    (
        "sendPhoto",
        {"photo": "A" * 60},
        "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    ),
    ("sendPhoto", {"photo": "https://example.org/x.jpg"}, "failed to get HTTP URL content"),
    ("sendPhoto", {"photo": "x", "caption": "x" * 1025}, "message caption is too long"),
    ("sendMediaGroup", {}, "there are no messages to send"),
    (
        "sendMediaGroup",
        {"media": '[{"type":"x"},{"type":"photo"}]'},
        'can\'t parse InputMedia: type "x" is unsupported',
    ),
    (
        "sendMediaGroup",
        {"media": '[{"type":"photo"},{"type":"photo"}]'},
        "can't parse InputMedia: media not found",
    ),
    ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
    ("sendPoll", {"question": "?", "options": '["a"]'}, "poll must have at least 2 option"),
    (
        "sendPoll",
        {"question": "?", "options": '["a","b"]', "type": "quiz"},
        "wrong correct option ID specified",
    ),
    ("sendLocation", {"latitude": "91", "longitude": "0"}, "LOCATION_INVALID"),
    ("sendMessageDraft", {"text": "x"}, "draft identifier must be non-zero"),
    ("deleteMessage", {"message_id": "9999"}, "message to delete not found"),
    ("editMessageText", {"message_id": "9999", "text": "x"}, "message to edit not found"),
    ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    ("pinChatMessage", {"message_id": "9999"}, "message to pin not found"),
    ("createForumTopic", {"name": "x"}, "the chat is not a forum"),
    ("sendMessage", {"text": "x", "message_thread_id": "7"}, "message thread not found"),
]


@pytest.mark.parametrize(("method", "values", "words"), SENDS)
async def test_it_refuses_to_send(raw: Raw, anna: Person, method: str, values: Any, words: str) -> None:
    """All with 400 and Telegram's words; nothing arrives."""
    before = len(await anna.messages())
    body = await raw(method, chat_id=anna.id, **values)
    assert body == {"ok": False, "error_code": 400, "description": f"Bad Request: {words}"}
    assert len(await anna.messages()) == before


@pytest.mark.parametrize(
    ("method", "values", "words"),
    [
        ("editMessageText", {"text": "hello", "reply_markup": KEYBOARD}, SAME),
        ("editMessageReplyMarkup", {"reply_markup": KEYBOARD}, SAME),
        ("editMessageCaption", {"caption": "x"}, "there is no caption in the message to edit"),
        ("editMessageText", {"text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        (
            "editMessageText",
            {"text": "x", "reply_markup": '{"keyboard":[["a"]]}'},
            "inline keyboard expected",
        ),
        ("editMessageMedia", {"media": '{"type":"x"}'}, 'can\'t parse InputMedia: type "x" is unsupported'),
        ("editMessageMedia", {"media": '{"type":"photo"}'}, "can't parse InputMedia: media not found"),
    ],
)
async def test_it_refuses_to_edit_text(
    raw: Raw, text: dict[str, Any], method: str, values: Any, words: str
) -> None:
    """A text stays as it is."""
    body = await raw(method, **text, **values)
    assert body["description"] == f"Bad Request: {words}"


async def test_it_refuses_to_edit_media(raw: Raw, photo: dict[str, Any]) -> None:
    """No text on a photo, no longer captions, no change that is none."""
    file = photo.pop("file")
    same = json.dumps({"type": "photo", "media": file["file_id"], "caption": "hello"})
    refused = [
        await raw("editMessageText", **photo, text="x"),
        await raw("editMessageCaption", **photo, caption="x" * 1025),
        await raw("editMessageCaption", **photo, caption="hello"),
        await raw("editMessageMedia", **photo, media=same),
    ]
    assert [body["description"].removeprefix("Bad Request: ") for body in refused] == [
        "there is no text in the message to edit",
        "MEDIA_CAPTION_TOO_LONG",
        SAME,
        SAME,
    ]


async def test_it_refuses_to_edit_what_others_sent(raw: Raw, anna: Person) -> None:
    """A bot changes its own messages only."""
    mine = await anna.say("hello")
    body = await raw("editMessageText", chat_id=anna.id, message_id=mine["message_id"], text="x")
    assert body["description"] == "Bad Request: message can't be edited"


async def test_it_refuses_to_swap_a_sticker(raw: Raw, anna: Person) -> None:
    """A sticker is no photo, and cannot become one."""
    mine = await anna.send_media("sticker")
    sent = await raw.ok("sendSticker", chat_id=anna.id, sticker=mine["sticker"]["file_id"])
    photo = json.dumps({"type": "photo", "media": "x"})
    body = await raw("editMessageMedia", chat_id=anna.id, message_id=sent["message_id"], media=photo)
    assert body["description"] == "Bad Request: message media can't be edited"


async def test_it_refuses_files_of_another_kind(raw: Raw, anna: Person) -> None:
    """A photo is sent again as a photo; a file_unique_id cannot be sent."""
    photo = (await anna.send_media("photo"))["photo"][-1]
    voice = (await anna.send_media("voice"))["voice"]
    refused = [
        await raw("sendAnimation", chat_id=anna.id, animation=photo["file_id"]),
        await raw("sendPhoto", chat_id=anna.id, photo=voice["file_id"]),
        await raw("sendPhoto", chat_id=anna.id, photo=photo["file_unique_id"]),
    ]
    assert [body["description"].removeprefix("Bad Request: ") for body in refused] == [
        "can't use file of type Photo as Animation",
        "can't use file of type VoiceNote as Photo",
        "wrong remote file identifier specified: Wrong string length",
    ]


async def test_it_refuses_bad_uploads(raw: Raw, anna: Person) -> None:
    """No picture, an empty file, a photo over ten megabytes, an attachment that is not there."""
    ten = 10 * 1024 * 1024
    refused = [
        await raw("sendPhoto", files={"photo": ("a.jpg", b"no picture")}, chat_id=anna.id),
        await raw("sendDocument", files={"document": ("a.txt", b"")}, chat_id=anna.id),
        await raw("sendPhoto", files={"photo": ("a.jpg", b"x" * (ten + 1))}, chat_id=anna.id),
        await raw("sendPhoto", chat_id=anna.id, photo="attach://nothing"),
    ]
    assert [body["description"].removeprefix("Bad Request: ") for body in refused] == [
        "IMAGE_PROCESS_FAILED",
        "file must be non-empty",
        f"file of size {ten + 1} bytes is too big for a photo; the maximum size is {ten} bytes",
        "file attached as nothing not found",
    ]


async def test_it_refuses_uploads_over_fifty_megabytes(raw: Raw, anna: Person) -> None:
    """With 413, after having read them."""
    body = await raw("sendDocument", files={"document": ("a", b"x" * (52 * 1024 * 1024))}, chat_id=anna.id)
    assert body == {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}


async def test_it_refuses_downloads_over_twenty_megabytes(raw: Raw, running: Running, anna: Person) -> None:
    """The file stays known."""
    large = ("a", b"x" * (20 * 1024 * 1024 + 1), "application/zip")
    file = (await anna.send_media("document", large))["document"]
    body = await raw("getFile", file_id=file["file_id"])
    assert body["description"] == "Bad Request: file is too big"
    assert (await raw("getFile", file_id="x"))["description"] == "Bad Request: invalid file_id"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "chat_id is empty"),
        ({"chat_id": "12"}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"chat_id": "abc"}, "chat not found"),
    ],
)
async def test_it_refuses_unknown_chats(raw: Raw, values: Any, words: str) -> None:
    """Whatever the method."""
    assert (await raw("sendMessage", text="x", **values))["description"] == f"Bad Request: {words}"


async def test_it_refuses_chats_that_are_closed_to_the_bot(
    raw: Raw, emulator: Emulator, anna: Person
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
    raw: Raw, emulator: Emulator, anna: Person, kind: str
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


async def test_it_tells_where_a_group_went(raw: Raw, emulator: Emulator, anna: Person) -> None:
    """The new id comes with the refusal."""
    group = await emulator.add_group("Backs", [anna])
    new = await emulator.request("POST", f"groups/{group}/migrate")
    body = await raw("sendMessage", chat_id=group, text="x")
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": new["id"]}


async def test_it_refuses_late_and_repeated_answers(
    raw: Raw, emulator: Emulator, text: Any, anna: Person
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
async def test_it_refuses_commands(raw: Raw, commands: Any, words: str) -> None:
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
async def test_it_refuses_webhooks(raw: Raw, values: Any, words: str) -> None:
    """Addresses and secrets have their form."""
    assert (await raw("setWebhook", **values))["description"] == f"Bad Request: {words}"


async def test_it_refuses_to_poll_under_a_webhook(raw: Raw) -> None:
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
async def test_it_refuses_addresses(raw: Raw, running: Running, path: str, code: int, words: str) -> None:
    """Tokens, methods and files that are none."""
    answer = await raw.client.get(f"{running.url}/{path}")
    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": words}


async def test_flood_limits_tell_how_long_to_wait(raw: Raw, emulator: Emulator, anna: Person) -> None:
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
async def test_it_reads_parameters_however_they_come(raw: Raw, anna: Person, way: str) -> None:
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
async def test_it_refuses_broken_json(raw: Raw, body: str, words: str) -> None:
    """A body that is no object."""
    headers = {"content-type": "application/json"}
    answer = await raw.client.post(f"{raw.base}getMe", content=body, headers=headers)
    assert answer.json()["description"] == f"Bad Request: {words}"
