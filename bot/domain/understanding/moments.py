"""One reminder later: in some minutes, or at some time on some day."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product
from typing import Final

from bot.domain.understanding import meanings as m
from bot.domain.understanding.almanac import next_weekday
from bot.domain.understanding.clauses import clauses, items_of, wished
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.dates import LONGEST
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.lexicon import NUMBER, Piece
from bot.domain.understanding.said import Days, Item, On, Rare, Span, Until
from bot.domain.understanding.times import PARTS, clocks_of, parts_of

_ASKS: Final = frozenset({"later", "snooze", "remind"})
_ROUND: Final = 5
"""Minutes that people put something off by are so many times five."""


def later(heard: Heard) -> Sequence[m.Later]:
    """Return the moments that may be meant, at most four."""
    items = _asked(heard)
    spans = [item.value for item in items if isinstance(item.value, Span)]
    days = day_of(items, heard.today)
    if spans and (any(span.ahead for span in spans) or not days):
        return _ahead(spans, items, heard.today)
    if minutes := _minutes(heard, items):
        return [m.Later(minutes)]
    return _on_a_day(items, days)


def _asked(heard: Heard) -> Sequence[Item]:
    """Return what was said of time where somebody asks for later, if that names a day or how long."""
    items = wished(heard)
    for clause in clauses(heard):
        own = [item for item in items_of(clause) if item in items]
        asks = any(unit.names & _ASKS for unit in clause)
        if asks and any(isinstance(item.value, Span | On) for item in own):
            return own
    return items


def _on_a_day(items: Sequence[Item], days: Sequence[date]) -> Sequence[m.Later]:
    """Return a time, or a part, of a day."""
    if not days and any(isinstance(item.value, Days | On | Until) for item in items):
        return []  # several days are no moment
    clocks = [item for item in items if not isinstance(item.value, Rare)]
    ats = clocks_of(clocks)
    if any(len(at) > 1 for at in ats):
        return []
    part = _part([*parts_of(clocks), *_meals(items)])
    made = [
        m.Later(None, day, at[0] if at else None, None if at else part)
        for day, at in product(days or (None,), ats)
    ]
    return made[:4]


def _ahead(spans: Sequence[Span], items: Sequence[Item], today: date) -> Sequence[m.Later]:
    if len(spans) != 1 or len(items) != 1:
        return []
    if spans[0].days:
        return [m.Later(day=today + timedelta(days=spans[0].days))]
    return [m.Later(spans[0].minutes)]


def day_of(items: Sequence[Item], today: date) -> tuple[date, ...]:
    """Return the day that was said: a date, or the next such weekday; today only where no other was."""
    named = [days for item in items if (days := _days(item, today)) is not None]
    others = [days for days in named if days != (today,)]
    chosen = others or named[:1]
    return chosen[0] if chosen and all(days == chosen[0] for days in chosen) else ()


def _days(item: Item, today: date) -> tuple[date, ...] | None:
    value = item.value
    if isinstance(value, On | Until):
        return value.days
    if isinstance(value, Days):
        if len(value.weekdays) > 1 or value.each:
            return ()
        return (next_weekday(min(value.weekdays), today),)
    return None


def _minutes(heard: Heard, items: Sequence[Item]) -> int | None:
    """Return the minutes of "snooze 10" and "in 20": a round number with no word of a time."""
    bare = [item for item in items if isinstance(item.value, Clock) and item.value.bare]
    if len(items) == 1 and len(bare) == 1:
        number, start = bare[0].pieces[0].number(NUMBER), bare[0].pieces[0].start
        timed = any(
            u.end == start and isinstance(u.of, Piece) and u.of.has("until", "at", "thru")
            for u in heard.units
        )
        return number if number and number % _ROUND == 0 and not timed else None
    pairs = zip(heard.units, heard.units[1:], strict=False)
    ahead = [
        unit.of.number(NUMBER)
        for before, unit in pairs
        if before.names & {"in", "snooze"} and isinstance(unit.of, Piece)
    ]
    return next((number for number in ahead if number and number <= LONGEST), None) if not items else None


def _meals(items: Sequence[Item]) -> list[m.Part]:
    """Return the part of the day of something that comes every day: "after lunch"."""
    rare = [item.pieces[0] for item in items if isinstance(item.value, Rare)]
    return [PARTS[str(piece.values("part")[0])] for piece in rare if piece.has("part")]


def _part(parts: Sequence[m.Part]) -> m.Part | None:
    return parts[0] if len(set(parts)) == 1 else None
