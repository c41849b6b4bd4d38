"""When an exercise becomes harder or easier: a few stated rules, each change with its reason.

What is known are the turns: how the person did an exercise, one value a session. A decision looks only at
turns with the very line of the routine that it would change; so a change always starts a new count, and
taking it back restores the line as it was.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from bot.domain.exercises import Dose, Entry, Exercise
from bot.domain.pain import Light

GREENS: Final = 3
"""Green sessions in a row before a step up."""

EXTRA: Final = 2
"""Repetitions more than asked, in as many sessions running: the "2 for 2" rule."""

SHORT_GAP, LONG_GAP = 7, 14
"""Days without a session: one step down, and back to the start of the phase."""

MOST_REPS, MOST_HOLD, MOST_BREATHS = 30, 120, 60
"""What a dose can hold at most; see the schema of content files."""


class Why(StrEnum):
    """The reason of a decision, as a stable key for texts."""

    THREE_GREEN = "three-green"  # step up
    NOT_YET = "not-yet"  # hold: too few turns
    NO_EXTRA = "no-extra"  # hold: green, but no repetitions to spare
    AMBER = "amber"  # hold
    WORSE_NEXT_DAY = "worse-next-day"  # step down
    TWO_AMBERS = "two-ambers"  # step down
    RED = "red"  # step down
    GAP = "gap"  # step down after 7 days
    LONG_GAP = "long-gap"  # start of the phase after 14 days
    ONE_AT_A_TIME = "one-at-a-time"  # hold: another exercise changes today
    HIGHEST = "highest"  # hold: there is nothing harder
    LOWEST = "lowest"  # hold: there is nothing easier


@dataclass(frozen=True)
class Turn:
    """One exercise done in one session.

    :param entry: the line of the routine as it was then
    :param light: the worst light during and after it
    :param extra: repetitions that were possible beyond the last set
    :param worse_next_day: whether the next morning was worse; see :func:`bot.domain.pain.worse_next_day`
    """

    day: date
    entry: Entry
    light: Light
    extra: int = 0
    worse_next_day: bool = False


@dataclass(frozen=True)
class Change:
    """A line of the routine that changes, and why; ``line`` counts from 0. Nothing else is touched."""

    line: int
    before: Entry
    after: Entry
    why: Why

    @property
    def undone(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.line, self.after, self.before, self.why)

    def apply(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Return the routine with the line changed; as it is where another line stands there by now."""
        if self.line >= len(entries) or entries[self.line] != self.before:
            return tuple(entries)
        return (*entries[: self.line], self.after, *entries[self.line + 1 :])


@dataclass(frozen=True)
class Decision:
    """What happens to a line: a change, or None and the reason why it stays."""

    change: Change | None
    why: Why


Allowed = Callable[[str, str], bool]
"""Whether a person may do an exercise (slug) in a form (slug): flags, place and kit."""


def decide(line: int, entry: Entry, exercise: Exercise, turns: Iterable[Turn], allowed: Allowed) -> Decision:
    """Return what happens to one line of a routine, by the turns with exactly this line.

    :param turns: in the order in which they happened
    """
    own = [turn for turn in turns if turn.entry == entry]
    if why := _too_much(own):
        return _down(line, entry, exercise, why, allowed)
    if own and own[-1].light is Light.AMBER:
        return Decision(None, Why.AMBER)
    if len(own) < GREENS or any(turn.light is not Light.GREEN for turn in own[-GREENS:]):
        return Decision(None, Why.NOT_YET)
    if any(turn.extra < EXTRA for turn in own[-2:]):
        return Decision(None, Why.NO_EXTRA)
    after = _harder(entry, exercise, allowed)
    change = Change(line, entry, after, Why.THREE_GREEN) if after else None
    return Decision(change, Why.THREE_GREEN if change else Why.HIGHEST)


def review(
    entries: Sequence[Entry],
    exercises: Mapping[str, Exercise],
    turns: Sequence[Turn],
    allowed: Allowed,
) -> tuple[Decision, ...]:
    """Return a decision for every line. Steps down all happen; of the steps up only the first, and only
    when nothing steps down: one change at a time."""
    decisions = [
        decide(line, entry, exercises[entry.exercise], turns, allowed) for line, entry in enumerate(entries)
    ]
    ups = [n for n, one in enumerate(decisions) if one.change and one.why is Why.THREE_GREEN]
    downs = any(one.change and one.why is not Why.THREE_GREEN for one in decisions)
    for n in ups if downs else ups[1:]:
        decisions[n] = Decision(None, Why.ONE_AT_A_TIME)
    return tuple(decisions)


