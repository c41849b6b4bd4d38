"""The one door to Telegram: screens go out here and errors are told apart here, nowhere else."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Bot, ChatMember, InputFile, InputMediaAnimation, InputMediaPhoto, Message
from telegram.error import RetryAfter, TelegramError

from bot.chat import wire
from bot.chat.errors import Sent, Trouble, classify, lost_file, seconds, unmodified
from bot.chat.pictures import Pictures
from bot.chat.screen import Key, Offer, Screen, Style
from bot.db.database import unreachable
from bot.figures.cards import Shipped

log = structlog.get_logger(__name__)

HTML = "HTML"

OFFERED = 300
"""Seconds for which Telegram may show the same answer to the same inline query."""

LEADING = {ChatMember.OWNER, ChatMember.ADMINISTRATOR}
"""How Telegram calls those who lead a group."""

PATIENCE = 2
"""How often a reply to a person is tried again when Telegram asks to wait."""

LONGEST_WAIT = 30.0
"""Seconds; a longer wait is given up, because the person has moved on."""


@dataclass(frozen=True)
class Place:
    """Where a screen goes: a chat, perhaps a topic in it, and the message that it may replace."""

    chat_id: int
    message_id: int | None = None
    has_picture: bool = False
    topic: int | None = None


class Door:
    """Sends and edits messages. Never raises for what Telegram answers: it returns :class:`Sent`."""

    def __init__(self, bot: Bot, pictures: Pictures) -> None:
        self._bot = bot
        self._pictures = pictures

    async def answer(self, query_id: str, text: str | None = None, *, alert: bool = False) -> None:
        """Answer a press, so that its button stops spinning; too late is no error."""
        try:
            await self._call("answerCallbackQuery", callback_query_id=query_id, text=text, show_alert=alert)
        except TelegramError as error:
            _note("answer", classify(error), error)

    async def offer(self, query_id: str, offers: Iterable[Offer]) -> None:
        """Answer an inline query; too late is no error."""
        results = [await self._result(offer) for offer in offers]
        try:
            await self._call(
                "answerInlineQuery",
                inline_query_id=query_id,
                results=results,
                cache_time=OFFERED,
                is_personal=True,
            )
        except TelegramError as error:
            _note("offer", classify(error), error)

    async def leads(self, chat_id: int, user_id: int) -> bool:
        """Tell whether somebody is an administrator of a group; nobody is while Telegram does not say so."""
        try:
            found = await self._call("getChatMember", chat_id=chat_id, user_id=user_id)
        except TelegramError as error:
            _note("ask who leads", classify(error), error)
            return False
        return found["status"] in LEADING

    async def redraw(self, place: Place, screen: Screen) -> Sent:
        """Edit a message where it is, or leave it: one that was deleted does not come back."""
        return await self._try(lambda: self._edit(place, screen), patience=0)

    async def show(self, place: Place, screen: Screen) -> Sent:
        """Put the screen where the person looks: over the old message where that is possible, else anew."""
        if place.message_id is None or screen.document:
            return await self.send(place.chat_id, screen, place.topic)
        if place.has_picture == bool(screen.picture):
            sent = await self._try(lambda: self._edit(place, screen))
            if sent.trouble is not Trouble.OUTDATED:
                return sent
        sent = await self.send(place.chat_id, screen, place.topic)
        if sent.message_id:
            await self._remove(place)
        return sent

    async def send(self, chat_id: int, screen: Screen, topic: int | None = None) -> Sent:
        """Send the screen as a new message."""
        return await self._try(lambda: self._send(chat_id, screen, topic=topic))

    async def send_once(self, chat_id: int, screen: Screen, *, paid: bool = False) -> Sent:
        """Send without waiting and trying again: for the outbox, which has a memory of its own.

        :param paid: whether the bot pays to send more than Telegram lets through for nothing
        """
        try:
            return await self._try(lambda: self._send(chat_id, screen, paid=paid), patience=0)
        except Exception as error:
            if not unreachable(error):
                raise
            # The database is asked for a picture before the call and never fails after it: nothing went out.
            return Sent(trouble=Trouble.TRANSIENT)

    async def _try(self, call: Callable[[], Awaitable[Any]], patience: int = PATIENCE) -> Sent:
        for attempt in range(patience + 1):
            try:
                return Sent(message_id=(await call())["message_id"])
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

    async def _call(self, method: str, **values: Any) -> Any:
        return await wire.call(self._bot, method, **values)

    async def _send(
        self, chat_id: int, screen: Screen, *, paid: bool = False, topic: int | None = None
    ) -> Any:
        common: dict[str, Any] = {"chat_id": chat_id, "message_thread_id": topic}
        common |= {"reply_markup": keyboard(screen), "parse_mode": HTML}
        if paid:
            common["allow_paid_broadcast"] = True
        if screen.document:
            file = InputFile(screen.document.data, filename=screen.document.name, attach=True)
            return await self._call("sendDocument", document=file, caption=screen.text, **common)
        if screen.picture is None:
            return await self._call("sendMessage", text=screen.text, **common)
        method, field = ("sendAnimation", "animation") if _moves(screen) else ("sendPhoto", "photo")
        common["caption"] = screen.text
        return await self._with_picture(screen, lambda file: self._call(method, **{field: file}, **common))

    async def _edit(self, place: Place, screen: Screen) -> Any:
        target = {
            "chat_id": place.chat_id,
            "message_id": place.message_id,
            "reply_markup": keyboard(screen),
        }
        if screen.picture is None:
            return await self._call("editMessageText", text=screen.text, parse_mode=HTML, **target)

        def photo(file: str | InputFile) -> Awaitable[Any]:
            kind = InputMediaAnimation if _moves(screen) else InputMediaPhoto
            media = kind(file, caption=screen.text, parse_mode=HTML)
            return self._call("editMessageMedia", media=media, **target)

        return await self._with_picture(screen, photo)

    async def _with_picture(self, screen: Screen, call: Callable[[str | InputFile], Awaitable[Any]]) -> Any:
        picture = screen.picture
        assert picture is not None  # noqa: S101 - the two callers looked already
        known = await self._pictures.known(picture)
        if known:
            try:
                return await call(known)
            except TelegramError as error:
                if not lost_file(error):
                    raise
                await self._pictures.forget(picture)
        async with self._pictures.uploading(picture):
            known = await self._pictures.known(picture)
            if known is None:
                file = await self._pictures.draw(picture)
                answer = await call(file)
                await self._pictures.learn(picture, file, Message.de_json(answer, self._bot))
                return answer
        return await call(known)

    async def _result(self, offer: Offer) -> dict[str, Any]:
        """Return a card as the Bot API takes it: with its picture where that was uploaded once."""
        screen = offer.screen
        common = {"id": offer.id, "title": offer.title, "reply_markup": keyboard(screen)}
        known = await self._pictures.known(screen.picture) if screen.picture else None
        if known is None:
            words = {"message_text": screen.text, "parse_mode": HTML}
            return {**common, "type": "article", "description": offer.line, "input_message_content": words}
        kind, field = ("mpeg4_gif", "mpeg4_file_id") if _moves(screen) else ("photo", "photo_file_id")
        return {**common, "type": kind, field: known, "caption": screen.text, "parse_mode": HTML}

    async def _remove(self, place: Place) -> None:
        try:
            await self._bot.delete_message(place.chat_id, place.message_id or 0)
        except TelegramError as error:
            _note("remove", classify(error), error)


def _moves(screen: Screen) -> bool:
    return isinstance(screen.picture, Shipped) and screen.picture.moves


def keyboard(screen: Screen) -> dict[str, Any] | str | None:
    """Return the screen's buttons as the Bot API takes them: as an object, or as JSON in a string."""
    if not screen.keys:
        return screen.markup or None
    return {"inline_keyboard": [[_button(key) for key in row] for row in screen.keys]}


def _button(key: Key) -> dict[str, str]:
    button = {"text": key.label}
    if key.action:
        button["callback_data"] = key.action.pack()
    if key.url:
        button["url"] = key.url
    if key.style is not Style.PLAIN:
        button["style"] = key.style.value
    return button


def _note(what: str, sent: Sent, error: TelegramError) -> None:
    # Telegram's own words about a fault of ours may quote the message, so only their kind is logged.
    level = log.warning if sent.trouble is Trouble.FAULT else log.info
    level("telegram refused", call=what, trouble=sent.trouble, error=type(error).__name__)
