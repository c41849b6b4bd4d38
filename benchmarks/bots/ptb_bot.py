"""The counting bot on plain python-telegram-bot: ``python -m benchmarks.bots.ptb_bot <api> <database>``."""

import sys

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, ContextTypes

from benchmarks.bots.counter import count, open_sessions
from benchmarks.worker import TOKEN

MARKUP = InlineKeyboardMarkup([[InlineKeyboardButton("Count", callback_data="x")]])


def main() -> None:
    """Poll for ever; a third argument is how many updates are handled at once."""
    api, database, *at_once = sys.argv[1:]

    async def begin(application: Application) -> None:  # type: ignore[type-arg]
        _, application.bot_data["sessions"] = await open_sessions(database)

    async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        if query is None:
            return
        presses = await count(context.application.bot_data["sessions"], query.from_user.id)
        await query.answer()
        await query.edit_message_text(f"Pressed {presses} times", reply_markup=MARKUP)

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{api}/bot").post_init(begin)
    if at_once:
        builder = builder.concurrent_updates(int(at_once[0])).connection_pool_size(256).pool_timeout(30)
    application = builder.build()
    application.add_handler(CallbackQueryHandler(pressed))
    application.run_polling(allowed_updates=["callback_query"])


if __name__ == "__main__":
    main()
