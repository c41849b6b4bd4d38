"""The last look at a change: was something said that it leaves out, so that it would do more than was meant?

"Stop on weekends" is no wish to stop, "all but the rows" none to take the rows out. Each is a question then.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

from bot.domain.understanding import meanings as m
from bot.domain.understanding.clauses import clauses, items_of
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.said import Days, Item, On, Span, Until

_WHOLE: Final = {m.Deed.STOP: "stop", m.Deed.ERASE: "erase", m.Deed.RESUME: "resume", m.Deed.DONE: "done"}
"""Deeds that know no days, and the concepts that ask for them: they concern all there is, now."""
_PARTS: Final = frozenset({"exercise-word", "start", "routine", "reminder", "streak"})
"""What may be meant where not all is to be erased."""


def guarded(meaning: m.Meaning | None, heard: Heard) -> m.Meaning | None:
    """Return the meaning, as a question where it would do more than was said."""
    look = _LOOKS.get(type(meaning))
    if look is None or not look(meaning, heard):
        return meaning
    return m.Unsure((meaning,), m.Doubt.REST) if isinstance(meaning, _GUARDED) else meaning


def _does_more(meaning: m.Do, heard: Heard) -> bool:
    asked = _WHOLE.get(meaning.deed)
    part = meaning.deed is m.Deed.ERASE and not heard.names.isdisjoint(_PARTS) and "all" not in heard.names
    return part or (asked is not None and _is_dated(heard, asked, today=meaning.deed is m.Deed.STOP))


def _begins_later(_: m.Start, heard: Heard) -> bool:
    return _is_dated(heard, "start")


def _adds_less(_: m.AddMove, heard: Heard) -> bool:
    """Return whether a day was left out: "but not today"."""
    pairs = [(one, two) for one, two in pairwise(heard.units) if one.names & {"not", "except"}]
    denied = any(isinstance(two.of, Item) and isinstance(two.of.value, On | Days) for _, two in pairs)
    return denied or "not-today" in heard.names


def _drops_less(_: m.DropMove | m.SwapMove, heard: Heard) -> bool:
    """Return whether an exercise was to be kept: "all but cat cow"."""
    return {"all", "except"} <= heard.names


def _deletes_less(_: m.DeleteReminder, heard: Heard) -> bool:
    """Return whether one of several days was to be kept: "friday's, but keep monday's"."""
    days = [item for item in heard.items if isinstance(item.value, Days)]
    return len(days) > 1 and not heard.names.isdisjoint({"condition", "except"})


_GUARDED: Final = m.Do | m.Start | m.AddMove | m.DropMove | m.SwapMove | m.DeleteReminder
_LOOKS: Final[Mapping[type, Callable[[Any, Heard], bool]]] = {
    m.Do: _does_more,
    m.Start: _begins_later,
    m.AddMove: _adds_less,
    m.DropMove: _drops_less,
    m.SwapMove: _drops_less,
    m.DeleteReminder: _deletes_less,
}


def _is_dated(heard: Heard, asked: str, *, today: bool = False) -> bool:
    """Return whether days were said beside what is asked for; those of a story elsewhere do not count.

    :param today: whether today is such a day, too
    """
    return any(_narrows(item, heard, today=today) for item in _beside(heard, asked))


def _beside(heard: Heard, asked: str) -> Iterator[Item]:
    for clause in clauses(heard):
        if any(asked in unit.names for unit in clause):
            yield from items_of(clause)


def _narrows(item: Item, heard: Heard, *, today: bool) -> bool:
    value = item.value
    if isinstance(value, Days):
        return value.weekdays != m.EVERY_DAY
    if isinstance(value, On):
        return today or value.days != (heard.today,)
    return isinstance(value, Until) or (isinstance(value, Span) and bool(value.days))
