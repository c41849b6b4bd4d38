"""What tests of plain words share: Ana with a routine and a reminder, all that is stored, and the yes."""

from datetime import time
from typing import Any

import pytest
from sqlmodel import Session, SQLModel, select

from bot.chat.screen import Reply, Screen
from bot.db.database import Database
from bot.db.tables import DayMark, Delivery, ExerciseSession, Person, PlannedPause, Reminder, RoutineEntry
from bot.domain.exercises import Library
from bot.domain.reminders import Rule
from bot.domain.understanding import meanings as m
from bot.services import routines
from bot.services import said as does
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import check


@pytest.fixture
def ana(make_turn: MakeTurn, database: Database, real_library: Library) -> MakeTurn:
    """Let Ana have a routine and a reminder at 07:30."""
    first = next(iter(real_library.routines.values()))
    database.call(routines.adopt, 7, first)
    database.call(does.add, 7, Rule(m.EVERY_DAY, (time(7, 30),)), make_turn().now)
    return make_turn


def everything(database: Database) -> list[str]:
    """Return what is stored."""
    tables: list[type[SQLModel]] = [
        Person, RoutineEntry, Reminder, Delivery, ExerciseSession, PlannedPause, DayMark,
    ]  # fmt: skip

    def read(session: Session) -> list[str]:
        return [
            repr(row.model_dump(exclude={"id"})) for table in tables for row in session.exec(select(table))
        ]

    return database.call(read)


async def seen(reply: Any) -> Screen:
    """Return the screen of a handler."""
    screen: Reply = await reply
    assert isinstance(screen, Screen)
    check(screen)
    return screen


def yes(screen: Screen) -> Any:
    """Return what the first button does."""
    return screen.keys[0][0].action
