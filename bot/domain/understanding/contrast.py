"""Which times of a change are meant to go and which to come: "not 10, 10:20", "7am is brutal, make it 8"."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from bot.domain.understanding.clauses import Clause, clauses, items_of, like_one, wished
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.heard import UNKNOWN, Heard, Unit
from bot.domain.understanding.lexicon import Piece
from bot.domain.understanding.said import Count, DayPart, Days, Item

Sides: TypeAlias = tuple[list[Item], list[Item]]
"""What comes, and what goes."""
_AGAINST: Final = frozenset({"not", "instead", "more"})
"""What stands before a time that goes: "not 10", "rather than 10", "ya no a las 10"."""
_PASSED: Final = 2
"""Small or unknown words between that and the time."""


def sides(heard: Heard) -> Sides:
    """Return the times that come and those that go, each in order."""
    items = wished(heard)
    denied = _denied(heard, items)
    told = [item for item in items if _is_told(heard, item)]
    told = [item for item in told if like_one(item, [one for one in items if one not in told])]
    named = told or [item for item in items if names_one(heard, item)]
    old = named or denied or _left(heard, items)
    new = [item for item in items if item not in old]
    if denied and new == denied:
        old, new = new, old  # "my reminders in the evening instead of the morning"
    if not any(isinstance(item.value, Clock | Days | DayPart | Count) for item in new):
        return list(items), []
    before = {id(item) for clause in _before(heard, new) for item in items_of(clause)}
    past = [item for item in new if id(item) in before]
    kept = [item for item in new if item not in past]
    past = [item for item in past if like_one(item, kept) or isinstance(item.value, DayPart)]
    gone = [item for item in items if item in old or (item in past and not (named and like_one(item, old)))]
    gone += [item for item in items if isinstance(item.value, DayPart) and _follows(item, gone)]
    return [item for item in items if item not in gone and item not in past], gone


def names_one(heard: Heard, item: Item) -> bool:
    """Return whether a time names the reminder that is meant: "my 7am reminder", "el de las 7"."""
    if not isinstance(item.value, Clock | Days | DayPart):
        return False
    after = _behind(heard, item)
    before = next((unit for unit in heard.units if unit.end == _start(item)), None)
    behind = after is not None and isinstance(after.of, Piece) and after.of.has("reminder", "one")
    mine = after is not None and "remind" in after.names and isinstance(item.value, Clock)
    mine = mine and ((before is not None and before.names == {"my"}) or _comes_again(heard, item))
    behind = behind or mine
    if not isinstance(item.value, Clock):
        return behind or (before is not None and _is_of(heard, before, item))
    of = before is not None and isinstance(before.of, Piece) and before.of.has("from", "of-the", "instead")
    return behind or of


def _behind(heard: Heard, item: Item) -> Unit | None:
    """Return the unit behind a time, and behind the part of the day that goes with it."""
    after = next((unit for unit in heard.units if unit.start == _end(item)), None)
    parted = after is not None and isinstance(after.of, Item) and isinstance(after.of.value, DayPart)
    if not parted or after is None or not isinstance(item.value, Clock):
        return after
    return next((unit for unit in heard.units if unit.start == after.end), after)


def _is_told(heard: Heard, item: Item) -> bool:
    """Return whether something is said of a time: "8pm is too late, make it 7pm", "mornings are a mess"."""
    after = _behind(heard, item)
    if after is None or not isinstance(after.of, Piece) or not isinstance(item.value, Clock | DayPart | Days):
        return False
    clocks = [one for one in heard.items if isinstance(one.value, Clock) and _end(one) == _start(item)]
    liked = any("liked" in unit.names for unit in heard.units if after.end <= unit.start <= after.end + 1)
    return after.of.has("is") and not liked and not clocks


def _comes_again(heard: Heard, item: Item) -> bool:
    """Return whether another time follows: "the noon nudge at 14:00"."""
    return any(isinstance(one.value, Clock) and one.start > item.end for one in heard.items)


def _is_of(heard: Heard, before: Unit, item: Item) -> bool:
    """Return whether a day or part of the day is of the reminder: "el aviso del sábado mejor el domingo"."""
    others = [one for one in heard.items if one is not item and like_one(one, [item])]
    of_it = [unit for unit in heard.units if unit.end <= before.end and "reminder" in unit.names]
    close = bool(of_it) and (of_it[-1] is before or before.names & {"of-the", "from"} != frozenset())
    return bool(others) and close and before.end - of_it[-1].end <= 1


def _denied(heard: Heard, items: Sequence[Item]) -> list[Item]:
    """Return the times with a "not" or "instead of" before them, and what goes on with them."""
    found: list[Item] = []
    for item in items:
        if _is_denied(heard, item) or (found and _goes_on(heard, found[-1], item)):
            found.append(item)
    moments = [item for item in found if not isinstance(item.value, DayPart)]
    if found and len(found) == len(items) and len(moments or found) > 1:
        return found[-1:]  # "rather evenings than mornings"
    return found


def undenied(heard: Heard, items: Sequence[Item]) -> list[Item]:
    """Return the times without those with a "not" before them, where others are like them: "at 5, not 4"."""
    denied = _denied(heard, items)
    kept = [item for item in items if item not in denied]
    return [item for item in items if item in kept or not like_one(item, kept)]


def _is_denied(heard: Heard, item: Item) -> bool:
    own = next((part for part in clauses(heard) if any(unit.of is item for unit in part)), ())
    before = [unit for unit in own if unit.end <= _start(item)]
    for unit in before[: -_PASSED - 2 : -1]:
        if isinstance(unit.of, Item) or not (unit.soft or unit.names & {UNKNOWN, *_AGAINST}):
            return False
        if unit.names & _AGAINST and "later" not in unit.names:  # "otra vez a las 10" denies nothing
            return True
    return False


def _goes_on(heard: Heard, before: Item, item: Item) -> bool:
    """Return whether a time goes on with the one before: "not mondays and wednesdays"."""
    between = [unit for unit in heard.units if _end(before) <= unit.start < _start(item)]
    read = sum(unit.end - unit.start for unit in between if unit.names & {"and", "plus"})
    gap = _start(item) - _end(before)  # "not mondays, i meant tuesdays" does not go on
    days = isinstance(item.value, Days) and isinstance(before.value, Days)  # "instead of mon wed fri"
    return read == gap and (((gap > 0 or days) and like_one(item, [before])) or _follows(item, [before]))


def _left(heard: Heard, items: Sequence[Item]) -> list[Item]:
    """Return the first time where "to" stands behind it, or the one that is called somebody's own."""
    clocks = [item for item in items if isinstance(item.value, Clock | Days | DayPart)]
    if len([item for item in clocks if like_one(item, clocks[:1])]) < 2:
        return []
    return clocks[:1] if _turns(heard, clocks[0]) or _is_mine(heard, clocks[0]) else []


