"""Desk breaks of a group: set up by its administrators, ticked by everybody."""

from collections.abc import Callable
from datetime import time

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
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import clubs as screens
from bot.chat.turn import Group, Turn
from bot.domain.zones import clock_choices, is_zone, zones_at
from bot.services import breaks
from bot.services import clubs as service
from bot.services.clubs import Kept
from bot.texts import Texts


async def page(turn: Turn) -> Reply:
    """Show the club of the group, or what a club is."""
    if turn.group is None:
        return screens.private(turn.t, turn.house.username)
    club = await turn.run(service.find, turn.group.id)
    return _page(turn, club) if club else screens.fresh(turn.t)


async def change(turn: Turn, action: ChangeClub) -> Reply:
    """Open a choice of the club, or begin, pause and end it."""
    group, now = turn.group, turn.now
    if group is None:
        return await page(turn)
    match action.what:
        case ClubChange.NEW:
            return await _new(turn, group)
        case ClubChange.START | ClubChange.PAUSE as what:
            on = what is ClubChange.START
            club = await turn.run(service.switch, group.id, now, on=on)
            return _shown(turn, club, "clubs-started" if on else "clubs-paused")
        case ClubChange.END_SURELY:
            club = await turn.run(service.find, group.id)
            await turn.run(service.end, group.id)
            return screens.ended(_texts(turn, club) if club else turn.t)
    club = await turn.run(service.find, group.id)
    return _choice(turn, club, action.what) if club else screens.fresh(turn.t)


async def set_days(turn: Turn, action: ClubDays) -> Reply:
    """Choose the weekdays; the last one stays."""
    if turn.group is None:
        return await page(turn)
    try:
        club = await turn.run(service.set_rule, turn.group.id, action.days, None, turn.now)
    except ValueError:
        return Toast(turn.t.plain("clubs-one-stays"))
    return _screen(turn, club, screens.days)


async def set_times(turn: Turn, action: ClubTimes) -> Reply:
    """Choose the times; the last one stays, and they stay few."""
    if turn.group is None:
        return await page(turn)
    if len(action.times) > 4 * service.MOST_TIMES:
        return Toast(turn.t.plain("clubs-too-many", most=service.MOST_TIMES))
    try:
        chosen = [time.fromisoformat(action.times[at : at + 4]) for at in range(0, len(action.times), 4)]
        club = await turn.run(service.set_rule, turn.group.id, None, chosen, turn.now)
    except ValueError:
        return Toast(turn.t.plain("clubs-one-stays"))
    return _screen(turn, club, screens.times)


async def clock(turn: Turn, action: ClubClock) -> Reply:
    """Ask for a place that keeps the clock which was chosen."""
    if turn.group is None:
        return await page(turn)
    club = await turn.run(service.find, turn.group.id)
    if club is None:
        return screens.fresh(turn.t)
    zones = zones_at(turn.now, action.minutes)
    t = _texts(turn, club)
    return screens.cities(t, zones) if zones else screens.clocks(t, clock_choices(turn.now))


async def set_zone(turn: Turn, action: ClubZone) -> Reply:
    """Keep the clock of a place."""
    if turn.group is None or not is_zone(action.zone):
        return await page(turn)
    return _shown(turn, await turn.run(service.set_zone, turn.group.id, action.zone, turn.now))


async def set_language(turn: Turn, action: ClubLanguage) -> Reply:
    """Speak another language in the group."""
    if turn.group is None or action.language not in turn.house.catalogue.languages:
        return await page(turn)
    return _shown(turn, await turn.run(service.set_language, turn.group.id, action.language))


async def tick(turn: Turn, action: TickBreak) -> Reply:
    """Count somebody who did a break; the message shows it a moment later, for all who tapped at once."""
    group = turn.group
    if group is None:
        return await page(turn)
    ticked = await turn.run(breaks.tick, action.post, group.id, group.message_id, turn.person_id, turn.now)
    if ticked is None:
        return Toast(turn.t.plain("clubs-gone"))
    said = ("clubs-ticked-own" if ticked.own else "clubs-ticked") if ticked.new else "clubs-ticked-already"
    return Toast(turn.t.plain(said))


async def ticked(turn: Turn) -> Reply:
    """Say again what was said already, should that have been lost."""
    return Toast(turn.t.plain("clubs-ticked-already")) if turn.group else await page(turn)


async def _new(turn: Turn, group: Group) -> Screen:
    """Make a club on the administrator's own clock, and ask for the clock where that is only a guess."""
    language = turn.t.language
    club = await turn.run(service.found, group.id, turn.person.zone, language, turn.now)
    return _choice(turn, club, ClubChange.OPEN if turn.person.zone_confirmed else ClubChange.ZONE)


def _choice(turn: Turn, club: Kept, what: ClubChange) -> Screen:
    t = _texts(turn, club)
    match what:
        case ClubChange.DAYS:
            return screens.days(t, club)
        case ClubChange.TIMES:
            return screens.times(t, club)
        case ClubChange.ZONE:
            return screens.clocks(t, clock_choices(turn.now))
        case ClubChange.LANGUAGE:
            return screens.languages(t, turn.house.catalogue.languages)
        case ClubChange.END:
            return screens.end(t)
    return screens.page(t, club, turn.now)


def _page(turn: Turn, club: Kept) -> Screen:
    return screens.page(_texts(turn, club), club, turn.now)


def _shown(turn: Turn, club: Kept | None, toast: str | None = None) -> Screen:
    if club is None:
        return screens.fresh(turn.t)
    return _page(turn, club).saying(turn.t.plain(toast)) if toast else _page(turn, club)


def _screen(turn: Turn, club: Kept | None, make: Callable[[Texts, Kept], Screen]) -> Screen:
    return make(_texts(turn, club), club) if club else screens.fresh(turn.t)


def _texts(turn: Turn, club: Kept) -> Texts:
    """Return the texts of the group's language: others read along."""
    return turn.house.catalogue.texts(club.language)
