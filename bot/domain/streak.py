"""The streak ledger: one row a day with its verdict and why, and what is read from it."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Self


class Mark(StrEnum):
    """What happened on a day: a session, a short one (one set is enough), "did it already", "not today", a
    reminder that the coach could not bring, being ill."""

    DONE = "done"
    SHORT = "short"
    DID_ALREADY = "did-already"
    NOT_TODAY = "not-today"
    COACH_AWAY = "coach-away"
    ILL = "ill"


class Verdict(StrEnum):
    """How a day counts. REST is a day not planned; UNKNOWN is today still open, or outside the ledger."""

    DONE = "done"
    SHORT = "short"
    REST = "rest"
    REST_PASS = "rest-pass"  # noqa: S105 - a rest pass opens no door
    EXCUSED = "excused"
    MISSED = "missed"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """The reason of a verdict, as a stable key for texts."""

    SESSION_FINISHED = "session-finished"
    SAID_DONE = "said-done"
    ONE_EXERCISE = "one-exercise"
    PAUSED = "paused"
    ILL = "ill"
    WAITED = "waited"
    COACH_AWAY = "coach-away"
    NOT_PLANNED = "not-planned"
    PASS_USED = "pass-used"  # noqa: S105 - a rest pass opens no door
    SAID_NOT_TODAY = "said-not-today"
    NOTHING_RECORDED = "nothing-recorded"
    NO_PASS_LEFT = "no-pass-left"  # noqa: S105 - nor does the lack of one
    STILL_OPEN = "still-open"
    TO_COME = "to-come"
    BEFORE_START = "before-start"


@dataclass(frozen=True)
class DayRow:
    """A day of the ledger."""

    day: date
    verdict: Verdict
    why: str

    @property
    def counts(self) -> bool:
        """Return whether the person practised."""
        return self.verdict in {Verdict.DONE, Verdict.SHORT}


@dataclass(frozen=True)
class Pause:
    """A break for illness or holiday, or until a warning sign was looked at; both days included."""

    first: date
    last: date
    why: Why = Why.PAUSED

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Plans:
    """The days on which a person means to practise: weekdays from some day on, until they plan anew.

    :param changes: first days in order, each with its weekdays, Monday 0; the first holds for days before too
    """

    changes: tuple[tuple[date, frozenset[int]], ...]

    @classmethod
    def always(cls, weekdays: Iterable[int]) -> Self:
        """Return a plan that never changed."""
        return cls(((date.min, frozenset(weekdays)),))

    def __contains__(self, day: date) -> bool:
        after = bisect_right(self.changes, day, key=lambda change: change[0])
        return day.weekday() in self.changes[max(after - 1, 0)][1]


@dataclass(frozen=True)
class Streak:
    """Practised days in a row: the run that still stands, and the longest there was."""

    current: int
    longest: int


@dataclass(frozen=True)
class Ended:
    """The day that ended a row of practised days, and how long the row was."""

    day: date
    length: int


@dataclass(frozen=True)
class WeekGoal:
    """Days practised this week, and days planned for it."""

    done: int
    planned: int


def ledger(
    marks: Mapping[date, Collection[Mark]],
    *,
    first: date,
    today: date,
    planned: Plans,
    pauses: Sequence[Pause] = (),
    passes_per_week: int = 2,
) -> tuple[DayRow, ...]:
    """Return one row for every day from ``first`` to ``today``.

    :param marks: what happened, by local day; days outside the ledger are ignored
    :param planned: the days on which the person means to practise
    :param passes_per_week: planned days a week (Monday to Sunday) that may be left out; used by themselves,
        in the order of the days
    """
    rows: list[DayRow] = []
    for _, week_days in groupby(_days(first, today), key=_week):
        passes = passes_per_week
        for day in week_days:
            said = marks.get(day, ())
            row = _practised(day, said) or _free(day, said, planned, pauses)
            row = row or _left_out(day, Mark.NOT_TODAY in said, passes, passes_per_week, today)
            passes -= row.verdict is Verdict.REST_PASS
            rows.append(row)
    return tuple(rows)


def streak(rows: Iterable[DayRow]) -> Streak:
    """Count practised days in a row. Only a missed day ends a run; free and open days are passed over."""
    current = longest = 0
    for row in rows:
        current = 0 if row.verdict is Verdict.MISSED else current + row.counts
        longest = max(longest, current)
    return Streak(current, longest)


def last_end(rows: Iterable[DayRow]) -> Ended | None:
    """Return what ended the last row of practised days; None where none ended."""
    found, run = None, 0
    for row in rows:
        if row.verdict is Verdict.MISSED and run:
            found = Ended(row.day, run)
        run = 0 if row.verdict is Verdict.MISSED else run + row.counts
    return found


def week(rows: Iterable[DayRow], today: date, pauses: Sequence[Pause] = ()) -> tuple[DayRow, ...]:
    """Return Monday to Sunday of today's week; days without a row are UNKNOWN, or to come in a pause."""
    known = {row.day: row for row in rows}
    return tuple(known.get(day) or _outside(day, today, pauses) for day in _week_of(today))


