"""From what was said of time to a reminder's times: one reading where it is clear, else several."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import islice, pairwise, product
from typing import Final

from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.meanings import EVERY_DAY, Part, Times
from bot.domain.understanding.said import Between, Count, DayPart, Days, Hourly, Item, On, Without

MOST_TIMES: Final = 8
"""Times of one reminder."""
MOST_READINGS: Final = 4
_HOURS: Final = {Part.MORNING: range(3, 12), Part.AFTERNOON: range(12, 19), Part.EVENING: range(17, 24)}
PARTS: Final = {
    "dawn": Part.MORNING, "morning": Part.MORNING, "afternoon": Part.AFTERNOON,
    "evening": Part.EVENING, "night": Part.EVENING,
}  # fmt: skip
"""The part of the day that a word stands for, by what the phrases call it."""


@dataclass(frozen=True)
class _Said:
    """Clocks with the parts of the day that go with them, and the parts that go with none."""

    clocks: tuple[Clock, ...]
    parts: tuple[Part, ...]


def readings(items: Sequence[Item]) -> tuple[Times, ...]:
    """Return what the items may mean as a reminder's times, at most four; none where they make no sense."""
    values = [item.value for item in items]
    weekdays = _weekdays(items)
    if weekdays == frozenset() or _several_rules(items):
        return ()
    hourly = [value for value in values if isinstance(value, Hourly)]
    count = next((value.a_day for value in values if isinstance(value, Count)), None)
    if hourly:
        return _every_hours(hourly, items, weekdays)
    if any(isinstance(value, Between) for value in values):
        return ()
    said = _with_parts(items)
    lists = list(islice(_lists(said.clocks), MOST_READINGS))
    if count is not None and any(len(at) not in {0, count} for at in lists):
        return ()
    return tuple(Times(weekdays, at, _beside(said.parts, at), count if not at else None) for at in lists)


def _beside(parts: Sequence[Part], at: Sequence[time]) -> tuple[Part, ...]:
    """Return the parts of the day in which none of the times is: "evening reminder 8pm" says it twice."""
    return tuple(part for part in parts if not any(clock.hour in _HOURS[part] for clock in at))


def _several_rules(items: Sequence[Item]) -> bool:
    """Return whether some days have other times than others: that takes two reminders."""
    kinds = ["days" if isinstance(item.value, Days) else "clock" for item in items if _is_timed(item)]
    groups = [kind for before, kind in pairwise(["", *kinds]) if kind != before]
    return groups.count("days") > 1 and groups.count("clock") > 1


def _is_timed(item: Item) -> bool:
    return isinstance(item.value, Days | Clock | DayPart)


def clocks_of(items: Sequence[Item]) -> list[tuple[time, ...]]:
    """Return the possible lists of clock times, each in order."""
    return list(_lists(_with_parts(items).clocks))


def parts_of(items: Sequence[Item]) -> tuple[Part, ...]:
    """Return the parts of the day that go with no time."""
    return _with_parts(items).parts


def span_of(between: Between) -> list[tuple[time, time]]:
    """Return the possible hours from a beginning to another end."""
    begin, end = between.begin, between.end
    if begin.by_24_hours or end.by_24_hours:
        begin, end = _by_24(begin), _by_24(end)
    return [pair for pair in product(begin.options(), end.options()) if pair[0] != pair[1]]


def _weekdays(items: Sequence[Item]) -> frozenset[int] | None:
    """Return the weekdays that were said, without those left out; None where none were."""
    days = [item.value.weekdays for item in items if isinstance(item.value, Days)]
    without = [item.value.weekdays for item in items if isinstance(item.value, Without)]
    if not days and not without:
        return None
    chosen: frozenset[int] = frozenset().union(*days) if days else EVERY_DAY
    if len(days) > 1 and EVERY_DAY in days:
        chosen = frozenset().union(*(d for d in days if d != EVERY_DAY)) or EVERY_DAY
    return chosen.difference(*without)


def _every_hours(
    hourly: Sequence[Hourly], items: Sequence[Item], weekdays: frozenset[int] | None
) -> tuple[Times, ...]:
    """Return every so many hours between two times, as a list of times."""
    spans = [item.value for item in items if isinstance(item.value, Between)]
    others = [item for item in items if not isinstance(item.value, Between | Hourly | Days | Without)]
    if len(hourly) != 1 or len(spans) != 1 or others:
        return ()
    lists = {_steps(*pair, hourly[0].hours) for pair in _daytime(spans[0])}
    return tuple(Times(weekdays, at) for at in sorted(lists) if 1 <= len(at) <= MOST_TIMES)


