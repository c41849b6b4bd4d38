"""Reminders: the list, the dialogue about one of them, and pauses."""

from collections.abc import Collection, Iterable
from datetime import date, time, timedelta

from bot.chat.actions import (
    Draft,
    DraftDay,
    DraftDays,
    DraftStep,
    DraftTime,
    EditReminder,
    Go,
    Page,
    PauseFor,
    ReminderChange,
    SetQuiet,
)
from bot.chat.screen import Key, Row, Screen, Style, rows
from bot.chat.screens.due import due
from bot.chat.screens.fitting import LABEL
from bot.chat.screens.nudges import ill_key
from bot.chat.screens.parts import go
from bot.domain.quiet import Quiet
from bot.domain.reminders import Occurrence
from bot.domain.zones import city
from bot.services.reminder_drafts import MOST_TIMES
from bot.services.reminder_drafts import Draft as Drafted
from bot.services.reminders import Kept, Listing
from bot.texts import Texts

__all__ = [
    "CALENDAR",
    "back",
    "calendar",
    "days",
    "delete",
    "due",
    "listing",
    "one",
    "pause",
    "quiet",
    "review",
    "times",
]

CALENDAR = -1
"""What ``PauseFor`` carries to open the calendar."""
PAUSES = {"today": 1, "3": 3, "7": 7, "14": 14}
PRESETS = {"every-day": "0123456", "weekdays": "01234", "weekend": "56"}
NIGHTS = tuple(Quiet(time(begin), time(end)) for begin, end in ((21, 7), (22, 7), (22, 8), (23, 7)))
LIKELY = "0630 0700 0730 0800 0830 0900 1030 1200 1300 1500 1630 1800 1930 2030 2130"


def listing(t: Texts, found: Listing) -> Screen:
    """Return all reminders, what comes next, and the way to pause."""
    parts = [t("reminders-title"), "\n".join(_line(t, kept) for kept in found.reminders)]
    if not found.reminders:
        parts[1] = t("reminders-none")
    if found.paused_until:
        parts.append(t("reminders-paused", until=t.day(found.paused_until)))
    if found.held and found.reminders:
        parts.append(t("reminders-held", why=found.held))
    elif found.upcoming:
        head = "reminders-next-after-pause" if found.paused_until else "reminders-next"
        parts += [_moments(t, head, found.upcoming), f"<i>{t('reminders-quiet')}</i>"]
    elif found.reminders:
        parts.append(t("reminders-all-off"))
    if found.quiet:
        parts.append(t("reminders-quiet-line", **_hours(t, found.quiet)))
    return Screen("\n\n".join(parts), _list_keys(t, found))


def one(t: Texts, kept: Kept) -> Screen:
    """Return one reminder and what can be done with it."""
    state, other = ("on", ReminderChange.OFF) if kept.enabled else ("off", ReminderChange.ON)
    text = t(f"reminders-one-{state}", times=_times(t, kept.rule.times), days=_days(t, kept.rule.weekdays))
    keys = (
        (_edit(t, "edit", kept, ReminderChange.EDIT, Style.PRIMARY),),
        (_edit(t, other.value, kept, other), _edit(t, "delete", kept, ReminderChange.DELETE)),
        (go(t, Page.REMINDERS, t.plain("reminders-button-list")),),
    )
    return Screen(text, keys)


def delete(t: Texts, kept: Kept) -> Screen:
    """Return the question whether a reminder shall really go."""
    text = t("reminders-delete", times=_times(t, kept.rule.times), days=_days(t, kept.rule.weekdays))
    surely = _edit(t, "delete-surely", kept, ReminderChange.DELETE_SURELY, Style.DANGER)
    return Screen(text, ((_edit(t, "keep", kept, ReminderChange.OPEN), surely),))


