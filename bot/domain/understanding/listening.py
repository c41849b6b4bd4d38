"""Warning signs: what the lists of signs heard, and what the statistics make of the same words.

The lists know how doctors and many people name a sign. The statistics also hear it in words that nobody
listed. Where one of the two is not sure, the coach asks: a question costs a tap, a sign that was missed may
cost much.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.safety import Alarm, Tier
from bot.domain.understanding import meanings as m
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.likely import Guess, Likely

LOUD: Final = 0.9
"""From here on the statistics raise the alarm by themselves."""
FAINT: Final = {Tier.A: 0.15, Tier.B: 0.15, Tier.CRISIS: 0.1}
"""From here on there is a question."""
DOUBTED: Final = {Tier.A: 0.01, Tier.CRISIS: 0.02, Tier.B: 0.3}
"""Below this, what the lists heard becomes a question; graver signs need more to be doubted."""
HURTS: Final = 0.2
"""Below this, a report of pain is no more than that."""
HURTS_ALONE: Final = 0.5
"""The same where nothing else was said at all: "my neck hurts"."""
_OF_PAIN: Final = frozenset({"hurts", "region", "of-ten", "bare", "on", "part", "stiff"})
BARE: Final = 4
"""Words of a text that says an emergency and hardly anything else."""
DROWNED: Final = 0.3
"""Below this, a sign that only the statistics hear is no question where something else is surely wanted."""
WISHED: Final = 0.85
"""From here on, something is surely wanted."""
COMPLAINTS: Final = frozenset(
    {"pain", "unknown", "unsure", "learn", "safety", "feedback-hard", "hello", "help"}
)
"""Kinds of which somebody with a sign may speak."""
LONG: Final = 200
"""Letters; in a longer text a sign drowns in what else is said, so what the lists heard there is sure."""
NONE: Final = "none"
BY_STATISTICS: Final = "like-others"
"""The sign of an alarm that no list names: it sounds like others that were told."""


@dataclass(frozen=True)
class Sign:
    """A warning sign that was heard. ``sure``: else it is to be asked about; ``share``: how likely it is."""

    alarm: Alarm
    sure: bool
    share: float = 1.0


def listen(
    listed: Alarm | None, model: Likely | None, seen: Collection[str], language: str, *, doubts: bool = True
) -> Sign | None:
    """Return the warning sign in a text; None where there is none.

    :param listed: what the lists of signs heard
    :param model: what was learnt of signs in the language, where there is such
    :param seen: the features of the text
    :param doubts: whether the statistics heard enough of what the lists heard to doubt it
    """
    if model is None:
        return Sign(listed, sure=True) if listed else None
    shares = {guess.kind: guess.share for guess in model.guesses(seen)}
    share = 1 - shares.pop(NONE)
    if listed:
        return Sign(listed, sure=not doubts or share >= DOUBTED[listed.tier], share=share)
    tier = Tier(max(shares, key=lambda kind: shares[kind]))
    if share < FAINT[tier]:
        return None
    return Sign(Alarm(tier, BY_STATISTICS, language), sure=share >= LOUD, share=share)


def bare(listed: Alarm | None, words: Sequence[str]) -> bool:
    """Return whether an emergency was said with hardly another word, too few to doubt it by."""
    return listed is not None and listed.tier is not Tier.B and len(words) <= BARE


def drowned(sign: Sign, best: Guess | None) -> bool:
    """Return whether a faint likeness to a sign is in words that surely ask for something else.

    Of 658 phrases with a sign that nothing was learnt from, none was like this.
    """
    faint = sign.alarm.sign == BY_STATISTICS and sign.share < DROWNED and sign.alarm.tier is not Tier.CRISIS
    return faint and best is not None and best.share >= WISHED and best.kind not in COMPLAINTS


def ask_first(sign: Sign, meaning: m.Meaning | None, heard: Heard) -> m.Meaning:
    """Return the question whether it is a sign, with what else the words may mean.

    Who says that it hurts, and hardly more, gets the page about pain, which leads to the signs as well;
    except where the lists heard an emergency.
    """
    grave = sign.alarm.tier is not Tier.B and sign.alarm.sign != BY_STATISTICS
    alone = all(unit.soft or unit.names & _OF_PAIN for unit in heard.units)
    if isinstance(meaning, m.Pain) and sign.share < (HURTS_ALONE if alone else HURTS) and not grave:
        return meaning
    others: tuple[m.Looking | m.Doing, ...] = ()
    if isinstance(meaning, m.Unsure):
        others = meaning.candidates[:2]
    elif meaning is not None and not isinstance(meaning, m.Unknown):
        others = (meaning,)
    if sign.alarm.tier is Tier.CRISIS:
        return m.Unsure((m.Read(Tier.CRISIS.card), *others), m.Doubt.CRISIS)
    return m.Unsure(tuple(dict.fromkeys((m.Open(m.Page.SAFETY), *others))), m.Doubt.SIGN)
