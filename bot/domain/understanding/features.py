"""What the statistics look at in a text."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from bot.domain.understanding.heard import Heard, Unit
from bot.domain.understanding.lexicon import Piece
from bot.domain.understanding.said import KINDS

GRAMS: Final = (3, 4, 5)
"""Letters in the pieces of a word: typos and endings leave most of them as they are."""
_NAMED: Final = ("exercise", "tongue", "city", "region", "place", "kit", "kind", "level", "card")
_TIMES: Final = frozenset((*KINDS.values(), "ahead", "bare"))
_EDGES: Final = ("^", "$")


def features(heard: Heard) -> frozenset[str]:
    """Return what the model looks at: words, pairs of them, their pieces, and the concepts of the rules.

    Names of exercises, times and the like count as what they are, not as what they are called: a new
    exercise needs no new examples.
    """
    row = _row(heard)
    edged = (_EDGES[0], *row, _EDGES[1])
    found = {f"word {word}" for word in row}
    found.update(f"pair {one} {two}" for one, two in pairwise(edged))
    found.update(f"near {one} {two}" for one, two in zip(edged, edged[2:], strict=False))
    found.update(f"piece {gram}" for word in row if not word.startswith("<") for gram in _grams(word))
    found.update(f"concept {name}" for name in heard.names)
    return frozenset(found)


def _row(heard: Heard) -> Sequence[str]:
    """Return the words of a text in order, with names and times in brackets."""
    row: list[str] = list(heard.words)
    gone: set[int] = set()
    for unit in heard.units:
        start, end = _place(unit)
        if name := _bracket(unit):
            row[start] = f"<{name}>"
            gone.update(range(start + 1, end))
    return [word for at, word in enumerate(row) if at not in gone]


def _bracket(unit: Unit) -> str | None:
    if not isinstance(unit.of, Piece):
        return min(unit.names & _TIMES, default="time")
    return next((name for name in _NAMED if unit.of.has(name)), None)


def _place(unit: Unit) -> tuple[int, int]:
    pieces = [unit.of] if isinstance(unit.of, Piece) else unit.of.pieces
    return pieces[0].start, pieces[-1].end


def _grams(word: str) -> Iterator[str]:
    edged = f" {word} "
    return (edged[at : at + size] for size in GRAMS for at in range(len(edged) - size + 1))
