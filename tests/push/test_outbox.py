"""Sending on a real database with a door of our own: outcomes, order, and one failure that stops nobody."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from bot.chat.errors import Sent, Trouble
from bot.db.database import Database
from bot.db.tables import Delivery, DeliveryStatus, Person
from bot.domain.reminders import Skip
from bot.push.outbox import FRESH, LONGEST_PAUSE, Outbox, backoff
from bot.services import outbox, privacy, queueing, reminders
from bot.services.outbox import Claimed
from tests.edge_cases.stage import AnyPace, still

DUE = datetime(2026, 3, 2, 17, tzinfo=UTC)  # 18:00 in Madrid


class Door:
    """Answers with what it was told to, and remembers what it was given."""

    def __init__(self, *answers: Sent | Exception) -> None:
        self.given: list[int] = []
        self._answers = list(answers)

    async def __call__(self, claimed: Claimed) -> Sent:
        self.given.append(claimed.person_id)
        answer = self._answers.pop(0) if self._answers else Sent(message_id=len(self.given))
        if isinstance(answer, Exception):
            raise answer
        return answer


def trouble(kind: Trouble, wait: float = 0) -> Sent:
    """Return an answer of the door that tells of trouble."""
    return Sent(trouble=kind, wait=wait)


@pytest.fixture
def due(database: Database, person: Person, now: datetime) -> datetime:
    """Queue a reminder for Ana and give the moment when it is due."""

    def queue(session: Session) -> None:
        reminders.add(session, 7, "0123456", [time(18)], now)
        queueing.queue_due(session, DUE)

    database.call(queue)
    return DUE


def crowd(database: Database, size: int) -> None:
    """Queue a reminder for so many people more."""

    def queue(session: Session) -> None:
        for number in range(100, 100 + size):
            session.add(Person(id=number, first_name="B", created_at=DUE, first_day=DUE.date()))
            session.flush()
            reminders.add(session, number, "0123456", [time(17)], DUE - timedelta(hours=1))
        queueing.queue_due(session, DUE)

    database.call(queue)


def expire(session: Session) -> None:
    """Let every lease have run out."""
    session.exec(update(Delivery).values(claimed_until=datetime(2020, 1, 1, tzinfo=UTC)))


def states(database: Database) -> list[tuple[str, str | None]]:
    """Return status and reason of everything in the outbox."""
    rows = database.call(lambda session: session.exec(select(Delivery).order_by("id")).all())
    return [(row.status, row.reason) for row in rows]


async def test_it_sends_and_marks(database: Database, due: datetime) -> None:
    door = Door()
    assert await Outbox(database, door, clock=still).flush(due) == 1
    assert await Outbox(database, door, clock=still).flush(due) == 0
    assert door.given == [7]
    row = database.call(lambda session: session.exec(select(Delivery)).one())
    assert (row.status, row.message_id, row.sent_at) == (DeliveryStatus.SENT, 1, due)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (trouble(Trouble.GONE), (DeliveryStatus.SKIPPED, Skip.AWAY)),
        (trouble(Trouble.WAIT, 7), (DeliveryStatus.PENDING, "wait")),
        (trouble(Trouble.TRANSIENT), (DeliveryStatus.PENDING, "transient")),
        (trouble(Trouble.UNKNOWN), (DeliveryStatus.PENDING, "unknown")),
        (trouble(Trouble.FAULT), (DeliveryStatus.FAILED, "fault")),
        (trouble(Trouble.MIGRATED), (DeliveryStatus.FAILED, "migrated")),
        (trouble(Trouble.OUTDATED), (DeliveryStatus.FAILED, "outdated")),
        (ZeroDivisionError(), (DeliveryStatus.PENDING, "unknown")),
        # It is asked what to say before anything leaves: that is no doubt, and costs no try.
        (OperationalError("SELECT", None, Exception()), (DeliveryStatus.PENDING, "transient")),
    ],
)
async def test_it_marks_by_outcome(
    database: Database, due: datetime, answer: Sent | Exception, state: tuple[str, str]
) -> None:
    await Outbox(database, Door(answer), clock=still).flush(due)
    assert states(database) == [state]


async def test_it_waits_as_long_as_telegram_asks(database: Database, due: datetime) -> None:
    box = Outbox(database, Door(trouble(Trouble.WAIT, 7)), pace=AnyPace(), clock=still)
    await box.flush(due)
    assert await box.flush(due + timedelta(seconds=6)) == 0
    assert await box.flush(due + timedelta(seconds=7)) == 1
    assert states(database) == [(DeliveryStatus.SENT, None)]


async def test_it_tries_until_the_reminder_is_stale_while_telegram_is_out_of_reach(
    database: Database, due: datetime
) -> None:
    door = Door(*[trouble(Trouble.TRANSIENT)] * 1000)
    box = Outbox(database, door, pace=AnyPace(), clock=still)
    for minute in range(240):
        await box.flush(due + timedelta(minutes=minute))
    assert 30 < len(door.given) < 60  # soon every five minutes, for three hours
    assert states(database) == [(DeliveryStatus.SKIPPED, Skip.EXPIRED)]


async def test_it_sends_at_most_twice_when_nobody_knows_what_arrived(
    database: Database, due: datetime
) -> None:
    door = Door(
        trouble(Trouble.UNKNOWN),
        trouble(Trouble.TRANSIENT),
        trouble(Trouble.WAIT, 1),
        trouble(Trouble.UNKNOWN),
    )
    box = Outbox(database, door, pace=AnyPace(), clock=still)
    for minute in range(0, 60, 5):
        await box.flush(due + timedelta(minutes=minute))
    assert len(door.given) == 4  # two of them surely did not arrive
    assert states(database) == [(DeliveryStatus.FAILED, outbox.UNSURE)]


async def test_it_marks_somebody_who_blocked_the_coach_as_away(database: Database, due: datetime) -> None:
    await Outbox(database, Door(trouble(Trouble.GONE)), clock=still).flush(due)
    assert database.call(lambda session: session.get_one(Person, 7)).away_since == due


async def test_it_goes_on_with_the_others_when_one_fails(database: Database, due: datetime) -> None:
    crowd(database, 5)
    door = Door(ZeroDivisionError(), trouble(Trouble.FAULT))
    assert await Outbox(database, door, people=1, clock=still).flush(due) == 6
    assert [status for status, _ in states(database)].count(DeliveryStatus.SENT) == 4


async def test_it_serves_several_people_at_once_but_not_all(database: Database, person: Person) -> None:
    crowd(database, 20)
    busy, most = 0, 0

    async def slow(claimed: Claimed) -> Sent:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        await asyncio.sleep(0.005)
        busy -= 1
        return Sent(message_id=1)

    await Outbox(database, slow, people=4, clock=still).flush(DUE)
    assert most == 4
    assert set(states(database)) == {(DeliveryStatus.SENT, None)}


async def test_it_asks_again_after_being_killed_in_the_middle(database: Database, due: datetime) -> None:
    sending = asyncio.Event()

    async def stuck(claimed: Claimed) -> Sent:
        sending.set()
        await asyncio.sleep(60)
        return Sent()

    task = asyncio.create_task(Outbox(database, stuck, clock=still).flush(due))
    await asyncio.wait_for(sending.wait(), 30)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert states(database) == [(DeliveryStatus.SENDING, None)]
    assert database.call(outbox.release, due) == 0  # it may still be alive
    database.call(expire)
    assert database.call(outbox.release, due) == 1
    assert await Outbox(database, Door(), clock=still).flush(due) == 1
    assert states(database) == [(DeliveryStatus.SENT, None)]


def test_it_waits_twice_as_long_each_time_up_to_five_minutes() -> None:
    waits = [backoff(attempts).total_seconds() for attempts in range(1, 9)]
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300]
    assert backoff(10_000) == LONGEST_PAUSE


@pytest.mark.parametrize("what", [privacy.erase, lambda session, number: outbox.away(session, number, DUE)])
async def test_what_is_erased_or_cancelled_while_it_waits_its_turn_is_not_sent(
    database: Database, what: Callable[[Session, int], None]
) -> None:
    """Two people, one place: while the first message takes its time, the other person goes."""
    crowd(database, 2)
    seconds, given = [0.0], list[int]()

    async def slow(claimed: Claimed) -> Sent:
        given.append(claimed.person_id)
        [other] = {100, 101} - {claimed.person_id}
        await database.run(what, other)
        seconds[0] += 2
        return Sent(message_id=1)

    assert await Outbox(database, slow, people=1, clock=lambda: seconds[0]).flush(DUE) == 2
    assert len(given) == 1


async def test_it_follows_a_chat_that_has_moved(database: Database, due: datetime) -> None:
    went: list[int] = []

    async def moved(claimed: Claimed) -> Sent:
        went.append(claimed.chat_id)
        return Sent(trouble=Trouble.MIGRATED, new_chat_id=-100) if len(went) == 1 else Sent(message_id=5)

    await Outbox(database, moved, clock=still).flush(due)
    assert went == [7, -100]
    assert states(database) == [(DeliveryStatus.SENT, None)]


async def test_it_puts_back_what_has_waited_too_long_for_its_turn_rather_than_outlive_the_lease(
    database: Database, due: datetime
) -> None:
    """Somebody else may hold it by then."""
    crowd(database, 2)
    seconds = 100.0

    async def slow(claimed: Claimed) -> Sent:
        nonlocal seconds
        seconds += FRESH + 1
        return Sent(message_id=1)

    await Outbox(database, slow, people=1, clock=lambda: seconds).flush(due)
    assert sorted(states(database)) == [
        (DeliveryStatus.PENDING, "wait"),
        (DeliveryStatus.PENDING, "wait"),
        (DeliveryStatus.SENT, None),
    ]


async def test_it_notes_slow_answers_when_they_come(database: Database, due: datetime) -> None:
    """A flush does not wait for ever; settling does what is left."""
    begun, answer = asyncio.Event(), asyncio.Event()

    async def slow(claimed: Claimed) -> Sent:
        begun.set()
        await answer.wait()
        return Sent(message_id=1)

    box = Outbox(database, slow, clock=still)
    flushing = asyncio.create_task(box.flush(due))
    await asyncio.wait_for(begun.wait(), 30)
    assert states(database) == [(DeliveryStatus.SENDING, None)]
    answer.set()
    await flushing
    await box.settle()
    assert states(database) == [(DeliveryStatus.SENT, None)]
