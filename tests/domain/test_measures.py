"""Check-ins over weeks and the honest words for them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.measures import (
    Activity,
    Measure,
    Reading,
    Verdict,
    Week,
    compare,
    does_more,
    due,
    own,
    usual,
    weeks,
)

FIRST = date(2026, 3, 2)


def averages(*values: float | None) -> list[Week]:
    """Return weeks with these averages."""
    return [Week(number, value, 7) for number, value in enumerate(values)]


def day(number: int) -> date:
    """Return a day since the start, from 0."""
    return FIRST + timedelta(days=number)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((), Verdict.NOT_ENOUGH),
        ((5, 5), Verdict.NOT_ENOUGH),
        ((None, None, 3), Verdict.NOT_ENOUGH),
        ((6, 6, None, None), Verdict.NOT_ENOUGH),
        ((6, 6, 5), Verdict.SAME),
        ((6, 6, 7.9), Verdict.SAME),
        ((6, 6, 8), Verdict.HIGHER),
        ((6, 6, 4), Verdict.LOWER_SO_FAR),
        ((6, 6, 4, 4), Verdict.LOWER),
        ((6, 6, 4, 5, 4), Verdict.LOWER_SO_FAR),
        ((6, 6, 4, 4, None), Verdict.LOWER),
        ((8, 8, 6, 6), Verdict.SAME),  # 2 points, but only a quarter
        ((3, 3, 1.9, 1.9), Verdict.SAME),  # a third, but only a point
    ],
)
def test_the_words_for_pain(values: tuple[float | None, ...], verdict: Verdict) -> None:
    assert compare(averages(*values)).verdict is verdict


def test_doing_more_with_the_same_pain_counts_too() -> None:
    assert compare(averages(6, 6, 5), doing_more=True).verdict is Verdict.SAME_DOING_MORE
    assert compare(averages(6, 6, 9), doing_more=True).verdict is Verdict.HIGHER


@given(st.lists(st.one_of(st.none(), st.floats(0, 10)), max_size=13))
def test_lower_is_only_said_of_two_points_and_thirty_percent(values: list[float | None]) -> None:
    found = compare(averages(*values))
    if found.verdict in {Verdict.LOWER, Verdict.LOWER_SO_FAR}:
        assert found.start is not None
        assert found.now is not None
        assert found.start - found.now >= 2
        assert found.now <= found.start * 0.7 + 1e-9


def test_a_week_needs_three_days_or_the_persons_own_average() -> None:
    few = [Reading(day(0), 4), Reading(day(1), 6)]
    assert weeks(few, FIRST, day(6)) == (Week(0, None, 2),)
    assert weeks([*few, Reading(day(2), 5)], FIRST, day(6)) == (Week(0, 5.0, 3),)
    assert weeks([*few, Reading(day(6), 3, weekly=True)], FIRST, day(6)) == (Week(0, 3.0, 3),)
    assert weeks([Reading(day(0), 4)] * 3, FIRST, day(0))[0].average is None


def test_what_was_told_day_by_day_outweighs_what_was_said_of_the_week() -> None:
    daily = [Reading(day(n), score) for n, score in enumerate((2, 3, 4))]
    said = Reading(day(6), 8, weekly=True)
    assert weeks([*daily, said], FIRST, day(7)) == (Week(0, 3.0, 4), Week(1, None, 0))
    assert own([*daily, said], FIRST, day(7)) == (8.0, None)


def test_every_week_is_there_even_without_readings() -> None:
    assert [week.number for week in weeks([], FIRST, day(20))] == [0, 1, 2]


def test_the_usual_pain_is_that_of_the_first_two_weeks() -> None:
    readings = [
        Reading(day(6), 4, weekly=True),
        Reading(day(13), 6, weekly=True),
        Reading(day(20), 9, weekly=True),
    ]
    assert usual(readings, FIRST, day(21)) == 5.0
    assert usual([], FIRST, day(21)) is None


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        ((3, 4), (5, 6), True),
        ((3, 4), (5, 5), False),
        ((3,), (5,), False),
        ((3,), (6,), True),
        ((3, 4), (9,), False),
        ((), (), False),
    ],
)
def test_activities_count_beyond_chance(before: tuple[int, ...], after: tuple[int, ...], more: bool) -> None:
    assert does_more([Activity(day(0), before), Activity(day(28), after)]) is more


def test_one_rating_says_nothing() -> None:
    assert not does_more([Activity(FIRST, (3,))])


def test_the_first_day_asks_for_all_and_later_days_for_one_thing() -> None:
    assert due(FIRST, FIRST, []) == (Measure.PAIN, Measure.ACTIVITIES, Measure.PEG)
    assert due(FIRST, day(1), []) == (Measure.PAIN,)
    assert due(FIRST, day(7), []) == (Measure.PAIN,)
    assert due(FIRST, day(8), [(Measure.PAIN, 1)]) == ()
    assert due(FIRST, day(28), [(Measure.PAIN, 4)]) == (Measure.ACTIVITIES,)
    assert due(FIRST, day(30), [(Measure.PAIN, 4), (Measure.ACTIVITIES, 4), (Measure.PEG, 4)]) == (
        Measure.CHANGE,
    )
    assert due(FIRST, day(-1), []) == ()
