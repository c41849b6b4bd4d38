"""What words stand for in one language: from folded words to labelled pieces.

A label is a concept and a value, such as ``("weekday", 0)`` or ``("pause", None)``. The longest phrases win;
filler may stand inside a phrase. A mistyped word counts as the word that was meant, if there is but one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, TypeAlias

Label: TypeAlias = tuple[str, str | int | None]
Said: TypeAlias = tuple[str, ...]
"""A phrase as :func:`bot.domain.understanding.normal.fold` returns it."""

MOST_FILLER: Final = 2
"""Filler words between two words of a phrase."""
SHORTEST_TYPO: Final = 5
"""Letters; a shorter word is one letter away from too many others."""
LONG: Final = 8
"""Letters from which a word may have two wrong ones."""
ALIKE: Final = ("bv", "cskzq", "gj", "yl", "hj", "ie")
"""First letters that people mix up."""
ALONE: Final = "="
"""Stands before a phrase that counts only where nothing else is said, such as "=para"."""
UNKNOWN: Final = "unknown"
NUMBER: Final = "number"
CLOCK: Final = "wall"
TENTHS: Final = "tenths"
"""What a number with a decimal is called: "1.5" are fifteen."""
DATE: Final = "written-date"
"""What a date in digits is called: "15/12"."""
PART: Final = "exercise-part"
"""What a word is called that stands in the name of one exercise alone."""
PART_LETTERS: Final = 4
"""Letters; shorter words are in too much else."""


@dataclass(frozen=True)
class Piece:
    """Neighbouring words that stand for something; ``labels`` are all that they may stand for.

    :param words: as they were meant, without typos
    :param start: the first token, ``end`` the one behind the last
    """

    words: Said
    start: int
    end: int
    labels: frozenset[Label]

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the concepts without their values."""
        return frozenset(name for name, _ in self.labels)

    def has(self, *names: str) -> bool:
        """Return whether it may stand for one of these concepts."""
        return not self.names.isdisjoint(names)

    def values(self, name: str) -> list[str | int | None]:
        """Return the values of a concept, in a fixed order."""
        return sorted((value for one, value in self.labels if one == name), key=str)

    def number(self, name: str) -> int | None:
        """Return the number that is the value of a concept; None where there is none."""
        return next((value for value in self.values(name) if isinstance(value, int)), None)


@dataclass(frozen=True)
class Bag:
    """Words that together ask what a card answers, in any order; each part is any of its words."""

    card: str
    parts: tuple[frozenset[str], ...]

    def places(self, words: Sequence[str]) -> list[int] | None:
        """Return where its words stand, each part at another place; None where one is missing."""
        found: list[int] = []
        for part in self.parts:
            at = next((i for i, word in enumerate(words) if word in part and i not in found), None)
            if at is None:
                return None
            found.append(at)
        return sorted(found)


