"""Reminders: single cases of rules, wall times and last looks."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.reminders import (
    Look,
    Occurrence,
    Rule,
    Skip,
    expiry,
    look_again,
    next_occurrence,
    place,
    snooze_until,
    upcoming,
)

DAY = timedelta(days=1)
DAILY = frozenset(range(7))
MADRID = ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize(
    ("zone", "wall", "at"),
    [
        ("Europe/Madrid", "2026-03-29 02:30", "2026-03-29 03:30+02:00"),
        ("Europe/Madrid", "2026-03-29 01:59", "2026-03-29 01:59+01:00"),
        ("Europe/Madrid", "2026-03-29 03:00", "2026-03-29 03:00+02:00"),
        ("Europe/Madrid", "2026-10-25 02:30", "2026-10-25 02:30+02:00"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 02:45+11:00"),
        ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-05 01:45+11:00"),
        ("Africa/Cairo", "2026-04-24 00:30", "2026-04-24 01:30+03:00"),
        ("America/Nuuk", "2026-03-28 23:30", "2026-03-29 00:30-01:00"),
        ("Asia/Kolkata", "2026-01-01 08:00", "2026-01-01 08:00+05:30"),
        ("Pacific/Apia", "2011-12-29 08:00", "2011-12-29 08:00-10:00"),
        ("Pacific/Apia", "2011-12-31 08:00", "2011-12-31 08:00+14:00"),
    ],
)
def test_it_places_wall_times(zone: str, wall: str, at: str) -> None:
    assert place(datetime.fromisoformat(wall), ZoneInfo(zone)) == datetime.fromisoformat(at)


def test_it_has_no_place_in_a_day_that_the_calendar_skipped() -> None:
    apia = ZoneInfo("Pacific/Apia")
    assert place(datetime(2011, 12, 30, 8), apia) is None  # noqa: DTZ001 - wall time
    daily = Rule(DAILY, (time(8),))
    begin = datetime(2011, 12, 28, tzinfo=UTC)
    assert [one.wall.day for one in upcoming([daily], apia, begin)] == [28, 29, 31]
    fridays = Rule(frozenset({4}), (time(8),))
    assert [one.wall.day for one in upcoming([fridays], apia, begin, 1)] == [6]


def test_it_is_strictly_after() -> None:
    rule = Rule(DAILY, (time(8),))
    first = next_occurrence(rule, MADRID, datetime(2026, 7, 1, tzinfo=UTC))
    assert first
    assert first.wall == datetime(2026, 7, 1, 8)  # noqa: DTZ001 - wall time
    following = next_occurrence(rule, MADRID, first.at)
    assert following
    assert following.wall == first.wall + DAY
    assert next_occurrence(rule, MADRID, first.at - timedelta(microseconds=1)) == first


def test_it_joins_two_times_that_a_clock_change_brings_together() -> None:
    """02:30 does not exist that night and becomes 03:30, for which there is a reminder already."""
    rule = Rule(DAILY, (time(3, 30), time(2, 30), time(3, 15)))
    found = upcoming([rule], MADRID, datetime(2026, 3, 28, 23, tzinfo=UTC), 3)
    assert [one.at.astimezone(MADRID).strftime("%d %H:%M") for one in found] == [
        "29 03:15",
        "29 03:30",
        "30 02:30",
    ]


def test_it_names_a_shared_moment_the_same_in_whatever_order_rules_come() -> None:
    begin = datetime(2026, 3, 28, 23, tzinfo=UTC)
    rules = [Rule(DAILY, (time(3, 30),)), Rule(DAILY, (time(2, 30),))]
    assert upcoming(rules, MADRID, begin) == upcoming(rules[::-1], MADRID, begin)


def test_it_comes_once_although_its_time_comes_twice() -> None:
    begin = datetime(2026, 10, 24, 12, tzinfo=UTC)
    walls = [one.wall.day for one in upcoming([Rule(DAILY, (time(2, 30),))], MADRID, begin)]
    assert walls == [25, 26, 27]


def test_it_merges_nothing_into_nothing() -> None:
    assert upcoming([], MADRID, datetime(2026, 1, 1, tzinfo=UTC)) == ()


@pytest.mark.parametrize(
    ("weekdays", "times", "sentence"),
    [
        (frozenset(), (time(8),), "at least one weekday"),
        (frozenset({7}), (time(8),), "Monday"),
        (DAILY, (), "at least one time"),
        (DAILY, (time(8, 0, 1),), "hours and minutes"),
        (DAILY, (time(8, tzinfo=UTC),), "without a time zone"),
    ],
)
def test_it_refuses_a_rule_that_cannot_be(
    weekdays: frozenset[int], times: tuple[time, ...], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        Rule(weekdays, times)


NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
FINE = Look(
    now=NOON,
    expires_at=NOON + timedelta(hours=3),
    done_today=False,
    not_today=False,
    paused_until=None,
    today=date(2026, 7, 1),
    enabled=True,
    away=False,
    chosen=False,
)


@pytest.mark.parametrize(
    ("look", "skip"),
    [
        (FINE, None),
        (replace(FINE, chosen=True), None),
        (replace(FINE, enabled=False), Skip.OFF),
        (replace(FINE, paused_until=date(2026, 7, 1)), Skip.PAUSED),
        (replace(FINE, paused_until=date(2026, 6, 30)), None),
        (replace(FINE, done_today=True), Skip.DONE_TODAY),
        (replace(FINE, done_today=True, chosen=True), Skip.DONE_TODAY),
        (replace(FINE, not_today=True), Skip.NOT_TODAY),
        (replace(FINE, not_today=True, chosen=True), Skip.NOT_TODAY),
        (replace(FINE, away=True), Skip.AWAY),
        (replace(FINE, away=True, chosen=True), None),
        (replace(FINE, expires_at=NOON), Skip.EXPIRED),
        (replace(FINE, expires_at=NOON + timedelta(seconds=1)), None),
        (replace(FINE, done_today=True, expires_at=NOON), Skip.DONE_TODAY),
        (replace(FINE, enabled=False, done_today=True), Skip.OFF),
        (replace(FINE, deleted=True, enabled=False), Skip.DELETED),
        (replace(FINE, quiet=True), Skip.QUIET),
        (replace(FINE, quiet=True, chosen=True), None),
        (replace(FINE, held=True), Skip.HELD),
        (replace(FINE, held=True, chosen=True), Skip.HELD),
    ],
)
def test_it_looks_again_before_it_sends(look: Look, skip: Skip | None) -> None:
    assert look_again(look) is skip


def test_it_keeps_the_stored_words_of_skips() -> None:
    stored = (
        "done-today paused expired off away not-today superseded merged quiet-hours edited deleted held"
        " eased silent heard"
    )
    assert {skip.value for skip in Skip} == set(stored.split())


@pytest.mark.parametrize(("hours", "stale"), [(None, 3), (24, 3), (3, 3), (1, 1)])
def test_it_is_stale_after_three_hours_or_when_the_next_is_due(hours: int | None, stale: int) -> None:
    def due(later: int) -> Occurrence:
        at = NOON + timedelta(hours=later)
        return Occurrence(at.replace(tzinfo=None), at)

    following = due(hours) if hours else None
    assert expiry(due(0), following) == NOON + timedelta(hours=stale)


def test_it_snoozes_for_real_minutes() -> None:
    """Ten minutes are ten minutes, even where clocks jump meanwhile."""
    before = datetime(2026, 3, 29, 1, 55, tzinfo=MADRID)
    assert snooze_until(before, 10) == datetime(2026, 3, 29, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize("minutes", [-5, 0, 24 * 60 + 1])
def test_it_refuses_to_snooze_for_no_time_or_for_days(minutes: int) -> None:
    with pytest.raises(ValueError, match="between a minute and a day"):
        snooze_until(NOON, minutes)
