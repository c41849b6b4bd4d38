"""Changes of a reminder: what it shall be, and which one is meant."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from itertools import product
from typing import Final

from bot.domain.understanding import meanings as m
from bot.domain.understanding.clauses import clauses
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.contrast import sides
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.lexicon import Piece
from bot.domain.understanding.said import Between, Count, Days, Item, Span
from bot.domain.understanding.times import clocks_of, readings, span_of

_NEAR: Final = 4
"""Hours that a reminder is moved without a word on the half of the day."""


def changes(heard: Heard) -> Sequence[m.ChangeReminder]:
    """Return the changes that may be meant, at most four."""
    if any(_is_move_of_days(heard, item) for item in heard.items):
        return []  # "from monday to tuesday" may be two days, or one that becomes the other
    new, old = sides(heard)
    if _is_half_read(heard, new):
        return []  # "three a day, make it one"
    if not old and len(apart := _apart(heard, new)) == 2:
        ways = [(apart[:1], apart[1:]), (apart[1:], apart[:1])]  # "9:30, it was 9:00": which is which?
        return [
            _changed(now, was)
            for comes, goes in ways
            for now, was in product(readings(comes), readings(goes))
        ][:4]
    spans = [item.value for item in new if isinstance(item.value, Between)]
    if spans and not old:
        rest = [item for item in new if not isinstance(item.value, Between)]
        made = [
            m.ChangeReminder(m.Times(base.weekdays, (pair[1],)), m.Times(at=(pair[0],)))
            for pair in span_of(spans[0])
            for base in readings(rest)
        ]
    elif _is_shift(heard, [*new, *old]):
        made = _shifted(heard, new, old)
    else:
        comes, goes = readings(_alike(new, old)), readings(_alike(old, new))
        made = [_changed(now, was) for now, was in product(comes, goes)]
    return _nearest([one for one in made if one.times != one.old or one == m.ChangeReminder()])[:4]


def _apart(heard: Heard, items: Sequence[Item]) -> list[Item]:
    """Return the clock times, two of them with other words than "and" between them."""
    clocks = [item for item in items if isinstance(item.value, Clock)]
    if len(clocks) != 2 or len(clocks) != len([one for one in items if not isinstance(one.value, Days)]):
        return []
    first, second = clocks
    between = heard.words[first.pieces[-1].end : second.pieces[0].start]
    joined = any(one.of.has("and", "plus") for one in heard.units if isinstance(one.of, Piece)
                 and first.pieces[-1].end <= one.start < second.pieces[0].start)  # fmt: skip
    return clocks if between and not joined and "," not in between else []


def _is_half_read(heard: Heard, new: Sequence[Item]) -> bool:
    """Return whether a number stands beside how often a day, and was not read."""
    loose = any(isinstance(unit.of, Piece) and unit.of.has("number") for unit in heard.units)
    return loose and any(isinstance(item.value, Count) for item in new)


def _is_move_of_days(heard: Heard, item: Item) -> bool:
    """Return whether two weekdays were said with "to" between them where something is moved."""
    two = isinstance(item.value, Days) and len([p for p in item.pieces if p.has("weekday")]) == 2
    moved = [clause for clause in clauses(heard) if any({"change", "swap"} & unit.names for unit in clause)]
    return two and any(unit.of is item for clause in moved for unit in clause)


def _alike(items: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    """Return times by 24 hours where the other ones are; counts beside counts."""
    clocks = [one.value for one in (*items, *others) if isinstance(one.value, Clock)]
    by_24 = any(clock.by_24_hours for clock in clocks)
    counted = any(isinstance(one.value, Count) for one in (*items, *others))
    counted = counted and all(clock.bare for clock in clocks)
    return [_as(one, by_24=by_24, counted=counted) for one in items]


def _as(item: Item, *, by_24: bool, counted: bool) -> Item:
    value = item.value
    if not isinstance(value, Clock):
        return item
    if counted:
        return replace(item, value=Count(value.hour))
    return replace(item, value=replace(value, exact=True)) if by_24 and not value.half else item


def _is_shift(heard: Heard, items: Sequence[Item]) -> bool:
    """Return whether one time is moved by so much: "half an hour later"."""
    clocks = [item for item in items if isinstance(item.value, Clock)]
    spans = [item.value for item in items if isinstance(item.value, Span)]
    return bool(spans) and len(clocks) < 2 and (spans[0].ahead or "earlier" in heard.names or not clocks)


def _shifted(heard: Heard, new: Sequence[Item], old: Sequence[Item]) -> list[m.ChangeReminder]:
    """Return the change of a time by some minutes: "half an hour later"."""
    spans = [item.value.minutes for item in (*new, *old) if isinstance(item.value, Span)]
    ats = clocks_of([item for item in (*new, *old) if not isinstance(item.value, Span)])
    sign = -1 if "earlier" in heard.names else 1
    if len(spans) != 1 or not spans[0] or any(len(at) > 1 for at in ats):
        return []
    made = [
        m.ChangeReminder(m.Times(at=(_clock(_minutes(at[0]) + sign * spans[0]),)), m.Times(at=at))
        for at in ats
        if at
    ]
    return made or [m.ChangeReminder()]


def _changed(times: m.Times, old: m.Times) -> m.ChangeReminder:
    """Return the change; a part of the day beside a new time tells which reminder is meant."""
    if times.at and times.parts and not old.parts:
        times, old = replace(times, parts=()), replace(old, parts=times.parts)
    return m.ChangeReminder(times, old)


def _nearest(made: Sequence[m.ChangeReminder]) -> list[m.ChangeReminder]:
    """Return the changes within a half day where some are: 7:15 in the morning becomes 10:15."""
    near = [one for one in made if _is_near(one)]
    same = {one.old.at for one in near}
    return near if near and len(same) == 1 and {one.old.at for one in made} == same else list(made)


def _is_near(one: m.ChangeReminder) -> bool:
    if len(one.old.at) != 1 or len(one.times.at) != 1:
        return False
    was, now = _minutes(one.old.at[0]), _minutes(one.times.at[0])
    return abs(now - was) <= _NEAR * 60 and now // 720 == was // 720


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minutes: int) -> time:
    return time(*divmod(minutes % 1440, 60))
