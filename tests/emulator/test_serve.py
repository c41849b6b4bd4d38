"""Running the emulator, and the way of one message there and back."""

import asyncio
import time

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.emulator import serve
from bot.emulator.client import Emulator, Person

TOKEN = "123456:emulated-token"


async def test_it_carries_a_conversation(bot: Bot, anna: Person) -> None:
    """A person starts, presses a button, and is answered."""
    [start] = await bot.get_updates()
    assert start.message
    assert start.message.text == "/start"
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    await bot.send_message(anna.id, "Hello <b>there</b>", parse_mode="HTML", reply_markup=keyboard)
    pressed = asyncio.create_task(anna.press("Go"))
    [press] = await bot.get_updates(offset=start.update_id + 1, timeout=5)
    assert press.callback_query
    await press.callback_query.answer("Off you go")
    await press.callback_query.edit_message_text("Gone")
    assert (await pressed)["text"] == "Off you go"
    assert (await anna.last())["text"] == "Gone"


async def test_it_stops_at_once_while_poll_and_stream_are_held() -> None:
    """Neither a long poll nor an event stream holds up the end."""
    began = time.monotonic()
    async with serve(token=TOKEN) as running, Emulator(running.url) as emulator:
        anna = await emulator.add_person("Anna")
        bot = Bot(TOKEN, base_url=f"{running.url}/bot")
        await bot.initialize()
        poll = asyncio.create_task(bot.get_updates(timeout=30))
        stream = asyncio.create_task(_read_stream(running.url, anna.id))
        await asyncio.sleep(0.1)
    assert await poll == ()
    assert b"event: hello" in await stream
    await bot.shutdown()
    assert time.monotonic() - began < 3


async def _read_stream(url: str, person_id: int) -> bytes:
    async with httpx.AsyncClient() as client:
        return (await client.get(f"{url}/control/events", params={"as": person_id}, timeout=20)).content


async def test_it_says_when_the_port_is_taken() -> None:
    """A plain sentence in place of a crash."""
    async with serve(token=TOKEN) as running:
        port = int(running.url.rpartition(":")[2])
        with pytest.raises(OSError, match=f"Port {port} on 127.0.0.1 is taken"):
            async with serve(token=TOKEN, port=port):
                pass


async def test_two_emulators_live_side_by_side() -> None:
    """What happens in one is unknown to the other."""
    async with (
        serve(token=TOKEN) as one,
        serve(token="654321:other") as two,
        Emulator(one.url) as first,
        Emulator(two.url) as second,
    ):
        await first.add_person("Anna")
        assert len((await first.state())["people"]) == 1
        assert (await second.state())["people"] == []
