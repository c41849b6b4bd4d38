"""Reminders: once per local date, whatever clocks do.

The oracle below knows nothing of folds and gaps: it walks through real time in quarters of an hour and looks
at what clocks show.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reminders import (
    Occurrence,
    Rule,
    next_occurrence,
    upcoming,
)

T = TypeVar("T")
QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
DAILY = frozenset(range(7))
SMALL_HOURS = tuple(time(minutes // 60, minutes % 60) for minutes in range(0, 4 * 60, 15))
LATE = (time(21, 45), time(22), time(23), time(23, 30), time(23, 45))
ZONES = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "America/Adak",
    "America/Asuncion",
    "America/Havana",
    "America/Los_Angeles",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "America/Scoresbysund",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Almaty",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kolkata",
    "Asia/Nicosia",
    "Atlantic/Azores",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Chisinau",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Madrid",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Easter",
    "Pacific/Norfolk",
)
# Clock changes of other years: a skipped day, three hours at once, half an hour, and midnight itself.
UNUSUAL = (
    ("Pacific/Apia", "2011-12-30"),
    ("Pacific/Fakaofo", "2011-12-30"),
    ("Antarctica/Casey", "2020-10-03"),
    ("Asia/Pyongyang", "2018-05-04"),
    ("Asia/Pyongyang", "2015-08-14"),
    ("America/Caracas", "2016-05-01"),
    ("Asia/Tehran", "2022-03-21"),
    ("America/Sao_Paulo", "2018-11-04"),
    ("Asia/Amman", "2022-02-24"),
    ("Europe/Volgograd", "2020-12-26"),
    ("America/Nuuk", "2023-03-25"),
)


@dataclass(frozen=True)
class Change:
    """Days around one clock change: every quarter of an hour, and what clocks show then."""

    zone: ZoneInfo
    shown: tuple[tuple[datetime, datetime], ...] = field(repr=False)

    @cached_property
    def first_shown(self) -> dict[datetime, datetime]:
        """When clocks first show each wall time."""
        return {wall: at for at, wall in reversed(self.shown)}

    @cached_property
    def moments(self) -> list[datetime]:
        """The five days in the middle: beyond them the oracle cannot see what came before or comes next."""
        return [at for at, _ in self.shown][144:-240]

    @cached_property
    def close(self) -> list[datetime]:
        """The moments within four hours of the clock change."""
        jumps = (n for n, (a, b) in enumerate(pairwise(self.shown)) if b[1] - a[1] != QUARTER)
        return [at for n in jumps for at, _ in self.shown[n - 16 : n + 17]]

    @cached_property
    def dates(self) -> list[date]:
        """The dates that clocks show, but for the first and the last, which are cut."""
        return sorted({wall.date() for _, wall in self.shown})[1:-1]

    def expected(self, times: Iterable[time]) -> dict[datetime, datetime]:
        """When a daily reminder is due -> its wall time, for every date that clocks show at all."""
        walls = [datetime.combine(day, clock) for day in self.dates for clock in times]
        due: dict[datetime, datetime] = {}
        for wall in sorted(walls, reverse=True):  # at the same moment, the earlier name stays
            due[self.due(wall)] = wall
        return dict(sorted(due.items()))

    def due(self, wall: datetime) -> datetime:
        """The first moment that shows a wall time; if none does, as long after the jump as it is into it."""
        if wall in self.first_shown:
            return self.first_shown[wall]
        for (_, before), (at, after) in pairwise(self.shown):
            if before < wall < after:
                return at + (wall - (before + QUARTER))
        raise AssertionError(wall)


def around(zone: ZoneInfo, moment: datetime) -> Change:
    """The four days before a moment, and the five after it."""
    moments = [moment - 4 * DAY + n * QUARTER for n in range(9 * 96)]
    return Change(zone, tuple((at, at.astimezone(zone).replace(tzinfo=None, fold=0)) for at in moments))


def changes(zone: ZoneInfo) -> list[Change]:
    """All clock changes from 2025 to 2027."""
    days = [datetime(2025, 1, 1, tzinfo=UTC) + n * DAY for n in range(3 * 365)]
    offsets = [day.astimezone(zone).utcoffset() for day in days]
    return [around(zone, day) for day, (a, b) in zip(days, pairwise(offsets), strict=False) if a != b]


def fires(rule: Rule, zone: ZoneInfo, after: datetime, until: datetime) -> list[Occurrence]:
    """Every occurrence in a span of time, each asked for from the one before."""
    found = []
    while (one := next_occurrence(rule, zone, after)) and one.at <= until:
        found.append(one)
        after = one.at
    return found


def pick(data: st.DataObject, some: Sequence[T]) -> T:
    """Draw one of many; by its number, since hypothesis looks at every choice of a sample."""
    return some[data.draw(st.integers(0, len(some) - 1))]


@pytest.fixture(scope="module")
def all_changes() -> list[Change]:
    """Clock changes of many zones, the unusual ones included."""
    usual = [change for name in ZONES for change in changes(ZoneInfo(name))]
    unusual = [around(ZoneInfo(name), datetime.fromisoformat(day + "T12:00Z")) for name, day in UNUSUAL]
    return usual + unusual


@pytest.mark.parametrize("clock", SMALL_HOURS + LATE)
def test_it_fires_once_per_date_around_every_clock_change(all_changes: list[Change], clock: time) -> None:
    assert len(all_changes) > 150
    rule = Rule(DAILY, (clock,))
    for change in all_changes:
        first, last = change.moments[0], change.moments[-1]
        due = {at: wall for at, wall in change.expected([clock]).items() if first < at <= last}
        found = fires(rule, change.zone, first, last)
        assert {one.at: one.wall for one in found} == due
        assert len(found) == len(due)
        assert [one.at for one in found] == sorted({one.at for one in found})


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_it_answers_the_same_from_any_moment_in_between(
    all_changes: list[Change], data: st.DataObject
) -> None:
    change = pick(data, all_changes)
    times = data.draw(st.lists(st.sampled_from(SMALL_HOURS + LATE), min_size=1, max_size=5, unique=True))
    moments = change.close if data.draw(st.booleans()) else change.moments
    after = pick(data, moments) + data.draw(st.timedeltas(timedelta(), QUARTER))
    due = change.expected(times)
    at = min(moment for moment in due if moment > after)
    answer = next_occurrence(Rule(DAILY, tuple(times)), change.zone, after)
    assert answer == Occurrence(due[at], at)
    assert answer.at.tzinfo is UTC
    elsewhere = after.astimezone(ZoneInfo("Asia/Tokyo"))
    assert next_occurrence(Rule(DAILY, tuple(times)), change.zone, elsewhere) == answer


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_it_keeps_to_its_weekdays(all_changes: list[Change], data: st.DataObject) -> None:
    """The weekday is that of the wall time, as the person says it."""
    change = pick(data, all_changes)
    weekdays = data.draw(st.frozensets(st.integers(0, 6), min_size=1))
    clock = data.draw(st.sampled_from(SMALL_HOURS + LATE))
    first, last = change.moments[0], change.moments[-1]
    due = change.expected([clock])
    expected = [at for at, wall in due.items() if wall.weekday() in weekdays and first < at <= last]
    assert [o.at for o in fires(Rule(weekdays, (clock,)), change.zone, first, last)] == expected


@given(st.data(), st.integers(1, 8))
@settings(deadline=None, max_examples=100)
def test_it_merges_rules_in_order_without_duplicates(
    all_changes: list[Change], data: st.DataObject, count: int
) -> None:
    change = pick(data, all_changes)
    clocks = st.lists(st.sampled_from(SMALL_HOURS + LATE), min_size=1, max_size=2)
    each = data.draw(st.lists(clocks, min_size=1, max_size=3))
    found = upcoming([Rule(DAILY, tuple(times)) for times in each], change.zone, change.moments[0], count)
    due = change.expected({clock for times in each for clock in times})
    later = [Occurrence(wall, at) for at, wall in due.items() if at > change.moments[0]]
    assert list(found[:4]) == later[: min(4, count)]
    assert len(found) == count
    assert all(a.at < b.at for a, b in pairwise(found))


@pytest.mark.parametrize("quarters", [-1, 0, 1, 2, 3])
def test_it_still_owes_what_a_clock_change_put_off(all_changes: list[Change], quarters: int) -> None:
    """Asked minutes before or after any change, a time that was jumped over comes, and comes once."""
    for change in all_changes:
        after = change.close[len(change.close) // 2] + quarters * QUARTER
        for clock in SMALL_HOURS + LATE:
            due = change.expected([clock])
            at = min(moment for moment in due if moment > after)
            assert next_occurrence(Rule(DAILY, (clock,)), change.zone, after) == Occurrence(due[at], at)
