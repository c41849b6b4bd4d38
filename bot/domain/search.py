"""Finding an exercise by the name that a person types: sure, or not at all."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from bot.domain.exercises import Exercise, Library

SURE: Final = 84.0  # of 100: one wrong letter in a short name, a few in a long one
MARGIN: Final = 6.0  # ahead of the next exercise
SHORTEST: Final = 5  # letters; shorter words are a letter away from too many others


@dataclass(frozen=True)
class Found:
    """What a query means: ``slug`` when it is sure; ``nearest`` up to three exercises, best first."""

    slug: str | None
    nearest: tuple[str, ...]


@dataclass(frozen=True)
class Index:
    """All names of all exercises, prepared once. Phrases are normalised, without filler words."""

    order: tuple[str, ...]
    filler: frozenset[str]
    phrases: Mapping[str, frozenset[str]]
    joined: Mapping[str, frozenset[str]]

    @classmethod
    def build(cls, library: Library, language: str, filler: Collection[str]) -> "Index":
        """Prepare the names in a language and in English.

        :param filler: words such as "show", "me", "please" that say nothing about which exercise is meant
        """
        words = frozenset(word for phrase in filler for word in normalise(phrase).split())
        phrases: dict[str, set[str]] = {}
        joined: dict[str, set[str]] = {}
        for exercise in library.exercises.values():
            for name in _names(exercise, language):
                for phrase in {normalise(name), _without(normalise(name), words)}:
                    phrases.setdefault(phrase, set()).add(exercise.slug)
                    joined.setdefault(phrase.replace(" ", ""), set()).add(exercise.slug)
        return cls(tuple(library.exercises), words, _frozen(phrases), _frozen(joined))

    def find(self, query: str) -> Found:
        """Return the exercise that a query means; never a guess."""
        full = normalise(query)
        phrase = _without(full, self.filler)
        scores = self._scores(phrase)
        slug = self._exact(full) or self._exact(phrase) or self._contained(phrase)
        slug = slug or self._alike(phrase, scores)
        ranked = sorted(self.order, key=lambda s: (s != slug, -scores[s]))
        return Found(slug, tuple(ranked[:3]))

    def _exact(self, phrase: str) -> str | None:
        return _only(self.phrases.get(phrase) or self.joined.get(phrase.replace(" ", "")) or ())

    def _contained(self, phrase: str) -> str | None:
        """Return the exercise whose name stands in the query; None when it names two."""
        spans = list(self._spans(phrase.split()))
        longest = [s for s in spans if not any(_inside(s, other) for other in spans)]
        # "needle rotation cat cow": a phrase says more than a single word.
        telling = [s for s in longest if s[1] - s[0] > 1] or longest
        return _only({slug for _, _, slugs in telling for slug in slugs})

    def _spans(self, words: list[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                if slugs := self.phrases.get(" ".join(words[start:end])):
                    yield start, end, slugs

    def _alike(self, phrase: str, scores: Mapping[str, float]) -> str | None:
        if len(phrase.replace(" ", "")) < SHORTEST:
            return None
        best, *others = sorted(scores, key=lambda s: -scores[s])
        runner_up = max((scores[s] for s in others), default=0.0)
        return best if scores[best] >= SURE and scores[best] - runner_up >= MARGIN else None

    def _scores(self, phrase: str) -> dict[str, float]:
        """Return how alike each exercise's best name is, 0 to 100, whatever the order of words."""
        scores = dict.fromkeys(self.order, 0.0)
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
            for name, score, _ in process.extract(phrase, self.phrases.keys(), scorer=scorer, limit=None):
                for slug in self.phrases[name]:
                    scores[slug] = max(scores[slug], score)
        return scores


def normalise(text: str) -> str:
    """Return lower-case words without accents, hyphens, punctuation or emoji."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in letters if not unicodedata.combining(c) and c not in "'’")
    return " ".join("".join(kept).split())


def _names(exercise: Exercise, language: str) -> Iterator[str]:
    yield exercise.slug
    for code in {language, "en"}:
        if words := exercise.texts.get(code):
            yield from (words.name, *words.aliases, *words.misspellings)


def _without(phrase: str, filler: Collection[str]) -> str:
    return " ".join(word for word in phrase.split() if word not in filler) or phrase


def _inside(span: tuple[int, int, frozenset[str]], other: tuple[int, int, frozenset[str]]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and other[1] - other[0] > span[1] - span[0]


def _only(slugs: Iterable[str]) -> str | None:
    found = set(slugs)
    return found.pop() if len(found) == 1 else None


def _frozen(names: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(slugs) for name, slugs in names.items() if name}
