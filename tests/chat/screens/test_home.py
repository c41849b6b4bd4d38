"""The menu, the week, and what one reads once."""

from collections.abc import Sequence
from datetime import date, time, timedelta

import pytest

from bot.chat.actions import Go, MarkDay, Page
from bot.chat.screen import Key, Screen, Style
from bot.chat.screens import home as screens
from bot.domain.cards import Card, CardText
from bot.domain.exercises import Library
from bot.domain.streak import DayRow, Streak, Verdict, WeekGoal, Why
from bot.figures.cards import WelcomeCard
from bot.services.days import Progress
from bot.texts import Texts
from tests import builders
from tests.chat.screens.limits import actions, check, keys, plain

MONDAY = date(2026, 3, 2)
WEDNESDAY = MONDAY + timedelta(days=2)
OPEN, LATER = (Verdict.UNKNOWN, Why.STILL_OPEN), (Verdict.UNKNOWN, Why.TO_COME)
DONE = (Verdict.DONE, Why.SESSION_FINISHED)
FREE, BEFORE = (Verdict.REST, Why.NOT_PLANNED), (Verdict.UNKNOWN, Why.BEFORE_START)
MISSED = (Verdict.MISSED, Why.NO_PASS_LEFT)


def progress(*days: tuple[Verdict, Why], goal: WeekGoal | None = None) -> Progress:
    """Return a week that has come to Wednesday; days that are not given are still to come."""
    verdicts = [*days, *[LATER] * (7 - len(days))]
    week = tuple(DayRow(MONDAY + timedelta(days=n), *verdict) for n, verdict in enumerate(verdicts))
    return Progress(
        WEDNESDAY,
        week,
        goal or WeekGoal(1, 5),
        Streak(2, 9),
        sessions=4,
        seconds=600,
        yesterday=None if BEFORE in days[1:2] else week[1],
    )


def menu(t: Texts, *days: tuple[Verdict, Why], name: str = "Ana", open_: bool = False) -> Screen:
    """Return the menu of somebody with two exercises in their routine."""
    entries = [builders.entry(), builders.entry("open-book")]
    return screens.home(t, name, entries, progress(*days), open_=open_)


def test_the_menu(t: Texts) -> None:
    assert menu(t, FREE, DONE, OPEN) == Screen(
        "<b>Hi Ana.</b>\nToday: 2 exercises, 3 minutes.\nThis week: 1 of 5 days. 2 days in a row.",
        (
            (Key("▶ Today's session", Go(Page.TODAY), Style.PRIMARY),),
            (Key("🧭 My plan", Go(Page.PLAN)), Key("My routine", Go(Page.ROUTINE))),
            (Key("Exercises", Go(Page.LIBRARY)), Key("My week", Go(Page.STREAK))),
            (Key("Reminders", Go(Page.REMINDERS)), Key("Good to know", Go(Page.LEARN))),
            (Key("Help", Go(Page.HELP)),),
        ),
        WelcomeCard("Midback", "Short moves for a stiff middle back"),
    )


def test_the_menu_after_the_session_of_today(t: Texts) -> None:
    screen = menu(t, FREE, FREE, DONE)
    assert "Today is done." in screen.text
    assert keys(screen)[0].label == "▶ One more session"


@pytest.mark.parametrize("today", [OPEN, DONE])
def test_the_menu_while_a_session_waits(t: Texts, today: tuple[Verdict, Why]) -> None:
    screen = menu(t, FREE, FREE, today, open_=True)
    assert screen.text.endswith("You left a session in the middle. It waits for you.")
    assert keys(screen)[0] == Key("▶ Go on where I was", Go(Page.TODAY), Style.PRIMARY)


@pytest.mark.parametrize("name", ["<i>", "&amp;", "😀" * 32, "W" * 64])
def test_the_menu_for_any_name(t: Texts, name: str) -> None:
    check(menu(t, OPEN, name=name, open_=True))
    assert f"Hi {name}." in plain(menu(t, OPEN, name=name))


def week(t: Texts, *days: tuple[Verdict, Why], goal: WeekGoal | None = None) -> Screen:
    """Return the week, seen on Wednesday."""
    return screens.week(t, progress(*days, goal=goal), time(3))


def test_the_week(t: Texts) -> None:
    assert week(t, DONE, FREE, OPEN) == Screen(
        "<b>Your week</b> · 1 of 5 days\n\n"
        "✅ Mon · done\n➖ Tue · rest day\n· Wed · still open\n\n"
        "Current row: 2 days. Longest: 9 days.\nIn all: 4 sessions, 10 minutes of movement.\n\n"
        "<i>A day here ends at 03:00, so a late evening still counts.</i>",
        (
            (Key("I did it today", MarkDay("20260304")),),
            (Key("I did it yesterday", MarkDay("20260303")),),
            (Key("My progress", Go(Page.PROGRESS)), Key("Why it counts so", Go(Page.WHY))),
            (Key("Do today's session", Go(Page.TODAY)), Key("Menu", Go(Page.HOME))),
        ),
    )


