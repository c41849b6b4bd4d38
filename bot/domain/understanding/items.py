"""Reading everything that is said of time, piece by piece, into items.

What is no item stays as it is. A piece that speaks of time and fits nowhere stays too, and whoever needs times
must refuse: no number, weekday or exception is ever dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from bot.domain.understanding.clocks import Clock, Pieces, clock, number
from bot.domain.understanding.lexicon import NUMBER, Piece


@dataclass(frozen=True)
class Days:
    """Weekdays. ``each``: said as a habit ("every monday", "mondays"), not as one day."""

    weekdays: frozenset[int]
    each: bool


@dataclass(frozen=True)
class Without:
    """Weekdays that are left out."""

    weekdays: frozenset[int]


@dataclass(frozen=True)
class DayPart:
    """A part of the day, as the phrases call it."""

    name: str


@dataclass(frozen=True)
class Count:
    """So many times a day."""

    a_day: int


@dataclass(frozen=True)
class Hourly:
    """Every so many hours."""

    hours: int


@dataclass(frozen=True)
class Between:
    """From one clock time to another."""

    begin: Clock
    end: Clock


@dataclass(frozen=True)
class Span:
    """How long: minutes or days, one of them. ``ahead``: said as a moment, "in 20 minutes"."""

    minutes: int = 0
    days: int = 0
    ahead: bool = False


@dataclass(frozen=True)
class On:
    """A day of the calendar, with the part of it that was said; several where it is not clear which."""

    days: tuple[date, ...]
    part: str | None = None


@dataclass(frozen=True)
class Until:
    """Up to a day, which is no more part of it; several where it is not clear which."""

    days: tuple[date, ...]


@dataclass(frozen=True)
class Rare:
    """A rhythm that no rule can keep, such as every other day."""


Value: TypeAlias = Clock | Days | Without | DayPart | Count | Hourly | Between | Span | On | Until | Rare
KINDS = {
    Clock: "clock", Days: "days", Without: "without", DayPart: "part", Count: "count", Hourly: "hourly",
    Between: "between", Span: "span", On: "on", Until: "until", Rare: "rare",
}  # fmt: skip
"""What rules call the items."""


@dataclass(frozen=True)
class Item:
    """Something that was said of time, from a piece to before another."""

    value: Value
    start: int
    end: int
    pieces: tuple[Piece, ...]


def read(pieces: Pieces, today: date) -> list[Item | Piece]:
    """Return the pieces with all that is said of time read into items."""
    found: list[Item | Piece] = []
    at = 0
    while at < len(pieces):
        item = _item(pieces, at, today)
        found.append(item or pieces[at])
        at = item.end if item else at + 1
    return found


def _item(pieces: Pieces, at: int, today: date) -> Item | None:
    for reader in (_rare, _hourly, _count, _until, _dates, _between, _days, _span, _time):
        if found := reader(pieces, at, today):
            value, end = found
            return Item(value, at, end, tuple(pieces[at:end]))
    return None


_Found: TypeAlias = tuple[Value, int] | None


def _rare(pieces: Pieces, at: int, _: date) -> _Found:
    if _has(pieces, at, "rare"):
        return Rare(), at + 1
    if not _has(pieces, at, "every"):
        return None
    found = number(pieces, at + 1)
    count, after = found or (1, at + 1)
    if _has(pieces, after, "hour") or (_has(pieces, after, "day", "week") and count == 1):
        return None
    return (Rare(), after + 1) if _has(pieces, after, "minute", "day", "week", "month", "year") else None


def _hourly(pieces: Pieces, at: int, _: date) -> _Found:
    if not _has(pieces, at, "every"):
        return None
    hours, after = number(pieces, at + 1) or (1, at + 1)
    return (Hourly(hours), after + 1) if _has(pieces, after, "hour") and 1 <= hours <= 12 else None


def _count(pieces: Pieces, at: int, _: date) -> _Found:
    times = pieces[at].number("times") if _has(pieces, at, "times") else None
    after = at + 1
    if times is None:
        times, after = number(pieces, at) or (0, at)
        if not times or not _has(pieces, after, "times-word"):
            return None
        after += 1
    if _has(pieces, after, "per-day"):
        return Count(times), after + 1
    return (Rare(), after + 1) if _has(pieces, after, "per-week") else None


def _until(pieces: Pieces, at: int, today: date) -> _Found:
    if not _has(pieces, at, "until"):
        return None
    if _has(pieces, at + 1, "open-end"):
        return Until(()), at + 2
    found = _dates(pieces, at + 1, today) or _weekday_ahead(pieces, at + 1, today)
    if found is None or not isinstance(found[0], On):
        return None
    after = clock(pieces, found[1])
    if after is not None and not after.bare:
        return None  # until a time of that day: no pause of whole days
    return Until(found[0].days), found[1]


def _weekday_ahead(pieces: Pieces, at: int, today: date) -> _Found:
    """Return the next such weekday; "next friday" may mean the one of next week."""
    following = _has(pieces, at, "next")
    day = pieces[at + following].number("weekday") if at + following < len(pieces) else None
    if day is None:
        return None
    first = today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)
    same_week = following and first.isocalendar()[1] == today.isocalendar()[1]
    end = at + following + 1
    if not following and _has(pieces, end, "next"):
        same_week, end = first.isocalendar()[1] == today.isocalendar()[1], end + 1
    return On((first, first + timedelta(days=7)) if same_week else (first,)), end


def _dates(pieces: Pieces, at: int, today: date) -> _Found:
    if _has(pieces, at, "next") and _has(pieces, at + 1, "weekday"):
        return _weekday_ahead(pieces, at, today)
    if _has(pieces, at, "weekday") and _has(pieces, at + 1, "next"):
        return _weekday_ahead(pieces, at, today)
    if _has(pieces, at, "anchor"):
        name = str(pieces[at].values("anchor")[0])
        part = pieces[at].values("part")
        return On((_anchor(name, today),), str(part[0]) if part else None), at + 1
    return _calendar(pieces, at, today)


def _anchor(name: str, today: date) -> date:
    """Return the day that a word stands for."""
    days = {"today": 0, "tomorrow": 1, "after-tomorrow": 2}
    if name in days:
        return today + timedelta(days=days[name])
    if name == "next-month":
        return (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return today + timedelta(days=7 - today.weekday())  # next week begins on Monday


def _calendar(pieces: Pieces, at: int, today: date) -> _Found:
    """Return "5 december", "dec 5th", "el 5 de diciembre", "the 5th"."""
    month, after, day = None, at, None
    if _has(pieces, at, "month-name"):
        month, found = pieces[at].number("month-name"), number(pieces, at + 1)
        if found is None:
            return None
        day, after = found
        after += 1 if _has(pieces, after, "ordinal") else 0
    elif found := number(pieces, at):
        day, after = found
        ordinal = _has(pieces, after, "ordinal")
        after += 1 if ordinal else 0
        if _has(pieces, after, "from", "of-the") and _has(pieces, after + 1, "month-name"):
            after += 1  # "5 de diciembre"
        if _has(pieces, after, "month-name"):
            month, after = pieces[after].number("month-name"), after + 1
        elif not ordinal:
            return None
    that = _next_date(day, month, today) if day else None
    return (On((that,)), after) if that else None


def _next_date(day: int, month: int | None, today: date) -> date | None:
    """Return the next date of this day, in this month if one was said."""
    for ahead in range(400):
        that = today + timedelta(days=ahead)
        if that.day == day and month in {None, that.month}:
            return that
    return None


def _between(pieces: Pieces, at: int, _: date) -> _Found:
    said = _has(pieces, at, "from")
    begin = _clock_in_part(pieces, at + said, said)
    if begin is None or not _has(pieces, begin.end, "thru", "until", *(["plus", "and"] if said else [])):
        return None
    end = _clock_in_part(pieces, begin.end + 1, True)
    # "ten to eight" is a time; with "from", or with two whole times, it is a span.
    return (Between(begin, end), end.end) if end and (said or not begin.bare or not end.bare) else None


def _clock_in_part(pieces: Pieces, at: int, span: bool) -> Clock | None:
    """Return a clock time with the part of the day behind it: "las 10 de la noche"."""
    found = clock(pieces, at, span=span)
    if found is None or found.half or not _has(pieces, found.end, "part"):
        return found
    half = str(pieces[found.end].values("part")[0])
    return replace(found, half=half, exact=False, bare=False, end=found.end + 1)


def _days(pieces: Pieces, at: int, today: date) -> _Found:
    if _has(pieces, at, "except"):
        inner = _days(pieces, at + 1, today)
        if inner is None or not isinstance(inner[0], Days):
            return None
        left_out, after = inner[0].weekdays, inner[1]
        while (more := _days(pieces, after, today)) and isinstance(more[0], Days):
            left_out, after = left_out | more[0].weekdays, more[1]
        return Without(left_out), after
    each = _has(pieces, at, "every", "from")
    first = at + each
    if _has(pieces, first, "day-set"):
        codes = str(pieces[first].values("day-set")[0])
        return Days(frozenset(map(int, codes)), each=True), first + 1
    if not _has(pieces, first, "weekday"):
        return (Days(frozenset(range(7)), each=True), first + 1) if _every_day(pieces, at) else None
    day = pieces[first].number("weekday") or 0
    if _has(pieces, first + 1, "thru") and _has(pieces, first + 2, "weekday"):
        last = pieces[first + 2].number("weekday") or 0
        return Days(_run(day, last), each=True), first + 3
    if each and _has(pieces, at, "from"):
        each, first = False, first
    return Days(frozenset({day}), each or _has(pieces, first, "each-weekday")), first + 1


def _every_day(pieces: Pieces, at: int) -> bool:
    return _has(pieces, at, "every") and _has(pieces, at + 1, "day")


def _run(first: int, last: int) -> frozenset[int]:
    return frozenset((first + ahead) % 7 for ahead in range((last - first) % 7 + 1))


def _span(pieces: Pieces, at: int, _: date) -> _Found:
    ahead = _has(pieces, at, "in")
    first = at + (1 if _has(pieces, at, "in", "for") else 0)
    if _has(pieces, first, "span"):
        minutes = pieces[first].number("span") or 0
        return _ended(pieces, first + 1, minutes, ahead)
    half = _has(pieces, first, "half")
    found = (0, first + 1) if half else number(pieces, first)
    if found is None:
        return None
    count, after = found
    unit = next((n for n in ("minute", "hour", "day", "week", "month") if _has(pieces, after, n)), None)
    if unit is None or (half and unit != "hour"):
        return None
    each = {"minute": 1, "hour": 60, "day": 1440, "week": 7 * 1440, "month": 30 * 1440}[unit]
    minutes, end = (30 if half else count * each), after + 1
    if unit == "hour" and _has(pieces, end, "plus", "and") and _has(pieces, end + 1, "half"):
        minutes, end = minutes + 30, end + 2
    return _ended(pieces, end, minutes, ahead)


def _ended(pieces: Pieces, end: int, minutes: int, ahead: bool) -> _Found:
    if _has(pieces, end, "from-now"):
        ahead, end = True, end + 1
    days, rest = divmod(minutes, 1440)
    return (Span(days=days, ahead=ahead) if days and not rest else Span(minutes=minutes, ahead=ahead)), end


def _time(pieces: Pieces, at: int, _: date) -> _Found:
    if _has(pieces, at, "part"):
        return DayPart(str(pieces[at].values("part")[0])), at + 1
    found = clock(pieces, at)
    lost = found is not None and found.bare and (_has(pieces, at - 1, "in") or _has(pieces, at, "one"))
    if found is None or lost:
        return None  # "in 15": of what? "una" may be an article
    return found, found.end


def _has(pieces: Sequence[Piece], at: int, *names: str) -> bool:
    return 0 <= at < len(pieces) and pieces[at].has(*names)


__all__ = ["KINDS", "NUMBER", "Item", "Value", "read"]
