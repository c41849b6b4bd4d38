"""Check-ins in the chat: one row that offers, a tap an answer, words only when they were asked for."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.chat import routes
from bot.chat.actions import (
    ActivityStep,
    AnswerCheck,
    BackCheck,
    ChangeActivity,
    Go,
    NameActivity,
    Page,
    RateActivities,
    RateActivity,
    SkipCheck,
)
from bot.chat.buttons import Action
from bot.chat.handlers import checkins as handlers
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.turn import Turn
from bot.db.database import Database
from bot.db.tables import Activity, Person
from bot.domain.measures import Measure
from bot.services import checkins
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check
from tests.chat.stage import Stage


def shown(reply: Reply) -> Screen:
    """Return the reply, which must be a screen that Telegram takes."""
    assert isinstance(reply, Screen)
    check(reply)
    return reply


def first(screen: Screen, kind: type[AnswerCheck]) -> AnswerCheck:
    """Return the first answer that a screen offers."""
    return next(one for one in actions(screen) if isinstance(one, kind))


async def to_activities(turn: Turn) -> Screen:
    """Answer what comes before the activities."""
    shown(await handlers.answer(turn, AnswerCheck(Measure.PAIN, 0, 0, 4)))
    return shown(await handlers.page(turn))


def came_today(database: Database, now: datetime) -> None:
    """Let Ana's first day be today."""
    database.call(lambda session: setattr(session.get_one(Person, 7), "first_day", now.date()))


async def test_one_tap_answers_the_week_and_one_takes_it_back(make_turn: MakeTurn) -> None:
    turn = make_turn()
    asked = shown(await handlers.page(turn))
    assert len([one for one in actions(asked) if isinstance(one, AnswerCheck)]) == 11
    thanks = shown(await handlers.answer(turn, first(asked, AnswerCheck)))
    assert thanks.text == turn.t("checkins-thanks")
    undo = next(one for one in actions(thanks) if isinstance(one, BackCheck))
    assert shown(await handlers.back(turn, undo)) == asked


async def test_it_can_be_left_out(make_turn: MakeTurn) -> None:
    turn = make_turn()
    skip = next(one for one in actions(await handlers.page(turn)) if isinstance(one, SkipCheck))
    assert shown(await handlers.skip(turn, skip)).text == turn.t("checkins-skipped")
    assert shown(await handlers.page(turn)).text == turn.t("checkins-nothing")


async def test_activities_are_written_and_rated(
    make_turn: MakeTurn, database: Database, now: datetime
) -> None:
    came_today(database, now)
    turn = make_turn()
    assert NameActivity() in actions(await to_activities(turn))
    shown(await handlers.name(turn, NameActivity()))
    listening = replace(turn, text="an <b>hour</b> at my desk", person=_fresh(database))
    kept = shown(await handlers.typed(listening))
    assert "an &lt;b&gt;hour&lt;/b&gt; at my desk" in kept.text
    rating = shown(await handlers.rate(turn, RateActivities()))
    [one] = database.call(checkins.named, 7)
    assert next(a for a in actions(rating) if isinstance(a, RateActivity)) == RateActivity(0, one.id, 0)
    assert isinstance(await handlers.rate_one(turn, RateActivity(0, one.id, 11)), Toast)
    shown(await handlers.rate_one(turn, RateActivity(0, one.id, 3)))
    assert "1 of 3" in shown(await handlers.page(turn)).text


async def test_a_score_is_never_taken_for_another_activity(
    make_turn: MakeTurn, database: Database, now: datetime
) -> None:
    """The one that is asked was dropped in another message; its old buttons are still there."""
    came_today(database, now)
    turn = make_turn()
    await to_activities(turn)
    for words in ("desk", "stairs"):
        database.call(lambda s, said: s.add(Activity(person_id=7, name=said, at=now)), words)
    desk, stairs = database.call(checkins.named, 7)
    asked = shown(await handlers.rate(turn, RateActivities()))
    old = [one for one in actions(asked) if isinstance(one, RateActivity | AnswerCheck)]
    await handlers.change(turn, ChangeActivity(desk.id, ActivityStep.DROP_SURELY))
    late = shown(await routes.PRESSES[type(old[9])](turn, old[9]))
    assert "stairs" in late.text
    assert late.toast == turn.t.plain("session-outdated")
    asking = database.call(checkins.due, 7, now)
    assert asking
    assert (asking.scores, asking.activities) == ((), (stairs,))


