"""The pictures that are shipped with the content: which files show which way to do an exercise.

They were made beforehand and lie beside their data; here they are only looked up, so that the running coach
needs nothing that draws people.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.domain.exercises import Exercise, Library, Shown

ACCOUNT = "media/media.json"
SIDES = ("left", "right")


def furnish(library: Library, root: Path) -> Library:
    """Return the library with the pictures that lie in its content folder; an exercise may have none.

    :param root: the content folder
    """
    exercises = {slug: _furnished(exercise, root) for slug, exercise in library.exercises.items()}
    return replace(library, exercises=exercises)


def _furnished(exercise: Exercise, root: Path) -> Exercise:
    folder = root / "exercises" / exercise.slug
    account = folder / ACCOUNT
    if not account.is_file():
        return exercise
    made = json.loads(account.read_text(encoding="utf-8"))
    place = f"exercises/{exercise.slug}/media"
    shown = {variation.slug: _sides(made, variation.slug, place) for variation in exercise.variations}
    return replace(exercise, shown={slug: sides for slug, sides in shown.items() if sides})


def _sides(made: dict[str, Any], slug: str, place: str) -> tuple[Shown, ...]:
    """Return the pictures of a variation: one entry, or two that mirror each other."""
    names = [slug, *(f"{slug}-{side}" for side in SIDES)]
    return tuple(_shown(made[name], place) for name in names if name in made)


def _shown(facts: dict[str, Any], place: str) -> Shown:
    return Shown(
        stamp=facts["stamp"],
        loop=f"{place}/{facts['loop']}",
        steps=tuple(f"{place}/{name}" for name in facts["steps"]),
        pacers={kind: f"{place}/{name}" for kind, name in facts["pacers"].items()},
    )
