"""The door: from typed text to its meaning."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias, get_args

from bot.domain import safety
from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.domain.understanding import meanings as m
from bot.domain.understanding.features import features
from bot.domain.understanding.heard import Heard, Unit, hear
from bot.domain.understanding.lexicon import Label, Lexicon, Said
from bot.domain.understanding.likely import Likely
from bot.domain.understanding.listening import BY_STATISTICS, LONG, Sign, ask_first, bare, listen
from bot.domain.understanding.normal import fold
from bot.domain.understanding.rules import MARGIN, RULES, Rule
from bot.domain.understanding.weighing import weigh
from bot.domain.zones import WELL_KNOWN, city

LEAST: Final = 0.3
"""Less is explained by no rule well enough."""
MOST_WORDS: Final = 6
"""A name with a wrong letter has no more words."""
ENOUGH: Final = 1.7
"""What explains less, and not all, is no reason to ask about a change."""
KINDS: Final = "kinds"
"""What was learnt of what people want."""
SIGNS: Final = "signs"
"""What was learnt of warning signs."""
Learnt: TypeAlias = Callable[[str], Mapping[str, Likely]]
"""What was learnt of a language: models by what they are for, none where nothing was learnt."""
_DOING: Final = get_args(m.Doing)


def nothing_learnt(_: str) -> Mapping[str, Likely]:
    """Return that nothing was learnt: rules alone."""
    return {}


@dataclass(frozen=True)
class Vocabulary:
    """What people may say, prepared once for all languages.

    :param lexicons: by language, each with what only the others know
    :param indexes: the names of exercises by language, for what no phrase explains
    :param alarms: the words of alarm of all languages
    :param words: by language, the words that it knows by itself
    :param learnt: statistics beside the rules
    """

    lexicons: Mapping[str, Lexicon]
    indexes: Mapping[str, Index]
    alarms: Sequence[safety.Words]
    words: Mapping[str, frozenset[str]]
    learnt: Learnt = nothing_learnt

    @classmethod
    def build(
        cls, library: Library, indexes: Mapping[str, Index], learnt: Learnt = nothing_learnt
    ) -> "Vocabulary":
        """Prepare the phrases of all languages, and the names of exercises in them."""
        own = {code: phrases.joined(_names(library, code)) for code, phrases in library.phrases.items()}
        lexicons = {}
        for code, phrases in own.items():
            mixed = phrases
            for other in own.values():
                mixed = mixed if other is phrases else mixed.over(other)
            lexicons[code] = Lexicon(mixed)
            lexicons[code].pieces(("ready",))  # its tables are made now, not while somebody waits
        words = {code: phrases.words for code, phrases in own.items()}
        return cls(lexicons, indexes, tuple(library.words.values()), words, learnt)

    def alarm(self, text: str, language: str, today: date, *, asks: bool = True) -> safety.Alarm | None:
        """Return the warning sign in a text, if there is one for sure.

        :param asks: whether :func:`understand` will ask about a doubted one; else a listed one is sure
        """
        heard, learnt = self.hear(text, language, today)
        sign = self.sign(text, language, heard, learnt.get(SIGNS))
        listed = sign and sign.alarm.sign != BY_STATISTICS
        return sign.alarm if sign and (sign.sure or (listed and not asks)) else None

    def sign(self, text: str, language: str, heard: Heard, model: Likely | None) -> Sign | None:
        """Return the warning sign in a text, sure or not; the own language wins among equals.

        Statistics of one language know nothing of a sign in another, nor of one far down in a long text.
        """
        own_first = sorted(self.alarms, key=lambda words: words.language != language)
        listed = safety.alarm(text, own_first)
        spoken = self.lexicon(heard.words, language)
        same = spoken is not None and listed is not None and spoken.phrases.language == listed.language
        doubts = same and len(text) <= LONG and not bare(listed, heard.words)
        return listen(listed, model, features(heard), language, doubts=doubts)

    def hear(self, text: str, language: str, today: date) -> tuple[Heard, Mapping[str, Likely]]:
        """Return what was heard, and what was learnt of the language in which it was said."""
        tokens = fold(text)
        lexicon = self.lexicon(tokens, language)
        if lexicon is None:
            return hear((), tokens, today), {}
        return hear(lexicon.pieces(tokens), tokens, today), self.learnt(lexicon.phrases.language)

    def lexicon(self, tokens: Sequence[str], language: str) -> Lexicon | None:
        """Return the lexicon of the language in which this seems to be said; the own one where in doubt."""
        own = language if language in self.lexicons else "en"
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


def understand(text: str, language: str, vocabulary: Vocabulary, today: date) -> m.Meaning:
    """Return what a text means to somebody who reads ``language``, on their local day ``today``.

    A warning sign comes before everything. What would change something is returned alone only where every
    word that could matter was read; else it is a candidate of
    :class:`bot.domain.understanding.meanings.Unsure`.
    """
    heard, learnt = vocabulary.hear(text, language, today)
    sign = vocabulary.sign(text, language, heard, learnt.get(SIGNS))
    if sign and sign.sure:
        return m.Alarmed(sign.alarm)
    meaning = _meant(heard, text, language, vocabulary)
    if kinds := learnt.get(KINDS):
        meaning = weigh(meaning, kinds.guesses(features(heard)), heard)
    return ask_first(sign, meaning) if sign else meaning or m.Unknown()


def _meant(heard: Heard, text: str, language: str, vocabulary: Vocabulary) -> m.Meaning | None:
    """Return what the rules, or a name, make of the words; None where they make nothing of them."""
    meaning = _rarely(heard) or _best(heard)
    lost = "unknown" in heard.names and len(heard.words) <= MOST_WORDS
    if meaning is None or (lost and isinstance(meaning, m.Find)):
        meaning = _named(text, language, vocabulary) or meaning
    return meaning


def _rarely(heard: Heard) -> m.Unsure | None:
    """Return the question where a reminder hangs on something that happens: "when I get to work"."""
    if {"remind", "condition"} <= heard.names and not heard.items and "why" not in heard.names:
        return m.Unsure((m.AddReminder(),), m.Doubt.RARE)
    return None


def _best(heard: Heard) -> m.Meaning | None:
    """Return the meaning of the rule that explains most; None where none explains enough."""
    scored = [(score, rule) for rule in RULES if (score := rule.score(heard)) is not None]
    ranked = sorted(scored, key=lambda one: -one[0])
    if not ranked or ranked[0][0] < LEAST:
        return None
    best, rule = ranked[0]
    rest = [unit.names for unit in rule.rest(heard) if _matters(unit)]
    if best < ENOUGH and rest and all("unknown" in names for names in rest) and _changes(_made(rule, heard)):
        return None
    close = [other for score, other in ranked[1:] if best - score < MARGIN]
    return _weighed(heard, rule, close)


def _weighed(heard: Heard, rule: Rule, close: Sequence[Rule]) -> m.Meaning | None:
    """Return the rule's meaning, or the question that is due before anything is changed."""
    made = _made(rule, heard)
    others = [one for other in close for one in _made(other, heard)]
    changes = _changes(made)
    if "rare" in heard.names and changes:
        return m.Unsure(made[:3] or (m.AddReminder(),), m.Doubt.RARE)
    if not made:
        return m.Unsure(tuple(others[:3]) or _page(rule, heard), m.Doubt.REST)
    if len(made) > 1:
        return m.Unsure(tuple(made[:4]), m.Doubt.HALF if _same_kind(made) else m.Doubt.WHICH)
    if not changes:
        return made[0]
    if rest := [unit for unit in rule.rest(heard) if _matters(unit)]:
        unread = tuple(word for unit in rest for word in unit.words)
        return m.Unsure(tuple(dict.fromkeys((made[0], *others)))[:3], m.Doubt.REST, unread)
    rivals = [one for one in others if one != made[0]]
    return m.Unsure(tuple(dict.fromkeys((made[0], *rivals)))[:3], m.Doubt.WHICH) if rivals else made[0]


def _changes(made: Sequence[m.Meaning]) -> bool:
    return not made or any(isinstance(one, _DOING) for one in made)


def _made(rule: Rule, heard: Heard) -> tuple[m.Looking | m.Doing, ...]:
    return tuple(one for one in rule.make(heard) if not isinstance(one, m.Unsure | m.Unknown))


def _page(rule: Rule, heard: Heard) -> tuple[m.Looking | m.Doing, ...]:
    """Return what the rule makes of the words without their times: something to begin the question with."""
    bare = Heard(tuple(unit for unit in heard.units if unit.of not in heard.items), heard.today, heard.words)
    return _made(rule, bare)[:1] or (m.Open(m.Page.HELP),)


def _matters(unit: Unit) -> bool:
    return not unit.soft


def _same_kind(made: Sequence[m.Meaning]) -> bool:
    return len({type(one) for one in made}) == 1


def _named(text: str, language: str, vocabulary: Vocabulary) -> m.Meaning | None:
    """Return the exercise whose name a text is like; None where there is none."""
    index = vocabulary.indexes.get(language) or vocabulary.indexes["en"]
    slug = index.find(text).slug
    return m.Show(slug) if slug else None
