"""Typed words that are no command: a warning sign comes before everything, times are meant for a reminder,
all else is looked up in the library."""

from bot.chat.handlers import library, reminders
from bot.chat.screen import Reply, Screen
from bot.chat.screens import alarm as screens
from bot.chat.turn import Turn
from bot.domain import safety
from bot.services import care
from bot.services.reminder_drafts import parse_times

A_TIME = 3
"""Characters of the shortest words that are surely a time, ``7am``; a bare number could be anything."""


async def alarmed(turn: Turn) -> Screen | None:
    """Return the safety card where the words tell of a warning sign, and pause all but breathing.

    Nothing of the words is kept or logged, only that there was a sign. Taken up again after a crash, the card
    comes all the same, and nothing changes twice.
    """
    words = turn.library.words
    own_first = sorted(words.values(), key=lambda one: one.language != turn.language)
    heard = safety.alarm(turn.text, own_first)
    if heard is None:
        return None
    if heard.tier is safety.Tier.CRISIS:
        hold = None  # nothing is kept of it at all, not even that there was a sign
    elif turn.applied:
        hold = await turn.run(care.held, turn.person_id)
    else:
        hold = await turn.run(care.hold, turn.person_id, heard.tier, care.WORDS, turn.now)
    return screens.alarm(turn.t, heard, turn.library.cards[heard.tier.card], hold)


async def typed(turn: Turn) -> Reply:
    """Answer typed words. Times are only proposed: nothing is changed before the person says Save."""
    if screen := await alarmed(turn):
        return screen
    if len(turn.text) < A_TIME or parse_times(turn.text) is None:
        return await library.found(turn)
    going_on = "reminder" in turn.person.draft
    return await (reminders.typed_times if going_on else reminders.reminders)(turn)
