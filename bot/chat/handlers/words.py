"""Typed words that are no command: a warning sign comes before everything, then what they mean."""

from dataclasses import replace
from typing import Final

from bot.chat.handlers import reminders, said, zone
from bot.chat.screen import Reply, Screen
from bot.chat.screens import alarm as screens
from bot.chat.turn import Turn
from bot.domain import safety
from bot.domain.aside import turns_aside
from bot.domain.understanding import meanings as m
from bot.services import care
from bot.services.reminder_drafts import parse_times

A_NAME: Final = 3
"""Words of the longest name of a place that is looked for at the end of a sentence."""


async def alarmed(turn: Turn, *, asks: bool = True) -> Screen | None:
    """Return the safety card where the words tell of a warning sign, and pause all but breathing.

    Nothing of the words is kept or logged, only that there was a sign. Taken up again after a crash, the card
    comes all the same, and nothing changes twice.

    :param asks: whether the words are answered by what they mean, which asks about a sign that is in doubt
    """
    await turn.house.listening()
    heard = turn.spoken.alarm(asks=asks)
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
    """Answer typed words. Nothing is changed by them: what would change something is asked first."""
    if screen := await alarmed(turn):
        return screen
    meaning = said.heard(turn)
    return await _place(turn, meaning) or await said.answer(turn, meaning)


async def aside(turn: Turn) -> bool:
    """Return whether words that would be an answer of somebody's own are surely about something else."""
    await turn.house.listening()
    return turns_aside(turn.spoken, said.heard(turn))


async def typed_times(turn: Turn) -> Reply:
    """Take typed words, also plain ones, as the times of the reminder in hand; others mean what they mean."""
    if parse_times(turn.text) is not None:
        return await reminders.typed_times(turn)
    meaning = said.heard(turn)
    if isinstance(meaning, m.Unknown) and any(letter.isdigit() for letter in turn.text):
        return await reminders.typed_times(turn)  # says how times are written
    if isinstance(meaning, m.AddReminder) and meaning.times.at and meaning.times.weekdays is None:
        times = " ".join(at.strftime("%H:%M") for at in meaning.times.at)
        return await reminders.typed_times(replace(turn, text=times))
    return await typed(turn)


async def _place(turn: Turn, meaning: m.Meaning) -> Screen | None:
    """Return the question about a place; None where the words are about something else.

    Somebody whose clock is not known yet may answer with any city on earth, others say that they moved.
    """
    sign = isinstance(meaning, m.Unsure) and meaning.doubt in {m.Doubt.SIGN, m.Doubt.CRISIS}
    asked = not turn.person.zone_confirmed and isinstance(meaning, m.Unknown | m.Unsure) and not sign
    if not asked and meaning != m.SetZone():
        return None
    if not asked and (screen := await zone.mentioned(turn, turn.text)):
        return screen
    words = turn.text[: said.LONGEST].split()
    for count in dict.fromkeys((len(words) if asked else A_NAME, 2, 1)):
        if screen := await zone.named(turn, " ".join(words[-count:])):
            return screen
        if asked:
            break
    return None
