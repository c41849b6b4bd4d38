"""The first minute: from hello to the first exercise in four taps."""

from dataclasses import replace

import pytest
from sqlmodel import select

from bot.chat.actions import ChooseDays, ChooseMoment, ClockIs, Go, Page, ZoneIs
from bot.chat.handlers import meeting
from bot.chat.screen import Reply, Screen
from bot.chat.screens.meeting import OTHER_CLOCK
from bot.chat.turn import Turn
from bot.db.database import Database
from bot.db.tables import Person, Reminder, RoutineEntry
from bot.services.days import plans
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check


@pytest.fixture
def newcomer(make_turn: MakeTurn, database: Database, person: Person) -> Turn:
    """Give a turn of Ben, who is new and whose zone is a guess."""
    ben = Person(
        id=8,
        first_name="Ben",
        zone="Europe/Madrid",
        created_at=person.created_at,
        first_day=person.first_day,
    )
    database.call(lambda session: session.add(ben))
    return make_turn(who=ben)


def shown(reply: Reply) -> Screen:
    """Return the reply, which must be a screen that Telegram takes."""
    assert isinstance(reply, Screen)
    check(reply)
    return reply


def fresh(turn: Turn) -> Turn:
    """Return the next turn of the same person."""
    person = turn.house.database.call(lambda session: session.get_one(Person, turn.person_id))
    return replace(turn, person=person)


async def test_four_taps_lead_to_the_first_exercise(newcomer: Turn, database: Database) -> None:
    hello = shown(await meeting.start(newcomer))
    assert "Hi Ben" in hello.text
    clock = shown(await meeting.moment(newcomer, ChooseMoment("0730")))
    assert "Is it 10:00 for you?" in clock.text
    assert ClockIs(60) in actions(clock)
    days = shown(await meeting.clock(fresh(newcomer), ClockIs(60)))
    assert ChooseDays("024") in actions(days)
    ready = shown(await meeting.days(fresh(newcomer), ChooseDays("024")))
    assert "First nudge: Wed, 4 Mar, 07:30." in ready.text
    assert "5 exercises, 5 minutes" in ready.text
    assert Go(Page.TODAY) in actions(ready)
    ben = fresh(newcomer).person
    assert (ben.zone, ben.zone_confirmed, ben.onboarding) == ("Europe/Madrid", True, "done")
    assert database.call(plans, 8).changes[-1][1] == {0, 2, 4}
    assert Go(Page.ROUTINE) in actions(shown(await meeting.start(fresh(newcomer))))


async def test_no_nudges_makes_no_reminder(newcomer: Turn, database: Database) -> None:
    await meeting.moment(newcomer, ChooseMoment("none"))
    ready = shown(await meeting.days(fresh(newcomer), ChooseDays("0123456")))
    assert "No nudges" in ready.text
    assert database.call(lambda session: session.exec(select(Reminder)).all()) == []


async def test_pressing_the_old_buttons_again_makes_nothing_twice(newcomer: Turn, database: Database) -> None:
    for _ in range(2):
        await meeting.moment(fresh(newcomer), ChooseMoment("0730"))
        await meeting.clock(fresh(newcomer), ClockIs(60))
        await meeting.days(fresh(newcomer), ChooseDays("024"))
    assert len(database.call(lambda session: session.exec(select(Reminder)).all())) == 1
    assert len(database.call(lambda session: session.exec(select(RoutineEntry)).all())) == 5


async def test_another_clock_asks_for_a_place(newcomer: Turn) -> None:
    clocks = shown(await meeting.clock(newcomer, ClockIs(OTHER_CLOCK)))
    assert ClockIs(540) in actions(clocks)
    places = shown(await meeting.clock(newcomer, ClockIs(540)))
    assert ZoneIs("Asia/Tokyo") in actions(places)
    assert ChooseDays("0123456") in actions(shown(await meeting.city(newcomer, ZoneIs("Asia/Tokyo"))))
    assert fresh(newcomer).person.zone == "Asia/Tokyo"


async def test_every_clock_on_offer_leads_to_a_place_that_shows_it(newcomer: Turn) -> None:
    """Also where two places are a day apart and their clocks show the same."""
    reached = set()
    for action in actions(shown(await meeting.clock(newcomer, ClockIs(OTHER_CLOCK)))):
        assert isinstance(action, ClockIs)
        places = await meeting.clock(newcomer, action)
        assert isinstance(places, Screen)
        reached |= {place.zone for place in actions(places) if isinstance(place, ZoneIs)}
    assert reached >= {"Pacific/Honolulu", "Pacific/Kiritimati", "Asia/Kathmandu", "America/St_Johns"}


@pytest.mark.parametrize("minutes", [1, 10**6, -(10**6)])
async def test_a_clock_that_nobody_has_asks_again(newcomer: Turn, minutes: int) -> None:
    assert ClockIs(540) in actions(shown(await meeting.clock(newcomer, ClockIs(minutes))))


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "localtime"])
async def test_a_place_that_is_none_asks_again(newcomer: Turn, zone: str) -> None:
    assert ClockIs(540) in actions(shown(await meeting.city(newcomer, ZoneIs(zone))))
    assert fresh(newcomer).person.zone == "Europe/Madrid"


async def test_whoever_travels_sets_the_clock_and_is_back_at_the_menu(make_turn: MakeTurn) -> None:
    turn = make_turn()
    assert ClockIs(60) in actions(shown(await meeting.zone(turn)))
    menu = shown(await meeting.city(turn, ZoneIs("America/New_York")))
    assert Go(Page.ROUTINE) in actions(menu)
    assert fresh(turn).person.zone == "America/New_York"


async def test_a_link_shows_its_exercise_to_anybody(newcomer: Turn, make_turn: MakeTurn) -> None:
    for turn in (newcomer, make_turn()):
        assert "Open Book" in shown(await meeting.start(replace(turn, text="show_open-book"))).text


@pytest.mark.parametrize("text", ["show_never-was", "show_", "group", "<b>"])
async def test_a_link_to_nothing_begins_as_usual(newcomer: Turn, make_turn: MakeTurn, text: str) -> None:
    assert "Hi Ben" in shown(await meeting.start(replace(newcomer, text=text))).text
    assert Go(Page.ROUTINE) in actions(shown(await meeting.start(make_turn(text))))
