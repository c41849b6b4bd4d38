"""Small content made by hand, for tests that need some: ``from tests.builders import exercise, library``."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.exercises import (
    Direction,
    Dose,
    Entry,
    Exercise,
    ExerciseText,
    Kind,
    Level,
    Library,
    Place,
    Variation,
    VariationText,
)

LADDER = {"easier": Direction.EASIER, "standard": Direction.STANDARD, "harder": Direction.HARDER}


def dose(**changes: Any) -> Dose:
    """Return two sets of eight repetitions, or as changed."""
    return Dose(**{"sets": 2, "reps": 8, **changes})


def entry(exercise: str = "cat-cow", variation: str = "standard", **changes: Any) -> Entry:
    """Return a line of a routine; further arguments change its dose."""
    return Entry(exercise, variation, dose(**changes))


def text(
    name: str,
    aliases: Sequence[str] = (),
    misspellings: Sequence[str] = (),
    variations: Sequence[str] = tuple(LADDER),
    steps: int = 3,
) -> ExerciseText:
    """Return the words of an exercise, with so many steps in every variation."""
    said = tuple(f"Step {n} of {name}." for n in range(1, steps + 1))
    return ExerciseText(
        name=name,
        aliases=tuple(aliases),
        misspellings=tuple(misspellings),
        position="Sit tall.",
        tips=("Breathe out as you move.",),
        good_for=("Long days at a desk.",),
        faults=("Hurrying.",),
        adapt=("Keep it small if it pinches.",),
        variations={slug: VariationText(f"{name}, {slug}", said) for slug in variations},
    )


def exercise(
    slug: str = "cat-cow",
    *,
    variations: Sequence[str] = tuple(LADDER),
    texts: Mapping[str, ExerciseText] | None = None,
    **changes: Any,
) -> Exercise:
    """Return an exercise on a chair, with a ladder of variations and its words in English."""
    name = slug.replace("-", " ").capitalize()
    facts: dict[str, Any] = {
        "order": 1,
        "kind": Kind.MOBILITY,
        "level": Level.GENTLE,
        "quiet": True,
        "office_clothes": True,
        "desk": True,
        "regions": ("thoracic",),
        "sources": (),
    }
    ladder = tuple(Variation(v, LADDER[v], dose(), frozenset({Place.CHAIR}), frozenset()) for v in variations)
    words = texts or {"en": text(name, variations=variations)}
    return Exercise(slug=slug, variations=ladder, texts=words, **{**facts, **changes})


def library(*exercises: Exercise) -> Library:
    """Return content with these exercises alone, in order; with one when none is given."""
    return Library({e.slug: e for e in exercises or (exercise(),)}, {}, {}, {})
