"""What can stand in for an exercise that cannot be done here."""

from dataclasses import replace

from bot.domain import standins
from bot.domain.exercises import Direction, Dose, Entry, Exercise, Kind, Kit, Level, Library, Place, Variation
from bot.domain.matrix import Answer, Flag, Matrix, Rule
from bot.domain.plan import Person
from tests.builders import exercise

NOBODY = Person(frozenset(), frozenset(), 0, frozenset())


def form(slug: str, place: Place, *kit: Kit) -> Variation:
    """Return a form of an exercise."""
    direction = Direction.STANDARD if slug == "standard" else Direction.EASIER
    return Variation(slug, direction, Dose(reps=6), frozenset({place}), frozenset(kit))


def made(slug: str, *forms: Variation, kind: Kind = Kind.MOBILITY) -> Exercise:
    """Return an exercise with these forms."""
    return replace(exercise(slug), variations=forms, kind=kind)


BOOK = made("book", form("seated", Place.CHAIR), form("standard", Place.FLOOR))
CAT = made("cat", form("standard", Place.CHAIR))
BEND = made("bend", form("standard", Place.STANDING))
ROLL = made("roll", form("standard", Place.FLOOR))
PULL = made("pull", form("standard", Place.STANDING, Kit.BAND))
PUSH = made("push", form("standard", Place.STANDING), kind=Kind.STRENGTH)
LIBRARY = Library({one.slug: one for one in (BOOK, CAT, BEND, ROLL, PULL, PUSH)}, {}, {}, {})


def line(slug: str, variation: str = "standard") -> Entry:
    """Return a line of a routine."""
    return Entry(slug, variation, Dose(sets=2, reps=9))


def test_the_same_exercise_in_another_form_comes_first_with_the_sets_of_the_line() -> None:
    first, *rest = standins.others(line("book"), [line("book")], LIBRARY, NOBODY)
    assert first == Entry("book", "seated", Dose(sets=2, reps=6))
    assert [one.exercise for one in rest] == ["cat", "bend"]


def test_what_is_done_on_a_chair_can_be_done_standing_instead_and_back() -> None:
    both = made("both", form("seated", Place.CHAIR), form("standard", Place.STANDING))
    library = replace(LIBRARY, exercises={"both": both})
    [up] = standins.others(line("both", "seated"), [line("both")], library, NOBODY)
    [down] = standins.others(line("both"), [line("both")], library, NOBODY)
    assert (up.variation, down.variation) == ("standard", "seated")
    strong = replace(library, exercises={"both": replace(both, kind=Kind.STRENGTH)})
    assert standins.others(line("both", "seated"), [line("both")], strong, NOBODY) == ()


def test_only_what_is_of_the_same_kind_needs_nothing_and_is_not_there_already() -> None:
    found = standins.others(line("cat"), [line("cat"), line("bend")], LIBRARY, NOBODY)
    assert [(one.exercise, one.variation) for one in found] == [("book", "seated")]


def test_what_a_plan_knows_comes_before_the_rest() -> None:
    found = standins.others(line("push"), [line("push")], LIBRARY, NOBODY, [line("bend"), line("cat")])
    assert [one.exercise for one in found] == ["bend", "cat"]


def test_what_stretches_and_what_moves_stand_in_for_each_other_the_same_kind_first() -> None:
    stretch = made("stretch", form("standard", Place.CHAIR), kind=Kind.STRETCH)
    library = replace(LIBRARY, exercises={"stretch": stretch, **LIBRARY.exercises})
    found = standins.others(line("cat"), [line("cat"), line("bend")], library, NOBODY)
    assert [one.exercise for one in found] == ["book", "stretch"]


def test_no_exchange_brings_strength_work_by_the_back_door() -> None:
    """A day that is gentle because of pain stays gentle; one of strength gets nothing harder."""
    hard = replace(made("hard", form("standard", Place.CHAIR), kind=Kind.STRENGTH), level=Level.ADVANCED)
    calm = made("calm", form("standard", Place.CHAIR), kind=Kind.BREATHING)
    library = replace(LIBRARY, exercises={**LIBRARY.exercises, "hard": hard, "calm": calm})
    plan = [line("push"), line("hard"), line("bend")]
    loose = standins.others(line("cat"), [line("cat")], library, NOBODY, plan)
    assert [one.exercise for one in loose] == ["bend", "book"]
    assert standins.others(line("calm"), [line("calm")], library, NOBODY, plan) == ()
    assert [one.exercise for one in standins.others(line("push"), [line("push")], library, NOBODY)] == []
    assert [one.exercise for one in standins.others(line("hard"), [line("hard")], library, NOBODY)] == [
        "push"
    ]


def test_it_is_kind_to_flags() -> None:
    stiff = Flag("stiff", {"bend": Rule(Answer.SKIP), "book": Rule(Answer.ASK)}, {"en": "Stiff"})
    library = replace(LIBRARY, matrix=Matrix({"stiff": stiff}))
    who = replace(NOBODY, flags=frozenset({"stiff"}))
    assert standins.others(line("cat"), [line("cat")], library, who) == ()


def test_for_what_is_not_known_there_is_nothing() -> None:
    assert standins.others(line("gone"), [line("gone")], LIBRARY, NOBODY) == ()