async def test_each_of_the_three_questions_about_daily_life_is_asked(
    make_turn: MakeTurn, database: Database, now: datetime
) -> None:
    """Pain, joy, everyday life: in this order, each once."""
    came_today(database, now)
    turn = make_turn()
    await to_activities(turn)
    shown(await handlers.skip(turn, SkipCheck(Measure.ACTIVITIES, 0)))
    titles = []
    for at in range(3):
        titles.append(shown(await handlers.page(turn)).text.splitlines()[0])
        shown(await handlers.answer(turn, AnswerCheck(Measure.PEG, 0, at, 3)))
    assert [title.partition(",")[0] for title in titles] == ["<b>Pain", "<b>Joy", "<b>Everyday life"]


async def test_words_that_are_too_long_are_asked_for_again(
    make_turn: MakeTurn, database: Database, now: datetime
) -> None:
    came_today(database, now)
    turn = make_turn()
    await to_activities(turn)
    shown(await handlers.name(turn, NameActivity()))
    for words, key in (("x" * 61, "checkins-too-long"), ("   ", "checkins-naming-again")):
        screen = shown(await handlers.typed(replace(turn, text=words, person=_fresh(database))))
        assert screen.text.startswith(turn.t(key, most=60))


async def test_after_a_while_words_mean_what_they_always_mean(
    make_turn: MakeTurn, database: Database, now: datetime
) -> None:
    came_today(database, now)
    turn = make_turn()
    await to_activities(turn)
    await handlers.name(turn, NameActivity())
    later = replace(turn, now=now + timedelta(hours=1), text="open book", person=_fresh(database))
    assert "Open Book" in shown(await handlers.typed(later)).text


async def test_an_old_question_is_answered_kindly(make_turn: MakeTurn) -> None:
    turn = make_turn()
    for action in (AnswerCheck(Measure.CHANGE, 4, 0, 3), AnswerCheck(Measure.PAIN, 9, 0, 3)):
        assert shown(await handlers.answer(turn, action)).toast == turn.t.plain("checkins-late")
    assert await handlers.answer(turn, AnswerCheck(Measure.PAIN, 0, 0, 11))


async def test_a_sentence_with_a_warning_sign_comes_before_any_activity(
    stage: Stage, database: Database, now: datetime
) -> None:
    came_today(database, now)
    await stage.presses(SkipCheck(Measure.PAIN, 0).pack())
    await stage.presses(NameActivity().pack())
    stage.door.shown.clear()
    await stage.says("my chest hurts when I lift")
    assert "112" in stage.screen.text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("show me cat cow", "Cat Cow"),
        ("stop", "Pause everything"),
        ("stop it", "Pause everything"),
        ("help", "/today"),
        ("remind me every day at 18:00", "18:00"),
        ("pause for a week", "Pause"),
    ],
)
async def test_a_command_or_a_wish_among_the_activities_means_what_it_always_means(
    stage: Stage, database: Database, now: datetime, words: str, answer: str
) -> None:
    came_today(database, now)
    await stage.presses(SkipCheck(Measure.PAIN, 0).pack())
    await stage.presses(NameActivity().pack())
    stage.door.shown.clear()
    await stage.says(words)
    assert answer in stage.screen.text
    assert database.call(checkins.named, 7) == ()
    stage.door.shown.clear()
    await stage.says("carrying my son")
    assert [one.name for one in database.call(checkins.named, 7)] == ["carrying my son"]


