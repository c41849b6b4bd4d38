"""The first minute, screen by screen."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.chat.actions import ChooseDays, ChooseMoment, ClockIs, Go, Page, ZoneIs
from bot.chat.screen import Key, Screen, Style
from bot.chat.screens import meeting as screens
from bot.domain.exercises import Library
from bot.domain.zones import clock_choices, zones_at
from bot.figures.cards import WelcomeCard
from bot.texts import Texts
from tests import builders
from tests.chat.screens.limits import actions, check, keys, plain

PICTURE = WelcomeCard("Midback", "Short moves for a stiff middle back")
MOMENTS = [datetime(2026, month, 3, 9, tzinfo=UTC) for month in (1, 4, 7, 11)]


def test_hello_says_what_this_is_and_asks_for_the_time(t: Texts, real_library: Library) -> None:
    screen = screens.welcome(t, "Ana", real_library.cards["disclaimer"])
    check(screen)
    assert screen.text.startswith("Hi Ana, ")
    for part in real_library.cards["disclaimer"].text("en").body:
        assert part in plain(screen)
    assert [(key.label, key.action) for key in keys(screen)] == [
        ("Morning · 07:30", ChooseMoment("0730")),
        ("Midday · 12:30", ChooseMoment("1230")),
        ("Evening · 18:30", ChooseMoment("1830")),
        ("No nudges for now", ChooseMoment("none")),
    ]


@pytest.mark.parametrize("name", ["<b>", "&", "😀" * 32, "a" * 64, "أنا", "{ $what }"])
def test_hello_to_any_name(t: Texts, real_library: Library, name: str) -> None:
    screen = screens.welcome(t, name, real_library.cards["disclaimer"])
    if "{" not in name:
        check(screen)
    assert f"Hi {name}, " in plain(screen)


def test_it_asks_whether_the_clock_is_right(t: Texts) -> None:
    assert screens.clock(t, time(19, 40), ZoneIs("Europe/Madrid")) == Screen(
        "<b>Is it 19:40 for you?</b>\n\nThen a nudge comes when you mean it to.",
        (
            (Key("Yes, 19:40", ZoneIs("Europe/Madrid"), Style.PRIMARY),),
            (Key("No, another time", ClockIs(screens.OTHER_CLOCK)),),
        ),
        PICTURE,
    )


@pytest.mark.parametrize("now", MOMENTS)
def test_every_clock_of_the_world_can_be_chosen_in_the_order_of_the_day(t: Texts, now: datetime) -> None:
    screen = screens.clocks(t, clock_choices(now))
    check(screen)
    labels = [key.label for key in keys(screen)]
    assert labels == sorted(labels)
    for key in keys(screen):
        assert isinstance(key.action, ClockIs)
        assert key.label == f"{now + timedelta(minutes=key.action.minutes):%H:%M}"


@pytest.mark.parametrize("now", MOMENTS)
def test_every_place_fits_its_button(t: Texts, now: datetime) -> None:
    for choice in clock_choices(now):
        zones = zones_at(now, choice.minutes)
        screen = screens.cities(t, zones)
        check(screen)
        assert actions(screen) == [ZoneIs(zone) for zone in zones]


def test_it_asks_for_the_days(t: Texts) -> None:
    screen = screens.days(t)
    check(screen)
    assert [(key.label, key.action) for key in keys(screen)] == [
        ("Every day", ChooseDays("0123456")),
        ("Weekdays", ChooseDays("01234")),
        ("Mon, Tue, Thu, Fri", ChooseDays("0134")),
        ("Mon, Wed, Fri", ChooseDays("024")),
    ]


@pytest.mark.parametrize(
    ("reminder", "words"),
    [("Mon, 2 Mar, 07:30", "First nudge: Mon, 2 Mar, 07:30."), (None, "No nudges; you start when you like.")],
)
def test_it_says_what_was_set_up(t: Texts, reminder: str | None, words: str) -> None:
    screen = screens.ready(t, [builders.entry(), builders.entry("open-book")], reminder)
    check(screen)
    assert "2 exercises, 3 minutes" in screen.text
    assert words in screen.text
    assert actions(screen) == [Go(Page.TODAY), Go(Page.HOME)]
    assert screen.picture == PICTURE
