"""What a person named as hard, changed later: said in other words, or dropped with what was rated of it."""

from datetime import datetime
from typing import Final

from sqlmodel import Session, col, select

from bot.db.tables import Activity, CheckIn, Person
from bot.domain.checkins import Named
from bot.domain.measures import Measure
from bot.services import checkins
from bot.services.checkins import ASKED, LONGEST

RENAMES: Final = "activity-renamed"
"""What ``Person.draft`` holds beside :data:`bot.services.checkins.ASKED`: which activity gets the words."""


def find(session: Session, person_id: int, activity_id: int) -> Named | None:
    """Return one of the person's activities; None where it is gone, or somebody else's."""
    return next((one for one in checkins.named(session, person_id) if one.id == activity_id), None)


def ask_name(session: Session, person_id: int, activity_id: int, now: datetime) -> Named | None:
    """Take the next typed words as another name of an activity; None where it is gone."""
    found = find(session, person_id, activity_id)
    if found:
        person = session.get_one(Person, person_id)
        person.asked = ASKED
        person.draft = {**person.draft, ASKED: now.isoformat(), RENAMES: activity_id}
    return found


def renaming(person: Person) -> int | None:
    """Return the activity that the typed words rename; None where they name a new one."""
    number = person.draft.get(RENAMES)
    return number if isinstance(number, int) else None


def rename(session: Session, person_id: int, activity_id: int, words: str) -> Named | None:
    """Say an activity in other words; what was rated of it stays with it.

    None where it is gone, where there are no words or too many, or where another one is called so.
    """
    words = " ".join(words.split())
    others = [one for one in checkins.named(session, person_id) if one.id != activity_id]
    known = find(session, person_id, activity_id) is not None
    if not known or not 1 <= len(words) <= LONGEST or words.casefold() in {n.name.casefold() for n in others}:
        return None
    checkins.stop_asking(session, person_id)
    session.get_one(Activity, activity_id).name = words
    session.flush()
    return Named(activity_id, words)


def drop(session: Session, person_id: int, activity_id: int) -> bool:
    """Forget an activity and every score that it was given; the others keep theirs.

    :returns: whether there was one
    """
    names = checkins.named(session, person_id)
    at = next((place for place, one in enumerate(names) if one.id == activity_id), None)
    if at is None:
        return False
    checkins.stop_asking(session, person_id)
    rated = select(CheckIn).where(CheckIn.person_id == person_id, CheckIn.measure == Measure.ACTIVITIES)
    for row in session.exec(rated.order_by(col(CheckIn.id))):
        scores = row.scores.split()
        left = [*scores[:at], *scores[at + 1 :]]
        # Scores stand in the order of the names; with one question less, a round may be over by that.
        row.scores, row.finished = " ".join(left), row.finished or 0 < len(left) == len(names) - 1
    session.delete(session.get_one(Activity, activity_id))
    session.flush()
    return True
