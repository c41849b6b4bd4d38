"""The settings on one page, and the choice of a language."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.actions import Go, Page, SwitchNudges
from bot.chat.actions.settings import SetClock, SetLanguage, SwitchPictures
from bot.chat.screen import Key, Screen, rows
from bot.chat.screens.parts import go
from bot.db.tables import Person
from bot.domain.zones import city
from bot.texts import Texts


def page(t: Texts, person: Person, now: datetime) -> Screen:
    """Return all settings with what holds now."""
    other = "24" if person.clock == "12" else "12"
    moving = "still" if person.still_pictures else "moving"
    text = t(
        "settings",
        language=own_name(t.language),
        city=city(person.zone),
        at=t.time(now.astimezone(ZoneInfo(person.zone))),
        pictures=moving,
        quiet=_quiet(t, person),
    )
    keys = (
        (Key(t.plain("settings-button-language"), Go(Page.LANGUAGE)), go(t, Page.ZONE)),
        (Key(t.plain("settings-button-clock", hours=int(other)), SetClock(other)), _pictures(t, person)),
        (Key(t.plain("reminders-button-quiet"), Go(Page.QUIET)), go(t, Page.PRIVACY)),
        (_offers(t, person), go(t, Page.HEALTH)),
        (go(t, Page.ACTIVITIES, t.plain("checkins-button-activities")), go(t, Page.HOME)),
    )
    return Screen(text, keys)


def languages(t: Texts, codes: Iterable[str]) -> Screen:
    """Return every language under its own name."""
    keys = [
        Key(t.plain("reminders-chosen", label=own_name(code)) if code == t.language else own_name(code),
            SetLanguage(code))
        for code in codes
    ]  # fmt: skip
    return Screen(t("settings-language"), (*rows(keys, 2), (go(t, Page.SETTINGS),)))


def own_name(code: str) -> str:
    """Return what a language calls itself: Español."""
    from bot.texts.calendar import Calendar  # noqa: PLC0415 - babel is loaded when somebody needs it

    name = Calendar(code).own_name() or code
    return name[:1].upper() + name[1:]


def _pictures(t: Texts, person: Person) -> Key:
    return Key(t.plain(f"settings-button-{'moving' if person.still_pictures else 'still'}"), SwitchPictures())


def _offers(t: Texts, person: Person) -> Key:
    return Key(t.plain(f"nudges-button-{'off' if person.nudges else 'on'}"), SwitchNudges())


def _quiet(t: Texts, person: Person) -> str:
    if person.quiet_from is None or person.quiet_until is None:
        return "none"
    return t.plain("reminders-quiet-hours", begin=t.time(person.quiet_from), end=t.time(person.quiet_until))
