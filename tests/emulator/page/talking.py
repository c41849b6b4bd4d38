"""What the page's tests have in common."""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect
from telegram import Bot, Message

# Browser objects live in one event loop, so everything here and in the tests shares the session's.
in_session_loop = pytest.mark.asyncio(loop_scope="session")


@dataclass(frozen=True, slots=True)
class Talk:
    """A started private chat, seen on the page and by the bot."""

    page: Page
    bot: Bot
    person: int

    @property
    def field(self) -> Locator:
        """Where the person writes."""
        return self.page.locator("#input")

    def row(self, message: Message) -> Locator:
        """The row that shows a message."""
        return self.page.locator(f'[data-id="{message.message_id}"]')

    def key(self, words: str) -> Locator:
        """An inline button."""
        return self.page.locator(".key", has_text=words)

    async def send(self, text: str, **more: Any) -> Message:
        """The bot says something, and the page shows it."""
        message = await self.bot.send_message(self.person, text, **more)
        await expect(self.row(message)).to_be_visible()
        return message

    async def send_unseen(self, text: str) -> Message:
        """The bot says something while the page shows another chat."""
        return await self.bot.send_message(self.person, text)

    async def next_update(self) -> Any:
        """What the bot hears next; it is confirmed at once."""
        (update, *_) = await self.bot.get_updates(timeout=5, limit=1)
        await self.bot.get_updates(offset=update.update_id + 1, timeout=0)
        return update
