"""Routines that a professional puts together for somebody, who takes them up by a link."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete
from sqlmodel import Session, col, select

from bot.db.tables import Person, Prescription
from bot.domain.exercises import Dose, Entry, Exercise, Library, Routine
from bot.services import routines
from bot.services.routines import MOST, Adopted, Change

LETTERS: Final = "abcdefghijkmnpqrstuvwxyz"
"""Of codes; without those that look like others."""

LENGTH: Final = 14
"""Letters of a code: more than anybody can try."""

LONGEST: Final = 60
"""Characters of a title."""

LISTED: Final = 20
"""Prescriptions that a list shows, the newest first."""

_DRAFT: Final = "prescribing"


@dataclass(frozen=True)
class Draft:
    """A routine on its way; the title may still be empty."""

    title: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Prescribed:
    """A routine that a link leads to; ``by`` is the first name of who made it."""

    id: int
    code: str
    title: str
    by: str
    entries: tuple[Entry, ...]


def draft(session: Session, maker_id: int) -> Draft:
    """Return what somebody is putting together."""
    kept: dict[str, Any] = session.get_one(Person, maker_id).draft.get(_DRAFT, {})
    return Draft(kept.get("title", ""), _entries(kept.get("entries", [])))


def entitle(session: Session, maker_id: int, title: str) -> Draft:
    """Give the draft a title; what is too long is cut."""
    title = " ".join(title.split())[:LONGEST]
    return _keep(session, maker_id, replace(draft(session, maker_id), title=title))


def put(session: Session, maker_id: int, entries: Iterable[Entry], title: str = "") -> Draft:
    """Put lines into the draft in the place of all others; ``title`` stands where it has none yet."""
    before = draft(session, maker_id)
    return _keep(session, maker_id, Draft(before.title or title[:LONGEST], tuple(entries)[:MOST]))


def pick(session: Session, maker_id: int, exercise: Exercise) -> Draft:
    """Put an exercise at the end, in its standard form, or take it out again."""
    before = draft(session, maker_id)
    if any(entry.exercise == exercise.slug for entry in before.entries):
        return leave_out(session, maker_id, exercise)
    if len(before.entries) >= MOST:
        return before
    way = exercise.standard
    lines = (*before.entries, Entry(exercise.slug, way.slug, way.dose))
    return _keep(session, maker_id, replace(before, entries=lines))


def leave_out(session: Session, maker_id: int, exercise: Exercise) -> Draft:
    """Take an exercise out of the draft."""
    before = draft(session, maker_id)
    left = tuple(entry for entry in before.entries if entry.exercise != exercise.slug)
    return _keep(session, maker_id, replace(before, entries=left))


def change(session: Session, maker_id: int, exercise: Exercise, what: Change) -> Draft:
    """Change form or dose of an exercise of the draft; at a limit it stays as it is."""
    before = draft(session, maker_id)
    lines = [
        routines.changed(entry, what, exercise) if entry.exercise == exercise.slug else entry
        for entry in before.entries
    ]
    return _keep(session, maker_id, replace(before, entries=tuple(lines)))


def drop(session: Session, maker_id: int) -> None:
    """Throw the draft away."""
    person = session.get_one(Person, maker_id)
    person.draft = {name: value for name, value in person.draft.items() if name != _DRAFT}


def make(session: Session, maker_id: int, code: str, now: datetime, *, title: str) -> Prescribed | None:
    """Make a prescription of the draft, which is done with then; None where the draft is empty.

    :param code: what its link will hold; nobody must be able to guess it
    :param title: stands where the draft has none
    """
    found = draft(session, maker_id)
    if not found.entries:
        return None
    lines = [asdict(entry) for entry in found.entries]
    row = Prescription(code=code, person_id=maker_id, title=found.title or title, entries=lines, at=now)
    session.add(row)
    drop(session, maker_id)
    session.flush()
    return _prescribed(session, row)


def find(session: Session, code: str) -> Prescribed | None:
    """Return what a link leads to; None where it was withdrawn or never was."""
    row = session.exec(select(Prescription).where(Prescription.code == code)).first()
    return _prescribed(session, row) if row else None


def listing(session: Session) -> list[Prescribed]:
    """Return the team's prescriptions, the newest first."""
    query = select(Prescription).order_by(col(Prescription.id).desc()).limit(LISTED)
    return [_prescribed(session, row) for row in session.exec(query)]


def withdraw(session: Session, number: int) -> bool:
    """Let a link lead nowhere; who took it up keeps the routine. Return whether it led anywhere."""
    gone = session.exec(delete(Prescription).where(col(Prescription.id) == number))
    return gone.rowcount > 0


def take_up(session: Session, person_id: int, code: str, library: Library) -> Adopted | None:
    """Make it the person's own routine, as :func:`routines.adopt` does; None where the link leads nowhere."""
    found = find(session, code)
    entries = known(found.entries, library) if found else ()
    return routines.adopt(session, person_id, Routine(code, 0, False, 0, entries, {})) if entries else None


def known(entries: Iterable[Entry], library: Library) -> tuple[Entry, ...]:
    """Return the lines whose exercises the library has."""
    return tuple(entry for entry in entries if entry.exercise in library.exercises)


def _keep(session: Session, maker_id: int, fresh: Draft) -> Draft:
    person = session.get_one(Person, maker_id)
    lines = [asdict(entry) for entry in fresh.entries]
    person.draft = {**person.draft, _DRAFT: {"title": fresh.title, "entries": lines}}
    return fresh


def _prescribed(session: Session, row: Prescription) -> Prescribed:
    maker = session.get_one(Person, row.person_id)
    return Prescribed(row.id or 0, row.code, row.title, maker.first_name, _entries(row.entries))


def _entries(kept: Sequence[dict[str, Any]]) -> tuple[Entry, ...]:
    return tuple(Entry(one["exercise"], one["variation"], Dose(**one["dose"])) for one in kept)
