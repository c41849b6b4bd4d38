"""What the care team's chat needs of Telegram: topics, and messages that are copied without being read."""

import asyncio
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.chat import wire
from bot.chat.delivery import HTML, LONGEST_WAIT, PATIENCE, keyboard
from bot.chat.errors import Trouble, classify, seconds
from bot.chat.screen import Screen

log = structlog.get_logger(__name__)

LOST = ("message thread not found", "topic_id_invalid", "topic_deleted")
"""How Telegram says that a topic is gone."""

PASSED_ON = "🕊"
"""What the coach puts under a message that it has passed on."""


@dataclass(frozen=True)
class Passed:
    """How a call ended.

    :param result: what Telegram answered, None where it refused
    :param trouble: why it failed
    :param lost: whether it failed because the topic is gone
    """

    result: Any = None
    trouble: Trouble | None = None
    lost: bool = False

    @property
    def unsure(self) -> bool:
        """Return whether nobody knows if it arrived."""
        return self.trouble is Trouble.UNKNOWN


class Relay:
    """Speaks in the care team's chat. Never raises for what Telegram answers, and logs no word of anybody.

    :param chat_id: the team's chat, a supergroup with topics
    """

    def __init__(self, bot: Bot, chat_id: int) -> None:
        self._bot = bot
        self.chat_id = chat_id

    async def open_topic(self, name: str) -> Passed:
        """Make a topic; the result has its ``message_thread_id``."""
        return await self._call("createForumTopic", name=name)

    async def close_topic(self, topic: int) -> Passed:
        """Close a topic, for members; the coach may still write there."""
        return await self._call("closeForumTopic", message_thread_id=topic)

    async def reopen_topic(self, topic: int) -> Passed:
        """Open a closed topic again; that it is open already is no trouble to anybody."""
        return await self._call("reopenForumTopic", message_thread_id=topic)

    async def rename_topic(self, topic: int, name: str) -> Passed:
        """Give a topic another name."""
        return await self._call("editForumTopic", message_thread_id=topic, name=name)

    async def post(self, topic: int, screen: Screen) -> Passed:
        """Write into a topic; the result has the ``message_id``."""
        return await self._call("sendMessage", message_thread_id=topic, **_message(screen))

    async def edit(self, message_id: int, screen: Screen) -> Passed:
        """Change what was written in the team's chat."""
        return await self._call("editMessageText", message_id=message_id, **_message(screen))

    async def pin(self, message_id: int) -> Passed:
        """Pin a message, without a sound."""
        return await self._call("pinChatMessage", message_id=message_id, disable_notification=True)

    async def to_team(self, person_id: int, message_id: int, topic: int) -> Passed:
        """Copy a message of a person into their topic."""
        where = {"from_chat_id": person_id, "message_id": message_id, "message_thread_id": topic}
        return await self._call("copyMessage", **where)

    async def to_person(self, person_id: int, message_id: int) -> Passed:
        """Copy a message of the team to a person."""
        where = {"chat_id": person_id, "from_chat_id": self.chat_id, "message_id": message_id}
        return await self._call("copyMessage", **where)

    async def tell(self, person_id: int, screen: Screen) -> Passed:
        """Write to a person."""
        return await self._call("sendMessage", chat_id=person_id, **_message(screen))

    async def mark(self, chat_id: int, message_id: int) -> Passed:
        """Show at a message that it was passed on."""
        sign = [{"type": "emoji", "emoji": PASSED_ON}]
        return await self._call("setMessageReaction", chat_id=chat_id, message_id=message_id, reaction=sign)

    async def _call(self, method: str, **values: Any) -> Passed:
        """Call a method, in the team's chat unless told. Only what surely did not happen is tried again."""
        given = {"chat_id": self.chat_id, **values}
        for attempt in range(PATIENCE + 1):
            try:
                return Passed(await wire.call(self._bot, method, **given))
            except RetryAfter as error:
                if attempt == PATIENCE or seconds(error) > LONGEST_WAIT:
                    return _failed(method, error)
                await asyncio.sleep(seconds(error))
            except TelegramError as error:
                return _failed(method, error)
        raise AssertionError("unreachable: the last attempt returns")


def _message(screen: Screen) -> dict[str, Any]:
    return {"text": screen.text, "parse_mode": HTML, "reply_markup": keyboard(screen)}


def _failed(method: str, error: TelegramError) -> Passed:
    trouble = classify(error).trouble
    # Telegram's own words may quote the message, so only their kind is logged.
    log.info("telegram refused", call=method, trouble=trouble, error=type(error).__name__)
    gone = isinstance(error, BadRequest) and any(words in error.message.lower() for words in LOST)
    return Passed(trouble=trouble, lost=gone)
