"""The programs that ship: whatever a person's flags, places, kit, days and minutes, the week is sound."""

from itertools import accumulate

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.exercises import Kind, Kit, Level, Library, Place
from bot.domain.matrix import Answer
from bot.domain.plan import (
    FEWEST,
    MOST,
    LeftOut,
    Person,
    Pick,
    WeekPlan,
    choose,
    fit,
    instead,
    possible,
    week_plan,
)
from bot.domain.programs import Goal

SLUGS = ["ease", "desk", "strength", "variety"]
FLAGS = [
    "check-first", "surgery", "heart", "neck-sore", "shoulder-sore", "shoulder-unstable", "wrist-sore",
    "low-back-sore", "brittle-bones", "pregnant", "dizzy", "blood-pressure", "lungs", "latex", "no-floor",
]  # fmt: skip
PEOPLE = st.builds(
    Person,
    places=st.frozensets(st.sampled_from(Place)),
    kit=st.frozensets(st.sampled_from(Kit)),
    minutes=st.sampled_from([2, 5, 10, 15]),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    flags=st.frozensets(st.sampled_from(FLAGS), max_size=6),
)
EVERYWHERE = Person(frozenset(), frozenset(Kit), 10, frozenset({0, 1, 3, 5}))


def loads(library: Library, plan: WeekPlan) -> list[int]:
    """Return the weekdays on which any exercise is strength work above gentle."""
    heavy = {
        e.slug for e in library.exercises.values() if e.kind is Kind.STRENGTH and e.level is not Level.GENTLE
    }
    return [day.weekday for day in plan.days if any(entry.exercise in heavy for entry in day.entries)]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SLUGS), st.integers(1, 14), PEOPLE)
def test_no_week_offers_what_flags_place_or_kit_forbid(
    real_library: Library, slug: str, week: int, person: Person
) -> None:
    plan = week_plan(real_library.programs[slug], week, person, real_library)
    assert {day.weekday for day in plan.days} == person.days
    for day in plan.days:
        assert len({entry.exercise for entry in day.entries}) == len(day.entries) <= MOST
        for entry in day.entries:
            verdict = real_library.matrix.judge(entry.exercise, entry.variation, person.flags)
            assert verdict.answer is Answer.OK
            assert possible(real_library.exercises[entry.exercise].variation(entry.variation), person)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SLUGS), st.integers(1, 14), PEOPLE)
def test_strength_work_never_comes_two_days_in_a_row(
    real_library: Library, slug: str, week: int, person: Person
) -> None:
    """Sunday and Monday included, within a week and across two."""
    strong = loads(real_library, week_plan(real_library.programs[slug], week, person, real_library))
    assert not any((day + 1) % 7 in strong for day in strong)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SLUGS), st.integers(1, 14), PEOPLE)
def test_every_exercise_of_a_phase_is_offered_or_its_absence_explained(
    real_library: Library, slug: str, week: int, person: Person
) -> None:
    program = real_library.programs[slug]
    plan = week_plan(program, week, person, real_library)
    found = [fit(move, person, real_library) for move in plan.phase.moves]
    assert plan.left_out == tuple(one for one in found if isinstance(one, LeftOut))
    usable = sum(isinstance(one, Pick) and one.role != "strengthen" for one in found)
    for day in plan.days:
        assert len(day.picks) >= min(FEWEST, usable)


@pytest.mark.parametrize("slug", SLUGS)
def test_someone_without_limits_gets_two_to_four_exercises_in_about_the_time(
    real_library: Library, slug: str
) -> None:
    for week in range(1, 13):
        for day in week_plan(real_library.programs[slug], week, EVERYWHERE, real_library).days:
            assert FEWEST <= len(day.picks) <= MOST
            assert day.seconds <= 10 * 60 * 1.2


@pytest.mark.parametrize("slug", SLUGS)
def test_all_exercises_of_a_phase_come_round_within_a_week_of_six_days(
    real_library: Library, slug: str
) -> None:
    person = Person(frozenset(), frozenset(Kit), 15, frozenset(range(6)))
    for week in (1, 3, 5):
        plan = week_plan(real_library.programs[slug], week, person, real_library)
        gentle = {move.exercise for move in plan.phase.moves if move.role != "strengthen"}
        assert gentle <= {entry.exercise for day in plan.days for entry in day.entries}


def test_there_is_a_program_for_every_goal_and_length(real_library: Library) -> None:
    for goal in Goal:
        for length in (4, 8, 12):
            program = choose(real_library.programs.values(), goal, length)
            assert program is not None
            assert length in program.lengths
            assert length in accumulate(phase.weeks for phase in program.phases)
            assert set(program.texts) == {"en", "es"}


def test_the_first_eight_weeks_have_no_push_up_on_the_floor_and_no_i_y_t(real_library: Library) -> None:
    for program in real_library.programs.values():
        for week in range(1, 9):
            moves = {(move.exercise, move.variation) for move in program.phase(week).moves}
            assert ("push-up", "standard") not in moves
            assert "i-y-t" not in {exercise for exercise, _ in moves}


def test_who_is_to_be_checked_first_is_offered_breathing_alone(real_library: Library) -> None:
    person = Person(frozenset(), frozenset(Kit), 10, frozenset({0, 2}), frozenset({"check-first"}))
    plan = week_plan(real_library.programs["ease"], 5, person, real_library)
    assert {entry.exercise for day in plan.days for entry in day.entries} == {"belly-breathing"}
    assert all(one.because == ("check-first",) for one in plan.left_out)


def test_not_here_offers_what_this_place_allows_the_most_alike_first(real_library: Library) -> None:
    program = real_library.programs["ease"]
    day = week_plan(program, 5, EVERYWHERE, real_library).days[1]
    gone = day.picks[0]
    office = Person(frozenset({Place.CHAIR}), frozenset(), 10, EVERYWHERE.days)
    found = instead(day, gone.entry.exercise, program, 5, office, real_library)
    assert found
    for pick in found:
        assert pick.entry.exercise not in {entry.exercise for entry in day.entries}
        form = real_library.exercises[pick.entry.exercise].variation(pick.entry.variation)
        assert possible(form, office)
    alike = [pick.role is gone.role for pick in found]
    assert alike == sorted(alike, reverse=True)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PEOPLE)
def test_what_stands_in_suits_the_person_too(real_library: Library, person: Person) -> None:
    program = real_library.programs["strength"]
    day = week_plan(program, 5, EVERYWHERE, real_library).days[0]
    for pick in instead(day, day.entries[0].exercise, program, 5, person, real_library):
        verdict = real_library.matrix.judge(pick.entry.exercise, pick.entry.variation, person.flags)
        assert verdict.answer is Answer.OK
