"""The person's own routine: lines that are added, moved, changed, and replaced by a ready-made one."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final

from sqlmodel import Session, col, select

from bot.db.tables import Person, RoutineEntry
from bot.domain.exercises import Dose, Entry, Exercise, Library, Routine

MOST: Final = 24
"""Lines of one routine: more than anybody does, and few enough for one message with a button each."""

MOST_SETS: Final = 5
MOST_REPS: Final = 30
MOST_BREATHS: Final = 60
LONGEST_HOLD: Final = 120  # seconds
PREVIOUS: Final = "previous_routine"
TAKEN: Final = "taken_out"


class RoutineFullError(Exception):
    """The routine has :data:`MOST` lines already."""


class Change(StrEnum):
    """What can change in a line; the values are those of the buttons."""

    EASIER = "easier"
    HARDER = "harder"
    MORE = "more"
    LESS = "less"
    MORE_SETS = "sets+"
    FEWER_SETS = "sets-"


@dataclass(frozen=True)
class Line:
    """One line of a routine: ``id`` is what buttons carry, ``position`` counts from 0."""

    id: int
    position: int
    entry: Entry


@dataclass(frozen=True)
class Edited:
    """The lines that a person sees after an edit, and whether it changed anything."""

    lines: list[Line]
    changed: bool


@dataclass(frozen=True)
class Adopted:
    """The lines after adopting a ready-made routine, and how many lines :func:`undo` would bring back."""

    lines: list[Line]
    replaced: int


def entries(session: Session, person_id: int) -> list[Line]:
    """Return all lines in order, those of vanished exercises too."""
    return [_line(row) for row in _rows(session, person_id)]


def shown(lines: Iterable[Line], library: Library) -> list[Line]:
    """Return the lines whose exercises exist; the others wait in the table, should they come back."""
    return [line for line in lines if line.entry.exercise in library.exercises]


def add(session: Session, person_id: int, exercise: Exercise, variation: str) -> Line | None:
    """Put an exercise at the end, in the dose of its variation; None when that very line is there already.

    :raises RoutineFullError: when there is no room for another line
    """
    way = exercise.variation(variation)
    rows = _rows(session, person_id)
    if any((row.exercise, row.variation) == (exercise.slug, way.slug) for row in rows):
        return None
    if len(rows) >= MOST:
        raise RoutineFullError
    return _append(session, person_id, [Entry(exercise.slug, way.slug, way.dose)], len(rows))[0]


def remove(session: Session, person_id: int, entry_id: int) -> Line | None:
    """Take a line out and return it; None when it is gone or somebody else's."""
    rows = _rows(session, person_id)
    row = _own(rows, entry_id)
    if row is None:
        return None
    gone = _line(row)
    rows.remove(row)
    session.delete(row)
    _number(rows)
    return gone


def move(session: Session, person_id: int, entry_id: int, by: int, library: Library) -> Line | None:
    """Move a line up (``by`` -1) or down (1), past the next line that the person sees; at an end it stays.

    None when the line is gone or somebody else's.
    """
    rows = _rows(session, person_id)
    row = _own(rows, entry_id)
    if row is None:
        return None
    at = rows.index(row)
    past = range(at + 1, len(rows)) if by > 0 else range(at - 1, -1, -1)
    target = next((i for i in past if rows[i].exercise in library.exercises), at)
    rows.insert(target, rows.pop(at))
    _number(rows)
    return _line(row)


def change(session: Session, person_id: int, entry_id: int, what: Change, library: Library) -> Line | None:
    """Change a line's dose or variation; at a limit it stays as it is.

    None when the line is gone or somebody else's, or its exercise is no longer in the library.
    """
    row = _own(_rows(session, person_id), entry_id)
    exercise = library.exercises.get(row.exercise) if row else None
    if row is None or exercise is None:
        return None
    entry = changed(_line(row).entry, what, exercise)
    row.variation = entry.variation
    row.dose = asdict(entry.dose)
    return _line(row)


def edit(session: Session, person_id: int, entry_id: int, what: str, library: Library) -> Edited:
    """Do what a button of the editor says, and return what the person then sees.

    :param what: ``up``, ``down``, ``remove``, a :class:`Change`, or anything else for a mere look
    """
    before = entries(session, person_id)
    if what in {"up", "down"}:
        move(session, person_id, entry_id, -1 if what == "up" else 1, library)
    elif what == "remove":
        _keep(session, person_id, remove(session, person_id, entry_id))
    elif what in set(Change):
        change(session, person_id, entry_id, Change(what), library)
    after = entries(session, person_id)
    return Edited(shown(after, library), changed=before != after)


