"""What a person answers to a reminder, on a real database."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import DayMark, Delivery, DeliveryStatus, Person
from bot.domain.reminders import Skip
from bot.domain.streak import Mark
from bot.services import answers, outbox, queueing, reminders

DUE = datetime(2026, 3, 2, 17, tzinfo=UTC)  # 18:00 in Madrid


@pytest.fixture
def number(session: Session, person: Person, now: datetime) -> int:
    """Give the id of a reminder of 18:00 that was sent."""
    reminders.add(session, 7, "0123456", [time(18)], now)
    queueing.queue_due(session, DUE)
    (claimed,) = outbox.take(session, DUE).claimed
    outbox.mark(session, [outbox.sent(claimed.delivery_id, 1, DUE)])
    return claimed.delivery_id


def pending(session: Session) -> list[Delivery]:
    """Return what waits in the outbox."""
    return list(session.exec(select(Delivery).where(Delivery.status == DeliveryStatus.PENDING)).all())


def marks(session: Session) -> list[tuple[date, str]]:
    """Return what was said about days."""
    return [(row.day, row.mark) for row in session.exec(select(DayMark))]


def test_it_comes_back_when_asked(session: Session, number: int) -> None:
    back_at = answers.snooze(session, 7, number, 20, DUE)
    assert back_at == datetime(2026, 3, 2, 18, 20)  # noqa: DTZ001 - what a clock shows has no zone
    assert not outbox.take(session, DUE + timedelta(minutes=19)).claimed
    (claimed,) = outbox.take(session, DUE + timedelta(minutes=20)).claimed
    assert claimed.snoozed


def test_it_comes_back_once_after_a_double_press(session: Session, number: int) -> None:
    for _ in range(5):
        answers.snooze(session, 7, number, 20, DUE)
    assert len(pending(session)) == 1


def test_it_moves_when_another_time_is_chosen(session: Session, number: int) -> None:
    answers.snooze(session, 7, number, 20, DUE)
    answers.snooze(session, 7, number, 120, DUE)
    assert [row.due_at for row in pending(session)] == [DUE + timedelta(hours=2)]
    assert [row.expires_at for row in pending(session)] == [DUE + timedelta(hours=5)]


def test_it_comes_back_again_when_the_old_message_is_pressed_again(session: Session, number: int) -> None:
    answers.snooze(session, 7, number, 20, DUE)
    later = DUE + timedelta(minutes=20)
    (claimed,) = outbox.take(session, later).claimed
    outbox.mark(session, [outbox.sent(claimed.delivery_id, 2, later)])
    answers.snooze(session, 7, number, 20, later)
    assert len(outbox.take(session, later + timedelta(minutes=20)).claimed) == 1


def test_it_does_not_lose_a_choice_made_while_the_message_is_on_its_way(
    session: Session, number: int
) -> None:
    answers.snooze(session, 7, number, 20, DUE)
    later = DUE + timedelta(minutes=20)
    (claimed,) = outbox.take(session, later).claimed
    answers.snooze(session, 7, number, 60, later)
    outbox.mark(session, [outbox.sent(claimed.delivery_id, 2, later)])
    assert [row.due_at for row in pending(session)] == [later + timedelta(hours=1)]


def test_it_can_be_put_off_a_second_time(session: Session, number: int) -> None:
    answers.snooze(session, 7, number, 20, DUE)
    later = DUE + timedelta(minutes=20)
    (claimed,) = outbox.take(session, later).claimed
    outbox.mark(session, [outbox.sent(claimed.delivery_id, 2, later)])
    answers.snooze(session, 7, claimed.delivery_id, 20, later)
    (again,) = outbox.take(session, later + timedelta(minutes=20)).claimed
    assert again.delivery_id not in {number, claimed.delivery_id}


@pytest.mark.parametrize(("who", "which", "minutes"), [(8, 1, 20), (7, 999, 20), (7, 1, -5), (7, 1, 99999)])
def test_it_does_not_put_off_what_makes_no_sense(
    session: Session, number: int, who: int, which: int, minutes: int
) -> None:
    assert answers.snooze(session, who, number if which == 1 else which, minutes, DUE) is None
    assert pending(session) == []


def test_it_comes_back_in_the_evening(session: Session, number: int) -> None:
    back_at = answers.snooze_till_evening(session, 7, number, DUE)
    assert back_at == datetime(2026, 3, 2, 20)  # noqa: DTZ001 - what a clock shows has no zone
    assert [row.due_at for row in pending(session)] == [datetime(2026, 3, 2, 19, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("hour", "ahead"),
    [(2, True), (9, True), (18, True), (19, False), (21, False), (23, False), (25, False), (27, True)],
)
def test_it_knows_whether_the_evening_is_ahead(
    session: Session, person: Person, hour: int, ahead: bool
) -> None:
    moment = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(hours=hour)  # an hour later in Madrid
    found = answers.evening(person, moment)
    assert (found is not None) == ahead
    if not ahead:
        assert answers.snooze_till_evening(session, 7, 1, moment) is None


def test_it_counts_a_session_done_without_the_coach_once(session: Session, number: int) -> None:
    for _ in range(3):
        assert answers.said_done(session, 7, number, DUE) == date(2026, 3, 2)
    assert marks(session) == [(date(2026, 3, 2), Mark.DID_ALREADY)]


def test_it_counts_for_the_day_of_the_reminder_not_of_the_press(session: Session, number: int) -> None:
    assert answers.said_done(session, 7, number, DUE + timedelta(days=1)) == date(2026, 3, 2)
    assert answers.said_done(session, 7, None, DUE + timedelta(days=1)) == date(2026, 3, 3)


def test_it_counts_a_reminder_in_the_night_for_the_day_before(
    session: Session, person: Person, now: datetime
) -> None:
    reminders.add(session, 7, "0123456", [time(1)], now)
    night = datetime(2026, 3, 3, 0, tzinfo=UTC)
    queueing.queue_due(session, night)
    (claimed,) = outbox.take(session, night).claimed
    assert answers.said_done(session, 7, claimed.delivery_id, night) == date(2026, 3, 2)


def test_it_counts_a_snoozed_one_for_the_day_on_which_it_came(session: Session, number: int) -> None:
    answers.snooze(session, 7, number, 20, DUE)
    (again,) = outbox.take(session, DUE + timedelta(minutes=20)).claimed
    assert answers.said_done(session, 7, again.delivery_id, DUE) == date(2026, 3, 2)


def test_it_says_nothing_about_what_is_not_theirs(session: Session, number: int, now: datetime) -> None:
    session.add(Person(id=8, first_name="Bo", created_at=now, first_day=now.date()))
    session.flush()
    assert answers.said_done(session, 8, number, DUE) is None
    assert answers.not_today(session, 7, 999, DUE) is None
    assert marks(session) == []


@pytest.mark.parametrize(
    ("say", "reason"), [(answers.said_done, Skip.DONE_TODAY), (answers.not_today, Skip.NOT_TODAY)]
)
def test_it_is_quiet_for_the_rest_of_the_day(
    session: Session, number: int, say: Callable[..., object], reason: Skip
) -> None:
    answers.snooze(session, 7, number, 20, DUE)
    say(session, 7, number, DUE)
    assert not outbox.take(session, DUE + timedelta(minutes=20)).claimed
    skipped = session.exec(select(Delivery).where(Delivery.status == DeliveryStatus.SKIPPED)).one()
    assert skipped.reason == reason
