"""What was heard in a text: its units of meaning, each an item of time or a labelled piece."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.correcting import corrected
from bot.domain.understanding.items import read
from bot.domain.understanding.lexicon import DATE, PART, TENTHS, UNKNOWN, Piece
from bot.domain.understanding.said import KINDS, Item, On, Span

SOFT: Final = frozenset(
    {
        "at", "and", "plus", "thru", "in", "for", "from", "one", "past", "ordinal", "month-name",
        "hello",
        "thanks", "yes", "please", "next", "oclock", "half-day", "per-day", "card-word", "of-the",
        "my", "which", "question", "reason", "purpose", "is", "described", "habit",
        "bygone", "correction", "pardon", "withdrawn", "keep", "spare", "also", "become", "inquiry",
        "others", "prefer", "where", "liked", "either",
    }
)  # fmt: skip
"""Concepts that may be left over: without what belongs to them they say nothing."""

LOOSE: Final = "loose"
"""What a word of time is called that went into no item."""
HARD: Final = frozenset({"not", "condition", "except", "why"})
"""Concepts that turn a meaning around: nothing is ever changed over one that was not understood."""


LOUD: Final = HARD | {LOOSE}
_CAUSES: Final = frozenset({"reason", "purpose", "condition"})
_PLACES: Final = frozenset({"city", "moved", "tongue"})
"""What a reason may ask for: "because I live in Auckland now"."""
_TIMED: Final = frozenset({"remind", "reminder", "change", "add", "delete", "quiet-hours", "quiet"})
_ITEMS: Final = frozenset(KINDS.values()) - {"rare"}


@dataclass(frozen=True)
class Unit:
    """One thing that was said.

    :param names: what rules may call it
    :param weight: how many words it is
    """

    names: frozenset[str]
    weight: int
    of: Item | Piece

    @property
    def words(self) -> tuple[str, ...]:
        """Return what was said, as it was understood."""
        pieces = [self.of] if isinstance(self.of, Piece) else self.of.pieces
        return tuple(word for piece in pieces for word in piece.words)

    @property
    def start(self) -> int:
        """Return its first word."""
        return self.of.start if isinstance(self.of, Piece) else self.of.pieces[0].start

    @property
    def end(self) -> int:
        """Return the word behind its last."""
        return self.of.end if isinstance(self.of, Piece) else self.of.pieces[-1].end

    @property
    def soft(self) -> bool:
        """Return whether it may be left over."""
        return not self.names.isdisjoint(SOFT) and self.names.isdisjoint(LOUD)


@dataclass(frozen=True)
class Heard:
    """A text as it was heard on a day."""

    units: tuple[Unit, ...]
    today: date
    words: tuple[str, ...]

    @cached_property
    def names(self) -> frozenset[str]:
        """Return everything that rules may ask for."""
        return frozenset(name for unit in self.units for name in unit.names)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return what was said of time, in order."""
        return tuple(unit.of for unit in self.units if isinstance(unit.of, Item))

    def all(self, name: str) -> list[str]:
        """Return the values of a concept in the order in which they were said; none of unclear pieces."""
        found = [u.of.values(name) for u in self.units if isinstance(u.of, Piece) and u.of.has(name)]
        return [str(values[0]) for values in found if len(values) == 1]

    def any(self, name: str) -> list[str]:
        """Return all values of a concept, unclear pieces included."""
        pieces = [p for u in self.units for p in ([u.of] if isinstance(u.of, Piece) else u.of.pieces)]
        return [str(value) for piece in pieces for value in piece.values(name)]

    @cached_property
    def exercises(self) -> tuple[tuple[int, str], ...]:
        """Return the exercises that were named, with the numbers of their units.

        Where nothing has a whole name, a word that stands in one name alone is one. A word that may be
        something else as well, such as "breathing", is none beside others.
        """
        pieces = [(at, unit.of) for at, unit in enumerate(self.units) if isinstance(unit.of, Piece)]
        whole = [(at, piece) for at, piece in pieces if piece.has("exercise")]
        clear = [(at, piece) for at, piece in whole if not piece.has("kind", "kit", "region")]
        chosen = [(at, piece, "exercise") for at, piece in clear or whole]
        parts = [
            (at, piece, PART)
            for at, piece in pieces
            if piece.has(PART) and not piece.has("half", "exercise-word")
        ]
        return tuple((at, str(slug)) for at, piece, name in chosen or parts for slug in piece.values(name))

    def at(self, name: str) -> int | None:
        """Return where a concept was said first, as the number of its unit; None where it was not."""
        return next((i for i, unit in enumerate(self.units) if name in unit.names), None)

    def left_out(self, name: str) -> list[str]:
        """Return the values of a concept that were said not to be wanted: "not on the floor"."""
        return [
            str(unit.of.values(name)[0])
            for at, unit in enumerate(self.units)
            if isinstance(unit.of, Piece) and unit.of.has(name) and self.is_denied(at)
        ]

    def is_denied(self, at: int) -> bool:
        """Return whether "not" stands before a unit, two small or unknown words away at most, or behind."""
        if self._ends_with_no(at):
            return True
        for before in range(at - 1, max(at - 4, -1), -1):
            unit = self.units[before]
            if "," in self.words[unit.end : self.units[before + 1].start]:
                return False  # "no gifs, still ones"
            if not unit.names.isdisjoint({"not", "except", "drop"}):
                return True
            if not unit.soft and unit.names.isdisjoint({UNKNOWN, "have", "moved"}):
                return False
        return False

    def _ends_with_no(self, at: int) -> bool:
        """Return whether a "no" stands behind a unit and ends what is said: "easier no, harder"."""
        behind = self.units[at + 1] if at + 1 < len(self.units) else None
        stops = self.words[behind.end : behind.end + 1] if behind else ()
        return behind is not None and "not" in behind.names and (not stops or stops[0] in {",", "."})

    @cached_property
    def numbers(self) -> list[int]:
        """Return the numbers that stand alone."""
        values = [item.value for item in self.items]
        return [value.hour for value in values if isinstance(value, Clock) and value.bare]


