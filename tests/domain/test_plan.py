"""Pieces of the plan: strength days, forms that fit, a person's own lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.exercises import Direction, Dose, Entry, Kit, Library, Place, Variation
from bot.domain.matrix import Answer, Flag, Matrix, Rule
from bot.domain.pain import Start
from bot.domain.plan import (
    DayPlan,
    Left,
    LeftOut,
    Person,
    Pick,
    WeekPlan,
    choose,
    fit,
    gentler,
    strength_days,
    week_plan,
)
from bot.domain.plan import Kind as DayKind
from bot.domain.programs import Goal, Move, Phase, Program, ProgramText, Role
from tests.builders import exercise

FORMS = (
    Variation("chair", Direction.EASIER, Dose(reps=4), frozenset({Place.CHAIR}), frozenset({Kit.CHAIR})),
    Variation("standard", Direction.STANDARD, Dose(reps=8), frozenset({Place.FLOOR}), frozenset({Kit.MAT})),
    Variation("band", Direction.HARDER, Dose(reps=8), frozenset({Place.CHAIR}), frozenset({Kit.BAND})),
)
TURN = exercise("turn").__class__(**{**exercise("turn").__dict__, "variations": FORMS})
MATRIX = Matrix(
    {
        "stiff": Flag("stiff", {"turn": Rule(Answer.ADAPT, ("band",))}, {"en": "Stiff"}),
        "fresh": Flag("fresh", {"turn": Rule(Answer.ASK)}, {"en": "Fresh"}),
        "no": Flag("no", {"turn": Rule(Answer.SKIP)}, {"en": "No"}),
    }
)
LIBRARY = Library({"turn": TURN}, {}, {}, {}, matrix=MATRIX)
MOVE = Move("turn", "standard", Role.LOOSEN, sets=2)


def person(*places: Place, kit: frozenset[Kit] = frozenset(), flags: frozenset[str] = frozenset()) -> Person:
    """Return somebody with ten minutes on Mondays."""
    return Person(frozenset(places), kit, 10, frozenset({0}), flags)


@given(st.frozensets(st.integers(0, 6)), st.integers(0, 3))
def test_strength_days_are_chosen_days_and_never_neighbours(days: frozenset[int], wanted: int) -> None:
    found = strength_days(days, wanted)
    assert found <= days
    assert len(found) <= wanted
    assert not any((day + 1) % 7 in found for day in found)


@pytest.mark.parametrize(
    ("days", "wanted", "found"),
    [
        ({0, 2, 4}, 3, {0, 2, 4}),
        ({0, 1}, 2, {0}),
        ({0, 6}, 2, {0}),
        ({0, 1, 3, 4, 6}, 3, {1, 3, 6}),
        ({2}, 0, set()),
    ],
)
def test_as_many_strength_days_as_rest_between_them_allows(
    days: set[int], wanted: int, found: set[int]
) -> None:
    assert len(strength_days(frozenset(days), wanted)) == len(found)


def test_the_form_of_the_program_is_kept_where_it_fits() -> None:
    assert fit(MOVE, person(Place.FLOOR), LIBRARY) == Pick(
        Entry("turn", "standard", Dose(sets=2, reps=8)), Role.LOOSEN
    )


def test_an_easier_form_stands_in_where_the_place_asks_for_it() -> None:
    found = fit(MOVE, person(Place.CHAIR), LIBRARY)
    assert found == Pick(Entry("turn", "chair", Dose(sets=2, reps=4)), Role.LOOSEN, fitted=True)


def test_a_harder_form_never_stands_in_for_the_place_alone() -> None:
    here = person(Place.STANDING, kit=frozenset({Kit.BAND}))
    assert fit(MOVE, here, LIBRARY) == LeftOut("turn", Left.PLACE)


def test_a_flag_leads_to_the_form_that_suits_it() -> None:
    here = person(Place.CHAIR, kit=frozenset({Kit.BAND}), flags=frozenset({"stiff"}))
    found = fit(MOVE, here, LIBRARY)
    assert isinstance(found, Pick)
    assert (found.entry.variation, found.because) == ("band", ("stiff",))


@pytest.mark.parametrize(("flag", "why"), [("fresh", Left.ASK), ("no", Left.FLAG)])
def test_what_is_left_out_says_which_flag(flag: str, why: Left) -> None:
    assert fit(MOVE, person(flags=frozenset({flag})), LIBRARY) == LeftOut("turn", why, (flag,))


def test_a_persons_own_line_comes_before_the_programs() -> None:
    own = Entry("turn", "standard", Dose(sets=1, reps=12))
    here = Person(frozenset(), frozenset(), 10, frozenset({0}), own={"turn": own})
    found = fit(MOVE, here, LIBRARY)
    assert isinstance(found, Pick)
    assert found.entry == own


def test_phases_follow_each_other_and_the_last_goes_on() -> None:
    def phase(slug: str) -> Phase:
        return Phase(slug, 2, 5, 0, (MOVE,), {"en": slug})

    words = {"en": ProgramText("A", "B")}
    program = Program("a", 1, Goal.EASE, (2, 4), (phase("one"), phase("two")), (), words)
    assert [program.phase(week).slug for week in (1, 2, 3, 4, 9)] == ["one", "one", "two", "two", "two"]
    assert choose([program], Goal.EASE, 4) is program
    assert choose([program], Goal.EASE, 12) is program
    assert choose([program], Goal.DESK, 4) is None
    plan = week_plan(program, 3, person(Place.FLOOR), LIBRARY)
    assert (plan.phase.slug, len(plan.days), plan.left_out) == ("two", 1, ())


def test_what_a_person_leaves_out_is_left_out() -> None:
    here = Person(frozenset(), frozenset(), 10, frozenset({0}), without=frozenset({"turn"}))
    assert fit(MOVE, here, LIBRARY) == LeftOut("turn", Left.OWN)


def week(*days: DayPlan) -> WeekPlan:
    """Return a week of these days."""
    return WeekPlan(Phase("one", 2, 5, 1, (MOVE,), {"en": "One"}), days, ())


def picks(role: Role, *reps: int) -> tuple[Pick, ...]:
    """Return lines that differ in their repetitions."""
    return tuple(Pick(Entry("turn", "standard", Dose(reps=count)), role) for count in reps)


LOOSE = DayPlan(0, DayKind.MOBILITY, picks(Role.LOOSEN, 1, 2, 3))
STRONG = DayPlan(3, DayKind.STRENGTH, (*picks(Role.STRENGTHEN, 9), *picks(Role.LOOSEN, 4)))


def test_a_planned_day_is_as_planned() -> None:
    assert week(LOOSE, STRONG).on(3) == STRONG


@pytest.mark.parametrize(
    ("weekday", "reps"),
    [(1, [1, 2, 3]), (6, [1, 2, 3]), (2, [4, 1, 2, 3]), (4, [4, 1, 2, 3]), (5, [1, 2, 3])],
)
def test_another_day_has_what_loosens_of_the_nearest_days_never_strength(
    weekday: int, reps: list[int]
) -> None:
    found = week(LOOSE, STRONG).on(weekday)
    assert found
    assert (found.weekday, found.kind) == (weekday, DayKind.MOBILITY)
    assert [pick.entry.dose.reps for pick in found.picks] == reps


def test_a_day_with_nothing_in_it_is_none() -> None:
    assert week().on(0) is None
    assert week(DayPlan(0, DayKind.MOBILITY, ())).on(0) is None
    assert week(DayPlan(0, DayKind.STRENGTH, picks(Role.STRENGTHEN, 9))).on(1) is None


@pytest.mark.parametrize(
    ("start", "roles"),
    [
        (Start.AS_PLANNED, [Role.CALM, Role.LOOSEN, Role.STRENGTHEN]),
        (Start.GENTLE, [Role.CALM, Role.LOOSEN]),
        (Start.BREATHING_ONLY, [Role.CALM]),
    ],
)
def test_pain_before_a_session_asks_for_less(start: Start, roles: list[Role]) -> None:
    line = Entry("turn", "standard", Dose(reps=8))
    picks = tuple(Pick(line, role) for role in (Role.CALM, Role.LOOSEN, Role.STRENGTHEN))
    day = gentler(DayPlan(0, DayKind.STRENGTH, picks), start)
    assert [pick.role for pick in day.picks] == roles
    assert day.kind is (DayKind.STRENGTH if start is Start.AS_PLANNED else DayKind.MOBILITY)
