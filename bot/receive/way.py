"""Which way updates come: Telegram delivers them, or is asked for them. It has to be told."""

from typing import Final

import structlog
from telegram import Bot

from bot.receive.arrivals import WANTED

log = structlog.get_logger(__name__)

CONNECTIONS: Final = 100
"""So many deliveries at once, as many as Telegram allows; each waits for a commit only."""


async def by_webhook(bot: Bot, url: str, secret: str) -> None:
    """Tell Telegram where to deliver. Doing it again, from every replica, changes nothing.

    :raises telegram.error.TelegramError: when Telegram does not take the address
    """
    await bot.set_webhook(url, secret_token=secret, allowed_updates=WANTED, max_connections=CONNECTIONS)
    log.info("updates come by webhook", url=url)


async def by_polling(bot: Bot) -> None:
    """Tell Telegram that the coach asks by itself. What waits there goes on waiting."""
    await bot.delete_webhook()
    log.info("updates come by long polling, a webhook is not set")
