"""The last look at a change: was something said that it leaves out, so that it would do more than was meant?

"Stop on weekends" is no wish to stop, "all but the rows" none to take the rows out, and "move it to 9 for
tomorrow only" none to move it for good. Each is a question then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.domain.understanding import meanings as m
from bot.domain.understanding.clauses import WISHES, beside, clauses, items_of
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.narrowing import LESS
from bot.domain.understanding.said import Between, Count, DayPart, Days, Hourly, Item, On, Span, Until

_LASTING: Final = (On, Until, Days, Span, Clock, Between, Hourly)
"""Times that a change without any cannot keep: an hour, a day, or how long it shall last."""


@dataclass(frozen=True)
class Look:
    """What is looked at beside one kind of change.

    :param asked: the concepts that ask for it
    :param lost: the times for which it has no place
    :param today: whether it has none for today either
    :param bygone: whether it has none for what is over: "I did them yesterday"
    :param denied: the concepts that "not" before them turns around; by default those that ask for it
    """

    asked: frozenset[str]
    lost: tuple[type, ...] = _LASTING
    today: bool = False
    bygone: bool = False
    denied: frozenset[str] = frozenset()


def _look(asked: str, lost: tuple[type, ...] = _LASTING, denied: str | None = None, **more: bool) -> Look:
    turned = asked if denied is None else denied
    return Look(frozenset(asked.split()), lost, denied=frozenset(turned.split()), **more)


_MOVES: Final = (On, Until, Days, Clock, Between)
_LOOKS: Final[Mapping[type | m.Deed, Look]] = {
    m.Start: _look("start", (On, Until, Days, Clock, Between, Hourly)),
    m.Deed.DONE: _look("done", (On, Until, Days), bygone=True),
    m.Deed.NOT_TODAY: _look("skip not-today", (On,)),
    m.Deed.STOP: _look("stop", today=True, bygone=True),
    m.Deed.RESUME: _look("resume", (*_LASTING, DayPart)),
    m.Deed.ERASE: _look("erase", today=True, bygone=True),
    m.Deed.EXPORT: _look("export", today=True, bygone=True),
    m.Later: _look("later snooze remind", (Count, Hourly), "later snooze"),
    m.Pause: _look("pause", (), bygone=True),
    m.ChangeReminder: _look("change reminder earlier swap", (On, Until, Span), "change", today=True),
    m.DeleteReminder: _look("delete drop off not stop", (On, Until, Span), "delete", today=True),
    m.AddReminder: _look("remind reminder add", (Until, Span), ""),
    m.QuietHours: _look("quiet-hours", (On, Until, Days), "off delete drop"),
    m.AddMove: _look("add", _MOVES, today=True),
    m.DropMove: _look("drop delete not skip", _MOVES, "delete", today=True),
    m.SwapMove: _look("swap change instead", _MOVES, "swap change", today=True),
    m.SetLanguage: _look("tongue", _MOVES, ""),
    m.SetZone: _look("city moved", (On,), ""),
    m.Pictures: _look("still moving", _MOVES, ""),
    m.Adjust: _look("easier harder shorter longer", (On, Until, Days)),
}
"""By the type of the change, or by the deed."""
_FINAL: Final = (m.Do(m.Deed.ERASE), m.Do(m.Deed.STOP))
_PAGES: Final[Mapping[type, m.Looking]] = {
    m.DeleteReminder: m.Open(m.Page.REMINDERS),
    m.DropMove: m.Open(m.Page.ROUTINE),
    m.SwapMove: m.Open(m.Page.ROUTINE),
}
"""What is shown instead of a question about the very thing that may be to stay: "delete all but the 9 am"."""
_TAKES_BACK: Final = frozenset({"withdrawn", "correction"})


def guarded(meaning: m.Meaning | None, heard: Heard) -> m.Meaning | None:
    """Return the meaning, as a question where it would do more than was said."""
    if not isinstance(meaning, m.Doing):
        return meaning
    look = _LOOKS.get(meaning.deed if isinstance(meaning, m.Do) else type(meaning))
    turned = look is not None and (_is_narrowed(heard, look) or _is_denied(heard, look))
    less = LESS.get(type(meaning), _not_less)(meaning, heard)
    if turned or less or _is_asked(meaning, heard) or _is_kept(meaning, heard) or _is_withdrawn(heard):
        return m.Unsure((_PAGES.get(type(meaning), meaning),), m.Doubt.REST)
    return meaning


def _not_less(_: m.Meaning, __: Heard) -> bool:
    return False


def _is_asked(meaning: m.Doing, heard: Heard) -> bool:
    """Return whether somebody asks what was done: "did you move it?"; who says so may want it undone."""
    asked = any("inquiry" in unit.names for clause in clauses(heard) for unit in clause[:2])
    return asked and meaning != m.Do(m.Deed.UNDO)


def _is_withdrawn(heard: Heard) -> bool:
    """Return whether the wish was taken back, or put right by something that was not understood."""
    loud = [unit for unit in heard.units if not unit.soft or unit.names & _TAKES_BACK]
    if len(loud) < 2 or loud[0].names & _TAKES_BACK:
        return False
    own = next(clause for clause in clauses(heard) if loud[-1] in clause)
    wished = any(unit.names & WISHES for unit in own)
    kept = any(items_of(own)) and not wished  # "the one in the morning, leave it as it is"
    taken = "withdrawn" in loud[-1].names and not kept
    return taken or any("correction" in unit.names for unit in loud) or _is_left_wrong(heard)


def _is_left_wrong(heard: Heard) -> bool:
    """Return whether a "sorry" stands between two times and put nothing right."""
    around = [isinstance(one.of, Item) or "exercise" in one.names for one in heard.units]
    for at, unit in enumerate(heard.units):
        if "pardon" in unit.names and any(around[:at]) and any(around[at + 1 : at + 4]):
            return True
    return False


def _is_kept(meaning: m.Doing, heard: Heard) -> bool:
    """Return whether "keep it" ends a wish that something shall go."""
    going = isinstance(meaning, m.DeleteReminder | m.DropMove | m.SwapMove) or meaning in _FINAL
    return going and len(heard.units) > 1 and "spare" in heard.units[-1].names


def _is_denied(heard: Heard, look: Look) -> bool:
    """Return whether "not" stands before what is asked for."""
    return any(
        _denies(one.names) and two.names & look.denied
        for clause in clauses(heard)
        for one, two in pairwise([unit for unit in clause if not unit.soft])
    )


def _denies(names: frozenset[str]) -> bool:
    """Return whether something turns around what stands behind it: "don't ...", "I don't want ..."."""
    return not names.isdisjoint({"not", "unwanted", "except"})


def _is_narrowed(heard: Heard, look: Look) -> bool:
    """Return whether a time was said beside what is asked for that it cannot keep; a story's do not count."""
    for clause in beside(heard, look.asked):
        bygone = look.bygone and any("bygone" in unit.names for unit in clause)
        if bygone or any(_is_lost(item, heard, look) for item in items_of(clause)):
            return True
    return False


def _is_lost(item: Item, heard: Heard, look: Look) -> bool:
    value = item.value
    if not isinstance(value, look.lost):
        return False
    if isinstance(value, Days):
        return value.weekdays != m.EVERY_DAY
    if isinstance(value, On):
        return look.today or value.days != (heard.today,)
    if isinstance(value, Clock):
        return not value.bare
    return not isinstance(value, Span) or bool(value.days)
