"""The last look at a batch of deliveries: is there still a reason to send each of them?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.db.tables import DayMark, Delivery, DeliveryStatus, Person, PlannedPause, Reminder, RoutineEntry
from bot.domain.deliveries import Kind
from bot.domain.reminders import Look, Skip, look_again
from bot.domain.streak import Mark
from bot.services import days
from bot.services.queueing import outage_of
from bot.services.reminders import SNOOZED, quiet_of

ONE_MESSAGE: Final = timedelta(minutes=1)
"""Reminders so close together are one message."""

_DONE: Final = {Mark.DONE, Mark.DID_ALREADY}
_DAY: Final = timedelta(days=1)
_ABOUT_MOVING: Final = (Kind.REMINDER, Kind.MISSED)


@dataclass(frozen=True)
class Going:
    """A reminder that goes out, went out, or waits for its own time."""

    planned_at: datetime
    reminder_id: int | None
    snoozed: bool
    later: bool = False


@dataclass
class Known:
    """What decides about a batch, read with one query a table however many people are in it."""

    now: datetime
    rules: Mapping[int, bool]
    marks: Mapping[int, set[tuple[date, str]]]
    pauses: Mapping[int, list[PlannedPause]]
    routines: Mapping[int, list[str]]
    going: dict[int, list[Going]] = field(default_factory=lambda: defaultdict(list))
    replaced: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    """How many reminders of each person were tried in vain and give way to a newer one."""

    def reason(self, delivery: Delivery, person: Person) -> Skip | None:
        """Return why not to send a delivery after all. Ask in the order of :func:`in_turn`."""
        skip = look_again(self._look(delivery, person))
        if delivery.kind in _ABOUT_MOVING:
            skip = skip or self._said_by_another(delivery)
            if skip is None:
                self.going[person.id].append(_going(delivery))
            elif skip is Skip.SUPERSEDED and delivery.attempts:
                self.replaced[person.id] += 1
        return skip

    def missed(self, session: Session, word: Delivery) -> int:
        """Return how many reminders a word about an outage stands for; days that are done do not count."""
        outage = outage_of(word)
        query = select(Delivery).where(
            Delivery.person_id == word.person_id,
            Delivery.kind == Kind.REMINDER,
            Delivery.status == DeliveryStatus.SKIPPED,
            col(Delivery.reason).in_([Skip.EXPIRED, Skip.MERGED]),
            col(Delivery.planned_at).between(outage.first, outage.last),
        )
        done = {day for day, mark in self.marks[word.person_id] if mark in _DONE}
        return sum(row.day not in done for row in session.exec(query))

    def _said_by_another(self, delivery: Delivery) -> Skip | None:
        me = _going(delivery)
        for other in self.going[delivery.person_id]:
            if other.later:  # the person has chosen a later moment for this reminder
                if not me.snoozed and other.reminder_id == me.reminder_id:
                    return Skip.MERGED
            elif abs(other.planned_at - me.planned_at) <= ONE_MESSAGE:
                return Skip.MERGED
            elif not me.snoozed and delivery.kind == Kind.REMINDER and other.planned_at > me.planned_at:
                return Skip.SUPERSEDED
        return None

    def _look(self, delivery: Delivery, person: Person) -> Look:
        now, snoozed = self.now, is_snoozed(delivery)
        today, quiet = days.today(person, now), quiet_of(person)
        said = {mark for day, mark in self.marks[person.id] if day == (delivery.day or today)}
        paused = [p.last for p in self.pauses[person.id] if p.first <= today <= p.last]
        rule = delivery.reminder_id
        return Look(
            now=now,
            expires_at=delivery.expires_at,
            done_today=not _DONE.isdisjoint(said),
            not_today=Mark.NOT_TODAY in said,
            paused_until=max(paused, default=None),
            today=today,
            enabled=rule is None or self.rules.get(rule, False),
            away=person.away_since is not None,
            chosen=snoozed,
            quiet=quiet is not None and quiet.holds(now, ZoneInfo(person.zone)),
            deleted=rule is not None and rule not in self.rules,
        )


def is_snoozed(delivery: Delivery) -> bool:
    """Return whether the person asked for this very moment."""
    return delivery.occurrence.startswith(SNOOZED)


def in_turn(delivery: Delivery) -> tuple[bool, bool, float]:
    """Return the key that puts what replaces others before them: chosen ones, the word, then the newest."""
    newest = (delivery.planned_at or delivery.due_at).timestamp()
    return (not is_snoozed(delivery), delivery.kind != Kind.MISSED, -newest)


def know(session: Session, due: Sequence[Delivery], now: datetime) -> Known:
    """Read all that decides about a batch."""
    people = {delivery.person_id for delivery in due}
    rules = {delivery.reminder_id for delivery in due if delivery.reminder_id}
    known = session.exec(select(Reminder.id, Reminder.enabled).where(col(Reminder.id).in_(rules)))
    marks, pauses = defaultdict(set), defaultdict(list)
    # Words about an outage reach back further than yesterday; a local day is at most one off from UTC's.
    oldest = min((delivery.day or now.date() for delivery in due), default=now.date()) - _DAY
    if any(delivery.kind == Kind.MISSED for delivery in due):
        oldest -= timedelta(days=7)
    said = select(DayMark).where(col(DayMark.person_id).in_(people), DayMark.day >= oldest)
    for mark in session.exec(said):
        marks[mark.person_id].add((mark.day, mark.mark))
    pausing = select(PlannedPause).where(col(PlannedPause.person_id).in_(people))
    for pause in session.exec(pausing.where(PlannedPause.last >= now.date() - _DAY)):
        pauses[pause.person_id].append(pause)
    found = Known(now, {i: on for i, on in known if i}, marks, pauses, routines(session, people))
    _note_others(session, found, due)
    return found


def routines(session: Session, people: Iterable[int]) -> Mapping[int, list[str]]:
    """Return the exercises of people's routines, in order."""
    query = select(RoutineEntry.person_id, RoutineEntry.exercise).where(
        col(RoutineEntry.person_id).in_(people)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for person_id, exercise in session.exec(query.order_by(col(RoutineEntry.position))):
        found[person_id].append(exercise)
    return found


def _note_others(session: Session, known: Known, due: Sequence[Delivery]) -> None:
    """Note what went out or waits beside the batch. Nothing older matters, and no whole history is read."""
    batch = {delivery.id for delivery in due}
    planned = [delivery.planned_at or delivery.due_at for delivery in due]
    query = select(Delivery).where(
        col(Delivery.person_id).in_({delivery.person_id for delivery in due}),
        col(Delivery.planned_at) >= min(planned, default=known.now) - ONE_MESSAGE,
        col(Delivery.kind).in_(_ABOUT_MOVING),
        col(Delivery.status).in_([DeliveryStatus.PENDING, DeliveryStatus.SENDING, DeliveryStatus.SENT]),
    )
    for row in session.exec(query):
        waits = row.status == DeliveryStatus.PENDING
        later = waits and is_snoozed(row) and row.due_at > known.now
        if row.id not in batch and (later or not waits or row.due_at <= known.now):
            known.going[row.person_id].append(_going(row, later=later))


def _going(row: Delivery, *, later: bool = False) -> Going:
    return Going(row.planned_at or row.due_at, row.reminder_id, is_snoozed(row), later)
