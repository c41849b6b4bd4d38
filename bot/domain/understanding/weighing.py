"""Rules and statistics heard the same words: which meaning follows, and when to ask.

The rules read times and names and leave nothing out; the statistics know sentences. What changes something
is returned alone only where both agree, or where one of them is sure and the other has no word against it.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, get_args

from bot.domain.understanding import meanings as m
from bot.domain.understanding.clauses import WISHES, clauses, items_of
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.heard import LOOSE, Heard, Unit
from bot.domain.understanding.lexicon import UNKNOWN as WORD_UNKNOWN
from bot.domain.understanding.lexicon import Piece
from bot.domain.understanding.likely import Guess
from bot.domain.understanding.makers import UNKNOWN, UNSURE, kind_of, make
from bot.domain.understanding.said import Between, Days, Item, On

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
REPEATED: Final = frozenset({"add-reminder", "change-reminder"})
"""Kinds in which "unless" and "except" are about the times; elsewhere they are politeness, or a reason."""
REMINDING: Final = REPEATED | {"later", "delete-reminder", UNSURE}
"""Kinds in which a rhythm that no rule can keep is one of the reminder."""
SMALL: Final = frozenset(
    {LOOSE, "thru", "until", "ordinal", "before", "condition", "reason", "moment", "when", "moved"}
)
"""What a small word of time may be called; without a number it is no time."""
TIMELESS: Final = frozenset(
    {"done", "undo", "stop", "resume", "export", "erase", "add", "drop", "replace", "language"}
    | {"pictures-still", "pictures-moving"}
)
"""Kinds to which no time belongs: one that was not read takes nothing from them."""
LASTING: Final = frozenset({"add", "drop", "replace"})
"""Kinds to which no time belongs, and which last: an hour that was read may be what the wish hangs on."""
COUNTED: Final = frozenset({"add-reminder", "change-reminder", "delete-reminder", "quiet-hours", "pause"})
"""Kinds in which a number is a time."""
_AGAIN: Final = frozenset({"remind", "later", "snooze", "instead"})
"""Concepts with which somebody wants to hear of it another time."""
_TURNS: Final = frozenset({"not", "except", "instead", "no", "hurts", "stiff", "off"})
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
    if best.share >= enough and len(others) == 1 and _is_whole(others[0], best, heard):
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
    if best.share >= enough and _is_whole(made[0], best, heard):
        return made[0]
    others = said.candidates if isinstance(said, m.Unsure) else ()
    return m.Unsure(_few([made[0], *others]), m.Doubt.REST)


def _is_whole(made: m.Meaning, best: Guess, heard: Heard) -> bool:
    """Return whether nothing was said that the meaning leaves out."""
    return not _doubtful(best, heard) and not _half_read(made, heard)


def _says_it_all(heard: Heard) -> bool:
    """Return whether the rules know every word of a very short text: "hasta mañana" is a goodbye."""
    return len(heard.words) <= SHORT and WORD_UNKNOWN not in heard.names


def _narrowed(made: list[m.Looking | m.Doing], best: Guess, heard: Heard) -> list[m.Looking | m.Doing]:
    """Return without readings of another kind what is called new: "a new reminder on Wednesday at 16:00"."""
    own = [one for one in made if kind_of(one) == best.kind]
    return own if own and best.share >= SURE and "add" in heard.names else made


def _half_read(made: m.Meaning, heard: Heard) -> bool:
    """Return whether an end was said of a pause, and not read; "till I'm right again" has none."""
    loose = any(LOOSE in unit.names and not unit.names <= SMALL for unit in heard.units)
    return isinstance(made, m.Pause) and made.back is None and loose


def _doubtful(best: Guess, heard: Heard) -> bool:
    """Return whether words were said that may turn the meaning around, or leave times open."""
    tied = best.kind in REPEATED and _is_tied(heard)
    timed = best.kind not in TIMELESS and any(map(_is_time, heard.units))
    long = best.kind == "start" and any(map(_is_number, heard.units)) and not heard.items  # minutes
    some = best.kind == "add-reminder" and _has_stretch(heard)
    put_off = best.kind == "not-today" and _is_put_off(heard)
    beside = best.kind in LASTING and any(map(_narrows, heard.items))
    counted = best.kind in COUNTED and _is_counted(heard)
    listed = best.kind in REMINDING and _is_listed(heard)
    return tied or timed or some or long or put_off or beside or counted or listed


def _is_counted(heard: Heard) -> bool:
    """Return whether a number that nobody read stands where something is wished, or a time is said."""
    numbered = [clause for clause in clauses(heard) if any(map(_is_number, clause))]
    return any(any(items_of(clause)) or any(one.names & WISHES for one in clause) for clause in numbered)


def _is_listed(heard: Heard) -> bool:
    """Return whether a word that nobody read stands before an "and" and a day: "tusday and fri"."""
    threes = zip(heard.units, heard.units[1:], heard.units[2:], strict=False)
    return any(
        WORD_UNKNOWN in one.names and "and" in two.names and isinstance(three.of, Item)
        and isinstance(three.of.value, Days)
        for one, two, three in threes
    )  # fmt: skip


def _is_number(unit: Unit) -> bool:
    """Return whether a unit is a number in digits of which nothing was read."""
    return isinstance(unit.of, Piece) and unit.of.has("number") and unit.words[0].isdecimal()


def _has_stretch(heard: Heard) -> bool:
    """Return whether days, weeks or months were said and not read; a "day" beside those that were is talk."""
    read = any(isinstance(item.value, Days) for item in heard.items)
    stretches = [unit for unit in heard.units if _is_stretch(unit)]
    return any(not read or "day" not in unit.names for unit in stretches)


def _is_stretch(unit: Unit) -> bool:
    """Return whether a unit is days, weeks or months of which nothing was read: "in weeks when i work"."""
    return isinstance(unit.of, Piece) and unit.of.has("day", "week", "month", "year")


def _is_put_off(heard: Heard) -> bool:
    """Return whether another time was said for it; "not today, tomorrow as always" is no such thing."""
    days = [item.value.days for item in heard.items if isinstance(item.value, On)]
    today = (heard.today,) in days or "not-today" in heard.names
    timed = any(isinstance(item.value, Clock) and not item.value.bare for item in heard.items)
    parts = any(isinstance(item.value, On) and item.value.part for item in heard.items)
    together = any(
        len([one for one in items_of(clause) if isinstance(one.value, On)]) > 1 for clause in clauses(heard)
    )
    others = any(one != (heard.today,) for one in days)
    return timed or together or (others and (parts or not today or not heard.names.isdisjoint(_AGAIN)))


def _narrows(item: Item) -> bool:
    """Return whether a time says when: an hour, or some days of the week. Every day is always."""
    days = item.value.weekdays if isinstance(item.value, Days) else frozenset[int]()
    return isinstance(item.value, Clock | Between) or 0 < len(days) < len(m.EVERY_DAY)


def _is_time(unit: Unit) -> bool:
    """Return whether a unit is of a time that was not read; "until" alone, "even" in Spanish, is none."""
    return "rare" in unit.names or (LOOSE in unit.names and not unit.names <= SMALL)


def _is_tied(heard: Heard) -> bool:
    """Return whether the times hang on something. What comes behind a time may only tell why then:
    "at 7:15 pm, before dinner"."""
    tied = [at for at, unit in enumerate(heard.units) if _conditional(unit) and not _leads(heard, at)]
    timed = any(isinstance(item.value, Clock) and not item.value.bare for item in heard.items)
    told = [at for at in tied if timed and _is_story(heard, at)]
    return any(at not in told and not _tells_when(heard, at) for at in tied)


def _leads(heard: Heard, at: int) -> bool:
    """Return whether a "but" leads to the wish: "sorry to be a pain, but make it 8 am"."""
    before = heard.units[:at]
    told = not any(isinstance(unit.of, Item) or unit.names & WISHES for unit in before)
    return "but" in heard.units[at].names and told


def _is_story(heard: Heard, at: int) -> bool:
    """Return whether a clause tells what happens then: "at 7 pm, while the kids eat", "after I wake up"."""
    unit = heard.units[at]
    own = next(clause for clause in clauses(heard) if unit in clause)
    told = all(one.names.isdisjoint(_TURNS) for one in own)
    return told and "supposing" not in unit.names


def _tells_when(heard: Heard, at: int) -> bool:
    """Return whether the units from here on tell what happens at the times before: no time, no "not"."""
    before, rest = heard.units[:at], heard.units[at:]
    timed = any(isinstance(unit.of, Item) and isinstance(unit.of.value, Clock) for unit in before)
    begins = rest[0].of if isinstance(rest[0].of, Piece) else None
    daily = any({"condition", "reason"} <= unit.names for unit in rest[1:])  # "when my class ends"
    moment = begins is not None and (begins.has("moment") or (daily and begins.has("when")))
    told = all(not isinstance(unit.of, Item) and unit.names.isdisjoint(_TURNS) for unit in rest)
    return timed and moment and told


def _conditional(unit: Unit) -> bool:
    """Return whether a unit ties the times to something; a word that may also begin a reason does not."""
    return not unit.names.isdisjoint({"condition", "except", "supposing"}) and "reason" not in unit.names


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
