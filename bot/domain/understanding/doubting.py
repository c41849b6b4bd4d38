"""What was said beside a wish that it leaves out, so that it may not be all that is meant."""

from collections.abc import Callable, Collection
from typing import Final

from bot.domain.understanding import meanings as m
from bot.domain.understanding.clauses import WISHES, clauses, items_of
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.heard import LOOSE, UNKNOWN, Heard, Unit
from bot.domain.understanding.lexicon import DATE, Piece
from bot.domain.understanding.said import Between, Days, Item, On

REPEATED: Final = frozenset({"add-reminder", "change-reminder"})
"""Kinds in which "unless" and "except" are about the times; elsewhere they are politeness, or a reason."""
SMALL: Final = frozenset(
    {LOOSE, "thru", "until", "ordinal", "before", "condition", "reason", "moment", "when", "moved"}
)
"""What a small word of time may be called; without a number it is no time."""
TIMELESS: Final = frozenset(
    {"done", "undo", "stop", "resume", "export", "erase", "add", "drop", "replace", "language"}
    | {"pictures-still", "pictures-moving"}
)
"""Kinds to which no time belongs: one that was not read takes nothing from them."""
LASTING: Final = frozenset({"add", "drop", "replace"})
"""Kinds to which no time belongs, and which last: an hour that was read may be what the wish hangs on."""
COUNTED: Final = frozenset({"add-reminder", "change-reminder", "delete-reminder", "quiet-hours", "pause"})
"""Kinds in which a number is a time."""
LISTED: Final = REPEATED | {"later", "delete-reminder"}
"""Kinds in which days are listed."""
_AGAIN: Final = frozenset({"remind", "later", "snooze", "instead"})
"""Concepts with which somebody wants to hear of it another time."""
_TURNS: Final = frozenset(
    {"not", "except", "instead", "no", "hurts", "stiff", "off", "ill", "holiday", "away"}
)


def is_whole(made: m.Meaning, kind: str, heard: Heard) -> bool:
    """Return whether nothing was said that a meaning of this kind leaves out."""
    doubted = any(check(heard) for kinds, check in _DOUBTS if kind in kinds)
    timed = kind not in TIMELESS and any(map(_is_time, heard.units))
    return not (doubted or timed or _half_read(made, heard))


def _half_read(made: m.Meaning, heard: Heard) -> bool:
    """Return whether an end was said of a pause, and not read; "till I'm right again" has none."""
    loose = any(LOOSE in unit.names and not unit.names <= SMALL for unit in heard.units)
    return isinstance(made, m.Pause) and made.back is None and loose


def _is_length(heard: Heard) -> bool:
    """Return whether a number stands where nothing was read of time: so many minutes."""
    return any(map(_is_number, heard.units)) and not heard.items


def _is_narrowed(heard: Heard) -> bool:
    """Return whether an hour was said, or some days of the week."""
    return any(map(_narrows, heard.items))


def _is_counted(heard: Heard) -> bool:
    """Return whether a number that nobody read stands where something is wished, or a time is said."""
    numbered = [clause for clause in clauses(heard) if any(map(_is_number, clause))]
    return any(any(items_of(clause)) or any(one.names & WISHES for one in clause) for clause in numbered)


def _is_listed(heard: Heard) -> bool:
    """Return whether a word that nobody read stands before an "and" and a day: "tusday and fri"."""
    threes = zip(heard.units, heard.units[1:], heard.units[2:], strict=False)
    return any(
        UNKNOWN in one.names and "and" in two.names and isinstance(three.of, Item)
        and isinstance(three.of.value, Days)
        for one, two, three in threes
    )  # fmt: skip


def _is_number(unit: Unit) -> bool:
    """Return whether a unit is a number in digits of which nothing was read."""
    return isinstance(unit.of, Piece) and unit.of.has("number") and unit.words[0].isdecimal()


def _has_stretch(heard: Heard) -> bool:
    """Return whether days, weeks or months were said and not read; a "day" beside those that were is talk."""
    read = any(isinstance(item.value, Days) for item in heard.items)
    stretches = [unit for unit in heard.units if _is_stretch(unit)]
    return any(not read or "day" not in unit.names for unit in stretches)


