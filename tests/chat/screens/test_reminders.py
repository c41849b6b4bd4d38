"""The screens about reminders, as values."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

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
from bot.chat.screen import Key, Screen, Style
from bot.chat.screens import reminders as screens
from bot.chat.screens.fitting import LABEL, visible
from bot.domain.quiet import Quiet
from bot.domain.reminders import Occurrence, Rule
from bot.services.reminder_drafts import Draft as Drafted
from bot.services.reminders import MOST, Kept, Listing
from bot.texts import Texts

MONDAY = date(2026, 3, 2)
EVERY_DAY = frozenset(range(7))
NEXT = tuple(
    Occurrence(
        datetime(2026, 3, day, 18),  # noqa: DTZ001 - what a clock shows has no zone
        datetime(2026, 3, day, 17, tzinfo=UTC),
    )
    for day in (2, 3, 4)
)
MORNING = Kept(1, Rule(EVERY_DAY, (time(7, 30),)), enabled=True)
NOON = Kept(2, Rule(frozenset({0, 2, 4}), (time(12),)), enabled=False)
LISTING = Listing((MORNING, NOON), NEXT, MONDAY, None)
DRAFT = Drafted(frozenset({0, 1}), (time(6, 10), time(7, 30)), None, NEXT)


def keys(screen: Screen) -> list[Key]:
    """Return all buttons in order."""
    return [key for row in screen.keys for key in row]


def key(screen: Screen, label: str) -> Key:
    """Return the button with a label."""
    return next(key for key in keys(screen) if key.label == label)


def many(times: int = 8) -> Listing:
    """Return as many and as long reminders as a person may have."""
    clocks = tuple(time(hour, 45) for hour in range(10, 10 + times))
    kept = tuple(Kept(i, Rule(frozenset({0, 1, 2, 4, 5}), clocks), enabled=i % 2 == 0) for i in range(MOST))
    return Listing(kept, NEXT, MONDAY, MONDAY + timedelta(days=300))


NIGHT = Quiet(time(22), time(7))


def every(t: Texts) -> Iterable[Screen]:
    """Return every screen, also at its fullest."""
    full = replace(DRAFT, weekdays=EVERY_DAY - {3}, times=tuple(time(hour, 1) for hour in range(8)))
    empty = Drafted(frozenset(), (), None)
    yield from (screens.listing(t, found) for found in (LISTING, many(), Listing((), (), MONDAY, None)))
    yield from (screens.one(t, kept) for kept in (MORNING, NOON, many().reminders[0]))
    yield screens.delete(t, many().reminders[1])
    for draft in (DRAFT, full, empty):
        yield screens.days(t, draft)
        yield screens.times(t, draft, unread=True)
    yield from (screens.review(t, draft, "America/Argentina/Buenos_Aires") for draft in (DRAFT, full))
    yield from (screens.pause(t, MONDAY, until) for until in (None, MONDAY, date(2026, 12, 31)))
    yield screens.calendar(t, date(2026, 9, 2))
    yield from (screens.quiet(t, hours, unread=True) for hours in (None, NIGHT))
    yield screens.listing(t, replace(LISTING, quiet=NIGHT))
    yield screens.back(t, "Ana", DRAFT.upcoming[0])


def test_every_screen_fits_a_phone(t: Texts) -> None:
    for screen in every(t):
        assert 0 < visible(screen.text) <= 4096
        assert screen.picture is None
        assert all(0 < len(row) <= 3 for row in screen.keys)
        assert all(0 < len(key.label) <= LABEL for key in keys(screen))
        assert all(key.action and key.action.pack() for key in keys(screen))


def test_it_is_warm_where_there_are_no_reminders(t: Texts) -> None:
    screen = screens.listing(t, Listing((), (), MONDAY, None))
    assert "No reminders yet" in screen.text
    assert keys(screen)[0].action == Draft(DraftStep.NEW)
    assert keys(screen)[0].style is Style.PRIMARY


def test_it_lists_each_reminder_with_its_sign_and_what_comes_next(t: Texts) -> None:
    screen = screens.listing(t, LISTING)
    assert "🔔 <b>07:30</b> · every day\n🔕 12:00 · Mon, Wed, and Fri · off" in screen.text
    assert "Next:\n• Mon, 2 Mar, 18:00\n• Tue, 3 Mar, 18:00\n• Wed, 4 Mar, 18:00" in screen.text
    assert [k.label for k in keys(screen)] == [
        "➕ Add a reminder",
        "🔔 07:30 · every day",
        "🔕 12:00 · 3 days",
        "Pause everything",
        "🌙 Quiet hours",
        "Menu",
    ]
    assert key(screen, "🔕 12:00 · 3 days").action == EditReminder(2, ReminderChange.OPEN)


def test_it_says_until_when_everything_is_paused(t: Texts) -> None:
    screen = screens.listing(t, replace(LISTING, paused_until=date(2026, 3, 8)))
    assert "up to and including <b>Sun, 8 Mar</b>" in screen.text
    assert "After the pause:" in screen.text
    assert key(screen, "Pause: change or end").action == Go(Page.PAUSE)
    assert PauseFor(0) in [k.action for k in keys(screen)], "it takes two taps to come back"
    assert PauseFor(0) not in [k.action for k in keys(screens.listing(t, LISTING))]


def test_it_says_when_all_of_them_are_off(t: Texts) -> None:
    assert "All of them are off" in screens.listing(t, Listing((NOON,), (), MONDAY, None)).text


def test_it_offers_no_more_than_one_may_have(t: Texts) -> None:
    assert Draft(DraftStep.NEW) not in [k.action for k in keys(screens.listing(t, many()))]


@pytest.mark.parametrize(
    ("weekdays", "times", "label"),
    [
        (EVERY_DAY, (time(7, 30),), "🔔 07:30 · every day"),
        (EVERY_DAY, (time(7, 30), time(18)), "🔔 07:30 18:00"),
        (frozenset(range(5)), (time(7), time(12), time(18)), "🔔 07:00 +2 · weekdays"),
        (frozenset({0, 2, 4}), (time(7, 30), time(18)), "🔔 07:30 18:00 · 3 days"),
        (frozenset({6}), (time(9),), "🔔 09:00 · Sun"),
    ],
)
def test_it_puts_what_fits_on_the_button_of_a_reminder(
    t: Texts, weekdays: frozenset[int], times: tuple[time, ...], label: str
) -> None:
    kept = Kept(1, Rule(weekdays, times), enabled=True)
    assert keys(screens.listing(t, Listing((kept,), NEXT, MONDAY, None)))[1].label == label


def test_it_offers_to_switch_off_what_is_on_and_on_what_is_off(t: Texts) -> None:
    assert key(screens.one(t, MORNING), "Switch off").action == EditReminder(1, ReminderChange.OFF)
    off = screens.one(t, NOON)
    assert key(off, "Switch on").action == EditReminder(2, ReminderChange.ON)
    assert "It is off" in off.text


def test_it_asks_before_it_deletes(t: Texts) -> None:
    assert key(screens.one(t, NOON), "Delete").action == EditReminder(2, ReminderChange.DELETE)
    screen = screens.delete(t, NOON)
    assert keys(screen)[0].action == EditReminder(2, ReminderChange.OPEN)
    assert key(screen, "Yes, delete it") == Key(
        "Yes, delete it", EditReminder(2, ReminderChange.DELETE_SURELY), Style.DANGER
    )


def test_it_offers_presets_and_ticks_chosen_days(t: Texts) -> None:
    screen = screens.days(t, DRAFT)
    presets = [key.action for row in screen.keys[:2] for key in row]
    assert presets == [DraftDays("0123456"), DraftDays("01234"), DraftDays("56")]
    week = [key for row in screen.keys[2:5] for key in row]
    assert [k.label for k in week] == ["✓ Mon", "✓ Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [k.action for k in week] == [DraftDay(day) for day in range(7)]
    assert key(screen, "Next: times").action == Draft(DraftStep.TIMES)


def test_it_does_not_go_on_without_a_day_or_a_time(t: Texts) -> None:
    empty = Drafted(frozenset(), (), None)
    assert Draft(DraftStep.TIMES) not in [k.action for k in keys(screens.days(t, empty))]
    assert "Choose at least one" in screens.days(t, empty).text
    assert Draft(DraftStep.REVIEW) not in [k.action for k in keys(screens.times(t, empty))]


def test_it_offers_likely_times_and_those_already_chosen_in_order(t: Texts) -> None:
    screen = screens.times(t, DRAFT)
    labels = [k.label for k in keys(screen)]
    assert labels[:4] == ["✓ 06:10", "06:30", "07:00", "✓ 07:30"]
    assert key(screen, "✓ 06:10").action == DraftTime("0610")
    assert "21:30" in labels
    assert key(screen, "Next: look at it").action == Draft(DraftStep.REVIEW)
    assert "7:30 18:00" in screen.text
    assert "could not read" not in screen.text
    assert "could not read" in screens.times(t, DRAFT, unread=True).text


def test_it_shows_the_rule_in_words_and_the_next_three_moments_before_saving(t: Texts) -> None:
    screen = screens.review(t, DRAFT, "America/New_York")
    assert "<b>06:10 and 07:30</b>\nMon and Tue, by the clock of New York" in screen.text
    assert screen.text.count("18:00") == 3
    assert keys(screen)[0] == Key("Save", Draft(DraftStep.SAVE), Style.PRIMARY)


def test_it_says_on_which_day_each_pause_ends(t: Texts) -> None:
    screen = screens.pause(t, MONDAY, None)
    for line in ("Today: until Mon, 2 Mar", "3 days: until Wed, 4 Mar", "A week: until Sun, 8 Mar"):
        assert line in screen.text
    assert key(screen, "Two weeks").action == PauseFor(14)
    assert PauseFor(0) not in [k.action for k in keys(screen)]


def test_it_offers_to_come_back_first_while_paused(t: Texts) -> None:
    screen = screens.pause(t, MONDAY, date(2026, 3, 8))
    assert keys(screen)[0] == Key("Come back now", PauseFor(0), Style.PRIMARY)
    assert "<b>Sun, 8 Mar</b>" in screen.text


def test_it_counts_days_of_the_calendar_with_today_included(t: Texts) -> None:
    screen = screens.calendar(t, MONDAY)
    assert key(screen, "Tue, 3 Mar").action == PauseFor(2)
    assert key(screen, "Mon, 23 Mar").action == PauseFor(22)
    assert keys(screen)[-1].action == Go(Page.PAUSE)


def test_it_tells_the_quiet_hours_and_ticks_the_button_that_stands_for_them(t: Texts) -> None:
    assert "Quiet from <b>22:00</b> to 07:00" in screens.listing(t, replace(LISTING, quiet=NIGHT)).text
    assert key(screens.quiet(t, NIGHT), "✓ 22:00 – 07:00").action == SetQuiet("2200", "0700")
    assert key(screens.quiet(t, NIGHT), "No quiet hours").action == SetQuiet("0000", "0000")
    assert "No quiet hours" not in [k.label for k in keys(screens.quiet(t, None))]


def test_it_asks_who_is_back_whether_reminders_shall_go_on(t: Texts) -> None:
    screen = screens.back(t, "Ana", DRAFT.upcoming[0])
    assert "Shall they go on?" in screen.text
    assert [k.action for k in keys(screen)] == [Go(Page.HOME), Go(Page.REMINDERS), Go(Page.PAUSE)]
