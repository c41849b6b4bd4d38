"""From the rules' values to what a picture shows, and from there to the facts that describe it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Final

from bot.domain import measures, streak
from bot.domain.streak import DayRow, Verdict, Why
from bot.figures.charts.values import DayState, Pain, Progress, Week, Year

WEEKS: Final = 53
"""Most weeks of a year's picture: a year and the week that is on its way."""

_STATES: Final = {verdict: DayState(verdict.value) for verdict in Verdict}
_OUTSIDE: Final = {Why.TO_COME, Why.BEFORE_START}


@dataclass(frozen=True)
class Facts:
    """What a picture shows, in numbers, for the sentence that stands in for it.

    :param practised: days of this week with a session, short ones included; None where no week is shown
    :param practised_in_all: the same of all weeks shown
    :param weeks: how many weeks are shown, from the first with a state on
    :param pain_start: average of the first weeks; ``pain_now`` the latest week's that is known
    :param checks: how many checks have an answer
    """

    practised: int | None
    practised_in_all: int | None
    weeks: int
    pain_start: float | None
    pain_now: float | None
    checks: int


def shown(row: DayRow) -> DayState | None:
    """Return how a day of the ledger is shown; None for a day to come, or before the person began."""
    if row.why in _OUTSIDE:
        return None
    return DayState.OPEN if row.why == Why.STILL_OPEN else _STATES[row.verdict]


def week_of(rows: Iterable[DayRow], today: date, pauses: Sequence[streak.Pause] = ()) -> Week:
    """Return today's week, Monday to Sunday."""
    return Week(tuple(map(shown, streak.week(rows, today, pauses))), today.weekday())


def year_of(rows: Iterable[DayRow], today: date, *, weeks: int = WEEKS) -> Year:
    """Return the weeks up to today's, at most ``weeks``; fewer where the person began later."""
    known = {row.day: shown(row) for row in rows}
    monday = today - timedelta(days=today.weekday())
    begin = min((day for day, state in known.items() if state), default=today)
    count = min((monday - begin).days // 7 + 2 if begin < monday else 1, weeks)
    first = monday - timedelta(weeks=count - 1)
    days = (first + timedelta(days=n) for n in range(7 * count))
    return Year(first, tuple(known.get(day) for day in days))


def pain_of(weeks: Sequence[measures.Week]) -> Pain:
    """Return the pain line of all weeks, with the band in which a change is not yet one.

    Its edges are those of :mod:`bot.domain.measures`: two points up; two points *and* 30 % down.
    """
    averages = tuple(week.average for week in weeks)
    known = [average for average in averages[: measures.BASELINE_WEEKS] if average is not None]
    if not known:
        return Pain(averages)
    start = fmean(known)
    low = min(start - measures.POINTS, start * (1 - measures.SHARE))
    return Pain(averages, start, max(low, 0.0), min(start + measures.POINTS, 10.0))


def facts(progress: Progress) -> Facts:
    """Return the numbers that a picture shows."""
    year = progress.year.states if progress.year else ()
    began = next((n for n, state in enumerate(year) if state), len(year))
    pain = progress.pain
    return Facts(
        practised=_practised(progress.week.states) if progress.week else None,
        practised_in_all=_practised(year) if progress.year else None,
        weeks=(len(year) + 6) // 7 - began // 7,
        pain_start=pain.start if pain else None,
        pain_now=next((week for week in reversed(pain.weeks) if week is not None), None) if pain else None,
        checks=sum(check.activities is not None or check.peg is not None for check in progress.checks),
    )


def one_decimal(score: float | None, sign: str) -> str:
    """Return ``4.5`` with the language's own sign, ``4`` for a whole number, nothing for None."""
    if score is None:
        return ""
    return f"{score:.1f}".removesuffix(".0").replace(".", sign)


def _practised(states: Iterable[DayState | None]) -> int:
    return sum(state in {DayState.DONE, DayState.SHORT} for state in states)
