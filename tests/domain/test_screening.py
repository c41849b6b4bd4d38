"""The questions before the plan, as a state that is read from the answers; with invented questions."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.safety import Tier
from bot.domain.screening import DONE, Choice, Gate, Given, Question, Screening


def choice(slug: str, *flags: str, tier: Tier | None = None, adult: bool = True) -> Choice:
    """Return an answer."""
    return Choice(slug, flags, tier, adult, {"en": slug})


SCREENING = Screening(
    (
        Question(
            "age", False, (choice("grown"), choice("child", adult=False)), {"en": "Age?", "es": "¿Edad?"}
        ),
        Question(
            "signs",
            False,
            (choice("none"), choice("now", tier=Tier.A), choice("soon", tier=Tier.B)),
            {"en": "?"},
        ),
        Question("body", True, (choice("neck", "neck-sore"), choice("wrist", "wrist-sore")), {"en": "?"}),
    )
)
TAPS = st.lists(
    st.tuples(
        st.sampled_from(["age", "signs", "body", "moon"]),
        st.sampled_from(["grown", "child", "none", "now", "soon", "neck", "wrist", DONE, "?"]),
    ),
    max_size=12,
)


def taps(*pairs: str) -> Given:
    """Return the answers after taps such as ``age:grown``."""
    found: Given = {}
    for pair in pairs:
        found = SCREENING.answer(found, *pair.split(":"))
    return found


def test_it_asks_one_question_after_the_other_and_then_none() -> None:
    asked = []
    for pairs in ([], ["age:grown"], ["age:grown", "signs:none"], ["age:grown", "signs:none", "body:done"]):
        question = SCREENING.next(taps(*pairs))
        asked.append(question.slug if question else None)
    assert asked == ["age", "signs", "body", None]


def test_several_answers_are_ticked_and_unticked() -> None:
    begun = taps("age:grown", "signs:none", "body:neck", "body:wrist", "body:neck")
    assert begun["body"] == ("wrist",)
    assert SCREENING.next(begun) is not None
    finished = SCREENING.answer(begun, "body", DONE)
    assert SCREENING.next(finished) is None
    assert SCREENING.outcome(finished).flags == {"wrist-sore"}


@pytest.mark.parametrize("tap", ["signs:none", "age:moon", "moon:grown", "age:done"])
def test_a_tap_that_makes_no_sense_now_changes_nothing(tap: str) -> None:
    assert taps(tap) == {}


def test_an_emergency_ends_the_questions_at_once() -> None:
    given = taps("age:grown", "signs:now")
    assert SCREENING.next(given) is None
    assert SCREENING.outcome(given).gate is Gate.EMERGENCY
    assert SCREENING.outcome(given).because == ("now",)


def test_who_is_too_young_is_told_at_once() -> None:
    assert SCREENING.next(taps("age:child")) is None
    assert SCREENING.outcome(taps("age:child")).gate is Gate.NOT_FOR_YOU


def test_what_should_be_checked_first_closes_the_gate_but_the_questions_go_on() -> None:
    given = taps("age:grown", "signs:soon")
    assert SCREENING.next(given) is not None
    assert SCREENING.outcome(given).gate is Gate.CHECK_FIRST
    assert "check-first" in SCREENING.outcome(given).flags


def test_without_worries_the_gate_is_open() -> None:
    outcome = SCREENING.outcome(taps("age:grown", "signs:none", "body:done"))
    assert (outcome.gate, outcome.flags, outcome.because) == (Gate.OPEN, frozenset(), ())


def test_going_back_takes_the_last_question_away() -> None:
    assert SCREENING.back(taps("age:grown", "signs:none")) == taps("age:grown")
    assert SCREENING.back({}) == {}


@pytest.mark.parametrize(
    ("today", "due"), [(date(2027, 3, 1), False), (date(2027, 3, 2), True), (date(2026, 12, 31), False)]
)
def test_it_asks_again_after_twelve_months(today: date, due: bool) -> None:
    assert SCREENING.due(date(2026, 3, 2), today) is due
    assert SCREENING.due(None, today)


def test_a_question_is_in_english_where_a_language_is_missing() -> None:
    assert [q.text("es") for q in SCREENING.questions] == ["¿Edad?", "?", "?"]


@settings(max_examples=60)
@given(TAPS)
def test_whatever_is_tapped_the_gate_never_opens_again_by_more_answers(pairs: list[tuple[str, str]]) -> None:
    given: Given = {}
    closed = False
    for question, tap in pairs:
        given = SCREENING.answer(given, question, tap)
        closed = closed or SCREENING.outcome(given).gate is not Gate.OPEN
        assert (SCREENING.outcome(given).gate is not Gate.OPEN) is closed
        assert closed is ("check-first" in SCREENING.outcome(given).flags)


@settings(max_examples=60)
@given(TAPS)
def test_answers_can_be_stored_and_taken_up_again_anywhere(pairs: list[tuple[str, str]]) -> None:
    """The state is the answers: their order, or lists in place of tuples, make no difference."""
    given: Given = {}
    for question, tap in pairs:
        given = SCREENING.answer(given, question, tap)
    stored = {question: tuple(given[question]) for question in sorted(given)}
    assert SCREENING.next(stored) == SCREENING.next(given)
    assert SCREENING.outcome(stored) == SCREENING.outcome(given)
