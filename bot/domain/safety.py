"""Warning signs in what people type: recognised before anything else looks at the words.

The phrases are content (``safety/words.<language>.yaml``). A phrase is a row of parts; each part is one of
several words. Between two parts only filler may stand ("pain *in my* chest"), unless the phrase is loose
there. A phrase that holds in any order asks only that all its parts stand near each other: who is in a hurry
says "numb, my legs, both". Words with a typo count as the word that was meant. A sign that the person says
they do *not* have is no alarm; wherever that is in doubt, it is one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from bot.domain.signs import Alarm, Part, Phrase, Tier

__all__ = ["Alarm", "Part", "Phrase", "Tier", "Words", "alarm", "plain"]

MOST_FILLER: Final = 5
"""Filler words between two parts of a phrase."""

MOST_LOOSE: Final = 4
"""Words of any kind where a phrase is loose."""

MOST_BETWEEN: Final = 3
"""Words that are no filler between the first and the last part of a phrase in any order."""

SHORTEST_TYPO: Final = 5
"""Letters; in a word of one less, two letters may have changed places; the shorter the word, the more others
are one letter away."""

_STOP, _COMMA, _MASK = ".", ",", "_"
_TOKEN: Final = re.compile(r"[^\W_]+|[.!?;…\n]|[,:/()]")
_PLAINLY: Final = re.compile(r"(?:([a-z])(?!\1\1))+").fullmatch
_DRAWN_OUT: Final = re.compile(r"([^\W\d_])\1\1+")  # "paaaain"


@dataclass(frozen=True)
class Words:
    """How people say warning signs in one language; every word as :func:`plain` returns it.

    :param filler: words that may stand inside a phrase and change nothing
    :param no: words that say that something is not there
    :param after_no: what may stand between such a word and the sign it denies, besides filler
    :param either: words that carry a denial on to the next sign of a list, such as "or"
    :param turns: words at which what was said of one thing ends, such as "but"
    :param long_ago: phrases that say that something is long over
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
    turns: frozenset[str] = frozenset()
    long_ago: tuple[tuple[str, ...], ...] = ()

    def hear(self, text: str) -> Alarm | None:
        """Return the most urgent warning sign in a text, the first said among equals."""
        tokens = self._masked([self._meant(token) for token in _tokens(text)])
        denied: set[int] = set()  # where the denied signs stand: the list may go on behind them
        alarms: list[_Span] = []
        for span in self._spans(tokens):
            if self._denied(tokens, span.start, denied):
                denied.update(range(span.start, span.end))
            elif not (span.phrase.heals and self._is_long_ago(tokens, span)):
                alarms.append(span)
        first = min(alarms, key=lambda span: span.phrase.tier.rank, default=None)
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
        said = frozenset(tokens)
        for start, token in enumerate(tokens):
            for phrase in self._by_first_word.get(token, ()):
                if end := self._end(tokens, start + 1, phrase.parts[1:]):
                    yield _Span(start, end, phrase)
        for phrase in self._anyhow:
            if not any(part.words.isdisjoint(said) for part in phrase.parts):
                yield from self._near(tokens, phrase)

    def _near(self, tokens: Sequence[str], phrase: Phrase) -> "Iterator[_Span]":
        """Yield where the parts of a phrase stand near each other, in whatever order."""
        for start, token in enumerate(tokens):
            if any(token in part.words for part in phrase.parts) and (
                end := self._all_said(tokens, start, phrase)
            ):
                yield _Span(start, end, phrase)

    def _all_said(self, tokens: Sequence[str], start: int, phrase: Phrase) -> int | None:
        """Return where all parts of a phrase were said, from ``start`` on; None where they were not."""
        missing, others = list(phrase.parts), 0
        for at in range(start, len(tokens)):
            token = tokens[at]
            if part := next((one for one in missing if token in one.words), None):
                missing.remove(part)
                if not missing:
                    return at + 1
            elif token == _STOP or token in self._barriers:
                return None
            elif token not in self.filler and token != _COMMA:
                others += 1
                if others > MOST_BETWEEN:
                    return None
        return None

    def _is_long_ago(self, tokens: Sequence[str], span: "_Span") -> bool:
        """Return whether the sentence says that the sign is long over."""
        before = " ".join(tokens[: span.start]).rpartition(_STOP)[2]
        after = " ".join(tokens[span.start :]).partition(_STOP)[0]
        said = f" {before} {after} "
        return any(f" {' '.join(phrase)} " in said for phrase in self.long_ago)

    def _end(self, tokens: Sequence[str], at: int, parts: Sequence[Part]) -> int | None:
        """Return where a phrase ends whose other parts come from ``at`` on; None where they do not."""
        if not parts:
            return at
        part, rest = parts[0], parts[1:]
        for skipped, token in enumerate(tokens[at : at + MOST_FILLER + 1]):
            if token in part.words and (end := self._end(tokens, at + skipped + 1, rest)):
                return end
            loosely = part.loose and skipped < MOST_LOOSE and token not in self._barriers
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
        if len(token) < SHORTEST_TYPO - 1 or token in self._right:
            return token
        most = 1 if len(token) < 9 else 2
        long = range(max(len(token) - most, SHORTEST_TYPO), len(token) + most + 1)
        near = [word for length in long for word in self._long.get(length, ())]
        if len(token) < SHORTEST_TYPO:
            near = [word for word in self._long.get(len(token), ()) if sorted(word) == sorted(token)]
        from rapidfuzz import process  # noqa: PLC0415 - 4 MB that only typed words need
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

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
    def _anyhow(self) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase in self.phrases if phrase.anyhow)

    @cached_property
    def _barriers(self) -> frozenset[str]:
        return self.no | self.turns | {_STOP}

    @cached_property
    def _between(self) -> frozenset[str]:
        return self.filler | self.after_no | self.either

    @cached_property
    def _right(self) -> frozenset[str]:
        ordinary = frozenset(word for phrase in (*self.ordinary, *self.long_ago) for word in phrase)
        return self._vocabulary | self._between | self.no | self.turns | self.lookalikes | ordinary

    @cached_property
    def _long(self) -> Mapping[int, list[str]]:
        """The words of phrases that are long enough to be mistyped, by their length."""
        found: dict[int, list[str]] = {}
        for word in sorted(self._vocabulary):
            if len(word) >= SHORTEST_TYPO - 1:
                found.setdefault(len(word), []).append(word)
        return found

    @cached_property
    def _by_first_word(self) -> Mapping[str, list[Phrase]]:
        found: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            for word in phrase.parts[0].words if not phrase.anyhow else ():
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
    return min(heard, key=lambda found: found.tier.rank, default=None)


def plain(words: str) -> tuple[str, ...]:
    """Return words as they are compared: small letters, no accents, apostrophes or punctuation."""
    if _PLAINLY(words):
        return (words,)  # as most words of content are: to fold thousands would be felt at the start
    return tuple(token for token in _tokens(words) if token not in {_STOP, _COMMA})


def _tokens(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’‘`´")
    return [_mark(token) for token in _TOKEN.findall(_DRAWN_OUT.sub(r"\1", kept))]


def _mark(piece: str) -> str:
    if piece in ",:/()":
        return _COMMA
    return _STOP if piece in ".!?;…\n" else piece