def hear(pieces: Sequence[Piece], words: Sequence[str], today: date) -> Heard:
    """Return the units of labelled pieces."""
    units = [_unit(one) for one in corrected(read(pieces, today), words, today)]
    units = [unit for unit in units if not _only_tells(unit, units)]
    return Heard(tuple(_scored(_without_purpose(_without_reason(units, words)))), today, tuple(words))


def _only_tells(unit: Unit, units: Sequence[Unit]) -> bool:
    """Return whether an event only tells when a time is that was said: "when I get up, at 6:45"."""
    event = isinstance(unit.of, Item) and "rare" in unit.names and any(p.has("event") for p in unit.of.pieces)
    values = [one.of.value for one in units if isinstance(one.of, Item)]
    return event and any(isinstance(value, Clock) and not value.bare for value in values)


def _scored(units: list[Unit]) -> list[Unit]:
    """Name the ten of "6 de 10", a score of pain, where nothing speaks of reminders or other times."""
    items = [unit for unit in units if isinstance(unit.of, Item) and "on" not in unit.names]
    said = frozenset(name for unit in units for name in unit.names)
    if len(items) != 2 or any("bare" not in unit.names for unit in items) or not said.isdisjoint(_TIMED):
        return units
    first, last = (unit.of.value for unit in items if isinstance(unit.of, Item))
    between = units[units.index(items[0]) + 1 : units.index(items[1])]
    of = len(between) == 1 and "from" in between[0].names
    if not (of and isinstance(first, Clock) and isinstance(last, Clock) and first.hour <= last.hour == 10):
        return units
    return [replace(unit, names=frozenset({"of-ten"})) if unit is items[1] else unit for unit in units]


def _without_reason(units: list[Unit], words: Sequence[str]) -> list[Unit]:
    """Leave out why somebody wants something, "because ..." to the comma, unless times are said there."""
    # "So" comes before what is wanted, and what happens in a day may come before it as well.
    at = next((i for i, unit in enumerate(units) if i and unit.names & _CAUSES == {"reason"}), len(units))
    ends = (i for i in range(at + 2, len(units)) if "," in words[units[i - 1].end : units[i].start])
    end = next(ends, len(units))
    rest = units[at + 1 : end]
    if not rest or any(isinstance(unit.of, Item) or LOOSE in unit.names for unit in rest):
        return units
    return [*units[:at], *(unit for unit in rest if unit.names & _PLACES), *units[end:]]


def _without_purpose(units: list[Unit]) -> list[Unit]:
    """Leave out unknown words of what to be reminded of: "remind me to water the plants at 8"."""
    found: list[Unit] = []
    purpose = False
    for before, unit in zip([*units[-1:], *units], units, strict=False):
        opens = before is not unit and "remind" in before.names and "purpose" in unit.names
        purpose = opens or (purpose and not isinstance(unit.of, Item) and HARD.isdisjoint(unit.names))
        if not (purpose and UNKNOWN in unit.names):
            found.append(unit)
    return found


def _unit(one: Item | Piece) -> Unit:
    if isinstance(one, Piece):
        unread = one.names & (_ITEMS | {TENTHS, DATE})  # a word of time that went into no item
        return Unit((one.names - unread - {PART}) | ({LOOSE} if unread else set()), len(one.words), one)
    bare = isinstance(one.value, Clock) and one.value.bare
    name = "bare" if bare else KINDS[type(one.value)]
    if isinstance(one.value, Span) and one.value.ahead:
        name = "ahead"
    names = {name}
    if isinstance(one.value, On):
        names |= {"on-part"} if one.value.part else set()
    elif len(one.pieces) == 1:
        names |= one.pieces[0].names - SOFT
    names |= {asked for piece in one.pieces for asked in ("card", "card-word") if piece.has(asked)}
    return Unit(frozenset(names), sum(len(piece.words) for piece in one.pieces), one)


__all__ = ["HARD", "SOFT", "UNKNOWN", "Heard", "Unit", "hear"]
