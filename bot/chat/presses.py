"""A press on a button, read of what Telegram wrote: its library's objects would take as long as the turn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from telegram import User
from telegram.constants import ChatType

from bot.chat.delivery import Place

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Who:
    """Somebody on Telegram, as they call themselves there."""

    id: int
    first_name: str
    language_code: str | None = None

    @classmethod
    def of(cls, user: User) -> Self:
        """Return who a user of the library is."""
        return cls(user.id, user.first_name, user.language_code)


@dataclass(frozen=True)
class Pressed:
    """Who pressed which button where.

    :param query_id: by which the press is answered
    :param data: what the button carries, or nothing
    :param place: the message of the button, where it can be replaced
    :param private: whether it hangs in the person's own chat with the coach
    :param message_id: the message of the button, also where it is too old to be replaced
    """

    query_id: str
    data: str
    who: Who
    place: Place
    private: bool
    message_id: int | None = None

    @classmethod
    def of(cls, query: Json) -> Self:
        """Read a ``callback_query``; one below an inline result belongs into the person's own chat.

        :raises KeyError: when it is none
        """
        user, message = query["from"], query.get("message")
        who = Who(user["id"], user["first_name"], user.get("language_code"))
        press = (query["id"], query.get("data") or "", who)
        if not message:
            return cls(*press, Place(who.id), private=True)
        private = message["chat"]["type"] == ChatType.PRIVATE
        return cls(*press, _place(message), private, message["message_id"])


def _place(message: Json) -> Place:
    """Return where a press happened; a message too old to be read, which has no date, cannot be replaced."""
    chat_id = message["chat"]["id"]
    if not message["date"]:
        return Place(chat_id)
    topic = message.get("message_thread_id") if message.get("is_topic_message") else None
    has_picture = bool(message.get("photo") or message.get("animation"))
    return Place(chat_id, message["message_id"], has_picture, topic)
