"""What can stand in for an exercise that cannot be done here: on a chair or standing, and with nothing else.

Where somebody is nobody asks; a chair, or room to stand, is nearly everywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.exercises import Entry, Exercise, Kind, Level, Library, Place
from bot.domain.matrix import Answer
from bot.domain.plan import Person, Pick, fit, possible
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
    """Return what can stand in for one line of a session, the most alike first, in no more sets.

    The same exercise in another place comes first, then ``first`` (what a plan knows), then what is of the
    same kind; stretching and moving stand in for each other. On a gentle day an exchange brings no strength
    work, on another day none that is harder, and breathing stays breathing.

    :param entries: all lines of the session; what is in it already cannot stand in
    """
    exercise = library.exercises.get(entry.exercise)
    if exercise is None:
        return ()
    here = anywhere(person)
    there = {one.exercise for one in entries}
    found = list(_elsewhere(exercise, entry, here, library))
    alike = [one for one in library.exercises.values() if _rank(one.kind) == _rank(exercise.kind)]
    alike.sort(key=lambda one: one.kind is not exercise.kind)
    for one in (*first, *_fitting(alike, here, library)):
        if one.exercise not in there and _no_harder(library.exercises[one.exercise], exercise):
            there.add(one.exercise)
            found.append(one)
    return tuple(one.with_dose(sets=min(one.dose.sets, entry.dose.sets)) for one in found[:MOST])


def _elsewhere(exercise: Exercise, entry: Entry, here: Person, library: Library) -> Iterator[Entry]:
    """Yield the exercise in a form for another place than that of the line, easier ones first."""
    own = exercise.variation(entry.variation)
    ladder = exercise.variations
    at = ladder.index(own)
    harder = () if exercise.kind is Kind.STRENGTH else ladder[at + 1 :]
    for form in (*reversed(ladder[:at]), *harder):
        other = bool((form.places & here.places) - own.places) or not possible(own, here)
        suits = library.matrix.judge(exercise.slug, form.slug, here.flags).answer is Answer.OK
        if other and suits and possible(form, here):
            yield Entry(exercise.slug, form.slug, replace(form.dose, sets=entry.dose.sets))
            return


def _no_harder(one: Exercise, than: Exercise) -> bool:
    levels = list(Level)
    level = one.kind is not Kind.STRENGTH or levels.index(one.level) <= levels.index(than.level)
    return level and _rank(one.kind) <= _rank(than.kind)


def _rank(kind: Kind) -> int:
    return {Kind.BREATHING: 0, Kind.STRENGTH: 2}.get(kind, 1)


def _fitting(exercises: Iterable[Exercise], here: Person, library: Library) -> Iterator[Entry]:
    for exercise in exercises:
        # The role says why, and nobody asks that here.
        pick = fit(Move(exercise.slug, exercise.standard.slug, Role.LOOSEN), here, library)
        if isinstance(pick, Pick):
            yield pick.entry
