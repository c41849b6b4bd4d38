"""The one door to Telegram: screens go out here and errors are told apart here, nowhere else."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMediaPhoto, Message
from telegram.constants import ParseMode
from telegram.error import RetryAfter, TelegramError

from bot.chat.errors import Sent, Trouble, classify, lost_file, seconds, unmodified
from bot.chat.pictures import Pictures
from bot.chat.screen import Key, Screen

log = structlog.get_logger(__name__)

PATIENCE = 2
"""How often a reply to a person is tried again when Telegram asks to wait."""

LONGEST_WAIT = 30.0
"""Seconds; a longer wait is given up, because the person has moved on."""


@dataclass(frozen=True)
class Place:
    """Where a screen goes: a chat, and the message that it may replace."""

    chat_id: int
    message_id: int | None = None
    has_picture: bool = False


class Door:
    """Sends and edits messages. Never raises for what Telegram answers: it returns :class:`Sent`."""

    def __init__(self, bot: Bot, pictures: Pictures) -> None:
        self._bot = bot
        self._pictures = pictures

    async def answer(self, query_id: str, text: str | None = None, *, alert: bool = False) -> None:
        """Answer a press, so that its button stops spinning; too late is no error."""
        try:
            await self._bot.answer_callback_query(query_id, text=text, show_alert=alert)
        except TelegramError as error:
            _note("answer", classify(error), error)

    async def show(self, place: Place, screen: Screen) -> Sent:
        """Put the screen where the person looks: over the old message where that is possible, else anew."""
        if place.message_id is None:
            return await self.send(place.chat_id, screen)
        if place.has_picture == bool(screen.picture):
            sent = await self._try(lambda: self._edit(place, screen))
            if sent.trouble is not Trouble.OUTDATED:
                return sent
        sent = await self.send(place.chat_id, screen)
        if sent.message_id:
            await self._remove(place)
        return sent

    async def send(self, chat_id: int, screen: Screen) -> Sent:
        """Send the screen as a new message."""
        return await self._try(lambda: self._send(chat_id, screen))

    async def send_once(self, chat_id: int, screen: Screen) -> Sent:
        """Send without waiting and trying again: for the outbox, which has a memory of its own."""
        return await self._try(lambda: self._send(chat_id, screen), patience=0)

    async def _try(self, call: Callable[[], Awaitable[Message | bool]], patience: int = PATIENCE) -> Sent:
        for attempt in range(patience + 1):
            try:
                message = await call()
                return Sent(message_id=message.message_id if isinstance(message, Message) else None)
            except RetryAfter as error:
                if attempt == patience or seconds(error) > LONGEST_WAIT:
                    return classify(error)
                await asyncio.sleep(seconds(error))
            except TelegramError as error:
                if unmodified(error):
                    return Sent()
                sent = classify(error)
                _note("send", sent, error)
                return sent
        raise AssertionError("unreachable: the last attempt returns")

    async def _send(self, chat_id: int, screen: Screen) -> Message:
        common: dict[str, Any] = {"reply_markup": keyboard(screen), "parse_mode": ParseMode.HTML}
        if screen.picture is None:
            return await self._bot.send_message(chat_id, screen.text, **common)

        async def photo(file: str | InputFile) -> Message:
            return await self._bot.send_photo(chat_id, file, caption=screen.text, **common)

        return await self._with_picture(screen, photo)

    async def _edit(self, place: Place, screen: Screen) -> Message | bool:
        target: dict[str, Any] = {"chat_id": place.chat_id, "message_id": place.message_id}
        if screen.picture is None:
            return await self._bot.edit_message_text(
                screen.text, parse_mode=ParseMode.HTML, reply_markup=keyboard(screen), **target
            )

        async def photo(file: str | InputFile) -> Message:
            media = InputMediaPhoto(file, caption=screen.text, parse_mode=ParseMode.HTML)
            edited = await self._bot.edit_message_media(media, reply_markup=keyboard(screen), **target)
            assert isinstance(edited, Message), "only inline messages answer True"  # noqa: S101 - for types
            return edited

        return await self._with_picture(screen, photo)

    async def _with_picture(
        self, screen: Screen, call: Callable[[str | InputFile], Awaitable[Message]]
    ) -> Message:
        picture = screen.picture
        assert picture is not None  # noqa: S101 - the two callers looked already
        file = await self._pictures.file(picture)
        try:
            message = await call(file)
        except TelegramError as error:
            if not lost_file(error) or not isinstance(file, str):
                raise
            await self._pictures.forget(picture)
            file = await self._pictures.draw(picture)
            message = await call(file)
        await self._pictures.learn(picture, file, message)
        return message

    async def _remove(self, place: Place) -> None:
        try:
            await self._bot.delete_message(place.chat_id, place.message_id or 0)
        except TelegramError as error:
            _note("remove", classify(error), error)


def keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    """Return the screen's buttons as Telegram takes them."""
    if not screen.keys:
        return None
    return InlineKeyboardMarkup([[_button(key) for key in row] for row in screen.keys])


def _button(key: Key) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        key.label,
        callback_data=key.action.pack() if key.action else None,
        url=key.url,
        style=key.style.value or None,
    )


def _note(what: str, sent: Sent, error: TelegramError) -> None:
    # Telegram's own words about a fault of ours may quote the message, so only their kind is logged.
    level = log.warning if sent.trouble is Trouble.FAULT else log.info
    level("telegram refused", call=what, trouble=sent.trouble, error=type(error).__name__)
