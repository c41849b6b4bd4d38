"""What cannot be sent or edited is refused over HTTP, word for word."""

import json
from typing import Any

import pytest

from bot.emulator import Running
from bot.emulator.client import Person

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
KEYBOARD = json.dumps({"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]})


@pytest.fixture
async def photo(raw: Any, anna: Person) -> dict[str, Any]:
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
    ("closeForumTopic", {"message_thread_id": "7"}, "not enough rights to manage topics"),
    ("sendMessage", {"text": "x", "message_thread_id": "7"}, "message thread not found"),
]


@pytest.mark.parametrize(("method", "values", "words"), SENDS)
async def test_it_refuses_to_send(raw: Any, anna: Person, method: str, values: Any, words: str) -> None:
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
    raw: Any, text: dict[str, Any], method: str, values: Any, words: str
) -> None:
    """A text stays as it is."""
    body = await raw(method, **text, **values)
    assert body["description"] == f"Bad Request: {words}"


async def test_it_refuses_to_edit_media(raw: Any, photo: dict[str, Any]) -> None:
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


async def test_it_refuses_to_edit_what_others_sent(raw: Any, anna: Person) -> None:
    """A bot changes its own messages only."""
    mine = await anna.say("hello")
    body = await raw("editMessageText", chat_id=anna.id, message_id=mine["message_id"], text="x")
    assert body["description"] == "Bad Request: message can't be edited"


async def test_it_refuses_to_swap_a_sticker(raw: Any, anna: Person) -> None:
    """A sticker is no photo, and cannot become one."""
    mine = await anna.send_media("sticker")
    sent = await raw.ok("sendSticker", chat_id=anna.id, sticker=mine["sticker"]["file_id"])
    photo = json.dumps({"type": "photo", "media": "x"})
    body = await raw("editMessageMedia", chat_id=anna.id, message_id=sent["message_id"], media=photo)
    assert body["description"] == "Bad Request: message media can't be edited"


async def test_it_refuses_files_of_another_kind(raw: Any, anna: Person) -> None:
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


async def test_it_refuses_bad_uploads(raw: Any, anna: Person) -> None:
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


async def test_it_refuses_uploads_over_fifty_megabytes(raw: Any, anna: Person) -> None:
    """With 413, after having read them."""
    body = await raw("sendDocument", files={"document": ("a", b"x" * (52 * 1024 * 1024))}, chat_id=anna.id)
    assert body == {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}


async def test_it_refuses_downloads_over_twenty_megabytes(raw: Any, running: Running, anna: Person) -> None:
    """The file stays known."""
    large = ("a", b"x" * (20 * 1024 * 1024 + 1), "application/zip")
    file = (await anna.send_media("document", large))["document"]
    body = await raw("getFile", file_id=file["file_id"])
    assert body["description"] == "Bad Request: file is too big"
    assert (await raw("getFile", file_id="x"))["description"] == "Bad Request: invalid file_id"
