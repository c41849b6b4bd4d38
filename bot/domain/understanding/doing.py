"""Making the meanings that would change something. Several results are a question, none is a refusal."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import product

from bot.domain.quiet import Quiet
from bot.domain.understanding import meanings as m
from bot.domain.understanding.changes import changes
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.pauses import backs
from bot.domain.understanding.said import Between, Days, Item, On, Span
from bot.domain.understanding.times import clocks_of, parts_of, readings, span_of

Made = Sequence[m.Meaning]


def start(heard: Heard) -> Made:
    """Begin: an exercise if one was named, for so many minutes if that was said."""
    spans = [item.value for item in heard.items if isinstance(item.value, Span)]
    if any(one.days for one in spans):
        return []  # nobody exercises for a week: that is a pause
    minutes = spans[0].minutes if len(spans) == 1 and spans[0].minutes else None
    slugs = list(dict.fromkeys(heard.any("exercise")))
    return [m.Start(slug, minutes) for slug in slugs][:3] or [m.Start(None, minutes)]


def later(heard: Heard) -> Made:
    """Be reminded once: in some minutes, or on a day."""
    items = heard.items
    spans = [item.value for item in items if isinstance(item.value, Span)]
    if spans:
        return _ahead(spans, items, heard.today)
    day = _day(items, heard.today)
    days = day or (None,)
    parts = parts_of(items)
    ats = clocks_of(items)
    if not day and any(isinstance(item.value, Days) for item in items):
        return []  # several days are no moment
    if any(len(at) > 1 for at in ats) or len(days) * len(ats) == 0:
        return []
    made = [
        m.Later(None, day, at[0] if at else None, None if at else _one(parts))
        for day, at in product(days, ats)
    ]
    return made[:4]


def _ahead(spans: Sequence[Span], items: Sequence[Item], today: date) -> Made:
    if len(spans) != 1 or len(items) != 1:
        return []
    if spans[0].days:
        return [m.Later(day=today + timedelta(days=spans[0].days))]
    return [m.Later(spans[0].minutes)]


def _day(items: Sequence[Item], today: date) -> tuple[date, ...]:
    """Return the day that was said: a date, or the next such weekday."""
    on = [item.value for item in items if isinstance(item.value, On)]
    if on:
        return on[0].days if len(on) == 1 else ()
    days = [item.value.weekdays for item in items if isinstance(item.value, Days)]
    if len(days) == 1 and len(days[0]) == 1:
        return (today + timedelta(days=(min(days[0]) - today.weekday() - 1) % 7 + 1),)
    return ()


def not_today(heard: Heard) -> Made:
    """Leave today out; another day is no such thing."""
    days = [item.value.days if isinstance(item.value, On) else () for item in heard.items]
    return [m.Do(m.Deed.NOT_TODAY)] if all(one == (heard.today,) for one in days) else []


def pause(heard: Heard) -> Made:
    """Pause: until a day, for some days, or for as long as is still to be asked."""
    reasons = [m.Reason(name) for name in ("ill", "holiday") if name in heard.names]
    return [m.Pause(back, reasons[0] if reasons else None) for back in backs(heard)]


def until(heard: Heard) -> Made:
    """Tell "hasta mañana", a goodbye, from the end of a pause."""
    named = any(piece.has("anchor") for item in heard.items for piece in item.pieces)
    return [m.Open(m.Page.BYE)] if named and len(heard.units) == 1 else pause(heard)


def on_a_day(heard: Heard) -> Made:
    """Tell what a day alone means: today, what there is to do; another day, to be reminded then."""
    days = _day(heard.items, heard.today)
    return [m.Open(m.Page.ROUTINE)] if days == (heard.today,) else later(heard)


def for_a_while(heard: Heard) -> Made:
    """Tell what some minutes alone may mean."""
    spans = [item.value for item in heard.items if isinstance(item.value, Span)]
    minutes = spans[0].minutes if len(spans) == 1 else 0
    return [m.Later(minutes), m.Start(None, minutes)] if minutes else pause(heard)


def add_reminder(heard: Heard) -> Made:
    """Add a reminder. One weekday that was not said as a habit may mean that day alone."""
    read = readings(heard.items)
    if any(times.at and times.parts for times in read):
        return []  # "in the evening, at 8am": which of the two?
    made: list[m.Meaning] = [m.AddReminder(times) for times in read]
    single = [i.value for i in heard.items if isinstance(i.value, Days)]
    if len(single) == 1 and len(single[0].weekdays) == 1 and not single[0].each:
        return [*made[:2], *later(heard)[:2]]
    return made


def change_reminder(heard: Heard) -> Made:
    """Change a reminder: from the times that go to those that come."""
    return changes(heard)


def delete_reminder(heard: Heard) -> Made:
    """Delete the reminder of some times, all of them, or one that is still to be chosen."""
    every = "all" in heard.names
    return [m.DeleteReminder(times, every) for times in readings(heard.items)]


def quiet_hours(heard: Heard) -> Made:
    """Set quiet hours, or end them."""
    spans = [item.value for item in heard.items if isinstance(item.value, Between)]
    if not heard.items:
        return [m.QuietHours(off=not heard.names.isdisjoint({"off", "delete", "not"}))]
    if "not" in heard.names and "quiet-hours" in heard.names:
        return []
    if len(spans) != 1 or len(heard.items) != 1:
        return []
    pairs = sorted(span_of(spans[0]), key=_unlike_a_night)
    return [m.QuietHours(Quiet(*pair)) for pair in pairs][:4]


def _unlike_a_night(pair: tuple[time, time]) -> tuple[bool, bool]:
    return pair[0].hour < 12, pair[1].hour > 12


def add_move(heard: Heard) -> Made:
    """Add the exercise that was named."""
    return [m.AddMove(slug) for slug in _slugs(heard)]


def drop_move(heard: Heard) -> Made:
    """Take the exercise out that was named."""
    return [m.DropMove(slug) for slug in _slugs(heard)]


def _slugs(heard: Heard) -> list[str]:
    named = heard.any("exercise")
    pieces = sum("exercise" in unit.names for unit in heard.units)
    return list(dict.fromkeys(named))[:3] if pieces == 1 else []


def swap_move(heard: Heard) -> Made:
    """Put one in the place of the other: the first goes, unless "instead of" stands between them."""
    slugs = heard.all("exercise")
    if len(slugs) != 2 or slugs[0] == slugs[1]:
        return []
    first = heard.at("exercise") or 0
    between = heard.at("instead")
    turned = between is not None and between > first and "swap" not in heard.names
    if between is not None and between < first and "swap" not in heard.names:
        turned = False
    old, new = reversed(slugs) if turned else slugs
    return [m.SwapMove(old, new)]


def adjust(heard: Heard) -> Made:
    """Make it easier or harder, shorter or longer."""
    hows = [how for how in m.How if how.value in heard.names]
    slugs = heard.all("exercise")
    return [m.Adjust(how, slugs[0] if slugs else None) for how in hows]


def language(heard: Heard) -> Made:
    """Speak another language."""
    codes = list(dict.fromkeys(heard.any("tongue")))
    return [m.SetLanguage(code) for code in codes][:3] or [m.SetLanguage()]


def zone(heard: Heard) -> Made:
    """Live elsewhere."""
    zones = list(dict.fromkeys(heard.any("city")))
    return [m.SetZone(name) for name in zones][:4] or [m.SetZone()]


def pictures(heard: Heard) -> Made:
    """Show still pictures, or moving ones. "No" turns it round."""
    still, moving = "still" in heard.names, "moving" in heard.names
    no = not heard.names.isdisjoint({"not", "off", "stop", "delete", "drop"})
    if still == moving:
        return [m.Pictures()]
    return [m.Pictures(still=still != no)]


def _one(parts: Sequence[m.Part]) -> m.Part | None:
    return parts[0] if len(parts) == 1 else None
