"""Exercises that suit a wish, each in the form that suits it; where none does, what comes nearest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.exercises import Exercise, Kit, Library, Place, Variation
from bot.domain.understanding.meanings import Wish

GIVE_UP: Final = ("minutes", "level", "kinds", "quiet", "desk", "places", "kit", "no_kit", "regions")
"""What a wish goes without first where nothing suits all of it; the body comes last."""


THERE: Final = {
    Place.CHAIR: frozenset({Kit.CHAIR}),
    Place.WALL: frozenset({Kit.WALL}),
    Place.DOORWAY: frozenset({Kit.DOOR_FRAME, Kit.DOOR}),
}


@dataclass(frozen=True)
class Found:
    """What suits. ``missed`` names what nothing suits together with the rest."""

    exercises: tuple[tuple[Exercise, Variation], ...]
    missed: tuple[str, ...] = ()


def find(library: Library, wish: Wish) -> Found:
    """Return all exercises that suit a wish, in the library's order; else those that suit most of it."""
    if found := tuple(_suiting(library, wish)):
        return Found(found)
    named = [name for name in GIVE_UP if getattr(wish, name)]
    for name in named:
        if found := tuple(_suiting(library, _without(wish, name))):
            return Found(found, (name,))
    rest, missed = wish, list[str]()
    for name in named:
        rest, missed = _without(rest, name), [*missed, name]
        if found := tuple(_suiting(library, rest)):
            return Found(found, tuple(missed))
    return Found(())


def _without(wish: Wish, name: str) -> Wish:
    return replace(wish, **{name: getattr(Wish(), name)})


def _suiting(library: Library, wish: Wish) -> Iterator[tuple[Exercise, Variation]]:
    for exercise in library.exercises.values():
        form = next((one for one in _forms(exercise) if _form_suits(one, wish)), None)
        if form and _suits(exercise, wish):
            yield exercise, form


def _suits(exercise: Exercise, wish: Wish) -> bool:
    return (
        (not wish.regions or not wish.regions.isdisjoint(exercise.regions))
        and (not wish.kinds or exercise.kind in wish.kinds)
        and (wish.level is None or exercise.level is wish.level)
        and (exercise.quiet or not wish.quiet)
        and (exercise.desk or not wish.desk)
    )


def _form_suits(form: Variation, wish: Wish) -> bool:
    return (
        (not wish.places or not wish.places.isdisjoint(form.places))
        and (not wish.kit or not wish.kit.isdisjoint(form.kit))
        and not (wish.no_kit and form.kit - _part_of(wish.places))
        and (wish.minutes is None or form.dose.minutes <= wish.minutes)
    )


def _part_of(places: frozenset[Place]) -> frozenset[Kit]:
    """Return what a place has of itself: whoever sits on a chair has one."""
    return frozenset[Kit]().union(*(THERE.get(place, frozenset()) for place in places))


def _forms(exercise: Exercise) -> tuple[Variation, ...]:
    """Return the form that the exercise's own page describes, then the others, easiest first."""
    standard = exercise.standard
    return (standard, *(form for form in exercise.variations if form is not standard))
