"""Which of two exercises goes and which comes: "no cat cow, wall angels", "rather rows than push-ups"."""

from collections.abc import Sequence
from typing import Final

from bot.domain.understanding import meanings as m
from bot.domain.understanding.clauses import clauses
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.lexicon import PART, Piece

_AWAY: Final = frozenset({"not", "instead", "except", "drop", "delete", "hard", "where"})
"""What stands before one that goes."""
_BEHIND: Final = frozenset({"not", "no", "hurts", "hard", "drop", "delete"})
"""What stands behind one that goes: "rows no", "side bends hurt"."""
_LOOK_BACK: Final = 3
"""Units."""


def swap_move(heard: Heard) -> Sequence[m.SwapMove]:
    """Return the swap; both ways round where nothing says which one goes."""
    named = _named(heard)
    slugs = list(named.values())
    if len(slugs) != 2 or slugs[0] == slugs[1]:
        return []
    ways = [m.SwapMove(*slugs), m.SwapMove(*reversed(slugs))]
    first, second = named
    goes = (_goes(heard, first, named), _goes(heard, second, named))
    if goes[0] != goes[1]:
        return ways[goes[1] :][:1]
    if goes[0] or _stands_for(heard, first, second) or _is_preferred(heard, first):
        return ways[1:]  # "rather one than the other"
    comes = (_comes(heard, first, named), _comes(heard, second, named))
    if comes[0] != comes[1]:
        return ways[comes[0] :][:1]
    return ways[:1] if _is_ordered(heard, first, second) else ways


def _is_ordered(heard: Heard, first: int, second: int) -> bool:
    """Return whether the first goes: "swap one for the other", "one out, the other in its place"."""
    verbs = any(unit.names & {"swap", "change"} for unit in heard.units[:first])
    behind = any("instead" in unit.names for unit in heard.units[second:])
    between = heard.units[first + 1 : second]
    becomes = any("become" in unit.names for unit in between)
    return verbs or behind or becomes or (bool(between) and "for" in between[-1].names)


def _is_preferred(heard: Heard, first: int) -> bool:
    """Return whether the first is liked better: "I prefer rows to push-ups"."""
    return any("prefer" in unit.names for unit in heard.units[max(first - _LOOK_BACK, 0) : first])


def _comes(heard: Heard, at: int, named: dict[int, str]) -> bool:
    """Return whether an exercise is said to come: "put rows there", "rows in"."""
    since = max((other + 1 for other in named if other < at), default=0)
    before = heard.units[max(at - _LOOK_BACK, since) : at]
    behind = [unit for unit in heard.units[at + 1 :] if isinstance(unit.of, Piece)]
    return any("add" in unit.names for unit in before) or any("in" in unit.names for unit in behind[:1])


def _named(heard: Heard) -> dict[int, str]:
    """Return the two exercises by the numbers of their units, by a part of the name where they have to."""
    found: dict[int, str] = {}
    for name in ("exercise", PART):
        for at, unit in enumerate(heard.units):
            values = unit.of.values(name) if isinstance(unit.of, Piece) else []
            if len(values) == 1 and values[0] not in found.values():
                found[at] = str(values[0])
        if len(found) >= 2:
            break
    return dict(sorted(found.items()))


def _goes(heard: Heard, at: int, named: dict[int, str]) -> bool:
    """Return whether an exercise is said to go, by what stands before or behind it."""
    since = max((other + 1 for other in named if other < at), default=0)
    own = next((part for part in clauses(heard) if any(one is heard.units[at] for one in part)), ())
    before = [unit for unit in heard.units[max(at - _LOOK_BACK, since) : at] if unit in own]
    last = at + 1 not in named and at + 2 not in named
    behind = [unit for unit in heard.units[at + 1 : at + 2] if unit in own and last]
    return any(unit.names & _AWAY for unit in before) or any(unit.names & _BEHIND for unit in behind)


def _stands_for(heard: Heard, first: int, second: int) -> bool:
    """Return whether "instead of" stands between the two."""
    between = heard.units[first:second]
    return any("instead" in unit.names for unit in between) and "swap" not in heard.names
