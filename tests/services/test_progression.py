"""Changes that are taken back, whatever became of the routine's lines meanwhile."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime

import pytest
from sqlmodel import Session, select

from bot.db.tables import Change, Person, RoutineEntry
from bot.domain.exercises import Dose, Routine
from bot.domain.progression import Why
from bot.services import progression, routines
from bot.services.progression import _WHERE
from tests import builders
from tests.services.playing import LIBRARY

FEWER, MORE = Dose(sets=2, reps=8), Dose(sets=2, reps=10)
OTHER = Routine("other", 0, False, 0, (builders.entry("open-book"),), {})


@pytest.fixture
def change(session: Session, person: Person, now: datetime) -> Change:
    """Give Ana a routine of one line, of which progress made more."""
    line = RoutineEntry(person_id=7, position=0, exercise="cat-cow", variation="standard", dose=asdict(MORE))
    session.add(line)
    session.flush()
    common = {"exercise": "cat-cow", "variation": "standard"}
    before = {**common, "dose": asdict(FEWER), _WHERE: [line.id]}
    after = {**common, "dose": asdict(MORE)}
    made = Change(
        person_id=7,
        day=now.date(),
        exercise="cat-cow",
        before=before,
        after=after,
        why=Why.THREE_GREEN,
        at=now,
    )
    session.add(made)
    session.flush()
    return made


def doses(session: Session) -> list[Dose]:
    """Return the doses of Ana's routine."""
    return [line.entry.dose for line in routines.entries(session, 7)]


def leave_it(_session: Session) -> None:
    """Do nothing to the routine."""


def out_and_back(session: Session) -> None:
    """Take the line out, and put it back."""
    routines.edit(session, 7, session.exec(select(RoutineEntry.id)).one() or 0, "remove", LIBRARY)
    routines.put_back(session, 7)


def another_and_back(session: Session) -> None:
    """Take up another routine, and go back to one's own."""
    routines.adopt(session, 7, OTHER)
    routines.undo(session, 7)


@pytest.mark.parametrize("meanwhile", [leave_it, out_and_back, another_and_back])
def test_taking_a_change_back_finds_its_line(
    session: Session, change: Change, now: datetime, meanwhile: Callable[[Session], None]
) -> None:
    meanwhile(session)
    assert doses(session) == [MORE]
    assert progression.undo(session, 7, change.id or 0, now)
    assert doses(session) == [FEWER]


def test_a_line_that_was_changed_by_hand_since_stays(session: Session, change: Change, now: datetime) -> None:
    number = session.exec(select(RoutineEntry.id)).one() or 0
    routines.change(session, 7, number, routines.Change.MORE_SETS, LIBRARY)
    by_hand = doses(session)
    assert progression.undo(session, 7, change.id or 0, now)
    assert doses(session) == by_hand