@pytest.mark.parametrize(
    ("yesterday", "today", "offered"),
    [
        (DONE, DONE, []),
        (DONE, OPEN, [MarkDay("20260304")]),
        (MISSED, DONE, [MarkDay("20260303")]),
        ((Verdict.SHORT, Why.ONE_EXERCISE), DONE, [MarkDay("20260303")]),
        (BEFORE, OPEN, [MarkDay("20260304")]),
    ],
)
def test_only_what_can_count_is_offered(
    t: Texts, yesterday: tuple[Verdict, Why], today: tuple[Verdict, Why], offered: Sequence[MarkDay]
) -> None:
    """A day before the person came is outside the ledger: it would be noted and never count."""
    assert [a for a in actions(week(t, FREE, yesterday, today)) if isinstance(a, MarkDay)] == offered


def test_a_missed_day_is_met_kindly(t: Texts) -> None:
    kind = t("week-missed")
    assert kind in week(t, MISSED, FREE, OPEN).text
    assert kind in week(t, (Verdict.REST_PASS, Why.PASS_USED), FREE, OPEN).text
    assert kind not in week(t, DONE, FREE, OPEN).text


def test_more_than_planned_reads_as_a_whole(t: Texts) -> None:
    assert "6 of 6 days" in week(t, DONE, goal=WeekGoal(6, 3)).text


def test_a_week_that_asks_for_nothing_says_so(t: Texts) -> None:
    assert week(t, FREE, goal=WeekGoal(0, 0)).text.startswith("<b>Your week</b> · nothing planned\n")


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_and_reason_has_words(t: Texts, verdict: Verdict, why: Why) -> None:
    check(week(t, *[(verdict, why)] * 7))


def test_help(t: Texts) -> None:
    check(screens.help_(t))
    pages = [Page.TODAY, Page.HEALTH, Page.SAFETY, Page.LIBRARY, Page.SETTINGS, Page.HOME]
    asked = screens.help_(t, team=True)
    assert actions(asked) == [Go(page) for page in (*pages[:3], Page.HUMAN, *pages[3:])]
    assert actions(screens.help_(t)) == [Go(page) for page in pages]


@pytest.mark.parametrize("first", ["help-unknown-command", "help-media"])
def test_help_begins_with_what_was_wrong(t: Texts, first: str) -> None:
    screen = screens.help_(t, first)
    check(screen)
    assert screen.text == f"{t(first)}\n\n{t('help')}"


def test_help_names_every_command_that_is_not_found_otherwise(t: Texts) -> None:
    for command in ("today", "exercises", "routine", "reminders", "pause", "streak", "safety", "about"):
        assert f"/{command}" in screens.help_(t).text


def cards(library: Library, group: str) -> list[Card]:
    """Return the cards of a group."""
    return [card for card in library.cards.values() if card.group == group]


def test_when_to_see_a_doctor_is_said_in_full_and_the_most_urgent_first(
    t: Texts, real_library: Library
) -> None:
    group = cards(real_library, "safety")
    screen = screens.safety(t, group)
    check(screen)
    assert len(group) >= 3
    places = [plain(screen).index(card.text("en").title) for card in group]
    assert places == sorted(places)
    for card in group:
        for part in card.text("en").body:
            assert part in plain(screen)


def test_who_speaks_here_is_said_in_full(t: Texts, real_library: Library) -> None:
    group = cards(real_library, "legal")
    screen = screens.about(t, group)
    check(screen)
    assert group
    for card in group:
        assert card.text("en").title in plain(screen)


def test_every_card_of_the_real_content_can_be_read(t: Texts, real_library: Library) -> None:
    for card in real_library.cards.values():
        check(Screen(screens.reading(t, card)))


def test_a_card_is_escaped_and_its_list_stays_together(t: Texts) -> None:
    body = ("One & all:", "• first <b>", "• second", "The end.")
    card = Card("x", "safety", 1, (), {"en": CardText("A < B", body, "It is > that.")})
    assert screens.reading(t, card) == (
        "<b>A &lt; B</b>\n\nOne &amp; all:\n• first &lt;b&gt;\n• second\n\nThe end.\n\n"
        "<i>It is &gt; that.</i>"
    )


def test_the_way_out_of_a_group(t: Texts) -> None:
    screen = screens.private_only(t, "midback_bot")
    check(screen)
    assert keys(screen) == [Key("Open the coach", url="https://t.me/midback_bot?start=group")]
