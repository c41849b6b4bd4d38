"""Screens of the plan: every question and every week of every program keeps Telegram's limits."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.chat.actions import AnswerPlan
from bot.chat.screens import plan as screens
from bot.db.tables import Person, Plan, Screening
from bot.domain.exercises import Kit, Library, Place
from bot.domain.plan import Kind as DayKind
from bot.domain.plan import Left
from bot.domain.programs import Goal, Role
from bot.domain.wishes import DONE, MOMENTS, SPOTS, Ask
from bot.services import plan_drafts, plans
from bot.texts import Texts, load
from tests.chat.screens.limits import actions, check, keys, plain
from tests.services.planning import drafted, planned

MONDAY = date(2026, 3, 2)


@pytest.fixture(params=["en", "es"])
def words(request: pytest.FixtureRequest) -> Texts:
    """Give the texts of a language."""
    return load().languages[request.param]


@pytest.fixture(autouse=True)
def ana(person: Person) -> None:
    """Ana is known."""


@pytest.mark.parametrize("ask", Ask)
def test_every_question_fits_and_offers_every_answer(
    session: Session, words: Texts, real_library: Library, now: datetime, ask: Ask
) -> None:
    draft = drafted(session, real_library, now)
    shown = plan_drafts.reopen(session, 7, draft, ask)
    assert shown
    screen = screens.asked(words, real_library, shown)
    if words.language == "en":
        check(screen)
    offered = {one.choice for one in actions(screen) if isinstance(one, AnswerPlan)} - {DONE}
    known = {
        Ask.GOAL: set(Goal),
        Ask.PLACES: set(Place),
        Ask.KIT: {Kit.BAND, Kit.TABLE, Kit.PILLOW},
        Ask.MINUTES: {"5", "10", "15"},
        Ask.DAYS: set("0123456"),
        Ask.WEEKS: {"4", "8", "12"},
        Ask.MOMENT: {*MOMENTS, "none"},
        Ask.SPOT: set(SPOTS),
    }
    assert offered == known[ask]


@pytest.mark.parametrize("goal", Goal)
def test_every_week_of_every_program_fits_for_somebody_with_much_to_mind(
    session: Session, words: Texts, real_library: Library, now: datetime, goal: Goal
) -> None:
    row = session.exec(select(Screening)).one()
    many = next(question for question in real_library.screening.questions if question.many)
    row.answers = {
        **row.answers,
        many.slug: [*(choice.slug for choice in many.choices if not choice.ends), DONE],
    }
    planned(session, real_library, now, goal=[goal], weeks=["12"], minutes=["15"], days=[*"0123456", DONE])
    for week in range(14):
        day = MONDAY + timedelta(weeks=week)
        way = plans.way(session, 7, real_library, day)
        assert way
        check(screens.page(words, real_library, way, day))
        check(screens.week(words, real_library, way))
        check(screens.made(words, real_library, way, offer=True))
        check(screens.parts(words, real_library, way))


def test_what_needs_no_plan_fits(t: Texts) -> None:
    check(screens.intro(t))
    check(screens.ended(t, 10**12))


def test_the_answers_can_each_be_changed(
    session: Session, t: Texts, real_library: Library, now: datetime
) -> None:
    draft = drafted(session, real_library, now)
    shown = plan_drafts.open_draft(session, 7)
    assert shown
    screen = screens.asked(t, real_library, shown)
    check(screen)
    assert [key.label for key in keys(screen)][:2] == ["✓ Make my plan", "Goal"]
    assert "Days: Mon, Wed, and Fri" in plain(screen)
    assert draft == shown.id


def test_the_days_so_far_are_ticked(session: Session, t: Texts, real_library: Library, now: datetime) -> None:
    draft = drafted(session, real_library, now)
    shown = plan_drafts.reopen(session, 7, draft, Ask.DAYS)
    assert shown
    labels = [key.label for key in keys(screens.asked(t, real_library, shown))]
    assert labels[:3] == ["✓ Mon", "Tue", "✓ Wed"]


FAMILIES = {
    "role": Role,
    "left": Left,
    "goal": Goal,
    "kind": DayKind,
    "ask": Ask,
    "about": Ask,
    "spot": SPOTS,
}


@pytest.mark.parametrize("family", FAMILIES)
def test_everything_has_words(t: Texts, family: str) -> None:
    assert all(t.has(f"plan-{family}-{value}") for value in FAMILIES[family])


def test_nobody_without_a_moment_is_told_one(
    session: Session, t: Texts, real_library: Library, now: datetime
) -> None:
    made: Plan = planned(session, real_library, now, moment=["none"])
    way = plans.way(session, 7, real_library, MONDAY)
    assert way
    assert made.cue == "none"
    assert "After" not in plain(screens.made(t, real_library, way, offer=True))
