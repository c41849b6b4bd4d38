"""What must hold after a round, whatever was broken in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.db.tables import Delivery, DeliveryStatus, ExerciseSession, Inbox, InboxStatus, SessionEvent
from bot.domain.deliveries import Kind
from bot.services.outbox import UNSURE
from tests.faults.people import MARK, Crowd, Presser
from tests.faults.witness import Diary

Copies = Mapping[int, Sequence[float]]

BAD_WORDS = ("Traceback", "update failed", "sending failed", "set aside", "a turn took too long", MARK)
"""What no log may hold: errors that nobody foresaw, and words of people."""


@dataclass
class Findings:
    """What came of a round.

    :param doubles: reminders that came twice, each with a fault upon it
    :param unknown: reminders of which both tries met a fault and nobody knows whether they arrived
    :param broken: every invariant that did not hold, in words
    """

    updates: int = 0
    presses: int = 0
    reminders: int = 0
    skipped: int = 0
    doubles: int = 0
    unknown: int = 0
    lost: int = 0
    stuck: int = 0
    lags: list[float] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def lag(self, part: float) -> float:
        """Return the lag in seconds that this part of all reminders did not exceed."""
        ordered = sorted(self.lags) or [0.0]
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def waiting(session: Session, crowd: Crowd) -> int:
    """Return how much there still is to do for a crowd."""
    open_ones = select(func.count()).where(
        col(Delivery.person_id).in_(crowd.everyone),
        col(Delivery.status).in_([DeliveryStatus.PENDING, DeliveryStatus.SENDING]),
    )
    queued = select(func.count()).where(
        col(Delivery.person_id).in_(crowd.everyone), Delivery.kind == Kind.REMINDER
    )
    updates = select(func.count()).where(Inbox.status == InboxStatus.WAITING)
    missing = len(crowd.everyone) - session.exec(queued).one()
    return session.exec(open_ones).one() + session.exec(updates).one() + max(missing, 0)


def examine(session: Session, crowd: Crowd, copies: Copies, diary: Diary) -> Findings:
    """Compare what people did and received with what the database says."""
    found = Findings(updates=crowd.updates)
    query = select(Delivery).where(col(Delivery.person_id).in_(crowd.everyone))
    rows = list(session.exec(query))
    _rows_once(rows, crowd, found)
    for row in rows:
        _delivery(row, copies.get(row.id or 0, ()), diary, found)
    for one in crowd.pressers:
        _presses(session, one, found)
    _inbox(session, found)
    return found


def _rows_once(rows: Iterable[Delivery], crowd: Crowd, found: Findings) -> None:
    rows = list(rows)
    people = [row.person_id for row in rows if row.kind == Kind.REMINDER]
    if sorted(people) != sorted(crowd.everyone):
        found.lost += len(set(crowd.everyone) - set(people))
        found.broken.append(f"{len(people)} deliveries for {len(crowd.everyone)} occurrences")
    tips = sum(row.kind == Kind.TIP for row in rows)
    if tips != crowd.tips:
        found.broken.append(f"{tips} tips instead of {crowd.tips}")
    others = {row.kind for row in rows} - {Kind.REMINDER, Kind.TIP}
    if others:
        found.broken.append(f"deliveries that nobody asked for: {sorted(others)}")


def _delivery(row: Delivery, copies: Sequence[float], diary: Diary, found: Findings) -> None:
    reminder, name = row.kind == Kind.REMINDER, f"{row.kind} {row.id}"
    found.reminders += reminder
    most = 2 if reminder else 1
    if len(copies) > most:
        found.broken.append(f"{name} came {len(copies)} times")
    if len(copies) == 2 and reminder:
        found.doubles += 1
        if not diary.explains(copies[0]):
            found.broken.append(f"{name} came twice and nothing had been broken at that time")
    match row.status:
        case DeliveryStatus.SENT:
            _sent(row, copies, found)
        case DeliveryStatus.SKIPPED:
            found.skipped += 1
            if not row.reason:
                found.broken.append(f"{name} was skipped without a reason")
        case DeliveryStatus.FAILED:
            _failed(row, copies, found)
        case _:
            found.stuck += 1
            found.broken.append(f"{name} is stuck: {row.status}, {row.reason}, tries {row.attempts}")


def _sent(row: Delivery, copies: Sequence[float], found: Findings) -> None:
    if not copies:
        found.lost += 1
        found.broken.append(f"{row.kind} {row.id} counts as sent and never came")
    elif row.kind == Kind.REMINDER and row.planned_at:
        found.lags.append(copies[0] - _seconds(row.planned_at))


def _failed(row: Delivery, copies: Sequence[float], found: Findings) -> None:
    """Look at what was given up: honest where both tries of a reminder, or the one of a tip, are unknown."""
    reminder = row.kind == Kind.REMINDER
    found.unknown += reminder
    if row.reason != UNSURE or row.attempts < (2 if reminder else 1):
        found.lost += not copies
        found.broken.append(f"{row.kind} {row.id} was given up: {row.reason}, tries {row.attempts}")


def _presses(session: Session, one: Presser, found: Findings) -> None:
    query = select(SessionEvent).where(SessionEvent.session_id == one.session_id)
    events = list(session.exec(query.order_by(col(SessionEvent.seq))))
    found.presses += len(events)
    row = session.get_one(ExerciseSession, one.session_id)
    if [event.press for event in events] != list(one.walk):
        missing = len(one.walk) - len(events)
        found.lost += max(missing, 0)
        found.broken.append(f"session {one.session_id}: {len(events)} presses for {len(one.walk)}, or others")
    if [event.seq for event in events] != list(range(1, row.revision + 1)):
        found.broken.append(f"session {one.session_id}: revisions have gaps")


def _inbox(session: Session, found: Findings) -> None:
    left = session.exec(select(Inbox).where(Inbox.status != InboxStatus.DONE)).all()
    found.stuck += len(left)
    if left:
        found.broken.append(f"the inbox still holds {[(row.update_id, row.status) for row in left][:5]}")


def read_logs(logs: Mapping[str, str], secrets: Iterable[str]) -> list[str]:
    """Return what logs say that they must not say."""
    words = (*BAD_WORDS, *secrets)
    return [
        f"{name} says {'a secret' if word in secrets else word!r}"
        for name, text in logs.items()
        for word in words
        if word in text
    ]


def _seconds(moment: datetime) -> float:
    return moment.timestamp()
