"""Finding an exercise by the name that a person types: sure, or not at all."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.exercises import Exercise, Library

SURE: Final = 84.0  # of 100: one wrong letter in a short name, a few in a long one
SURE_INSIDE: Final = 90.0  # the same, for a part of what was typed
NEAR: Final = 50.0  # less is no likeness at all
MARGIN: Final = 6.0  # ahead of the next exercise
SHORTEST: Final = 5  # letters; shorter words are one letter away from too many others
MOST_WORDS: Final = 12  # a longer text is a story, not a name
MOST_LETTERS: Final = 200  # of a story, its beginning is read


@dataclass(frozen=True)
class Found:
    """What a query means: ``slug`` when it is sure; ``nearest`` up to three exercises, best first."""

    slug: str | None
    nearest: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """Names as they are compared, each with the exercises that bear it."""

    owners: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "Names":
        """Gather pairs of a name and the slug that bears it."""
        owners: dict[str, frozenset[str]] = {}
        for name, slug in pairs:
            if name:
                owners[name] = owners.get(name, frozenset()) | {slug}
        return cls(owners)

    def exact(self, name: str) -> str | None:
        """Return the one exercise of that name; None when there is none, or several."""
        return _only(self.owners.get(name, ()))

    def alike(
        self, text: str, scorer: Callable[..., float], weight: float = 1, least: float = 0
    ) -> dict[str, float]:
        """Return, exercise by exercise, how alike its best name is, 0 to 100; none under ``least``."""
        from rapidfuzz import process  # noqa: PLC0415 - 4 MB that only typed words need

        best: dict[str, float] = {}
        found = process.extract(text, self.owners.keys(), scorer=scorer, limit=None, score_cutoff=least)
        for name, score, _ in found:
            for slug in self.owners[name]:
                best[slug] = max(best.get(slug, 0), score * weight)
        return best


@dataclass(frozen=True)
class Index:
    """All names of all exercises, prepared once: normalised, with and without filler words or spaces."""

    order: tuple[str, ...]
    filler: frozenset[str]
    phrases: Names
    joined: Names

    @classmethod
    def build(cls, library: Library, language: str, filler: Collection[str]) -> "Index":
        """Prepare the names in a language and in English.

        :param filler: words such as "show", "me", "please" that say nothing about which exercise is meant
        """
        words = frozenset(word for phrase in filler for word in normalise(phrase).split())
        pairs = [
            (phrase, exercise.slug)
            for exercise in library.exercises.values()
            for name in _names(exercise, language)
            for phrase in (normalise(name), _without(normalise(name), words))
        ]
        joined = ((phrase.replace(" ", ""), slug) for phrase, slug in pairs)
        return cls(tuple(library.exercises), words, Names.of(pairs), Names.of(joined))

    def find(self, query: str) -> Found:
        """Return the exercise that a query means; never a guess."""
        full = normalise(query[:MOST_LETTERS])
        phrase = _without(full, self.filler)
        whole = self._whole(phrase)
        slug = self._exact(full) or self._exact(phrase) or self._contained(phrase)
        slug = slug or _ahead(whole, SURE) or self._part(phrase)
        near = whole if slug else _best(whole, *self._loosely(phrase))
        ranked = sorted(self.order, key=lambda s: (s != slug, -near.get(s, 0)))
        return Found(slug, tuple(ranked[:3]))

    def _exact(self, phrase: str) -> str | None:
        return self.phrases.exact(phrase) or self.joined.exact(phrase.replace(" ", ""))

    def _contained(self, phrase: str) -> str | None:
        """Return the exercise whose name stands in the query; None when it names two."""
        spans = [span for span in _spans(phrase) if span.words in self.phrases.owners]
        longest = [s for s in spans if not any(other.around(s) for other in spans)]
        # "needle rotation, cat cow": a phrase says more than a single word.
        telling = [s for s in longest if " " in s.words] or longest
        return _only(slug for span in telling for slug in self.phrases.owners[span.words])

    def _whole(self, phrase: str) -> dict[str, float]:
        """Score the query as one name, perhaps with its words in another order."""
        if _letters(phrase) < SHORTEST:
            return {}
        from rapidfuzz import fuzz  # noqa: PLC0415 - 4 MB that only typed words need

        return _best(
            self.phrases.alike(phrase, fuzz.ratio, least=NEAR),
            self.phrases.alike(phrase, fuzz.token_sort_ratio, least=NEAR),
        )

    def _part(self, phrase: str) -> str | None:
        """Return the exercise that a part of the query is very like."""
        if len(phrase.split()) > MOST_WORDS:
            return None
        from rapidfuzz import fuzz  # noqa: PLC0415 - 4 MB that only typed words need

        parts = (span.words for span in _spans(phrase) if _letters(span.words) >= SHORTEST)
        return _ahead(_best(*(self.phrases.alike(p, fuzz.ratio, least=SURE_INSIDE) for p in parts)), SURE)

    def _loosely(self, phrase: str) -> Iterator[dict[str, float]]:
        """Score half a name too, though never as much as a whole one."""
        from rapidfuzz import fuzz  # noqa: PLC0415 - 4 MB that only typed words need

        yield self.phrases.alike(phrase, fuzz.token_set_ratio, weight=0.9, least=NEAR)
        yield self.phrases.alike(phrase, fuzz.partial_ratio, weight=0.8, least=NEAR)


def normalise(text: str) -> str:
    """Return lower-case words without accents, hyphens, punctuation or emoji."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    kept = (c if c.isalnum() else " " for c in letters if not unicodedata.combining(c) and c not in "'’")
    return " ".join("".join(kept).split())


@dataclass(frozen=True)
class _Span:
    """Neighbouring words of a query, from one index to before another."""

    start: int
    end: int
    words: str

    def around(self, other: "_Span") -> bool:
        """Return whether the other span is a part of this one."""
        return self != other and self.start <= other.start and other.end <= self.end


def _spans(phrase: str) -> Iterator[_Span]:
    words = phrase.split()
    for start in range(len(words)):
        for end in range(start + 1, min(start + 6, len(words)) + 1):  # no name has more than six words
            yield _Span(start, end, " ".join(words[start:end]))


def _names(exercise: Exercise, language: str) -> Iterator[str]:
    yield exercise.slug
    for code in {language, "en"} & exercise.texts.keys():
        words = exercise.texts[code]
        yield from (words.name, *words.aliases, *words.misspellings)


def _without(phrase: str, filler: Collection[str]) -> str:
    return " ".join(word for word in phrase.split() if word not in filler) or phrase


def _letters(phrase: str) -> int:
    return len(phrase.replace(" ", ""))


def _best(*scores: Mapping[str, float]) -> dict[str, float]:
    return {slug: max(s.get(slug, 0) for s in scores) for one in scores for slug in one}


def _ahead(scores: Mapping[str, float], enough: float) -> str | None:
    """Return the exercise with the best score, if it is high enough and clear of the next."""
    best, *others = (*sorted(scores, key=lambda slug: -scores[slug]), None)
    if best is None or scores[best] < enough:
        return None
    runner_up = scores[others[0]] if others[0] else 0
    return best if scores[best] - runner_up >= MARGIN else None


def _only(slugs: Iterable[str]) -> str | None:
    found = set(slugs)
    return found.pop() if len(found) == 1 else None
