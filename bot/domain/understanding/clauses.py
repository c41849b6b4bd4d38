"""Which times belong to a wish and which to somebody's day: "my shift ends at ten, remind me at 10:30".

A text falls into clauses at commas, at the ends of sentences and at words such as "because" and "so". A
clause that tells of the own day, and wishes nothing, keeps its times to itself where another has such
times. The files of phrases mark the words: ``reason`` alone begins a reason, with ``purpose`` what follows
from it ("so"), with ``condition`` it happens in a day ("my shift ends").
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import Final, TypeAlias

from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.heard import Heard, Unit
from bot.domain.understanding.lexicon import Piece
from bot.domain.understanding.said import Between, Count, DayPart, Days, Item, On

Clause: TypeAlias = tuple[Unit, ...]
_STOPS: Final = frozenset({".", ",", "?"})
WISHES: Final = frozenset(
    {"remind", "reminder", "change", "add", "delete", "drop", "later", "snooze", "instead", "quiet-hours",
     "pause", "resume", "stop", "earlier"}
)  # fmt: skip
"""Concepts with which somebody wants something of the coach."""
_ALIKE: Final = ((Clock, Between, DayPart, Count), (Days,), (On,))
"""Times that take the place of each other."""


def clauses(heard: Heard) -> tuple[Clause, ...]:
    """Return the clauses of a text in order; a comma between two times parts nothing."""
    found: list[list[Unit]] = [[]]
    for before, unit in pairwise([None, *heard.units]):
        if unit is None:
            continue
        if before is not None and _parted(heard, before, unit):
            found.append([])
        found[-1].append(unit)
    return tuple(tuple(clause) for clause in found if clause)


def _parted(heard: Heard, before: Unit, unit: Unit) -> bool:
    signs = _STOPS.intersection(heard.words[before.end - (before.words == ("?",)) : unit.start])
    listed = isinstance(before.of, Item) and isinstance(unit.of, Item) and signs == {","}
    listed = listed and not _is_told_of(heard, unit)
    return (bool(signs) and not listed) or joins(unit)


def _is_told_of(heard: Heard, unit: Unit) -> bool:
    """Return whether something is said of a time: "mornings are chaos"."""
    behind = next((one for one in heard.units if one.start == unit.end), None)
    return behind is not None and isinstance(behind.of, Piece) and behind.of.has("is")


def joins(unit: Unit) -> bool:
    """Return whether a clause begins with a word: "because", "so"."""
    return isinstance(unit.of, Piece) and unit.of.has("reason") and not unit.of.has("condition")


def tells(clause: Clause) -> bool:
    """Return whether a clause tells of somebody's day and wishes nothing."""
    life = any(
        isinstance(one.of, Piece) and one.of.has("reason") and one.of.has("condition") for one in clause
    )
    return life and not _wishes(clause)


def _gives_reason(clause: Clause) -> bool:
    """Return whether a clause says why, and wishes nothing: "because I start at 6"."""
    return bool(clause) and joins(clause[0]) and "purpose" not in clause[0].names and not _wishes(clause)


def _leads(clause: Clause, then: Clause) -> bool:
    """Return whether a clause, which wishes nothing, leads to the wish behind it: "... so remind me"."""
    so = bool(then) and joins(then[0]) and "purpose" in then[0].names
    return so and _wishes(then) and not _wishes(clause)


def _wishes(clause: Clause) -> bool:
    return any(WISHES & one.names for one in clause)


def _is_life(unit: Unit) -> bool:
    """Return whether a word tells of the day: "my shift", or "till" before a time and no day."""
    if not isinstance(unit.of, Piece):
        return False
    return (unit.of.has("reason") and unit.of.has("condition")) or (
        unit.of.has("until") and not unit.of.has("condition")
    )


def wished(heard: Heard, *, reasons: bool = True) -> tuple[Item, ...]:
    """Return what was said of time without what only tells of somebody's day.

    :param reasons: whether the times of a "because" count, which may name what is to change
    """
    found = clauses(heard)
    told = [
        tells(one) or _leads(one, then) or not (reasons or not _gives_reason(one))
        for one, then in zip_longest(found, found[1:], fillvalue=())
    ]
    parts = [(telling, list(items_of(clause))) for telling, clause in zip(told, found, strict=True)]
    own = [item for telling, items in parts if not telling for item in items]
    kept = [item for telling, items in parts for item in items if not (telling and _is_displaced(item, own))]
    return tuple(item for item in kept if not (_is_loose(item) and like_one(item, _besides(kept, item))))


def _is_loose(item: Item) -> bool:
    """Return whether a time is said loosely: "my lunchtime reminder, 12:30"."""
    return any(piece.has("loosely") for piece in item.pieces)


def _besides(items: Sequence[Item], item: Item) -> list[Item]:
    return [one for one in items if one is not item]


def _is_displaced(item: Item, others: Sequence[Item]) -> bool:
    """Return whether others say it better; a part of the day says no more than a time."""
    precise = [one for one in others if not isinstance(one.value, DayPart)]
    return like_one(item, others if isinstance(item.value, DayPart) else precise)


def like_one(item: Item, others: Sequence[Item]) -> bool:
    """Return whether one of the others is a time of the same kind."""
    kinds = next((kinds for kinds in _ALIKE if isinstance(item.value, kinds)), ())
    return any(isinstance(other.value, kinds) for other in others)


def items_of(clause: Clause) -> Iterator[Item]:
    """Yield what a clause says of time."""
    return (unit.of for unit in clause if isinstance(unit.of, Item))


def beside(heard: Heard, asked: frozenset[str]) -> Iterator[Clause]:
    """Yield the clauses in which something is asked for."""
    yield from (clause for clause in clauses(heard) if any(unit.names & asked for unit in clause))
