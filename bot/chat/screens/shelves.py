"""How the library is looked through: which choices a facet has, and what stands behind each."""

from collections.abc import Iterator, Mapping
from typing import Final

from bot.chat.actions import Facet
from bot.domain.exercises import Exercise, Kind, Kit, Library, Place, Variation

ANY: Final = "-"
"""The value of a facet that stands for the list of its choices."""

NOTHING: Final = "none"
"""The choice of equipment for what needs none."""

VALUES: Final[Mapping[Facet, tuple[str, ...]]] = {
    Facet.PLACE: tuple(Place),
    Facet.KIND: tuple(Kind),
    Facet.KIT: (NOTHING, *Kit),
}

Found = tuple[Exercise, Variation]
"""An exercise and the form of it that belongs to a choice."""


def choices(library: Library, facet: Facet) -> dict[str, int]:
    """Return the values of a facet that lead to anything, and to how many exercises."""
    counts = {value: len(behind(library, facet, value)) for value in VALUES.get(facet, ())}
    return {value: count for value, count in counts.items() if count}


def behind(library: Library, facet: Facet, value: str) -> list[Found]:
    """Return the exercises behind a choice, each in the form that suits it best."""
    found = ((exercise, _form(exercise, facet, value)) for exercise in library.exercises.values())
    return [(exercise, form) for exercise, form in found if form]


def _form(exercise: Exercise, facet: Facet, value: str) -> Variation | None:
    return next((form for form in _by_nearness(exercise) if _suits(exercise, form, facet, value)), None)


def _by_nearness(exercise: Exercise) -> Iterator[Variation]:
    """Yield the standard form, then the easier ones from the nearest down, then the harder ones up."""
    at = exercise.variations.index(exercise.standard)
    yield exercise.standard
    yield from reversed(exercise.variations[:at])
    yield from exercise.variations[at + 1 :]


def _suits(exercise: Exercise, form: Variation, facet: Facet, value: str) -> bool:
    match facet:
        case Facet.PLACE:
            return value in form.places
        case Facet.KIND:
            return value == exercise.kind
        case Facet.KIT:
            return value in form.kit or (value == NOTHING and not form.kit)
        case Facet.ALL:
            return True
