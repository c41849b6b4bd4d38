"""What can stand in for an exercise that cannot be done here: on a chair or standing, and with nothing else.

Where somebody is nobody asks; a chair, or room to stand, is nearly everywhere.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.exercises import Entry, Exercise, Kind, Level, Library, Place
from bot.domain.plan import Person, Pick, fit
from bot.domain.programs import Move, Role

PLACES: Final = frozenset({Place.CHAIR, Place.STANDING})
MOST: Final = 3


def anywhere(person: Person) -> Person:
    """Return the person where all that is known is that they can sit or stand."""
    return replace(person, places=PLACES, kit=frozenset())


def others(
    entry: Entry,
    entries: Iterable[Entry],
    library: Library,
    person: Person,
    first: Sequence[Entry] = (),
) -> tuple[Entry, ...]:
    """Return what can stand in for one line of a session, the most alike first.

    The same exercise in another form comes first, then ``first`` (what a plan knows), then what is of the
    same kind. Nothing comes twice, and nothing is more demanding or has more sets: on a gentle day an
    exchange brings no strength work, and breathing stays breathing.

    :param entries: all lines of the session; what is in it already cannot stand in
    """
    here = anywhere(person)
    there = {one.exercise for one in entries}
    exercise = library.exercises.get(entry.exercise)
    if exercise is None:
        return ()
    sets = entry.dose.sets
    found = list(_fitting([exercise], entry.variation, here, library, sets))
    found = [one for one in found if one.variation != entry.variation]
    alike = [one for one in library.exercises.values() if one.kind is exercise.kind]
    for one in (*first, *_fitting(alike, None, here, library, None)):
        if one.exercise not in there and _no_harder(library.exercises[one.exercise], exercise):
            there.add(one.exercise)
            found.append(one.with_dose(sets=min(one.dose.sets, entry.dose.sets)))
    return tuple(found[:MOST])


def _no_harder(one: Exercise, than: Exercise) -> bool:
    levels = list(Level)
    return levels.index(one.level) <= levels.index(than.level) and _rank(one.kind) <= _rank(than.kind)


def _rank(kind: Kind) -> int:
    return {Kind.BREATHING: 0, Kind.STRENGTH: 2}.get(kind, 1)


def _fitting(
    exercises: Collection[Exercise], form: str | None, here: Person, library: Library, sets: int | None
) -> Iterator[Entry]:
    for exercise in exercises:
        # The role says why, and nobody asks that here.
        move = Move(exercise.slug, form or exercise.standard.slug, Role.LOOSEN, sets)
        pick = fit(move, here, library)
        if isinstance(pick, Pick):
            yield pick.entry
