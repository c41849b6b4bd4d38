"""Wishes for a plan: answered, left, changed, made into a plan, ended."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import Person, Plan, PlannedDays, Reminder
from bot.domain.exercises import Library
from bot.domain.wishes import DONE, Ask
from bot.services import days, plan_drafts, plans, routines, sessions
from tests.services.planning import drafted, planned

MONDAY = date(2026, 3, 2)
WEEK = timedelta(weeks=1)


@pytest.fixture(autouse=True)
def ana(person: Person) -> None:
    """Ana is known."""


def test_it_is_taken_up_where_it_was_left(session: Session, real_library: Library, now: datetime) -> None:
    draft = plan_drafts.begin(session, 7, now)
    plan_drafts.answer(session, 7, draft.id, Ask.GOAL, "desk", real_library)
    again = plan_drafts.begin(session, 7, now + WEEK)
    assert (again.id, again.ask) == (draft.id, Ask.PLACES)
    assert plan_drafts.open_draft(session, 7) == again


def test_the_planned_days_are_ticked_already(session: Session, now: datetime) -> None:
    days.plan(session, session.get_one(Person, 7), "135", now)
    assert plan_drafts.begin(session, 7, now).given[Ask.DAYS] == ("1", "3", "5")


def test_back_asks_the_question_before(session: Session, real_library: Library, now: datetime) -> None:
    draft = plan_drafts.begin(session, 7, now)
    plan_drafts.answer(session, 7, draft.id, Ask.GOAL, "desk", real_library)
    back = plan_drafts.reopen(session, 7, draft.id, None)
    assert back
    assert back.ask is Ask.GOAL


def test_a_plan_keeps_every_answer_and_plans_the_days(
    session: Session, real_library: Library, now: datetime
) -> None:
    plan = planned(session, real_library, now, kit=["band", DONE])
    assert plan.model_dump(exclude={"id", "created_at", "made_at"}) == {
        "person_id": 7,
        "goal": "ease",
        "program": "ease",
        "weeks": 8,
        "places": "chair standing doorway wall",
        "kit": "band",
        "minutes": 10,
        "days": "024",
        "without": "",
        "cue": "lunch desk",
        "first": MONDAY,
        "ended_at": None,
    }
    assert plans.current(session, 7) == plan
    assert days.plans(session, 7).changes[-1] == (MONDAY, frozenset({0, 2, 4}))


def test_no_plan_is_made_before_all_is_answered(
    session: Session, real_library: Library, now: datetime
) -> None:
    draft = plan_drafts.begin(session, 7, now)
    assert plan_drafts.make(session, 7, draft.id, real_library, now) is None


def test_made_twice_it_is_made_once(session: Session, real_library: Library, now: datetime) -> None:
    draft = drafted(session, real_library, now)
    assert plan_drafts.make(session, 7, draft, real_library, now)
    assert plan_drafts.make(session, 7, draft, real_library, now) is None
    assert plan_drafts.answer(session, 7, draft, Ask.GOAL, "desk", real_library) is None
    assert len(session.exec(select(Plan)).all()) == 1


def test_other_answers_go_on_in_the_same_week_where_the_program_stays(
    session: Session, real_library: Library, now: datetime
) -> None:
    before = planned(session, real_library, now)
    plan_drafts.leave(session, 7, before.id or 0, "push-up", out=True)
    later = now + WEEK * 2
    after = planned(session, real_library, later, minutes=["5"])
    assert (after.first, after.without, after.minutes) == (MONDAY, "push-up", 5)
    assert before.ended_at == later
    other = planned(session, real_library, later, goal=["strength"])
    assert (other.program, other.first, other.without) == ("strength", MONDAY + WEEK * 2, "")


def test_the_answers_of_a_plan_are_there_to_be_changed(
    session: Session, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now)
    draft = plan_drafts.begin(session, 7, now)
    assert draft.ask is None
    assert draft.given[Ask.DAYS] == ("0", "2", "4", DONE)
    reopened = plan_drafts.reopen(session, 7, draft.id, Ask.PLACES)
    assert reopened
    assert (reopened.ask, len(reopened.given[Ask.PLACES])) == (Ask.PLACES, 4)


def test_the_same_program_begins_anew_after_its_end(
    session: Session, real_library: Library, now: datetime
) -> None:
    planned(session, real_library, now)
    again = planned(session, real_library, now + WEEK * 9)
    assert again.first == MONDAY + WEEK * 9


def test_a_plan_goes_on_for_the_next_length(session: Session, real_library: Library, now: datetime) -> None:
    plan = planned(session, real_library, now)
    at_end = MONDAY + WEEK * 8
    assert plan_drafts.lengthen(session, 7, plan.id or 0, real_library, at_end)
    way = plans.way(session, 7, real_library, at_end)
    assert way
    assert (way.week, way.over, way.longer, way.whole.phase.slug) == (9, False, None, "keep")
    assert not plan_drafts.lengthen(session, 7, plan.id or 0, real_library, at_end)


def test_a_second_tap_does_not_lengthen_it_once_more(
    session: Session, real_library: Library, now: datetime
) -> None:
    plan = planned(session, real_library, now, weeks=["4"])
    at_end = MONDAY + WEEK * 4
    assert plan_drafts.lengthen(session, 7, plan.id or 0, real_library, at_end)
    assert not plan_drafts.lengthen(session, 7, plan.id or 0, real_library, at_end)
    assert plan.weeks == 8


def test_at_the_end_of_a_plan_the_own_routine_is_as_it_was(
    session: Session, real_library: Library, now: datetime
) -> None:
    routines.adopt(session, 7, real_library.routines["no-kit"])
    own = sessions.planned(session, 7, real_library, now)
    plan = planned(session, real_library, now)
    assert sessions.planned(session, 7, real_library, now) != own
    assert plan_drafts.end(session, 7, plan.id or 0, now)
    assert not plan_drafts.end(session, 7, plan.id or 0, now)
    assert sessions.planned(session, 7, real_library, now) == own


def test_a_plan_is_not_resumed_beside_another(session: Session, real_library: Library, now: datetime) -> None:
    before = planned(session, real_library, now)
    after = planned(session, real_library, now + WEEK)
    assert not plan_drafts.resume(session, 7, before.id or 0)
    assert plan_drafts.resume(session, 7, after.id or 0), "it holds already"
    assert plans.current(session, 7) == after
    plan_drafts.end(session, 7, after.id or 0, now + WEEK)
    assert not plan_drafts.resume(session, 8, after.id or 0)
    assert plan_drafts.resume(session, 7, after.id or 0)
    assert plans.current(session, 7) == after


def test_a_reminder_at_the_moment_is_made_once_and_never_by_itself(
    session: Session, real_library: Library, now: datetime
) -> None:
    plan = planned(session, real_library, now)
    assert session.exec(select(Reminder)).all() == []
    assert plan_drafts.nudge(session, 7, plan.id or 0, now)
    assert plan_drafts.nudge(session, 7, plan.id or 0, now) is False
    [made] = session.exec(select(Reminder)).all()
    assert (made.weekdays, made.times) == ("024", "13:30")


def test_without_a_moment_there_is_nothing_to_remind_at(
    session: Session, real_library: Library, now: datetime
) -> None:
    plan = planned(session, real_library, now, moment=["none"])
    assert plan_drafts.nudge(session, 7, plan.id or 0, now) is None
    assert plan_drafts.nudge(session, 7, 999, now) is None


def test_days_that_stay_are_not_planned_again(session: Session, real_library: Library, now: datetime) -> None:
    planned(session, real_library, now)
    planned(session, real_library, now + WEEK)
    assert len(session.exec(select(PlannedDays)).all()) == 1


def test_somebody_elses_draft_is_not_theirs(session: Session, real_library: Library, now: datetime) -> None:
    draft = drafted(session, real_library, now)
    assert plan_drafts.answer(session, 8, draft, Ask.GOAL, "desk", real_library) is None
    assert plan_drafts.make(session, 8, draft, real_library, now) is None
    assert plan_drafts.reopen(session, 8, draft, None) is None
    assert not plan_drafts.leave(session, 8, draft, "push-up", out=True)
