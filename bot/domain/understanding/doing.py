"""Making the meanings that would change something. Several results are a question, none is a refusal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from bot.domain.understanding import meanings as m
from bot.domain.understanding import moments, nights, swaps
from bot.domain.understanding.changes import changes
from bot.domain.understanding.clauses import Clause, clauses, items_of, wished
from bot.domain.understanding.contrast import undenied
from bot.domain.understanding.heard import Heard, Unit
from bot.domain.understanding.lexicon import Piece
from bot.domain.understanding.pauses import backs
from bot.domain.understanding.said import Days, Item, On, Span, Until, Without
from bot.domain.understanding.times import readings

Made = Sequence[m.Meaning]
_HOWS: Final = frozenset(how.value for how in m.How)
_NEAR: Final = 2
"""Units between a wish and a part of the name of an exercise."""
_UNLOVED: Final = frozenset({"not", "why", "help", "my", "stop"})
"""What is said of the language that one does not want: "why is this in spanish"."""


def start(heard: Heard) -> Made:
    """Begin: an exercise if one was named, for so many minutes if that was said."""
    spans = [item.value for item in heard.items if isinstance(item.value, Span)]
    if any(one.days for one in spans):
        return []  # nobody exercises for a week: that is a pause
    minutes = spans[0].minutes if len(spans) == 1 and spans[0].minutes else None
    slugs = list(dict.fromkeys(heard.any("exercise"))) or _beside_start(heard)
    return [m.Start(slug, minutes) for slug in slugs][:3] or [m.Start(None, minutes)]


def _beside_start(heard: Heard) -> list[str]:
    """Return the exercise of which a part of the name stands right behind "start": "do the squeezes"."""
    starts = [at + 1 for at, unit in enumerate(heard.units) if "start" in unit.names]
    return list(dict.fromkeys(slug for at, slug in heard.exercises if at in starts))


def later(heard: Heard) -> Made:
    """Be reminded once: in some minutes, or on a day."""
    return moments.later(heard)


def not_today(heard: Heard) -> Made:
    """Leave today out; another day is no such thing."""
    days = [item.value.days if isinstance(item.value, On) else () for item in heard.items]
    return [m.Do(m.Deed.NOT_TODAY)] if all(one == (heard.today,) for one in days) else []


def pause(heard: Heard) -> Made:
    """Pause: until a day, for some days, or for as long as is still to be asked."""
    reasons = [m.Reason(name) for name in ("ill", "holiday") if _is_so(heard, name)]
    return [m.Pause(back, reasons[0] if reasons else None) for back in backs(heard)]


def _is_so(heard: Heard, name: str) -> bool:
    """Return whether something was said of oneself: not "I'm not ill", nor "my dad is in hospital"."""
    said = [at for at, unit in enumerate(heard.units) if name in unit.names]
    before = [[unit for unit in heard.units[:at] if unit.names != {"is", "question"}][-1:] for at in said]
    return any(not units or units[0].names.isdisjoint({"not", "others"}) for units in before)


def until(heard: Heard) -> Made:
    """Tell "hasta mañana", a goodbye, from the end of a pause."""
    named = any(piece.has("anchor") for item in heard.items for piece in item.pieces)
    return [m.Open(m.Page.BYE)] if named and len(heard.units) == 1 else pause(heard)


def on_a_day(heard: Heard) -> Made:
    """Tell what a day alone means: today, what there is to do; another day, to be reminded then."""
    today = moments.day_of(heard.items, heard.today) == (heard.today,)
    put_off = not heard.names.isdisjoint({"instead", "later", "on-part"})  # "this evening instead"
    return [m.Open(m.Page.ROUTINE)] if today and not put_off else later(heard)


def for_a_while(heard: Heard) -> Made:
    """Tell what some minutes alone may mean."""
    spans = [item.value for item in heard.items if isinstance(item.value, Span)]
    minutes = spans[0].minutes if len(spans) == 1 else 0
    return [m.Later(minutes), m.Start(None, minutes)] if minutes else pause(heard)


def add_reminder(heard: Heard) -> Made:
    """Add a reminder. One weekday that was not said as a habit may mean that day alone."""
    items = _from_today(heard, undenied(heard, wished(heard, reasons=False)))
    read = readings(items)
    ends = any(isinstance(one.value, Until) for one in items)  # a reminder has no last day
    if ends or any(times.at and times.parts for times in read) or _leaves_out(heard):
        return []  # "in the evening, at 8am": which of the two?
    made: list[m.Meaning] = [m.AddReminder(times) for times in read]
    single = [one.value for one in items if isinstance(one.value, Days)]
    habit = any(days.each or len(days.weekdays) > 1 for days in single)
    if habit and any(isinstance(one.value, On) for one in items):
        return []  # tomorrow, or each such day?
    if (len(single) == 1 and not habit) or (any(isinstance(one.value, On) for one in items) and not habit):
        once = later(heard)[:2]
        lost = single and not once and any(isinstance(one.value, On) for one in items)
        return once if once and _is_once(heard, single) else [] if lost else [*made[:2], *once]
    return made


def _from_today(heard: Heard, items: Sequence[Item]) -> list[Item]:
    """Return the times without a today from which on something comes again: "from today, every evening"."""
    today = [item for item in items if isinstance(item.value, On) and item.value.days == (heard.today,)]
    habit = any(isinstance(item.value, Days) and item.value.each for item in items)
    habit = habit or any(piece.has("habit") for item in items for piece in item.pieces)
    return [
        item
        for item in items
        if item not in today or not habit or (isinstance(item.value, On) and item.value.part)
    ]


def _leaves_out(heard: Heard) -> bool:
    """Return whether a "not" stands beside a day: "fridays no", "on friday not thursday"."""
    for clause in clauses(heard):
        for at, (one, two) in enumerate(pairwise(clause)):
            told = at + 2 < len(clause) and "not" in two.names  # "on Saturdays I don't work"
            if ("not" in one.names and _is_day(two)) or (_is_day(one) and "not" in two.names and not told):
                return True
    return False


def _is_day(unit: Unit) -> bool:
    return isinstance(unit.of, Item) and isinstance(unit.of.value, Days | On)


def _is_once(heard: Heard, days: Sequence[Days]) -> bool:
    """Return whether one day is meant: "remind me on Friday"; on a Friday that may be today or in a week."""
    today = any(heard.today.weekday() in one.weekdays for one in days)
    verb = any("remind" in unit.names and "one" not in before.names for before, unit in _pairs(heard))
    since = any(piece.has("from") for item in heard.items for piece in item.pieces)  # "from Friday on"
    verb = verb and not since and any(_asks_for_a_day(clause) for clause in clauses(heard))
    return verb and heard.names.isdisjoint({"reminder", "add", "every"}) and not (today or heard.any("habit"))


def _asks_for_a_day(clause: Clause) -> bool:
    """Return whether a day stands where somebody asks to be reminded, and not in what leads to it."""
    asks = any("remind" in unit.names for unit in clause)
    return asks and any(isinstance(item.value, Days | On) for item in items_of(clause))


def _pairs(heard: Heard) -> Iterator[tuple[Unit, Unit]]:
    """Yield each unit with the one before it; the first follows itself."""
    return zip((*heard.units[:1], *heard.units), heard.units, strict=False)


def change_reminder(heard: Heard) -> Made:
    """Change a reminder: from the times that go to those that come."""
    return changes(heard)


def delete_reminder(heard: Heard) -> Made:
    """Delete the reminder of some times, all of them, or one that is still to be chosen."""
    items = [_gone(item) for item in _unkept(heard, undenied(heard, wished(heard)))]
    named = {"all", "every", "reminders-list"}
    every = not heard.names.isdisjoint(named) or ({"not", "reminder"} <= heard.names and not items)
    return [m.DeleteReminder(times, every and times == m.Times()) for times in readings(items)]


def _unkept(heard: Heard, items: Sequence[Item]) -> list[Item]:
    """Return the times without those that are to be kept: "delete the 8am but keep 6pm"."""
    kept = [two.of for one, two in pairwise(heard.units) if "spare" in one.names]
    return [item for item in items if not any(item is one for one in kept)]


def _gone(item: Item) -> Item:
    """Return a time to be deleted: "not on mondays" are the mondays."""
    value = item.value
    return replace(item, value=Days(value.weekdays, each=True)) if isinstance(value, Without) else item


def quiet_hours(heard: Heard) -> Made:
    """Set quiet hours, or end them."""
    return nights.quiet_hours(heard)


def add_move(heard: Heard) -> Made:
    """Add the exercise that was named."""
    return [m.AddMove(slug) for slug in _slugs(heard)]


def drop_move(heard: Heard) -> Made:
    """Take the exercise out that was named."""
    return [m.DropMove(slug) for slug in _slugs(heard)]


def swap_move(heard: Heard) -> Made:
    """Put one in the place of the other."""
    return swaps.swap_move(heard)


def _slugs(heard: Heard) -> list[str]:
    named = list(dict.fromkeys(slug for _, slug in heard.exercises))
    pieces = {at for at, _ in heard.exercises}
    return named[:3] if len(pieces) == 1 or len(named) == 1 else []


def adjust(heard: Heard) -> Made:
    """Make it easier or harder, shorter or longer."""
    hows = [how for how in m.How if is_wanted(heard, how.value)]
    slugs = adjusted(heard)
    return [m.Adjust(how, slugs[0] if slugs else None) for how in hows]


def adjusted(heard: Heard) -> list[str]:
    """Return the exercises that are to change; a part of a name counts where it stands beside the wish."""
    at = [i for i, unit in enumerate(heard.units) if unit.names & _HOWS]
    whole = [unit.of for unit in heard.units if isinstance(unit.of, Piece) and unit.of.has("exercise")]
    named = [slug for i, slug in heard.exercises if whole or any(0 < abs(i - how) <= _NEAR for how in at)]
    return list(dict.fromkeys(named))


def is_wanted(heard: Heard, name: str) -> bool:
    """Return whether something was said, and not only to rule it out: "shorter but not easier"."""
    return any(name in unit.names and not heard.is_denied(at) for at, unit in enumerate(heard.units))


def language(heard: Heard) -> Made:
    """Speak another language."""
    named = [(clause, one) for clause in clauses(heard) for one in clause if "tongue" in one.names]
    wanted = [one for clause, one in named if not any(one.names & _UNLOVED for one in clause)]
    left = [one for clause, one in named if not _is_unloved(clause, one)]  # "stop with the spanish"
    others = [one for clause, one in named if not _is_unloved(clause, one, mine=False)]
    chosen = [one.of for one in wanted or left or others]
    codes = list(dict.fromkeys(str(v) for of in chosen if isinstance(of, Piece) for v in of.values("tongue")))
    return [m.SetLanguage(code) for code in codes][:3] or [m.SetLanguage()]


def _is_unloved(clause: Clause, unit: Unit, *, mine: bool = True) -> bool:
    """Return whether a language is named as the one that is not wanted."""
    before = clause[max(clause.index(unit) - 2, 0) : clause.index(unit)]
    own = bool(before) and "my" in before[-1].names  # "my Spanish is bad"
    return (mine and own) or any(one.names & {"not", "stop", "why"} for one in before)


def zone(heard: Heard) -> Made:
    """Live elsewhere."""
    named = list(dict.fromkeys(heard.any("city")))
    left = {*heard.left_out("city"), *_left(heard)}
    gone = set(heard.left_out("city"))
    zones = [name for name in named if name not in left] or [name for name in named if name not in gone]
    return [m.SetZone(name) for name in zones][:4] or [m.SetZone()]


def _left(heard: Heard) -> list[str]:
    """Return the places that somebody went away from."""
    pairs = zip(heard.units, heard.units[1:], strict=False)
    named = [unit.of for before, unit in pairs if "from" in before.names and isinstance(unit.of, Piece)]
    return [str(value) for piece in named for value in piece.values("city")]


def pictures(heard: Heard) -> Made:
    """Show still pictures, or moving ones. "No" turns it round."""
    if {"still", "moving"} <= heard.names:
        still, moving = is_wanted(heard, "still"), is_wanted(heard, "moving")
        return [m.Pictures(still=still)] if still != moving else [m.Pictures()]
    still, moving = "still" in heard.names, "moving" in heard.names
    no = not heard.names.isdisjoint({"not", "off", "stop", "delete", "drop"})
    if still == moving:
        return [m.Pictures()]
    return [m.Pictures(still=still != no)]