def days(t: Texts, draft: Drafted) -> Screen:
    """Return the choice of weekdays."""
    chosen = t("reminders-days-chosen", days=_days(t, draft.weekdays)) if draft.weekdays else None
    text = f"{t('reminders-days-title')}\n{chosen or t('reminders-days-nothing')}"
    presets = tuple(Key(t.plain(f"reminders-button-{n}"), DraftDays(d)) for n, d in PRESETS.items())
    single = [Key(_ticked(t, t.weekday(d), d in draft.weekdays), DraftDay(d)) for d in range(7)]
    onward = _step(t, "to-times", DraftStep.TIMES, Style.PRIMARY) if draft.weekdays else None
    return Screen(text, (*rows(presets, 2), *rows(single, 3), *rows([_cancel(t), onward], 2)))


def times(t: Texts, draft: Drafted, *, unread: bool = False) -> Screen:
    """Return the choice of times; ``unread`` tells that typed words were not times."""
    parts = [t("reminders-times-unread", most=MOST_TIMES)] if unread else []
    parts.append(t("reminders-times-title"))
    if draft.times:
        parts.append(t("reminders-times-chosen", times=_times(t, draft.times)))
    offered = sorted({*map(time.fromisoformat, LIKELY.split()), *draft.times})
    grid = [Key(_ticked(t, t.time(at), at in draft.times), DraftTime(at.strftime("%H%M"))) for at in offered]
    onward = _step(t, "to-review", DraftStep.REVIEW, Style.PRIMARY) if draft.times else None
    below = rows([_step(t, "days", DraftStep.DAYS), _cancel(t)], 2)
    return Screen("\n\n".join(parts), (*rows(grid, 3), *rows([onward], 1), *below))


def review(t: Texts, draft: Drafted, zone: str) -> Screen:
    """Return what would be saved, in words, with the next three moments."""
    text = t(
        "reminders-review",
        times=_times(t, draft.times),
        days=_days(t, draft.weekdays),
        city=city(zone),
    )
    keys = (
        (_step(t, "save", DraftStep.SAVE, Style.PRIMARY),),
        (_step(t, "days", DraftStep.DAYS), _step(t, "times", DraftStep.TIMES), _cancel(t)),
    )
    return Screen(f"{text}\n\n{_moments(t, 'reminders-next', draft.upcoming)}", keys)


def pause(t: Texts, today: date, until: date | None) -> Screen:
    """Return how long everything can be paused, with the day on which each choice ends."""
    names = {length: t.plain(f"reminders-pause-{key}") for key, length in PAUSES.items()}
    title = t("reminders-pause-running", until=t.day(until)) if until else t("reminders-pause-title")
    ends = "\n".join(
        t("reminders-pause-end", name=name, day=t.day(today + timedelta(days=length - 1)))
        for length, name in names.items()
    )
    back = Key(t.plain("reminders-pause-back"), PauseFor(0), Style.PRIMARY) if until else None
    choices = [Key(name, PauseFor(length)) for length, name in names.items()]
    calendar_ = Key(t.plain("reminders-pause-calendar"), PauseFor(CALENDAR))
    below = (go(t, Page.REMINDERS), go(t, Page.HOME))
    ill = ill_key(t)
    return Screen(f"{title}\n\n{ends}", (*rows([back], 1), *rows(choices, 2), (calendar_, ill), below))


def calendar(t: Texts, today: date) -> Screen:
    """Return the coming days to choose the last one of a pause from."""
    coming = [Key(t.day(today + timedelta(days=ahead)), PauseFor(ahead + 1)) for ahead in range(1, 22)]
    back = go(t, Page.PAUSE, t.plain("button-back"))
    return Screen(t("reminders-pause-which"), (*rows(coming, 3), (back,)))


def quiet(t: Texts, hours: Quiet | None, *, unread: bool = False) -> Screen:
    """Return the choice of quiet hours; ``unread`` tells that typed words were not times."""
    parts = [t("reminders-quiet-unread")] if unread else []
    parts.append(t("reminders-quiet-title"))
    if hours:
        parts.append(t("reminders-quiet-line", **_hours(t, hours)))
    choices = [Key(_ticked(t, _span(t, one), one == hours), _set_quiet(one)) for one in NIGHTS]
    none = Key(t.plain("reminders-quiet-none"), SetQuiet("0000", "0000")) if hours else None
    below = (go(t, Page.REMINDERS), go(t, Page.HOME))
    return Screen("\n\n".join(parts), (*rows(choices, 2), *rows([none], 1), below))


