"""While a warning sign waits to be looked at: what other pages say of it, and what is offered meanwhile."""

from collections.abc import Callable
from datetime import datetime, time

import pytest
from sqlmodel import Session

from bot.chat.actions import ChangePlan, Go, Page, PlanChange, StartExercise
from bot.chat.handlers import care as before
from bot.chat.handlers import plan, reminders
from bot.chat.screen import Reply, Screen
from bot.db.database import Database
from bot.db.tables import Hold
from bot.domain.safety import Tier
from bot.services import care
from bot.services import reminders as kept
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check, plain
from tests.services.planning import planned

Holding = Callable[[str], None]


@pytest.fixture
def hold(database: Database, now: datetime) -> Holding:
    """Give a function that lets a sign wait, by what brought it about."""

    def waits(source: str) -> None:
        database.call(lambda session: session.add(Hold(person_id=7, tier="b", source=source, at=now)))

    return waits


def seen(reply: Reply) -> Screen:
    """Return a screen that Telegram and a phone would take."""
    assert isinstance(reply, Screen)
    check(reply)
    return reply


async def test_the_list_of_reminders_says_that_they_wait_and_leads_to_why(
    make_turn: MakeTurn, database: Database, hold: Holding, now: datetime
) -> None:
    turn = make_turn()
    database.call(kept.add, 7, "0123456", [time(18)], now)
    assert "They wait" not in plain(seen(await reminders.page(turn)))
    hold(care.WORDS)
    screen = seen(await reminders.page(turn))
    assert "They wait. A warning sign is open, so none comes until someone has had a look." in plain(screen)
    assert "Next:" not in plain(screen), "what does not come is announced"
    assert Go(Page.HEALTH) in actions(screen)


async def test_a_list_without_reminders_says_nothing_of_waiting(make_turn: MakeTurn, hold: Holding) -> None:
    hold(care.WORDS)
    assert "They wait" not in plain(seen(await reminders.page(make_turn())))


async def test_whom_the_coach_is_not_for_reads_no_word_of_a_sign(
    make_turn: MakeTurn, database: Database, hold: Holding, now: datetime
) -> None:
    database.call(kept.add, 7, "0123456", [time(18)], now)
    hold(care.NOT_FOR_YOU)
    text = plain(seen(await reminders.page(make_turn())))
    assert "They wait. This coach is for adults, so none comes." in text


async def test_a_plan_says_that_no_reminder_comes_either(
    make_turn: MakeTurn, database: Database, hold: Holding, now: datetime
) -> None:
    turn = make_turn()

    def with_plan(session: Session) -> None:
        planned(session, turn.library, now)

    database.call(with_plan)
    hold(care.WORDS)
    screen = seen(await plan.page(turn))
    assert "no reminders come meanwhile" in plain(screen)
    assert Go(Page.HEALTH) in actions(screen)


async def test_without_a_plan_and_in_the_middle_of_its_questions_the_page_says_so_too(
    make_turn: MakeTurn, hold: Holding
) -> None:
    turn = make_turn()
    hold(care.WORDS)
    intro = seen(await plan.page(turn))
    await plan.change(turn, ChangePlan(0, PlanChange.NEW))
    asking = seen(await plan.page(turn))
    for screen in (intro, asking):
        assert "no reminders come meanwhile" in plain(screen)
        assert Go(Page.HEALTH) in actions(screen)


async def test_breathing_is_offered_in_a_form_for_the_places_that_were_named(
    make_turn: MakeTurn, database: Database, hold: Holding, now: datetime
) -> None:
    """At a desk nobody lies down; who named no places is shown it as it stands in the book."""
    turn = make_turn()
    hold(care.WORDS)
    assert [StartExercise("belly-breathing", "standard")] == breathing(await before.before(turn, "today"))

    def with_plan(session: Session) -> None:
        planned(session, turn.library, now)

    database.call(with_plan)  # chair, standing, wall and doorway
    for screen in (await before.before(turn, "today"), await before.warn(turn, Tier.A, care.BEFORE)):
        assert [StartExercise("belly-breathing", "on-chair")] == breathing(screen)


def breathing(reply: Reply) -> list[object]:
    """Return what a screen offers to begin."""
    return [one for one in actions(seen(reply)) if isinstance(one, StartExercise)]
