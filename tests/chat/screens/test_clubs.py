"""Screens of a group: what they say, what their buttons do, and that they fit."""

from datetime import UTC, datetime, time

import pytest

from bot.chat.actions import ChangeClub, ClubChange, ClubDays, ClubTimes, TickBreak
from bot.chat.screens import clubs as screens
from bot.domain.breaks import movements
from bot.domain.exercises import Library
from bot.domain.reminders import Occurrence, Rule
from bot.domain.zones import clock_choices
from bot.services.breaks import Break
from bot.services.clubs import Kept
from bot.texts import Texts, load
from tests.chat.screens.limits import actions, check, keys

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
RULE = Rule(frozenset(range(5)), (time(11), time(15)))
FIFTEEN = Occurrence(datetime(2026, 3, 2, 15), NOON)  # noqa: DTZ001 - wall time has no zone
RUNNING = Kept(RULE, "Europe/Madrid", "en", enabled=True, upcoming=FIFTEEN, row=3)
RESTING = Kept(RULE, "Europe/Madrid", "en", enabled=False, upcoming=None, row=0)


def a_break(exercise: str = "wall-angel", variation: str = "standard", ticks: int = 0, row: int = 0) -> Break:
    """Return a break as it is handed to the screen."""
    return Break(31, -100500, "en", exercise, variation, NOON, ticks=ticks, row=row)


def test_a_running_club_tells_its_next_break_and_can_be_paused(t: Texts) -> None:
    page = screens.page(t, RUNNING, NOON)
    assert "11:00 and 15:00" in page.text
    assert "it is 12:00 now" in page.text
    assert "Next: <b>Mon, 2 Mar, 15:00</b>" in page.text
    assert "3 days in a row" in page.text
    assert actions(page)[0] == ChangeClub(ClubChange.PAUSE)


def test_a_resting_club_says_so_and_can_be_started(t: Texts) -> None:
    page = screens.page(t, RESTING, NOON)
    assert "do not run" in page.text
    assert "in a row" not in page.text
    assert actions(page)[0] == ChangeClub(ClubChange.START)


def test_a_choice_carries_what_would_be_chosen(t: Texts) -> None:
    """Not "switch this one": a button that was pressed twice, or is old, still means the same."""
    assert {ClubDays("012345"), ClubDays("1234")} <= set(actions(screens.days(t, RUNNING)))
    assert {ClubTimes("110012001500"), ClubTimes("1100")} <= set(actions(screens.times(t, RUNNING)))


def test_a_break_begins_without_a_number_and_then_counts(t: Texts, real_library: Library) -> None:
    exercise = real_library.exercises["wall-angel"]
    fresh = screens.post(t, a_break(), exercise, "midback_bot")
    assert keys(fresh)[0].label == "Done ✓"
    assert "✓" not in fresh.text
    counted = screens.post(t, a_break(ticks=3, row=1), exercise, "midback_bot")
    assert keys(counted)[0].label == "Done ✓ 3"
    assert counted.text.endswith("✓✓✓ · 1 day in a row")
    assert actions(counted)[0] == TickBreak(31)
    assert keys(counted)[1].url == "https://t.me/midback_bot?start=show_wall-angel"


def test_a_crowd_is_a_row_of_marks_that_ends(t: Texts, real_library: Library) -> None:
    crowd = screens.post(t, a_break(ticks=500, row=9), real_library.exercises["wall-angel"], "midback_bot")
    assert crowd.text.count("✓") == screens.MARKS
    assert keys(crowd)[0].label == "Done ✓ 500"


@pytest.mark.parametrize("language", ["en", "es"])
def test_everything_fits_a_phone(language: str, real_library: Library) -> None:
    t = load().texts(language)
    shown = [screens.private(t, "midback_bot"), screens.fresh(t), screens.end(t), screens.ended(t)]
    shown += [screens.page(t, club, NOON) for club in (RUNNING, RESTING)]
    shown += [screens.days(t, RUNNING), screens.times(t, RUNNING), screens.clocks(t, clock_choices(NOON))]
    shown += [screens.cities(t, ["Europe/Madrid"]), screens.languages(t, ["en", "es"])]
    for exercise, form in movements(real_library):
        for ticks in (0, 500):
            one = a_break(exercise.slug, form.slug, ticks, row=ticks)
            shown.append(screens.post(t, one, exercise, "midback_bot"))
    for screen in shown:
        check(screen)
