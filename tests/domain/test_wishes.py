"""What the plan asks: taps in any order lead to answers that make sense."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import wishes
from bot.domain.exercises import Library
from bot.domain.programs import Goal, Program, ProgramText
from bot.domain.wishes import DONE, NONE, Ask, Given
from tests import builders

WORDS = {"en": ProgramText("A", "B")}
PROGRAMS = {
    "ease": Program("ease", 1, Goal.EASE, (8, 4), (), (), WORDS),
    "desk": Program("desk", 2, Goal.DESK, (4, 12), (), (), WORDS),
}
LIBRARY: Library = replace(builders.library(), programs=PROGRAMS)
ALL = (
    (Ask.GOAL, "ease"),
    (Ask.PLACES, "chair"),
    (Ask.PLACES, DONE),
    (Ask.KIT, DONE),
    (Ask.MINUTES, "10"),
    (Ask.DAYS, "0"),
    (Ask.DAYS, "2"),
    (Ask.DAYS, DONE),
    (Ask.WEEKS, "8"),
    (Ask.MOMENT, "lunch"),
    (Ask.SPOT, "desk"),
)
TAPS = st.tuples(
    st.sampled_from(Ask),
    st.sampled_from(
        ["ease", "desk", "chair", "floor", "band", "5", "0", "6", "8", "12", "lunch", NONE, DONE, "x"]
    ),
)


def tapped(*taps: tuple[Ask, str]) -> Given:
    """Return what comes of these taps."""
    known: Given = {}
    for ask, choice in taps:
        known = wishes.answer(known, ask, choice, LIBRARY)
    return known


def test_every_question_is_asked_once_in_order() -> None:
    asked = []
    known: Given = {}
    for ask, choice in ALL:
        if wishes.following(known) not in asked:
            asked.append(wishes.following(known))
        known = wishes.answer(known, ask, choice, LIBRARY)
    assert asked == list(Ask)
    assert wishes.following(known) is None
    assert known[Ask.DAYS] == ("0", "2", DONE)


@given(st.lists(TAPS, max_size=40))
@settings(deadline=None, max_examples=100)
def test_it_takes_in_nothing_that_makes_no_sense(taps: list[tuple[Ask, str]]) -> None:
    known = tapped(*taps)
    for ask in Ask:
        assert set(wishes.ticks(known, ask)) <= set(wishes.choices(ask, known, LIBRARY))
        assert ask.many or len(known.get(ask, ())) <= 1


@given(st.lists(TAPS, max_size=20))
@settings(deadline=None, max_examples=100)
def test_back_leads_to_the_question_before(taps: list[tuple[Ask, str]]) -> None:
    known = tapped(*taps)
    now, before = wishes.following(known), wishes.following(wishes.back(known))
    order = [*Ask, None]
    if any(known.get(ask) for ask in order[: order.index(now)] if ask):
        assert order.index(before) < order.index(now)


def test_of_places_and_days_something_must_be_ticked_and_of_the_kit_nothing() -> None:
    known = tapped((Ask.GOAL, "ease"), (Ask.PLACES, DONE))
    assert wishes.following(known) is Ask.PLACES
    known = tapped((Ask.GOAL, "ease"), (Ask.PLACES, "chair"), (Ask.PLACES, DONE), (Ask.KIT, DONE))
    assert wishes.following(known) is Ask.MINUTES


def test_a_second_tap_unticks() -> None:
    assert wishes.ticks(tapped(ALL[0], ALL[1], ALL[1]), Ask.PLACES) == []


def test_another_goal_asks_for_the_weeks_again_where_it_has_no_such_program() -> None:
    known = wishes.reopened(tapped(*ALL), Ask.GOAL)
    assert wishes.following(wishes.answer(known, Ask.GOAL, "desk", LIBRARY)) is Ask.WEEKS
    assert wishes.following(wishes.answer(known, Ask.GOAL, "ease", LIBRARY)) is None
    assert wishes.choices(Ask.WEEKS, {**known, Ask.GOAL: ("desk",)}, LIBRARY) == ("4", "12")


def test_who_wants_no_moment_is_not_asked_where() -> None:
    known = wishes.answer(wishes.reopened(tapped(*ALL), Ask.MOMENT), Ask.MOMENT, NONE, LIBRARY)
    assert wishes.following(known) is None
    assert known[Ask.SPOT] == ()


@pytest.mark.parametrize(
    ("words", "at", "spot"),
    [("lunch desk", time(13, 30), "desk"), ("none", None, None), ("", None, None), ("gone gone", None, None)],
)
def test_it_reads_a_cue_as_it_is_stored(words: str, at: time | None, spot: str | None) -> None:
    cue = wishes.cue(words)
    assert (cue.at, cue.spot) == (at, spot)


def test_stored_words_stay() -> None:
    assert [ask.value for ask in Ask] == [
        "goal",
        "places",
        "kit",
        "minutes",
        "days",
        "weeks",
        "moment",
        "spot",
    ]
    assert list(wishes.MOMENTS) == ["getting-up", "breakfast", "coffee", "lunch", "work", "bed"]
    assert wishes.SPOTS == ("desk", "living-room", "bedroom", "kitchen", "anywhere")
    assert (DONE, NONE) == ("done", "none")
