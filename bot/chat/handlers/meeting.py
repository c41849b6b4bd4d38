"""The first minute: four taps from hello to the first exercise."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.chat.actions import ChooseDays, ChooseMoment, ClockIs, LookRoutine, Part, Show, ZoneIs
from bot.chat.handlers import home, library, prescribing, routine
from bot.chat.screen import Reply, Screen
from bot.chat.screens import meeting as screens
from bot.chat.screens import reminders as reminder_screens
from bot.chat.screens.prescribing import LINK
from bot.chat.turn import Turn
from bot.db.tables import Person
from bot.domain.zones import WELL_KNOWN, clock_choices, is_zone, zones_at
from bot.services import people, reminders, routines

SHOW = "show_"
"""How a link to an exercise begins: ``t.me/<bot>?start=show_<slug>``."""

START = "start_"
"""How a link to a ready-made routine begins: ``t.me/<bot>?start=start_<slug>``."""

DAY = 24 * 60
"""Minutes: clocks so far apart show the same time."""


async def start(turn: Turn) -> Reply:
    """Welcome somebody new, open the menu for others, follow a link to an exercise or a routine."""
    if linked := await _linked(turn):
        return linked
    if turn.person.onboarding == "done":
        return await _back(turn) or await home.page(turn)
    return screens.welcome(turn.t, turn.first_name, turn.library.cards["disclaimer"])


async def _linked(turn: Turn) -> Reply:
    """Show what a link leads to; None where it leads nowhere (any more)."""
    if turn.text.startswith(LINK):
        return await prescribing.opened(turn, turn.text.removeprefix(LINK))
    slug = turn.text.removeprefix(SHOW).removeprefix(START)
    if turn.text.startswith(START) and slug in turn.library.routines:
        return await routine.look(turn, LookRoutine(slug))
    if turn.text.startswith(SHOW) and slug in turn.library.exercises:
        return await library.show(turn, Show(slug, turn.library.exercises[slug].standard.slug, Part.STEPS))
    return None


async def _back(turn: Turn) -> Reply:
    """Ask somebody who had blocked the coach whether the reminders shall go on."""
    if not people.just_back(turn.person):
        return None
    listing = await turn.run(reminders.listing, turn.person_id, turn.now)
    return reminder_screens.back(turn.t, turn.first_name, listing.upcoming[0]) if listing.upcoming else None


async def moment(turn: Turn, action: ChooseMoment) -> Reply:
    """Keep the time of day and ask for the clock."""
    at = None if action.at == "none" else time(int(action.at[:2]), int(action.at[2:]))
    return _clock(turn, await turn.run(people.choose_moment, turn.person_id, at))


async def zone(turn: Turn) -> Reply:
    """Ask for the clock again: somebody travels, or the first answer was wrong."""
    return _clock(turn, turn.person)


async def clock(turn: Turn, action: ClockIs) -> Reply:
    """Ask for a place that keeps this clock now, their own zone among them, so that summer comes right."""
    if action.minutes == screens.OTHER_CLOCK:
        return screens.clocks(turn.t, clock_choices(turn.now))
    same = [action.minutes + days * DAY for days in (0, -1, 1)]
    zones = [zone for minutes in same for zone in zones_at(turn.now, minutes)]
    if _offset(turn.now, turn.person.zone) in same and turn.person.zone not in zones:
        zones.insert(0, turn.person.zone)
    return screens.cities(turn.t, zones) if zones else screens.clocks(turn.t, clock_choices(turn.now))


async def city(turn: Turn, action: ZoneIs) -> Reply:
    """Keep the zone; ask for the days when they are not known yet."""
    if not is_zone(action.zone):
        return screens.clocks(turn.t, clock_choices(turn.now))
    person = await turn.run(people.choose_zone, turn.person_id, action.zone, turn.now)
    done = person.onboarding == "done"
    return await home.page(replace(turn, person=person)) if done else screens.days(turn.t)


async def days(turn: Turn, action: ChooseDays) -> Reply:
    """Keep the days; everything is known now, so the first routine can begin."""
    routine = next(iter(turn.library.routines.values()))
    await turn.run(people.finish_meeting, turn.person_id, action.days, routine, turn.now)
    lines = await turn.run(routines.entries, turn.person_id)
    listing = await turn.run(reminders.listing, turn.person_id, turn.now)
    first = _spoken(turn, listing.upcoming[0].wall) if listing.upcoming else None
    return screens.ready(turn.t, [line.entry for line in lines], first)


def _clock(turn: Turn, person: Person) -> Screen:
    here = turn.now.astimezone(ZoneInfo(person.zone))
    # A server's own zone may be no place at all: UTC shows London's time, but only in winter.
    place = person.zone_confirmed or person.zone in WELL_KNOWN
    yes = ZoneIs(person.zone) if place else ClockIs(_offset(turn.now, person.zone))
    return screens.clock(turn.t, here.time(), yes)


def _offset(now: datetime, zone: str) -> int:
    offset = now.astimezone(ZoneInfo(zone)).utcoffset()
    return round(offset.total_seconds() / 60) if offset else 0


def _spoken(turn: Turn, wall: datetime) -> str:
    return f"{turn.t.day(wall.date())}, {turn.t.time(wall)}"
