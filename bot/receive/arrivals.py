"""What is read of an update before it is stored: its number, its kind, and whose it is."""

from collections.abc import Mapping
from typing import Any

from bot.services.inbox import Arrived

Json = Mapping[str, Any]

WANTED = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]
"""Kinds of updates that the coach does something with."""

LARGEST = 2**63
"""Numbers from here on have no room in the database, and Telegram has none of them."""


def arrived(update: Json) -> Arrived:
    """Return the update as the inbox takes it.

    :raises ValueError: when it is none
    """
    number = update.get("update_id")
    if type(number) is not int or not 0 <= number < LARGEST:  # True would be an instance of int
        raise ValueError("an update has a number")
    return Arrived(number, _lane(update, number), _without_keyboard(update))


def kind(update: Json) -> str:
    """Return what the update is about, in Telegram's words; ``other`` for what was not asked for."""
    return next((name for name in WANTED if name in update), "other")


def _without_keyboard(update: Json) -> Json:
    """Return a press without the keyboard that it was made on: most of it, and nobody reads it."""
    query = update.get("callback_query")
    if not isinstance(query, Mapping) or not isinstance(message := query.get("message"), Mapping):
        return update
    shorter = {name: value for name, value in message.items() if name != "reply_markup"}
    return {**update, "callback_query": {**query, "message": shorter}}


def _lane(update: Json, number: int) -> int:
    """Return whose lane an update belongs to: the person's, else the chat's, else its own."""
    about = next((value for value in update.values() if isinstance(value, Mapping)), {})
    for whose in ("from", "chat"):
        somebody = about.get(whose)
        found = somebody.get("id") if isinstance(somebody, Mapping) else None
        if type(found) is int and abs(found) < LARGEST:
            return found
    return number
