"""Reading everything that is said of time, piece by piece, into items.

What is no item stays as it is. A piece that speaks of time and fits nowhere stays too, and whoever needs
times must refuse: no number, weekday or exception is ever dropped.
"""

from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.understanding.almanac import Found
from bot.domain.understanding.clocks import Clock, Pieces, clock, has, number
from bot.domain.understanding.dates import dates, span, until
from bot.domain.understanding.lexicon import CLOCK, Piece
from bot.domain.understanding.said import Between, Count, DayPart, Days, Hourly, Item, Rare, Without

_FEW: Final = 3
MOST_TIMES: Final = 8
"""More times a day than this are no number of reminders."""


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
    for reader in (_rare, _hourly, _count, until, dates, _between, _days, span, _time):
        if found := reader(pieces, at, today):
            value, end = found
            return Item(value, at, end, tuple(pieces[at:end]))
    return None


def _rare(pieces: Pieces, at: int, _: date) -> Found:
    if has(pieces, at, "rare"):
        return Rare(), at + 1
    if not has(pieces, at, "every"):
        return None
    found = number(pieces, at + 1)
    count, after = found or (1, at + 1)
    if has(pieces, after, "hour") or (has(pieces, after, "day", "week") and count == 1):
        return None
    return (Rare(), after + 1) if has(pieces, after, "minute", "day", "week", "month", "year") else None


def _hourly(pieces: Pieces, at: int, _: date) -> Found:
    if not has(pieces, at, "every"):
        return None
    hours, after = number(pieces, at + 1) or (1, at + 1)
    return (Hourly(hours), after + 1) if has(pieces, after, "hour") and 1 <= hours <= 12 else None


def _count(pieces: Pieces, at: int, _: date) -> Found:
    times = pieces[at].number("times") if has(pieces, at, "times") else None
    after = at + 1
    if times is None:
        times, after = number(pieces, at) or (0, at)
        if not times:
            return None
        if not has(pieces, after, "times-word", "reminder"):
            return _so_many(pieces, at, times, after)
        after += 1
    if has(pieces, after, "per-day"):
        return Count(times), after + 1
    if has(pieces, after, "day-set"):
        return Count(times), after  # "twice on weekdays"
    return (Rare(), after + 1) if has(pieces, after, "per-week") else None


def _so_many(pieces: Pieces, at: int, times: int, after: int) -> Found:
    """Return "3 a day"; "at 8 every day" is a time."""
    daily = has(pieces, after, "day-set") and not (times <= 3 and pieces[at].words[0].isalpha())
    timed = daily or has(pieces, at, "at") or has(pieces, at - 1, "at")
    fits = has(pieces, after, "per-day") and times <= MOST_TIMES and not timed
    return (Count(times), after + 1) if fits else None


def _between(pieces: Pieces, at: int, _: date) -> Found:
    said = has(pieces, at, "from")
    begin = _clock_in_part(pieces, at + said, said)
    if begin and begin.bare and not said and has(pieces, at, "one"):
        return None  # "the 8am one to 10am"
    if begin is None or not has(pieces, begin.end, "thru", "until", *(["plus", "and"] if said else [])):
        return None
    end = _clock_in_part(pieces, begin.end + 1, True)
    # "ten to eight" is a time; with "from", or with two whole times, it is a span.
    return (Between(begin, end), end.end) if end and (said or not begin.bare or not end.bare) else None


def _clock_in_part(pieces: Pieces, at: int, span: bool) -> Clock | None:
    """Return a clock time with the part of the day behind it: "las 10 de la noche"."""
    found = clock(pieces, at, span=span)
    if found is None or found.half or not has(pieces, found.end, "part"):
        return found
    half = str(pieces[found.end].values("part")[0])
    return replace(found, half=half, exact=False, bare=False, end=found.end + 1)


def _days(pieces: Pieces, at: int, today: date) -> Found:
    if has(pieces, at, "except") and not has(pieces, at, "from"):  # "only from monday" is from then on
        inner = _days(pieces, at + 1, today)
        if inner is None or not isinstance(inner[0], Days):
            return None
        left_out, after = inner[0].weekdays, inner[1]
        while (more := _days(pieces, after + _and(pieces, after), today)) and isinstance(more[0], Days):
            left_out, after = left_out | more[0].weekdays, more[1]
        return Without(left_out), after
    each = has(pieces, at, "every", "from")
    first = at + each
    if has(pieces, first, "day-set"):
        codes = str(pieces[first].values("day-set")[0])
        return Days(frozenset(map(int, codes)), each=True), first + 1
    if not has(pieces, first, "weekday"):
        return (Days(frozenset(range(7)), each=True), first + 1) if _every_day(pieces, at) else None
    day = pieces[first].number("weekday") or 0
    if has(pieces, first + 1, "thru") and has(pieces, first + 2, "weekday"):
        last = pieces[first + 2].number("weekday") or 0
        return Days(_run(day, last), each=True), first + 3
    habit = has(pieces, at, "every")
    return Days(frozenset({day}), habit or has(pieces, first, "each-weekday")), first + 1


def _and(pieces: Pieces, at: int) -> int:
    return 1 if has(pieces, at, "and", "plus") else 0


def _every_day(pieces: Pieces, at: int) -> bool:
    return has(pieces, at, "every") and has(pieces, at + 1, "day")


def _run(first: int, last: int) -> frozenset[int]:
    return frozenset((first + ahead) % 7 for ahead in range((last - first) % 7 + 1))


def _is_counted(pieces: Pieces, found: Clock) -> bool:
    """Return whether a number says how many reminders: "two reminders"; "the 9 reminder" is the one at 9."""
    few = found.hour <= _FEW or pieces[found.start].words[0].isalpha()
    return found.bare and few and has(pieces, found.end, "reminder", "times-word")


def _time(pieces: Pieces, at: int, _: date) -> Found:
    # "el del mediodía" is a time; "a las 2 del mediodía" and "a las 12:30 del mediodía" say when in the day.
    noon = has(pieces, at, CLOCK) and number(pieces, at - 1) is None
    noon = noon and not has(pieces, at - 1, CLOCK, "half", "quarter", "oclock")
    if has(pieces, at, "part") and not noon:
        return DayPart(str(pieces[at].values("part")[0])), at + 1
    found = clock(pieces, at)
    lost = found is not None and found.bare and (has(pieces, at - 1, "in") or has(pieces, at, "one"))
    named = has(pieces, at - 1, "of-the") and has(pieces, at + 1, "part", "half-day")  # "el de la una"
    dated = found is not None and found.bare and has(pieces, at - 1, "day")  # "el día 1"
    if found is None or dated or (lost and not named) or _is_counted(pieces, found):
        return None  # "in 15": of what? "una" may be an article, "two reminders" are no hour
    return found, found.end
