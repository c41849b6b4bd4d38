"""Twelve weeks as three kinds of people would walk them: the rules and the shipped content together."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.domain.exercises import Entry, Library, Place
from bot.domain.matrix import Answer
from bot.domain.measures import Reading, Verdict, compare, usual, weeks
from bot.domain.pain import Score, Seek, light, seek, start
from bot.domain.plan import DayPlan, Person, gentler, possible, week_plan
from bot.domain.progression import Change, Turn, changes, review

FIRST = date(2026, 3, 2)
DESK = frozenset({Place.CHAIR, Place.STANDING, Place.WALL, Place.DOORWAY})
HOME = frozenset({Place.CHAIR, Place.STANDING, Place.WALL, Place.BED})


@dataclass
class Walk:
    """What came of twelve weeks."""

    days: list[DayPlan] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    sought: list[tuple[int, Seek]] = field(default_factory=list)


def walk(library: Library, program: str, person: Person, pain: Callable[[int], int]) -> Walk:
    """Go through twelve weeks; ``pain`` gives the score of a week."""
    done = Walk()
    for week in range(1, 13):
        for weekday in sorted(person.days):
            plan = week_plan(library.programs[program], week, person, library)
            planned = next(day for day in plan.days if day.weekday == weekday)
            today = FIRST + timedelta(weeks=week - 1, days=weekday)
            score = pain(week)
            day = gentler(planned, start(score))
            done.days.append(day)
            done.scores.append(Score(today, score))
            done.turns += [Turn(today, entry, light(score), extra=2) for entry in day.entries]
            person = _reviewed(library, person, day, done)
            readings = [Reading(one.day, one.score) for one in done.scores]
            done.sought += [(week, why) for why in seek(done.scores, today, usual(readings, FIRST, today))]
    return done


def _reviewed(library: Library, person: Person, day: DayPlan, done: Walk) -> Person:
    """Let the rules change the person's own lines after a session."""

    def allowed(exercise: str, form: str) -> bool:
        suits = library.matrix.judge(exercise, form, person.flags).answer is Answer.OK
        return suits and possible(library.exercises[exercise].variation(form), person)

    found = changes(review(day.entries, library.exercises, done.turns, allowed))
    done.changes += found
    own: dict[str, Entry] = {change.after.exercise: change.after for change in found}
    return replace(person, own={**person.own, **own})


def test_stiff_and_at_a_desk(real_library: Library) -> None:
    """Steady green: steps up, one at a time, and nothing that a desk does not allow."""
    person = Person(DESK, frozenset(), 10, frozenset(range(5)))
    done = walk(real_library, "desk", person, lambda week: 3 if week < 5 else 2)
    assert done.changes
    assert {change.why.value for change in done.changes} == {"three-green"}
    assert done.sought == []
    for entry in (entry for day in done.days for entry in day.entries):
        assert possible(real_library.exercises[entry.exercise].variation(entry.variation), person)


def test_68_with_brittle_bones_and_never_on_the_floor(real_library: Library) -> None:
    flags = frozenset({"brittle-bones", "no-floor"})
    person = Person(HOME, frozenset(), 10, frozenset({0, 2, 4}), flags)
    done = walk(real_library, "ease", person, lambda _: 2)
    lines = {(entry.exercise, entry.variation) for day in done.days for entry in day.entries}
    assert all(day.picks for day in done.days)
    assert "i-y-t" not in {exercise for exercise, _ in lines}
    assert ("seated-cat-cow", "standard") not in lines
    for exercise, form in lines:
        assert real_library.matrix.judge(exercise, form, flags).answer is Answer.OK
        assert real_library.exercises[exercise].variation(form).places != {Place.FLOOR}


def test_pain_that_rises_in_week_three(real_library: Library) -> None:
    """It becomes gentler at once, a professional is named within the week, and the words stay honest."""
    person = Person(DESK, frozenset(), 10, frozenset({0, 1, 2, 4}))
    done = walk(real_library, "ease", person, lambda week: 2 if week < 3 else 5 if week < 5 else 3)
    assert done.sought
    assert done.sought[0] == (3, Seek.RISE)
    early = [
        turn for turn in done.turns if FIRST + timedelta(weeks=2) <= turn.day < FIRST + timedelta(weeks=4)
    ]
    forms = {(turn.entry.exercise, turn.entry.variation) for turn in early}
    assert not {exercise for exercise, _ in forms} & {"band-row", "push-up", "wall-angel"}
    assert "two-ambers" in {change.why.value for change in done.changes}
    readings = [Reading(one.day, one.score) for one in done.scores]
    assert compare(weeks(readings, FIRST, FIRST + timedelta(days=27))).verdict is Verdict.HIGHER
    assert compare(weeks(readings, FIRST, FIRST + timedelta(days=83))).verdict is Verdict.SAME
