"""Reminders as a person talks about them, on a real database and the shipped content."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import select

from bot.chat.actions import (
    AnswerDue,
    Draft,
    DraftDay,
    DraftDays,
    DraftStep,
    DraftTime,
    DueAnswer,
    EditReminder,
    PauseFor,
    ReminderChange,
    Snooze,
)
from bot.chat.handlers import reminders as handlers
from bot.chat.screen import Reply, Screen
from bot.chat.screens import due as due_screens
from bot.chat.turn import Turn
from bot.db.database import Database
from bot.db.tables import DayMark, Delivery, Person, Reminder
from bot.domain.safety import Tier
from bot.domain.streak import Mark
from bot.services import care, outbox, queueing, reminders
from tests.chat.handlers.begun import begun
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import session_of

DUE = datetime(2026, 3, 2, 17, tzinfo=UTC)  # 18:00 in Madrid


@pytest.fixture
def turn(make_turn: MakeTurn) -> Turn:
    """Give a press of Ana's."""
    return make_turn()


@pytest.fixture
def number(database: Database, person: Person, now: datetime) -> int:
    """Give the id of a reminder of 18:00."""
    row = database.call(reminders.add, 7, "0123456", [time(18)], now)
    assert row is not None
    return row.id or 0


@pytest.fixture
def came(database: Database, number: int) -> int:
    """Give the id of a delivery that arrived at 18:00."""
    database.call(queueing.queue_due, DUE)
    (claimed,) = database.call(outbox.take, DUE).claimed
    database.call(outbox.mark, [outbox.sent(claimed.delivery_id, 1, DUE)])
    return claimed.delivery_id


def seen(reply: Reply) -> Screen:
    """Return the screen that a person sees."""
    assert isinstance(reply, Screen)
    return reply


def stored(database: Database) -> list[tuple[str, str]]:
    """Return weekdays and times of all reminders."""
    rows = database.call(lambda session: session.exec(select(Reminder)).all())
    return [(row.weekdays, row.times) for row in rows]


def asked(database: Database) -> str:
    """Return what the next typed words answer."""
    return database.call(lambda session: session.get_one(Person, 7).asked)


async def test_it_lists_what_there_is(turn: Turn, number: int) -> None:
    assert "18:00" in seen(await handlers.page(turn)).text
    assert await handlers.reminders(turn) == await handlers.page(turn)


async def test_it_makes_a_reminder_in_four_steps(turn: Turn, database: Database) -> None:
    assert "which days" in seen(await handlers.draft(turn, Draft(DraftStep.NEW))).text
    await handlers.draft_days(turn, DraftDays("01234"))
    assert "Mon, Tue, Wed, and Thu" in seen(await handlers.draft_day(turn, DraftDay(4))).text
    assert "what time" in seen(await handlers.draft(turn, Draft(DraftStep.TIMES))).text
    await handlers.draft_time(turn, DraftTime("0730"))
    review = seen(await handlers.draft(turn, Draft(DraftStep.REVIEW)))
    assert "Tue, 3 Mar, 07:30" in review.text
    assert stored(database) == []
    saved = seen(await handlers.draft(turn, Draft(DraftStep.SAVE)))
    assert saved.toast == "Saved."
    assert stored(database) == [("0123", "07:30")]


async def test_it_begins_with_times_after_the_command(make_turn: MakeTurn, database: Database) -> None:
    review = seen(await handlers.reminders(make_turn("7:30 18:00")))
    assert "07:30 and 18:00" in review.text
    assert "every day" in review.text
    await handlers.draft(make_turn(), Draft(DraftStep.SAVE))
    assert stored(database) == [("0123456", "07:30 18:00")]


async def test_it_lists_when_the_words_after_the_command_are_no_times(make_turn: MakeTurn) -> None:
    assert "No reminders yet" in seen(await handlers.reminders(make_turn("please"))).text


async def test_it_takes_typed_times(make_turn: MakeTurn, turn: Turn, database: Database) -> None:
    await handlers.draft(turn, Draft(DraftStep.NEW))
    await handlers.draft(turn, Draft(DraftStep.TIMES))
    assert asked(database) == "reminder-times"
    assert "could not read" in seen(await handlers.typed_times(make_turn("7:99"))).text
    assert asked(database) == "reminder-times"
    assert "07:05" in seen(await handlers.typed_times(make_turn("7.05"))).text
    assert asked(database) == ""