def week_goal(rows: Iterable[DayRow], today: date, planned: Plans, pauses: Sequence[Pause] = ()) -> WeekGoal:
    """Return how far this week is. Planned days in a pause, or before the person began, ask for nothing."""
    this_week = week(rows, today, pauses)
    asked = [row for row in this_week if row.day in planned and _asks(row)]
    return WeekGoal(sum(row.counts for row in this_week), len(asked))


def _asks(row: DayRow) -> bool:
    return row.verdict is not Verdict.EXCUSED and row.why != Why.BEFORE_START


def _practised(day: date, said: Collection[Mark]) -> DayRow | None:
    if Mark.DONE in said:
        return DayRow(day, Verdict.DONE, Why.SESSION_FINISHED)
    if Mark.DID_ALREADY in said:
        return DayRow(day, Verdict.DONE, Why.SAID_DONE)
    if Mark.SHORT in said:
        return DayRow(day, Verdict.SHORT, Why.ONE_EXERCISE)
    return None


def _free(day: date, said: Collection[Mark], planned: Plans, pauses: Sequence[Pause]) -> DayRow | None:
    if pause := next((one for one in pauses if day in one), None):
        return DayRow(day, Verdict.EXCUSED, Why.ILL if Mark.ILL in said else pause.why)
    if day not in planned:
        return DayRow(day, Verdict.REST, Why.NOT_PLANNED)
    if Mark.COACH_AWAY in said:
        return DayRow(day, Verdict.EXCUSED, Why.COACH_AWAY)  # whose fault it was, that one answers for it
    return None


def _left_out(day: date, not_today: bool, passes: int, passes_per_week: int, today: date) -> DayRow:
    """Judge a planned day without practice. "Not today" settles today at once, if a pass is left."""
    if day == today and not (not_today and passes > 0):
        return DayRow(day, Verdict.UNKNOWN, Why.STILL_OPEN)
    if passes > 0:
        return DayRow(day, Verdict.REST_PASS, Why.SAID_NOT_TODAY if not_today else Why.PASS_USED)
    why = Why.NO_PASS_LEFT if passes_per_week > 0 else Why.NOTHING_RECORDED
    return DayRow(day, Verdict.MISSED, why)


def _outside(day: date, today: date, pauses: Sequence[Pause]) -> DayRow:
    if day <= today:
        return DayRow(day, Verdict.UNKNOWN, Why.BEFORE_START)
    if pause := next((one for one in pauses if day in one), None):
        return DayRow(day, Verdict.EXCUSED, pause.why)
    return DayRow(day, Verdict.UNKNOWN, Why.TO_COME)


def _week(day: date) -> int:
    """Return which week from Monday to Sunday it is, counted from the first Monday that dates know."""
    return (day.toordinal() - 1) // 7


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _week_of(day: date) -> Iterable[date]:
    monday = day - timedelta(days=day.weekday())
    return _days(monday, monday + timedelta(days=6))