def come_back(
    entries: Sequence[Entry],
    exercises: Mapping[str, Exercise],
    days_away: int,
    at_start: Mapping[str, Entry],
    allowed: Allowed,
) -> tuple[Change, ...]:
    """Return the changes for somebody who comes back after a gap; none after less than a week.

    :param days_away: days since the last session
    :param at_start: the lines with which the person's phase begins, by exercise
    """
    if days_away < SHORT_GAP:
        return ()
    if days_away < LONG_GAP:
        stepped = [
            _down(line, entry, exercises[entry.exercise], Why.GAP, allowed).change
            for line, entry in enumerate(entries)
        ]
        return tuple(change for change in stepped if change)
    begun = ((line, entry, at_start.get(entry.exercise, entry)) for line, entry in enumerate(entries))
    return tuple(
        Change(line, entry, start, Why.LONG_GAP)
        for line, entry, start in begun
        if _easier(start, entry, exercises[entry.exercise])
    )


def _easier(one: Entry, other: Entry, exercise: Exercise) -> bool:
    """Tell whether a line is easier than another of the same exercise: in its form, else in its dose."""
    forms = exercise.variations
    at, than = (forms.index(exercise.variation(entry.variation)) for entry in (one, other))
    return (at, one.dose.seconds) < (than, other.dose.seconds)


def _too_much(turns: Sequence[Turn]) -> Why | None:
    if not turns:
        return None
    last = turns[-1]
    if last.light is Light.RED:
        return Why.RED
    if last.worse_next_day:
        return Why.WORSE_NEXT_DAY
    if len(turns) >= 2 and all(turn.light is Light.AMBER for turn in turns[-2:]):
        return Why.TWO_AMBERS
    return None


def _down(line: int, entry: Entry, exercise: Exercise, why: Why, allowed: Allowed) -> Decision:
    """Step down: the next easier form that is allowed, in no more sets; without one, half as much."""
    forms = exercise.variations[: exercise.variations.index(exercise.variation(entry.variation))]
    for form in reversed(forms):
        if allowed(exercise.slug, form.slug):
            dose = replace(form.dose, sets=min(form.dose.sets, entry.dose.sets))
            return Decision(Change(line, entry, Entry(entry.exercise, form.slug, dose), why), why)
    half = replace(entry, dose=entry.dose.half)
    return Decision(Change(line, entry, half, why), why) if half != entry else Decision(None, Why.LOWEST)


def _harder(entry: Entry, exercise: Exercise, allowed: Allowed) -> Entry | None:
    """Step up by one thing: a little more of the same, or the next harder form at its own dose."""
    usual = exercise.variation(entry.variation).dose
    more = _more(entry.dose, usual)
    if more != entry.dose:
        return replace(entry, dose=more)
    at = exercise.variations.index(exercise.variation(entry.variation))
    for form in exercise.variations[at + 1 :]:
        if allowed(exercise.slug, form.slug):
            return Entry(entry.exercise, form.slug, form.dose)
    return None


def _more(dose: Dose, usual: Dose) -> Dose:
    """Return the dose with a little more, up to half as much again as usual (10 repetitions: 15)."""
    if dose.reps is not None:
        most = min(_half_more(usual.reps), MOST_REPS)
        return replace(dose, reps=max(dose.reps, min(dose.reps + 2, most)))
    if dose.breaths is not None:
        most = min(_half_more(usual.breaths), MOST_BREATHS)
        return replace(dose, breaths=max(dose.breaths, min(dose.breaths + 2, most)))
    most = min(_half_more(usual.hold), MOST_HOLD)
    return replace(dose, hold=max(dose.hold, min(dose.hold + 5, most)))


def _half_more(usual: int | None) -> int:
    return (usual or 0) * 3 // 2


def changes(decisions: Collection[Decision]) -> tuple[Change, ...]:
    """Return the changes among decisions."""
    return tuple(one.change for one in decisions if one.change)