async def test_it_goes_to_what_is_missing_before_it_lets_save(turn: Turn, database: Database) -> None:
    await handlers.draft(turn, Draft(DraftStep.NEW))
    assert "what time" in seen(await handlers.draft(turn, Draft(DraftStep.REVIEW))).text
    await handlers.draft_days(turn, DraftDays(""))
    assert "which days" in seen(await handlers.draft(turn, Draft(DraftStep.REVIEW))).text
    assert seen(await handlers.draft(turn, Draft(DraftStep.SAVE))).toast
    assert stored(database) == []


async def test_it_says_when_there_is_no_room_for_another_time(turn: Turn) -> None:
    await handlers.draft(turn, Draft(DraftStep.NEW))
    for hour in range(8):
        assert seen(await handlers.draft_time(turn, DraftTime(f"{hour:02}00"))).toast is None
    assert "plenty" in (seen(await handlers.draft_time(turn, DraftTime("1200"))).toast or "")


async def test_it_forgets_a_dialogue_that_is_cancelled(turn: Turn, database: Database) -> None:
    await handlers.draft(turn, Draft(DraftStep.NEW))
    await handlers.draft_time(turn, DraftTime("0730"))
    assert seen(await handlers.draft(turn, Draft(DraftStep.CANCEL))).toast == "Nothing changed."
    assert seen(await handlers.draft(turn, Draft(DraftStep.SAVE))).toast
    assert stored(database) == []


@pytest.mark.parametrize("step", [DraftStep.DAYS, DraftStep.TIMES, DraftStep.REVIEW, DraftStep.SAVE])
async def test_an_old_button_of_a_dialogue_shows_the_list(turn: Turn, step: DraftStep) -> None:
    reply = seen(await handlers.draft(turn, Draft(step)))
    assert reply.toast == "That dialogue is over. Here is your list."
    assert "Reminders" in reply.text


async def test_an_old_button_of_a_choice_shows_the_list(turn: Turn) -> None:
    for reply in (
        await handlers.draft_days(turn, DraftDays("0")),
        await handlers.draft_day(turn, DraftDay(0)),
        await handlers.draft_time(turn, DraftTime("0730")),
    ):
        assert seen(reply).toast == "That dialogue is over. Here is your list."


async def test_it_makes_no_more_than_one_may_have(turn: Turn, database: Database, now: datetime) -> None:
    for _ in range(reminders.MOST):
        database.call(reminders.add, 7, "0", [time(8)], now)
    assert "as many as I can keep" in (seen(await handlers.draft(turn, Draft(DraftStep.NEW))).toast or "")


async def test_it_changes_switches_and_deletes(turn: Turn, number: int, database: Database) -> None:
    async def press(change: ReminderChange) -> Screen:
        return seen(await handlers.edit(turn, EditReminder(number, change)))

    assert "18:00" in (await press(ReminderChange.OPEN)).text
    off = await press(ReminderChange.OFF)
    assert (off.toast, "It is off" in off.text) == ("Off. It keeps its times.", True)
    assert (await press(ReminderChange.ON)).toast == "On."
    assert "which days" in (await press(ReminderChange.EDIT)).text
    await handlers.draft_days(turn, DraftDays("56"))
    await handlers.draft(turn, Draft(DraftStep.SAVE))
    assert stored(database) == [("56", "18:00")]
    assert "Delete" in (await press(ReminderChange.DELETE)).text
    assert (await press(ReminderChange.DELETE_SURELY)).toast == "Deleted."
    assert stored(database) == []


@pytest.mark.parametrize("change", list(ReminderChange))
async def test_a_button_of_a_reminder_that_is_gone_shows_the_list(turn: Turn, change: ReminderChange) -> None:
    reply = seen(await handlers.edit(turn, EditReminder(999, change)))
    assert reply.toast == "That one is gone. Here is your list."


async def test_nobody_changes_what_is_somebody_elses(
    make_turn: MakeTurn, number: int, database: Database, now: datetime
) -> None:
    def bo(session: object) -> Person:
        person = Person(id=8, first_name="Bo", created_at=now, first_day=now.date())
        session.add(person)  # type: ignore[attr-defined]
        return person

    other = make_turn(who=database.call(bo))
    for change in ReminderChange:
        reply = seen(await handlers.edit(other, EditReminder(number, change)))
        assert reply.toast == "That one is gone. Here is your list."
    assert stored(database) == [("0123456", "18:00")]


# Pauses


async def test_it_pauses_and_comes_back(turn: Turn, number: int) -> None:
    assert "Come back now" not in str(seen(await handlers.pause_page(turn)).keys)
    paused = seen(await handlers.pause_for(turn, PauseFor(7)))
    assert paused.toast == "Paused until Sun, 8 Mar."
    assert "Mon, 9 Mar, 18:00" in paused.text
    assert "Come back now" in str(seen(await handlers.pause_page(turn)).keys)
    back = seen(await handlers.pause_for(turn, PauseFor(0)))
    assert back.toast == "Welcome back."
    assert "Mon, 2 Mar, 18:00" in back.text


