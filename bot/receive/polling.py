"""Long polling: ask Telegram for updates, store them, and only then let the next poll acknowledge them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog
from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.chat import wire
from bot.chat.errors import seconds
from bot.db.database import unreachable
from bot.receive.arrivals import WANTED, Json

log = structlog.get_logger(__name__)

LONGEST_POLL = 25
"""Seconds that Telegram may hold a poll open."""

LONGEST_PAUSE = 30.0
"""Seconds between two tries while Telegram or the database does not answer."""


class Polling:
    """Asks for updates until it is cancelled.

    The offset that acknowledges a batch is sent with the next poll, so a batch that was not stored comes
    again. That its first half may have been stored is no harm: the inbox knows what it has.

    :param request: the connection for polls, which are held open long, apart from that for all else
    :param take_in: stores a batch
    """

    def __init__(
        self,
        bot: Bot,
        request: BaseRequest,
        take_in: Callable[[Sequence[Json]], Awaitable[None]],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._request = request
        self._take_in = take_in
        self._sleep = sleep
        self._offset = 0
        self._failures = 0

    async def run(self) -> None:
        """Poll for ever.

        :raises InvalidToken: when Telegram does not know the token (any more)
        """
        while True:
            try:
                await self._poll()
                self._failures = 0
            except InvalidToken:
                raise
            except TelegramError as error:
                await self._wait(error)
            except Exception as error:
                if not unreachable(error):
                    raise
                await self._wait(error)

    async def _poll(self) -> None:
        updates = await wire.call(
            self._bot,
            "getUpdates",
            via=self._request,
            read_timeout=LONGEST_POLL + 5,
            offset=self._offset,
            timeout=LONGEST_POLL,
            allowed_updates=WANTED,
        )
        if updates:
            await self._take_in(updates)
            self._offset = updates[-1]["update_id"] + 1

    async def _wait(self, error: Exception) -> None:
        self._failures += 1
        if isinstance(error, Conflict):
            log.warning("another coach uses the same token; stop it, or give this one its own")
        elif isinstance(error, TelegramError):
            log.warning("telegram does not answer", error=type(error).__name__, failures=self._failures)
        else:
            log.error("updates cannot be stored", error=type(error).__name__, failures=self._failures)
        backing_off = min(0.5 * 2 ** min(self._failures, 6), LONGEST_PAUSE)
        await self._sleep(seconds(error) if isinstance(error, RetryAfter) else backing_off)
