"""From reminders that are due to deliveries that go out: one row for each occurrence, whatever happens."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog
from sqlmodel import Session, col, select

from bot.db.queries import insert_new
from bot.db.tables import Delivery, DeliveryStatus, Person, PlannedPause, Reminder
from bot.domain.days import local_day
from bot.domain.deliveries import Kind, manner, spread
from bot.domain.reminders import Occurrence, Skip, expiry, next_occurrence
from bot.domain.streak import Mark, Pause
from bot.services import days
from bot.services.reminders import quiet_of, rule_of, schedule_at, scheduled
from bot.services.watch import Outage, last_outage

log = structlog.get_logger(__name__)

_REMEMBERED: Final = timedelta(days=7)
_WORD_KEEPS: Final = timedelta(hours=12)
"""How long the word about an outage is worth sending."""


def claim_due(session: Session, now: datetime, limit: int = 500) -> int:
    """Queue a delivery for every reminder that is due and find when it is due next.

    Moments that were missed and are stale by now are recorded as skipped. What was missed because the coach
    itself was out of reach is told in one message, and those days are excused. Safe to run in several
    replicas: a row that another one holds is passed over, and an occurrence that is queued stays single.

    :returns: how many reminders were due
    """
    query = (
        select(Reminder, Person)
        .join(Person, col(Person.id) == Reminder.person_id)
        .where(col(Reminder.next_due_at) <= now)
        .order_by(col(Reminder.next_due_at))
        .limit(limit)
        .with_for_update(skip_locked=True, of=Reminder)
    )
    due = session.exec(query).all()
    if due:
        away = last_outage(session)
        batch = _Batch(now, away, _pauses(session, {person.id for _, person in due}) if away else {})
        for reminder, person in due:
            batch.take(reminder, person)
        batch.store(session)
    return len(due)


def queue(
    session: Session, person_id: int, kind: str, occurrence: str, at: datetime, expires_at: datetime
) -> None:
    """Queue a message of any kind once; soft kinds go out within ten minutes of their time.

    :param occurrence: what makes it unique among the person's messages of this kind
    """
    soft = manner(kind).soft
    due_at = at + spread(f"{kind}:{person_id}:{occurrence}") if soft else at
    person = session.get_one(Person, person_id)
    row = _row(person_id, kind, occurrence, due_at, expires_at, at) | {
        "soft": soft,
        "day": days.today(person, at),
    }
    insert_new(session, "delivery", [row])


@dataclass
class _Batch:
    """What a round of due reminders leads to."""

    now: datetime
    away: Outage | None
    pauses: Mapping[int, list[Pause]]
    deliveries: list[dict[str, Any]] = field(default_factory=list)
    words: dict[int, dict[str, Any]] = field(default_factory=dict)
    excused: list[dict[str, Any]] = field(default_factory=list)

    def take(self, row: Reminder, person: Person) -> None:
        """Queue all moments of a reminder up to now and move it past them."""
        try:
            self._advance(row, person)
        except (ValueError, KeyError):  # a zone or a rule that nobody can read must not stop the others
            log.error("reminder set aside", reminder=row.id)
            schedule_at(row, None)

    def store(self, session: Session) -> None:
        """Write everything down."""
        insert_new(session, "delivery", sorted(self.deliveries, key=lambda row: row["planned_at"]))
        insert_new(session, "delivery", list(self.words.values()))
        insert_new(session, "day_mark", self.excused)
        session.flush()

    def _advance(self, row: Reminder, person: Person) -> None:
        rule, zone = rule_of(row), ZoneInfo(person.zone)
        moment = scheduled(row, zone)
        if moment and moment.at < self.now - _REMEMBERED:
            # The coach slept for long: what was missed before last week is not worth a row for each moment.
            moment = next_occurrence(rule, zone, self.now - _REMEMBERED)
        while moment and moment.at <= self.now:
            following = next_occurrence(rule, zone, moment.at)
            self._add(row, person, moment, expiry(moment, following))
            moment = following
        schedule_at(row, moment)

    def _add(self, row: Reminder, person: Person, moment: Occurrence, expires_at: datetime) -> None:
        day = local_day(moment.at, ZoneInfo(person.zone), person.day_start)
        stale, missed = self.now >= expires_at, self._missed(person, moment)
        if missed:
            self._own_up(person, day)
        occurrence = moment.wall.isoformat(timespec="minutes")
        delivery = _row(person.id, Kind.REMINDER, occurrence, moment.at, expires_at, self.now)
        if stale or missed:
            reason = Skip.EXPIRED if stale else Skip.MERGED
            delivery |= {"status": DeliveryStatus.SKIPPED, "reason": reason}
        self.deliveries.append(delivery | {"reminder_id": row.id, "day": day})

    def _missed(self, person: Person, moment: Occurrence) -> bool:
        """Tell whether the coach itself kept a reminder from coming that would have come."""
        if self.away is None or not self.away.missed(moment.at) or person.away_since:
            return False
        quiet, zone = quiet_of(person), ZoneInfo(person.zone)
        day = local_day(moment.at, zone, person.day_start)
        paused = any(day in pause for pause in self.pauses.get(person.id, ()))
        return not paused and not (quiet and quiet.holds(moment.at, zone))

    def _own_up(self, person: Person, day: Any) -> None:
        """Excuse the day, and tell about the outage, once however many reminders it swallowed."""
        away, now = self.away, self.now
        assert away is not None  # noqa: S101 - for types: nothing is missed without an outage
        self.excused.append({"person_id": person.id, "day": day, "mark": Mark.COACH_AWAY, "at": now})
        word = _row(person.id, Kind.MISSED, told(away), now, now + _WORD_KEEPS, now)
        self.words[person.id] = word | {"day": days.today(person, now)}


def told(away: Outage) -> str:
    """Return what the word about an outage is called: from when to when, which makes it single."""
    return f"{away.first.isoformat()}/{away.last.isoformat()}"


def outage_of(row: Delivery) -> Outage:
    """Return the outage that a word is about."""
    first, _, last = row.occurrence.partition("/")
    return Outage(datetime.fromisoformat(first), datetime.fromisoformat(last))


def _row(
    person_id: int, kind: str, occurrence: str, due_at: datetime, expires_at: datetime, now: datetime
) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "reminder_id": None,
        "kind": kind,
        "occurrence": occurrence,
        "soft": False,
        "due_at": due_at,
        "planned_at": due_at,
        "expires_at": expires_at,
        "day": None,
        "status": DeliveryStatus.PENDING,
        "reason": None,
        "attempts": 0,
        "claimed_by": "",
        "created_at": now,
    }


def _pauses(session: Session, people: set[int]) -> Mapping[int, list[Pause]]:
    found: dict[int, list[Pause]] = defaultdict(list)
    for row in session.exec(select(PlannedPause).where(col(PlannedPause.person_id).in_(people))):
        found[row.person_id].append(Pause(row.first, row.last))
    return found
