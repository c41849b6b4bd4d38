"""The outbox on a real database: what goes out, what does not and why, and what a crash leaves behind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from bot.db.tables import (
    DayMark,
    Delivery,
    DeliveryStatus,
    Hold,
    Person,
    Plan,
    PlannedPause,
    Reminder,
    RoutineEntry,
)
from bot.domain.reminders import Skip
from bot.domain.streak import Mark
from bot.services import answers, outbox, people, queueing, reminders
from bot.services.outbox import Claimed, Outcome

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


def test_it_claims_what_is_due_with_all_that_the_message_needs(session: Session, queued: Delivery) -> None:
    for position, slug in enumerate(["open-book", "cat-cow"]):
        line = RoutineEntry(person_id=7, position=position, exercise=slug, variation="standard", dose={})
        session.add(line)
    assert outbox.take(session, DUE).claimed == [
        Claimed(
            delivery_id=queued.id or 0,
            person_id=7,
            first_name="Ana",
            language="en",
            zone="Europe/Madrid",
            kind="reminder",
            wall=datetime(2026, 3, 2, 18),  # noqa: DTZ001 - what a clock shows has no zone
            planned_at=DUE,
            exercises=("open-book", "cat-cow"),
        )
    ]
    assert states(session) == [(DeliveryStatus.SENDING, None)]


@pytest.mark.parametrize(("ended", "by_plan"), [(None, True), (DUE, False)])
def test_it_tells_whether_the_person_follows_a_plan(
    session: Session, queued: Delivery, ended: datetime | None, by_plan: bool
) -> None:
    session.add(Plan(person_id=7, created_at=DUE, made_at=DUE, ended_at=ended))
    session.add(Plan(person_id=7, created_at=DUE))
    [claimed] = outbox.take(session, DUE).claimed
    assert claimed.by_plan is by_plan


def test_it_claims_each_delivery_once(session: Session, queued: Delivery) -> None:
    assert len(outbox.take(session, DUE).claimed) == 1
    assert not outbox.take(session, DUE).claimed


def test_it_claims_nothing_before_it_is_due(session: Session, queued: Delivery) -> None:
    assert not outbox.take(session, DUE - timedelta(seconds=1)).claimed


def test_it_claims_no_more_than_the_limit(session: Session, person: Person, now: datetime) -> None:
    for number in (8, 9, 10):
        session.add(Person(id=number, first_name="B", created_at=now, first_day=now.date()))
        session.flush()
        reminders.add(session, number, "0123456", [time(18)], now)
    queueing.queue_due(session, DUE + timedelta(hours=2))
    moment = DUE + timedelta(hours=2)
    assert [c.person_id for c in outbox.take(session, moment, limit=2).claimed] == [8, 9]
    assert [c.person_id for c in outbox.take(session, moment, limit=2).claimed] == [10]


Change = Callable[[Session], object]


def _mark(mark: Mark, day: date = date(2026, 3, 2)) -> Change:
    return lambda session: session.add(DayMark(person_id=7, day=day, mark=mark, at=DUE))


def _pause(first: date, last: date) -> Change:
    return lambda session: session.add(PlannedPause(person_id=7, first=first, last=last))


def _off(session: Session) -> None:
    session.exec(select(Reminder)).one().enabled = False


def _delete(session: Session) -> None:
    session.delete(session.exec(select(Reminder)).one())


def _gone(session: Session) -> None:
    session.get_one(Person, 7).away_since = DUE


def _sign(looked_at: datetime | None = None) -> Change:
    hold = {"person_id": 7, "tier": "b", "source": "words", "at": DUE, "confirmed_at": looked_at}
    return lambda session: session.add(Hold.model_validate(hold))


MONDAY, SUNDAY = date(2026, 3, 2), date(2026, 3, 1)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_mark(Mark.DONE), Skip.DONE_TODAY),
        (_mark(Mark.DID_ALREADY), Skip.DONE_TODAY),
        (_mark(Mark.NOT_TODAY), Skip.NOT_TODAY),
        (_pause(MONDAY, MONDAY), Skip.PAUSED),
        (_pause(SUNDAY, date(2026, 3, 9)), Skip.PAUSED),
        (_off, Skip.OFF),
        (_delete, Skip.DELETED),
        (_gone, Skip.AWAY),
        (_sign(), Skip.HELD),
    ],
)
def test_it_leaves_out_with_a_reason_what_makes_no_sense_any_more(
    session: Session, queued: Delivery, change: Change, reason: Skip
) -> None:
    change(session)
    session.flush()
    assert not outbox.take(session, DUE).claimed
    assert states(session) == [(DeliveryStatus.SKIPPED, reason)]


@pytest.mark.parametrize(
    "change",
    [
        _mark(Mark.SHORT),
        _mark(Mark.DONE, SUNDAY),
        _mark(Mark.NOT_TODAY, SUNDAY),
        _pause(date(2026, 2, 20), SUNDAY),
        _pause(date(2026, 3, 3), date(2026, 3, 9)),
        _sign(looked_at=DUE),
    ],
)
def test_it_sends_in_spite_of_what_does_not_concern_today(
    session: Session, queued: Delivery, change: Change
) -> None:
    change(session)
    session.flush()
    assert len(outbox.take(session, DUE).claimed) == 1


def test_it_leaves_out_what_is_stale(session: Session, queued: Delivery) -> None:
    assert not outbox.take(session, DUE + timedelta(hours=3)).claimed
    assert states(session) == [(DeliveryStatus.SKIPPED, Skip.EXPIRED)]


def test_it_takes_a_reminder_in_the_night_as_part_of_the_day_before(
    session: Session, person: Person, now: datetime
) -> None:
    reminders.add(session, 7, "0123456", [time(1)], now)
    _mark(Mark.DONE)(session)
    one_in_the_night = datetime(2026, 3, 3, 0, tzinfo=UTC)
    queueing.queue_due(session, one_in_the_night)
    assert not outbox.take(session, one_in_the_night).claimed
    assert states(session) == [(DeliveryStatus.SKIPPED, Skip.DONE_TODAY)]


def test_it_sends_one_message_where_several_reminders_waited(
    session: Session, person: Person, now: datetime
) -> None:
    for clock in (time(18, 30), time(18), time(19)):
        reminders.add(session, 7, "0123456", [clock], now)
    late = DUE + timedelta(minutes=70)
    queueing.queue_due(session, late)
    assert [c.wall.hour for c in outbox.take(session, late).claimed] == [19]
    assert states(session).count((DeliveryStatus.SKIPPED, Skip.SUPERSEDED)) == 2


def test_it_sends_a_snoozed_one_even_if_another_came_meanwhile(
    session: Session, queued: Delivery, now: datetime
) -> None:
    outbox.take(session, DUE)
    outbox.mark(session, [outbox.sent(queued.id or 0, 5, DUE)])
    answers.snooze(session, 7, queued.id or 0, 20, DUE)
    reminders.add(session, 7, "0123456", [time(18, 10)], DUE)
    at_ten_past = DUE + timedelta(minutes=10)
    queueing.queue_due(session, at_ten_past)
    assert [c.snoozed for c in outbox.take(session, at_ten_past).claimed] == [False]
    assert [c.snoozed for c in outbox.take(session, DUE + timedelta(minutes=20)).claimed] == [True]


def test_it_sends_a_snoozed_one_to_somebody_thought_away(session: Session, queued: Delivery) -> None:
    answers.snooze(session, 7, queued.id or 0, 20, DUE)
    _gone(session)
    session.flush()
    assert [c.snoozed for c in outbox.take(session, DUE + timedelta(minutes=20)).claimed] == [True]


# What became of it


def test_it_notes_that_a_message_arrived(session: Session, queued: Delivery) -> None:
    outbox.take(session, DUE)
    outbox.mark(session, [outbox.sent(queued.id or 0, 42, DUE)])
    assert states(session) == [(DeliveryStatus.SENT, None)]
    assert (queued.message_id, queued.sent_at, queued.attempts) == (42, DUE, 1)


def test_it_notes_why_a_message_failed(session: Session, queued: Delivery) -> None:
    outbox.take(session, DUE)
    outbox.mark(session, [outbox.failed(queued.id or 0, "fault")])
    assert states(session) == [(DeliveryStatus.FAILED, "fault")]
    assert not outbox.take(session, DUE).claimed


def test_it_tries_again_later(session: Session, queued: Delivery) -> None:
    outbox.take(session, DUE)
    outbox.mark(session, [outbox.again(queued.id or 0, DUE + timedelta(seconds=30), "transient")])
    assert states(session) == [(DeliveryStatus.PENDING, "transient")]
    assert not outbox.take(session, DUE + timedelta(seconds=29)).claimed
    (second,) = outbox.take(session, DUE + timedelta(seconds=30)).claimed
    assert (second.attempts, second.unsure) == (2, False)


def test_it_never_forgets_that_an_earlier_try_may_have_arrived(session: Session, queued: Delivery) -> None:
    outbox.take(session, DUE)
    outbox.mark(session, [outbox.again(queued.id or 0, DUE, outbox.UNSURE)])
    (second,) = outbox.take(session, DUE).claimed
    outbox.mark(session, [outbox.again(queued.id or 0, DUE, "transient")])
    (third,) = outbox.take(session, DUE).claimed
    assert (second.unsure, third.unsure) == (True, True)


@pytest.mark.parametrize(
    "outcome",
    [outbox.sent(1, 5, DUE), outbox.failed(1, "fault"), outbox.again(1, DUE, "wait")],
    ids=lambda outcome: outcome.status,
)
def test_it_ignores_an_outcome_of_what_is_not_being_sent(
    session: Session, queued: Delivery, outcome: Outcome
) -> None:
    outbox.mark(session, [replace(outcome, delivery_id=queued.id or 0), replace(outcome, delivery_id=999)])
    assert states(session) == [(DeliveryStatus.PENDING, None)]


def test_it_stops_for_somebody_who_blocked_the_coach_until_they_are_back(
    session: Session, queued: Delivery
) -> None:
    outbox.take(session, DUE)
    answers.snooze(session, 7, queued.id or 0, 20, DUE)
    outbox.away(session, 7, DUE)
    assert states(session) == [(DeliveryStatus.SKIPPED, Skip.AWAY)] * 2
    assert session.get_one(Person, 7).away_since == DUE
    assert queueing.queue_due(session, DUE + timedelta(days=9)).due == 0
    people.meet(session, people.Newcomer(7, "Ana", "en"), zone="UTC", now=DUE + timedelta(days=9))
    assert queueing.queue_due(session, DUE + timedelta(days=10)).due == 1


def test_it_keeps_when_somebody_went_away_first(session: Session, queued: Delivery) -> None:
    outbox.away(session, 7, DUE)
    outbox.away(session, 7, DUE + timedelta(days=1))
    outbox.away(session, 999, DUE)
    assert session.get_one(Person, 7).away_since == DUE


def test_it_shows_a_delivery_again_to_its_person_alone(session: Session, queued: Delivery) -> None:
    shown = outbox.show(session, 7, queued.id or 0)
    assert shown is not None
    assert shown.wall.hour == 18
    assert outbox.show(session, 8, queued.id or 0) is None
    assert outbox.show(session, 7, 999) is None
