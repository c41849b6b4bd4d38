"""Zones: chosen by what the clock shows, then by a city."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.domain.zones import WELL_KNOWN, ClockChoice, city, clock_choices, is_zone, zones_at

YEAR = [datetime(2026, month, day, 12, tzinfo=UTC) for month in range(1, 13) for day in range(1, 29)]
# Areas where people live for long; ships, stations and machines have others.
AREAS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


def way(zone: str) -> tuple[timedelta | None, ...]:
    """What a zone's clocks do in 2026: two zones of one way cannot be told apart."""
    return tuple(day.astimezone(ZoneInfo(zone)).utcoffset() for day in YEAR)


@pytest.fixture(scope="module")
def ways() -> dict[str, tuple[timedelta | None, ...]]:
    """The way of every zone in the database of zones."""
    return {zone: way(zone) for zone in available_timezones() if zone.startswith(AREAS)}


def test_it_knows_a_zone_for_every_way_of_changing_clocks(
    ways: dict[str, tuple[timedelta | None, ...]],
) -> None:
    covered = {way(zone) for zone in WELL_KNOWN}
    assert [zone for zone, its_way in ways.items() if its_way not in covered] == []


@pytest.mark.parametrize("month", range(1, 13))
def test_it_leads_from_a_clock_to_every_way_of_changing_it(
    month: int, ways: dict[str, tuple[timedelta | None, ...]]
) -> None:
    """Who lives anywhere finds, by their clock, a city whose clocks do the same all the year."""
    now = datetime(2026, month, 18, 12, tzinfo=UTC)
    offered = {zone for choice in clock_choices(now) for zone in zones_at(now, choice.minutes)}
    coming = [now + timedelta(days=n) for n in range(365)]

    def coming_way(zone: str) -> tuple[timedelta | None, ...]:
        return tuple(day.astimezone(ZoneInfo(zone)).utcoffset() for day in coming)

    lost = {coming_way(zone) for zone in WELL_KNOWN} - {coming_way(zone) for zone in offered}
    assert not lost


def test_it_lists_each_zone_once_and_only_real_ones() -> None:
    assert len(set(WELL_KNOWN)) == len(WELL_KNOWN)
    assert all(is_zone(zone) for zone in WELL_KNOWN)


@pytest.mark.parametrize("now", YEAR[::40])
def test_it_offers_clocks_from_west_to_east_without_repeating(now: datetime) -> None:
    choices = clock_choices(now)
    minutes = [choice.minutes for choice in choices]
    assert minutes == sorted(set(minutes))
    assert all(offset % 15 == 0 for offset in minutes)
    for choice in choices:
        zones = zones_at(now, choice.minutes)
        assert 1 <= len(zones) <= 8
        assert sorted(zones, key=WELL_KNOWN.index) == list(zones), "most people first"
        assert {now.astimezone(ZoneInfo(zone)).time() for zone in zones} == {choice.wall}


def test_it_shows_what_the_clock_on_the_wall_shows() -> None:
    now = datetime(2026, 7, 1, 17, 40, tzinfo=UTC)
    assert ClockChoice(120, time(19, 40)) in clock_choices(now)
    assert ClockChoice(345, time(23, 25)) in clock_choices(now)
    assert ClockChoice(840, time(7, 40)) in clock_choices(now)
    assert clock_choices(now.astimezone(ZoneInfo("Asia/Tokyo"))) == clock_choices(now)


def test_it_names_the_likely_cities_first() -> None:
    summer, winter = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 1, 10, tzinfo=UTC)
    assert zones_at(summer, 330) == ("Asia/Kolkata", "Asia/Colombo")
    assert "Europe/Madrid" in zones_at(summer, 120)
    assert "Europe/Madrid" in zones_at(winter, 60)
    assert "Europe/Madrid" not in zones_at(winter, 120)
    assert zones_at(summer, 7) == ()


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Europe/Madrid", "Madrid"),
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("Africa/Porto-Novo", "Porto-Novo"),
        ("UTC", "UTC"),
    ],
)
def test_it_calls_a_zone_by_its_city(zone: str, name: str) -> None:
    assert city(zone) == name


@pytest.mark.parametrize("name", ["Europe/Madrid", "Pacific/Chatham", "America/Argentina/Ushuaia", "UTC"])
def test_it_accepts_names_of_zones(name: str) -> None:
    assert is_zone(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "Madrid",
        "Europe",
        "Europe/",
        "Europe/Atlantis",
        "../Europe/Madrid",
        "/etc/localtime",
        "localtime",
        "posixrules",
        "Factory",
        "right/Europe/Madrid",
        "posix/Europe/Madrid",
        "zone.tab",
        "Europe/Madrid\0",
        "x" * 5000,
        "+02:00",
        "\ud800",
    ],
)
def test_it_refuses_what_is_no_zone(name: str) -> None:
    assert not is_zone(name)
