"""The one gate before every session: what of it somebody may do, and in which form.

However a session begins (today's plan, a ready-made routine, one exercise alone, the same again), its lines
pass through here, so that no way leads to what a person's flags forbid.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.exercises import Direction, Entry, Exercise, Kind, Level, Library, Variation
from bot.domain.matrix import Answer, Matrix, Verdict
from bot.domain.player import Item
from bot.domain.screening import CHECK_FIRST

NOT_FOR_YOU: Final = "not-for-you"
"""The reason where the coach is not for the person at all."""

NOT_ASKED: Final = "not-asked"
"""The reason where nobody has asked yet what the person should be careful with."""


@dataclass(frozen=True)
class Limits:
    """How far somebody may go.

    :param flags: what the exercises should be kind to
    :param breathing: whether breathing is all that is fine until someone has had a look
    :param gentle: whether to keep to what is gentle for everybody, because nothing is known yet
    :param nothing: whether the coach is not for the person
    """

    flags: frozenset[str] = frozenset()
    breathing: bool = False
    gentle: bool = False
    nothing: bool = False

    def judge(self, exercise: Exercise, variation: str, matrix: Matrix) -> Verdict:
        """Return what the person may do of an exercise, because of flags or of one of the reasons above."""
        barred = {
            NOT_FOR_YOU: self.nothing,
            CHECK_FIRST: self.breathing and exercise.kind is not Kind.BREATHING,
            NOT_ASKED: self.gentle and exercise.level is not Level.GENTLE,
        }
        because = tuple(reason for reason, holds in barred.items() if holds)
        if because:
            return Verdict(Answer.SKIP, None, because)
        verdict = matrix.judge(exercise.slug, variation, self.flags)
        form = exercise.variation(verdict.variation or variation)
        if self.gentle and verdict.variation and form.direction is Direction.HARDER:
            return Verdict(Answer.ADAPT, exercise.standard.slug, (NOT_ASKED,))
        return verdict


@dataclass(frozen=True)
class Changed:
    """A line that was left out, or became another form of the exercise. ``verdict`` says which, and why."""

    exercise: str
    verdict: Verdict


@dataclass(frozen=True)
class Suited:
    """What is left of a list of exercises, and what was changed to come to it, in the same order."""

    entries: tuple[Entry, ...]
    changed: tuple[Changed, ...] = ()


def suit(entries: Iterable[Entry], library: Library, limits: Limits) -> Suited:
    """Return the lines in forms that suit the person, without those that do not suit in any form."""
    kept: list[Entry] = []
    changed: list[Changed] = []
    for entry in entries:
        exercise = library.exercises.get(entry.exercise)
        if exercise is None:
            continue
        own = exercise.variation(entry.variation).slug
        verdict = limits.judge(exercise, own, library.matrix)
        if verdict.answer is Answer.OK:
            kept.append(entry)
            continue
        changed.append(Changed(exercise.slug, verdict))
        if verdict.variation:
            kept.append(_in_form(entry, exercise, verdict.variation))
    return Suited(tuple(kept), tuple(changed))


def narrowed(items: Sequence[Item], library: Library, limits: Limits) -> tuple[Item, ...]:
    """Return a session's plan with those rungs alone that suit the person: "harder" leads to no other."""
    found = (_narrow(item, library, limits) for item in items if item.exercise in library.exercises)
    return tuple(item for item in found if item)


def _narrow(item: Item, library: Library, limits: Limits) -> Item | None:
    exercise = library.exercises[item.exercise]
    own = item.rungs[item.rung].variation
    wanted = limits.judge(exercise, own, library.matrix).variation
    rungs = tuple(
        rung
        for rung in item.rungs
        if limits.judge(exercise, rung.variation, library.matrix).answer is Answer.OK
    )
    at = next((index for index, rung in enumerate(rungs) if rung.variation == wanted), None)
    if at is None:
        return None
    return replace(item, rungs=rungs, rung=at, instead=narrowed(item.instead, library, limits))


def _in_form(entry: Entry, exercise: Exercise, variation: str) -> Entry:
    """Return the line in another form, with that form's dose and the person's number of sets."""
    dose = exercise.variation(variation).dose
    return Entry(entry.exercise, variation, replace(dose, sets=entry.dose.sets))


def calm(
    library: Library, limits: Limits, possible: Callable[[Variation], bool] = lambda _: True
) -> Entry | None:
    """Return the breathing that is fine for somebody, in the form that suits them; None where none is.

    :param possible: whether a form can be done where the person is; where no form that suits can, it is the
        one that would be fine elsewhere
    """
    breathing = [one for one in library.exercises.values() if one.kind is Kind.BREATHING]
    lines = [Entry(one.slug, one.standard.slug, one.standard.dose) for one in breathing]
    for entry in suit(lines, library, limits).entries:
        exercise = library.exercises[entry.exercise]
        gentle_first = sorted(exercise.variations, key=lambda form: form.direction is Direction.HARDER)
        forms = (exercise.variation(entry.variation), exercise.standard, *gentle_first)
        fine = (one for one in forms if limits.judge(exercise, one.slug, library.matrix).answer is Answer.OK)
        form = next(filter(possible, fine), None)
        return Entry(exercise.slug, form.slug, form.dose) if form else entry
    return None
