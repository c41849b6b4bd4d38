"""The person's day: it begins at their day start (say 03:00), so that a late evening is still today."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_DAY: Final = timedelta(days=1)


def local_day(moment: datetime, zone: ZoneInfo, day_start: time) -> date:
    """Return the local day that a moment belongs to; exactly one does, clock changes included.

    :param moment: aware
    :param day_start: wall-clock time at which the person's day begins
    :raises ValueError: when ``moment`` is naive
    """
    wall = wall_clock(moment, zone)
    guess = (wall - _since_midnight(day_start)).date()
    # When clocks go back across the day start, the wall reads "yesterday" again. The new day has begun.
    return guess + _DAY if _begin(guess + _DAY, zone, day_start) <= moment else guess


def day_bounds(day: date, zone: ZoneInfo, day_start: time) -> tuple[datetime, datetime]:
    """Return the first moment of a local day and the first after it, in UTC.

    A day is 24 hours long except around clock changes; one that the calendar skipped may be empty.
    """
    return _begin(day, zone, day_start), _begin(day + _DAY, zone, day_start)


def wall_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what clocks in a zone read at a moment, as a naive date and time.

    :raises ValueError: when ``moment`` is naive
    """
    if moment.tzinfo is None:
        raise ValueError("The moment needs a time zone.")
    # By way of UTC: astimezone() would hand back a moment of the same zone untouched, even an impossible one.
    return moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None, fold=0)


def _begin(day: date, zone: ZoneInfo, day_start: time) -> datetime:
    """Return the first moment at which clocks show the day start of ``day``, or later."""
    wall = datetime.combine(day, day_start.replace(tzinfo=None, fold=0))
    late = wall.replace(tzinfo=zone).astimezone(UTC)
    if wall_clock(late, zone) == wall:
        return late
    # Clocks jump over the day start: it begins with the jump, which lies between the two readings.
    early = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        early, late = (early, middle) if wall_clock(middle, zone) >= wall else (middle, late)
    return late


def _since_midnight(clock: time) -> timedelta:
    return timedelta(
        hours=clock.hour, minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond
    )
