"""The one door, against the emulator: what a person really sees, and what Telegram's refusals do."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from telegram import Bot

from bot.chat.actions import Go, Page
from bot.chat.delivery import Door, Place, keyboard
from bot.chat.errors import Sent, Trouble
from bot.chat.pictures import Pictures
from bot.chat.screen import Document, Key, Screen, Style
from bot.chat.transport import Transport
from bot.db.database import Database
from bot.emulator import serve
from bot.emulator.client import Emulator, Person, text_of
from bot.figures.cards import DoneCard, WelcomeCard, key
from bot.services import media

# The library is on its way from numbers to timedeltas and says so at every wait.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:DeprecationWarning")

TOKEN = "123456:emulated-token"
CONTENT = Path(__file__).parents[2] / "content"
BOT_ID = 123456
HELLO = Screen("Hello <b>there</b>", ((Key("Go", Go(Page.TODAY), Style.PRIMARY),),))
OTHER = Screen("Something else", ((Key("Menu", Go(Page.HOME)),),))
WELCOME = replace(HELLO, picture=WelcomeCard("Midback", "Short moves"))
DONE = replace(OTHER, picture=DoneCard("Done", "3 exercises"))


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """Give an emulator."""
    async with serve(token=TOKEN, pace=0.001) as running, Emulator(running.url) as client:
        yield client


@pytest.fixture
async def bot(emulator: Emulator) -> AsyncIterator[Bot]:
    """Give the real library's bot."""
    urls = (f"{emulator.url}/bot", f"{emulator.url}/file/bot")
    async with Bot(TOKEN, *urls, request=Transport(4), get_updates_request=Transport(1)) as bot:
        yield bot


@pytest.fixture
async def anna(emulator: Emulator) -> Person:
    """Give somebody who started the bot."""
    person = await emulator.add_person("Anna")
    await person.say("/start")
    return person


@pytest.fixture
def door(bot: Bot, database: Database) -> Door:
    """Give the door, with an empty memory of uploads."""
    return Door(bot, Pictures(database, BOT_ID, CONTENT))


def place(anna: Person, sent: Sent, screen: Screen) -> Place:
    """Return where the screen stands now."""
    return Place(anna.id, sent.message_id, has_picture=screen.picture is not None)


async def seen(anna: Person) -> list[str]:
    """Return the texts of the coach that stand in the chat."""
    return [text_of(m) for m in await anna.messages() if not m["outgoing"] and not m.get("deleted")]


async def uploads(emulator: Emulator) -> int:
    """Return how many calls brought a file along."""
    return sum(bool(call.get("files")) for call in await emulator.calls())


@pytest.mark.parametrize("screen", [HELLO, WELCOME])
async def test_buttons_may_come_ready_made(door: Door, anna: Person, screen: Screen) -> None:
    """With a file that is uploaded, with one that Telegram knows, and without any."""
    ready = replace(screen, keys=(), markup=json.dumps(keyboard(screen)))
    for _ in range(2):
        assert (await door.send(anna.id, ready)).trouble is None
        [[button]] = (await anna.last())["reply_markup"]["inline_keyboard"]
        assert button == {"text": "Go", "callback_data": "v1:go:today", "style": "primary"}


async def test_it_sends_words_with_buttons(door: Door, anna: Person) -> None:
    sent = await door.send(anna.id, HELLO)
    message = await anna.last()
    assert (sent.trouble, sent.message_id) == (None, message["message_id"])
    assert message["text"] == "Hello there"
    assert [entity["type"] for entity in message["entities"]] == ["bold"]
    [[button]] = message["reply_markup"]["inline_keyboard"]
    assert button == {"text": "Go", "callback_data": "v1:go:today", "style": "primary"}


def test_a_button_has_a_colour_an_action_or_an_address() -> None:
    screen = Screen("x", ((Key("Stop", Go(Page.HOME), Style.DANGER), Key("Read", url="https://t.me/x")),))
    markup = keyboard(screen)
    assert isinstance(markup, dict)
    assert markup["inline_keyboard"] == [
        [
            {"text": "Stop", "callback_data": "v1:go:home", "style": "danger"},
            {"text": "Read", "url": "https://t.me/x"},
        ]
    ]


def test_a_screen_without_buttons_has_no_keyboard() -> None:
    assert keyboard(Screen("x")) is None


@pytest.mark.parametrize(("first", "second"), [(HELLO, OTHER), (WELCOME, DONE)], ids=["words", "pictures"])
async def test_it_edits_in_place(door: Door, anna: Person, first: Screen, second: Screen) -> None:
    sent = await door.show(Place(anna.id), first)
    again = await door.show(place(anna, sent, first), second)
    assert again == Sent(message_id=sent.message_id)
    assert await seen(anna) == ["Something else"]