@dataclass(frozen=True)
class Phrases:
    """How one language says things: the content of ``phrases/<language>.yaml``.

    :param said: phrases with all that they may stand for
    :param filler: phrases that change nothing
    :param plain: right words without a meaning here, which must not be taken for typos of others
    :param bags: what questions are made of, and the cards that answer them
    """

    language: str
    said: Mapping[Said, frozenset[Label]] = field(default_factory=dict)
    filler: frozenset[Said] = frozenset()
    plain: frozenset[str] = frozenset()
    bags: tuple[Bag, ...] = ()

    def joined(self, said: Mapping[Said, frozenset[Label]]) -> "Phrases":
        """Return the same with more phrases, such as the names of exercises."""
        both = {
            key: self.said.get(key, frozenset()) | said.get(key, frozenset()) for key in (*self.said, *said)
        }
        return replace(self, said=both)

    def over(self, other: "Phrases") -> "Phrases":
        """Return the same, and what only another language knows: people mix them."""
        known = self.words
        news = {key: labels for key, labels in other.said.items() if not known.issuperset(key)}
        filler = {key for key in other.filler if not known.issuperset(key)}
        plain = self.plain | (other.plain - known)
        return replace(self, said={**news, **self.said}, filler=self.filler | filler, plain=plain)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return every word that is known."""
        asked = frozenset(word for bag in self.bags for part in bag.parts for word in part)
        return frozenset(w for phrase in (*self.said, *self.filler) for w in phrase) | self.plain | asked


@dataclass(frozen=True)
class Lexicon:
    """Phrases, prepared for looking up. Build it once and keep it."""

    phrases: Phrases

    def pieces(self, tokens: Sequence[str]) -> list[Piece]:
        """Return the pieces of a text in order, unknown words included, filler left out."""
        words = [self._meant(token) for token in tokens]
        core = tuple(word for word in words if any(map(str.isalnum, word)))
        if alone := self.phrases.said.get((ALONE, *core)):
            return [Piece(core, 0, len(words), alone)]
        free = [True] * len(words)
        found: list[Piece] = []
        for span in sorted(self._spans(words), key=_order):
            if all(free[span.start : span.end]):
                free[span.start : span.end] = [False] * (span.end - span.start)
                found.append(span)
        found += [_alone(words[i], i) for i, open_ in enumerate(free) if open_ and words[i] not in self._idle]
        pieces = sorted((piece for piece in found if piece.labels), key=lambda piece: piece.start)
        return self._asked([self._named(piece) for piece in pieces], words)

    def _named(self, piece: Piece) -> Piece:
        """Return a piece with the exercise that alone has this word in its name: "the angels"."""
        slug = self._parts.get(piece.words[0]) if len(piece.words) == 1 else None
        known = slug is None or piece.has("exercise")
        return piece if known else replace(piece, labels=piece.labels | {(PART, slug)})

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        found: dict[str, set[str]] = {}
        for phrase, labels in self.phrases.said.items():
            slugs = {str(value) for name, value in labels if name == "exercise"}
            for word in phrase if slugs else ():
                for form in (word, f"{word}s", f"{word}es"):
                    found.setdefault(form, set()).update(slugs)
        return {
            word: min(slugs) for word, slugs in found.items() if len(slugs) == 1 and len(word) >= PART_LETTERS
        }

    def _asked(self, pieces: list[Piece], words: Sequence[str]) -> list[Piece]:
        """Return the pieces, where a card answers the question with its words labelled so."""
        places = [(bag.card, at) for bag in self.phrases.bags if (at := bag.places(words))]
        most = max((len(at) for _, at in places), default=0)
        cards = {card: at for card, at in reversed(places) if len(at) == most}
        marks: dict[int, set[Label]] = {}
        for card, at in cards.items():
            marks.setdefault(at[0], set()).add(("card", card))
            for place in at:
                marks.setdefault(place, set()).add(("card-word", None))
        return _marked(pieces, words, marks) if marks else pieces

    def _spans(self, words: Sequence[str]) -> Iterator[Piece]:
        for start, word in enumerate(words):
            for phrase in self._by_first.get(word, ()):
                if end := self._end(words, start + 1, phrase[1:]):
                    yield Piece(phrase, start, end, self.phrases.said.get(phrase, frozenset()))

    def _end(self, words: Sequence[str], at: int, rest: Said) -> int | None:
        """Return where a phrase ends whose other words come from ``at`` on; None where they do not."""
        for word in rest:
            skipped = 0
            while (
                at < len(words) and words[at] != word and words[at] in self._inside and skipped < MOST_FILLER
            ):
                at, skipped = at + 1, skipped + 1
            if at >= len(words) or words[at] != word:
                return None
            at += 1
        return at

    def _meant(self, token: str) -> str:
        """Return the one known word that a token was meant to be; the token itself where there is none."""
        if token in self.phrases.words or not token.isalpha() or len(token) < SHORTEST_TYPO - 1:
            return token
        most = 2 if len(token) >= LONG else 1
        near = [w for n in range(len(token) - most, len(token) + most + 1) for w in self._long.get(n, ())]
        from rapidfuzz import process  # noqa: PLC0415 - 4 MB that only typed words need
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

        found = process.extract(token, near, scorer=OSA.distance, score_cutoff=most, limit=None)
        found = [one for one in found if _begins_alike(token, one[0])]
        if len(token) < SHORTEST_TYPO:  # of a short word, only two letters may have changed places
            found = [one for one in found if sorted(one[0]) == sorted(token)]
        least = min((distance for _, distance, _ in found), default=0)
        nearest = {word for word, distance, _ in found if distance == least}
        return self._one(nearest) or token

    def _one(self, words: set[str]) -> str | None:
        """Return one of several words if they all stand for the same alone; None where they do not."""
        meanings = {self.phrases.said.get((word,), frozenset({(word, None)})) for word in words}
        return min(words) if len(meanings) == 1 else None

    @cached_property
    def _idle(self) -> frozenset[str]:
        """The single words that change nothing, and signs."""
        return frozenset(p[0] for p in self.phrases.filler if len(p) == 1) | frozenset({".", ",", "+", "&"})

    @cached_property
    def _inside(self) -> frozenset[str]:
        return (self._idle - {".", ","} - {key[0] for key in self.phrases.said if len(key) == 1}) | {"-"}

    @cached_property
    def _long(self) -> Mapping[int, list[str]]:
        found: dict[int, list[str]] = {}
        for word in sorted(self.phrases.words):
            if len(word) >= SHORTEST_TYPO - 1 and word.isalpha():
                found.setdefault(len(word), []).append(word)
        return found

    @cached_property
    def _by_first(self) -> Mapping[str, list[Said]]:
        found: dict[str, list[Said]] = {}
        for phrase in sorted({*self.phrases.said, *self.phrases.filler}):
            found.setdefault(phrase[0], []).append(phrase)
        return found


def _order(span: Piece) -> tuple[int, int, bool, int]:
    """Return which span wins: the longest, then one without gaps, then one that means something."""
    return -len(span.words), span.end - span.start, not span.labels, span.start


def _begins_alike(token: str, word: str) -> bool:
    """Return whether two words begin so that one may be mistyped for the other: "breeze" is not "freeze"."""
    heads = token[0] + word[0]
    return heads[0] == heads[1] or token[:2] == word[1::-1] or any(set(heads) <= set(like) for like in ALIKE)


def _marked(pieces: Sequence[Piece], words: Sequence[str], marks: Mapping[int, set[Label]]) -> list[Piece]:
    """Add labels to the pieces that stand at some places, and pieces where filler stood."""
    found = [
        replace(
            piece, labels=piece.labels.union(*(marks.get(at, set()) for at in range(piece.start, piece.end)))
        )
        for piece in pieces
    ]
    held = {at for piece in pieces for at in range(piece.start, piece.end)}
    found += [Piece((words[at],), at, at + 1, frozenset(marks[at])) for at in marks if at not in held]
    return sorted(found, key=lambda piece: piece.start)


def _alone(word: str, at: int) -> Piece:
    """Return the piece of a word that is in no phrase: a number, a clock, or unknown."""
    label: Label = (UNKNOWN, word)
    if word.isdecimal():
        label = (NUMBER, int(word))
    elif re.fullmatch(r"\d+/10", word):
        score = int(word[:-3])  # of pain: "7/10"
        return Piece((word,), at, at + 1, frozenset({(NUMBER, score), ("of-ten", None)}))
    elif re.fullmatch(r"\d{1,2}/\d{1,2}(/\d{2,4})?", word):
        label = (DATE, word)
    elif re.fullmatch(r"\d+\.\d", word):
        label = (TENTHS, int(word.replace(".", "")))
    elif re.fullmatch(r"\d+:\d\d", word):
        hour, _, minute = word.partition(":")
        label = (CLOCK, int(hour) * 60 + int(minute))
    elif not word.isalnum() and "/" not in word:
        return Piece((word,), at, at + 1, frozenset())  # an emoji or sign that says nothing
    return Piece((word,), at, at + 1, frozenset({label}))
