"""Long polling: ask Telegram for updates, put each into its person's lane, remember how far we are."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.chat.errors import seconds
from bot.chat.lanes import Lanes

log = structlog.get_logger(__name__)

WANTED = ["message", "edited_message", "callback_query", "my_chat_member"]
"""Kinds of updates that the coach does something with."""

LONGEST_POLL = 25
"""Seconds that Telegram may hold a poll open."""

LONGEST_PAUSE = 30.0
"""Seconds between two tries while Telegram does not answer."""


class Polling:
    """Asks for updates until it is cancelled.

    The offset that acknowledges a batch is sent with the next poll, so a batch that was not put into its
    lanes comes again.
    """

    def __init__(
        self,
        bot: Bot,
        lanes: Lanes,
        handle: Callable[[Update], Awaitable[None]],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._lanes = lanes
        self._handle = handle
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

    async def _poll(self) -> None:
        updates = await self._bot.get_updates(
            offset=self._offset, timeout=LONGEST_POLL, allowed_updates=WANTED, read_timeout=LONGEST_POLL + 5
        )
        for update in updates:
            self._lanes.submit(lane(update), lambda update=update: self._handle(update))  # type: ignore[misc]
            self._offset = update.update_id + 1

    async def _wait(self, error: TelegramError) -> None:
        self._failures += 1
        if isinstance(error, Conflict):
            log.warning("another coach uses the same token; stop it, or give this one its own")
        else:
            log.warning("telegram does not answer", error=type(error).__name__, failures=self._failures)
        backing_off = min(0.5 * 2 ** min(self._failures, 6), LONGEST_PAUSE)
        await self._sleep(seconds(error) if isinstance(error, RetryAfter) else backing_off)


def lane(update: Update) -> int:
    """Return whose lane an update belongs to: the person's, else the chat's, else its own."""
    if update.effective_user:
        return update.effective_user.id
    return update.effective_chat.id if update.effective_chat else update.update_id