@pytest.mark.parametrize(("first", "second"), [(HELLO, DONE), (WELCOME, OTHER)], ids=["to", "from"])
async def test_a_picture_and_words_alone_replace_each_other(
    door: Door, anna: Person, first: Screen, second: Screen
) -> None:
    sent = await door.send(anna.id, first)
    again = await door.show(place(anna, sent, first), second)
    assert again.message_id not in (None, sent.message_id)
    assert await seen(anna) == ["Something else"]


@pytest.mark.parametrize("screen", [HELLO, WELCOME], ids=["words", "picture"])
async def test_an_edit_that_changes_nothing_is_right(door: Door, anna: Person, screen: Screen) -> None:
    sent = await door.send(anna.id, screen)
    assert await door.show(place(anna, sent, screen), screen) == Sent()
    assert len(await seen(anna)) == 1


async def test_a_deleted_card_is_sent_anew(door: Door, bot: Bot, anna: Person) -> None:
    sent = await door.send(anna.id, HELLO)
    await bot.delete_message(anna.id, sent.message_id or 0)
    again = await door.show(place(anna, sent, HELLO), OTHER)
    assert again.message_id not in (None, sent.message_id)
    assert await seen(anna) == ["Something else"]


async def test_it_takes_words_for_a_picture_and_still_comes_through(door: Door, anna: Person) -> None:
    """A message that another version sent may hold something else than this one believes."""
    sent = await door.send(anna.id, WELCOME)
    again = await door.show(Place(anna.id, sent.message_id, has_picture=False), OTHER)
    assert again.trouble is None
    assert await seen(anna) == ["Something else"]


async def test_an_upload_happens_once(
    door: Door, emulator: Emulator, anna: Person, database: Database
) -> None:
    for _ in range(3):
        assert (await door.send(anna.id, WELCOME)).trouble is None
    assert await uploads(emulator) == 1
    assert isinstance(WELCOME.picture, WelcomeCard)
    assert database.call(media.file_id, BOT_ID, key(WELCOME.picture))


async def test_a_herd_uploads_once(door: Door, emulator: Emulator, anna: Person) -> None:
    sent = await asyncio.gather(*(door.send(anna.id, WELCOME) for _ in range(8)))
    assert [one.trouble for one in sent] == [None] * 8
    assert await uploads(emulator) == 1


async def test_when_an_upload_fails_the_next_one_in_line_tries(
    door: Door, emulator: Emulator, anna: Person
) -> None:
    await emulator.fault(method="sendPhoto", code=500)
    sent = await asyncio.gather(*(door.send(anna.id, WELCOME) for _ in range(3)))
    assert sorted(str(one.trouble) for one in sent) == ["None", "None", "transient"]


async def test_an_edit_learns_an_upload_too(door: Door, emulator: Emulator, anna: Person) -> None:
    sent = await door.send(anna.id, WELCOME)
    await door.show(place(anna, sent, WELCOME), DONE)
    await door.send(anna.id, DONE)
    assert await uploads(emulator) == 2


async def test_another_bot_uploads_for_itself(
    door: Door, bot: Bot, database: Database, emulator: Emulator, anna: Person
) -> None:
    await door.send(anna.id, WELCOME)
    await Door(bot, Pictures(database, BOT_ID + 1, CONTENT)).send(anna.id, WELCOME)
    assert await uploads(emulator) == 2


@pytest.mark.parametrize("way", ["send", "edit"])
async def test_a_lost_file_is_uploaded_again(
    door: Door, emulator: Emulator, anna: Person, database: Database, way: str
) -> None:
    sent = await door.send(anna.id, WELCOME)
    assert isinstance(DONE.picture, DoneCard)
    database.call(media.remember, BOT_ID, key(DONE.picture), "AgACAgIAAxkBAAIlost")
    where = place(anna, sent, WELCOME) if way == "edit" else Place(anna.id)
    assert (await door.show(where, DONE)).trouble is None
    assert database.call(media.file_id, BOT_ID, key(DONE.picture)) != "AgACAgIAAxkBAAIlost"
    assert await uploads(emulator) == 2
    assert (await seen(anna))[-1] == "Something else"


async def test_a_document_is_a_message_of_its_own(door: Door, bot: Bot, anna: Person) -> None:
    """Its name and its bytes arrive, and the message that asked for it stays."""
    sent = await door.send(anna.id, HELLO)
    with_file = replace(OTHER, document=Document("all.zip", b"PK\x03\x04 zipped"))
    again = await door.show(place(anna, sent, HELLO), with_file)
    assert again.message_id not in (None, sent.message_id)
    message = await anna.last()
    assert (message["document"]["file_name"], message["caption"]) == ("all.zip", "Something else")
    assert await seen(anna) == ["Hello there", "Something else"]
    file = await bot.get_file(message["document"]["file_id"])
    assert await file.download_as_bytearray() == b"PK\x03\x04 zipped"


