"""The person's own routine: order, doses, and nothing lost."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from bot.db.database import open_engine
from bot.db.tables import METADATA, Person, RoutineEntry
from bot.domain.exercises import Entry, Library, Routine
from bot.services import routines
from bot.services.routines import Change, Line
from tests import builders

SLUGS = ("cat-cow", "wall-angel", "open-book")
LIBRARY = builders.library(*(builders.exercise(slug) for slug in SLUGS))
MORNING = Routine(
    "morning",
    1,
    desk_break=False,
    seconds=300,
    entries=(builders.entry("open-book"), builders.entry("cat-cow", "easier", reps=4)),
    texts={},
)


def fill(session: Session, person: Person, *slugs: str) -> list[Line]:
    """Add exercises in their standard form."""
    for slug in slugs or SLUGS:
        routines.add(session, person.id, LIBRARY.exercises[slug], "standard")
    return routines.entries(session, person.id)


def order(session: Session, person: Person) -> list[str]:
    """Return the exercises of the routine in order."""
    return [line.entry.exercise for line in routines.entries(session, person.id)]


def test_it_adds_in_order_with_the_dose_of_the_variation(session: Session, person: Person) -> None:
    lines = fill(session, person)
    assert [line.entry.exercise for line in lines] == list(SLUGS)
    assert [line.position for line in lines] == [0, 1, 2]
    assert lines[0].entry.dose == LIBRARY.exercises["cat-cow"].standard.dose


def test_it_refuses_the_same_line_twice_but_not_another_variation(session: Session, person: Person) -> None:
    fill(session, person)
    assert routines.add(session, person.id, LIBRARY.exercises["cat-cow"], "standard") is None
    assert routines.add(session, person.id, LIBRARY.exercises["cat-cow"], "harder") is not None
    assert len(routines.entries(session, person.id)) == 4


def test_it_adds_the_standard_form_for_a_variation_that_vanished(session: Session, person: Person) -> None:
    line = routines.add(session, person.id, LIBRARY.exercises["cat-cow"], "on-the-moon")
    assert line
    assert line.entry.variation == "standard"


def test_it_says_when_the_routine_is_full(session: Session, person: Person) -> None:
    for number in range(routines.MOST):
        routines.add(session, person.id, builders.exercise(f"e-{number}"), "standard")
    with pytest.raises(routines.RoutineFullError):
        routines.add(session, person.id, builders.exercise("one-more"), "standard")


@pytest.mark.parametrize("at", [0, 1, 2])
def test_what_was_taken_out_comes_back_where_it_was(session: Session, person: Person, at: int) -> None:
    lines = fill(session, person)
    routines.edit(session, person.id, lines[at].id, "remove", LIBRARY)
    back = routines.put_back(session, person.id)
    assert back
    assert [(line.position, line.entry) for line in back] == [(line.position, line.entry) for line in lines]
    assert routines.put_back(session, person.id) is None


def test_without_room_what_was_taken_out_waits(session: Session, person: Person) -> None:
    lines = fill(session, person)
    routines.edit(session, person.id, lines[0].id, "remove", LIBRARY)
    full = Routine(
        "full", 1, desk_break=False, seconds=1, entries=(lines[0].entry,) * routines.MOST, texts={}
    )
    routines.adopt(session, person.id, full)
    assert routines.put_back(session, person.id) is None
    routines.remove(session, person.id, routines.entries(session, person.id)[0].id)
    assert routines.put_back(session, person.id)


def test_it_removes_and_closes_the_gap(session: Session, person: Person) -> None:
    lines = fill(session, person)
    assert routines.remove(session, person.id, lines[1].id) == lines[1]
    assert [(one.id, one.position) for one in routines.entries(session, person.id)] == [
        (lines[0].id, 0),
        (lines[2].id, 1),
    ]
    assert routines.remove(session, person.id, lines[1].id) is None


def test_it_moves_up_and_down_and_stays_at_the_ends(session: Session, person: Person) -> None:
    first, _, last = fill(session, person)
    routines.move(session, person.id, last.id, -1, LIBRARY)
    assert order(session, person) == ["cat-cow", "open-book", "wall-angel"]
    routines.move(session, person.id, first.id, 1, LIBRARY)
    assert order(session, person) == ["open-book", "cat-cow", "wall-angel"]
    top = routines.move(session, person.id, last.id, -1, LIBRARY)
    assert top
    assert top.position == 0
    assert order(session, person)[0] == "open-book"


def test_it_moves_past_lines_that_are_not_shown(session: Session, person: Person) -> None:
    lines = fill(session, person)
    left: Library = builders.library(*(LIBRARY.exercises[slug] for slug in ("cat-cow", "open-book")))
    assert [one.entry.exercise for one in routines.shown(lines, left)] == ["cat-cow", "open-book"]
    routines.move(session, person.id, lines[0].id, 1, left)
    seen = routines.shown(routines.entries(session, person.id), left)
    assert [one.entry.exercise for one in seen] == ["open-book", "cat-cow"]
    assert len(routines.entries(session, person.id)) == 3


def test_it_touches_no_line_of_somebody_else(session: Session, person: Person) -> None:
    line = fill(session, person)[0]
    stranger = person.id + 1
    assert routines.remove(session, stranger, line.id) is None
    assert routines.move(session, stranger, line.id, 1, LIBRARY) is None
    assert routines.change(session, stranger, line.id, Change.MORE, LIBRARY) is None
    assert routines.entries(session, stranger) == []


def test_it_changes_no_line_whose_exercise_vanished(session: Session, person: Person) -> None:
    line = fill(session, person)[0]
    assert routines.change(session, person.id, line.id, Change.MORE, builders.library()) is not None
    other = builders.library(builders.exercise("another"))
    assert routines.change(session, person.id, line.id, Change.MORE, other) is None


def test_it_stores_a_change_of_dose_and_of_variation(session: Session, person: Person) -> None:
    line = fill(session, person)[0]
    routines.change(session, person.id, line.id, Change.MORE_SETS, LIBRARY)
    session.flush()
    session.expire_all()
    assert routines.entries(session, person.id)[0].entry.dose.sets == 3
    routines.change(session, person.id, line.id, Change.HARDER, LIBRARY)
    harder = LIBRARY.exercises["cat-cow"].variation("harder")
    assert routines.entries(session, person.id)[0].entry == Entry("cat-cow", "harder", harder.dose)


@pytest.mark.parametrize(
    ("dose", "what", "expected"),
    [
        ({"reps": 8}, Change.MORE, {"reps": 9}),
        ({"reps": 10}, Change.MORE, {"reps": 12}),
        ({"reps": 10}, Change.LESS, {"reps": 9}),
        ({"reps": 12}, Change.LESS, {"reps": 10}),
        ({"reps": 1}, Change.LESS, {"reps": 1}),
        ({"reps": 30}, Change.MORE, {"reps": 30}),
        ({"reps": 3, "hold": 4}, Change.LESS, {"reps": 3, "hold": 4}),
        ({"reps": 2, "hold": 15}, Change.MORE, {"reps": 2, "hold": 20}),
        ({"reps": None, "hold": 30}, Change.LESS, {"reps": None, "hold": 25}),
        ({"reps": None, "hold": 120}, Change.MORE, {"reps": None, "hold": 120}),
        ({"reps": None, "hold": 5}, Change.LESS, {"reps": None, "hold": 5}),
        ({"reps": None, "breaths": 6}, Change.MORE, {"reps": None, "breaths": 7}),
        ({"reps": None, "breaths": 1}, Change.LESS, {"reps": None, "breaths": 1}),
        ({"sets": 5}, Change.MORE_SETS, {"sets": 5}),
        ({"sets": 1}, Change.FEWER_SETS, {"sets": 1}),
    ],
)
def test_it_steps_a_dose_sensibly(dose: dict[str, Any], what: Change, expected: dict[str, Any]) -> None:
    before, after = builders.entry(**dose), builders.entry(**expected)
    assert routines.changed(before, what, LIBRARY.exercises["cat-cow"]) == after


@given(
    reps=st.integers(3, 28),
    hold=st.integers(0, 60),
    held=st.booleans(),
    breaths=st.none() | st.integers(2, 59),
)
def test_a_step_up_and_a_step_down_lead_back(reps: int, hold: int, held: bool, breaths: int | None) -> None:
    dose: dict[str, Any] = {
        "reps": None if held or breaths else reps,
        "hold": hold + 5 if held else hold,
        "breaths": breaths,
    }
    before = builders.entry(**dose)
    exercise = LIBRARY.exercises["cat-cow"]
    more = routines.changed(before, Change.MORE, exercise)
    assert more != before
    assert routines.changed(more, Change.LESS, exercise) == before


def test_it_stops_at_the_ends_of_the_ladder() -> None:
    exercise = LIBRARY.exercises["cat-cow"]
    for variation, what in (("easier", Change.EASIER), ("harder", Change.HARDER)):
        line = builders.entry("cat-cow", variation, reps=5)
        assert routines.changed(line, what, exercise) == line


def test_it_adopts_a_ready_made_routine_under_new_ids(session: Session, person: Person) -> None:
    before = fill(session, person)
    adopted = routines.adopt(session, person.id, MORNING)
    assert [line.entry for line in adopted.lines] == list(MORNING.entries)
    assert adopted.replaced == 3
    assert not {line.id for line in adopted.lines} & {line.id for line in before}


def test_it_brings_the_replaced_routine_back_once(session: Session, person: Person) -> None:
    before = [line.entry for line in fill(session, person)]
    routines.adopt(session, person.id, MORNING)
    back = routines.undo(session, person.id)
    assert back
    assert [line.entry for line in back] == before
    assert routines.undo(session, person.id) is None


def test_a_double_press_on_adopt_keeps_what_it_replaced(session: Session, person: Person) -> None:
    before = [line.entry for line in fill(session, person)]
    once = routines.adopt(session, person.id, MORNING)
    assert routines.adopt(session, person.id, MORNING) == once
    back = routines.undo(session, person.id)
    assert back
    assert [line.entry for line in back] == before


def test_it_has_nothing_to_bring_back_for_a_first_routine(session: Session, person: Person) -> None:
    assert routines.adopt(session, person.id, MORNING).replaced == 0
    assert routines.undo(session, person.id) is None
    assert len(routines.entries(session, person.id)) == 2


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Give one database for all examples; each is rolled back."""
    engine = open_engine("sqlite://")
    METADATA.create_all(engine)
    yield engine
    engine.dispose()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "remove", "up", "down", "adopt", "undo", *(c.value for c in Change)]),
        st.integers(0, 8),
    ),
    max_size=25,
)


