"""The counting bot on aiogram 3: ``python -m benchmarks.bots.aiogram_bot <api> <database> [port]``."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from benchmarks.bots.counter import count, open_sessions
from benchmarks.idle import SECRET
from benchmarks.worker import TOKEN

MARKUP = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Count", callback_data="x")]])


async def main() -> None:
    """Poll, or listen on a port, for ever."""
    api, database, *port = sys.argv[1:]
    engine, sessions = await open_sessions(database)
    bot = Bot(TOKEN, AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        presses = await count(sessions, query.from_user.id)
        await query.answer()
        if isinstance(query.message, Message):
            await query.message.edit_text(f"Pressed {presses} times", reply_markup=MARKUP)

    try:
        if port:
            await _listen(dispatcher, bot, int(port[0]))
        else:
            await dispatcher.start_polling(bot)
    finally:
        await engine.dispose()


async def _listen(dispatcher: Dispatcher, bot: Bot, port: int) -> None:
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, path="/hook")
    setup_application(app, dispatcher, bot=bot)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
