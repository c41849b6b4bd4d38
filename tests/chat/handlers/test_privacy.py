"""Saying what is kept, giving it out, erasing it: in turns as they come through the inbox too."""

import io
import json
from datetime import datetime, timedelta
from zipfile import ZipFile

import pytest
from sqlmodel import Session, select

from bot.chat.actions import Erase, Go, Page
from bot.chat.handlers import privacy
from bot.chat.screen import Screen
from bot.db.database import Database
from bot.db.tables import METADATA, Inbox, Person, RoutineEntry
from bot.domain.exercises import Library
from bot.services import inbox, routines
from bot.services.inbox import Arrived, Handover, Taken
from bot.texts import Texts
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.stage import ANA, GROUP, PRIVATE, Stage, message

HOUR = timedelta(hours=1)


def rows(database: Database) -> dict[str, int]:
    """Return how many rows the tables have that are not empty."""

    def count(session: Session) -> dict[str, int]:
        found = {t.name: len(session.connection().execute(t.select()).all()) for t in METADATA.sorted_tables}
        return {name: number for name, number in found.items() if number}

    return database.call(count)


@pytest.fixture
def busy(database: Database, person: Person, real_library: Library) -> Database:
    """Give a database where Ana has a routine."""
    database.call(routines.adopt, person.id, next(iter(real_library.routines.values())))
    return database


async def test_the_page_is_shown(make_turn: MakeTurn) -> None:
    reply = await privacy.page(make_turn())
    assert isinstance(reply, Screen)
    assert "What I keep" in reply.text


async def test_the_file_holds_what_is_stored(make_turn: MakeTurn, busy: Database) -> None:
    reply = await privacy.export(make_turn())
    assert isinstance(reply, Screen)
    assert reply.document
    tables = json.loads(ZipFile(io.BytesIO(reply.document.data)).read("everything.json"))["tables"]
    assert [row["first_name"] for row in tables["person"]] == ["Ana"]
    assert len(tables["routine_entry"]) == rows(busy)["routine_entry"] > 0


async def test_asking_erases_nothing(make_turn: MakeTurn, busy: Database) -> None:
    before = rows(busy)
    reply = await privacy.sure(make_turn())
    assert isinstance(reply, Screen)
    assert reply.keys[0][0].action == Erase(int(make_turn().now.timestamp()))
    assert rows(busy) == before


@pytest.mark.parametrize("age", [timedelta(), HOUR])
async def test_yes_erases_everything(make_turn: MakeTurn, busy: Database, age: timedelta) -> None:
    turn = make_turn()
    reply = await privacy.erase(turn, Erase(int((turn.now - age).timestamp())))
    assert isinstance(reply, Screen)
    assert reply.text == turn.t("privacy-gone")
    assert rows(busy) == {}


@pytest.mark.parametrize("age", [HOUR + timedelta(seconds=1), timedelta(days=400), -HOUR])
async def test_an_old_question_is_asked_again(make_turn: MakeTurn, busy: Database, age: timedelta) -> None:
    turn, before = make_turn(), rows(busy)
    reply = await privacy.erase(turn, Erase(int((turn.now - age).timestamp())))
    assert isinstance(reply, Screen)
    assert reply.toast == turn.t.plain("privacy-asked-long-ago")
    assert reply.keys[0][0].action == Erase(int(turn.now.timestamp()))
    assert rows(busy) == before


async def test_in_a_group_nothing_is_given_out_or_erased(stage: Stage, t: Texts) -> None:
    for command in ("/privacy", "/export", "/erase"):
        await stage.says(command, chat=GROUP)
    assert {screen.text for _, screen in stage.door.shown} == {t("help-group")}
    yes = Erase(int(stage.dispatcher.clock.now().timestamp()))
    for action in (yes, Go(Page.EXPORT), Go(Page.ERASE)):
        await stage.presses(action.pack(), chat=GROUP)
    assert {text for text, _ in stage.door.answers} == {t.plain("help-not-yours")}
    assert [person.id for person in stage.people()] == [7]


# Through the inbox


def take(stage: Stage, update_id: int = 1) -> Taken:
    """Store Ana's press on Yes, and take it up; its lease has ended already."""
    database, now = stage.dispatcher.house.database, stage.dispatcher.clock.now()
    query = {
        "id": "q1",
        "from": ANA,
        "chat_instance": "1",
        "message": message(PRIVATE, text="card"),
        "data": Erase(int(now.timestamp())).pack(),
    }
    update = {"update_id": update_id, "callback_query": query}
    database.call(inbox.store, [Arrived(update_id, 7, update)], now)
    return again(stage)


def again(stage: Stage) -> Taken:
    """Take up what waits."""
    told = Handover("a", room=1, lease=timedelta())
    return stage.dispatcher.house.database.call(inbox.hand_over, told).taken[0]


async def handle(stage: Stage, taken: Taken) -> None:
    """Handle an update."""
    assert await stage.dispatcher.handle(taken.payload, taken)


def finish(stage: Stage, taken: Taken) -> None:
    """Tell the inbox that it is done."""
    told = Handover(taken.holder, done=frozenset({taken.update_id}))
    stage.dispatcher.house.database.call(inbox.hand_over, told)


async def test_the_press_itself_is_forgotten_once_it_is_answered(stage: Stage, t: Texts) -> None:
    database = stage.dispatcher.house.database
    taken = take(stage)
    await handle(stage, taken)
    assert stage.screen.text == t("privacy-gone")
    assert rows(database) == {"inbox": 1}
    finish(stage, taken)
    row = database.call(lambda session: session.get_one(Inbox, 1))
    assert (row.payload, row.lane) == ({}, None)


async def test_a_crash_before_the_answer_shows_it_again_and_leaves_nothing(stage: Stage, t: Texts) -> None:
    await handle(stage, take(stage))
    stage.door.shown.clear()
    once_more = again(stage)
    assert once_more.applied
    await handle(stage, once_more)
    assert stage.screen.text == t("privacy-gone")
    assert rows(stage.dispatcher.house.database) == {"inbox": 1}


async def test_a_second_press_that_came_late_leaves_nothing_either(stage: Stage, t: Texts) -> None:
    for update_id in (1, 2):
        taken = take(stage, update_id)
        await handle(stage, taken)
        finish(stage, taken)
    assert [screen.text for _, screen in stage.door.shown] == [t("privacy-gone")] * 2
    assert rows(stage.dispatcher.house.database) == {"inbox": 2}


async def test_start_begins_anew(stage: Stage, database: Database, now: datetime) -> None:
    await handle(stage, take(stage))
    stage.door.shown.clear()
    await stage.says("/start")
    assert "Hi Ana, I am" in stage.screen.text
    [person] = stage.people()
    assert (person.onboarding, person.created_at) == ("welcome", now)
    assert database.call(lambda session: session.exec(select(RoutineEntry)).all()) == []
