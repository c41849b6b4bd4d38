"""When a pause ends: the first day on which reminders come again."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from bot.domain.understanding.almanac import next_weekday
from bot.domain.understanding.clauses import Clause, clauses, items_of
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.heard import LOOSE, Heard, Unit
from bot.domain.understanding.lexicon import Piece
from bot.domain.understanding.said import Count, DayPart, Days, Hourly, Item, On, Rare, Span, Until, Without

_BACK: Final = frozenset({"resume", "bye", "remind", "start", "speak", "moved"})
"""Concepts that make a day the end of a pause: "see you on the 4th", "write to me on monday"."""
_LEFT: Final = frozenset({"stop", "not", "reminder"})
"""What may stand for one of those, and does not here."""


def backs(heard: Heard) -> Sequence[date | None]:
    """Return the first day without a pause; several where it is not clear, none where it makes no sense."""
    if any(isinstance(one.value, Without | Rare | Hourly | Count) for one in heard.items):
        return []
    parts = clauses(heard)
    named = {day for one in heard.items if isinstance(one.value, On) for day in one.value.days}
    untils = [one.value for one in heard.items if isinstance(one.value, Until)]
    ends = [tuple(named.intersection(until.days)) or until.days for until in untils if until.days]
    again = [day for clause in parts for day in _again(clause, heard.today)]
    if any(isinstance(one.value, Span) and one.value.days for one in heard.items):
        again = [day for day in again if day > heard.today + timedelta(days=1)]  # when it begins
    if ends or again:
        return [day for day in _ends(ends, again) if day > heard.today]
    if untils or any(is_open(unit) for unit in heard.units):
        ahead = sorted(day for day in named if day > heard.today)
        return ahead if len(ahead) == 1 else [None]  # "home on 5 December, nothing till then"
    return [] if any(_is_strange(one) for one in heard.items) else _length(heard)


def _ends(ends: Sequence[tuple[date, ...]], again: Sequence[date]) -> Sequence[date]:
    """Return the end that was said, the later one of two neighbours: "till friday, back on saturday"."""
    sure = {days[0] for days in ends if len(days) == 1} | set(again)
    days = sorted({day for several in ends for day in (sure.intersection(several) or several)} | set(again))
    if again and max(again) == days[-1]:
        return days[-1:]
    return days[-1:] if days[-1] - days[0] <= timedelta(days=1) else days[:4]


def _again(clause: Clause, today: date) -> Iterator[date]:
    """Yield the days of a clause with which somebody is back."""
    cued = _is_cued(clause)
    open_ = False
    for at, unit in enumerate(clause):
        days = _days(unit.of, today) if isinstance(unit.of, Item) else ()
        through = at > 0 and _through(clause[at - 1])
        comes = any("came" in one.names and not one.names & _LEFT for one in clause[max(at - 2, 0) : at])
        if len(days) == 1 and (through or ((cued or open_ or comes) and days[0] > today)):
            yield days[0] + timedelta(days=through)
        open_ = open_ or (isinstance(unit.of, Piece) and unit.of.has("until") and not unit.of.has("purpose"))


def _is_cued(clause: Clause) -> bool:
    """Return whether a clause speaks of being back, and does not deny it."""
    for unit in clause:
        if unit.names & _BACK and not unit.names & _LEFT:
            return True
        if "not" in unit.names:
            return False
    return False


def is_open(unit: Unit) -> bool:
    """Return whether "until" was said of something that is no day: "till i am right again"."""
    return isinstance(unit.of, Piece) and unit.of.has("until") and LOOSE in unit.names


def _through(unit: Unit) -> bool:
    """Return whether the day behind is the last of a pause: "through january 4th"."""
    return isinstance(unit.of, Piece) and unit.of.has("thru") and not unit.of.has("until")


def _days(item: Item, today: date) -> tuple[date, ...]:
    """Return the day that an item names: a date, or the next such weekday."""
    value = item.value
    if isinstance(value, On):
        return value.days
    if isinstance(value, Days) and len(value.weekdays) == 1:
        return (next_weekday(min(value.weekdays), today),)
    return ()


def _is_strange(item: Item) -> bool:
    """Return whether an item says nothing of the days of a pause."""
    value = item.value
    bare = isinstance(value, Clock) and value.bare
    single = isinstance(value, Days) and len(value.weekdays) == 1
    return not (bare or single or isinstance(value, On | Span | DayPart))


def _is_since(heard: Heard, item: Item) -> bool:
    """Return whether it lasts so long already: "in bed since two days"."""
    before = next((unit.of for unit in heard.units if unit.end == item.pieces[0].start), None)
    return isinstance(before, Piece) and before.has("reason") and not before.has("purpose")


def _length(heard: Heard) -> Sequence[date | None]:
    """Return the end of so many days, or of a row of days."""
    spans = [one.value for one in heard.items if isinstance(one.value, Span) and not _is_since(heard, one)]
    spans = [span for span in spans if span.days] or spans  # "not a minute free, pause for 3 days"
    beside = [part for part in clauses(heard) if any(isinstance(i.value, Span) for i in items_of(part))]
    near = [item for part in beside for item in items_of(part)] if spans else heard.items
    days = sorted({day for one in near for day in _days(one, heard.today)[:1]})
    tomorrow = heard.today + timedelta(days=1)
    if spans:
        away = not heard.names.isdisjoint({"ill", "holiday", "away"})  # "I'm ill, try me in three days"
        ahead = bool(spans[0].ahead) and not away
        fits = len(spans) == 1 and spans[0].days and not ahead and all(day <= tomorrow for day in days)
        return [heard.today + timedelta(days=spans[0].days)] if fits else []
    if not days:
        return [None]
    if days == [tomorrow] and not heard.names.isdisjoint({"holiday", "away"}):
        return [None]  # they leave tomorrow: till when is still to be asked
    row = [days[0] + timedelta(days=n) for n in range(len(days))]
    starts = days[0] == heard.today or (len(days) > 1 and days[0] == tomorrow)
    return [days[-1] + timedelta(days=1)] if row == days and starts else []
