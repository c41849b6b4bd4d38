"""A wish beside sentences that only tell: "gimme an hour, got a plumber in the kitchen"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, get_args

from bot.domain.understanding import meanings as m
from bot.domain.understanding.heard import HARD, Heard
from bot.domain.understanding.likely import Guess
from bot.domain.understanding.makers import UNKNOWN, kind_of

MOST_PARTS: Final = 4
TELLS: Final = 0.5
"""From here on, what a part is likely about is what it is about."""
_ENDS: Final = re.compile(r"(?<!\d)[,.;:!…]+\s+|(?<=\d)[,.;:!…]+\s+(?!\d)|\n+|\s+[-–—]\s+")
_DOING: Final = get_args(m.Doing)
_IDLE: Final = frozenset({UNKNOWN, "pain", "feedback-hard", "feedback-easy", "hello", "thanks", "bye", "yes"})
"""Kinds that ask for nothing beside a wish."""
_FOUND: Final = frozenset({"exercise", "tongue", "city", "card"})
"""Concepts that somebody may well ask for."""


@dataclass(frozen=True)
class Part:
    """A part of a text, as it would be understood alone, and what it is likely about."""

    heard: Heard
    meaning: m.Meaning | None
    best: Guess


def split(text: str) -> list[str]:
    """Return the parts of a text between its commas and full stops; not those within a number."""
    return [part for part in _ENDS.split(text) if part.strip()]


def wish(parts: Sequence[Part]) -> m.Meaning | None:
    """Return the one change that is wanted, where all other parts only tell; None where that is not clear."""
    wanted = [part for part in parts if isinstance(part.meaning, _DOING)]
    if not wanted or len(parts) > MOST_PARTS or not all(_tells(part) for part in parts if part not in wanted):
        return None
    made = [part.meaning for part in wanted if part.meaning]
    if len(made) == 2 and made[0] == m.Do(m.Deed.NOT_TODAY) and isinstance(made[1], m.Later):
        return made[1]  # "cannot today, make it tomorrow at 8"
    return made[0] if len(made) == 1 else None


def _tells(part: Part) -> bool:
    """Return whether a part changes nothing about a wish: no time, no "not" or "if", no wish of its own."""
    names = part.heard.names
    quiet = not part.heard.items and names.isdisjoint(HARD | _FOUND) and "?" not in part.heard.words
    likely = part.best.kind in _IDLE or part.best.share < TELLS
    said = part.meaning
    idle = said is None or isinstance(said, m.Unknown | m.Unsure | m.Find) or kind_of(said) in _IDLE
    wished = isinstance(said, m.Unsure) and any(isinstance(one, _DOING) for one in said.candidates)
    return quiet and likely and idle and not wished
