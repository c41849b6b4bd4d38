"""By the type of a change, whether less was meant than it would do: "start without push-ups"."""

from collections.abc import Callable, Collection, Mapping
from itertools import pairwise, takewhile
from typing import Any, Final

from bot.domain.understanding import meanings as m
from bot.domain.understanding.clauses import beside, clauses, items_of
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.contrast import names_one
from bot.domain.understanding.doing import is_wanted
from bot.domain.understanding.heard import Heard, Unit
from bot.domain.understanding.lexicon import NUMBER, Piece
from bot.domain.understanding.pauses import is_open
from bot.domain.understanding.said import Count, DayPart, Days, Item, On, Span, Until

_PARTS: Final = frozenset({"exercise-word", "start", "routine", "reminder", "streak"})
"""What may be meant where not all is to be erased."""


def _erases_part(meaning: m.Do, heard: Heard) -> bool:
    units = [*takewhile(lambda unit: "and" not in unit.names, heard.units)]  # "... and start from zero"
    part = any(unit.names & _PARTS for unit in units) and "all" not in heard.names
    return meaning.deed is m.Deed.ERASE and part


def _does_less(meaning: m.Do, heard: Heard) -> bool:
    """Return whether a deed would do more, or another does it: "skip push-ups today", "undo the last two"."""
    if meaning.deed is m.Deed.NOT_TODAY:
        return bool(_whole(heard)) or "pause" in heard.names
    if meaning.deed is m.Deed.UNDO:
        several = any(isinstance(item.value, Clock | Count) for item in heard.items)
        return several or any((_count(unit) or 0) > 1 for unit in heard.units)
    another = meaning.deed in {m.Deed.STOP, m.Deed.DONE} and _is_anothers(heard, {"stop", "done"})
    return another or _erases_part(meaning, heard)


def _count(unit: Unit) -> int | None:
    return unit.of.number(NUMBER) if isinstance(unit.of, Piece) else None


def _is_anothers(heard: Heard, concepts: Collection[str]) -> bool:
    """Return whether somebody else is or does it: "my wife wants me to stop", "my boss is on holiday"."""
    for clause in clauses(heard):
        others = next((at for at, unit in enumerate(clause) if "others" in unit.names), len(clause))
        if any(not unit.names.isdisjoint(concepts) for unit in clause[others + 1 :]):
            return True
    return False


def _starts_less(_: m.Start | m.Adjust, heard: Heard) -> bool:
    """Return whether an exercise was left out: "start without push-ups"; or more than one was named."""
    return len(set(_whole(heard))) > 1 or _is_left_out(heard)


def _whole(heard: Heard) -> list[str]:
    """Return the exercises that were called by their whole names."""
    return [slug for at, slug in heard.exercises if "exercise" in heard.units[at].names]


def _is_left_out(heard: Heard) -> bool:
    """Return whether a "not" or "without" stands right before an exercise."""
    before = [heard.units[at - 1].names for at, _ in heard.exercises if at]
    return any(names & {"not", "except"} for names in before)


def _adjusts_less(meaning: m.Adjust, heard: Heard) -> bool:
    """Return whether something else was wanted as well: "longer and harder"."""
    hows = frozenset(how.value for how in m.How if is_wanted(heard, how.value))
    several = [unit for unit in heard.units if unit.names & hows]
    return (len(hows) > 1 and len(several) > 1) or _starts_less(meaning, heard)


def _pauses_one(_: m.Pause, heard: Heard) -> bool:
    """Return whether one reminder was named: "pause the 8am one until monday"."""
    return any(isinstance(item.value, Clock) and names_one(heard, item) for item in heard.items)


def _comes_otherwise(meaning: m.Later, heard: Heard) -> bool:
    """Return whether the moment is one with a "not" beside it: "not this morning, tonight"."""
    pairs = [pair for clause in clauses(heard) for pair in pairwise(clause)]
    denied = [two.of for pair in pairs for one, two in (pair, pair[::-1]) if one.names & {"not", "except"}]
    values = [item.value for item in denied if isinstance(item, Item)]
    days = [day for value in values if isinstance(value, On) for day in value.days]
    parts = any(isinstance(value, DayPart) for value in values)
    since = any(
        isinstance(two.of, Item) and isinstance(two.of.value, On | Days) and _since(one, two)
        for one, two in pairs
    )
    return (
        since
        or meaning.day in days
        or any(isinstance(value, Days) for value in values)
        or (parts and not meaning.part)
    )


def _since(one: Unit, two: Unit) -> bool:
    """Return whether a day is the first of many: "starting december", "from monday on"."""
    first = two.of.pieces[0] if isinstance(two.of, Item) else None
    pieces = [piece for piece in (one.of, first) if isinstance(piece, Piece)]
    return any(piece.has("from") and not piece.has("for", "of-the") for piece in pieces)


def _stops_later(meaning: m.Pause, heard: Heard) -> bool:
    """Return whether a pause begins where "after" stands: "stop after christmas"."""
    for clause in clauses(heard):
        ends = [item for item in items_of(clause) if isinstance(item.value, Until)]
        if any("stop" in unit.names for unit in clause) and any(one.pieces[0].has("past") for one in ends):
            return True
    return _pauses_one(meaning, heard) or _chooses(heard) or _is_no_wish(meaning, heard)


