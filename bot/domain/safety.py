"""Warning signs in what people type: recognised before anything else looks at the words.

The phrases are content (``safety/words.<language>.yaml``). A phrase is a row of parts; each part is one of
several words. Between two parts only filler may stand ("pain *in my* chest"), unless the phrase is loose
there. Words with a typo count as the word that was meant. A sign that the person says they do *not* have is
no alarm; wherever that is in doubt, it is one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

MOST_FILLER: Final = 5
"""Filler words between two parts of a phrase."""

MOST_LOOSE: Final = 4
"""Words of any kind where a phrase is loose."""

SHORTEST_TYPO: Final = 5
"""Letters; a shorter word is one letter away from too many others."""

_STOP, _COMMA, _MASK = ".", ",", "_"
_TOKEN: Final = re.compile(r"[^\W_]+|[.!?;…\n]|[,:/()]")
_DRAWN_OUT: Final = re.compile(r"([^\W\d_])\1\1+")  # "paaaain"


class Tier(StrEnum):
    """How urgent a warning sign is."""

    A = "a"  # call the emergency number now
    B = "b"  # talk to a doctor today


@dataclass(frozen=True)
class Part:
    """One place in a phrase: any of ``words``. ``loose``: any few words may stand before it."""

    words: frozenset[str]
    loose: bool = False


@dataclass(frozen=True)
class Phrase:
    """One way to say a warning sign."""

    sign: str
    tier: Tier
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Alarm:
    """What was recognised; never what was typed. ``language`` is the one it was said in."""

    tier: Tier
    sign: str
    language: str


@dataclass(frozen=True)
class Words:
    """How people say warning signs in one language; every word as :func:`plain` returns it.

    :param filler: words that may stand inside a phrase and change nothing
    :param no: words that say that something is not there
    :param after_no: what may stand between such a word and the sign it denies, besides filler
    :param either: words that carry a denial on to the next sign of a list, such as "or"
    :param ordinary: phrases that hold words of a sign and mean nothing of the kind, such as "chest stretch"
    :param lookalikes: right words that would pass for a typo of a sign's word
    """

    language: str
    phrases: tuple[Phrase, ...]
    filler: frozenset[str]
    no: frozenset[str]
    after_no: frozenset[str]
    either: frozenset[str]
    ordinary: tuple[tuple[str, ...], ...] = ()
    lookalikes: frozenset[str] = frozenset()

    def hear(self, text: str) -> Alarm | None:
        """Return the most urgent warning sign in a text, the first said among equals."""
        tokens = self._masked([self._meant(token) for token in _tokens(text)])
        denied: set[int] = set()  # where the denied signs stand: the list may go on behind them
        alarms: list[_Span] = []
        for span in self._spans(tokens):
            if self._denied(tokens, span.start, denied):
                denied.update(range(span.start, span.end))
            else:
                alarms.append(span)
        first = min(alarms, key=lambda span: span.phrase.tier, default=None)
        return Alarm(first.phrase.tier, first.phrase.sign, self.language) if first else None

    def beside(self, others: "Iterable[Words]") -> "Words":
        """Return the same words, listening to people who also speak other languages.

        What is right, ordinary or a denial there is no typo and no alarm here.
        """
        known = list(others)
        return replace(
            self,
            ordinary=(*self.ordinary, *(phrase for words in known for phrase in words.ordinary)),
            lookalikes=self.lookalikes.union(*(words._right for words in known)),
            no=self.no.union(*(words.no for words in known)),
            after_no=self.after_no.union(*(words._between for words in known)),
        )

    def _spans(self, tokens: Sequence[str]) -> "Iterator[_Span]":
        for start, token in enumerate(tokens):
            for phrase in self._by_first_word.get(token, ()):
                if end := self._end(tokens, start + 1, phrase.parts[1:]):
                    yield _Span(start, end, phrase)

    def _end(self, tokens: Sequence[str], at: int, parts: Sequence[Part]) -> int | None:
        """Return where a phrase ends whose other parts come from ``at`` on; None where they do not."""
        if not parts:
            return at
        part, rest = parts[0], parts[1:]
        for skipped, token in enumerate(tokens[at : at + MOST_FILLER + 1]):
            if token in part.words and (end := self._end(tokens, at + skipped + 1, rest)):
                return end
            loosely = part.loose and skipped < MOST_LOOSE and token not in {_STOP, *self.no}
            if not loosely and token not in self.filler and token != _COMMA:
                return None
        return None

    def _denied(self, tokens: Sequence[str], start: int, denied: Set[int]) -> bool:
        """Return whether a word before ``start`` says that the sign is not there."""
        commas = False
        for before in range(start - 1, -1, -1):
            token = tokens[before]
            if token in self.no:
                # "no fever, chest pain" may well mean chest pain; "no fever, chest pain or rash" does not.
                return not commas or self._list_goes_on(tokens, before)
            if token == _COMMA:
                commas = True
            elif token not in self._between and before not in denied:
                return False
        return False

    def _list_goes_on(self, tokens: Sequence[str], start: int) -> bool:
        sentence = tokens[start:]
        end = sentence.index(_STOP) if _STOP in sentence else len(sentence)
        return not self.either.isdisjoint(sentence[:end]) and all(
            token in self._between or token in self._vocabulary or token == _COMMA
            for token in sentence[1:end]
        )

    def _meant(self, token: str) -> str:
        """Return the word of a phrase that a mistyped word was meant to be; any other word as it is."""
        if len(token) < SHORTEST_TYPO or token in self._right:
            return token
        most = 1 if len(token) < 9 else 2
        near = [w for n in range(len(token) - most, len(token) + most + 1) for w in self._long.get(n, ())]
        found = process.extractOne(token, near, scorer=OSA.distance, score_cutoff=most)
        return found[0] if found else token

    def _masked(self, tokens: list[str]) -> list[str]:
        """Return the tokens with ordinary phrases made unreadable."""
        for start, token in enumerate(tokens):
            for phrase in self._ordinary_by_first.get(token, ()):
                if tuple(tokens[start : start + len(phrase)]) == phrase:
                    tokens[start : start + len(phrase)] = [_MASK] * len(phrase)
        return tokens

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for phrase in self.phrases for part in phrase.parts for word in part.words)

    @cached_property
    def _between(self) -> frozenset[str]:
        return self.filler | self.after_no | self.either

    @cached_property
    def _right(self) -> frozenset[str]:
        ordinary = frozenset(word for phrase in self.ordinary for word in phrase)
        return self._vocabulary | self._between | self.no | self.lookalikes | ordinary

    @cached_property
    def _long(self) -> Mapping[int, list[str]]:
        """The words of phrases that are long enough to be mistyped, by their length."""
        found: dict[int, list[str]] = {}
        for word in sorted(self._vocabulary):
            if len(word) >= SHORTEST_TYPO:
                found.setdefault(len(word), []).append(word)
        return found

    @cached_property
    def _by_first_word(self) -> Mapping[str, list[Phrase]]:
        found: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            for word in phrase.parts[0].words:
                found.setdefault(word, []).append(phrase)
        return found

    @cached_property
    def _ordinary_by_first(self) -> Mapping[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(self.ordinary, key=len, reverse=True):
            found.setdefault(phrase[0], []).append(phrase)
        return found


@dataclass(frozen=True)
class _Span:
    """A phrase that was found, from its first token to before ``end``."""

    start: int
    end: int
    phrase: Phrase


def alarm(text: str, languages: Iterable[Words]) -> Alarm | None:
    """Return the most urgent warning sign in a text; every language listens, the first wins among equals."""
    heard = [found for words in languages if (found := words.hear(text))]
    return min(heard, key=lambda found: found.tier, default=None)


def plain(words: str) -> tuple[str, ...]:
    """Return words as they are compared: small letters, no accents, apostrophes or punctuation."""
    return tuple(token for token in _tokens(words) if token not in {_STOP, _COMMA})


def _tokens(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’‘`´")
    return [_mark(token) for token in _TOKEN.findall(_DRAWN_OUT.sub(r"\1", kept))]


def _mark(piece: str) -> str:
    if piece in ",:/()":
        return _COMMA
    return _STOP if piece in ".!?;…\n" else piece
