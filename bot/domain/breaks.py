"""Desk breaks of a group: which movement comes next, how much of it, and how many days in a row."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Final

from bot.domain.exercises import REST, Dose, Exercise, Level, Library, Place, Variation

LONGEST: Final = 120
"""Seconds of one break, the time to get into position included."""

STALE_AFTER: Final = timedelta(minutes=30)
"""A break that comes later than that is no break any more."""

_AT_WORK: Final = frozenset({Place.CHAIR, Place.STANDING, Place.DOORWAY, Place.WALL})


class PostStatus(StrEnum):
    """What became of a break. The values are stored."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    TICKED = "ticked"
    """Sent, and somebody did it, which the message does not show yet."""
    UNKNOWN = "unknown"
    """Handed to Telegram, and nobody knows whether it arrived: it is never sent again."""
    SKIPPED = "skipped"
    FAILED = "failed"


ARRIVED: Final = frozenset({PostStatus.SENT, PostStatus.TICKED, PostStatus.UNKNOWN})
"""Breaks that the group saw, as far as anybody knows."""


def movements(library: Library) -> list[tuple[Exercise, Variation]]:
    """Return what a group can do at work, in the library's order: quiet, in office clothes, for anybody."""
    fitting = [
        one
        for one in sorted(library.exercises.values(), key=lambda one: one.order)
        if one.desk and one.quiet and one.office_clothes and one.level is not Level.ADVANCED
    ]
    return [(one, form) for one in fitting if (form := _at_work(one))]


def next_movement(library: Library, last: str | None) -> tuple[Exercise, Variation] | None:
    """Return the movement after the one named ``last``; None where the library has nothing for a desk."""
    found = movements(library)
    slugs = [exercise.slug for exercise, _ in found]
    place = slugs.index(last) + 1 if last in slugs else 0
    return found[place % len(found)] if found else None


def dosed(dose: Dose) -> Dose:
    """Return as much of a dose as fits into a break: fewer sets first, then less of one."""
    room = (LONGEST - dose.seconds) // (dose.set_seconds + REST)  # negative: so many sets too many
    fewer = replace(dose, sets=max(1, dose.sets + min(0, room)))
    return fewer if fewer.seconds <= LONGEST else fewer.half


def row(days: Iterable[bool]) -> int:
    """Return how many days in a row somebody of the group moved.

    :param days: the days that had a break, the newest first, each with whether anybody did it; the newest may
        still be going on, so it adds to the row and never ends it
    """
    count = 0
    for place, moved in enumerate(days):
        if not moved and place:
            break
        count += moved
    return count


def _at_work(exercise: Exercise) -> Variation | None:
    """Return the standard form, or the easiest one that needs no floor."""
    forms = (exercise.standard, *exercise.variations)
    return next((form for form in forms if form.places & _AT_WORK), None)
