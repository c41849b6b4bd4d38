"""Quiet hours as they are said: from when to when, or one end alone: "nothing after half ten at night"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from itertools import product
from typing import Final

from bot.domain.quiet import Quiet
from bot.domain.understanding import meanings as m
from bot.domain.understanding.clauses import wished
from bot.domain.understanding.clocks import Clock, has
from bot.domain.understanding.contrast import undenied
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.lexicon import Piece
from bot.domain.understanding.said import Between, DayPart, Days, Item
from bot.domain.understanding.times import clocks_of, span_of

EVENING: Final = time(22)
MORNING: Final = time(7)
"""The end that was not said, until somebody knows better."""
_BEGINS: Final = ("past", "from")
_ENDS: Final = ("before", "until")


class Since(Quiet):
    """Quiet hours of which only the beginning was said; the end is the usual one."""


class Till(Quiet):
    """Quiet hours of which only the end was said; the beginning is the usual one."""


def filled(hours: Quiet, present: Quiet | None) -> Quiet:
    """Return the hours that were said, with an end that was not from those that somebody has."""
    begin, end = hours.begin, hours.end
    if present and isinstance(hours, Since):
        end = present.end if present.end != begin else end
    if present and isinstance(hours, Till):
        begin = present.begin if present.begin != end else begin
    return Quiet(begin, end)


def quiet_hours(heard: Heard) -> Sequence[m.QuietHours]:
    """Return the quiet hours that may be meant; off, or still to be chosen, where no time was said."""
    timed = [item for item in _said(heard) if not _is_idle(item)]
    clocks = [item for item in timed if isinstance(item.value, Clock)]
    spans = [item for item in timed if isinstance(item.value, Between)]
    if not timed:
        off = not heard.items and not heard.names.isdisjoint({"off", "delete", "not"})
        return [m.QuietHours(off=off)]
    if _is_denied(heard):
        return []
    if len(spans) == 1 and len(timed) == 1:
        return _between(spans[0])
    return _ends(heard, clocks) if clocks == timed and len(clocks) <= 2 else []


def _said(heard: Heard) -> Sequence[Item]:
    """Return what was said of time, without what other hours stand for: "from 11 pm instead of 10 pm"."""
    return undenied(heard, wished(heard)) if "instead" in heard.names else wished(heard)


def _is_idle(item: Item) -> bool:
    """Return whether an item tells nothing of the hours: "at night", "every day"."""
    every_day = isinstance(item.value, Days) and len(item.value.weekdays) == 7
    return every_day or isinstance(item.value, DayPart)


def _is_denied(heard: Heard) -> bool:
    """Return whether quiet hours are what is not wanted."""
    pairs = zip(heard.units, heard.units[1:], strict=False)
    return any("not" in before.names and "quiet-hours" in unit.names for before, unit in pairs)


def _between(item: Item) -> list[m.QuietHours]:
    """Return the hours from one time to another; the other way round where it is to be quiet but then."""
    if not isinstance(item.value, Between):
        return []
    pairs = sorted(span_of(_of_one_half(item.value)), key=_unlike_a_night)
    if item.pieces[0].has("except"):
        pairs = [(end, begin) for begin, end in pairs]
    return [m.QuietHours(Quiet(*pair)) for pair in pairs][:4]


def _of_one_half(between: Between) -> Between:
    """Return "2 to 6 in the afternoon" with both in the afternoon; nights go from one to another."""
    begin, end = between.begin, between.end
    if begin.half or begin.by_24_hours or not end.half:
        return between
    same = replace(begin, half=end.half, exact=False)
    fits = same.options() and end.options() and same.options()[0] < end.options()[0]
    return replace(between, begin=same) if fits else between


def _unlike_a_night(pair: tuple[time, time]) -> tuple[bool, bool]:
    return pair[0].hour < 12, pair[1].hour > 12


def _ends(heard: Heard, clocks: Sequence[Item]) -> list[m.QuietHours]:
    """Return the hours of one or two times, each the beginning or the end."""
    sides = [_side(heard, item) for item in clocks]
    by_24 = any(item.value.by_24_hours for item in clocks if isinstance(item.value, Clock))
    options = [_options(heard, item, by_24=by_24) for item in clocks]
    if len(clocks) == 1:
        return [_half(sides[0], at) for at in options[0]] if sides[0] else []
    if sides not in (["begin", "end"], ["end", "begin"], [None, None], ["begin", None], [None, "end"]):
        return []
    firsts, seconds = reversed(options) if sides == ["end", "begin"] else options
    pairs = sorted((one for one in product(firsts, seconds) if one[0] != one[1]), key=_unlike_a_night)
    return [m.QuietHours(Quiet(*pair)) for pair in pairs][:4]


def _options(heard: Heard, item: Item, *, by_24: bool) -> list[time]:
    """Return the times that a clock may mean, with the part of the day behind it."""
    if by_24 and isinstance(item.value, Clock) and not item.value.half:
        item = replace(item, value=replace(item.value, exact=True))
    end = item.pieces[-1].end
    part = [one for one in heard.items if isinstance(one.value, DayPart) and one.pieces[0].start == end]
    return [at[0] for at in clocks_of([item, *part]) if at]


def _side(heard: Heard, item: Item) -> str | None:
    """Return whether a time is the beginning or the end, by the word before it."""
    start = item.pieces[0].start
    before = [u.of for u in heard.units if isinstance(u.of, Piece) and start - 1 <= u.of.end <= start]
    words = [*before[-1:], item.pieces[0]]
    if any(has(words, at, *_BEGINS) for at in range(len(words))):
        return "begin"
    return "end" if any(has(words, at, *_ENDS) for at in range(len(words))) else None


def _half(side: str | None, at: time) -> m.QuietHours:
    if side == "begin":
        return m.QuietHours(Since(at, MORNING if at != MORNING else EVENING))
    return m.QuietHours(Till(EVENING if at != EVENING else MORNING, at))
