"""Check-ins over weeks, and the honest words for how they changed.

Pain from 0 to 10 (averaged over a week), up to three activities of the person's own (PSFS: 0 cannot, 10 as
before), and three questions about pain, enjoyment and activity (PEG: 0 to 10 each). A change is called one
only where many people would notice it: at least 2 points *and* 30 %, held for two weeks
(content/sources.yaml, ``farrar-2001``, ``abbott-schmitt-2014``). What caused it cannot be known from here;
say so each time.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean
from typing import Final

POINTS: Final = 2.0
SHARE: Final = 0.30
BASELINE_WEEKS: Final = 2
READINGS: Final = 3
"""Days with a reading that make a week's average; with fewer, it is what the person said of the week."""

ACTIVITY_POINTS: Final = 2.0
"""Change of the activities' average that is more than chance; of one activity alone it is 3."""

MOST_ACTIVITIES: Final = 3
MOST_TAPS: Final = 3
"""Taps a day that check-ins may ask for after the first day."""


class Measure(StrEnum):
    """What is asked. The values are stored: never change them."""

    PAIN = "pain"
    ACTIVITIES = "activities"
    PEG = "peg"
    CHANGE = "change"  # in one's own words: much worse to much better, 7 steps


class Verdict(StrEnum):
    """How pain compares with the start, as a stable key for texts."""

    NOT_ENOUGH = "not-enough"  # not enough days to say
    SAME = "same"  # about the same: ups and downs of 1 to 2 are normal
    LOWER = "lower"  # by an amount many people notice, held for two weeks
    LOWER_SO_FAR = "lower-so-far"  # this week; let us see whether it stays
    HIGHER = "higher"  # let us make it gentler; if it stays, have it checked
    SAME_DOING_MORE = "same-doing-more"  # similar pain, more activity: that also counts


@dataclass(frozen=True)
class Reading:
    """A pain score. ``weekly``: the person's own average of the last seven days."""

    day: date
    score: int
    weekly: bool = False


@dataclass(frozen=True)
class Week:
    """A week since the start: its number from 0, its average, and from how many readings."""

    number: int
    average: float | None
    readings: int


@dataclass(frozen=True)
class Activity:
    """What a person rates their own activities at on a day, 0 to 10 each, in the same order every time."""

    day: date
    scores: tuple[int, ...]


@dataclass(frozen=True)
class Comparison:
    """Now against the start. Averages are None where there were too few readings."""

    verdict: Verdict
    start: float | None
    now: float | None


def weeks(readings: Iterable[Reading], first: date, today: date) -> tuple[Week, ...]:
    """Return every week from the first day on, this one included. No smoothing: bad weeks stay bad weeks."""
    known = list(readings)
    count = (today - first).days // 7 + 1
    return tuple(_week(known, first, number) for number in range(count))


def own(readings: Iterable[Reading], first: date, today: date) -> tuple[float | None, ...]:
    """Return what the person said of each week as a whole, None where they did not."""
    alone = [one for one in readings if one.weekly]
    return tuple(week.average for week in weeks(alone, first, today))


def compare(found: Sequence[Week], *, doing_more: bool = False) -> Comparison:
    """Return how pain compares with the first two weeks.

    :param found: all weeks, as :func:`weeks` returns them; the last one may still be running
    :param doing_more: whether the person's activities went up; see :func:`does_more`
    """
    start = _mean(week.average for week in found[:BASELINE_WEEKS])
    later = found[BASELINE_WEEKS:]
    if later and later[-1].average is None:
        later = later[:-1]  # this week has only begun
    now = later[-1].average if later else None
    if start is None or now is None:
        return Comparison(Verdict.NOT_ENOUGH, start, now)
    if now - start >= POINTS:
        return Comparison(Verdict.HIGHER, start, now)
    if _lower(start, now):
        held = len(later) >= 2 and _lower(start, later[-2].average)
        return Comparison(Verdict.LOWER if held else Verdict.LOWER_SO_FAR, start, now)
    return Comparison(Verdict.SAME_DOING_MORE if doing_more else Verdict.SAME, start, now)


def does_more(ratings: Sequence[Activity]) -> bool:
    """Return whether the person's activities became easier by more than chance, first to last rating."""
    if len(ratings) < 2 or len(ratings[0].scores) != len(ratings[-1].scores) or not ratings[0].scores:
        return False
    pairs = zip(ratings[0].scores, ratings[-1].scores, strict=True)
    gains = [now - before for before, now in pairs]
    return fmean(gains) >= (ACTIVITY_POINTS if len(gains) > 1 else 3)


def usual(readings: Iterable[Reading], first: date, today: date) -> float | None:
    """Return the person's usual pain: the mean of their first two weeks; None while it is not known."""
    return _mean(week.average for week in weeks(readings, first, today)[:BASELINE_WEEKS])


def due(first: date, today: date, answered: Collection[tuple[Measure, int]]) -> tuple[Measure, ...]:
    """Return what to ask today, the most telling first.

    On the first day pain, activities and PEG; then pain once a week, and at weeks 4, 8 and 12 activities,
    PEG and the change in one's own words, one of them a day so that a day takes at most three taps.

    :param answered: what was answered, with the week since the start (from 0) that it was answered for
    """
    week = (today - first).days // 7
    if week < 0:
        return ()
    wanted = [Measure.PAIN]
    if week == 0:
        wanted += [Measure.ACTIVITIES, Measure.PEG]
    elif week in {4, 8, 12}:
        wanted += [Measure.ACTIVITIES, Measure.PEG, Measure.CHANGE]
    left = [measure for measure in wanted if (measure, week) not in answered]
    return tuple(left) if today == first else tuple(left[:1])


def _week(readings: Sequence[Reading], first: date, number: int) -> Week:
    begin = first + timedelta(weeks=number)
    inside = [one for one in readings if begin <= one.day < begin + timedelta(weeks=1)]
    daily = [one for one in inside if not one.weekly]
    own = [one.score for one in inside if one.weekly]
    # What was told day by day is no memory of it, so it comes first.
    told = [one.score for one in daily] if len({one.day for one in daily}) >= READINGS else own
    return Week(number, fmean(told) if told else None, len(inside))


def _lower(start: float, now: float | None) -> bool:
    return now is not None and start - now >= POINTS and (start - now) / start >= SHARE


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
