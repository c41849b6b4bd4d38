"""Making the meanings that only show something."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.exercises import Kind, Kit, Level, Place
from bot.domain.understanding.clauses import clauses
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.heard import UNKNOWN, Heard
from bot.domain.understanding.lexicon import NUMBER, Piece
from bot.domain.understanding.meanings import Find, Meaning, Pain, Read, Show, Wish
from bot.domain.understanding.said import Item, Span

FACETS = ("region", "place", "kit", "no-kit", "kind", "level", "quiet", "desk")
"""Concepts that say which exercises are meant."""
HIGHEST = 10
"""The worst pain."""
LONGEST = 60
"""Minutes that an exercise may take; more is the length of somebody's day."""


def show(heard: Heard) -> Sequence[Meaning]:
    """Return the exercise that was named; several where it is not clear which."""
    return [Show(slug) for slug in dict.fromkeys(slug for _, slug in heard.exercises)][:3]


def find(heard: Heard) -> Sequence[Meaning]:
    """Return what was looked for."""
    spans = [item.value.minutes for item in heard.items if isinstance(item.value, Span)]
    level = heard.all("level")
    wish = Wish(
        regions=frozenset(heard.any("region")).difference(heard.left_out("region")),
        places=_places(heard),
        kit=frozenset(Kit(value) for value in heard.any("kit")),
        no_kit="no-kit" in heard.names,
        kinds=frozenset(Kind(value) for value in heard.any("kind")),
        level=Level(level[0]) if level else None,
        quiet="quiet" in heard.names,
        desk="desk" in heard.names,
        minutes=spans[0] if spans and 0 < spans[0] <= LONGEST else None,
    )
    return [Find(wish)]


def _places(heard: Heard) -> frozenset[Place]:
    """Return the places that were asked for; where only some were ruled out, all others."""
    out = frozenset(map(Place, heard.left_out("place")))
    wanted = frozenset(map(Place, heard.any("place"))) - out - _blamed(heard)
    return wanted or (frozenset(Place) - out if out else wanted)


def _blamed(heard: Heard) -> frozenset[Place]:
    """Return the places that something comes from: "tight hips from sitting"."""
    causes = {"past", "from"} if not heard.names.isdisjoint({"stiff", "hurts"}) else {"past"}
    pairs = zip(heard.units, heard.units[1:], strict=False)
    blamed = [unit.of for before, unit in pairs if before.names & causes and isinstance(unit.of, Piece)]
    return frozenset(Place(str(value)) for piece in blamed for value in piece.values("place"))


def pain(heard: Heard) -> Sequence[Meaning]:
    """Return a report of pain."""
    numbers = _of_now(heard) or _scores(heard) or _at(heard)
    scores = numbers[:1] if numbers[1:] == [10] else numbers  # "3 out of 10"
    score = scores[0] if len(scores) == 1 and scores[0] <= HIGHEST else None
    return [Pain(score, frozenset(heard.any("region")).difference(heard.left_out("region")))]


def _at(heard: Heard) -> list[int]:
    """Return the score that sounds like a time: "my back is at 7 now"."""
    pairs = [(one, two.of) for one, two in pairwise(heard.units) if isinstance(two.of, Item)]
    said = [item.value for one, item in pairs if "is" in one.names and len(item.pieces) == 2]
    clocks = [value for value in said if isinstance(value, Clock) and not (value.half or value.minute)]
    return [one.hour for one in clocks]


def _of_now(heard: Heard) -> list[int]:
    """Return the numbers of the parts that do not tell of before: "it was 6 yesterday, now it is 4"."""
    if "bygone" not in heard.names:
        return []
    now = [part for part in clauses(heard) if not any("bygone" in unit.names for unit in part)]
    heards = [replace(heard, units=part) for part in now]
    return [number for one in heards for number in _scores(one)]


def _scores(heard: Heard) -> list[int]:
    """Return the numbers that may be a score: none with a thing behind it ("four floors"), no article."""
    behind = {one.start for one in heard.units if UNKNOWN in one.names}
    units = [unit for unit in heard.units if unit.end not in behind]
    bare = [unit.of.value for unit in units if isinstance(unit.of, Item)]
    clocks = [value.hour for value in bare if isinstance(value, Clock) and value.bare]
    pieces = [unit.of for unit in units if isinstance(unit.of, Piece) and not unit.of.has("one")]
    return clocks or [number for piece in pieces if (number := piece.number(NUMBER)) is not None]


def read(heard: Heard) -> Sequence[Meaning]:
    """Return the cards that a question is about."""
    return [Read(slug) for slug in dict.fromkeys(heard.any("card"))][:3] or [Read()]
