"""Time zones as people choose them: by what their clock shows, then by a city they know."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MOST: Final = 8  # cities to choose from at once


@dataclass(frozen=True)
class ClockChoice:
    """An offset from UTC in minutes, and what clocks there show."""

    minutes: int
    wall: time


# Most people first; at least one for every offset and for every way of changing clocks.
# fmt: off
WELL_KNOWN: Final = (
    "Asia/Kolkata", "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Jakarta", "Africa/Lagos",
    "America/Sao_Paulo", "Asia/Karachi", "Asia/Dhaka", "America/Chicago", "America/Mexico_City",
    "Europe/Moscow", "Asia/Tokyo", "Europe/Paris", "Africa/Cairo", "Africa/Nairobi", "Asia/Manila",
    "Asia/Ho_Chi_Minh", "Africa/Kinshasa", "Asia/Tehran", "Europe/Istanbul", "Europe/London",
    "Asia/Bangkok", "Africa/Johannesburg", "Europe/Rome", "Asia/Seoul", "Europe/Madrid",
    "Africa/Addis_Ababa", "America/Bogota", "America/Los_Angeles", "Africa/Algiers",
    "America/Argentina/Buenos_Aires", "Asia/Baghdad", "Africa/Khartoum", "Asia/Kabul", "Europe/Warsaw",
    "Africa/Casablanca", "Europe/Kyiv", "Asia/Tashkent", "Asia/Riyadh", "America/Lima", "Africa/Accra",
    "Asia/Yangon", "Asia/Kuala_Lumpur", "Asia/Kathmandu", "America/Caracas", "Africa/Abidjan",
    "Australia/Sydney", "Europe/Bucharest", "America/Santiago", "Asia/Colombo", "America/Guatemala",
    "Europe/Athens", "Asia/Dubai", "America/Denver", "Europe/Lisbon", "America/La_Paz", "Asia/Jerusalem",
    "Asia/Singapore", "America/Halifax", "America/Phoenix", "Asia/Baku", "Asia/Almaty",
    "Asia/Yekaterinburg", "Asia/Hong_Kong", "Asia/Gaza", "Australia/Brisbane", "Asia/Novosibirsk",
    "Pacific/Port_Moresby", "Europe/Helsinki", "Europe/Dublin", "Asia/Bishkek", "Asia/Omsk",
    "Australia/Perth", "Pacific/Auckland", "Australia/Adelaide", "America/Havana", "Atlantic/Canary",
    "Asia/Vladivostok", "Pacific/Honolulu", "Pacific/Fiji", "Asia/Yakutsk", "America/Anchorage",
    "America/St_Johns", "Atlantic/Cape_Verde", "Pacific/Noumea", "Pacific/Guadalcanal", "Pacific/Tahiti",
    "Australia/Darwin", "Atlantic/Azores", "Asia/Magadan", "Pacific/Tongatapu", "Pacific/Apia",
    "Asia/Kamchatka", "America/Nuuk", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Pacific/Gambier",
    "Pacific/Marquesas", "America/Miquelon", "America/Noronha", "Pacific/Easter", "Pacific/Norfolk",
    "Pacific/Chatham", "Australia/Lord_Howe", "America/Adak", "Pacific/Pitcairn", "Australia/Eucla",
    "Antarctica/Troll",
)
# fmt: on


def clock_choices(now: datetime) -> tuple[ClockChoice, ...]:
    """Return what clocks of the world show now (aware), from west to east, each offset once."""
    offsets = sorted({_minutes(now, zone) for zone in WELL_KNOWN})
    return tuple(ClockChoice(m, (now.astimezone(UTC) + timedelta(minutes=m)).time()) for m in offsets)


def zones_at(now: datetime, minutes: int) -> tuple[str, ...]:
    """Return up to 8 well-known zones whose offset is so many minutes now, most people first.

    Every way of changing clocks in the coming year has a zone among them.
    """
    here = [zone for zone in WELL_KNOWN if _minutes(now, zone) == minutes]
    if len(here) <= MOST:
        return tuple(here)
    today = now.astimezone(UTC).date()
    ways = {_coming_year(today, zone): zone for zone in reversed(here)}  # the first of each way stays
    ranked = sorted(here, key=lambda zone: zone not in ways.values())
    return tuple(sorted(ranked[:MOST], key=WELL_KNOWN.index))


def city(zone: str) -> str:
    """Return the city that a zone is named after: "America/New_York" is "New York"."""
    return zone.rpartition("/")[2].replace("_", " ")


def is_zone(name: str) -> bool:
    """Return whether this is the name of a time zone, as the IANA database writes it."""
    if name in {"localtime", "posixrules", "Factory"} or name.startswith(("posix/", "right/")):
        return False  # this machine's own zone, and clocks that count leap seconds
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@lru_cache(maxsize=len(WELL_KNOWN))
def _read(zone: str) -> ZoneInfo:
    """Return a zone; Python itself keeps but eight of them at hand, and reads the others from files anew."""
    return ZoneInfo(zone)


def _minutes(now: datetime, zone: str) -> int:
    offset = now.astimezone(UTC).astimezone(_read(zone)).utcoffset() or timedelta()
    return offset // timedelta(minutes=1)


@lru_cache(maxsize=2 * len(WELL_KNOWN))
def _coming_year(first: date, zone: str) -> tuple[int, ...]:
    """Return the offset on each of 365 days; remembered, for it takes a third of a millisecond."""
    noon = datetime.combine(first, time(12), UTC)
    return tuple(_minutes(noon + timedelta(days=day), zone) for day in range(365))
