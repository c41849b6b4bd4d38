"""Typed words that are no command: times are meant for a reminder, all else is looked up in the library."""

from bot.chat.handlers import library, reminders
from bot.chat.screen import Reply
from bot.chat.turn import Turn
from bot.services.reminder_drafts import parse_times

A_TIME = 3
"""Characters of the shortest words that are surely a time, ``7am``; a bare number could be anything."""


async def typed(turn: Turn) -> Reply:
    """Answer typed words. Times are only proposed: nothing is changed before the person says Save."""
    if len(turn.text) < A_TIME or parse_times(turn.text) is None:
        return await library.found(turn)
    going_on = "reminder" in turn.person.draft
    return await (reminders.typed_times if going_on else reminders.reminders)(turn)
