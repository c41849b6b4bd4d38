"""The gate before every session: nothing that flags forbid comes through, whatever they are."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from bot.domain.exercises import Direction, Entry, Kind, Level, Library, Place
from bot.domain.matrix import Answer, Flag, Matrix, Rule
from bot.domain.screening import CHECK_FIRST
from bot.domain.sessions import plan
from bot.domain.suiting import NOT_ASKED, NOT_FOR_YOU, Limits, calm, narrowed, suit
from tests import builders

SORE = Flag("sore", {"cat-cow": Rule(Answer.ADAPT, ("easier",)), "row": Rule(Answer.SKIP)}, {"en": "Sore"})
ILL = Flag("ill", {}, {"en": "Ill"}, Answer.ASK)


def small() -> Library:
    """Return a library of a mobility, a strength and a breathing exercise, with two flags."""
    made = builders.library(
        builders.exercise("cat-cow"),
        builders.exercise("row", level=Level.MODERATE, kind=Kind.STRENGTH),
        builders.exercise("breathe", kind=Kind.BREATHING),
    )
    matrix = Matrix({"sore": SORE, "ill": ILL})
    return Library(made.exercises, made.routines, made.cards, made.sources, matrix=matrix)


ALL = [builders.entry("cat-cow", sets=3), builders.entry("row"), builders.entry("breathe")]


def left(limits: Limits, entries: list[Entry] | None = None) -> list[tuple[str, str]]:
    """Return exercises and forms that come through."""
    suited = suit(ALL if entries is None else entries, small(), limits)
    return [(one.exercise, one.variation) for one in suited.entries]


def test_without_flags_everything_stays_as_it_is() -> None:
    suited = suit(ALL, small(), Limits())
    assert suited.entries == tuple(ALL)
    assert suited.changed == ()


def test_a_flag_leaves_out_and_adapts_and_says_why() -> None:
    suited = suit(ALL, small(), Limits(frozenset({"sore"})))
    assert [one.exercise for one in suited.entries] == ["cat-cow", "breathe"]
    assert suited.entries[0].variation == "easier"
    assert suited.entries[0].dose.sets == 3
    told = [(one.exercise, one.verdict.answer, one.verdict.because) for one in suited.changed]
    assert told == [("cat-cow", Answer.ADAPT, ("sore",)), ("row", Answer.SKIP, ("sore",))]


@pytest.mark.parametrize(
    ("limits", "through", "reason"),
    [
        (Limits(nothing=True), [], NOT_FOR_YOU),
        (Limits(breathing=True), [("breathe", "standard")], CHECK_FIRST),
        (Limits(gentle=True), [("cat-cow", "standard"), ("breathe", "standard")], NOT_ASKED),
    ],
)
def test_what_holds_for_all_exercises(limits: Limits, through: list[tuple[str, str]], reason: str) -> None:
    assert left(limits) == through
    assert {one.verdict.because for one in suit(ALL, small(), limits).changed} == {(reason,)}


def test_who_was_not_asked_yet_gets_no_harder_form() -> None:
    assert left(Limits(gentle=True), [builders.entry("cat-cow", "harder")]) == [("cat-cow", "standard")]


def test_an_exercise_that_content_no_longer_has_is_passed_over() -> None:
    assert left(Limits(), [builders.entry("gone")]) == []


def test_a_form_that_content_no_longer_has_is_judged_as_what_stands_in_for_it() -> None:
    limits = Limits(frozenset({"sore"}))
    assert left(limits, [builders.entry("cat-cow", "gone")]) == [("cat-cow", "easier")]


def test_the_ladder_keeps_to_what_suits() -> None:
    """Pressing "harder" must not lead to what the flags forbid; the same holds for what can stand in."""
    library, limits = small(), Limits(frozenset({"sore"}))
    items = plan(ALL, library, "en", lambda entry: [one for one in ALL if one != entry])
    kept = narrowed(items, library, limits)
    assert [item.exercise for item in kept] == ["cat-cow", "breathe"]
    assert [rung.variation for rung in kept[0].rungs] == ["easier"]
    assert kept[0].rungs[kept[0].rung].dose.sets == 3
    assert [item.exercise for item in kept[0].instead] == ["breathe"]
    assert narrowed(items, library, Limits()) == items


def test_calm_is_breathing_in_the_form_that_suits(real_library: Library) -> None:
    assert calm(small(), Limits(breathing=True)) == builders.entry("breathe")
    assert calm(small(), Limits(nothing=True)) is None
    assert calm(real_library, Limits(frozenset({"lungs"}))) is None
    found = calm(real_library, Limits(frozenset({"pregnant"})))
    assert found
    assert found.variation == "on-your-side"


@pytest.mark.parametrize(
    ("places", "flags", "form"),
    [
        ({Place.FLOOR, Place.CHAIR}, set(), "standard"),
        ({Place.CHAIR, Place.STANDING}, set(), "on-chair"),
        ({Place.STANDING}, set(), "standing"),
        ({Place.CHAIR, Place.WALL}, {"pregnant"}, "on-chair"),
        ({Place.BED}, {"pregnant"}, "on-your-side"),
        ({Place.DOORWAY}, set(), "standard"),
    ],
)
def test_calm_takes_a_form_for_the_places_where_somebody_is(
    real_library: Library, places: set[Place], flags: set[str], form: str
) -> None:
    """Where no form is for them, it is the standard one: better than none."""
    found = calm(
        real_library, Limits(frozenset(flags), breathing=True), lambda one: bool(one.places & places)
    )
    assert found
    assert found.variation == form


def subsets(flags: list[str]) -> Iterator[frozenset[str]]:
    """Return every set of flags."""
    for size in range(len(flags) + 1):
        yield from map(frozenset, combinations(flags, size))


def concerned(library: Library, slug: str) -> list[str]:
    """Return the flags that say anything about an exercise; no other changes what is said about it."""
    flags = library.matrix.flags.values()
    return [f.slug for f in flags if (f.rules.get(slug) or Rule(f.others)).answer is not Answer.OK]


@pytest.mark.parametrize("number", range(10))
def test_no_set_of_flags_lets_a_forbidden_form_through(real_library: Library, number: int) -> None:
    """All sets of flags; what is checked are the table's own words, not the judge."""
    exercise = [*real_library.exercises.values()][number]
    matrix = real_library.matrix
    lines = [Entry(exercise.slug, exercise.standard.slug, exercise.standard.dose)]
    for flags in subsets(concerned(real_library, exercise.slug)):
        limits = Limits(flags)
        suited = suit(lines, real_library, limits)
        items = narrowed(plan(suited.entries, real_library), real_library, limits)
        assert len(items) == len(suited.entries)
        assert len(suited.entries) == 1 or suited.changed
        rules = [
            matrix.flags[flag].rules.get(exercise.slug) or Rule(matrix.flags[flag].others) for flag in flags
        ]
        for rung in (rung for item in items for rung in item.rungs):
            assert all(rule.answer is Answer.ADAPT and rung.variation in rule.use for rule in rules)


def test_somebody_not_asked_yet_finds_nothing_but_gentle_ground(real_library: Library) -> None:
    lines = [Entry(e.slug, v.slug, v.dose) for e in real_library.exercises.values() for v in e.variations]
    limits = Limits(gentle=True)
    items = narrowed(plan(suit(lines, real_library, limits).entries, real_library), real_library, limits)
    assert items
    for item in items:
        exercise = real_library.exercises[item.exercise]
        assert exercise.level is Level.GENTLE
        assert all(exercise.variation(r.variation).direction is not Direction.HARDER for r in item.rungs)