def changed(entry: Entry, what: Change, exercise: Exercise) -> Entry:
    """Return the entry one step on; another variation brings its own dose."""
    if what in {Change.EASIER, Change.HARDER}:
        way = exercise.neighbour(entry.variation, 1 if what is Change.HARDER else -1)
        return Entry(entry.exercise, way.slug, way.dose) if way else entry
    if what in {Change.MORE_SETS, Change.FEWER_SETS}:
        sets = entry.dose.sets + (1 if what is Change.MORE_SETS else -1)
        return entry.with_dose(sets=min(max(sets, 1), MOST_SETS))
    return replace(entry, dose=_stepped(entry.dose, 1 if what is Change.MORE else -1))


def adopt(session: Session, person_id: int, routine: Routine) -> Adopted:
    """Make a ready-made routine the person's own; the lines that it replaces are kept for :func:`undo`.

    Doing it twice is like doing it once, so that a double press loses nothing.
    """
    person = session.get_one(Person, person_id)
    before = [line.entry for line in entries(session, person_id)]
    if before == list(routine.entries):
        return Adopted(entries(session, person_id), len(person.draft.get(PREVIOUS, [])))
    person.draft = {**person.draft, PREVIOUS: [asdict(entry) for entry in before]}
    return Adopted(_replace(session, person_id, routine.entries), len(before))


def undo(session: Session, person_id: int) -> list[Line] | None:
    """Bring back the routine that the last adoption replaced; None when there is none to bring back."""
    person = session.get_one(Person, person_id)
    kept = person.draft.get(PREVIOUS)
    if not kept:
        return None
    person.draft = {name: value for name, value in person.draft.items() if name != PREVIOUS}
    return _replace(session, person_id, [_entry(**one) for one in kept])


def put_back(session: Session, person_id: int) -> list[Line] | None:
    """Put the line that was taken out last where it was; None when there is none, or no room for it.

    Its id is a new one, as buttons of the old one are done with.
    """
    person = session.get_one(Person, person_id)
    kept, rows = person.draft.get(TAKEN), _rows(session, person_id)
    if not kept or len(rows) >= MOST:
        return None
    person.draft = {name: value for name, value in person.draft.items() if name != TAKEN}
    _append(session, person_id, [_entry(**kept["entry"])], len(rows))
    rows = _rows(session, person_id)
    rows.insert(min(kept["position"], len(rows) - 1), rows.pop())
    _number(rows)
    session.flush()
    return entries(session, person_id)


def _keep(session: Session, person_id: int, gone: Line | None) -> None:
    """Remember a line that was taken out, for :func:`put_back`."""
    if gone:
        person = session.get_one(Person, person_id)
        kept = {"position": gone.position, "entry": asdict(gone.entry)}
        person.draft = {**person.draft, TAKEN: kept}


def _stepped(dose: Dose, by: int) -> Dose:
    """Return the dose one sensible step up (1) or down (-1), within what content may say.

    A stretch held once or twice grows by its hold, so repetitions with a hold never fall below three:
    otherwise a step down and a step up would not lead back.
    """
    if dose.breaths:
        return replace(dose, breaths=_within(dose.breaths, by, 1, MOST_BREATHS))
    if dose.reps is None or (dose.hold and dose.reps <= 2):
        return replace(dose, hold=_within(dose.hold, 5 * by, 5, LONGEST_HOLD))
    wide = dose.reps >= 10 if by > 0 else dose.reps > 10
    return replace(dose, reps=_within(dose.reps, by * (2 if wide else 1), 3 if dose.hold else 1, MOST_REPS))


def _within(value: int, by: int, least: int, most: int) -> int:
    """Return ``value + by``, or ``value`` where that would pass a limit."""
    return value + by if least <= value + by <= most else value


def _rows(session: Session, person_id: int) -> list[RoutineEntry]:
    query = select(RoutineEntry).where(RoutineEntry.person_id == person_id)
    return list(session.exec(query.order_by(col(RoutineEntry.position))))


def _own(rows: Sequence[RoutineEntry], entry_id: int) -> RoutineEntry | None:
    return next((row for row in rows if row.id == entry_id), None)


def _number(rows: Iterable[RoutineEntry]) -> None:
    for position, row in enumerate(rows):
        row.position = position


def _append(session: Session, person_id: int, what: Iterable[Entry], first: int) -> list[Line]:
    rows = [
        RoutineEntry(
            person_id=person_id,
            position=position,
            exercise=entry.exercise,
            variation=entry.variation,
            dose=asdict(entry.dose),
        )
        for position, entry in enumerate(what, first)
    ]
    session.add_all(rows)
    session.flush()
    return [_line(row) for row in rows]


def _replace(session: Session, person_id: int, what: Iterable[Entry]) -> list[Line]:
    # New rows first: SQLite gives the ids of deleted rows again, and old buttons would meet new lines.
    before = _rows(session, person_id)
    lines = _append(session, person_id, what, 0)
    for row in before:
        session.delete(row)
    session.flush()
    return lines


def _line(row: RoutineEntry) -> Line:
    return Line(row.id or 0, row.position, _entry(row.exercise, row.variation, row.dose))


def _entry(exercise: str, variation: str, dose: dict[str, Any]) -> Entry:
    return Entry(exercise, variation, Dose(**dose))