async def test_it_opens_the_calendar(turn: Turn) -> None:
    assert "Until when" in seen(await handlers.pause_for(turn, PauseFor(-1))).text


# The reminder that came


@pytest.fixture
def at_six(turn: Turn) -> Turn:
    """Give a press at 18:00."""
    return replace(turn, now=DUE)


async def test_it_starts_the_session(at_six: Turn, came: int) -> None:
    reply = seen(await handlers.answer_due(at_six, AnswerDue(came, DueAnswer.START)))
    assert session_of(await begun(at_six, reply)) is not None
    assert reply.picture is not None


async def test_it_starts_even_from_a_reminder_that_is_gone(at_six: Turn) -> None:
    reply = seen(await handlers.answer_due(at_six, AnswerDue(999, DueAnswer.START)))
    assert session_of(await begun(at_six, reply)) is not None


async def test_it_promises_when_it_will_be_back(at_six: Turn, came: int) -> None:
    reply = seen(await handlers.snooze(at_six, Snooze(came, 20)))
    assert "18:20" in reply.text
    moved = seen(await handlers.snooze(at_six, Snooze(came, 240)))
    assert "22:00" in moved.text


async def test_it_offers_later_and_the_way_back(at_six: Turn, came: int) -> None:
    choices = seen(await handlers.answer_due(at_six, AnswerDue(came, DueAnswer.LATER)))
    assert "This evening, 20:00" in str(choices.keys)
    assert "20:00" in seen(await handlers.snooze(at_six, Snooze(came, due_screens.TILL_EVENING))).text
    back = seen(await handlers.answer_due(at_six, AnswerDue(came, DueAnswer.BACK)))
    assert "Did it already" in str(back.keys)


async def test_nothing_is_promised_while_a_warning_sign_waits(
    at_six: Turn, came: int, database: Database
) -> None:
    """It would not come, for nothing does until someone had a look."""
    database.call(care.hold, 7, Tier.B, care.WORDS, DUE)
    for minutes in (20, due_screens.TILL_EVENING):
        reply = seen(await handlers.snooze(at_six, Snooze(came, minutes)))
        assert "until someone has had a look" in reply.text
    assert len(database.call(lambda session: session.exec(select(Delivery)).all())) == 1


async def test_it_offers_other_times_once_the_evening_has_begun(at_six: Turn, came: int) -> None:
    late = replace(at_six, now=DUE + timedelta(hours=3))
    for reply in (
        await handlers.answer_due(late, AnswerDue(came, DueAnswer.LATER)),
        await handlers.snooze(late, Snooze(came, due_screens.TILL_EVENING)),
    ):
        assert "In 1 hour" in str(seen(reply).keys)
        assert "This evening" not in str(seen(reply).keys)


async def test_it_counts_what_was_done_already(at_six: Turn, came: int, database: Database) -> None:
    for _ in range(2):
        reply = seen(await handlers.answer_due(at_six, AnswerDue(came, DueAnswer.DID_IT)))
        assert "Lovely, counted.</b> This week: 1 of" in reply.text
    marks = database.call(lambda session: session.exec(select(DayMark)).all())
    assert [(row.day, row.mark) for row in marks] == [(date(2026, 3, 2), Mark.DID_ALREADY)]


async def test_it_says_for_which_day_it_counts_an_older_one(at_six: Turn, came: int) -> None:
    next_day = replace(at_six, now=DUE + timedelta(days=1))
    reply = seen(await handlers.answer_due(next_day, AnswerDue(came, DueAnswer.DID_IT)))
    assert "for Mon, 2 Mar" in reply.text


async def test_it_lets_a_day_go_without_a_word_of_blame(at_six: Turn, came: int, database: Database) -> None:
    reply = seen(await handlers.answer_due(at_six, AnswerDue(came, DueAnswer.NOT_TODAY)))
    assert reply.text == "Fine. Tomorrow is another day."
    marks = database.call(lambda session: session.exec(select(DayMark)).all())
    assert [row.mark for row in marks] == [Mark.NOT_TODAY]


async def test_an_answer_to_a_reminder_that_is_gone_shows_the_list(at_six: Turn) -> None:
    for answer in set(DueAnswer) - {DueAnswer.START}:
        reply = seen(await handlers.answer_due(at_six, AnswerDue(999, answer)))
        assert reply.toast == "That one is gone. Here is your list."
    for minutes in (0, 20):
        reply = seen(await handlers.snooze(at_six, Snooze(999, minutes)))
        assert reply.toast == "That one is gone. Here is your list."
