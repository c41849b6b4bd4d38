"""What people may say, in all languages, and how a text sounds to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final, TypeAlias

from bot.domain import safety
from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.domain.understanding.describing import Descriptions
from bot.domain.understanding.features import features
from bot.domain.understanding.heard import Heard, hear
from bot.domain.understanding.lexicon import Label, Lexicon, Said
from bot.domain.understanding.likely import Guess, Likely
from bot.domain.understanding.listening import BY_STATISTICS, LONG, Sign, bare, listen
from bot.domain.understanding.normal import fold
from bot.domain.understanding.telling import split
from bot.domain.zones import WELL_KNOWN, city

KINDS: Final = "kinds"
"""What was learnt of what people want."""
SIGNS: Final = "signs"
"""What was learnt of warning signs."""
QUESTIONS: Final = "questions"
"""What was learnt of the questions that cards answer."""
Learnt: TypeAlias = Callable[[str], Mapping[str, Likely]]
"""What was learnt of a language: models by what they are for, none where nothing was learnt."""


def nothing_learnt(_: str) -> Mapping[str, Likely]:
    """Return that nothing was learnt: rules alone."""
    return {}


@dataclass(frozen=True)
class Spoken:
    """A text as it was heard, once for all that is asked of it.

    :param reader: the language that the person reads
    :param language: in which it seems to be said; empty where no language is known
    :param heard: what the rules heard
    :param learnt: what was learnt of the language
    :param alarms: the words of alarm of all languages, the reader's own first
    :param vocabulary: of whom it was heard
    """

    text: str
    reader: str
    language: str
    heard: Heard
    learnt: Mapping[str, Likely]
    alarms: Sequence[safety.Words]
    vocabulary: "Vocabulary"

    @property
    def exercises(self) -> Index:
        """Return the names of exercises, as the reader knows them."""
        indexes = self.vocabulary.indexes
        return indexes.get(self.reader) or indexes["en"]

    @property
    def described(self) -> tuple[str, ...]:
        """Return the exercises that the words describe, at most three; one where it is clear."""
        descriptions = self.vocabulary.descriptions.get(self.language)
        return descriptions.nearest(self.heard.words) if descriptions else ()

    @cached_property
    def parts(self) -> tuple["Spoken", ...]:
        """Return each sentence, or part of one between commas, as it sounds alone."""
        again = self.vocabulary.listen
        return tuple(again(part, self.reader, self.heard.today) for part in split(self.text))

    @property
    def card(self) -> Guess | None:
        """Return the card that likely answers this, if it is a question; None where nothing was learnt."""
        model = self.learnt.get(QUESTIONS)
        return model.guesses(self.features)[0] if model else None

    @property
    def kinds(self) -> Likely | None:
        """Return what was learnt of what people want."""
        return self.learnt.get(KINDS)

    @cached_property
    def features(self) -> frozenset[str]:
        """Return what the statistics look at."""
        return features(self.heard)

    @cached_property
    def sign(self) -> Sign | None:
        """Return the warning sign in the text, sure or not; the reader's language wins among equals.

        Statistics of one language know nothing of a sign in another, nor of one far down in a long text.
        """
        listed = safety.alarm(self.text, self.alarms)
        same = listed is not None and listed.language == self.language
        doubts = same and len(self.text) <= LONG and not bare(listed, self.heard.words)
        return listen(listed, self.learnt.get(SIGNS), self.features, self.reader, doubts=doubts)

    def alarm(self, *, asks: bool = True) -> safety.Alarm | None:
        """Return the warning sign in the text, if there is one for sure.

        :param asks: whether a doubted one will be asked about; else a listed one is sure
        """
        sign = self.sign
        listed = sign and sign.alarm.sign != BY_STATISTICS
        return sign.alarm if sign and (sign.sure or (listed and not asks)) else None


@dataclass(frozen=True)
class Vocabulary:
    """What people may say, prepared once for all languages.

    :param lexicons: by language, each with what only the others know
    :param indexes: the names of exercises by language, for what no phrase explains
    :param alarms: the words of alarm of all languages
    :param words: by language, the words that it knows by itself
    :param learnt: statistics beside the rules
    :param descriptions: by language, how exercises are described
    """

    lexicons: Mapping[str, Lexicon]
    indexes: Mapping[str, Index]
    alarms: Sequence[safety.Words]
    words: Mapping[str, frozenset[str]]
    learnt: Learnt = nothing_learnt
    descriptions: Mapping[str, Descriptions] = field(default_factory=dict)

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Return the words that some language knows by itself."""
        return frozenset().union(*self.words.values())

    @classmethod
    def build(
        cls, library: Library, indexes: Mapping[str, Index], learnt: Learnt = nothing_learnt
    ) -> "Vocabulary":
        """Prepare the phrases of all languages, and the names of exercises in them.

        All that takes long is done now, what was learnt is read too, and not while somebody waits.
        """
        own = {code: phrases.joined(_names(library, code)) for code, phrases in library.phrases.items()}
        lexicons = {}
        for code, phrases in own.items():
            mixed = phrases
            for other in own.values():
                mixed = mixed if other is phrases else mixed.over(other)
            lexicons[code] = Lexicon(mixed)
            lexicons[code].pieces(("ready",))
            learnt(code)
        words = {code: phrases.words for code, phrases in own.items()}
        described = {code: Descriptions.of(library, code) for code in own}
        return cls(lexicons, indexes, tuple(library.words.values()), words, learnt, described)

    def listen(self, text: str, reader: str, today: date) -> Spoken:
        """Return how a text sounds that somebody typed who reads ``reader``, on their local day ``today``."""
        tokens = fold(text)
        lexicon = self._lexicon(tokens, reader)
        language = lexicon.phrases.language if lexicon else ""
        heard = hear(lexicon.pieces(tokens) if lexicon else (), tokens, today)
        own_first = sorted(self.alarms, key=lambda words: words.language != reader)
        learnt = self.learnt(language) if lexicon else {}
        return Spoken(text, reader, language, heard, learnt, own_first, self)

    def _lexicon(self, tokens: Sequence[str], reader: str) -> Lexicon | None:
        """Return the lexicon of the language in which this seems to be said; the own one where in doubt."""
        own = reader if reader in self.lexicons else "en"
        known = {code: sum(token in words for token in tokens) for code, words in self.words.items()}
        best = max(known, key=lambda code: (known[code], code == own), default=own)
        return self.lexicons.get(best if known.get(best, 0) > known.get(own, 0) + 1 else own)


def _names(library: Library, language: str) -> dict[Said, frozenset[Label]]:
    """Return the names of exercises in a language, and the cities that zones are named after."""
    found: dict[Said, frozenset[Label]] = {}
    for exercise in library.exercises.values():
        words = exercise.text(language)
        for name in (exercise.slug, words.name, *words.aliases, *words.misspellings):
            for form in {fold(name), fold(f"{name}s")}:
                found[form] = found.get(form, frozenset()) | {("exercise", exercise.slug)}
    for zone in WELL_KNOWN:
        place = fold(city(zone))
        found[place] = found.get(place, frozenset()) | {("city", zone)}  # los ángeles are an exercise, too
    return found