async def test_an_activity_is_said_otherwise_and_dropped_from_the_settings(
    stage: Stage, database: Database, now: datetime
) -> None:
    database.call(lambda session: session.add(Activity(person_id=7, name="desk", at=now)))

    async def after(action: Action | str) -> Screen:
        stage.door.shown.clear()
        await (stage.says(action) if isinstance(action, str) else stage.presses(action.pack()))
        return shown(stage.screen)

    assert Go(Page.ACTIVITIES) in actions(await after("/settings"))
    listed = await after(Go(Page.ACTIVITIES))
    [opening] = [one for one in actions(listed) if isinstance(one, ChangeActivity)]
    number = opening.activity
    assert ChangeActivity(number, ActivityStep.RENAME) in actions(await after(opening))
    await after(ChangeActivity(number, ActivityStep.RENAME))
    assert "Those words are missing" in (await after("  ")).text
    await after("two hours <at> my desk")
    assert [one.name for one in database.call(checkins.named, 7)] == ["two hours <at> my desk"]
    sure = await after(ChangeActivity(number, ActivityStep.DROP))
    assert "What you rated of it goes, too." in sure.text
    gone = await after(ChangeActivity(number, ActivityStep.DROP_SURELY))
    assert "You have named nothing yet." in gone.text
    for step in ActivityStep:
        assert "You have named nothing yet." in (await after(ChangeActivity(number, step))).text


async def test_who_goes_back_from_renaming_is_not_taken_at_their_next_word(
    stage: Stage, database: Database, now: datetime
) -> None:
    database.call(lambda session: session.add(Activity(person_id=7, name="desk", at=now)))
    [one] = database.call(checkins.named, 7)
    await stage.presses(ChangeActivity(one.id, ActivityStep.RENAME).pack())
    await stage.presses(Go(Page.ACTIVITIES).pack())
    stage.door.shown.clear()
    await stage.says("shoulders")
    assert database.call(checkins.named, 7) == (one,)


async def test_who_goes_back_from_naming_is_not_taken_at_their_next_word(
    stage: Stage, database: Database, now: datetime
) -> None:
    came_today(database, now)
    await stage.presses(SkipCheck(Measure.PAIN, 0).pack())
    await stage.presses(NameActivity().pack())
    await stage.presses(Go(Page.CHECKIN).pack())
    await stage.says("shoulders")
    assert database.call(checkins.named, 7) == ()


async def test_once_the_renamed_one_is_gone_words_mean_what_they_always_mean(
    stage: Stage, database: Database, now: datetime
) -> None:
    """It was dropped from another message meanwhile: that is said once, not for a quarter of an hour."""
    database.call(lambda session: session.add(Activity(person_id=7, name="desk", at=now)))
    [one] = database.call(checkins.named, 7)
    await stage.presses(ChangeActivity(one.id, ActivityStep.RENAME).pack())
    database.call(lambda session: session.delete(session.get_one(Activity, one.id)))
    stage.door.shown.clear()
    await stage.says("long walks")
    assert "You have named nothing yet." in stage.screen.text
    stage.door.shown.clear()
    await stage.says("shoulders")
    assert "You have named nothing yet." not in stage.screen.text


async def test_what_was_typed_is_not_logged(stage: Stage, database: Database, now: datetime) -> None:
    came_today(database, now)
    await stage.presses(SkipCheck(Measure.PAIN, 0).pack())
    await stage.presses(NameActivity().pack())
    with capture_logs() as logs:
        await stage.says("zither playing")
    assert "zither" not in repr(logs)
    assert "zither" in stage.door.shown[-1][1].text


async def test_the_menu_offers_it_in_one_row(stage: Stage) -> None:
    await stage.says("/menu")
    assert [Go(Page.CHECKIN)] == [one for one in stage.actions() if one == Go(Page.CHECKIN)]


def _fresh(database: Database) -> Person:
    return database.call(lambda session: session.get_one(Person, 7).model_copy())
