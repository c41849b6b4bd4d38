"""Receipts: whatever a person does, a turn writes in one transaction only, and is never applied twice."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import product
from typing import Any, get_type_hints

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, SQLModel, select
from structlog.testing import capture_logs

from bot.chat import actions, routes
from bot.chat.actions import (
    Begin,
    ChangeClub,
    ChooseDays,
    ChooseMoment,
    ClubChange,
    EditEntry,
    EntryChange,
    Go,
    Page,
    PauseFor,
    PressCard,
)
from bot.chat.buttons import Action
from bot.chat.screen import Screen
from bot.db.tables import Delivery, ExerciseSession, Hold, Inbox, Person, PlannedPause, Reminder, RoutineEntry
from bot.domain.sessions import Press
from bot.services import inbox, people
from bot.services.inbox import Arrived, Handover, LeaseLostError, Taken
from bot.texts import Texts
from tests.chat.stage import ANA, GROUP, PRIVATE, Json, Stage, message
from tests.services.planning import drafted, planned

GONE = 999


def ordered(kinds: Iterable[type[Action]]) -> list[type[Action]]:
    """Put actions in order: a set has another one in each process, and these must agree on their tests."""
    return sorted(kinds, key=lambda kind: kind.code)


IN_GROUPS, FOR_ADMINS = ordered(routes.IN_GROUPS_PRESSES), ordered(routes.FOR_ADMINS)


class Receipted:
    """A stage whose updates go through the inbox."""

    def __init__(self, stage: Stage, now: datetime) -> None:
        self.stage = stage
        self.now = now
        self.database = stage.dispatcher.house.database
        self.count = 0

    def taken(self, **about: Any) -> Taken:
        """Store an update and take it up."""
        self.count += 1
        update = {"update_id": self.count, **about}
        self.database.call(inbox.store, [Arrived(self.count, 7, update)], self.now)
        return self.taken_again()

    def taken_again(self, holder: str = "a") -> Taken:
        """Take up the last update, its lease having ended at once."""
        told = Handover(holder, room=1, lease=timedelta())
        return self.database.call(inbox.hand_over, told).taken[0]

    async def handle(self, taken: Taken) -> bool:
        """Handle it, and be done with it."""
        self.stage.door.shown.clear()
        self.stage.door.answers.clear()
        return await self.stage.dispatcher.handle(taken.payload, taken)

    async def commits(self, taken: Taken) -> int:
        """Handle it and count the transactions."""
        seen: list[object] = []
        note = seen.append
        event.listen(self.database.engine, "commit", note)
        await self.handle(taken)
        event.remove(self.database.engine, "commit", note)
        return len(seen)

    def done(self, taken: Taken) -> None:
        """Make room for the next one."""
        told = Handover(taken.holder, done=frozenset({taken.update_id}))
        self.database.call(inbox.hand_over, told)

    def applied(self, taken: Taken) -> bool:
        """Whether the update is marked."""
        return self.database.call(lambda session: session.get_one(Inbox, taken.update_id).applied)

    def press(self, action: Action, chat: Json = PRIVATE) -> Taken:
        """Take up a press on message 50."""
        shown = message(chat, text="card")
        query = {"id": "q1", "from": ANA, "chat_instance": "1", "message": shown, "data": action.pack()}
        return self.taken(callback_query=query)

    def say(self, text: str) -> Taken:
        """Take up a message."""
        return self.taken(message=message(PRIVATE, {"from": ANA}, text=text))

    def ids(self, table: Any) -> list[int]:
        """The ids of all rows of a table."""
        return self.database.call(lambda session: list(session.exec(select(table.id))))


@pytest.fixture
def receipted(stage: Stage, now: datetime, real_library: Any) -> Receipted:
    """Give a stage where Ana has a routine, a reminder, a delivery and an open session."""
    made = Receipted(stage, now)
    routine = next(iter(real_library.routines.values()))
    made.database.call(lambda session: setattr(session.get_one(Person, 7), "onboarding", "days"))
    made.database.call(people.choose_moment, 7, now.time())
    made.database.call(people.finish_meeting, 7, "0123456", routine, now)
    made.database.call(_deliver, now)
    return made


def _deliver(session: Any, now: datetime) -> None:
    session.add(
        Delivery(
            person_id=7, reminder_id=1, kind="reminder", occurrence="2026-03-02T07:30", due_at=now,
            expires_at=now + timedelta(hours=3), status="sent", created_at=now, **_extra(now),
        )
    )  # fmt: skip


def _extra(now: datetime) -> dict[str, Any]:
    """What else a delivery must have, whichever columns it has."""
    known = {"planned_at": now, "day": now.date()}
    return {name: value for name, value in known.items() if name in Delivery.model_fields}


READINGS = [
    "ar,0123456.0700..",
    "ar,01.0730..",
    "ar,..evening.",
    "ar,...",
    "ar,9.0700..",
    "cr,.0800..,.0900..",
    "dr,...,1",
    "la,,20260303,0900,",
    "la,20,,,",
    "pa,20260309,",
    "qh,2200.0700,0",
    "am,open-book",
    "dm,open-book",
    "sm,seated-cat-cow,wall-angel",
    "pi,1",
    "st,open-book,",
    "sl,es",
    "sz,Europe/Berlin",
    "do,undo",
    "gone",
]

SLUGS = {
    "routine": ["mine", "first-steps", "gone"],
    "what": ["today", "mine", "first-steps", "gone"],
    "exercise": ["seated-cat-cow", "gone"],
    "variation": ["standard", "gone"],
    "at": ["0730", "1800"],
    "zone": ["Europe/Berlin", "Atlantis/City"],
    "days": ["0123456", "024"],
    "day": ["20260302", "20260301"],
    "value": ["-", "chair"],
    "choice": ["done", "ease", "chair", "0", "5", "8", "lunch", "desk", "adult", "neck", "signs-first"],
    "question": ["age", "body"],
    "flag": ["neck-sore", "gone"],
    "reading": READINGS,
    "times": ["11001500", "", "9900"],
    "language": ["es", "xx"],
}
NUMBERS = {
    "minutes": [60, -9999, 20, -1],
    "days": [0, 3, -1],
    "weekday": [0, 6],
    "revision": [0, 1],
    "session": [1, GONE],
    "score": [-1, 0, 4, 6, 11],
    "item": [0, 9],
    "extra": [2, 5],
    "change": [1, GONE],
    "entry": [1, 2, GONE],
    "reminder": [1, GONE],
    "delivery": [1, GONE],
    "post": [1, GONE],
    "plan": [1, 2, GONE],
    "out": [1, 0],
    "after": [1, 0],
    "answers": [1, 2],
    "hold": [1, GONE],
    "week": [0, 9],
    "activity": [1, GONE],
    "keep": [1, 0],
    "newest": [0, 9],
}


def values(name: str, kind: type) -> Iterable[Any]:
    """Values that a field of a button may have: all of an enumeration, some of what is open."""
    if issubclass(kind, StrEnum):
        return list(kind)
    return NUMBERS.get(name, [0, 1]) if kind is int else SLUGS.get(name, ["x"])


def every(kind: type[Action]) -> Iterable[Action]:
    """Every button of a kind."""
    types = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    return (kind(*chosen) for chosen in product(*(values(name, types[name]) for name in names)))


@pytest.mark.parametrize("kind", routes.PRESSES, ids=lambda kind: kind.__name__)
async def test_no_button_writes_in_two_transactions(receipted: Receipted, kind: type[Action]) -> None:
    """All values, one after another on the same database, so that later ones meet what earlier ones left."""
    await receipted.handle(first := receipted.press(Begin("mine", 1)))
    receipted.done(first)
    for action in every(kind):
        taken = receipted.press(action)
        assert await receipted.handle(taken), action
        assert len(receipted.stage.door.answers) == 1, action
        receipted.done(taken)


@pytest.mark.parametrize("kind", IN_GROUPS, ids=lambda kind: kind.__name__)
async def test_no_button_in_a_group_writes_in_two_transactions(
    receipted: Receipted, kind: type[Action]
) -> None:
    for action in [ChangeClub(ClubChange.NEW), *every(kind)]:
        taken = receipted.press(action, GROUP)
        assert await receipted.handle(taken), action
        assert len(receipted.stage.door.answers) == 1, action
        receipted.done(taken)


@pytest.mark.parametrize("kind", FOR_ADMINS, ids=lambda kind: kind.__name__)
async def test_what_was_applied_in_a_group_shows_nobodys_own_things(
    receipted: Receipted, kind: type[Action]
) -> None:
    taken = receipted.press(next(iter(every(kind))), GROUP)
    receipted.database.call(lambda session: setattr(session.get_one(Inbox, taken.update_id), "applied", True))
    assert await receipted.handle(receipted.taken_again())
    assert "Desk breaks for this group" in receipted.stage.screen.text


@pytest.mark.parametrize("kind", [actions.AnswerPlan, actions.AskPlan, actions.ChangePlan, actions.LeaveOut])
async def test_no_button_of_a_plan_writes_in_two_transactions(
    receipted: Receipted, real_library: Any, now: datetime, kind: type[Action]
) -> None:
    """With a plan that holds and another that waits to be made, all values, one after another."""
    receipted.database.call(lambda session: planned(session, real_library, now).id)
    receipted.database.call(lambda session: drafted(session, real_library, now, goal=["desk"]))
    for action in every(kind):
        taken = receipted.press(action)
        assert await receipted.handle(taken), action
        assert len(receipted.stage.door.answers) == 1, action
        receipted.done(taken)


WORDS = ["7:30 18:00", "7am", "open book", "remind me", "hello", "99:99", "9", "🧘", "my chest hurts"]
WORDS += [
    "remind me on weekdays at 8am",
    "pause for a week",
    "remind me in 20 minutes",
    "delete all reminders",
]


@pytest.mark.parametrize("text", ["/start show_open-book", "/reminders 7:30", *WORDS])
async def test_no_words_write_in_two_transactions(receipted: Receipted, text: str) -> None:
    opening = [actions.Draft(actions.DraftStep.NEW), actions.Draft(actions.DraftStep.TIMES)]
    for before in ([], opening):
        for action in before:
            taken = receipted.press(action)
            await receipted.handle(taken)
            receipted.done(taken)
        taken = receipted.say(text)
        assert await receipted.handle(taken)
        receipted.done(taken)


@pytest.mark.parametrize("command", routes.COMMANDS, ids=lambda command: command.name)
async def test_no_command_writes_in_two_transactions(receipted: Receipted, command: routes.Command) -> None:
    for text in (f"/{command.name}", f"/{command.name} 7:30", f"/{command.name} open book"):
        taken = receipted.say(text)
        assert await receipted.handle(taken)
        receipted.done(taken)


async def test_a_look_leaves_no_receipt_and_a_change_does(receipted: Receipted) -> None:
    looked = receipted.press(EditEntry(1, EntryChange.OPEN))
    await receipted.handle(looked)
    assert not receipted.applied(looked)
    receipted.done(looked)
    changed = receipted.press(EditEntry(1, EntryChange.MORE_SETS))
    await receipted.handle(changed)
    assert receipted.applied(changed)


# A crash between the change and its answer


@pytest.mark.parametrize("kind", routes.PRESSES, ids=lambda kind: kind.__name__)
async def test_what_was_applied_is_shown_again_and_changes_nothing(
    receipted: Receipted, kind: type[Action]
) -> None:
    await receipted.handle(first := receipted.press(Begin("mine", 1)))
    receipted.done(first)
    action = next(iter(every(kind)))
    taken = receipted.press(action)
    receipted.database.call(lambda session: setattr(session.get_one(Inbox, taken.update_id), "applied", True))
    before = _everything(receipted)
    assert await receipted.handle(receipted.taken_again())
    assert len(receipted.stage.door.answers) == 1
    assert receipted.stage.door.shown
    assert _everything(receipted) == before


async def test_a_set_counts_once_however_often_its_press_is_taken_up(receipted: Receipted) -> None:
    taken = receipted.press(EditEntry(1, EntryChange.MORE_SETS))
    await receipted.handle(taken)
    sets = _sets(receipted)
    for holder in "bcd":
        assert await receipted.handle(receipted.taken_again(holder))
    assert _sets(receipted) == sets


async def test_a_press_on_a_card_shows_its_card_even_when_it_was_the_last(receipted: Receipted) -> None:
    await receipted.handle(first := receipted.press(Begin("mine", 1)))
    receipted.done(first)
    [number] = receipted.ids(ExerciseSession)
    await receipted.handle(receipted.press(PressCard(number, 0, Press.STOP)))
    ended = receipted.stage.screen
    assert await receipted.handle(receipted.taken_again("b"))
    again = receipted.stage.screen
    assert isinstance(again, Screen)
    assert (again.text, again.keys, again.toast) == (ended.text, ended.keys, None)


async def test_words_that_counted_show_the_open_session(receipted: Receipted) -> None:
    await receipted.handle(first := receipted.press(Begin("mine", 1)))
    card = receipted.stage.screen
    receipted.done(first)
    said = receipted.say("/today")
    receipted.database.call(lambda session: setattr(session.get_one(Inbox, said.update_id), "applied", True))
    assert await receipted.handle(receipted.taken_again("b"))
    assert receipted.stage.screen.text == card.text
    assert len(receipted.ids(ExerciseSession)) == 1


async def test_a_safety_card_comes_again_and_holds_once(receipted: Receipted) -> None:
    await receipted.handle(receipted.say("my chest hurts"))
    card = receipted.stage.screen
    assert await receipted.handle(receipted.taken_again("b"))
    assert receipted.stage.screen == card
    assert receipted.ids(Hold) == [1]


async def test_the_first_questions_go_on(receipted: Receipted, t: Texts) -> None:
    await receipted.handle(receipted.press(ChooseMoment("0730")))
    asked = receipted.stage.screen.text
    assert await receipted.handle(receipted.taken_again("b"))
    assert receipted.stage.screen.text == asked


# A replica that is too late, a database that is away


async def test_a_replica_that_lost_its_lease_changes_nothing_and_says_nothing(receipted: Receipted) -> None:
    late = receipted.press(PauseFor(3))
    receipted.taken_again("b")
    with pytest.raises(LeaseLostError):
        await receipted.handle(late)
    assert receipted.ids(PlannedPause) == []
    assert receipted.stage.door.answers == []


async def test_while_the_database_is_away_nobody_is_told_of_a_failure(receipted: Receipted) -> None:
    """The update waits, so "something went wrong" would be wrong."""
    taken, words = receipted.press(PauseFor(3)), receipted.say
    with receipted.database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE person RENAME TO nobody")
    with pytest.raises(OperationalError):
        await receipted.handle(taken)
    assert receipted.stage.door.answers == []
    receipted.done(taken)
    with pytest.raises(OperationalError):
        await receipted.handle(words("/help"))
    assert receipted.stage.door.shown == []


async def test_a_fault_of_ours_is_told_and_not_tried_again(receipted: Receipted, t: Texts) -> None:
    with capture_logs():
        assert not await receipted.handle(receipted.press(ChooseDays("x")))
    assert receipted.stage.door.answers == [(t.plain("help-wrong"), True)]


def _sets(receipted: Receipted) -> int:
    return int(receipted.database.call(lambda session: session.get_one(RoutineEntry, 1)).dose["sets"])


def _everything(receipted: Receipted) -> list[str]:
    """What is stored; which message shows a session may change."""
    tables: list[type[SQLModel]] = [Person, RoutineEntry, Reminder, Delivery, ExerciseSession, PlannedPause]

    def read(session: Session) -> list[str]:
        rows = [row for table in tables for row in session.exec(select(table))]
        return [repr(row.model_dump()) for row in rows]

    return receipted.database.call(read)


async def test_somebody_known_is_not_asked_for_again(receipted: Receipted) -> None:
    """They were read in the transaction that gave the update."""
    await receipted.handle(first := receipted.press(Go(Page.HELP)))
    receipted.done(first)
    taken = receipted.press(Go(Page.HELP))
    assert await receipted.commits(taken) + 1 == await receipted.commits(replace(taken, known=None))


async def test_what_is_new_of_somebody_known_is_noted(receipted: Receipted) -> None:
    taken = receipted.press(Go(Page.HELP))
    assert taken.known
    old = replace(taken.known, person=Person(**taken.known.person.model_dump() | {"first_name": "Anna"}))
    receipted.database.call(lambda session: setattr(session.get_one(Person, 7), "first_name", "Anna"))
    await receipted.handle(replace(taken, known=old))
    assert [person.first_name for person in receipted.stage.people()] == ["Ana"]
