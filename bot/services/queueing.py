"""From reminders that are due to deliveries that go out: one row for each occurrence, whatever happens."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog
from sqlmodel import Session, col, select

from bot.db.queries import insert_new
from bot.db.tables import DeliveryStatus, Person, PlannedPause
from bot.domain.days import local_day
from bot.domain.deliveries import Kind, manner, spread
from bot.domain.reminders import Occurrence, Skip
from bot.domain.streak import Mark, Pause
from bot.services import days, herds
from bot.services.herds import Course, Due, Moment, course, quiet_hours
from bot.services.watch import Outage, last_outage

log = structlog.get_logger(__name__)

_WORD_KEEPS: Final = timedelta(hours=12)
"""How long the word about an outage is worth sending."""


@dataclass(frozen=True)
class Queued:
    """What a round of due reminders led to.

    :param due: how many there were
    :param skipped: the reason of each moment that is not worth sending any more
    """

    due: int = 0
    skipped: Sequence[str] = ()


def queue_due(session: Session, now: datetime, limit: int = 500) -> Queued:
    """Queue a delivery for every reminder that is due and find when it is due next.

    Moments that were missed and are stale by now are recorded as skipped. What was missed because the coach
    itself was out of reach is told in one message, and those days are excused. Safe to run in several
    replicas: a row that another one holds is passed over, and an occurrence that is queued stays single.
    """
    session.flush()  # what follows are plain statements, which do not see what the session holds back
    due = herds.due(session, now, limit)
    if not due:
        return Queued()
    away = last_outage(session)
    batch = _Batch(now, away, _pauses(session, {row.person_id for row in due}) if away else {})
    for row in due:
        batch.take(row)
    batch.store(session)
    session.expire_all()  # rows that were read before do not know it
    return Queued(len(due), batch.skipped())


def queue(
    session: Session, person_id: int, kind: str, occurrence: str, at: datetime, expires_at: datetime
) -> None:
    """Queue a message of any kind once; soft kinds go out within ten minutes of their time.

    :param occurrence: what makes it unique among the person's messages of this kind; known for 90 days, see
        :mod:`bot.services.forgetting`
    """
    soft = manner(kind).soft
    due_at = at + spread(f"{kind}:{person_id}:{occurrence}") if soft else at
    person = session.get_one(Person, person_id)
    row = _row(kind, occurrence, due_at, expires_at, at)
    row |= {"person_id": person_id, "soft": soft, "day": days.today(person, at)}
    insert_new(session, "delivery", [row])


@dataclass
class _Batch:
    """What a round of due reminders leads to."""

    now: datetime
    away: Outage | None
    pauses: Mapping[int, list[Pause]]
    courses: dict[tuple[object, ...], Course] = field(default_factory=dict)
    deliveries: dict[tuple[Moment, Skip | None], list[int]] = field(default_factory=lambda: defaultdict(list))
    following: dict[Occurrence | None, list[int]] = field(default_factory=lambda: defaultdict(list))
    words: dict[int, dict[str, Any]] = field(default_factory=dict)
    excused: list[dict[str, Any]] = field(default_factory=list)

    def take(self, row: Due) -> None:
        """Queue all moments of a reminder up to now and move it past them."""
        following = None
        try:
            following = self._advance(row)
        except (ValueError, KeyError):  # a zone or a rule that nobody can read must not stop the others
            log.error("reminder set aside", reminder=row.id)
        self.following[following].append(row.id)

    def store(self, session: Session) -> None:
        """Write everything down, in the order of time, and with one statement for all that is the same."""
        for (moment, skip), reminders in sorted(self.deliveries.items(), key=lambda one: one[0][0].at):
            herds.store(session, _reminder(moment, skip, self.now), reminders)
        for following, reminders in self.following.items():
            herds.move_on(session, following, reminders)
        insert_new(session, "delivery", list(self.words.values()))
        insert_new(session, "day_mark", self.excused)

    def skipped(self) -> list[str]:
        """Return the reason of each moment that is not worth sending any more."""
        return [skip for (_, skip), reminders in self.deliveries.items() if skip for _ in reminders]

    def _advance(self, row: Due) -> Occurrence | None:
        key = row.course_key
        if key not in self.courses:  # else somebody with the same rule had it found
            self.courses[key] = course(row, self.now)
        found = self.courses[key]
        for moment in found.moments:
            self.deliveries[moment, self._skip(row, moment)].append(row.id)
        return found.following

    def _skip(self, row: Due, moment: Moment) -> Skip | None:
        missed = self._missed(row, moment)
        if missed:
            self._own_up(row, moment.day)
        if self.now >= moment.expires_at:
            return Skip.EXPIRED
        return Skip.MERGED if missed else None

    def _missed(self, row: Due, moment: Moment) -> bool:
        """Tell whether the coach itself kept a reminder from coming that would have come."""
        if self.away is None or not self.away.missed(moment.at) or row.away_since:
            return False
        quiet = quiet_hours(row.quiet_from, row.quiet_until)
        paused = any(moment.day in pause for pause in self.pauses.get(row.person_id, ()))
        return not paused and not (quiet and quiet.holds(moment.at, ZoneInfo(row.zone)))

    def _own_up(self, row: Due, day: date) -> None:
        """Excuse the day, and tell about the outage, once however many reminders it swallowed."""
        away, now = self.away, self.now
        assert away is not None  # noqa: S101 - for types: nothing is missed without an outage
        self.excused.append({"person_id": row.person_id, "day": day, "mark": Mark.COACH_AWAY, "at": now})
        word = _row(Kind.MISSED, told(away), now, now + _WORD_KEEPS, now)
        day = local_day(now, ZoneInfo(row.zone), row.day_start)
        self.words[row.person_id] = word | {"person_id": row.person_id, "day": day}


def told(away: Outage) -> str:
    """Return what the word about an outage is called: from when to when, which makes it single."""
    return f"{away.first.isoformat()}/{away.last.isoformat()}"


def outage_of(occurrence: str) -> Outage:
    """Return the outage that a word is about, by what the word is called."""
    first, _, last = occurrence.partition("/")
    return Outage(datetime.fromisoformat(first), datetime.fromisoformat(last))


def _reminder(moment: Moment, skip: Skip | None, now: datetime) -> dict[str, Any]:
    occurrence = moment.wall.isoformat(timespec="minutes")
    row = _row(Kind.REMINDER, occurrence, moment.at, moment.expires_at, now) | {"day": moment.day}
    return row | {"status": DeliveryStatus.SKIPPED, "reason": skip} if skip else row


def _row(kind: str, occurrence: str, due_at: datetime, expires_at: datetime, now: datetime) -> dict[str, Any]:
    return {
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
