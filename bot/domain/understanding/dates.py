"""Reading days of the calendar and lengths of time: "until monday", "5 december", "in an hour"."""

from datetime import date, timedelta
from typing import Final

from bot.domain.understanding.almanac import Found, calendar, month_begin, named_weekday, next_weekday
from bot.domain.understanding.clocks import Pieces, clock, has, number
from bot.domain.understanding.lexicon import TENTHS
from bot.domain.understanding.said import On, Span, Until

LONGEST: Final = 10 * 366 * 1440
"""Minutes; what is longer was not meant, and no calendar reaches so far."""


def until(pieces: Pieces, at: int, today: date) -> Found:
    """Return the end of a pause: "until monday", "back in a week", "after christmas"."""
    if has(pieces, at, "until") and (found := _until_length(pieces, at, today)):
        return found
    if not has(pieces, at, "until", "past"):
        return None
    past = has(pieces, at, "past")
    first = at + 1
    if not past and has(pieces, first, "past"):
        past, first = True, first + 1  # "until after christmas"
    found = _until_day(pieces, first, today)
    if found is None or not isinstance(found[0], On):
        return None
    after = clock(pieces, found[1])
    if after is not None and not after.bare:
        return None  # until a time of that day: no pause of whole days
    past = past or (has(pieces, found[1], "thru") and not has(pieces, found[1], "until", "before"))
    days = tuple(day + timedelta(days=1) for day in found[0].days) if past else found[0].days
    return Until(days), found[1]


def _until_length(pieces: Pieces, at: int, today: date) -> Found:
    """Return "rest of the week", "until further notice", "back in a week"."""
    if has(pieces, at, "anchor"):
        return Until((_anchor(str(pieces[at].values("anchor")[0]), today),)), at + 1
    if has(pieces, at + 1, "open-end"):
        return Until(()), at + 2
    length = span(pieces, at + 1, today)
    days = length[0].days if length and isinstance(length[0], Span) else 0
    return (Until((today + timedelta(days=days),)), length[1]) if length and days else None


def _until_day(pieces: Pieces, at: int, today: date) -> Found:
    """Return the day that stands behind "until"."""
    numbered = has(pieces, at - 1, "ordinal")  # "hasta el 3"
    found = named_weekday(pieces, at, today, plain=True) or dates(pieces, at, today)
    found = found or _weekday_ahead(pieces, at, today) or _weekend(pieces, at, today)
    found = found or (calendar(pieces, at, today, plain=True) if numbered else None)
    return found or (month_begin(pieces, at, today) if at < len(pieces) else None)


def _weekend(pieces: Pieces, at: int, today: date) -> Found:
    """Return the Saturday of "until the weekend"; within one, of the next."""
    if not has(pieces, at, "day-set") or "56" not in pieces[at].values("day-set"):
        return None
    return On((today + timedelta(days=(4 - today.weekday()) % 7 + 1),)), at + 1


def _weekday_ahead(pieces: Pieces, at: int, today: date) -> Found:
    """Return the next such weekday; "next friday" may mean the one of next week."""
    following = has(pieces, at, "next")
    day = pieces[at + following].number("weekday") if at + following < len(pieces) else None
    if day is None:
        return None
    first = next_weekday(day, today)
    same_week = following and first.isocalendar()[1] == today.isocalendar()[1]
    end = at + following + 1
    if not following and has(pieces, end, "next"):
        same_week, end = first.isocalendar()[1] == today.isocalendar()[1], end + 1
    return On((first, first + timedelta(days=7)) if same_week else (first,)), end


def dates(pieces: Pieces, at: int, today: date) -> Found:
    """Return a day of the calendar: "tomorrow", "next friday", "5 december", "friday week"."""
    if found := named_weekday(pieces, at, today):
        return found
    if has(pieces, at, "next") and has(pieces, at + 1, "weekday"):
        return _weekday_ahead(pieces, at, today)
    if has(pieces, at, "weekday") and has(pieces, at + 1, "next"):
        return _weekday_ahead(pieces, at, today)
    if has(pieces, at, "anchor"):
        name = str(pieces[at].values("anchor")[0])
        part = pieces[at].values("part")
        return On((_anchor(name, today),), str(part[0]) if part else None), at + 1
    if has(pieces, at, "in", "from") and not has(pieces, at + 1, "number"):
        return month_begin(pieces, at + 1, today) if at + 1 < len(pieces) else None  # "in january"
    return calendar(pieces, at, today) if at < len(pieces) else None


def _anchor(name: str, today: date) -> date:
    """Return the day that a word stands for."""
    days = {"today": 0, "tomorrow": 1, "after-tomorrow": 2}
    if name in days:
        return today + timedelta(days=days[name])
    if name == "next-month":
        return (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return today + timedelta(days=7 - today.weekday())  # next week begins on Monday


def span(pieces: Pieces, at: int, _: date) -> Found:
    """Return how long: "for 3 days", "in half an hour", "two weeks"."""
    ahead = has(pieces, at, "in")
    first = at + (1 if has(pieces, at, "in", "for") else 0)
    about = has(pieces, first, "at")  # "about 15 minutes", "in about an hour"
    first += about
    if has(pieces, first, "span"):
        minutes = pieces[first].number("span") or 0
        return _ended(pieces, first + 1, minutes, ahead)
    half, tenths = has(pieces, first, "half"), has(pieces, first, TENTHS)
    found = (pieces[first].number(TENTHS) or 0, first + 1) if tenths else number(pieces, first)
    found = (0, first + 1) if half else found
    if found is None:
        return None
    count, after = found
    if len(pieces[first].words[0]) > 3 and pieces[first].words[0].isdecimal():
        return None  # "0715, the other days not": a time
    if has(pieces, after, "more"):
        ahead, after = True, after + 1  # "10 more minutes"
    unit = next((n for n in ("minute", "hour", "day", "week", "month") if has(pieces, after, n)), None)
    if unit is None or (half and unit != "hour"):
        return None
    hours = (count >= 8 and first == at) or (about and first == at + 1)
    if unit == "hour" and hours and not tenths and has(pieces, after, "oclock"):
        return None  # "19h" is a time of day
    each = {"minute": 1, "hour": 60, "day": 1440, "week": 7 * 1440, "month": 30 * 1440}[unit]
    minutes, end = (30 if half else count * each // (10 if tenths else 1)), after + 1
    if unit == "hour" and has(pieces, end, "plus", "and") and has(pieces, end + 1, "half"):
        minutes, end = minutes + 30, end + 2
    return _ended(pieces, end, minutes, ahead)


def _ended(pieces: Pieces, end: int, minutes: int, ahead: bool) -> Found:
    if minutes > LONGEST:
        return None
    if has(pieces, end, "from-now"):
        ahead, end = True, end + 1
    days, rest = divmod(minutes, 1440)
    return (Span(days=days, ahead=ahead) if days and not rest else Span(minutes=minutes, ahead=ahead)), end
