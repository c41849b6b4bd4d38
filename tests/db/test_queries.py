"""Questions that more than one place asks."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.db.queries import newest_zone, next_moment
from bot.db.tables import Club, Delivery, DeliveryStatus, Person, Reminder

HOUR = timedelta(hours=1)


def remind(session: Session, person: Person, now: datetime, due: datetime | None) -> None:
    """Add a reminder that is due then, or switched off."""
    session.add(Reminder(person_id=person.id, weekdays="0", times="10:00", created_at=now, next_due_at=due))
    session.flush()


def deliver(session: Session, person: Person, due: datetime, status: DeliveryStatus) -> None:
    """Add a delivery."""
    session.add(
        Delivery(
            person_id=person.id,
            kind="reminder",
            occurrence=f"{due} {status}",
            due_at=due,
            expires_at=due + HOUR,
            status=status,
            created_at=due,
        )
    )
    session.flush()


def test_nothing_is_planned_at_first(session: Session, person: Person, now: datetime) -> None:
    assert next_moment(session) is None
    remind(session, person, now, None)
    assert next_moment(session) is None


def test_the_earliest_of_reminders_and_waiting_deliveries_is_next(
    session: Session, person: Person, now: datetime
) -> None:
    remind(session, person, now, now + 3 * HOUR)
    remind(session, person, now, now + 2 * HOUR)
    assert next_moment(session) == now + 2 * HOUR
    deliver(session, person, now + HOUR, DeliveryStatus.PENDING)
    assert next_moment(session) == now + HOUR


def test_the_break_of_a_group_may_be_next(session: Session, person: Person, now: datetime) -> None:
    remind(session, person, now, now + 3 * HOUR)
    club = Club(chat_id=-1, zone="UTC", weekdays="0", times="11:00", next_due_at=now + HOUR, created_at=now)
    session.add(club)
    session.flush()
    assert next_moment(session) == now + HOUR


def test_what_was_sent_is_not_to_come(session: Session, person: Person, now: datetime) -> None:
    for status in set(DeliveryStatus) - {DeliveryStatus.PENDING}:
        deliver(session, person, now, status)
    assert next_moment(session) is None


def test_the_zone_of_whoever_came_last(session: Session, person: Person, now: datetime) -> None:
    assert newest_zone(session) == "Europe/Madrid"
    later = now + HOUR
    session.add(Person(id=8, first_name="Ben", zone="Asia/Tokyo", created_at=later, first_day=later.date()))
    session.flush()
    assert newest_zone(session) == "Asia/Tokyo"


def test_there_is_no_zone_without_people(session: Session) -> None:
    assert newest_zone(session) is None
