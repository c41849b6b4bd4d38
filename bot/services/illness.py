"""Being ill: days off from now on, which count as free and say why."""

from datetime import date, datetime, timedelta
from typing import Final

from sqlmodel import Session

from bot.db.tables import Person
from bot.domain.streak import Mark
from bot.services import days, reminders

LENGTHS: Final = (3, 7, 14)
"""Days that can be chosen; whoever is well sooner ends the pause with one tap."""


def say(session: Session, person_id: int, length: int, now: datetime) -> date | None:
    """Pause from today because the person is ill; return the last day, None when there is no such length."""
    if length not in LENGTHS:
        return None
    last = reminders.pause(session, person_id, length, now)
    today = days.today(session.get_one(Person, person_id), now)
    for ahead in range(length):
        days.mark(session, person_id, today + timedelta(days=ahead), Mark.ILL, now)
    return last
