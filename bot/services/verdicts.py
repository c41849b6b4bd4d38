"""What a last look leads to: why deliveries do not go out after all, or when they are looked at again."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import update
from sqlmodel import Session

from bot.db.lists import among
from bot.db.tables import METADATA, DeliveryStatus
from bot.domain.deliveries import Kind
from bot.domain.reminders import Skip
from bot.domain.streak import Mark
from bot.services import days
from bot.services.last_look import Candidate, Known
from bot.services.queueing import queue

log = structlog.get_logger(__name__)

NOTE_KEEPS: Final = timedelta(hours=20)
"""How long the question whether somebody is still there is worth sending: quiet hours may come between."""

POISON: Final = "poison"
"""The reason of a delivery that cannot even be read."""


@dataclass
class Verdicts:
    """Gathers what is to be written down about a batch, and writes it with one statement for each reason."""

    ended: dict[tuple[DeliveryStatus, str], list[Candidate]] = field(
        default_factory=lambda: defaultdict(list)
    )
    put_off: dict[datetime, list[int]] = field(default_factory=lambda: defaultdict(list))
    excused: list[tuple[int, date]] = field(default_factory=list)
    asking: dict[int, str] = field(default_factory=dict)
    """Who is asked whether they are still there, and for which silence: once each."""

    @property
    def skipped(self) -> list[tuple[str, str]]:
        """Return kind and reason of each that does not go out any more."""
        return [(one.kind, why) for (_, why), ones in self.ended.items() for one in ones]

    def makes_sense(self, session: Session, known: Known, one: Candidate) -> bool:
        """Look again, and keep in mind why not."""
        try:
            skip = known.reason(one)
            if skip is None and one.kind == Kind.MISSED and not known.missed(session, one):
                skip = Skip.DONE_TODAY
        except (ValueError, KeyError):  # unreadable: it must not stop the others, for ever
            log.error("delivery set aside", delivery=one.id)
            self.ended[DeliveryStatus.FAILED, POISON].append(one)
            return False
        if skip:
            self._leave_out(one, skip, known.now)
        if skip is Skip.SILENT and (silence := known.silence_of(one)) and known.begins_silence(one):
            self.asking[one.person_id] = silence
        return skip is None

    def store(self, session: Session, now: datetime) -> None:
        """Write it down."""
        table = METADATA.tables["delivery"]
        for (status, why), ones in self.ended.items():
            left = update(table).where(among(table.c.id, [one.id for one in ones]))
            session.connection().execute(left.values(status=status, reason=why))
        for due_at, ids in self.put_off.items():
            session.connection().execute(update(table).where(among(table.c.id, ids)).values(due_at=due_at))
        for person_id, day in self.excused:
            days.mark(session, person_id, day, Mark.COACH_AWAY, now)
        for person_id, silence in self.asking.items():
            queue(session, person_id, Kind.NOTE, silence, now, now + NOTE_KEEPS)

    def _leave_out(self, one: Candidate, skip: Skip, now: datetime) -> None:
        later = _later(one, now) if skip is Skip.QUIET else None
        if later:
            self.put_off[later].append(one.id)
            return
        self.ended[DeliveryStatus.SKIPPED, skip].append(one)
        # Tried in time, it did not get through until it was stale: that was not the person's fault.
        tried = one.kind == Kind.REMINDER and one.attempts and not one.snoozed
        if skip is Skip.EXPIRED and tried and one.day:
            self.excused.append((one.person_id, one.day))


def _later(one: Candidate, now: datetime) -> datetime | None:
    """Return the end of quiet hours for what has no exact time, if it is still worth sending then."""
    if one.quiet is None or one.kind == Kind.REMINDER:
        return None
    over = one.quiet.over(now, ZoneInfo(one.zone))
    return over if over < one.expires_at else None
