"""The plan: from a program, a person's place, kit, minutes, days and flags to the routines of a week.

Everything that is chosen says why, and everything that is left out says why not.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from bot.domain.exercises import Entry, Exercise, Kit, Library, Place, Variation
from bot.domain.matrix import Answer
from bot.domain.pain import Start
from bot.domain.programs import Goal, Move, Phase, Program, Role

FEWEST, MOST = 2, 4
"""Exercises of a normal day; fewer only where fewer are possible."""

OVER: Final = 1.2
"""How much longer than asked a day may become by its last exercise."""


class Left(StrEnum):
    """Why an exercise is not in the week, as a stable key for texts."""

    FLAG = "flag"  # a flag says skip
    ASK = "ask"  # a flag says: ask first
    PLACE = "place"  # not here, or not with this kit
    OWN = "own"  # the person said so


class Kind(StrEnum):
    """What a day is mainly for."""

    STRENGTH = "strength"
    MOBILITY = "mobility"


@dataclass(frozen=True)
class Person:
    """What the plan must know about somebody.

    :param places: where they can exercise; everybody can stand or sit somewhere, so none means all
    :param kit: what they have; the furniture of a place goes without saying, see :func:`at_hand`
    :param days: weekdays, Monday 0
    :param own: the lines that progress or the person changed, by exercise; they come before the program's
    :param without: exercises that they leave out
    """

    places: frozenset[Place]
    kit: frozenset[Kit]
    minutes: int
    days: frozenset[int]
    flags: frozenset[str] = frozenset()
    own: Mapping[str, Entry] = field(default_factory=dict)
    without: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pick:
    """A line of a day's routine and why it is there: its role, the flags that shaped it, and whether the
    place or the kit asked for another form."""

    entry: Entry
    role: Role
    because: tuple[str, ...] = ()
    fitted: bool = False


@dataclass(frozen=True)
class DayPlan:
    """What one weekday (Monday 0) brings, in the order of doing."""

    weekday: int
    kind: Kind
    picks: tuple[Pick, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the routine."""
        return tuple(pick.entry for pick in self.picks)

    @property
    def seconds(self) -> int:
        """Return how long it takes, set-up included."""
        return sum(entry.dose.seconds for entry in self.entries)


@dataclass(frozen=True)
class LeftOut:
    """An exercise of the phase that the week does without; ``because``: the flags, where they decided."""

    exercise: str
    why: Left
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class WeekPlan:
    """A week: its phase, its days in order, and what was left out."""

    phase: Phase
    days: tuple[DayPlan, ...]
    left_out: tuple[LeftOut, ...]

    def on(self, weekday: int) -> DayPlan | None:
        """Return what a weekday brings; None where there is nothing at all.

        On a day that is not planned it is what loosens, of the planned days that are nearest.
        """
        nearest = sorted(
            self.days, key=lambda day: (_apart(day.weekday, weekday), (day.weekday - weekday) % 7)
        )
        if nearest and nearest[0].weekday == weekday:
            return nearest[0] if nearest[0].picks else None
        picks: list[Pick] = []
        for day in nearest:
            if len(picks) < FEWEST:
                picks += [pick for pick in gentler(day, Start.GENTLE).picks if pick not in picks][
                    : MOST - len(picks)
                ]
        return DayPlan(weekday, Kind.MOBILITY, tuple(picks)) if picks else None


def choose(programs: Iterable[Program], goal: Goal, weeks: int) -> Program | None:
    """Return the first program for a goal and a length; one for the goal alone when none has the length."""
    fitting = [program for program in programs if program.goal is goal]
    return next((p for p in fitting if weeks in p.lengths), fitting[0] if fitting else None)


def week_plan(program: Program, week: int, person: Person, library: Library) -> WeekPlan:
    """Return the routines of a week.

    :param week: of the program, from 1
    """
    phase = program.phase(week)
    fits = [fit(move, person, library) for move in phase.moves if move.exercise in library.exercises]
    picks = [one for one in fits if isinstance(one, Pick)]
    strong = strength_days(person.days, phase.strength_days)
    minutes = min(person.minutes, phase.minutes) if person.minutes else phase.minutes
    days = tuple(
        _day(weekday, turn, weekday in strong, picks, minutes)
        for turn, weekday in enumerate(sorted(person.days))
    )
    return WeekPlan(phase, days, tuple(one for one in fits if isinstance(one, LeftOut)))


def gentler(day: DayPlan, start: Start) -> DayPlan:
    """Return the day for somebody whose pain before the session asks for less.

    Gentle leaves strength work out, breathing only all but breathing; either may leave nothing to do.
    """
    kept = {
        Start.AS_PLANNED: day.picks,
        Start.GENTLE: tuple(pick for pick in day.picks if pick.role is not Role.STRENGTHEN),
        Start.BREATHING_ONLY: tuple(pick for pick in day.picks if pick.role is Role.CALM),
    }[start]
    return day if kept == day.picks else DayPlan(day.weekday, Kind.MOBILITY, kept)


def strength_days(days: Collection[int], wanted: int) -> frozenset[int]:
    """Return which weekdays are for strength: at most ``wanted``, spread out, never two in a row.

    Sunday and the Monday after it are a row too.
    """
    best: frozenset[int] = frozenset()
    for first in sorted(days):
        chosen = [first]
        for day in sorted(days, key=lambda one: (one - first) % 7):
            if len(chosen) < wanted and all(_apart(day, other) >= 2 for other in chosen):
                chosen.append(day)
        best = max(best, frozenset(chosen if wanted else ()), key=len)
    return best


