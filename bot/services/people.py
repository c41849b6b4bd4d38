"""Meeting a person and remembering how their days go."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session as OrmSession
from sqlmodel import Session, col

from bot.db.lists import among
from bot.db.tables import METADATA, Person, Told
from bot.domain.exercises import Routine
from bot.domain.nudges import HEARD
from bot.services import nudges, reminders, routines
from bot.services.days import plan, today

ELSEWHERE = "elsewhere"
"""Where somebody stands who spoke in a group and has not met the coach in a chat of their own."""


_BACK: Final = "back"
_HEARD: Final = (col(Told.person_id) == Person.id) & (col(Told.what) == HEARD)
_WHO: Final = (
    select(Person, col(Told.at)).outerjoin(Told, _HEARD).where(among(METADATA.tables["person"].c.id, "who"))
)


@dataclass(frozen=True)
class Newcomer:
    """What Telegram tells about somebody who writes; ``here`` means in their own chat with the coach."""

    id: int
    first_name: str
    language: str
    here: bool = True


@dataclass(frozen=True)
class Known:
    """Somebody as they are before a turn, and until when it is noted that they were heard of."""

    person: Person
    heard: datetime | None

    def as_before(self, newcomer: Newcomer, now: datetime) -> Person | None:
        """Return the person when nothing is new of them, None when :func:`meet` may have to change something.

        Nearly every turn begins so.
        """
        person, heard = self.person, self.heard
        if person.id != newcomer.id or person.first_name != newcomer.first_name:
            return None
        if person.language != newcomer.language and not person.language_chosen:
            return None
        if person.onboarding == ELSEWHERE or person.away_since is not None or _BACK in person.draft:
            return None
        if newcomer.here and (heard is None or heard <= now or nudges.RESUMED in person.draft):
            return None
        return person


def known(session: Session, numbers: Collection[int]) -> dict[int, Known]:
    """Return whoever is known of these, read in one go."""
    rows = OrmSession.execute(session, _WHO, {"who": numbers}).all() if numbers else []
    return {person.id: Known(person, heard) for person, heard in rows}


def meet(session: Session, newcomer: Newcomer, *, zone: str, now: datetime) -> Person:
    """Return the person, made on first sight; whoever had gone and writes here again is back.

    Their days begin when they first come to the coach, not when they spoke in a group.

    :param zone: the IANA zone to guess for somebody new
    """
    before = known(session, [newcomer.id]).get(newcomer.id)
    if before and (nothing_new := before.as_before(newcomer, now)):
        return nothing_new
    person = session.get(Person, newcomer.id) or _new(session, newcomer.id, zone, now)
    person.first_name = newcomer.first_name
    if not person.language_chosen:
        person.language = newcomer.language
    if newcomer.here and person.onboarding == ELSEWHERE:
        person.onboarding = "welcome"
        person.first_day = today(person, now)
    if newcomer.here and (person.away_since is not None or just_back(person)):
        _welcome_back(session, person, now)
    if newcomer.here:
        nudges.hear(session, person, now)
    return person


def spoken(session: Session, person_id: int) -> tuple[str, str] | None:
    """Return language and clock of somebody, None of whoever is not known."""
    found = known(session, [person_id]).get(person_id)
    return (found.person.language, found.person.clock) if found else None


def just_back(person: Person) -> bool:
    """Return whether this is the first word of somebody who had gone."""
    return _BACK in person.draft


def _welcome_back(session: Session, person: Person, now: datetime) -> None:
    """Let reminders come again, and remember for one turn that the person had gone."""
    gone = person.away_since is not None
    person.draft = {name: value for name, value in person.draft.items() if name != _BACK}
    if gone:
        person.away_since, person.draft = None, {**person.draft, _BACK: True}
        reminders.reschedule(session, person.id, now)


def choose_moment(session: Session, person_id: int, at: time | None) -> Person:
    """Keep the wished time of the first reminder until zone and days are known; None for no reminder."""
    person = session.get_one(Person, person_id)
    person.draft = {**person.draft, "moment": at.strftime("%H:%M") if at else None}
    return person


def choose_zone(session: Session, person_id: int, zone: str, now: datetime) -> Person:
    """Set the person's zone; reminders keep their wall-clock times in it."""
    person = session.get_one(Person, person_id)
    person.zone = zone
    person.zone_confirmed = True
    if person.onboarding != "done":
        person.first_day = today(person, now)  # until now it was a day of the guessed zone
    session.flush()
    reminders.reschedule(session, person_id, now)
    return person


def finish_meeting(
    session: Session, person_id: int, days: str, first_routine: Routine, now: datetime
) -> Person:
    """Plan the days from today on, give a first routine where there is none, and make the first reminder.

    Answering again changes the days only: no second reminder, no routine lost.

    :param days: digits in order, Monday 0
    :raises ValueError: when they are no weekdays; stored, they would make every look at the week fail
    """
    if not days or list(days) != sorted(set(days) & set("0123456")):
        raise ValueError("these are no weekdays")
    person = session.get_one(Person, person_id)
    plan(session, person, days, now)
    if not routines.entries(session, person_id):
        routines.adopt(session, person_id, first_routine)
    moment = person.draft.get("moment")
    if person.onboarding != "done":
        person.first_day = today(person, now)
        if moment:
            reminders.add(session, person_id, days, [time.fromisoformat(moment)], now)
    person.onboarding = "done"
    person.draft = {name: value for name, value in person.draft.items() if name != "moment"}
    return person


def _new(session: Session, person_id: int, zone: str, now: datetime) -> Person:
    person = Person(
        id=person_id, first_name="", zone=zone, onboarding=ELSEWHERE, created_at=now, first_day=now.date()
    )
    session.add(person)
    session.flush()
    return person


def switch_pictures(session: Session, person_id: int) -> bool:
    """Change between moving and still pictures; return whether they are still now."""
    person = session.get_one(Person, person_id)
    person.still_pictures = not person.still_pictures
    return person.still_pictures