def step(session: Session, what: str, number: int) -> None:
    """Do one edit to the line that ``number`` points at, or to none."""
    lines = routines.entries(session, 1)
    entry_id = lines[number].id if number < len(lines) else -1
    if what == "add":
        variations = ("easier", "standard", "harder")
        routines.add(session, 1, LIBRARY.exercises[SLUGS[number % 3]], variations[number // 3])
    elif what == "remove":
        routines.remove(session, 1, entry_id)
    elif what in ("up", "down"):
        routines.move(session, 1, entry_id, 1 if what == "down" else -1, LIBRARY)
    elif what == "adopt":
        routines.adopt(session, 1, MORNING)
    elif what == "undo":
        routines.undo(session, 1)
    else:
        routines.change(session, 1, entry_id, Change(what), LIBRARY)


@given(steps=STEPS.map(lambda steps: [("add", 8), *steps]))
@settings(deadline=None, max_examples=60)
def test_any_edits_keep_positions_dense_and_ids_stable(engine: Engine, steps: list[tuple[str, int]]) -> None:
    now = datetime(2026, 3, 2, tzinfo=UTC)
    with Session(engine) as session:
        session.add(Person(id=1, first_name="Bo", created_at=now, first_day=now.date()))
        for what, number in steps:
            before = {line.id for line in routines.entries(session, 1)}
            step(session, what, number)
            session.flush()
            session.expire_all()
            lines = routines.entries(session, 1)
            ids = {line.id for line in lines}
            assert [line.position for line in lines] == list(range(len(lines)))
            assert len(ids) == len(lines)
            if what not in ("adopt", "undo"):
                assert ids <= before or len(ids - before) == 1
                assert len(before - ids) <= (what == "remove")
        session.rollback()


def test_it_stores_the_fields_of_a_dose(session: Session, person: Person) -> None:
    line = fill(session, person, "cat-cow")[0]
    row = session.get_one(RoutineEntry, line.id)
    assert row.dose == asdict(line.entry.dose)