def _is_no_wish(meaning: m.Pause, heard: Heard) -> bool:
    """Return whether it was told of before, of another, or of one day perhaps: "if I get ill"."""
    wished = not heard.names.isdisjoint({"pause", "stop", "remind", "reminder", "not", "exercise-word"})
    before = "bygone" in heard.names and not any(map(_is_from, pairwise(heard.units)))
    others = meaning.because is None and not heard.names.isdisjoint({"ill", "holiday"})
    first = [clause[0].names for clause in clauses(heard)]
    perhaps = any({"condition", "supposing"} <= one and one.isdisjoint({"but", "either"}) for one in first)
    return perhaps or (not wished and (others or (before and meaning.back is None)))


def _is_from(pair: tuple[Unit, Unit]) -> bool:
    """Return whether something lasts since then: "ill since last night"."""
    one, two = pair
    return "bygone" in two.names and isinstance(one.of, Piece) and one.of.has("from", "reason")


def _reminds_less(_: m.AddReminder, heard: Heard) -> bool:
    """Return whether a time is denied behind others: "at 7 and at 9, not the one at noon"."""
    timed = [part for part in clauses(heard) if any(isinstance(one.value, Clock) for one in items_of(part))]
    denied = [part for part in timed if any("not" in unit.names for unit in part)]
    before = any(isinstance(item.value, Span) and item.value.minutes for item in heard.items)
    kept = before or any(
        "spare" in one.names and isinstance(two.of, Item) for one, two in pairwise(heard.units)
    )
    return kept or (len(timed) > 1 and denied == timed[-1:] and "not" in timed[-1][-1].names)


def _adds_less(_: m.AddMove, heard: Heard) -> bool:
    """Return whether a day was left out: "but not today"."""
    pairs = [(one, two) for one, two in pairwise(heard.units) if one.names & {"not", "except"}]
    denied = any(isinstance(two.of, Item) and isinstance(two.of.value, On | Days) for _, two in pairs)
    return denied or "not-today" in heard.names or _is_left_out(heard)


def _drops_less(_: m.DropMove | m.SwapMove, heard: Heard) -> bool:
    """Return whether one was to be kept, or is to be back: "all but cat cow", "until my wrist heals"."""
    own = [clause for clause in clauses(heard) if any("exercise" in unit.names for unit in clause)]
    until = any(is_open(unit) for clause in own for unit in clause)
    days = any(isinstance(item.value, Span) for clause in own for item in items_of(clause))
    return until or days or ("all" in heard.names and not heard.names.isdisjoint({"except", "but"}))


def _deletes_less(meaning: m.DeleteReminder, heard: Heard) -> bool:
    """Return whether one was to be kept: "all but the 8am", "friday's, but keep monday's"."""
    days = [item for item in heard.items if isinstance(item.value, Days)]
    several = meaning.every or "all" in heard.names or len(days) > 1
    while_ = any({"condition", "for"} <= unit.names for unit in heard.units)  # "during lunch"
    mixed = _wants_another(heard) or bool(_whole(heard)) or _chooses(heard)
    return while_ or mixed or _excepts(heard, frozenset({"except", "condition"} if several else {"except"}))


def _wants_another(heard: Heard) -> bool:
    """Return whether a reminder is wanted before another is to go: "remind me at 8 and cancel the 6 pm"."""
    names = [unit.names for unit in heard.units]
    wanted = next((at for at, one in enumerate(names) if "remind" in one), len(names))
    gone = next((at for at, one in enumerate(names) if "delete" in one), 0)
    return any(isinstance(unit.of, Item) for unit in heard.units[wanted:gone])


def _chooses(heard: Heard) -> bool:
    """Return whether a time is said to be one or another: "until monday or tuesday", "a week or two"."""
    threes = [
        three for clause in clauses(heard) for three in zip(clause, clause[1:], clause[2:], strict=False)
    ]
    either = any("either" in two.names and _is_timed(one) and _is_timed(three) for one, two, three in threes)
    return either and "not" not in heard.names  # "nothing today or tomorrow" is both


def _is_timed(unit: Unit) -> bool:
    return isinstance(unit.of, Item) or bool(_count(unit))


def _shows_less(_: m.Pictures, heard: Heard) -> bool:
    return bool(_whole(heard))


def _speaks_less(_: m.SetLanguage, heard: Heard) -> bool:
    """Return whether only a part is to be in another language: "English only for the reminders"."""
    named = beside(heard, frozenset({"tongue"}))
    return any("reminder" in unit.names for clause in named for unit in clause)


def _excepts(heard: Heard, but: frozenset[str]) -> bool:
    """Return whether a time stands behind a "but": "all but the morning one"."""
    for clause in clauses(heard):
        at = next((i for i, unit in enumerate(clause) if unit.names & but), len(clause))
        if any(isinstance(unit.of, Item) for unit in clause[at + 1 :]):
            return True
    return False


def _changes_less(meaning: m.ChangeReminder, heard: Heard) -> bool:
    """Return whether the rest was to stay, and nothing says which reminder is meant."""
    return bool(heard.names & {"keep", "also"}) and meaning.old == m.Times()


LESS: Final[Mapping[type, Callable[[Any, Heard], bool]]] = {
    m.Do: _does_less,
    m.Start: _starts_less,
    m.Adjust: _adjusts_less,
    m.Pictures: _shows_less,
    m.SetLanguage: _speaks_less,
    m.Later: _comes_otherwise,
    m.Pause: _stops_later,
    m.AddReminder: _reminds_less,
    m.AddMove: _adds_less,
    m.DropMove: _drops_less,
    m.SwapMove: _drops_less,
    m.DeleteReminder: _deletes_less,
    m.ChangeReminder: _changes_less,
}
"""What else may have been said of less, by the type of the change."""
