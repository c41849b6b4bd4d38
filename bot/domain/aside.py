"""Whether words that were typed as an answer in somebody's own words are about something else after all.

What to call an activity is free: nearly any words may be one. So they are taken for something else only where
no other reading is left: every word was read, and they ask, command or name an exercise.
"""

from typing import Final

from bot.domain.understanding import meanings as m
from bot.domain.understanding.choices import Page
from bot.domain.understanding.vocabulary import Spoken

_REMINDERS: Final = frozenset({"remind", "reminder", "reminders-list"})
"""Words that nobody uses for what their back makes hard."""

_DAILY: Final = frozenset({"unknown", "region", "place", "desk", "part"})
"""Words of daily life, and those that were not read: beside them, "stop" may be part of an activity."""

_COMMANDS: Final = (m.Do, m.Start, m.Open, m.Answer, m.SetLanguage, m.Pictures, m.DeleteReminder)
_MOVES: Final = (m.Show, m.AddMove, m.DropMove, m.SwapMove, m.Start, m.Adjust)


def turns_aside(spoken: Spoken, meaning: m.Meaning) -> bool:
    """Return whether the words surely are no answer, but mean what they would mean at any other time."""
    names = spoken.heard.names
    if isinstance(meaning, m.Unknown) or meaning == m.Open(Page.BYE):  # "sleep" is an activity, too
        return False
    if _REMINDERS & names or "?" in spoken.text:
        return True
    if "exercise" in names and isinstance(meaning, _MOVES):
        return "unknown" not in names
    return not _DAILY & names and _commands(meaning, len(spoken.heard.words))


def _commands(meaning: m.Meaning, words: int) -> bool:
    """Return whether a meaning is a command, as a whole or whichever of its readings is meant."""
    match meaning:
        case m.Unsure(candidates, m.Doubt.WHICH):
            return all(isinstance(one, _COMMANDS) for one in candidates)
        case m.Pause(None, None):  # "rest better" reads alike
            return words == 1
        case m.Pause():
            return True
        case m.QuietHours(hours, off):
            return off or hours is not None
    return isinstance(meaning, _COMMANDS)
