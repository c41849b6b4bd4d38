"""Desk breaks of a group: the page of the club, its choices, and the break itself. Others read along."""

from collections.abc import Iterable
from datetime import datetime, time
from html import escape
from zoneinfo import ZoneInfo

from bot.chat.actions import (
    ChangeClub,
    ClubChange,
    ClubClock,
    ClubDays,
    ClubLanguage,
    ClubTimes,
    ClubZone,
    TickBreak,
)
from bot.chat.screen import Key, Row, Screen, Style, rows
from bot.chat.screens.parts import dose_and_time
from bot.chat.screens.pictures import of_exercise
from bot.chat.screens.settings import own_name
from bot.domain.breaks import dosed
from bot.domain.exercises import Exercise, Variation
from bot.domain.zones import ClockChoice, city
from bot.services.breaks import Break
from bot.services.clubs import MOST_TIMES, Kept
from bot.texts import Texts

LIKELY = tuple(map(time, range(9, 18)))
"""Times that are offered: the hours at a desk."""

MARKS = 20
"""So many check marks are drawn; beyond that the button's number tells."""


def private(t: Texts, username: str) -> Screen:
    """Say in somebody's own chat what a club is, and let them choose a group."""
    add = Key(t.plain("clubs-button-add"), url=f"https://t.me/{username}?startgroup=club")
    return Screen(t("clubs-private"), ((add,),))


def fresh(t: Texts) -> Screen:
    """Say in a group what a club is, and offer to set it up."""
    return Screen(t("clubs-fresh"), ((_change(t, "new", ClubChange.NEW, Style.PRIMARY),),))


def page(t: Texts, club: Kept, now: datetime) -> Screen:
    """Return what the club does, and what can be changed."""
    at = t.time(now.astimezone(ZoneInfo(club.zone)))
    times = t.join([t.time(moment) for moment in club.rule.times])
    days = t.weekdays(club.rule.weekdays)
    parts = [t("clubs-page", times=times, days=days, city=city(club.zone), at=at), _state(t, club)]
    if club.row:
        parts.append(t("clubs-row", days=club.row))
    running = _change(t, "pause", ClubChange.PAUSE)
    resting = _change(t, "start", ClubChange.START, Style.PRIMARY)
    choices = [
        _change(t, what.value, what)
        for what in (ClubChange.DAYS, ClubChange.TIMES, ClubChange.ZONE, ClubChange.LANGUAGE)
    ]
    end = (_change(t, "end", ClubChange.END),)
    return Screen("\n\n".join(parts), ((running if club.enabled else resting,), *rows(choices, 2), end))


def days(t: Texts, club: Kept) -> Screen:
    """Return the choice of weekdays."""
    chosen = club.rule.weekdays
    keys = [
        Key(_ticked(t, t.weekday(day), day in chosen), ClubDays("".join(map(str, sorted(chosen ^ {day})))))
        for day in range(7)
    ]
    return Screen(t("clubs-days"), (*rows(keys, 3), _back(t)))


def times(t: Texts, club: Kept) -> Screen:
    """Return the choice of times."""
    chosen = set(club.rule.times)
    keys = [
        Key(_ticked(t, t.time(moment), moment in chosen), ClubTimes(_packed(chosen ^ {moment})))
        for moment in sorted({*LIKELY, *chosen})
    ]
    return Screen(t("clubs-times", most=MOST_TIMES), (*rows(keys, 3), _back(t)))


def clocks(t: Texts, choices: Iterable[ClockChoice]) -> Screen:
    """Ask what the group's clocks show."""
    # Clocks a day apart show the same: one button for both, the place tells them apart.
    by_wall = {choice.wall: choice for choice in choices}
    keys = [Key(t.time(wall), ClubClock(by_wall[wall].minutes)) for wall in sorted(by_wall)]
    return Screen(t("clubs-clocks"), (*rows(keys, 4), _back(t)))


def cities(t: Texts, zones: Iterable[str]) -> Screen:
    """Ask for a place that keeps this clock, so that its changes are known too."""
    keys = [Key(city(zone), ClubZone(zone)) for zone in zones]
    return Screen(t("clubs-cities"), (*rows(keys, 2), _back(t)))


def languages(t: Texts, codes: Iterable[str]) -> Screen:
    """Return every language under its own name."""
    keys = [Key(_ticked(t, own_name(code), code == t.language), ClubLanguage(code)) for code in codes]
    return Screen(t("clubs-language"), (*rows(keys, 2), _back(t)))


def end(t: Texts) -> Screen:
    """Ask whether the club shall really stop."""
    surely = _change(t, "end-surely", ClubChange.END_SURELY, Style.DANGER)
    return Screen(t("clubs-end"), ((_change(t, "keep", ClubChange.OPEN), surely),))


def ended(t: Texts) -> Screen:
    """Say that the club has stopped."""
    return Screen(t("clubs-ended"))


def post(t: Texts, one: Break, exercise: Exercise, username: str) -> Screen:
    """Return a break as the group sees it."""
    form = exercise.variation(one.variation)
    words = exercise.text(t.language)
    dose = dose_and_time(t, dosed(form.dose))
    lines = [t("clubs-break", name=words.name, dose=dose), escape(_how(t, exercise, form))]
    if one.ticks:
        marks = "✓" * min(one.ticks, MARKS)
        lines += ["", t("clubs-break-row", marks=marks, row=t.plain("clubs-row", days=one.row))]
    label = t.plain("clubs-button-done-count", count=one.ticks) if one.ticks else t.plain("clubs-button-done")
    how = Key(t.plain("clubs-button-how"), url=f"https://t.me/{username}?start=show_{exercise.slug}")
    done = Key(label, TickBreak(one.post_id), Style.PRIMARY)
    return Screen("\n".join(lines), ((done, how),), of_exercise(t, exercise, form))


def _how(t: Texts, exercise: Exercise, form: Variation) -> str:
    """Return where it begins; what follows is seen in the picture."""
    words = exercise.text(t.language)
    return words.position if form == exercise.standard else words.variations[form.slug].steps[0]


def _state(t: Texts, club: Kept) -> str:
    if club.upcoming is None:
        return t("clubs-resting")
    wall = club.upcoming.wall
    return t("clubs-next", day=t.day(wall.date()), time=t.time(wall))


def _packed(moments: Iterable[time]) -> str:
    return "".join(moment.strftime("%H%M") for moment in sorted(moments))


def _ticked(t: Texts, label: str, chosen: bool) -> str:
    return t.plain("clubs-chosen", label=label) if chosen else label


def _change(t: Texts, name: str, what: ClubChange, style: Style = Style.PLAIN) -> Key:
    return Key(t.plain(f"clubs-button-{name}"), ChangeClub(what), style)


def _back(t: Texts) -> Row:
    return (Key(t.plain("button-back"), ChangeClub(ClubChange.OPEN)),)
