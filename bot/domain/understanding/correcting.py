"""What somebody puts right within a message: "at 8, no wait, at 9" is at 9."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final, TypeAlias

from bot.domain.understanding.almanac import next_weekday
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.dates import LONGEST
from bot.domain.understanding.lexicon import NUMBER, Piece
from bot.domain.understanding.said import Between, Count, DayPart, Days, Item, On, Span, Until, Value

Parts: TypeAlias = Sequence[Item | Piece]
_ALIKE: Final = ((Clock,), (Between,), (Count,), (Days, On), (Until,), (Span,), (DayPart,))
"""Times of which the later one takes the place of the earlier one."""
_NAMES: Final = ("exercise", "city", "tongue")
"""Names of which it does."""
_NEAR: Final = 3
"""Small things that may stand between the word that corrects and what is right: "digo, el de las"."""
_DAY: Final = 1440
"""Minutes."""
_WEEK: Final = 7
"""Days from which on a number may count weeks."""
_STOPS: Final = frozenset({".", ","})
_TURNS: Final = ("not", "except", "spare", "before", "more", "my")
"""What stands before something that is not what is right."""
_JOINS: Final = ("and", "plus", "at")


def corrected(parts: Parts, words: Sequence[str], today: date) -> list[Item | Piece]:
    """Return what was heard on a day without what was put right behind it."""
    kept = list(parts)
    for mark in [one for one in parts if _corrects(one, words)]:
        at = _at(kept, mark)
        wrong, right = _change(kept[:at], kept[at + 1 :])
        if right is None:
            continue
        gone = [*_run(kept[:at], wrong), mark]
        gone += _part_of(gone, kept[:at], right, kept[at + 1 :])
        kept = [_like(one, wrong[-1], today) if one is right else one for one in kept if one not in gone]
    return kept


def _like(right: Item | Piece, wrong: Item | Piece, today: date) -> Item | Piece:
    """Return what is right as a thing like the other: "20 minutes, no, 40", "until Thursday, no, Friday"."""
    if not isinstance(wrong, Item):
        return right
    if isinstance(wrong.value, Span) and (number := _number(right)):
        pieces = right.pieces if isinstance(right, Item) else (right,)
        value = Span(number) if wrong.value.minutes else Span(days=number)
        if value.minutes + value.days * _DAY > LONGEST:
            return right
        return Item(replace(value, ahead=wrong.value.ahead), right.start, right.end, pieces)
    if isinstance(wrong.value, Until) and isinstance(right, Item):
        return replace(right, value=_end(right.value, today))
    return right


def _number(one: Item | Piece) -> int | None:
    """Return the number that stands alone."""
    if isinstance(one, Piece):
        return one.number(NUMBER)
    return one.value.hour if isinstance(one.value, Clock) and one.value.bare else None


def _end(value: Value, today: date) -> Value:
    """Return the end of a pause on a day that was said without "until"."""
    if isinstance(value, Days):
        return Until((next_weekday(min(value.weekdays), today),))
    return Until(value.days) if isinstance(value, On) else value


def _corrects(one: Item | Piece, words: Sequence[str]) -> bool:
    """Return whether it is a word that corrects; "no" alone is one between two stops: "at 8, no, at 9"."""
    if not isinstance(one, Piece):
        return False
    alone = one.has("no") and one.start > 0 and words[one.start - 1] in _STOPS
    return one.has("correction", "pardon") or (alone and one.end < len(words) and words[one.end] in _STOPS)


def _change(before: Parts, behind: Parts) -> tuple[list[Item | Piece], Item | Piece | None]:
    """Return all that is like the first such thing behind, and that; None where it is one of several."""
    for at, right in enumerate(behind[:_NEAR]):
        if any(_turns(one) for one in behind[:at]) or any(_tells(one) for one in behind[at + 1 : at + 2]):
            return [], None  # "sorry, not at 9", "sorry, my English is bad"
        wrong = [one for one in before if _is_like(one, right)]
        if wrong:
            several = len(wrong) > 1 and _joined(before, *wrong[-2:])
            days = isinstance(right, Item) and isinstance(right.value, Days | On)
            return (wrong, right) if days or not several else ([], None)
    return [], None


def _turns(one: Item | Piece) -> bool:
    """Return whether something says that what follows is not what is right."""
    small = isinstance(one, Item) or one.has(
        *_JOINS, "of-the", "for", "one", "from", "thru", "until", "change"
    )
    return not small or (isinstance(one, Piece) and one.has(*_TURNS))


def _tells(one: Item | Piece) -> bool:
    return isinstance(one, Piece) and one.has("is", "bygone", "reason")


def _is_like(one: Item | Piece, right: Item | Piece) -> bool:
    """Return whether one may take the place of the other."""
    if isinstance(one, Item):
        counted = isinstance(one.value, Span) and one.value.days < _WEEK and bool(_number(right))
        return counted or (isinstance(right, Item) and _is_such(one.value, right.value))
    return isinstance(right, Piece) and any(one.has(name) and right.has(name) for name in _NAMES)


def _is_such(one: Value, right: Value) -> bool:
    ends = isinstance(one, Until) and isinstance(right, Days | On)
    return ends or any(isinstance(one, kinds) and isinstance(right, kinds) for kinds in _ALIKE)


def _run(before: Parts, wrong: Sequence[Item | Piece]) -> list[Item | Piece]:
    """Return the last one, with those that it belongs to: "lunes miércoles... no, martes"."""
    found = list(wrong[-1:])
    for one, two in reversed(list(pairwise(wrong))):
        if not _joined(before, one, two):
            break
        found.append(one)
    return found


def _joined(parts: Parts, one: Item | Piece, two: Item | Piece) -> bool:
    """Return whether two stand together, with nothing but "and" between them."""
    between = parts[_at(parts, one) + 1 : _at(parts, two)]
    return all(isinstance(word, Piece) and word.has(*_JOINS) for word in between)


def _part_of(found: Parts, before: Parts, right: Item | Piece, behind: Parts) -> list[Item | Piece]:
    """Return the part of the day of the times that go, where the right time has its own."""
    if not found or not isinstance(right, Item) or not isinstance(right.value, Clock):
        return []
    own = right.value.half or _is_part(behind[_at(behind, right) + 1 :][:1])
    after = before[_at(before, found[0]) + 1 :][:1]
    return list(after) if own and _is_part(after) else []


def _is_part(parts: Parts) -> bool:
    return any(isinstance(one, Item) and isinstance(one.value, DayPart) for one in parts)


def _at(parts: Parts, one: Item | Piece) -> int:
    return next(i for i, other in enumerate(parts) if other is one)
