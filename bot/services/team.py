"""Conversations with the care team: who agreed to what, and in which topic. What is said is never stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.db.tables import CareThread, Person
from bot.domain.exercises import Library
from bot.domain.measures import Measure
from bot.services import checkins, days, plans
from bot.services.plans import Way

_CARD: Final = "care_team"
"""Where a person's draft keeps the team's chat, the topic's card, and whether the team may see more."""


@dataclass(frozen=True)
class Talk:
    """A conversation with the team.

    :param number: of the conversation, for buttons
    :param topic: where it is held in the team's chat
    :param card: the message that heads the topic
    :param more: whether the team may see plan and check-ins
    :param open: whether messages are passed on
    """

    number: int
    person_id: int
    first_name: str
    language: str
    topic: int
    card: int
    more: bool
    open: bool


@dataclass(frozen=True)
class Summary:
    """What the team may see of somebody who agreed to that: the plan, the last answer to each question."""

    way: Way | None
    answers: Mapping[Measure, tuple[date, tuple[int, ...]]]


def talk(session: Session, person_id: int, chat_id: int) -> Talk | None:
    """Return a person's conversation, open or ended; None where this chat holds none."""
    row = session.exec(select(CareThread).where(CareThread.person_id == person_id)).first()
    return _talk(session, row, chat_id) if row else None


def held_in(session: Session, topic: int, chat_id: int) -> Talk | None:
    """Return the conversation that a topic of the team's chat holds."""
    rows = session.exec(select(CareThread).where(CareThread.thread_id == topic)).all()
    found = (_talk(session, row, chat_id) for row in rows)
    return next((one for one in found if one), None)


def numbered(session: Session, number: int, chat_id: int) -> Talk | None:
    """Return the conversation that a button of the team's chat names."""
    row = session.get(CareThread, number)
    return _talk(session, row, chat_id) if row else None


def agree(  # noqa: PLR0913 - who agrees to what, and where it is held
    session: Session, person_id: int, chat_id: int, topic: int, card: int, *, more: bool, now: datetime
) -> Talk:
    """Note that a person wants to speak with the team in a topic; words mean the team from now on."""
    row = session.exec(select(CareThread).where(CareThread.person_id == person_id)).first()
    row = row or CareThread(person_id=person_id, agreed_at=now)
    row.thread_id, row.agreed_at, row.ended_at = topic, now, None
    session.add(row)
    person = session.get_one(Person, person_id)
    person.draft = {**person.draft, _CARD: {"chat": chat_id, "card": card, "more": more}}
    person.asked = ""  # a question from before must not swallow the first words to the team
    session.flush()
    return _known(row, person, topic, card, more)


def end(session: Session, person_id: int, now: datetime, *, topic_gone: bool = False) -> bool:
    """End the conversation, and with it what the person agreed to. Return whether it was open."""
    row = session.exec(select(CareThread).where(CareThread.person_id == person_id)).first()
    if row is None or row.ended_at is not None:
        return False
    row.ended_at = now
    if topic_gone:
        row.thread_id = None
    return True


def note(session: Session, number: int) -> None:
    """Change nothing, as a write: so that the update in hand is marked before its message is passed on."""
    session.exec(
        update(CareThread).where(col(CareThread.id) == number).values(thread_id=CareThread.thread_id)
    )


def summary(session: Session, person_id: int, library: Library, now: datetime) -> Summary:
    """Return what the team may see of somebody who agreed to that."""
    today = days.today(session.get_one(Person, person_id), now)
    answers = {measure: (day, scores) for measure, _, day, scores in checkins.answered(session, person_id)}
    return Summary(plans.way(session, person_id, library, today), answers)


def _talk(session: Session, row: CareThread, chat_id: int) -> Talk | None:
    person = session.get_one(Person, row.person_id)
    kept: dict[str, Any] = person.draft.get(_CARD, {})
    if row.thread_id is None or kept.get("chat") != chat_id:  # the team has moved to another chat since
        return None
    return _known(row, person, row.thread_id, kept["card"], kept["more"])


def _known(row: CareThread, person: Person, topic: int, card: int, more: bool) -> Talk:
    going_on = row.ended_at is None
    return Talk(row.id or 0, person.id, person.first_name, person.language, topic, card, more, going_on)
