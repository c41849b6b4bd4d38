"""The table of who should do which exercise how: no path leads to what a flag forbids."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from bot.domain.exercises import Library, Place
from bot.domain.matrix import Answer, Matrix, Rule

EXERCISES = [
    "seated-cat-cow", "side-bend-reach", "scapular-squeeze", "doorway-stretch", "open-book",
    "i-y-t", "wall-angel", "band-row", "push-up", "belly-breathing",
]  # fmt: skip

# The table of the ten exercises: OK, Adapt, Skip, aSk first; "as" and the like leave either.
TABLE = {
    "neck-sore": "a a o a a a a o a o",
    "shoulder-sore": "a a o a a a a a a o",
    "shoulder-unstable": "a a o s a s a a a o",
    "wrist-sore": "o o o o o o o a as o",
    "low-back-sore": "a a o o a s o o a o",
    "brittle-bones": "a a o o as as o a a o",
    "pregnant": "a o o o a s o a a a",
    "surgery": "q q q q q q q q q ao",
    "dizzy": "a a o o s s o o a a",
    "blood-pressure": "o o o o o s o a a a",
    "lungs": "o o o o a a o a a q",
    "latex": "o o o o o o o a o o",
    "no-floor": "o o o o a o o o a a",
}
LETTERS = {Answer.OK: "o", Answer.ADAPT: "a", Answer.SKIP: "s", Answer.ASK: "q"}


def subsets(flags: list[str]) -> Iterator[tuple[str, ...]]:
    """Return every set of flags."""
    for size in range(len(flags) + 1):
        yield from combinations(flags, size)


@pytest.mark.parametrize("flag", TABLE)
def test_it_says_what_the_sheets_say(real_library: Library, flag: str) -> None:
    said = TABLE[flag].split()
    for slug, letters in zip(EXERCISES, said, strict=True):
        answer = real_library.matrix.judge(slug, "standard", [flag]).answer
        assert LETTERS[answer] in letters, (flag, slug, answer)


def test_all_flags_of_the_table_are_there(real_library: Library) -> None:
    assert set(real_library.matrix.flags) == {*TABLE, "check-first", "heart"}


@pytest.mark.parametrize("slug", EXERCISES)
def test_no_set_of_flags_leads_to_a_forbidden_form(real_library: Library, slug: str) -> None:
    """All sets of flags that say anything about the exercise; the others change nothing (see below)."""
    matrix = real_library.matrix
    forms = [variation.slug for variation in real_library.exercises[slug].variations]
    rules = {flag.slug: flag.rules.get(slug) or Rule(flag.others) for flag in matrix.flags.values()}
    rules = {flag: rule for flag, rule in rules.items() if rule.answer is not Answer.OK}
    for flags in subsets([*rules]):
        answers = {rules[flag].answer for flag in flags}
        for form in forms:
            verdict = matrix.judge(slug, form, flags)
            if verdict.variation is None:
                assert verdict.answer in {Answer.SKIP, Answer.ASK}
                continue
            assert verdict.variation in forms
            assert answers <= {Answer.ADAPT}
            assert all(verdict.variation in rules[flag].use for flag in flags)


def test_flags_without_a_rule_for_an_exercise_change_nothing(real_library: Library) -> None:
    matrix = real_library.matrix
    for slug in EXERCISES:
        silent = [f.slug for f in matrix.flags.values() if slug not in f.rules and f.others is Answer.OK]
        assert matrix.judge(slug, "standard", silent).because == ()


def test_who_cannot_get_to_the_floor_is_never_sent_there(real_library: Library) -> None:
    for exercise in real_library.exercises.values():
        for form in exercise.variations:
            verdict = real_library.matrix.judge(exercise.slug, form.slug, ["no-floor"])
            assert verdict.variation is not None
            assert exercise.variation(verdict.variation).places != {Place.FLOOR}


def test_who_must_be_checked_first_may_still_breathe(real_library: Library) -> None:
    fine = [s for s in EXERCISES if real_library.matrix.judge(s, "standard", ["check-first"]).variation]
    assert fine == ["belly-breathing"]


def test_it_says_honestly_who_has_looked_it_over(real_library: Library) -> None:
    matrix: Matrix = real_library.matrix
    assert "not yet reviewed by a physiotherapist" in matrix.state["en"]
    assert set(matrix.state) == {"en", "es"}
    assert all(set(flag.names) == {"en", "es"} for flag in matrix.flags.values())


def test_an_exercise_to_come_is_not_offered_to_who_must_see_a_doctor_first(real_library: Library) -> None:
    answers = [
        real_library.matrix.judge("brand-new", "standard", [flag]).answer
        for flag in ("check-first", "surgery")
    ]
    assert answers == [Answer.SKIP, Answer.ASK]
