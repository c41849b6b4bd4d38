"""Prescriptions: put together in a draft, found by their code alone, taken up as ready-made routines are."""

import asyncio
from datetime import datetime

import pytest
from sqlmodel import Session, select

from bot.db.database import Database
from bot.db.tables import Person, RoutineEntry
from bot.domain.exercises import Library
from bot.services import prescriptions, privacy, routines
from bot.services.prescriptions import LONGEST, Draft, Prescribed
from bot.services.routines import MOST, Change
from tests import builders

CODE = "abcdefghijkmnp"


@pytest.fixture
def ana(session: Session, person: Person) -> Person:
    """Give Ana, who prescribes here, as this session sees her."""
    return session.get_one(Person, 7)


def made(session: Session, now: datetime, library: Library) -> Prescribed:
    """Prescribe one exercise."""
    prescriptions.pick(session, 7, library.exercises["cat-cow"])
    found = prescriptions.make(session, 7, CODE, now, title="For you")
    assert found
    return found


def test_a_draft_begins_empty_and_keeps_what_is_put_in(
    session: Session, ana: Person, library: Library
) -> None:
    assert prescriptions.draft(session, 7) == Draft()
    prescriptions.entitle(session, 7, "  Two   weeks ")
    prescriptions.pick(session, 7, library.exercises["cat-cow"])
    kept = prescriptions.draft(session, 7)
    assert kept.title == "Two weeks"
    assert [entry.exercise for entry in kept.entries] == ["cat-cow"]


def test_a_long_title_is_cut(session: Session, ana: Person) -> None:
    assert len(prescriptions.entitle(session, 7, "x" * 500).title) == LONGEST


def test_a_routine_gives_its_name_only_where_there_is_no_title(session: Session, ana: Person) -> None:
    assert prescriptions.put(session, 7, [builders.entry()], "Reset").title == "Reset"
    assert prescriptions.put(session, 7, [builders.entry()], "Other").title == "Reset"


def test_a_draft_has_an_end(session: Session, ana: Person, library: Library) -> None:
    prescriptions.put(session, 7, [builders.entry(f"e{number}") for number in range(MOST + 5)])
    assert len(prescriptions.pick(session, 7, library.exercises["cat-cow"]).entries) == MOST


def test_picking_twice_takes_it_out(session: Session, ana: Person, library: Library) -> None:
    exercise = library.exercises["cat-cow"]
    prescriptions.pick(session, 7, exercise)
    assert prescriptions.pick(session, 7, exercise).entries == ()


def test_a_dose_changes_like_a_line_of_a_routine(session: Session, ana: Person, library: Library) -> None:
    exercise = library.exercises["cat-cow"]
    before = prescriptions.pick(session, 7, exercise).entries[0]
    after = prescriptions.change(session, 7, exercise, Change.MORE_SETS).entries[0]
    assert after == routines.changed(before, Change.MORE_SETS, exercise)
    assert after != before


def test_an_empty_draft_makes_nothing(session: Session, ana: Person, now: datetime) -> None:
    assert prescriptions.make(session, 7, CODE, now, title="For you") is None


def test_making_it_uses_the_draft_up(session: Session, ana: Person, library: Library, now: datetime) -> None:
    found = made(session, now, library)
    assert (found.title, found.by) == ("For you", "Ana")
    assert prescriptions.draft(session, 7) == Draft()
    assert prescriptions.find(session, CODE) == found
    assert prescriptions.listing(session) == [found]


@pytest.mark.parametrize("code", ["", "a", CODE.upper(), CODE[:-1]])
def test_nothing_but_the_whole_code_finds_it(
    session: Session, ana: Person, library: Library, now: datetime, code: str
) -> None:
    made(session, now, library)
    assert prescriptions.find(session, code) is None


def test_it_is_withdrawn_once(session: Session, ana: Person, library: Library, now: datetime) -> None:
    found = made(session, now, library)
    assert prescriptions.withdraw(session, found.id)
    assert not prescriptions.withdraw(session, found.id)
    assert prescriptions.find(session, CODE) is None
    assert prescriptions.take_up(session, 7, CODE, library) is None


def test_taking_up_keeps_the_old_routine_for_undo(
    session: Session, ana: Person, library: Library, now: datetime
) -> None:
    routines.add(session, 7, builders.exercise("own"), "standard")
    found = made(session, now, library)
    taken = prescriptions.take_up(session, 7, CODE, library)
    assert taken
    assert [line.entry for line in taken.lines] == list(found.entries)
    assert taken.replaced == 1
    back = routines.undo(session, 7)
    assert back
    assert [line.entry.exercise for line in back] == ["own"]


def test_what_the_library_has_no_longer_is_left_out(
    session: Session, ana: Person, library: Library, now: datetime
) -> None:
    prescriptions.put(session, 7, [builders.entry("gone"), builders.entry("cat-cow")])
    prescriptions.make(session, 7, CODE, now, title="For you")
    taken = prescriptions.take_up(session, 7, CODE, library)
    assert taken
    assert [line.entry.exercise for line in taken.lines] == ["cat-cow"]


def test_what_a_maker_prescribed_goes_with_them_and_routines_stay(
    session: Session, ana: Person, library: Library, now: datetime
) -> None:
    made(session, now, library)
    session.add(
        Person(id=8, first_name="Ben", zone="UTC", onboarding="done", created_at=now, first_day=now.date())
    )
    session.flush()
    prescriptions.take_up(session, 8, CODE, library)
    session.flush()
    privacy.erase(session, 7)
    session.expire_all()
    assert prescriptions.find(session, CODE) is None
    assert [row.person_id for row in session.exec(select(RoutineEntry))] == [8]


def test_an_old_button_withdraws_no_newer_prescription(
    session: Session, ana: Person, library: Library, now: datetime
) -> None:
    """SQLite else gives the number of the last one to the next."""
    first = made(session, now, library)
    assert prescriptions.withdraw(session, first.id)
    newer = made(session, now, library)
    assert not prescriptions.withdraw(session, first.id)
    assert prescriptions.find(session, newer.code) == newer


async def test_a_prescription_that_two_withdraw_at_once_is_gone_once(
    either_database: Database, now: datetime, library: Library
) -> None:
    def make(session: Session) -> int:
        session.add(Person(id=7, first_name="Ana", created_at=now, first_day=now.date()))
        session.flush()
        prescriptions.pick(session, 7, library.exercises["cat-cow"])
        made = prescriptions.make(session, 7, "abcdefghijkmnp", now, title="For you")
        assert made
        return made.id

    number = await either_database.run(make)
    taps = (either_database.run(prescriptions.withdraw, number) for _ in range(4))
    assert sorted(await asyncio.gather(*taps)) == [False] * 3 + [True]
