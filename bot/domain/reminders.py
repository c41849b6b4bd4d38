"""Reminders: when the next one is due, and whether it still makes sense once it is.

Calendar arithmetic is done on wall time, as if the person lived in UTC, and the result is then placed in
their zone. Given the real zone, APScheduler's CronTrigger misses reminders near clock changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from apscheduler.triggers.combining import OrTrigger  # type: ignore[import-untyped]
from apscheduler.triggers.cron import CronTrigger  # type: ignore[import-untyped]

from bot.domain.days import wall_clock

STALE_AFTER: Final = timedelta(hours=3)
_DAY: Final = timedelta(days=1)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Rule:
    """Weekdays (Monday 0) x wall-clock times, in the person's zone.

    :raises ValueError: when there is no weekday or no time, or one that does not exist
    """

    weekdays: frozenset[int]
    times: tuple[time, ...]

    def __post_init__(self) -> None:
        if not self.weekdays or not self.weekdays <= frozenset(range(7)):
            raise ValueError("A reminder needs at least one weekday, from Monday (0) to Sunday (6).")
        if not self.times:
            raise ValueError("A reminder needs at least one time of day.")
        if any(t.second or t.microsecond or t.tzinfo for t in self.times):
            raise ValueError("A reminder's time is hours and minutes, without a time zone.")


@dataclass(frozen=True)
class Occurrence:
    """One moment of a reminder: ``wall`` (naive) is what it is called, ``at`` (UTC) when it is due."""

    wall: datetime
    at: datetime


def place(wall: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when clocks in a zone show a wall time, in UTC.

    Shown twice: the first of the two. Jumped over: as long after the jump as it would have been after its
    beginning (02:30 is 03:30 then). None when the calendar skipped the whole day, as Samoa did in 2011.
    """
    before, after = wall.replace(tzinfo=zone, fold=0), wall.replace(tzinfo=zone, fold=1)
    jump = _offset(after) - _offset(before)  # the difference is positive in a gap alone
    return None if jump >= _DAY else before.astimezone(UTC)


@lru_cache(maxsize=4096)  # a herd asks the same question thousands of times
def next_occurrence(rule: Rule, zone: ZoneInfo, after: datetime) -> Occurrence | None:
    """Return the first occurrence strictly after a moment (aware); None when there is none, ever.

    Two times that a clock change brings to the same moment are one occurrence.
    """
    best: Occurrence | None = None
    for wall in _walls(rule, wall_clock(after, zone) - _jump_of_last_day(zone, after)):
        if best and wall >= wall_clock(best.at, zone):
            break
        at = place(wall, zone)
        if at and at > after and (best is None or at < best.at):
            best = Occurrence(wall, at)
            if wall_clock(at, zone) == wall:
                break
    return best


def upcoming(
    rules: Iterable[Rule], zone: ZoneInfo, after: datetime, count: int = 3
) -> tuple[Occurrence, ...]:
    """Return the next ``count`` occurrences of all the rules together, in order, each moment once."""
    rules = tuple(rules)
    found: list[Occurrence] = []
    while len(found) < count:
        nexts = [o for rule in rules if (o := next_occurrence(rule, zone, after))]
        if not nexts:
            break
        found.append(min(nexts, key=lambda o: (o.at, o.wall)))
        after = found[-1].at
    return tuple(found)


class Skip(StrEnum):
    """Why a reminder was not sent. The values are stored."""

    DONE_TODAY = "done-today"
    PAUSED = "paused"
    EXPIRED = "expired"
    OFF = "off"
    AWAY = "away"
    NOT_TODAY = "not-today"
    SUPERSEDED = "superseded"
    """A newer one goes out in its place."""
    MERGED = "merged"
    """Another message says it too: one of the same minute, a snoozed one, or the one about an outage."""
    QUIET = "quiet-hours"
    EDITED = "edited"
    DELETED = "deleted"
    HELD = "held"
    """A warning sign waits to be looked at."""
    EASED = "eased"
    """Several in a row were not answered, so every second one is left out."""
    SILENT = "silent"
    """Nobody answered for days; nothing comes until the person writes."""
    HEARD = "heard"
    """The person has written, so it need not be asked whether they are there."""


@dataclass(frozen=True)
class Look:
    """What is known about a reminder just before it is sent.

    ``today`` and ``paused_until`` (inclusive) are local days. ``away`` says that the person has blocked the
    coach or is gone. ``chosen`` says that they asked for this very moment, by snoozing. ``quiet`` says that
    it is in their quiet hours, ``deleted`` that the reminder is gone, ``held`` that a warning sign
    waits to be looked at.
    """

    now: datetime
    expires_at: datetime
    done_today: bool
    not_today: bool
    paused_until: date | None
    today: date
    enabled: bool
    away: bool
    chosen: bool
    quiet: bool = False
    deleted: bool = False
    held: bool = False


def look_again(look: Look) -> Skip | None:
    """Return why not to send a reminder after all; None to send it."""
    reasons = {
        Skip.DELETED: look.deleted,
        Skip.OFF: not look.enabled,
        Skip.HELD: look.held,
        Skip.PAUSED: look.paused_until is not None and look.today <= look.paused_until,
        Skip.DONE_TODAY: look.done_today,
        Skip.NOT_TODAY: look.not_today,
        Skip.AWAY: look.away and not look.chosen,  # who snoozes is there
        Skip.EXPIRED: look.now >= look.expires_at,
        Skip.QUIET: look.quiet and not look.chosen,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def expiry(occurrence: Occurrence, following: Occurrence | None) -> datetime:
    """Return when a reminder is stale: after 3 hours, or when the next one is due if that is sooner."""
    stale = occurrence.at + STALE_AFTER
    return min(stale, following.at) if following else stale


def snooze_until(now: datetime, minutes: int) -> datetime:
    """Return the moment (UTC) that is so many minutes of real time away.

    :raises ValueError: unless it is between a minute and a day
    """
    if not 1 <= minutes <= 24 * 60:
        raise ValueError("A snooze takes between a minute and a day.")
    return now.astimezone(UTC) + timedelta(minutes=minutes)


def _walls(rule: Rule, start: datetime) -> Iterator[datetime]:
    """Yield the rule's wall times from ``start`` on, in order."""
    trigger = _trigger(rule)
    moment: datetime | None = start.replace(tzinfo=UTC)
    while moment := trigger.get_next_fire_time(None, moment):
        yield moment.replace(tzinfo=None)
        moment += timedelta(microseconds=1)


@lru_cache(maxsize=1024)  # many people share few rules, and a trigger takes longer to build than to ask
def _trigger(rule: Rule) -> OrTrigger:
    # By name: in crontab notation APScheduler's numbers are not cron's.
    days = ",".join(_WEEKDAYS[day] for day in sorted(rule.weekdays))
    return OrTrigger(
        [CronTrigger(day_of_week=days, hour=t.hour, minute=t.minute, timezone=UTC) for t in rule.times]
    )


def _jump_of_last_day(zone: ZoneInfo, after: datetime) -> timedelta:
    """Return how far clocks jumped ahead in the last 24 hours: wall times in it may still be due."""
    now = after.astimezone(UTC)
    jump = _offset(now.astimezone(zone)) - _offset((now - _DAY).astimezone(zone))
    return max(jump, timedelta())


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()
