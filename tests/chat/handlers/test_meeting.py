"""The first minute: from hello to the first exercise in four taps."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from sqlmodel import Session, select

from bot.chat.actions import ChooseDays, ChooseMoment, ClockIs, Go, Page, StartRoutine, ZoneIs
from bot.chat.handlers import home, meeting
from bot.chat.screen import Reply, Screen
from bot.chat.screens.meeting import OTHER_CLOCK
from bot.chat.turn import Turn
from bot.db.database import Database
from bot.db.tables import Person, Reminder, RoutineEntry
from bot.services import outbox, people, reminders
from bot.services.days import plans
from bot.services.people import Newcomer
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
    assert ZoneIs("Europe/Madrid") in actions(clock)
    days = shown(await meeting.city(fresh(newcomer), ZoneIs("Europe/Madrid")))
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
        await meeting.city(fresh(newcomer), ZoneIs("Europe/Madrid"))
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


def move(turn: Turn, zone: str, *, confirmed: bool = False) -> Turn:
    """Give the person another zone, and return the turn with it."""

    def store(session: Session) -> Person:
        person = session.get_one(Person, turn.person_id)
        person.zone, person.zone_confirmed = zone, confirmed
        return person

    return replace(turn, person=turn.house.database.call(store))


async def test_a_londoner_finds_london_on_a_server_that_keeps_utc(newcomer: Turn) -> None:
    """Both show the same in winter; taken for the same, a reminder would be an hour late all summer."""
    winter = move(replace(newcomer, now=datetime(2026, 1, 12, 19, 40, tzinfo=UTC)), "UTC")
    asked = shown(await meeting.zone(winter))
    assert ClockIs(0) in actions(asked)
    places = shown(await meeting.clock(winter, ClockIs(0)))
    assert {ZoneIs("Europe/London"), ZoneIs("Africa/Abidjan"), ZoneIs("UTC")} <= set(actions(places))


async def test_a_zone_that_is_not_well_known_is_among_the_places_of_its_clock(newcomer: Turn) -> None:
    vienna = move(newcomer, "Europe/Vienna", confirmed=True)
    assert ZoneIs("Europe/Vienna") in actions(shown(await meeting.zone(vienna)))
    places = actions(shown(await meeting.clock(vienna, ClockIs(60))))
    assert places[0] == ZoneIs("Europe/Vienna")
    assert ZoneIs("Africa/Lagos") in places
    assert ZoneIs("Europe/Vienna") not in actions(shown(await meeting.clock(vienna, ClockIs(540))))


async def test_the_menu_asks_for_a_clock_until_it_is_known(newcomer: Turn) -> None:
    """Somebody may skip the questions and go on with a guess."""
    asking = shown(await home.page(newcomer))
    assert "I guess that it is 10:00 for you." in asking.text
    assert Go(Page.ZONE) in actions(asking)
    await meeting.city(newcomer, ZoneIs("Europe/Madrid"))
    assert Go(Page.ZONE) not in actions(shown(await home.page(fresh(newcomer))))


async def test_the_menu_after_setting_the_clock_does_not_ask_for_it_again(make_turn: MakeTurn) -> None:
    turn = move(make_turn(), "UTC")
    assert Go(Page.ZONE) not in actions(shown(await meeting.city(turn, ZoneIs("Europe/London"))))


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
    assert ZoneIs("Europe/Madrid") in actions(shown(await meeting.zone(turn)))
    menu = shown(await meeting.city(turn, ZoneIs("America/New_York")))
    assert Go(Page.ROUTINE) in actions(menu)
    assert fresh(turn).person.zone == "America/New_York"


async def test_a_link_shows_its_exercise_to_anybody(newcomer: Turn, make_turn: MakeTurn) -> None:
    for turn in (newcomer, make_turn()):
        assert "Open Book" in shown(await meeting.start(replace(turn, text="show_open-book"))).text


async def test_a_link_shows_its_routine_to_anybody(newcomer: Turn, make_turn: MakeTurn) -> None:
    for turn in (newcomer, make_turn()):
        screen = shown(await meeting.start(replace(turn, text="start_gentle-reset")))
        assert StartRoutine("gentle-reset") in actions(screen)


@pytest.mark.parametrize("text", ["show_never-was", "show_", "start_never-was", "start_", "group", "<b>"])
async def test_a_link_to_nothing_begins_as_usual(newcomer: Turn, make_turn: MakeTurn, text: str) -> None:
    assert "Hi Ben" in shown(await meeting.start(replace(newcomer, text=text))).text
    assert Go(Page.ROUTINE) in actions(shown(await meeting.start(make_turn(text))))


async def test_whoever_had_blocked_the_coach_is_asked_whether_reminders_shall_go_on(
    make_turn: MakeTurn,
) -> None:
    turn = make_turn()
    await turn.run(reminders.add, turn.person_id, "0123456", [time(18)], turn.now)
    await turn.run(outbox.away, turn.person_id, turn.now)
    back = await turn.run(people.meet, Newcomer(7, "Ana", "en"), zone="UTC", now=turn.now)
    assert "Shall they go on?" in shown(await meeting.start(make_turn(who=back))).text
    later = await turn.run(people.meet, Newcomer(7, "Ana", "en"), zone="UTC", now=turn.now)
    assert Go(Page.ROUTINE) in actions(shown(await meeting.start(make_turn(who=later))))
