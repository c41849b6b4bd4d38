"""Rules and statistics heard the same words: which meaning follows, and when to ask.

The rules read times and names and leave nothing out; the statistics know sentences. What changes something
is returned alone only where both agree, or where one of them is sure and the other has no word against it.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, get_args

from bot.domain.understanding import meanings as m
from bot.domain.understanding.doubting import REPEATED, is_whole
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.lexicon import UNKNOWN as WORD_UNKNOWN
from bot.domain.understanding.likely import Guess
from bot.domain.understanding.makers import UNKNOWN, UNSURE, kind_of, make

SURE: Final = 0.7
"""From here on the statistics are believed alone about a change."""
AGREED: Final = 0.5
"""From here on they are believed where the rules had the same in mind, and did not read every word."""
SHORT: Final = 3
"""Words of a text in which statistics have little to go by."""
TORN: Final = 0.2
"""From here on, that nobody could tell what is wanted is likely enough to ask."""
FAIR: Final = 0.35
"""From here on they are believed about what only shows something."""
WORTH: Final = 0.15
"""What is less likely is not even offered."""
RIVAL: Final = 0.5
"""From here on another kind is a reason to ask about a change that the rules found."""
UNLIKELY: Final = 0.15
"""Less likely than this, a change of the rules may have a rival."""
CERTAIN: Final = 0.95
"""From here on they are believed about a change against another one of the rules."""
ODD: Final = 0.02
"""Less likely than this, it is asked about in any case."""
REMINDING: Final = REPEATED | {"later", "delete-reminder", UNSURE}
"""Kinds in which a rhythm that no rule can keep is one of the reminder."""
_DOING: Final = get_args(m.Doing)


def weigh(said: m.Meaning | None, guesses: Sequence[Guess], heard: Heard) -> m.Meaning | None:
    """Return what is meant, from the rules' meaning (None: they found none) and the kinds by likelihood."""
    best = guesses[0]
    if isinstance(said, m.Answer) and WORD_UNKNOWN in heard.names:
        said = None  # "yes" or "no" among words that nobody read answers nothing
    if isinstance(said, _DOING):
        return _confirmed(said, guesses, heard)
    if isinstance(said, m.Unsure):
        return _settled(said, guesses, heard)
    if said is not None and (kind_of(said) == best.kind or best.share < FAIR):
        return said
    if best.kind == UNKNOWN and best.share >= SURE:
        return None
    if said is not None and _says_it_all(heard) and best.kind not in heard.names:
        return said
    return _believed(said, best, heard) or _asked(best) or said or _offered(guesses, heard)


def _asked(best: Guess) -> m.Unsure | None:
    """Return the question about words of which nobody can tell what they want: "not that, the other"."""
    unclear = best.kind == UNSURE and best.share >= RIVAL
    return m.Unsure((m.Open(m.Page.HELP),), m.Doubt.WHICH) if unclear else None


def _confirmed(said: m.Meaning, guesses: Sequence[Guess], heard: Heard) -> m.Meaning:
    """Return a change that the rules found, as a question where the statistics speak against it."""
    share = next((guess.share for guess in guesses if guess.kind == kind_of(said)), 0.0)
    best = guesses[0]
    rival = best.share >= RIVAL and share < UNLIKELY
    if not rival and share >= ODD:
        return said
    chosen = [one for one in make(best.kind, heard)[:1] if type(one) is type(said)]
    if best.share >= SURE and chosen and best.kind.startswith(f"{kind_of(said)}-"):
        return chosen[0]  # the same wish, with its choice
    others = make(best.kind, heard)[:2] if rival else []
    if best.share >= SURE and len(others) == 1 and not isinstance(others[0], _DOING):
        return others[0]
    enough = SURE if best.kind == "change-reminder" and _is_mine(heard) else CERTAIN
    if best.share >= enough and len(others) == 1 and is_whole(others[0], best.kind, heard):
        return others[0]
    return m.Unsure(_few([*others, said]), m.Doubt.WHICH)


def _is_mine(heard: Heard) -> bool:
    """Return whether somebody speaks of a reminder that is there: "my reminder on weekdays"."""
    pairs = pairwise(heard.units)
    mine = any("my" in one.names and "reminder" in two.names for one, two in pairs)
    return mine and "add" not in heard.names


def _settled(said: m.Unsure, guesses: Sequence[Guess], heard: Heard) -> m.Meaning:
    """Return the answer to a question of the rules where the statistics know it; else the question."""
    best = guesses[0]
    same = [one for one in said.candidates if kind_of(one) == best.kind]
    rare = said.doubt is m.Doubt.RARE and (best.kind in REMINDING or best.share < FAIR)
    if rare or (said.doubt is m.Doubt.HALF and len(same) > 1):
        return said
    if best.kind == UNKNOWN and best.share >= SURE:
        return m.Unknown()
    torn = any(guess.kind == UNSURE and guess.share >= TORN for guess in guesses)
    return _believed(said, best, heard, AGREED if same and not torn else SURE) or said


def _believed(said: m.Meaning | None, best: Guess, heard: Heard, enough: float = SURE) -> m.Meaning | None:
    """Return what the likeliest kind makes of the words; None where that is not enough to go by.

    :param enough: how likely it must be to be believed about a change
    """
    made = _narrowed(make(best.kind, heard), best, heard)
    if not made or best.share < FAIR:
        return None
    if not any(isinstance(one, _DOING) for one in made):
        return made[0] if len(made) == 1 else m.Unsure(_few(made), m.Doubt.WHICH)
    if len(made) > 1:
        return m.Unsure(_few(made), m.Doubt.HALF)
    if best.share >= enough and is_whole(made[0], best.kind, heard):
        return made[0]
    others = said.candidates if isinstance(said, m.Unsure) else ()
    return m.Unsure(_few([made[0], *others]), m.Doubt.REST)


def _says_it_all(heard: Heard) -> bool:
    """Return whether the rules know every word of a very short text: "hasta mañana" is a goodbye."""
    return len(heard.words) <= SHORT and WORD_UNKNOWN not in heard.names


def _narrowed(made: list[m.Looking | m.Doing], best: Guess, heard: Heard) -> list[m.Looking | m.Doing]:
    """Return without readings of another kind what is called new: "a new reminder on Wednesday at 16:00"."""
    own = [one for one in made if kind_of(one) == best.kind]
    return own if own and best.share >= SURE and "add" in heard.names else made


def _offered(guesses: Sequence[Guess], heard: Heard) -> m.Meaning | None:
    """Return a question of what may be meant; None where nothing is likely."""
    if guesses[0].kind == UNKNOWN:
        return None
    likely = [guess for guess in guesses[:3] if guess.share >= WORTH]
    made = [one for guess in likely for one in make(guess.kind, heard)[:1]]
    return m.Unsure(_few(made), m.Doubt.WHICH) if made else None


def _few(made: Sequence[m.Meaning]) -> tuple[m.Looking | m.Doing, ...]:
    """Return at most three different readings, in order."""
    known = [one for one in made if not isinstance(one, m.Unsure | m.Unknown)]
    return tuple(dict.fromkeys(known))[:3]