def _is_mine(heard: Heard, item: Item) -> bool:
    before = next((unit for unit in heard.units if unit.end == _start(item)), None)
    return before is not None and before.names == {"my"}


def _turns(heard: Heard, item: Item) -> bool:
    """Return whether "to" stands behind a time, and behind the part of the day that goes with it."""
    end = _end(item)
    for unit in heard.units:
        if unit.start == end and isinstance(unit.of, Item) and isinstance(unit.of.value, DayPart):
            end = unit.end
    behind = [unit for unit in heard.units if unit.start >= end][:3]
    if not behind or behind[0].start > end + 1:
        return False
    nxt = behind[0].of
    if isinstance(nxt, Item):
        return nxt.pieces[0].has("thru") or (isinstance(item.value, Clock) and nxt.pieces[0].has("at"))
    return nxt.has("thru", "for", "change", "before") and any(isinstance(u.of, Item) for u in behind)


def _before(heard: Heard, new: Sequence[Item]) -> Iterator[Clause]:
    """Yield the clauses besides the one that says what is wanted: with "make it", else the last one."""
    parts = [part for clause in clauses(heard) for part in _turned(clause)]
    timed = [part for part in parts if any(item in new for item in items_of(part))]
    timed = [part for part in timed if not (_has(part, "reminder") and _has(part, "have"))] or timed
    if timed and {"reason", "purpose"} <= timed[-1][0].names:  # "... so use 11"
        yield from (part for part in parts if part is not timed[-1])
        return
    for wish in ("change", "swap", "add"):
        if any(_has(part, wish) for part in timed):
            chosen = [part for part in timed if _has(part, wish)][-1]
            break
    else:
        chosen = timed[-1] if timed else ()
    yield from (part for part in parts if part is not chosen)


def _turned(clause: Clause) -> Iterator[Clause]:
    """Yield a clause in parts, at a "make it" between two times: "push the 2pm and make it 5pm"."""
    cut = [at for at, unit in enumerate(clause) if "change" in unit.names and isinstance(unit.of, Piece)]
    cut = [at for at in cut if _timed(clause[:at]) and _timed(clause[at:])]
    for start, end in pairwise((0, *cut, len(clause))):
        yield clause[start:end]


def _timed(units: Clause) -> bool:
    return any(isinstance(item.value, Clock | Days | DayPart | Count) for item in items_of(units))


def _has(clause: Clause, name: str) -> bool:
    return any(name in unit.names and isinstance(unit.of, Piece) for unit in clause)


def _follows(part: Item, old: Collection[Item]) -> bool:
    """Return whether a part of the day belongs to a time: "las 8 de la mañana"."""
    return isinstance(part.value, DayPart) and part not in old and any(_end(i) == _start(part) for i in old)


def _start(item: Item) -> int:
    return item.pieces[0].start


def _end(item: Item) -> int:
    return item.pieces[-1].end
