"""What a crash leaves behind in the outbox, and what replicas may do with what others hold."""

from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import Session, select

from bot.db.tables import Delivery, DeliveryStatus, Person
from bot.domain.deliveries import SPREAD, Kind
from bot.services import outbox, queueing, reminders

DUE = datetime(2026, 3, 2, 17, tzinfo=UTC)  # 18:00 in Madrid


@pytest.fixture
def queued(session: Session, person: Person, now: datetime) -> Delivery:
    """Give a reminder of 18:00 that waits in the outbox."""
    reminders.add(session, 7, "0123456", [time(18)], now)
    queueing.queue_due(session, DUE)
    return session.exec(select(Delivery)).one()


def states(session: Session) -> list[tuple[str, str | None]]:
    """Return status and reason of everything in the outbox."""
    session.flush()
    session.expire_all()
    rows = session.exec(select(Delivery).order_by(Delivery.id)).all()  # type: ignore[arg-type]
    return [(row.status, row.reason) for row in rows]


def _expire(session: Session) -> None:
    """Let every lease have run out, as it has once a process is dead for long enough."""
    session.exec(update(Delivery).values(claimed_until=datetime(2020, 1, 1, tzinfo=UTC)))


def test_it_asks_again_once_after_a_crash(session: Session, queued: Delivery) -> None:
    outbox.take(session, DUE)
    _expire(session)
    assert outbox.release(session, DUE) == 1
    assert len(outbox.take(session, DUE).claimed) == 1
    _expire(session)
    assert outbox.release(session, DUE) == 0
    assert states(session) == [(DeliveryStatus.FAILED, outbox.UNSURE)]


def test_it_leaves_what_is_stale_after_a_crash_visible_as_unknown(session: Session, queued: Delivery) -> None:
    outbox.take(session, DUE)
    _expire(session)
    assert outbox.release(session, DUE + timedelta(hours=3)) == 0
    assert states(session) == [(DeliveryStatus.FAILED, outbox.UNSURE)]


def test_it_releases_nothing_that_waits_or_arrived(session: Session, queued: Delivery) -> None:
    assert outbox.release(session, DUE) == 0
    outbox.take(session, DUE)
    outbox.mark(session, [outbox.sent(queued.id or 0, 1, DUE)])
    assert outbox.release(session, DUE) == 0
    assert states(session) == [(DeliveryStatus.SENT, None)]


def test_it_leaves_alone_what_another_replica_has_in_its_hands(session: Session, queued: Delivery) -> None:
    outbox.take(session, DUE, owner="other")
    assert outbox.waiting(session, DUE + timedelta(hours=1)) == 0
    assert states(session) == [(DeliveryStatus.SENDING, None)]


def test_it_ignores_the_outcome_of_somebody_whose_lease_another_took_over(
    session: Session, queued: Delivery
) -> None:
    outbox.take(session, DUE, owner="slow")
    _expire(session)
    outbox.release(session, DUE)
    outbox.take(session, DUE, owner="quick")
    outbox.mark(session, [outbox.failed(queued.id or 0, "fault")], "slow")
    assert states(session) == [(DeliveryStatus.SENDING, outbox.UNSURE)]


def test_it_never_sends_again_what_may_come_once_only(session: Session, person: Person) -> None:
    queueing.queue(session, 7, Kind.TIP, "tip-1", DUE, DUE + timedelta(days=1))
    (claimed,) = outbox.take(session, DUE + SPREAD).claimed
    assert not claimed.again
    _expire(session)
    assert outbox.release(session, DUE) == 0
    assert states(session) == [(DeliveryStatus.FAILED, outbox.UNSURE)]
