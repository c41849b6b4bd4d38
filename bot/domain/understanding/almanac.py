"""Days of the calendar as people name them: "5 december", "the second", "christmas", "friday 4".

A month of a file of phrases may be a day as well, written as month and day: 1225 is 25 December.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, TypeAlias

from bot.domain.understanding.clocks import Pieces, clock, has, number
from bot.domain.understanding.lexicon import DATE
from bot.domain.understanding.said import On, Value

Found: TypeAlias = tuple[Value, int] | None
"""What was read, and the piece behind it."""
_AHEAD: Final = 8 * 366
"""Days in which every date falls on every weekday at least once."""


def calendar(pieces: Pieces, at: int, today: date, *, plain: bool = False) -> Found:
    """Return "5 december", "dec 5th", "el 5 de diciembre", "the 5th", "christmas".

    :param plain: whether a number alone is a day of the month: "hasta el 3"
    """
    if has(pieces, at, DATE):
        return _written(str(pieces[at].values(DATE)[0]), today, at + 1)
    month = pieces[at].number("month-name") if has(pieces, at, "month-name") else None
    if month and month > 12:
        return _first(lambda day: (day.month, day.day) == divmod(month, 100), today, at + 1)
    found = _month_first(pieces, at) if month else _day_first(pieces, at, plain=plain)
    if found is None:
        return None
    day, named, after = found
    return _first(lambda that: that.day == day and named in {None, that.month}, today, after)


def next_weekday(weekday: int, today: date) -> date:
    """Return the next such weekday (Monday is 0); of today's, the one in a week."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def month_begin(pieces: Pieces, at: int, today: date) -> Found:
    """Return the first day of a month: "until december"."""
    month = pieces[at].number("month-name") if has(pieces, at, "month-name") else None
    if not month or month > 12:
        return None
    return _first(lambda that: that.day == 1 and that.month == month, today, at + 1)


def named_weekday(pieces: Pieces, at: int, today: date, *, plain: bool = False) -> Found:
    """Return a weekday with what tells which: "monday 7 december", "friday week", "thursday next week"."""
    weekday = pieces[at].number("weekday") if has(pieces, at, "weekday") else None
    if weekday is None:
        return None
    after = at + 1
    coming = next_weekday(weekday, today)
    if has(pieces, after, "week"):
        return On((coming + timedelta(days=7),)), after + 1
    while has(pieces, after, "from", "of-the"):
        after += 1
    if has(pieces, after, "anchor") and "next-week" in pieces[after].values("anchor"):
        monday = today + timedelta(days=7 - today.weekday())
        return On((monday + timedelta(days=weekday),)), after + 1
    found = _month_first(pieces, after) or _day_first(pieces, after, plain=plain)
    if found is None or (plain and _is_time(pieces, after)):
        return None
    day, month, end = found
    same = _first(lambda d: (d.day, d.weekday()) == (day, weekday) and month in {None, d.month}, today, end)
    near = isinstance(same[0], On) and same[0].days[0] - today < timedelta(days=367) if same else False
    return same if near else None


def _written(digits: str, today: date, end: int) -> Found:
    """Return "15/12"; two days where one part of the world reads it so and the other so: "3/12".

    Where a year was said, the day of that year alone, if it is still to come.
    """
    one, two, *years = map(int, digits.split("/"))
    ways = sorted({(one, two), (two, one)})
    found = [that for day, month in ways for that in _on(day, month, today)]
    days = sorted(that for that in found if not years or that.year % 100 == years[0] % 100)
    return (On(tuple(days)), end) if days else None


def _on(day: int, month: int, today: date) -> tuple[date, ...]:
    """Return the first such day from today on, if there is one."""
    found = _first(lambda that: (that.day, that.month) == (day, month), today, 0)
    value = found[0] if found else None
    return value.days if isinstance(value, On) else ()


def _is_time(pieces: Pieces, at: int) -> bool:
    """Return whether a number is said as a time of day."""
    found = clock(pieces, at)
    return found is not None and not found.bare


def _month_first(pieces: Pieces, at: int) -> tuple[int, int | None, int] | None:
    """Return "december 5": the day, the month, and the piece behind them."""
    month = pieces[at].number("month-name") if has(pieces, at, "month-name") else None
    found = number(pieces, at + 1, ordinal=True)
    if not month or month > 12 or found is None:
        return None
    day, after = found
    return day, month, after + (1 if has(pieces, after, "ordinal") else 0)


def _day_first(pieces: Pieces, at: int, *, plain: bool) -> tuple[int, int | None, int] | None:
    """Return "5 december", "the 5th", or with ``plain`` a number alone."""
    found = number(pieces, at, ordinal=True)
    if found is None:
        return None
    day, after = found
    ordinal = has(pieces, after, "ordinal")  # "first" alone is no day
    after += 1 if ordinal else 0
    month_at = after + (1 if has(pieces, after, "from", "of-the") else 0)
    month = pieces[month_at].number("month-name") if has(pieces, month_at, "month-name") else None
    if month and month <= 12:
        return day, month, month_at + 1
    alone = plain and not has(pieces, after, "minute", "hour", "day", "week", "month", "oclock", "half-day")
    return (day, None, after) if day and (ordinal or alone) else None


def _first(fits: Callable[[date], bool], today: date, end: int) -> Found:
    """Return the first such day from today on."""
    days = (today + timedelta(days=ahead) for ahead in range(_AHEAD))
    that = next((day for day in days if fits(day)), None)
    return (On((that,)), end) if that else None