def back(t: Texts, first_name: str, upcoming: Occurrence) -> Screen:
    """Return the question to somebody who had gone: shall the reminders go on?"""
    wall = upcoming.wall
    text = t("reminders-back", name=first_name, day=t.day(wall.date()), time=t.time(wall))
    keep = Key(t.plain("reminders-back-yes"), Go(Page.HOME), Style.PRIMARY)
    change = go(t, Page.REMINDERS, t.plain("reminders-back-change"))
    return Screen(text, ((keep,), (change, go(t, Page.PAUSE, t.plain("reminders-button-pause")))))


def _hours(t: Texts, hours: Quiet) -> dict[str, str]:
    return {"begin": t.time(hours.begin), "end": t.time(hours.end)}


def _span(t: Texts, hours: Quiet) -> str:
    return t.plain("reminders-quiet-hours", **_hours(t, hours))


def _set_quiet(hours: Quiet) -> SetQuiet:
    return SetQuiet(hours.begin.strftime("%H%M"), hours.end.strftime("%H%M"))


def _quiet_page(t: Texts) -> Key:
    return go(t, Page.QUIET, t.plain("reminders-button-quiet"))


def _list_keys(t: Texts, found: Listing) -> tuple[Row, ...]:
    add = Key(t.plain("reminders-button-add"), Draft(DraftStep.NEW), Style.PRIMARY)
    each = [Key(_label(t, kept), EditReminder(kept.id, ReminderChange.OPEN)) for kept in found.reminders]
    name = "paused" if found.paused_until else "pause"
    still = (go(t, Page.PAUSE, t.plain(f"reminders-button-{name}")), _quiet_page(t))
    held = found.held and found.reminders
    why = go(t, Page.HEALTH, t.plain("reminders-button-held")) if held else None
    back = Key(t.plain("reminders-pause-back"), PauseFor(0)) if found.paused_until else None
    return (*rows([why, back, None if found.full else add], 1), *rows(each, 1), still, (go(t, Page.HOME),))


def _line(t: Texts, kept: Kept) -> str:
    key = "reminders-line-on" if kept.enabled else "reminders-line-off"
    return t(key, times=_times(t, kept.rule.times), days=_days(t, kept.rule.weekdays))


def _label(t: Texts, kept: Kept) -> str:
    """Return as much of a reminder as a button holds."""
    shown = [t.time(moment) for moment in kept.rule.times]
    clocks = " ".join(shown[:2])
    if len(shown) > 2:
        clocks = t.plain("reminders-times-more", first=shown[0], count=len(shown) - 1)
    label = t.plain("reminders-label", on="on" if kept.enabled else "off", times=clocks)
    weekdays = kept.rule.weekdays
    words = [_days(t, weekdays), t.plain("reminders-days-count", count=len(weekdays))]
    longer = [t.plain("reminders-label-days", label=label, days=said) for said in words[: 8 - len(weekdays)]]
    return next((text for text in longer if len(text) <= LABEL), label)


def _moments(t: Texts, head: str, upcoming: Iterable[Occurrence]) -> str:
    lines = [t("reminders-moment", day=t.day(o.wall.date()), time=t.time(o.wall)) for o in upcoming]
    return "\n".join([t(head), *lines]) if lines else ""


def _times(t: Texts, moments: Iterable[time]) -> str:
    return t.join([t.time(moment) for moment in moments])


def _days(t: Texts, weekdays: Collection[int]) -> str:
    return t.weekdays(frozenset(weekdays))


def _ticked(t: Texts, label: str, chosen: bool) -> str:
    return t.plain("reminders-chosen", label=label) if chosen else label


def _edit(t: Texts, name: str, kept: Kept, change: ReminderChange, style: Style = Style.PLAIN) -> Key:
    return Key(t.plain(f"reminders-button-{name}"), EditReminder(kept.id, change), style)


def _step(t: Texts, name: str, step: DraftStep, style: Style = Style.PLAIN) -> Key:
    return Key(t.plain(f"reminders-button-{name}"), Draft(step), style)


def _cancel(t: Texts) -> Key:
    return _step(t, "cancel", DraftStep.CANCEL)
