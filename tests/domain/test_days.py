"""Days: every moment belongs to exactly one."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.days import day_bounds, local_day, wall_clock

DAY = timedelta(days=1)
ZONES = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Havana",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Antarctica/Casey",
    "Antarctica/Troll",
    "Asia/Amman",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Pyongyang",
    "Asia/Tehran",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/Madrid",
    "Europe/Volgograd",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "UTC",
]
MADRID = ZoneInfo("Europe/Madrid")
zones = st.sampled_from(ZONES).map(ZoneInfo)
starts = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
moments = st.datetimes(datetime(2008, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants them naive


def changes(zone: ZoneInfo) -> list[datetime]:
    """Find the hours of all clock changes from 2008 to 2031, by looking at every day."""
    days = [datetime(2008, 1, 1, tzinfo=UTC) + n * DAY for n in range(24 * 365)]
    offsets = [day.astimezone(zone).utcoffset() for day in days]
    changed = [day for day, a, b in zip(days, offsets, offsets[1:], strict=False) if a != b]
    hours = (day + timedelta(hours=h) for day in changed for h in range(24))
    return [h for h in hours if h.astimezone(zone).utcoffset() != (h + DAY / 24).astimezone(zone).utcoffset()]


@pytest.fixture(scope="module")
def near_changes() -> list[tuple[ZoneInfo, datetime]]:
    """Each zone with a moment of each of its clock changes."""
    return [(zone, moment) for zone in map(ZoneInfo, ZONES) for moment in changes(zone)]


def check(moment: datetime, zone: ZoneInfo, start: time) -> None:
    """Assert all that holds of a moment and its day."""
    day = local_day(moment, zone, start)
    begin, end = day_bounds(day, zone, start)
    assert begin <= moment < end
    assert day_bounds(day - DAY, zone, start)[1] == begin
    assert day_bounds(day + DAY, zone, start)[0] == end
    assert local_day(begin, zone, start) == day
    assert local_day(end - timedelta(microseconds=1), zone, start) == day
    wall = wall_clock(begin, zone)
    assert wall >= datetime.combine(day, start)
    assert wall_clock(begin - timedelta(seconds=1), zone) < datetime.combine(day, start)


@given(moments, zones, starts)
@settings(deadline=None, max_examples=300)
def test_it_puts_every_moment_into_exactly_one_day(moment: datetime, zone: ZoneInfo, start: time) -> None:
    check(moment, zone, start)


@given(st.data(), st.timedeltas(timedelta(hours=-30), timedelta(hours=30)), starts)
@settings(deadline=None, max_examples=400)
def test_it_does_so_around_clock_changes_too(
    near_changes: list[tuple[ZoneInfo, datetime]], data: st.DataObject, away: timedelta, start: time
) -> None:
    zone, moment = data.draw(st.sampled_from(near_changes))
    check(moment + away, zone, start)


@given(zones, st.dates(date(2010, 1, 1), date(2030, 1, 1)), starts)
@settings(deadline=None, max_examples=200)
def test_it_begins_days_in_order(zone: ZoneInfo, day: date, start: time) -> None:
    begin, end = day_bounds(day, zone, start)
    assert begin <= end
    assert begin.tzinfo is end.tzinfo is UTC
    assert begin < day_bounds(day + DAY, zone, start)[1]


@given(moments, zones, starts, zones)
@settings(deadline=None, max_examples=100)
def test_it_does_not_matter_how_the_moment_is_written(
    moment: datetime, zone: ZoneInfo, start: time, other: ZoneInfo
) -> None:
    assert local_day(moment.astimezone(other), zone, start) == local_day(moment, zone, start)


@pytest.mark.parametrize(
    ("wall", "day"),
    [
        ("2026-07-10 02:59", date(2026, 7, 9)),
        ("2026-07-10 03:00", date(2026, 7, 10)),
        ("2026-07-10 23:59", date(2026, 7, 10)),
        ("2026-07-11 00:30", date(2026, 7, 10)),
        ("2027-01-01 01:00", date(2026, 12, 31)),
    ],
)
def test_it_ends_a_day_at_its_day_start_and_not_at_midnight(wall: str, day: date) -> None:
    moment = datetime.fromisoformat(wall).replace(tzinfo=MADRID)
    assert local_day(moment, MADRID, time(3)) == day


@pytest.mark.parametrize(
    ("zone", "day", "start", "hours"),
    [
        ("Europe/Madrid", date(2026, 3, 28), time(3), 23),
        ("Europe/Madrid", date(2026, 3, 29), time(0), 23),
        ("Europe/Madrid", date(2026, 10, 24), time(3), 25),
        ("Europe/Madrid", date(2026, 7, 1), time(3), 24),
        ("Australia/Lord_Howe", date(2026, 4, 4), time(3), 24.5),
        ("America/New_York", date(2026, 3, 7), time(2, 30), 23.5),
        ("America/New_York", date(2026, 3, 8), time(2, 30), 23.5),
        ("Pacific/Apia", date(2011, 12, 30), time(0), 0),
        ("Pacific/Apia", date(2011, 12, 29), time(0), 24),
    ],
)
def test_it_knows_how_long_days_are(zone: str, day: date, start: time, hours: float) -> None:
    begin, end = day_bounds(day, ZoneInfo(zone), start)
    assert end - begin == timedelta(hours=hours)


def test_it_does_not_return_to_yesterday_when_clocks_go_back_over_the_day_start() -> None:
    """In Madrid 02:30 comes twice on 25 October 2026; from its first coming it is that day."""
    moments = [datetime(2026, 10, 25, 0, 29, tzinfo=UTC) + timedelta(minutes=n) for n in range(120)]
    days = [local_day(moment, MADRID, time(2, 30)) for moment in moments]
    assert days == [date(2026, 10, 24)] + [date(2026, 10, 25)] * 119


def test_it_reads_an_impossible_time_as_the_moment_it_stands_for() -> None:
    """02:30 does not exist on 29 March 2026 in Madrid; clocks show 03:30 at that moment."""
    moment = datetime(2026, 3, 29, 2, 30, tzinfo=MADRID)
    assert wall_clock(moment, MADRID) == datetime(2026, 3, 29, 3, 30)  # noqa: DTZ001 - wall time
    assert local_day(moment, MADRID, time(3)) == date(2026, 3, 29)


def test_it_refuses_a_moment_without_a_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2026, 1, 1), MADRID, time(3))  # noqa: DTZ001 - the mistake itself
