"""Being heard of: whoever writes or presses anything has answered, and reminders come as they should."""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session, col, func, select

from bot.db.tables import Delivery, Person, Told
from bot.domain.deliveries import Kind
from bot.domain.nudges import HEARD, HEARD_FOR
from bot.domain.reminders import Skip
from bot.services import days

RESUMED: Final = "resumed"
"""In ``Person.draft`` during the one turn that ended a silence."""

LATELY: Final = timedelta(days=14)

_LEFT_OUT: Final = (Skip.EASED, Skip.SILENT)


def hear(session: Session, person: Person, now: datetime) -> None:
    """Note that somebody is there, and for this one turn whether reminders were left out before it."""
    row = session.exec(select(Told).where(Told.person_id == person.id, Told.what == HEARD)).first()
    resumed = row is not None and _left_out(session, person.id, row.at) > 0
    if resumed or RESUMED in person.draft:
        person.draft = {name: value for name, value in person.draft.items() if name != RESUMED}
    if resumed:
        person.draft = {**person.draft, RESUMED: True}
    if row is None or row.at <= now:
        row = row or Told(person_id=person.id, what=HEARD, day=days.today(person, now), at=now)
        row.day, row.at = days.today(person, now), now + HEARD_FOR
        session.add(row)
    session.flush()


def resumed(person: Person) -> bool:
    """Return whether this is the first word after reminders were left out."""
    return RESUMED in person.draft


def left_out(session: Session, person_id: int, now: datetime) -> int:
    """Return how many reminders of the last two weeks were left out because nobody answered."""
    return _left_out(session, person_id, now - LATELY)


def switch(session: Session, person_id: int) -> Person:
    """Change whether small questions, readings and proposals are offered."""
    person = session.get_one(Person, person_id)
    person.nudges = not person.nudges
    return person


def _left_out(session: Session, person_id: int, since: datetime) -> int:
    query = (
        select(func.count())
        .select_from(Delivery)
        .where(
            Delivery.person_id == person_id,
            Delivery.kind == Kind.REMINDER,
            col(Delivery.planned_at) > since,
            col(Delivery.reason).in_(_LEFT_OUT),
        )
    )
    return session.exec(query).one()
