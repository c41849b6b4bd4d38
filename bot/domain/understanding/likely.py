"""What a text is likely about: statistics of what others said, beside the rules.

Rules know how times and names are put together; they cannot know every way in which somebody says "leave me
alone until Monday". A linear model over words, pairs of words and pieces of words has seen thousands of
examples and finds the kind of a sentence it never saw. It is learnt beforehand
(:mod:`bot.library.learning`); here it is only asked: additions, no library.

Features are hashed (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009), so the
model is one table of small numbers without a list of words.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from math import exp, sqrt
from typing import Final
from zlib import crc32

BUCKETS: Final = 1 << 14
"""Rows of a table."""


@dataclass(frozen=True)
class Guess:
    """A kind of thing that may be meant, with its probability of 0 to 1."""

    kind: str
    share: float


@dataclass(frozen=True)
class Likely:
    """A linear model of one language. Build it once and keep it.

    :param kinds: what it can tell apart
    :param bias: for each kind, what it has before anything is said
    :param telling: for each row a byte: how much it tells, the square root of its part in a text's length
    :param table: for each row a signed byte for each kind
    :param unit: how much a one in the table is worth in a text of length 1
    """

    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    telling: bytes
    table: bytes
    unit: float

    def guesses(self, features: Collection[str]) -> list[Guess]:
        """Return all kinds, the likeliest first; their shares add up to 1."""
        scores = self._scores(rows_of(features))
        most = max(scores)
        powers = [exp(score - most) for score in scores]
        whole = sum(powers)
        found = [Guess(kind, power / whole) for kind, power in zip(self.kinds, powers, strict=True)]
        return sorted(found, key=lambda guess: -guess.share)

    def _scores(self, rows: Collection[int]) -> list[float]:
        length = sqrt(sum(self.telling[row] ** 2 for row in rows))
        if not length:
            return list(self.bias)
        width, cells, worth = len(self.kinds), self._cells, self.unit / length
        sums = map(sum, zip(*(cells[row * width : (row + 1) * width] for row in rows), strict=True))
        return [bias + worth * total for bias, total in zip(self.bias, sums, strict=True)]

    @cached_property
    def _cells(self) -> memoryview:
        return memoryview(self.table).cast("b")


def rows_of(features: Collection[str]) -> set[int]:
    """Return the rows of a table that belong to some features."""
    return {crc32(feature.encode(errors="replace")) % BUCKETS for feature in features}
