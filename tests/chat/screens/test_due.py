"""The reminder itself and its answers, as values."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.chat.actions import AnswerDue, DueAnswer, Go, Page, Snooze
from bot.chat.screen import Key, Screen, Style
from bot.chat.screens import due as screens
from bot.chat.screens.fitting import LABEL, visible
from bot.domain.exercises import Library
from bot.services.outbox import Claimed
from bot.texts import Texts
from tests import builders

CLAIMED = Claimed(
    delivery_id=40,
    person_id=7,
    first_name="Ana",
    language="en",
    zone="Europe/Madrid",
    kind="reminder",
    wall=datetime(2026, 3, 2, 18),  # noqa: DTZ001 - what a clock shows has no zone
    planned_at=datetime(2026, 3, 2, 17, tzinfo=UTC),
    exercises=("open-book", "cat-cow"),
)
LIBRARY = builders.library(builders.exercise("cat-cow"), builders.exercise("open-book"))


def every(t: Texts, claimed: Claimed, library: Library = LIBRARY) -> list[Screen]:
    """Return the reminder and all that it turns into."""
    week = "This week: 2 of 5 days. 3 days in a row."
    return [
        *(screens.due(t, replace(claimed, delivery_id=n), library) for n in range(screens.WORDINGS)),
        screens.due(t, replace(claimed, snoozed=True), library),
        *(screens.later(t, claimed, library, evening=ahead) for ahead in (True, False)),
        screens.snoozed(t, claimed, library, claimed.wall),
        screens.did(t, claimed, library, week, None),
        screens.did(t, claimed, library, week, date(2026, 3, 1)),
        screens.not_today(t, claimed, library),
    ]


def actions(screen: Screen) -> list[object]:
    """Return what the buttons do, row by row."""
    return [[key.action for key in row] for row in screen.keys]


@pytest.mark.parametrize("name", ["Ana", "<b>&" * 16, "W" * 64])
def test_every_screen_fits_beside_its_picture(t: Texts, name: str) -> None:
    for screen in every(t, replace(CLAIMED, first_name=name)):
        assert 0 < visible(screen.text) <= 1024
        assert "<b>&<" not in screen.text
        assert all(0 < len(row) <= 3 for row in screen.keys)
        assert all(0 < len(key.label) <= LABEL for row in screen.keys for key in row)


def test_every_answer_keeps_the_picture_so_that_it_is_edited_in_place(t: Texts) -> None:
    assert {screen.picture for screen in every(t, CLAIMED)} == {screens.picture(t, CLAIMED, LIBRARY)}


def test_it_comes_with_five_answers_the_likeliest_first(t: Texts) -> None:
    screen = screens.due(t, CLAIMED, LIBRARY)
    assert actions(screen) == [
        [AnswerDue(40, DueAnswer.START)],
        [Snooze(40, 20), AnswerDue(40, DueAnswer.LATER)],
        [AnswerDue(40, DueAnswer.DID_IT), AnswerDue(40, DueAnswer.NOT_TODAY)],
    ]
    assert screen.keys[0][0] == Key("▶ Start", AnswerDue(40, DueAnswer.START), Style.PRIMARY)


def test_it_takes_turns_with_its_words(t: Texts) -> None:
    texts = {screens.due(t, replace(CLAIMED, delivery_id=n), LIBRARY).text for n in range(20)}
    assert len(texts) == screens.WORDINGS
    assert "again" in screens.due(t, replace(CLAIMED, snoozed=True), LIBRARY).text


def test_it_pictures_the_persons_routine_by_name(t: Texts) -> None:
    picture = screens.picture(t, CLAIMED, LIBRARY)
    assert picture.names == ("Open book", "Cat cow")
    assert "2 exercises" in screens.due(t, CLAIMED, LIBRARY).text


def test_it_leaves_out_what_content_no_longer_has(t: Texts) -> None:
    picture = screens.picture(t, replace(CLAIMED, exercises=("vanished", "cat-cow")), LIBRARY)
    assert picture.names == ("Cat cow",)


def test_it_shows_what_start_begins_for_somebody_without_a_routine(t: Texts, real_library: Library) -> None:
    first = next(iter(real_library.routines.values()))
    picture = screens.picture(t, replace(CLAIMED, exercises=()), real_library)
    names = [real_library.exercises[entry.exercise].text("en").name for entry in first.entries]
    assert picture.names == tuple(names)


def test_it_is_the_same_picture_for_everybody_with_the_same_routine(t: Texts) -> None:
    other = replace(CLAIMED, person_id=8, first_name="Bo", delivery_id=99)
    assert screens.picture(t, other, LIBRARY) == screens.picture(t, CLAIMED, LIBRARY)


def test_it_offers_the_evening_only_while_that_is_ahead(t: Texts) -> None:
    ahead = screens.later(t, CLAIMED, LIBRARY, evening=True)
    assert actions(ahead) == [
        [Snooze(40, 60), Snooze(40, 120), Snooze(40, 240)],
        [Snooze(40, screens.TILL_EVENING)],
        [AnswerDue(40, DueAnswer.BACK)],
    ]
    assert ahead.keys[1][0].label == "This evening, 20:00"
    assert [Snooze(40, 0)] not in actions(screens.later(t, CLAIMED, LIBRARY, evening=False))


def test_it_answers_in_kind_words(t: Texts) -> None:
    week = "This week: 2 of 5 days."
    assert "back at <b>18:00</b>" in screens.snoozed(t, CLAIMED, LIBRARY, CLAIMED.wall).text
    assert screens.did(t, CLAIMED, LIBRARY, week, None).text == f"<b>Lovely, counted.</b> {week}"
    assert "for Sun, 1 Mar" in screens.did(t, CLAIMED, LIBRARY, week, date(2026, 3, 1)).text
    assert screens.not_today(t, CLAIMED, LIBRARY).text == "Fine. Tomorrow is another day."


@pytest.mark.parametrize(("missed", "words"), [(1, "A reminder did not"), (5, "5 reminders did not")])
def test_it_owns_up_to_what_the_coach_could_not_bring(t: Texts, missed: int, words: str) -> None:
    screen = screens.due(t, replace(CLAIMED, missed=missed), LIBRARY)
    assert words in screen.text
    assert "That is on me" in screen.text
    assert screen.keys == screens.due(t, CLAIMED, LIBRARY).keys


def test_it_says_that_a_chosen_moment_is_in_quiet_hours(t: Texts) -> None:
    at = datetime(2026, 3, 2, 22, 15)  # noqa: DTZ001 - what a clock shows has no zone
    assert "quiet hours" in screens.snoozed(t, CLAIMED, LIBRARY, at, quiet=True).text
    assert "quiet hours" not in screens.snoozed(t, CLAIMED, LIBRARY, at).text


def test_the_note_asks_nothing_of_anybody(t: Texts) -> None:
    screen = screens.due(t, replace(CLAIMED, kind="note", first_name="<Ana>"), LIBRARY)
    assert "Still there, &lt;Ana&gt;?" in screen.text
    assert actions(screen) == [[Go(Page.HOME)], [Go(Page.REMINDERS), Go(Page.PAUSE)]]
    assert all(len(key.label) <= LABEL for row in screen.keys for key in row)
