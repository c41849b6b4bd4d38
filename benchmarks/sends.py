"""Figure a: sending one message, as a reminder is sent, by each peer. The functions run in workers."""

import itertools
from typing import Any

from benchmarks.worker import BUTTONS, TEXT, TOKEN, many

Result = dict[str, float]


async def bare(url: str, count: int) -> Result:
    """The limit: aiohttp alone, the body written and the answer read with orjson."""
    import aiohttp
    import orjson

    address = f"{url}/bot{TOKEN}/sendMessage"
    buttons = [[{"text": label, "callback_data": data} for label, data in row] for row in BUTTONS]
    headers = {"Content-Type": "application/json"}

    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:

        async def send(number: int) -> Any:
            values = {"chat_id": number, "text": TEXT, "parse_mode": "HTML"}
            body = orjson.dumps({**values, "reply_markup": {"inline_keyboard": buttons}})
            async with session.post(address, data=body, headers=headers) as answer:
                return orjson.loads(await answer.read())["result"]["message_id"]

        return await many(send, count)


async def aiogram(url: str, count: int) -> Result:
    """aiogram 3 as its documentation shows it."""
    from aiogram import Bot
    from aiogram.client.default import DefaultBotProperties
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with Bot(TOKEN, session, default=DefaultBotProperties(parse_mode="HTML")) as bot:

        async def send(number: int) -> Any:
            rows = [
                [InlineKeyboardButton(text=text, callback_data=data) for text, data in row] for row in BUTTONS
            ]
            markup = InlineKeyboardMarkup(inline_keyboard=rows)
            return (await bot.send_message(number, TEXT, reply_markup=markup)).message_id

        return await many(send, count)


async def ptb(url: str, count: int) -> Result:
    """python-telegram-bot with its own transport, httpx."""
    from telegram.request import HTTPXRequest

    return await _library(url, count, HTTPXRequest(connection_pool_size=32, pool_timeout=30))


async def ptb_transport(url: str, count: int) -> Result:
    """python-telegram-bot on Midback's transport."""
    from bot.chat.transport import Transport

    return await _library(url, count, Transport())


async def _library(url: str, count: int, request: Any) -> Result:
    from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

    async with Bot(TOKEN, f"{url}/bot", request=request) as bot:

        async def send(number: int) -> Any:
            rows = [[InlineKeyboardButton(text, callback_data=data) for text, data in row] for row in BUTTONS]
            markup = InlineKeyboardMarkup(rows)
            return (await bot.send_message(number, TEXT, parse_mode="HTML", reply_markup=markup)).message_id

        return await many(send, count)


async def door(url: str, count: int) -> Result:
    """Midback's door: a screen becomes a message, its answer a :class:`bot.chat.errors.Sent`."""
    from telegram import Bot

    from bot.chat.actions import Go, Page
    from bot.chat.delivery import Door
    from bot.chat.screen import Key, Screen
    from bot.chat.transport import Transport

    actions = itertools.cycle([Go(Page.TODAY), Go(Page.HOME)])
    keys = tuple(tuple(Key(text, next(actions)) for text, _ in row) for row in BUTTONS)
    async with Bot(TOKEN, f"{url}/bot", request=Transport(), get_updates_request=Transport(1)) as bot:
        door = Door(bot, None)  # type: ignore[arg-type] - there are no pictures here

        async def send(number: int) -> Any:
            sent = await door.send_once(number + 1, Screen(TEXT, keys))
            if sent.trouble:
                raise RuntimeError(sent.trouble)

        return await many(send, count)
