"""The pain light."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pain import Light, Score, Seek, Sign, Start, Step, light, react, seek, start, worse_next_day
from bot.domain.safety import Tier

TODAY = date(2026, 3, 20)
SCORES = st.integers(0, 10)


def scores(*given: tuple[int, int]) -> list[Score]:
    """Return scores from pairs of days ago and score."""
    return [Score(TODAY - timedelta(days=ago), score) for ago, score in given]


@pytest.mark.parametrize(
    ("score", "lit"),
    [(0, Light.GREEN), (3, Light.GREEN), (4, Light.AMBER), (5, Light.AMBER), (6, Light.RED), (10, Light.RED)],
)
def test_the_bands(score: int, lit: Light) -> None:
    assert light(score) is lit


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_is_from_0_to_10(score: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 10"):
        light(score)


@pytest.mark.parametrize(
    ("score", "step"),
    [(2, Step.GO_ON), (4, Step.EASE), (7, Step.STOP_EXERCISE)],
)
def test_each_light_has_its_step(score: int, step: Step) -> None:
    assert react(score).step is step
    assert react(score).tier is None


@given(SCORES, SCORES, st.sets(st.sampled_from(Sign), min_size=1))
def test_any_sign_stops_the_session_whatever_the_number(score: int, before: int, signs: set[Sign]) -> None:
    reaction = react(score, before, signs)
    assert reaction.step is Step.STOP_SESSION
    urgent = bool(signs & {Sign.CHEST, Sign.BREATHLESS})
    assert reaction.tier is (Tier.A if urgent else Tier.B)


@given(SCORES, SCORES, SCORES)
def test_more_pain_is_never_a_better_light(score: int, more: int, before: int) -> None:
    low, high = sorted((score, more))
    assert light(low, before) <= light(high, before)


@pytest.mark.parametrize(
    ("score", "begin"),
    [(3, Start.AS_PLANNED), (4, Start.GENTLE), (5, Start.GENTLE), (6, Start.BREATHING_ONLY)],
)
def test_with_what_a_session_begins(score: int, begin: Start) -> None:
    assert start(score) is begin


@pytest.mark.parametrize(
    ("before", "after", "worse"), [(2, 3, False), (2, 4, True), (4, 4, False), (5, 3, False), (4, 5, True)]
)
def test_the_next_morning_tells_whether_it_was_too_much(before: int, after: int, worse: bool) -> None:
    assert worse_next_day(before, after) is worse


def test_two_reds_within_two_weeks_ask_for_a_professional() -> None:
    assert seek(scores((13, 6), (0, 8)), TODAY, None) == (Seek.TWO_REDS,)
    assert seek(scores((14, 6), (0, 8)), TODAY, None) == ()
    assert seek(scores((0, 6), (0, 8)), TODAY, None) == ()  # one bad day


def test_a_rise_for_days_asks_for_a_professional() -> None:
    assert seek(scores((4, 4), (2, 5), (0, 4)), TODAY, 2.0) == (Seek.RISE,)


@pytest.mark.parametrize(
    ("given", "usual"),
    [
        (((1, 4), (0, 5)), 2.0),  # two days are not yet days on end
        (((2, 4), (1, 3), (0, 5)), 2.0),  # a better day between
        (((2, 4), (1, 5), (0, 5)), 3.0),  # ups and downs
        (((5, 4), (4, 5), (3, 5)), 2.0),  # over by now
        (((9, 4), (4, 5), (0, 5)), 2.0),  # too far apart
        (((2, 4), (1, 5), (0, 5)), None),  # nothing to compare with
    ],
)
def test_other_days_do_not(given: tuple[tuple[int, int], ...], usual: float | None) -> None:
    assert seek(scores(*given), TODAY, usual) == ()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3)), max_size=20))
def test_green_days_never_ask_for_a_professional_unless_they_rise(given: list[tuple[int, int]]) -> None:
    assert Seek.TWO_REDS not in seek(scores(*given), TODAY, 0.0)
    assert seek(scores(*given), TODAY, 2.0) == ()
