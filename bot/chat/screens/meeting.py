"""The first minute: four questions, each answered with one tap."""

from collections.abc import Iterable, Sequence
from datetime import time
from html import escape

from bot.chat.actions import ChooseDays, ChooseMoment, ClockIs, Go, Page, ZoneIs
from bot.chat.screen import Key, Screen, Style, rows
from bot.domain.cards import Card
from bot.domain.exercises import Entry, whole_minutes
from bot.domain.zones import ClockChoice, city
from bot.figures.cards import WelcomeCard
from bot.texts import Html, Texts

MOMENTS = {"morning": time(7, 30), "noon": time(12, 30), "evening": time(18, 30)}
"""Times of day that most people mean by these words."""

OTHER_CLOCK = -9999
"""Stands for "none of these" where an offset in minutes is asked for."""

DAYS = {"every": "0123456", "week": "01234", "four": "0134", "three": "024"}


def welcome(t: Texts, first_name: str, disclaimer: Card) -> Screen:
    """Say hello, say what this is and is not, and ask for the time of day."""
    what = Html("\n\n".join(escape(part) for part in disclaimer.text(t.language).body))
    keys = [
        Key(t.plain(f"welcome-{name}", at=t.time(at)), ChooseMoment(at.strftime("%H%M")))
        for name, at in MOMENTS.items()
    ]
    keys.append(Key(t.plain("welcome-none"), ChooseMoment("none")))
    return Screen(t("welcome", name=first_name, what=what), rows(keys, 2), picture(t))


def clock(t: Texts, at: time, yes: ClockIs | ZoneIs) -> Screen:
    """Ask whether the guessed zone shows the right time.

    :param yes: the zone, where it is a place in which people live; else its clock, which leads to places
    """
    right = Key(t.plain("welcome-clock-yes", at=t.time(at)), yes, Style.PRIMARY)
    no = Key(t.plain("welcome-clock-no"), ClockIs(OTHER_CLOCK))
    return Screen(t("welcome-clock", at=t.time(at)), ((right,), (no,)), picture(t))


def clocks(t: Texts, choices: Iterable[ClockChoice]) -> Screen:
    """Ask which of the world's clocks is the person's, sorted by what they show."""
    # Clocks a day apart show the same: one button for both, the place tells them apart.
    by_wall = {choice.wall: choice for choice in choices}
    keys = [Key(t.time(wall), ClockIs(by_wall[wall].minutes)) for wall in sorted(by_wall)]
    return Screen(t("welcome-clocks"), rows(keys, 4), picture(t))


def cities(t: Texts, zones: Iterable[str]) -> Screen:
    """Ask for a place that keeps the chosen clock, so that its changes are known too."""
    keys = [Key(city(zone), ZoneIs(zone)) for zone in zones]
    return Screen(t("welcome-cities"), rows(keys, 2), picture(t))


def days(t: Texts) -> Screen:
    """Ask for the days of the plan."""
    keys = [Key(t.plain(f"welcome-days-{name}"), ChooseDays(digits)) for name, digits in DAYS.items()]
    return Screen(t("welcome-days"), rows(keys, 2), picture(t))


def ready(t: Texts, entries: Sequence[Entry], reminder: str | None) -> Screen:
    """Say what was set up, and offer to begin."""
    seconds = sum(entry.dose.seconds for entry in entries)
    text = t(
        "welcome-ready",
        exercises=t.plain("exercises", count=len(entries)),
        minutes=t.plain("minutes", count=whole_minutes(seconds)),
        reminder=reminder or "none",
    )
    begin = Key(t.plain("welcome-begin"), Go(Page.TODAY), Style.PRIMARY)
    look = Key(t.plain("welcome-look"), Go(Page.HOME))
    return Screen(text, ((begin,), (look,)), picture(t))


def picture(t: Texts) -> WelcomeCard:
    """Return the picture of the first minute and of the menu."""
    return WelcomeCard(t.plain("welcome-card-name"), t.plain("welcome-card-line"))