def fit(move: Move, person: Person, library: Library) -> Pick | LeftOut:
    """Return the line for a move that suits the person's flags, place and kit; or why there is none."""
    exercise = library.exercises[move.exercise]
    if exercise.slug in person.without:
        return LeftOut(exercise.slug, Left.OWN)
    own = person.own.get(move.exercise)
    wanted = own.variation if own else move.variation
    verdict = library.matrix.judge(exercise.slug, wanted, person.flags)
    if verdict.variation is None:
        why = Left.ASK if verdict.answer is Answer.ASK else Left.FLAG
        return LeftOut(exercise.slug, why, verdict.because)
    for form in _forms(exercise, wanted, verdict.variation):
        judged = library.matrix.judge(exercise.slug, form.slug, person.flags)
        if judged.answer is Answer.OK and possible(form, person):
            entry = own if own and form.slug == wanted else _entry(exercise.slug, form, move)
            return Pick(entry, move.role, judged.because, fitted=form.slug != verdict.variation)
    return LeftOut(exercise.slug, Left.PLACE)


def possible(form: Variation, person: Person) -> bool:
    """Return whether a form can be done in the person's places with what is at hand."""
    return bool(not person.places or form.places & person.places) and form.kit <= at_hand(person)


def at_hand(person: Person) -> frozenset[Kit]:
    """Return the person's kit and what stands in their places anyway."""
    return person.kit | {
        kit
        for place, kits in _FURNITURE.items()
        if not person.places or place in person.places
        for kit in kits
    }


def instead(
    day: DayPlan, exercise: str, program: Program, week: int, person: Person, library: Library
) -> tuple[Pick, ...]:
    """Return what can stand in for an exercise of a day ("not here"), the most alike first.

    :param person: with the places and kit of this moment
    """
    there = {entry.exercise for entry in day.entries}
    gone = next((pick.role for pick in day.picks if pick.entry.exercise == exercise), None)
    moves = [m for m in _known(program, week) if m.exercise not in there and m.exercise in library.exercises]
    fits = [one for one in (fit(move, person, library) for move in moves) if isinstance(one, Pick)]
    calm = [one for one in fits if day.kind is Kind.STRENGTH or one.role is not Role.STRENGTHEN]
    return tuple(sorted(calm, key=lambda pick: pick.role is not gone))


def _known(program: Program, week: int) -> Iterator[Move]:
    """Yield the moves of the week's phase, then those of earlier phases, each exercise once."""
    now = program.phases.index(program.phase(week))
    seen: set[str] = set()
    for phase in reversed(program.phases[: now + 1]):
        for move in phase.moves:
            if move.exercise not in seen:
                seen.add(move.exercise)
                yield move


def _day(weekday: int, turn: int, strong: bool, picks: Sequence[Pick], minutes: int) -> DayPlan:
    """Choose a day's exercises. They take turns, so that all of the phase come round in a week."""
    rest = [pick for pick in picks if pick.role is not Role.STRENGTHEN]
    work = [pick for pick in picks if pick.role is Role.STRENGTHEN] if strong else []
    # Strength first and loosening beside it, or else loosening alone.
    queue = [*_turned(work, turn)[:2], *_turned(rest, turn), *_turned(work, turn)[2:]]
    chosen = _within(queue, minutes * 60)
    kind = Kind.STRENGTH if any(pick.role is Role.STRENGTHEN for pick in chosen) else Kind.MOBILITY
    return DayPlan(weekday, kind, tuple(sorted(chosen, key=picks.index)))


def _within(queue: Sequence[Pick], seconds: int) -> list[Pick]:
    chosen: list[Pick] = []
    spent = 0
    for pick in queue:
        fits = spent + pick.entry.dose.seconds <= seconds * OVER
        if len(chosen) < MOST and (fits or len(chosen) < FEWEST):
            chosen.append(pick)
            spent += pick.entry.dose.seconds
    return chosen


def _turned(picks: Sequence[Pick], by: int) -> list[Pick]:
    at = by % len(picks) if picks else 0
    return [*picks[at:], *picks[:at]]


def _forms(exercise: Exercise, wanted: str, best: str) -> Iterator[Variation]:
    """Yield the best form first, then the wanted one, the easier ones from the nearest down, and the rest."""
    ladder = exercise.variations
    at = ladder.index(exercise.variation(wanted))
    yield exercise.variation(best)
    yield from (ladder[at], *reversed(ladder[:at]))
    if best != wanted:  # flags have a say already: any form that suits them will do
        yield from ladder[at + 1 :]


def _entry(slug: str, form: Variation, move: Move) -> Entry:
    sets = form.dose.sets if move.sets is None else move.sets
    return Entry(slug, form.slug, replace(form.dose, sets=sets))


def _apart(day: int, other: int) -> int:
    return min((day - other) % 7, (other - day) % 7)


_FURNITURE: Final[Mapping[Place, tuple[Kit, ...]]] = {
    Place.CHAIR: (Kit.CHAIR,),
    Place.DOORWAY: (Kit.DOOR_FRAME, Kit.DOOR),
    Place.WALL: (Kit.WALL,),
    Place.BED: (Kit.PILLOW,),
    Place.FLOOR: (Kit.MAT, Kit.PILLOW),
}
"""What a place has; nobody needs to say so."""