def _daytime(between: Between) -> list[tuple[time, time]]:
    """Return the spans of a day that begin before noon where that was not said: "9 to 5" is a day's work."""
    pairs = [pair for pair in span_of(between) if pair[0] < pair[1]]
    usual = [pair for pair in pairs if pair[0].hour >= 5]
    soonest = min((pair[0] for pair in usual), default=None)
    begins = [pair for pair in usual if pair[0] == soonest]
    ends = sorted(pair[1] for pair in begins)
    return [pair for pair in begins if pair[1] == ends[0] or len(begins) == 1]


def _steps(begin: time, end: time, hours: int) -> tuple[time, ...]:
    first, last = begin.hour * 60 + begin.minute, end.hour * 60 + end.minute
    return tuple(time(*divmod(minute, 60)) for minute in range(first, last + 1, hours * 60))


def _with_parts(items: Sequence[Item]) -> _Said:
    """Give each clock the part of the day that was said behind it, or before it and the next ones."""
    clocks: list[Clock] = []
    alone: list[Part] = []
    carried: str | None = None
    used = True
    lent = False  # whether the last clock has its part from before it
    for item in items:
        part = _part(item)
        if part:
            timed = _timed(items, item)
            if timed and (lent or not clocks[-1].half):
                clocks[-1] = _of_part(timed, part)
                alone += [PARTS[carried]] if lent and carried else []
                carried, lent = None, False
            else:
                alone += [] if used or carried is None else [PARTS[carried]]
                carried, used = part, False
        elif isinstance(item.value, Clock):
            fits = carried is not None and not item.value.half
            clocks.append(_of_part(item.value, carried) if fits and carried else item.value)
            lent = fits
            used = used or fits
    alone += [PARTS[carried]] if carried and not used else []
    return _Said(tuple(clocks), tuple(dict.fromkeys(alone)))


def _timed(items: Sequence[Item], part: Item) -> Clock | None:
    """Return the clock that a part of the day stands right behind, with at most a day between them."""
    before = [one for one in items if one.start < part.start][-2:][::-1]
    if before and isinstance(before[0].value, On) and not before[0].value.part:
        part, before = before[0], before[1:]  # "half past nine tomorrow morning"
    value = before[0].value if before and before[0].end == part.start else None
    return value if isinstance(value, Clock) else None


def _part(item: Item) -> str | None:
    """Return the part of the day that an item speaks of."""
    value = item.value
    return value.name if isinstance(value, DayPart) else value.part if isinstance(value, On) else None


def _of_part(clock: Clock, part: str) -> Clock:
    """Return the clock in a part of the day; noon and 18:00 stay what they are where they are in it."""
    if clock.exact and clock.hour >= 12 and replace(clock, half=part).options():
        return clock
    return replace(clock, half=part, exact=False)


def _lists(clocks: Sequence[Clock]) -> Iterator[tuple[time, ...]]:
    """Yield the possible lists of times; those in ascending order alone, where one such is clear."""
    for variant in _variants(clocks):
        by_24 = any(clock.by_24_hours for clock in variant)
        chosen = [_by_24(clock) for clock in variant] if by_24 else variant
        options = [clock.options() for clock in chosen]
        combined = [*product(*options)] if len(options) <= MOST_TIMES else []
        ascending = [at for at in combined if list(at) == sorted(set(at))]
        for at in _likely(ascending if len(options) > 1 and ascending else combined):
            yield tuple(sorted(set(at)))


def _likely(lists: Sequence[tuple[time, ...]]) -> Iterable[tuple[time, ...]]:
    """Return at most so many lists as can be asked about: the first ones and the last."""
    return lists if len(lists) <= MOST_READINGS else [*lists[: MOST_READINGS - 1], lists[-1]]


def _variants(clocks: Sequence[Clock]) -> Iterator[list[Clock]]:
    """Yield the clocks as they were read, and with those that may be two times apart."""
    yield [replace(clock, doubtful=False) for clock in clocks]
    if any(clock.doubtful for clock in clocks):
        yield [part for clock in clocks for part in _apart(clock)]


def _apart(clock: Clock) -> list[Clock]:
    if not clock.doubtful or clock.minute > 23:
        return [clock]
    return [
        replace(clock, minute=0, doubtful=False),
        replace(clock, hour=clock.minute, minute=0, doubtful=False),
    ]


def _by_24(clock: Clock) -> Clock:
    """Return the clock of somebody who counts to 24."""
    return clock if clock.half else replace(clock, exact=True)
