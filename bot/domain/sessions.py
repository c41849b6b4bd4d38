"""Sessions: the plan of one, drawn from a routine's entries, how it is stored, and its player."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.domain.exercises import Dose, Entry, Exercise, Library
from bot.domain.player import Item, ItemState, Player, Press, Rung, Status, begin, replay

__all__ = [
    "Item",
    "ItemState",
    "Player",
    "Press",
    "Rung",
    "Status",
    "begin",
    "detour",
    "from_json",
    "plan",
    "replay",
    "to_json",
]


def plan(entries: Sequence[Entry], library: Library, language: str = "en") -> tuple[Item, ...]:
    """Return what to do for these entries, in order; an exercise that content no longer has is left out.

    The person's own dose holds for the variation they chose; the other rungs keep their own dose but the
    person's number of sets, so that moving along the ladder never changes how much is left.
    """
    known = library.exercises
    return tuple(_item(e, known[e.exercise], language) for e in entries if e.exercise in known)


def _item(entry: Entry, exercise: Exercise, language: str) -> Item:
    own = exercise.variation(entry.variation)
    words = exercise.text(language).variations
    rungs = tuple(
        Rung(
            variation=variation.slug,
            dose=entry.dose if variation is own else replace(variation.dose, sets=entry.dose.sets),
            steps=len(words[variation.slug].steps),
        )
        for variation in exercise.variations
    )
    return Item(exercise.slug, rungs, exercise.variations.index(own))


def detour(player: Player, known: Container[str], *, back: bool = False) -> tuple[Press, ...]:
    """Return the presses that lead past exercises which content no longer has, to one that it has or the end.

    :param back: whether to look backwards first
    """
    presses: list[Press] = []
    way = Press.BACK if back else Press.SKIP
    while not player.over and player.item.exercise not in known:
        way = way if way in player.allowed else Press.SKIP
        what = Press.RESUME if player.status is Status.PAUSED else way
        presses.append(what)
        player = player.press(what)
    return tuple(presses)


def to_json(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Return a plan as it is stored. The format is frozen: old sessions must stay readable."""
    return [
        {"exercise": item.exercise, "rung": item.rung, "rungs": [asdict(rung) for rung in item.rungs]}
        for item in items
    ]


def from_json(data: Sequence[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Return the plan that :func:`to_json` stored."""
    return tuple(Item(item["exercise"], tuple(map(_rung, item["rungs"])), item["rung"]) for item in data)


def _rung(data: Mapping[str, Any]) -> Rung:
    return Rung(data["variation"], Dose(**data["dose"]), data["steps"])
