"""Exercises that are described and not named: "the one where you lie on your side and swing your arm".

An exercise's own text tells how it goes. A word that stands in few of the texts says more than one that
stands in all (Spärck Jones, "A statistical interpretation of term specificity", 1972).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from bot.domain.exercises import ExerciseText, Library
from bot.domain.understanding.normal import fold

STEM: Final = 5
"""Letters of a word that count, so that "stretching" is like "stretches"."""
SHORTEST: Final = 3
"""Letters; shorter words stand in every text."""
LEAST: Final = 4.0
"""What is like no text by more than this is no description."""
AHEAD: Final = 1.1
"""So many times as likely as the next one must the one be that is meant."""
MOST: Final = 3
"""Exercises among which somebody is asked."""
_LONGEST: Final = 10_000
_NAME, _STEPS, _REST = 1.5, 1.0, 0.3
"""What a word tells by where it stands."""


@dataclass(frozen=True)
class Descriptions:
    """How exercises are described in one language: for each what its words tell."""

    told: Mapping[str, Mapping[str, float]]

    @classmethod
    def of(cls, library: Library, language: str) -> "Descriptions":
        """Read the texts of all exercises."""
        return cls(_rarer({slug: _words(one.text(language)) for slug, one in library.exercises.items()}))

    def nearest(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the exercise that words describe; several where none is ahead, none without a likeness."""
        said = _stems(words)
        scores = {slug: sum(told.get(stem, 0) for stem in said) for slug, told in self.told.items()}
        ranked = sorted((slug for slug in scores if scores[slug] >= LEAST), key=lambda slug: -scores[slug])
        others = [scores[slug] for slug in scores if slug not in ranked[:1]]
        if ranked and scores[ranked[0]] >= AHEAD * max(others, default=0):
            return (ranked[0],)
        return tuple(ranked[:MOST])


def _words(text: ExerciseText) -> dict[str, float]:
    """Return each word of an exercise's text with the most that it tells by where it stands."""
    rest = (*text.tips, *text.good_for, *text.faults, *text.adapt, *_of_variations(text))
    places = (
        (_REST, rest),
        (_STEPS, (text.position, *text.variations["standard"].steps)),
        (_NAME, (text.name, *text.aliases)),
    )
    return {stem: worth for worth, texts in places for one in texts for stem in _stems(fold(one, _LONGEST))}


def _of_variations(text: ExerciseText) -> Iterable[str]:
    return (step for variation in text.variations.values() for step in (variation.name, *variation.steps))


def _rarer(told: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Return the same, with words that stand in few texts worth more."""
    held: dict[str, float] = {}
    for words in told.values():
        for stem, worth in words.items():
            held[stem] = held.get(stem, 0) + min(worth, 1)
    rare = {stem: log(1 + len(told) / share) for stem, share in held.items()}
    return {slug: {stem: worth * rare[stem] for stem, worth in words.items()} for slug, words in told.items()}


def _stems(words: Iterable[str]) -> Collection[str]:
    return {word[:STEM] for word in words if word.isalpha() and len(word) >= SHORTEST}
