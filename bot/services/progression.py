"""Changes of a person's lines: found by the rules when a session begins, stored, told, taken back."""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from bot.db.tables import Change
from bot.domain.exercises import Dose, Entry


def own(session: Session, person_id: int) -> Mapping[str, Entry]:
    """Return the lines that progress changed, by exercise: what came of the last change that still holds."""
    query = select(Change).where(Change.person_id == person_id, col(Change.undone_at).is_(None))
    rows = session.exec(query.order_by(col(Change.id))).all()
    return {row.exercise: _entry(row.after) for row in rows}


def _entry(data: Mapping[str, object]) -> Entry:
    dose = data["dose"]
    assert isinstance(dose, Mapping)
    return Entry(str(data["exercise"]), str(data["variation"]), Dose(**dose))
