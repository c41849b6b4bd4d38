"""The door: from typed text to its meaning."""

from collections.abc import Sequence
from datetime import date
from typing import Final, get_args

from bot.domain.understanding import meanings as m
from bot.domain.understanding.guard import guarded
from bot.domain.understanding.heard import HARD, Heard, Unit
from bot.domain.understanding.likely import Guess
from bot.domain.understanding.listening import NONE, ask_first, drowned
from bot.domain.understanding.makers import kind_of
from bot.domain.understanding.rules import MARGIN, RULES, Rule
from bot.domain.understanding.telling import Part, wish
from bot.domain.understanding.vocabulary import Spoken, Vocabulary
from bot.domain.understanding.weighing import FAIR, RIVAL, SURE, weigh

LEAST: Final = 0.3
"""Less is explained by no rule well enough."""
MOST_WORDS: Final = 6
"""A name with a wrong letter has no more words."""
ENOUGH: Final = 1.7
"""What explains less, and not all, is no reason to ask about a change."""
ANSWERS: Final = 0.4
"""From here on a card is opened at once."""
_TURNS: Final = HARD | {"drop", "delete", "add", "swap", "hurts"}
"""Concepts with which more is wanted of a described exercise than to see it."""
_DOING: Final = get_args(m.Doing)


def understand(text: str, language: str, vocabulary: Vocabulary, today: date) -> m.Meaning:
    """Return what a text means to somebody who reads ``language``, on their local day ``today``."""
    return meaning(vocabulary.listen(text, language, today))


def meaning(spoken: Spoken) -> m.Meaning:
    """Return what was meant.

    A warning sign comes before everything. What would change something is returned alone only where every
    word that could matter was read; else it is a candidate of
    :class:`bot.domain.understanding.meanings.Unsure`.
    """
    sign = spoken.sign
    if sign and sign.sure:
        return m.Alarmed(sign.alarm)
    meant, best = _weighed_alone(spoken)
    if best and not _is_clear(meant, best):
        meant = _among(spoken, best) or _described(spoken, meant, best) or meant
    meant = guarded(_answered(spoken, meant), spoken.heard)
    asks = sign and not drowned(sign, best)
    return ask_first(sign, meant, spoken.heard) if sign and asks else meant or m.Unknown()


def _answered(spoken: Spoken, meant: m.Meaning | None) -> m.Meaning | None:
    """Return the card that a question is about, where no words or several cards were found for it."""
    several = isinstance(meant, m.Unsure) and all(isinstance(one, m.Read) for one in meant.candidates)
    if meant != m.Read() and not several:
        return meant
    likely = spoken.card
    return m.Read(likely.kind) if likely and likely.kind != NONE and likely.share >= ANSWERS else meant


def _weighed_alone(spoken: Spoken) -> tuple[m.Meaning | None, Guess | None]:
    """Return what rules and statistics make of the words, and what these are likely about."""
    meant = _meant(spoken)
    if spoken.kinds is None:
        return meant, None
    guesses = spoken.kinds.guesses(spoken.features)
    return weigh(meant, guesses, spoken.heard), guesses[0]


def _is_clear(meant: m.Meaning | None, best: Guess) -> bool:
    """Return whether no other meaning is looked for: a change was found, or what both ears heard."""
    if meant is None or isinstance(meant, m.Unsure):
        return False
    return isinstance(meant, _DOING) or (kind_of(meant) == best.kind and best.share >= SURE)


def _among(spoken: Spoken, whole: Guess) -> m.Meaning | None:
    """Return the wish that stands among sentences which only tell; None where the whole says otherwise."""
    parts = spoken.parts
    read = [(part, *_weighed_alone(part)) for part in parts] if len(parts) > 1 else []
    found = wish([Part(part.heard, meant, best) for part, meant, best in read if best])
    another = found is not None and whole.share >= RIVAL and kind_of(found) != whole.kind
    return None if another else found


def _described(spoken: Spoken, meant: m.Meaning | None, best: Guess) -> m.Meaning | None:
    """Return the exercise that is described: "the one where you lie on your side"; several are a question."""
    changes = isinstance(meant, m.Unsure) and any(isinstance(one, _DOING) for one in meant.candidates)
    exercise = best.kind == "exercise" and best.share >= FAIR
    cued = exercise or ("described" in spoken.heard.names and not changes)
    turned = not spoken.heard.names.isdisjoint(_TURNS) and not (exercise and best.share >= SURE)
    if not cued or turned or spoken.heard.items or isinstance(meant, m.Show):
        return None
    shown = tuple(m.Show(slug) for slug in spoken.described)
    return shown[0] if len(shown) == 1 else m.Unsure(shown, m.Doubt.WHICH) if shown else None


def _meant(spoken: Spoken) -> m.Meaning | None:
    """Return what the rules, or a name, make of the words; None where they make nothing of them."""
    heard = spoken.heard
    meant = _rarely(heard) or _best(heard)
    lost = "unknown" in heard.names and len(heard.words) <= MOST_WORDS
    if meant is None or (lost and isinstance(meant, m.Find)):
        meant = _named(spoken) or meant
    return meant


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


def _named(spoken: Spoken) -> m.Meaning | None:
    """Return the exercise whose name a text is like; None where there is none."""
    slug = spoken.exercises.find(spoken.text).slug
    return m.Show(slug) if slug else None