async def test_it_waits_as_told_and_tries_again(door: Door, emulator: Emulator, anna: Person) -> None:
    await emulator.fault(method="sendMessage", code=429, parameters={"retry_after": 1})
    began = time.monotonic()
    assert (await door.send(anna.id, HELLO)).trouble is None
    assert time.monotonic() - began >= 1
    assert await seen(anna) == ["Hello there"]


async def test_it_gives_up_a_wait_that_is_too_long(door: Door, emulator: Emulator, anna: Person) -> None:
    await emulator.fault(method="sendMessage", code=429, parameters={"retry_after": 3600})
    assert await door.send(anna.id, HELLO) == Sent(trouble=Trouble.WAIT, wait=3600)


async def test_the_outbox_is_not_kept_waiting(door: Door, emulator: Emulator, anna: Person) -> None:
    await emulator.fault(method="sendMessage", code=429, parameters={"retry_after": 1})
    assert await door.send_once(anna.id, HELLO) == Sent(trouble=Trouble.WAIT, wait=1)


async def test_whoever_blocked_the_coach_is_gone(door: Door, anna: Person) -> None:
    await anna.block()
    assert await door.send(anna.id, HELLO) == Sent(trouble=Trouble.GONE)
    assert await door.send_once(anna.id, WELCOME) == Sent(trouble=Trouble.GONE)


async def test_nobody_is_there(door: Door) -> None:
    assert (await door.send(404, HELLO)).trouble is Trouble.GONE


async def test_a_server_that_fails_surely_did_not_send(door: Door, emulator: Emulator, anna: Person) -> None:
    await emulator.fault(method="sendMessage", code=500)
    assert await door.send(anna.id, HELLO) == Sent(trouble=Trouble.TRANSIENT)
    assert await seen(anna) == []


async def test_a_connection_that_breaks_afterwards_is_unknown(
    door: Door, emulator: Emulator, anna: Person
) -> None:
    await emulator.fault(method="sendMessage", drop="after")
    assert await door.send(anna.id, HELLO) == Sent(trouble=Trouble.UNKNOWN)
    assert await seen(anna) == ["Hello there"]


async def test_broken_html_is_a_fault_of_ours_and_does_not_raise(door: Door, anna: Person) -> None:
    assert await door.send(anna.id, Screen("<b>open")) == Sent(trouble=Trouble.FAULT)


async def test_a_failing_edit_does_not_send_twice(door: Door, emulator: Emulator, anna: Person) -> None:
    sent = await door.send(anna.id, HELLO)
    await emulator.fault(method="editMessageText", drop="after")
    assert (await door.show(place(anna, sent, HELLO), OTHER)).trouble is Trouble.UNKNOWN
    assert await seen(anna) == ["Something else"]


async def test_the_old_message_stays_when_the_new_one_does_not_arrive(
    door: Door, emulator: Emulator, anna: Person
) -> None:
    sent = await door.send(anna.id, HELLO)
    await emulator.fault(method="sendPhoto", code=500)
    assert (await door.show(place(anna, sent, HELLO), WELCOME)).trouble is Trouble.TRANSIENT
    assert await seen(anna) == ["Hello there"]


async def test_an_old_message_that_cannot_be_removed_is_no_trouble(
    door: Door, emulator: Emulator, anna: Person
) -> None:
    sent = await door.send(anna.id, HELLO)
    await emulator.fault(
        method="deleteMessage", code=400, description="Bad Request: message can't be deleted"
    )
    assert (await door.show(place(anna, sent, HELLO), WELCOME)).trouble is None
    assert len(await seen(anna)) == 2


async def test_it_answers_a_press_with_an_alert(door: Door, bot: Bot, anna: Person) -> None:
    sent = await door.send(anna.id, HELLO)
    pressed = await anna.do("press", message_id=sent.message_id, data="v1:go:today")
    await door.answer(pressed["id"], "Well done", alert=True)
    answer = await anna.emulator.request("GET", f"callbacks/{pressed['id']}")
    assert answer == {"answered": True, "text": "Well done", "show_alert": True}


async def test_answering_too_late_is_no_error(door: Door, anna: Person) -> None:
    await door.answer("12345", "Too late")


async def test_a_lost_database_means_that_nothing_went_out(
    bot: Bot, emulator: Emulator, anna: Person, tmp_path: Path
) -> None:
    """It is asked for the picture before the call, so that even what may come once can be tried again."""
    lost = Database(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.sqlite3'}")
    sent = await Door(bot, Pictures(lost, BOT_ID, CONTENT)).send_once(anna.id, WELCOME)
    assert sent == Sent(trouble=Trouble.TRANSIENT)
    assert not await emulator.calls("sendPhoto")
    lost.close()
