"""Reading days of the calendar and lengths of time: "until monday", "5 december", "in an hour"."""

from datetime import date, timedelta
from typing import TypeAlias

from bot.domain.understanding.clocks import Pieces, clock, has, number
from bot.domain.understanding.said import On, Span, Until, Value

Found: TypeAlias = tuple[Value, int] | None
"""What was read, and the piece behind it."""


def until(pieces: Pieces, at: int, today: date) -> Found:
    """Return the end of a pause: "until monday", "back in a week"."""
    if not has(pieces, at, "until"):
        return None
    if has(pieces, at + 1, "open-end"):
        return Until(()), at + 2
    length = span(pieces, at + 1, today)
    if length and isinstance(length[0], Span) and length[0].days:
        return Until((today + timedelta(days=length[0].days),)), length[1]  # "back in a week"
    found = dates(pieces, at + 1, today) or _weekday_ahead(pieces, at + 1, today)
    if found is None or not isinstance(found[0], On):
        return None
    after = clock(pieces, found[1])
    if after is not None and not after.bare:
        return None  # until a time of that day: no pause of whole days
    return Until(found[0].days), found[1]


def _weekday_ahead(pieces: Pieces, at: int, today: date) -> Found:
    """Return the next such weekday; "next friday" may mean the one of next week."""
    following = has(pieces, at, "next")
    day = pieces[at + following].number("weekday") if at + following < len(pieces) else None
    if day is None:
        return None
    first = today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)
    same_week = following and first.isocalendar()[1] == today.isocalendar()[1]
    end = at + following + 1
    if not following and has(pieces, end, "next"):
        same_week, end = first.isocalendar()[1] == today.isocalendar()[1], end + 1
    return On((first, first + timedelta(days=7)) if same_week else (first,)), end


def dates(pieces: Pieces, at: int, today: date) -> Found:
    """Return a day of the calendar: "tomorrow", "next friday", "5 december"."""
    if has(pieces, at, "next") and has(pieces, at + 1, "weekday"):
        return _weekday_ahead(pieces, at, today)
    if has(pieces, at, "weekday") and has(pieces, at + 1, "next"):
        return _weekday_ahead(pieces, at, today)
    if has(pieces, at, "anchor"):
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


def _calendar(pieces: Pieces, at: int, today: date) -> Found:
    """Return "5 december", "dec 5th", "el 5 de diciembre", "the 5th"."""
    month, after, day = None, at, None
    if has(pieces, at, "month-name"):
        month, found = pieces[at].number("month-name"), number(pieces, at + 1)
        if found is None:
            return None
        day, after = found
        after += 1 if has(pieces, after, "ordinal") else 0
    elif found := number(pieces, at):
        day, after = found
        ordinal = has(pieces, after, "ordinal")
        after += 1 if ordinal else 0
        if has(pieces, after, "from", "of-the") and has(pieces, after + 1, "month-name"):
            after += 1  # "5 de diciembre"
        if has(pieces, after, "month-name"):
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


def span(pieces: Pieces, at: int, _: date) -> Found:
    """Return how long: "for 3 days", "in half an hour", "two weeks"."""
    ahead = has(pieces, at, "in")
    first = at + (1 if has(pieces, at, "in", "for") else 0)
    if has(pieces, first, "span"):
        minutes = pieces[first].number("span") or 0
        return _ended(pieces, first + 1, minutes, ahead)
    half = has(pieces, first, "half")
    found = (0, first + 1) if half else number(pieces, first)
    if found is None:
        return None
    count, after = found
    if has(pieces, after, "more"):
        ahead, after = True, after + 1  # "10 more minutes"
    unit = next((n for n in ("minute", "hour", "day", "week", "month") if has(pieces, after, n)), None)
    if unit is None or (half and unit != "hour"):
        return None
    if unit == "hour" and count >= 8 and first == at and has(pieces, after, "oclock"):
        return None  # "19h" is a time of day
    each = {"minute": 1, "hour": 60, "day": 1440, "week": 7 * 1440, "month": 30 * 1440}[unit]
    minutes, end = (30 if half else count * each), after + 1
    if unit == "hour" and has(pieces, end, "plus", "and") and has(pieces, end + 1, "half"):
        minutes, end = minutes + 30, end + 2
    return _ended(pieces, end, minutes, ahead)


def _ended(pieces: Pieces, end: int, minutes: int, ahead: bool) -> Found:
    if has(pieces, end, "from-now"):
        ahead, end = True, end + 1
    days, rest = divmod(minutes, 1440)
    return (Span(days=days, ahead=ahead) if days and not rest else Span(minutes=minutes, ahead=ahead)), end
