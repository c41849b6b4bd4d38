"""From the ledger and the weekly averages to what a picture shows."""

from datetime import date, timedelta

import pytest

from bot.domain import measures, streak
from bot.domain.streak import DayRow, Mark, Plans, Verdict, Why
from bot.figures import charts
from bot.figures.charts import Check, DayState, Pain, Progress, Week, Year

TODAY = date(2026, 11, 20)  # a Friday
FIRST = TODAY - timedelta(days=9)


def rows() -> tuple[DayRow, ...]:
    marks = {FIRST: [Mark.DONE], TODAY - timedelta(days=1): [Mark.SHORT]}
    return streak.ledger(marks, first=FIRST, today=TODAY, planned=Plans.always(range(5)))


@pytest.mark.parametrize("verdict", Verdict)
def test_it_shows_each_verdict_as_the_state_of_its_name(verdict: Verdict) -> None:
    assert charts.shown(DayRow(TODAY, verdict, Why.SESSION_FINISHED)) == verdict.value


@pytest.mark.parametrize(
    ("why", "state"), [(Why.STILL_OPEN, DayState.OPEN), (Why.TO_COME, None), (Why.BEFORE_START, None)]
)
def test_it_tells_what_is_open_from_what_is_outside(why: Why, state: DayState | None) -> None:
    assert charts.shown(DayRow(TODAY, Verdict.UNKNOWN, why)) is state


def test_it_shows_this_week_up_to_today() -> None:
    week = charts.week_of(rows(), TODAY)
    assert week.today == 4
    assert week.states[3:] == (DayState.SHORT, DayState.OPEN, None, None)


def test_it_shows_only_weeks_since_the_beginning() -> None:
    """Who began nine days ago sees two weeks, not fifty empty ones before."""
    year = charts.year_of(rows(), TODAY)
    assert year.first == date(2026, 11, 9)
    assert len(year.states) == 14
    assert year.states[FIRST.weekday()] is DayState.DONE
    assert year.states[:2] == (None, None)


def test_it_shows_the_present_week_to_somebody_new() -> None:
    year = charts.year_of((), TODAY)
    assert (year.first, year.states) == (date(2026, 11, 16), (None,) * 7)


def test_it_shows_the_present_week_to_somebody_who_began_in_it() -> None:
    begun = [DayRow(TODAY, Verdict.DONE, Why.SESSION_FINISHED)]
    assert charts.year_of(begun, TODAY).first == date(2026, 11, 16)
    monday = [DayRow(date(2026, 11, 16), Verdict.DONE, Why.SESSION_FINISHED)]
    assert charts.year_of(monday, TODAY).first == date(2026, 11, 16)


def test_it_shows_a_year_and_the_present_week_at_most() -> None:
    long_ago = [DayRow(TODAY - timedelta(days=900), Verdict.DONE, Why.SESSION_FINISHED)]
    year = charts.year_of(long_ago, TODAY)
    assert len(year.states) == 53 * 7
    assert year.first + timedelta(days=len(year.states) - 1) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("start", "low", "high"), [(6.0, 4.0, 8.0), (8.0, 5.6, 10.0), (9.0, 6.3, 10.0), (1.0, 0.0, 3.0)]
)
def test_it_draws_the_band_where_the_rules_call_nothing_a_change(
    start: float, low: float, high: float
) -> None:
    pain = charts.pain_of([measures.Week(0, start, 3), measures.Week(1, None, 0), measures.Week(2, 5, 3)])
    assert (pain.start, pain.low, pain.high) == pytest.approx((start, low, high))
    assert pain.weeks == (start, None, 5)


def test_it_draws_no_band_before_the_start_is_known() -> None:
    assert charts.pain_of([measures.Week(0, None, 1)]) == Pain((None,))


def test_it_gives_the_facts_that_describe_a_picture() -> None:
    progress = Progress(
        "Progress",
        week=charts.week_of(rows(), TODAY),
        year=charts.year_of(rows(), TODAY),
        pain=Pain((6, 5, None), 5.5),
        checks=(Check("Start", 3.0), Check("Week 4", None, 4.0), Check("Week 8")),
    )
    assert charts.facts(progress) == charts.Facts(1, 2, 2, 5.5, 5, 2)


def test_it_gives_no_facts_of_parts_that_are_not_there() -> None:
    assert charts.facts(Progress("Progress")) == charts.Facts(None, None, 0, None, None, 0)


def test_it_refuses_weeks_that_are_none() -> None:
    with pytest.raises(ValueError, match="seven days, not 1"):
        Week((DayState.DONE,))
    with pytest.raises(ValueError, match="is not a Monday"):
        Year(TODAY, ())
