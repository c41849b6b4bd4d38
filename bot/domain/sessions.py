"""Sessions: the plan of one, drawn from a routine's entries, how it is stored, and its player."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
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
    "leave_out",
    "plan",
    "replay",
    "to_json",
]


def plan(
    entries: Sequence[Entry],
    library: Library,
    language: str = "en",
    others: Callable[[Entry], Sequence[Entry]] = lambda _: (),
) -> tuple[Item, ...]:
    """Return what to do for these entries, in order; an exercise that content no longer has is left out.

    The person's own dose holds for the variation they chose; the other rungs keep their own dose but the
    person's number of sets, so that moving along the ladder never changes how much is left.

    :param others: what can stand in for an entry where it cannot be done, the most alike first
    """
    known = library.exercises
    return tuple(
        replace(_item(entry, known[entry.exercise], language), instead=plan(others(entry), library, language))
        for entry in entries
        if entry.exercise in known
    )


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


def detour(player: Player, known: Container[str], way: Press = Press.SKIP) -> tuple[Press, ...]:
    """Return the presses that lead past exercises which content no longer has, to one that it has or the end.

    :param way: where to look first: BACK, or INSTEAD for what else can stand in
    """
    presses: list[Press] = []
    while not player.over and player.item.exercise not in known:
        round_ = way is Press.INSTEAD and len(presses) > len(player.item.instead)
        way = way if way in player.allowed and not round_ else Press.SKIP
        what = Press.RESUME if player.status is Status.PAUSED else way
        presses.append(what)
        player = player.press(what)
    return tuple(presses)


def leave_out(items: Iterable[Item], gone: Container[str]) -> tuple[Item, ...]:
    """Return a plan without some exercises, which stand in for no other one either."""
    left = (item for item in items if item.exercise not in gone)
    return tuple(
        replace(item, instead=tuple(other for other in item.instead if other.exercise not in gone))
        for item in left
    )


def to_json(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Return a plan as it is stored. The format is frozen: old sessions must stay readable."""
    return [
        {"exercise": item.exercise, "rung": item.rung, "rungs": [asdict(rung) for rung in item.rungs]}
        | ({"instead": to_json(item.instead)} if item.instead else {})
        for item in items
    ]


def from_json(data: Sequence[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Return the plan that :func:`to_json` stored."""
    return tuple(
        Item(
            item["exercise"],
            tuple(map(_rung, item["rungs"])),
            item["rung"],
            from_json(item.get("instead", ())),
        )
        for item in data
    )


def _rung(data: Mapping[str, Any]) -> Rung:
    return Rung(data["variation"], Dose(**data["dose"]), data["steps"])
