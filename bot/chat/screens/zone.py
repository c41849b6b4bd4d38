"""Where somebody is: their clock now, and the places that their words or a shared location may mean."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.actions import ClockIs, Go, Page, ZoneIs
from bot.chat.screen import Key, Screen, Style
from bot.chat.screens.meeting import OTHER_CLOCK
from bot.chat.screens.parts import go
from bot.domain.places import City, fold
from bot.domain.zones import city
from bot.texts import Texts


def page(t: Texts, zone: str, now: datetime) -> Screen:
    """Say which clock holds, and how to change it."""
    keys = (
        (Key(t.plain("zone-button-right"), ZoneIs(zone), Style.PRIMARY),),
        (Key(t.plain("zone-button-clock"), ClockIs(OTHER_CLOCK)),),
        (go(t, Page.SETTINGS), go(t, Page.HOME)),
    )
    return Screen(t("zone-page", at=_clock(t, zone, now), city=city(zone)), keys)


def found(t: Texts, cities: Iterable[City], now: datetime) -> Screen:
    """Ask which of some cities is meant; of one, whether it is right."""
    known = list(cities)
    keys = [
        (Key(t.plain("zone-city", city=one.name, country=country(t, one.country),
                     at=_clock(t, one.zone, now)), ZoneIs(one.zone)),)
        for one in known
    ]  # fmt: skip
    return Screen(t("zone-found", count=len(known)), (*keys, _none_of_these(t)))


def place(t: Texts, zone: str, now: datetime) -> Screen:
    """Ask whether the clock of a shared place is right."""
    yes = Key(t.plain("zone-button-yes", at=_clock(t, zone, now)), ZoneIs(zone), Style.PRIMARY)
    return Screen(t("zone-place", city=city(zone), at=_clock(t, zone, now)), ((yes,), _none_of_these(t)))


def unknown(t: Texts) -> Screen:
    """Say that a place is not known, and what else there is."""
    return Screen(t("zone-unknown"), (_none_of_these(t), (Key(t.plain("button-back"), Go(Page.ZONE)),)))


def countries(t: Texts) -> dict[str, str]:
    """Return the codes of countries by their names in this language, folded."""
    return {fold(name): code for code, name in t.locale.territories.items() if code.isalpha()}


def country(t: Texts, code: str) -> str:
    """Return the name of a country."""
    return str(t.locale.territories.get(code, code))


def _none_of_these(t: Texts) -> tuple[Key, ...]:
    return (Key(t.plain("zone-button-clock"), ClockIs(OTHER_CLOCK)),)


def _clock(t: Texts, zone: str, now: datetime) -> str:
    return t.time(now.astimezone(ZoneInfo(zone)))