def _is_stretch(unit: Unit) -> bool:
    """Return whether a unit is days, weeks or months of which nothing was read: "in weeks when i work"."""
    return isinstance(unit.of, Piece) and unit.of.has("day", "week", "month", "year")


def _is_put_off(heard: Heard) -> bool:
    """Return whether another time was said for it; "not today, tomorrow as always" is no such thing."""
    days = [item.value.days for item in heard.items if isinstance(item.value, On)]
    today = (heard.today,) in days or "not-today" in heard.names
    timed = any(isinstance(item.value, Clock) and not item.value.bare for item in heard.items)
    parts = any(isinstance(item.value, On) and item.value.part for item in heard.items)
    together = any(
        len([one for one in items_of(clause) if isinstance(one.value, On)]) > 1 for clause in clauses(heard)
    )
    others = any(one != (heard.today,) for one in days)
    return timed or together or (others and (parts or not today or not heard.names.isdisjoint(_AGAIN)))


def _narrows(item: Item) -> bool:
    """Return whether a time says when: an hour, or some days of the week. Every day is always."""
    days = item.value.weekdays if isinstance(item.value, Days) else frozenset[int]()
    return isinstance(item.value, Clock | Between) or 0 < len(days) < len(m.EVERY_DAY)


def _is_time(unit: Unit) -> bool:
    """Return whether a unit is of a time that was not read; "until" alone, "even" in Spanish, is none."""
    if isinstance(unit.of, Piece) and unit.of.has(DATE):
        return True  # "31/2"
    return "rare" in unit.names or (LOOSE in unit.names and not unit.names <= SMALL)


def _is_tied(heard: Heard) -> bool:
    """Return whether the times hang on something. What comes behind a time may only tell why then:
    "at 7:15 pm, before dinner"."""
    tied = [at for at, unit in enumerate(heard.units) if _conditional(unit) and not _leads(heard, at)]
    timed = any(isinstance(item.value, Clock) and not item.value.bare for item in heard.items)
    told = [at for at in tied if timed and _is_story(heard, at)]
    return any(at not in told and not _tells_when(heard, at) for at in tied)


def _leads(heard: Heard, at: int) -> bool:
    """Return whether a "but" leads to the wish: "sorry to be a pain, but make it 8 am"."""
    before = heard.units[:at]
    told = not any(isinstance(unit.of, Item) or unit.names & WISHES for unit in before)
    return "but" in heard.units[at].names and told


def _is_story(heard: Heard, at: int) -> bool:
    """Return whether a clause tells what happens then: "at 7 pm, while the kids eat", "after I wake up"."""
    unit = heard.units[at]
    own = next(clause for clause in clauses(heard) if unit in clause)
    told = all(one.names.isdisjoint(_TURNS) for one in own)
    return told and "supposing" not in unit.names


def _tells_when(heard: Heard, at: int) -> bool:
    """Return whether the units from here on tell what happens at the times before: no time, no "not"."""
    before, rest = heard.units[:at], heard.units[at:]
    timed = any(isinstance(unit.of, Item) and isinstance(unit.of.value, Clock) for unit in before)
    begins = rest[0].of if isinstance(rest[0].of, Piece) else None
    daily = any({"condition", "reason"} <= unit.names for unit in rest[1:])  # "when my class ends"
    moment = begins is not None and (begins.has("moment") or (daily and begins.has("when")))
    told = all(not isinstance(unit.of, Item) and unit.names.isdisjoint(_TURNS) for unit in rest)
    return timed and moment and told


def _conditional(unit: Unit) -> bool:
    """Return whether a unit ties the times to something; a word that may also begin a reason does not."""
    return not unit.names.isdisjoint({"condition", "except", "supposing"}) and "reason" not in unit.names


_DOUBTS: Final[tuple[tuple[Collection[str], Callable[[Heard], bool]], ...]] = (
    (REPEATED, _is_tied),
    ({"add-reminder"}, _has_stretch),
    ({"start"}, _is_length),
    ({"not-today"}, _is_put_off),
    (LASTING, _is_narrowed),
    (COUNTED, _is_counted),
    (LISTED, _is_listed),
)
"""By kinds, what must not be there."""
