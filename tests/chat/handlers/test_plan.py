"""The plan, as handlers answer it: the questions, today and why, and every change."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.chat.actions import AnswerPlan, AskPlan, ChangePlan, Go, LeaveOut, Page, PlanChange
from bot.chat.handlers import home
from bot.chat.handlers import plan as handlers
from bot.chat.screen import Screen
from bot.chat.turn import Turn
from bot.db.tables import Hold, Plan, Reminder, Screening
from bot.domain.wishes import DONE, Ask
from bot.services import plans
from bot.services import sessions as today
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check, plain
from tests.services.planning import WISHES, planned

At = Callable[[int], Turn]


@pytest.fixture
def turn(make_turn: MakeTurn) -> Turn:
    """Give a turn of Ana, who has no plan."""
    return make_turn()


@pytest.fixture
async def after(turn: Turn, now: datetime) -> At:
    """Give a function that makes a turn of Ana, who made a plan so many days ago."""
    await turn.run(lambda session: planned(session, turn.library, now))

    def make(days: int) -> Turn:
        return Turn(turn.person, "", turn.private, now + timedelta(days=days), turn.t, turn.house)

    return make


async def answered(turn: Turn) -> Screen:
    """Answer all questions by pressing what the screens show, and return the last one."""
    screen = await handlers.change(turn, ChangePlan(0, PlanChange.NEW))
    for ask in Ask:
        for choice in WISHES[ask]:
            assert isinstance(screen, Screen)
            check(screen)
            offered = [one for one in actions(screen) if isinstance(one, AnswerPlan)]
            wanted = next(one for one in offered if (one.ask, one.choice) == (ask, choice))
            screen = await handlers.answer(turn, wanted)
    assert isinstance(screen, Screen)
    return screen


def number(turn: Turn) -> int:
    """Return the id of the plan that holds."""
    plan = turn.house.database.call(plans.current, 7)
    assert plan
    return plan.id or 0


def seen(reply: object) -> str:
    """Return what a screen says."""
    assert isinstance(reply, Screen)
    check(reply)
    return plain(reply)


async def test_without_a_plan_it_says_what_one_is(turn: Turn) -> None:
    screen = await handlers.page(turn)
    check(screen)
    assert ChangePlan(0, PlanChange.NEW) in actions(screen)


async def test_all_questions_lead_to_a_plan(turn: Turn) -> None:
    answers = await answered(turn)
    assert "Goal: Less stiffness" in plain(answers)
    assert "Days: " in plain(answers)
    [make] = [one for one in actions(answers) if one == ChangePlan(1, PlanChange.MAKE)]
    assert isinstance(make, ChangePlan)
    made = await handlers.change(turn, make)
    assert "Week 1 of 8" in seen(made)
    assert "After lunch, at my desk" in seen(made)
    assert "Week 1 of 8" in plain(await handlers.page(turn))


async def test_it_is_taken_up_where_it_was_left(turn: Turn) -> None:
    await handlers.change(turn, ChangePlan(0, PlanChange.NEW))
    await handlers.answer(turn, AnswerPlan(1, Ask.GOAL, "ease"))
    assert "Question 2 of 8" in plain(await handlers.page(turn))
    back = await handlers.change(turn, ChangePlan(1, PlanChange.BACK))
    assert "Question 1 of 8" in seen(back)


async def test_after_a_crash_the_question_that_is_open_is_shown_again(turn: Turn, after: At) -> None:
    assert "Week 1 of 8" in seen(await handlers.going_on(turn))
    await handlers.change(turn, ChangePlan(0, PlanChange.NEW))
    await handlers.ask(turn, AskPlan(2, Ask.MINUTES))
    assert "How long" in seen(await handlers.going_on(turn))


async def test_one_answer_can_be_changed_from_the_list(turn: Turn) -> None:
    await answered(turn)
    assert "How long" in seen(await handlers.ask(turn, AskPlan(1, Ask.MINUTES)))
    again = await handlers.answer(turn, AnswerPlan(1, Ask.MINUTES, "5"))
    assert "Minutes: 5 minutes" in seen(again)


async def test_an_old_button_shows_where_the_plan_is(after: At) -> None:
    turn = after(0)
    late = turn.t.plain("plan-outdated")
    for reply in (
        await handlers.answer(turn, AnswerPlan(999, Ask.GOAL, "ease")),
        await handlers.ask(turn, AskPlan(999, Ask.GOAL)),
        *[
            await handlers.change(turn, ChangePlan(999, what))
            for what in PlanChange
            if what is not PlanChange.NEW
        ],
        await handlers.leave_out(turn, LeaveOut(999, "push-up", 1)),
        await handlers.leave_out(turn, LeaveOut(number(turn), "gone", 1)),
    ):
        assert isinstance(reply, Screen)
        assert reply.toast == late
        assert "Week 1 of 8" in plain(reply)


async def test_today_says_why_each_exercise_is_there(after: At) -> None:
    text = seen(await handlers.page(after(0)))
    assert "Today, Mon, 2 Mar" in text
    assert "to loosen your back" in text
    assert "A free day." in seen(await handlers.page(after(1)))


async def test_start_begins_what_the_page_shows(after: At) -> None:
    turn = after(0)
    screen = await handlers.page(turn)
    assert actions(screen)[0] == Go(Page.TODAY)
    title, entries = await turn.run(today.planned, 7, turn.library, turn.now)
    names = [turn.library.exercises[entry.exercise].text("en").name for entry in entries]
    assert title == today.PLAN
    assert [name for name in names if name in plain(screen)] == names


async def test_flags_are_named_where_they_decide(after: At) -> None:
    def flag(session: Session) -> None:
        row = session.exec(select(Screening)).one()
        row.answers = {**row.answers, "body": ["neck", DONE]}

    after(0).house.database.call(flag)
    texts = [seen(await handlers.page(after(days))) for days in (0, 14, 28)]
    assert any("in a form that suits: Sore neck" in text for text in texts)


async def test_the_week_shows_each_day(after: At) -> None:
    turn = after(14)
    text = seen(await handlers.change(turn, ChangePlan(number(turn), PlanChange.WEEK)))
    assert all(f"{day} · " in text for day in ("Mon", "Wed", "Fri"))
    assert "strength" in text


async def test_what_is_left_out_is_named_and_comes_back(after: At) -> None:
    turn = after(0)
    parts = await handlers.leave_out(turn, LeaveOut(number(turn), "seated-cat-cow", 1))
    assert (
        LeaveOut(number(turn), "seated-cat-cow", 0) in actions(parts) if isinstance(parts, Screen) else False
    )
    assert "you left it out" in seen(await handlers.page(turn))
    await handlers.leave_out(turn, LeaveOut(number(turn), "seated-cat-cow", 0))
    assert "you left it out" not in seen(await handlers.page(turn))


async def test_a_reminder_is_offered_and_made_by_a_tap_alone(turn: Turn) -> None:
    await answered(turn)
    made = await handlers.change(turn, ChangePlan(1, PlanChange.MAKE))
    nudge = ChangePlan(1, PlanChange.NUDGE)
    assert isinstance(made, Screen)
    assert nudge in actions(made)
    assert await turn.run(lambda session: session.exec(select(Reminder)).all()) == []
    for told in ("plan-nudge-on", "plan-nudge-there"):
        reply = await handlers.change(turn, nudge)
        assert isinstance(reply, Screen)
        assert reply.toast == turn.t.plain(told)
    await handlers.change(turn, ChangePlan(0, PlanChange.NEW))
    again = await handlers.change(turn, ChangePlan(2, PlanChange.MAKE))
    assert isinstance(again, Screen)
    assert ChangePlan(2, PlanChange.NUDGE) not in actions(again)


async def test_the_end_of_the_program_is_told_kindly_with_ways_on(after: At) -> None:
    turn = after(56)
    screen = await handlers.page(turn)
    assert "All 8 weeks of your plan are done." in plain(await home.page(turn))
    assert "You have walked the whole way: 8 weeks" in seen(screen)
    longer = ChangePlan(number(turn), PlanChange.LONGER)
    assert actions(screen)[0] == longer
    assert "Week 9 of 12" in seen(await handlers.change(turn, longer))
    assert "Week 9 of 12" in plain(await home.page(turn))


async def test_the_own_routine_comes_back_after_a_second_tap(after: At) -> None:
    turn = after(0)
    asked = await handlers.change(turn, ChangePlan(number(turn), PlanChange.END))
    assert "The plan ends" in seen(asked)
    ended = await handlers.change(turn, ChangePlan(number(turn), PlanChange.END_SURELY))
    assert "Your own routine is back" in seen(ended)
    assert "A plan of your own" in seen(await handlers.page(turn))


async def test_a_plan_that_ended_by_mistake_goes_on_with_one_tap(after: At) -> None:
    turn = after(14)
    plan = number(turn)
    ended = await handlers.change(turn, ChangePlan(plan, PlanChange.END_SURELY))
    assert isinstance(ended, Screen)
    assert ChangePlan(plan, PlanChange.RESUME) in actions(ended)
    assert "Week 3 of 8" in seen(await handlers.change(turn, ChangePlan(plan, PlanChange.RESUME)))


async def test_while_a_sign_waits_the_plan_waits_and_points_to_health(after: At, now: datetime) -> None:
    turn = after(0)
    turn.house.database.call(lambda session: session.add(Hold(person_id=7, tier="b", source="words", at=now)))
    screen = await handlers.page(turn)
    assert "Your plan waits" in seen(screen)
    assert actions(screen)[0] == Go(Page.HEALTH)


async def test_who_was_not_asked_about_their_health_is_told_what_that_means(after: At) -> None:
    turn = after(0)
    assert Go(Page.HEALTH) not in actions(await handlers.page(turn))
    turn.house.database.call(lambda session: session.delete(session.exec(select(Screening)).one()))
    screen = await handlers.page(turn)
    assert "I have not asked about your health yet." in seen(screen)
    assert Go(Page.HEALTH) in actions(screen)


async def test_there_is_no_plan_for_whom_the_coach_is_not(turn: Turn) -> None:
    def young(session: Session) -> None:
        session.exec(select(Screening)).one().answers = {"age": ["under-18"]}

    turn.house.database.call(young)
    for reply in (await handlers.page(turn), await handlers.change(turn, ChangePlan(0, PlanChange.NEW))):
        assert "This coach is for adults." in seen(reply)
    assert turn.house.database.call(lambda session: session.exec(select(Plan)).all()) == []


async def test_the_menu_tells_the_week(after: At) -> None:
    screen = await home.page(after(14))
    assert "Week 3 of 8 · Loosen" in plain(screen)
    assert Go(Page.PLAN) in actions(screen)
