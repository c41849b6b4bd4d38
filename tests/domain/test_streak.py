"""The streak ledger: every verdict, and that it is fair whatever happens."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.streak import (
    DayRow,
    Ended,
    Mark,
    Pause,
    Plans,
    Streak,
    Verdict,
    WeekGoal,
    Why,
    last_end,
    ledger,
    streak,
    week,
    week_goal,
)

MONDAY = date(2026, 3, 2)
EVERY_DAY = Plans.always(range(7))
WEEKDAYS = Plans.always(range(5))
PRACTISED = (Mark.DONE, Mark.SHORT, Mark.DID_ALREADY)
thorough = settings(deadline=None, max_examples=200)


def day(number: int) -> date:
    """The day so many days after Monday, 2 March 2026."""
    return MONDAY + timedelta(days=number)


def rows(marks: Mapping[int, Any] | None = None, *, last: int, **rules: Any) -> tuple[DayRow, ...]:
    """A ledger from Monday to day ``last``, which is today; marks by day number."""
    said = {day(n): {mark} for n, mark in (marks or {}).items()}
    return ledger(said, **{"first": MONDAY, "today": day(last), "planned": EVERY_DAY, **rules})


def verdicts(of: tuple[DayRow, ...]) -> list[tuple[Verdict, str]]:
    """Verdict and reason of each day."""
    return [(row.verdict, row.why) for row in of]


@pytest.mark.parametrize(
    ("marks", "verdict", "why"),
    [
        ({Mark.DONE}, Verdict.DONE, Why.SESSION_FINISHED),
        ({Mark.SHORT}, Verdict.SHORT, Why.ONE_EXERCISE),
        ({Mark.DID_ALREADY}, Verdict.DONE, Why.SAID_DONE),
        ({Mark.NOT_TODAY, Mark.SHORT}, Verdict.SHORT, Why.ONE_EXERCISE),
        ({Mark.SHORT, Mark.DID_ALREADY}, Verdict.DONE, Why.SAID_DONE),
        (set(Mark), Verdict.DONE, Why.SESSION_FINISHED),
        (set(), Verdict.REST_PASS, Why.PASS_USED),
        ({Mark.NOT_TODAY}, Verdict.REST_PASS, Why.SAID_NOT_TODAY),
    ],
)
def test_it_judges_a_planned_day_that_is_over(marks: set[Mark], verdict: Verdict, why: str) -> None:
    judged = ledger({MONDAY: marks}, first=MONDAY, today=day(1), planned=EVERY_DAY)
    assert judged[0] == DayRow(MONDAY, verdict, why)


@pytest.mark.parametrize(
    ("marks", "rules", "verdict", "why"),
    [
        ({}, {}, Verdict.UNKNOWN, Why.STILL_OPEN),
        ({0: Mark.DONE}, {}, Verdict.DONE, Why.SESSION_FINISHED),
        ({0: Mark.NOT_TODAY}, {}, Verdict.REST_PASS, Why.SAID_NOT_TODAY),
        ({0: Mark.NOT_TODAY}, {"passes_per_week": 0}, Verdict.UNKNOWN, Why.STILL_OPEN),
        ({}, {"planned": Plans.always({1, 3})}, Verdict.REST, Why.NOT_PLANNED),
        ({}, {"pauses": [Pause(MONDAY, MONDAY)]}, Verdict.EXCUSED, Why.PAUSED),
    ],
)
def test_it_leaves_today_open_unless_it_is_settled(
    marks: dict[int, Mark], rules: dict[str, Any], verdict: Verdict, why: str
) -> None:
    assert verdicts(rows(marks, last=0, **rules)) == [(verdict, why)]


def test_it_uses_passes_in_the_order_of_days_and_anew_each_week() -> None:
    judged = rows({1: Mark.DONE}, last=9)
    used = [row.day for row in judged if row.verdict is Verdict.REST_PASS]
    assert used == [day(0), day(2), day(7), day(8)]
    missed = [row for row in judged if row.verdict is Verdict.MISSED]
    assert [row.day for row in missed] == [day(3), day(4), day(5), day(6)]
    assert {row.why for row in missed} == {Why.NO_PASS_LEFT}


def test_it_says_that_nothing_was_recorded_where_there_are_no_passes() -> None:
    assert verdicts(rows(last=1, passes_per_week=0))[0] == (Verdict.MISSED, Why.NOTHING_RECORDED)


def test_it_counts_weeks_across_the_turn_of_the_year() -> None:
    """28 December 2026 to 3 January 2027 is one week: two passes, not four."""
    first = date(2026, 12, 28)
    judged = ledger({}, first=first, today=first + timedelta(days=7), planned=EVERY_DAY)
    assert [row.verdict for row in judged].count(Verdict.REST_PASS) == 2


def test_it_excuses_both_ends_of_a_pause_and_counts_practice_in_it() -> None:
    judged = rows({2: Mark.DONE}, last=5, pauses=[Pause(day(1), day(3))], passes_per_week=0)
    assert [row.verdict for row in judged] == [
        Verdict.MISSED,
        Verdict.EXCUSED,
        Verdict.DONE,
        Verdict.EXCUSED,
        Verdict.MISSED,
        Verdict.UNKNOWN,
    ]


def test_it_does_not_spend_a_pass_on_a_free_day() -> None:
    judged = rows({0: Mark.DONE}, last=7, planned=WEEKDAYS, pauses=[Pause(day(1), day(2))])
    assert [row.verdict for row in judged[3:7]] == [
        Verdict.REST_PASS,
        Verdict.REST_PASS,
        Verdict.REST,
        Verdict.REST,
    ]


def test_it_is_empty_before_the_first_day() -> None:
    assert ledger({}, first=day(1), today=day(0), planned=EVERY_DAY) == ()
    assert streak(()) == Streak(0, 0)


@pytest.mark.parametrize(
    ("marks", "rules", "expected"),
    [
        ({}, {}, Streak(0, 0)),
        ({0: Mark.DONE, 1: Mark.SHORT, 2: Mark.DID_ALREADY}, {}, Streak(3, 3)),
        ({0: Mark.DONE, 3: Mark.DONE}, {}, Streak(2, 2)),
        ({0: Mark.DONE, 1: Mark.DONE, 3: Mark.DONE}, {"passes_per_week": 0}, Streak(1, 2)),
        ({0: Mark.DONE, 2: Mark.DONE}, {"planned": Plans.always({0, 2}), "passes_per_week": 0}, Streak(2, 2)),
        ({0: Mark.DONE, 1: Mark.DONE}, {"passes_per_week": 0}, Streak(0, 2)),
    ],
)
def test_it_counts_practised_days_in_a_row(
    marks: dict[int, Mark], rules: dict[str, Any], expected: Streak
) -> None:
    assert streak(rows(marks, last=3, **rules)) == expected


def test_it_shows_a_week_with_what_was_before_and_what_is_to_come() -> None:
    judged = rows({1: Mark.DONE}, last=2, first=day(1))
    assert verdicts(week(judged, day(2))) == [
        (Verdict.UNKNOWN, Why.BEFORE_START),
        (Verdict.DONE, Why.SESSION_FINISHED),
        (Verdict.UNKNOWN, Why.STILL_OPEN),
        *[(Verdict.UNKNOWN, Why.TO_COME)] * 4,
    ]


@pytest.mark.parametrize(
    ("marks", "rules", "goal"),
    [
        ({0: Mark.DONE, 1: Mark.SHORT}, {}, WeekGoal(2, 5)),
        ({5: Mark.DONE, 6: Mark.DONE}, {}, WeekGoal(2, 5)),
        ({}, {"pauses": [Pause(day(1), day(6))]}, WeekGoal(0, 1)),
        ({4: Mark.DONE}, {"first": day(3)}, WeekGoal(1, 2)),
    ],
)
def test_it_asks_of_a_week_what_was_planned_and_possible(
    marks: dict[int, Mark], rules: dict[str, Any], goal: WeekGoal
) -> None:
    judged = rows(marks, last=6, planned=WEEKDAYS, **rules)
    assert week_goal(judged, day(6), WEEKDAYS) == goal


def test_it_asks_nothing_of_coming_days_in_a_pause() -> None:
    pauses = [Pause(day(3), day(9))]
    judged = rows({0: Mark.DONE}, last=1, pauses=pauses)
    assert week_goal(judged, day(1), EVERY_DAY, pauses) == WeekGoal(1, 3)
    assert verdicts(week(judged, day(1), pauses))[2:] == [
        (Verdict.UNKNOWN, Why.TO_COME),
        *[(Verdict.EXCUSED, Why.PAUSED)] * 4,
    ]


def test_a_pause_tells_nothing_of_days_before_the_person_came() -> None:
    pauses = [Pause(day(0), day(6))]
    assert verdicts(week(rows(last=2, first=day(2), pauses=pauses), day(2), pauses))[:3] == [
        *[(Verdict.UNKNOWN, Why.BEFORE_START)] * 2,
        (Verdict.EXCUSED, Why.PAUSED),
    ]


def test_it_judges_each_day_by_the_plan_of_that_day() -> None:
    changed = Plans(((day(0), frozenset({0, 2, 4})), (day(7), frozenset({0, 1}))))
    assert [day(n) in changed for n in (-7, -6, 0, 1, 2, 6, 7, 8, 9)] == [
        *(True, False),
        *(True, False, True, False),
        *(True, True, False),
    ]


@st.composite
def plans(draw: st.DrawFn, first: int, last: int) -> Plans:
    """A plan that changed now and then."""
    days = draw(st.lists(st.integers(first - 3, last), min_size=1, max_size=3, unique=True).map(sorted))
    return Plans(tuple((day(n), draw(st.frozensets(st.integers(0, 6)))) for n in days))


def without(planned: Plans, weekday: int) -> Plans:
    """The same plan with one weekday less."""
    return Plans(tuple((first, weekdays - {weekday}) for first, weekdays in planned.changes))


@st.composite
def lives(draw: st.DrawFn) -> dict[str, Any]:
    """Some weeks of somebody, as arguments of the ledger."""
    first = draw(st.integers(-3, 3))
    last = first + draw(st.integers(0, 30))
    numbers = st.integers(first, last)
    spans = st.tuples(numbers, numbers).map(sorted)
    return {
        "marks": {day(n): {m} for n, m in draw(st.dictionaries(numbers, st.sampled_from(Mark))).items()},
        "first": day(first),
        "today": day(last),
        "planned": draw(plans(first, last)),
        "pauses": [Pause(day(a), day(b)) for a, b in draw(st.lists(spans, max_size=2))],
        "passes_per_week": draw(st.integers(0, 3)),
    }


def measure(life: dict[str, Any], **changes: Any) -> Streak:
    """The streak of a life, with something changed."""
    return streak(ledger(**{**life, **changes}))


def at_least(longer: Streak, shorter: Streak) -> bool:
    """Whether neither count fell."""
    return longer.current >= shorter.current and longer.longest >= shorter.longest


@given(lives())
@thorough
def test_it_has_one_row_a_day_in_order(life: dict[str, Any]) -> None:
    judged = ledger(**life)
    days = (life["today"] - life["first"]).days + 1
    assert [row.day for row in judged] == [life["first"] + timedelta(days=n) for n in range(days)]
    assert all(row.verdict is not Verdict.UNKNOWN for row in judged[:-1])
    assert judged[-1].verdict is not Verdict.MISSED, "today is never lost before it is over"


@given(lives())
@thorough
def test_it_counts_no_more_than_the_days_practised(life: dict[str, Any]) -> None:
    practised = sum(any(m in PRACTISED for m in marks) for marks in life["marks"].values())
    counted = measure(life)
    assert 0 <= counted.current <= counted.longest <= practised


@given(lives(), st.data())
@thorough
def test_it_never_gets_shorter_by_practice(life: dict[str, Any], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, (life["today"] - life["first"]).days))
    when = life["first"] + timedelta(days=number)
    more = {**life["marks"], when: {*life["marks"].get(when, ()), data.draw(st.sampled_from(PRACTISED))}}
    assert at_least(measure(life, marks=more), measure(life))


@given(lives(), st.integers(-3, 33), st.integers(0, 10))
@thorough
def test_it_is_never_broken_by_a_pause(life: dict[str, Any], begin: int, length: int) -> None:
    pauses = [*life["pauses"], Pause(day(begin), day(begin + length))]
    assert at_least(measure(life, pauses=pauses), measure(life))


@given(lives())
@thorough
def test_it_never_gets_shorter_by_more_passes_or_fewer_planned_days(life: dict[str, Any]) -> None:
    assert at_least(measure(life, passes_per_week=life["passes_per_week"] + 1), measure(life))
    for weekday in range(7):
        assert at_least(measure(life, planned=without(life["planned"], weekday)), measure(life))


@given(lives(), st.integers(0, 34), st.frozensets(st.integers(0, 6)))
@thorough
def test_it_keeps_what_it_said_of_days_before_a_change_of_plan(
    life: dict[str, Any], later: int, weekdays: frozenset[int]
) -> None:
    begin = life["planned"].changes[-1][0] + timedelta(days=1 + later)
    changed = Plans((*life["planned"].changes, (begin, weekdays)))
    before = max(0, (min(begin, life["today"]) - life["first"]).days)
    assert ledger(**{**life, "planned": changed})[:before] == ledger(**life)[:before]


@given(lives())
@thorough
def test_it_gives_no_more_passes_than_there_are(life: dict[str, Any]) -> None:
    used: dict[tuple[int, int], int] = {}
    for row in ledger(**life):
        if row.verdict is Verdict.REST_PASS:
            week_of = row.day.isocalendar()[:2]
            used[week_of] = used.get(week_of, 0) + 1
    assert all(count <= life["passes_per_week"] for count in used.values())


@given(lives())
@thorough
def test_it_misses_a_day_only_when_it_was_planned_and_the_passes_were_used(life: dict[str, Any]) -> None:
    judged = ledger(**life)
    for row in judged:
        if row.verdict is Verdict.MISSED:
            same_week = [r for r in judged if r.day.isocalendar()[:2] == row.day.isocalendar()[:2]]
            passes = [r for r in same_week if r.verdict is Verdict.REST_PASS and r.day < row.day]
            assert len(passes) == life["passes_per_week"]
            assert row.day in life["planned"]
            assert not any(pause.first <= row.day <= pause.last for pause in life["pauses"])


@given(lives())
@thorough
def test_it_does_not_change_yesterday_when_a_day_goes_by(life: dict[str, Any]) -> None:
    """What a person saw yesterday stays as it was, save for the day that was still open."""
    before = ledger(**life)
    after = ledger(**{**life, "today": life["today"] + timedelta(days=1)})
    assert after[: len(before) - 1] == before[:-1]
    if before[-1].verdict is not Verdict.UNKNOWN:
        assert after[len(before) - 1] == before[-1]


def test_a_day_that_the_coach_endangered_is_excused_unless_the_person_practised_anyway() -> None:
    monday, tuesday = date(2026, 3, 2), date(2026, 3, 3)
    marks = {monday: {Mark.COACH_AWAY, Mark.DONE}, tuesday: {Mark.COACH_AWAY}}
    rows = ledger(marks, first=monday, today=date(2026, 3, 4), planned=EVERY_DAY, passes_per_week=0)
    assert [row.verdict for row in rows[:2]] == [Verdict.DONE, Verdict.EXCUSED]
    assert rows[1].why == Why.COACH_AWAY


def test_it_tells_what_ended_the_last_row() -> None:
    monday = date(2026, 3, 2)
    marks = {monday: {Mark.DONE}, monday + timedelta(days=1): {Mark.SHORT}}
    rows = ledger(marks, first=monday, today=monday + timedelta(days=9), planned=EVERY_DAY, passes_per_week=1)
    assert last_end(rows) == Ended(monday + timedelta(days=3), 2)
    assert last_end(rows[:3]) is None
    assert last_end(()) is None


@given(lives())
@thorough
def test_a_row_that_ended_was_as_long_as_it_is_said_to_be(life: dict[str, Any]) -> None:
    rows = ledger(**life)
    ended = last_end(rows)
    if ended:
        before = [row for row in rows if row.day < ended.day]
        assert streak(before).current == ended.length > 0
        assert next(row for row in rows if row.day == ended.day).verdict is Verdict.MISSED
