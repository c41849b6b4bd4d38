"""Asking before a reminder is added, changed, deleted, or comes once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.chat import readings
from bot.chat.actions import (
    Agreed,
    ChangeTo,
    ClearReminders,
    Draft,
    DraftStep,
    EditReminder,
    ReminderChange,
    Reshape,
)
from bot.chat.handlers import reminders
from bot.chat.screen import Key, Reply, Screen, Style
from bot.chat.screens import reminders as lists
from bot.chat.screens import said as screens
from bot.chat.screens.fitting import WIDE, short
from bot.chat.screens.naming import label, moment, rule_words
from bot.chat.turn import Turn
from bot.domain.days import wall_clock
from bot.domain.reminders import Rule
from bot.domain.understanding import meanings as m
from bot.domain.understanding.choices import Part
from bot.domain.zones import city
from bot.services import reminders as service
from bot.services import said as does
from bot.services.reminder_drafts import MOST_TIMES
from bot.services.reminders import Kept

USUAL: Final = {Part.MORNING: time(8), Part.AFTERNOON: time(15), Part.EVENING: time(19)}
"""What is proposed for a part of the day."""
OFTEN: Final = {
    1: (time(9),),
    2: (time(9), time(18)),
    3: (time(9), time(13), time(18)),
    4: (time(9), time(12), time(15), time(18)),
    5: (time(8), time(11), time(13), time(16), time(19)),
    6: (time(8), time(10), time(12), time(14), time(16), time(18)),
}
"""What is proposed where only the number of times a day was said."""
LIKELY: Final = (time(7, 30), time(9), time(12), time(15), time(18), time(20))


async def add_reminder(turn: Turn, said: m.AddReminder) -> Reply:
    """Show what would be added with its next three moments, or ask for what is missing."""
    times = said.times
    proposed = _proposed(times)
    rule = proposed.rule
    if rule is None:
        return _which_time(turn, times)
    if len(rule.times) > MOST_TIMES:
        keys = [Key(turn.t.plain("said-other-times"), Draft(DraftStep.NEW), Style.PRIMARY)]
        return screens.choose(turn.t, "said-too-many", keys, most=MOST_TIMES)
    question = "said-shall-i" if proposed == times else "said-how-about"
    return await _asked(turn, m.AddReminder(proposed), rule, question)


async def _asked(turn: Turn, said: m.AddReminder, rule: Rule, question: str) -> Screen:
    moments = await turn.run(does.moments, turn.person_id, rule, turn.now)
    written = readings.write(said) or ""
    change = Key(turn.t.plain("said-change"), Reshape(written))
    what = label(turn.t, turn.library, said)
    notes = [screens.upcoming(turn.t, moments) or turn.t("said-silent")]
    if not turn.person.zone_confirmed:
        notes.append(turn.t("said-by-clock", city=city(turn.person.zone)))
    yes = screens.yes(turn.t, Agreed(written))
    return screens.card(turn.t, what, yes, change=change, notes=notes, question=question)


def _proposed(times: m.Times) -> m.Times:
    """Return the times with a proposal where only a part of the day, or a number, was said."""
    if times.at:
        return times
    at = tuple(sorted(USUAL[part] for part in times.parts)) or OFTEN.get(times.count or 0, ())
    return m.Times(times.weekdays, at)


def _which_time(turn: Turn, times: m.Times) -> Screen:
    """Ask for the time; a press leads to the card, so nothing is added by it."""
    said = [m.AddReminder(replace(times, count=None, at=(at,))) for at in LIKELY]
    keys = [
        screens.reading_key(turn.t, turn.library, one, turn.t.time(at))
        for one, at in zip(said, LIKELY, strict=True)
    ]
    other = Key(turn.t.plain("said-other-times"), Draft(DraftStep.NEW))
    asked = screens.choose(turn.t, "said-when", keys, width=3)
    return replace(asked, keys=(*asked.keys[:-1], (other,), asked.keys[-1]))


async def change_reminder(turn: Turn, said: m.ChangeReminder) -> Reply:
    """Show what a reminder would become; where it is not clear which, ask."""
    listing = await turn.run(service.listing, turn.person_id, turn.now)
    meant = does.matching(listing.reminders, said.old)
    if not meant:
        return _none_such(turn, listing)
    if len(meant) > 1:
        return _which(turn, meant, ReminderChange.EDIT)
    [kept] = meant
    rule = _changed(kept.rule, said)
    if rule is None or rule == kept.rule or len(rule.times) > MOST_TIMES:
        return await reminders.edit(turn, EditReminder(kept.id, ReminderChange.OPEN))
    return await _becomes(turn, kept, rule)


async def _becomes(turn: Turn, kept: Kept, rule: Rule) -> Screen:
    """Ask whether a reminder shall have another rule."""
    old, new = (m.Times(one.weekdays, one.times) for one in (kept.rule, rule))
    moments = await turn.run(does.moments, turn.person_id, rule, turn.now)
    yes = screens.yes(turn.t, ChangeTo(kept.id, readings.write(m.AddReminder(new)) or ""))
    change = Key(turn.t.plain("said-change"), EditReminder(kept.id, ReminderChange.OPEN))
    note = screens.upcoming(turn.t, moments) or turn.t("said-silent")
    what = label(turn.t, turn.library, m.ChangeReminder(new, old))
    return screens.card(turn.t, what, yes, change=change, notes=(note,))


def _changed(rule: Rule, said: m.ChangeReminder) -> Rule | None:
    """Return the rule with what was said in it; of several times only those that were named change."""
    new = _proposed(said.times)
    if new.weekdays is None and not new.at:
        return None
    stay = tuple(at for at in rule.times if at not in said.old.at) if said.old.at else ()
    times = tuple(sorted({*stay, *new.at})) if new.at else rule.times
    return Rule(new.weekdays or rule.weekdays, times)


async def delete_reminder(turn: Turn, said: m.DeleteReminder) -> Reply:
    """Ask before a reminder, one of its times, or all of them are deleted."""
    listing = await turn.run(service.listing, turn.person_id, turn.now)
    meant = does.matching(listing.reminders, said.which)
    if not meant:
        return _none_such(turn, listing)
    if said.every and said.which == m.Times():
        newest = max(kept.id for kept in meant)
        yes = screens.yes(turn.t, ClearReminders(newest), Style.DANGER)
        return screens.card(turn.t, label(turn.t, turn.library, said), yes)
    if len(meant) > 1:
        return _which(turn, meant, ReminderChange.DELETE)
    [kept] = meant
    left = tuple(at for at in kept.rule.times if not _named(at, said.which))
    if left and len(left) < len(kept.rule.times):
        return await _becomes(turn, kept, replace(kept.rule, times=left))
    return lists.delete(turn.t, kept)


def _named(at: time, which: m.Times) -> bool:
    return at in which.at or any(does.in_part(at, part) for part in which.parts)


def _none_such(turn: Turn, listing: service.Listing) -> Screen:
    screen = lists.listing(turn.t, listing)
    if not listing.reminders:
        return screen
    return replace(screen, text=f"{turn.t('said-no-such-reminder')}\n\n{screen.text}")


def _which(turn: Turn, meant: Sequence[Kept], change: ReminderChange) -> Screen:
    keys = [Key(short(rule_words(turn.t, kept.rule), WIDE), EditReminder(kept.id, change)) for kept in meant]
    return screens.choose(turn.t, "said-which-reminder", keys)


async def later(turn: Turn, said: m.Later) -> Reply:
    """Ask before one reminder is queued; what is open is asked first."""
    here = wall_clock(turn.now, ZoneInfo(turn.person.zone))
    wall = _moment(said, here)
    if wall is None:
        return _when(turn, said, here)
    if wall <= here:
        return _when(turn, m.Later(), here, "said-once-over")
    if wall > here + does.FARTHEST:
        keys = [Key(turn.t.plain("said-other-times"), Draft(DraftStep.NEW), Style.PRIMARY)]
        return screens.choose(turn.t, "said-once-far", keys)
    weekly = _weekly(turn, wall) if said.day and wall.date() - here.date() > timedelta(days=1) else None
    said = m.Later(day=wall.date(), at=wall.time())
    yes = screens.yes(turn.t, Agreed(readings.write(said) or ""))
    return screens.card(turn.t, label(turn.t, turn.library, said), yes, change=weekly)


def _weekly(turn: Turn, wall: datetime) -> Key:
    """Return the way to the same time of every week: who said "on Friday" may mean each."""
    every = m.AddReminder(m.Times(frozenset({wall.weekday()}), (wall.time(),)))
    return screens.reading_key(turn.t, turn.library, every)


def _moment(said: m.Later, here: datetime) -> datetime | None:
    """Return the moment that was said, on the person's clock; None while its time is open.

    A time alone is the next such time.
    """
    if said.minutes:
        return (here + timedelta(minutes=said.minutes)).replace(second=0, microsecond=0)
    at = said.at or (USUAL[said.part] if said.part else None)
    if at is None:
        return None
    day = said.day or (here.date() if at > here.time() else here.date() + timedelta(days=1))
    return datetime.combine(day, at)


def _when(turn: Turn, said: m.Later, here: datetime, key: str = "said-when-once") -> Screen:
    """Ask for the moment; a press leads to the card."""
    tomorrow = here.date() + timedelta(days=1)
    if said.day:
        offers = [m.Later(day=said.day, at=at) for at in LIKELY]
        offers = [one for one in offers if one.at and datetime.combine(said.day, one.at) > here]
        labels = [turn.t.time(one.at) for one in offers if one.at]
    else:
        walls = [
            datetime.combine(day, at)
            for day in (here.date(), tomorrow)
            for at in (USUAL[Part.MORNING], USUAL[Part.EVENING])
        ]
        ahead = [wall for wall in walls if wall > here][:2]
        offers = [*screens.soon(), *(m.Later(day=wall.date(), at=wall.time()) for wall in ahead)]
        labels = [
            turn.t.plain("said-in-minutes", count=20),
            turn.t.plain("said-in-an-hour"),
            *(moment(turn.t, wall) for wall in ahead),
        ]
    pairs = zip(offers, labels, strict=True)
    keys = [screens.reading_key(turn.t, turn.library, one, name) for one, name in pairs]
    return screens.choose(turn.t, key, keys, width=3 if said.day else 2)
