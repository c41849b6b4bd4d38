"""What a session says about each of its exercises, and what is left of a routine for somebody in pain."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.exercises import Entry, Kind
from bot.domain.pain import Light, Start
from bot.domain.player import Player, Press, begin
from bot.domain.progression import Turn
from bot.domain.sessions import plan
from bot.domain.turns import Felt, Report, breathing, line, softer, turns
from tests import builders

DAY = date(2026, 3, 2)
ROW, SQUAT = builders.entry("row"), builders.entry("squat", sets=1)
LIBRARY = builders.library(
    builders.exercise("row", kind=Kind.STRENGTH),
    builders.exercise("squat"),
    builders.exercise("breathe", kind=Kind.BREATHING),
)
STRENGTH = {"row"}
BREATHE = builders.entry("breathe")


def player(*presses: Press, entries: tuple[Entry, ...] = (ROW, SQUAT)) -> Player:
    """Return a session after these presses."""
    made = begin(plan(entries, LIBRARY))
    for press in presses:
        made = made.press(press)
    return made


def said(made: Player, **about: object) -> list[Turn]:
    """Return the turns of a session."""
    return list(turns(Report(DAY, made, **about), STRENGTH))  # type: ignore[arg-type]


DONE = (Press.DONE,) * 3
WHOLE = player(*DONE)


def test_what_was_done_in_full_without_a_word_was_fine() -> None:
    assert said(WHOLE) == [Turn(DAY, ROW, Light.GREEN), Turn(DAY, SQUAT, Light.GREEN)]


def test_what_was_left_or_skipped_says_nothing() -> None:
    assert said(player(Press.DONE, Press.SKIP)) == []
    assert said(player(Press.DONE, Press.DONE, Press.STOP)) == [Turn(DAY, ROW, Light.GREEN)]


@pytest.mark.parametrize(
    ("before", "score", "lit"),
    [(None, 3, Light.GREEN), (0, 4, Light.AMBER), (5, 6, Light.RED), (4, 5, Light.AMBER), (0, 8, Light.RED)],
)
def test_a_score_during_an_exercise_is_about_that_exercise(
    before: int | None, score: int, lit: Light
) -> None:
    found = said(WHOLE, before=before, felt=[Felt(0, "row", score)])
    assert [turn.light for turn in found] == [lit, Light.GREEN]


def test_a_score_afterwards_is_about_all_of_them() -> None:
    assert {turn.light for turn in said(WHOLE, after=5)} == {Light.AMBER}


def test_what_hurt_counts_although_it_was_not_done() -> None:
    found = said(player(Press.SKIP), felt=[Felt(0, "row", 7)])
    assert found == [Turn(DAY, ROW, Light.RED)]


def test_what_was_exchanged_because_it_hurt_counts_too() -> None:
    items = plan([ROW, SQUAT], LIBRARY)
    swapped = replace(items[0], instead=plan([builders.entry("breathe", sets=1)], LIBRARY))
    made = begin([swapped, items[1]]).press(Press.INSTEAD).press(Press.DONE)
    found = said(made, felt=[Felt(0, "row", 5)])
    assert [(turn.entry.exercise, turn.light) for turn in found] == [
        ("breathe", Light.GREEN),
        ("row", Light.AMBER),
    ]


def test_a_good_turn_counts_for_what_was_really_done() -> None:
    easier = said(player(Press.EASIER, *DONE))
    assert easier[0].entry.variation == "easier"
    less = said(player(Press.LESS, *DONE))
    assert less[0].entry == replace(ROW, dose=ROW.dose.half)


@pytest.mark.parametrize("press", [Press.EASIER, Press.LESS])
@pytest.mark.parametrize("about", [{"felt": [Felt(0, "row", 5)]}, {"after": 6}, {"before": 0, "next_day": 4}])
def test_what_hurt_counts_for_the_line_whatever_was_done_in_the_end(
    press: Press, about: Mapping[str, object]
) -> None:
    assert said(player(press, *DONE), **about)[0].entry == ROW


@pytest.mark.parametrize(
    ("before", "next_day", "worse"),
    [(2, 5, True), (2, 3, False), (5, 5, False), (None, 8, False), (2, None, False)],
)
def test_the_next_day_is_worse_only_where_both_days_are_known(
    before: int | None, next_day: int | None, worse: bool
) -> None:
    assert {turn.worse_next_day for turn in said(WHOLE, before=before, next_day=next_day)} == {worse}


def test_what_was_to_spare_is_said_of_strength_work_and_felt_of_the_rest() -> None:
    assert [turn.extra for turn in said(WHOLE)] == [0, 0]
    assert [turn.extra for turn in said(WHOLE, extras={0: 1}, after=2)] == [1, 2]


def test_breathing_answers_only_for_what_hurt_while_breathing() -> None:
    """A back that hurts before and after is no reason to breathe less; nor is it one to breathe more."""
    made = player(Press.DONE, Press.DONE, Press.DONE, entries=(BREATHE, SQUAT))

    def breathed(**about: object) -> Turn:
        return next(turns(Report(DAY, made, **about), STRENGTH, {"breathe"}))  # type: ignore[arg-type]

    assert breathed(after=2) == Turn(DAY, BREATHE, Light.GREEN, 2)
    assert breathed(before=2, after=7, next_day=7) == Turn(DAY, BREATHE, Light.GREEN, 0)
    assert breathed(felt=[Felt(0, "breathe", 7)]).light is Light.RED


def test_the_line_of_an_item_is_the_one_it_was_planned_from() -> None:
    assert [line(item) for item in plan([ROW, SQUAT], LIBRARY)] == [ROW, SQUAT]


@pytest.mark.parametrize(
    ("start", "left"),
    [
        (Start.AS_PLANNED, (ROW, SQUAT, BREATHE)),
        (Start.GENTLE, (SQUAT, BREATHE)),
        (Start.BREATHING_ONLY, (BREATHE,)),
    ],
)
def test_pain_leaves_less_of_a_routine(start: Start, left: tuple[Entry, ...]) -> None:
    assert softer((ROW, SQUAT, BREATHE), start, LIBRARY) == left


def test_where_nothing_is_left_it_is_breathing() -> None:
    assert softer((ROW,), Start.GENTLE, LIBRARY) == breathing(LIBRARY.exercises.values()) == (BREATHE,)
    assert softer((ROW, SQUAT), Start.BREATHING_ONLY, LIBRARY) == (BREATHE,)
    assert softer((ROW,), Start.GENTLE, builders.library(builders.exercise("row", kind=Kind.STRENGTH))) == ()


def test_breathing_takes_a_form_that_can_be_done_here() -> None:
    known = LIBRARY.exercises.values()
    assert breathing(known, lambda form: form.slug != "standard")[0].variation == "easier"
    assert breathing(known, lambda _: False) == (BREATHE,)
