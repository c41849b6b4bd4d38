"""What goes wrong on our side: crashes, a lost database, poison, replicas that meet."""

import asyncio
import sqlite3
import threading
import time as machine
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, update
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, select
from structlog.testing import capture_logs

from bot.chat.errors import Sent, Trouble
from bot.db.database import Database
from bot.db.tables import Delivery, DeliveryStatus, Person
from bot.domain.deliveries import Kind
from bot.domain.reminders import Skip
from bot.push.outbox import Outbox
from bot.push.ticks import Tick
from bot.services import outbox, queueing
from bot.services.outbox import Claimed
from tests.edge_cases.stage import (
    ANA,
    OK,
    AnyPace,
    Telegram,
    coach,
    deliveries,
    ended,
    let_leases_run_out,
    meet,
    reasons,
    remind,
    utc,
)

DUE = utc("2026-03-02 17:00")
MORNING = utc("2026-03-02 10:00")


class Lossy(Database):
    """A database that can be cut off."""

    cut = False
    refuses: Callable[..., Any] | None = None

    async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        """Run, unless the line is cut."""
        if self.cut or function is self.refuses:
            raise OperationalError("lost", None, Exception())
        return await super().run(function, *args, **kwargs)


@pytest.fixture
def lossy(database: Database) -> Lossy:
    """Give a database that can be cut off, with Ana and her reminder of 18:00."""
    lossy = Lossy(database.engine.url.render_as_string(hide_password=False))
    meet(lossy, MORNING)
    remind(lossy, MORNING, "18:00")
    return lossy


@pytest.mark.parametrize(("kind", "copies"), [(Kind.REMINDER, 2), (Kind.TIP, 1), (Kind.SUMMARY, 1)])
async def test_30_a_crash_after_the_send_and_before_the_commit(
    either_database: Database, kind: Kind, copies: int
) -> None:
    """A reminder comes twice at most, everything else at most once; what is unknown stays visible."""
    database = either_database
    meet(database, MORNING)
    if kind is Kind.REMINDER:
        remind(database, MORNING, "18:00")
        database.call(queueing.queue_due, DUE)
    else:
        database.call(queueing.queue, ANA, kind, "one", DUE, DUE + timedelta(days=1))
    received = 0
    for minute in range(15, 40, 5):
        now = DUE + timedelta(minutes=minute)
        database.call(outbox.waiting, now)
        taken = database.call(outbox.take, now, 100, f"replica {minute}")
        received += len(taken.claimed)  # sent, and then dead
        let_leases_run_out(database)
    assert received == copies
    assert reasons(database) == [(DeliveryStatus.FAILED, outbox.UNSURE)]


async def test_31_without_a_database_nothing_new_is_sent_and_it_goes_on_afterwards(lossy: Lossy) -> None:
    one = coach(lossy, DUE)
    lossy.cut = True
    with capture_logs():
        await one.at(DUE, DUE + timedelta(minutes=1))
    assert one.telegram.given == []
    lossy.cut = False
    await one.at(DUE + timedelta(minutes=2))
    assert one.telegram.walls() == ["2026-03-02 18:02"]


async def test_31_what_was_sent_while_the_database_got_lost_is_noted_first_and_not_sent_again(
    lossy: Lossy,
) -> None:
    one = coach(lossy, DUE)
    lossy.refuses = outbox.mark
    with capture_logs():
        await one.at(DUE, DUE + timedelta(minutes=1))
    lossy.refuses = None
    let_leases_run_out(lossy)
    await one.at(DUE + timedelta(minutes=2))
    assert len(one.telegram.given) == 1
    assert reasons(lossy) == [(DeliveryStatus.SENT, None)]


async def test_32_a_person_erased_during_a_send_leaves_nothing(either_database: Database) -> None:
    database = either_database
    meet(database, MORNING)
    remind(database, MORNING, "18:00")

    async def erasing(claimed: Claimed) -> Sent:
        database.call(lambda session: session.delete(session.get_one(Person, ANA)))
        return OK

    database.call(queueing.queue_due, DUE)
    with capture_logs() as lines:
        await Outbox(database, erasing).flush(DUE)
    assert deliveries(database) == []
    assert lines == []


@pytest.mark.parametrize("patience", [0.05, 10.0])
async def test_33_a_locked_sqlite_makes_it_late_and_loses_nothing(
    database: Database, tmp_path: Path, patience: float
) -> None:
    """Whether the lock outlasts what the driver waits (an error, and another tick) or not."""
    meet(database, MORNING)
    remind(database, MORNING, "18:00")
    database.engine.dispose()
    milliseconds = round(patience * 1000)
    event.listen(database.engine, "connect", lambda c, _: c.execute(f"PRAGMA busy_timeout={milliseconds}"))
    locked = threading.Event()

    def hold() -> None:
        other = sqlite3.connect(tmp_path / "test.sqlite3", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        locked.set()
        machine.sleep(0.4)
        other.execute("ROLLBACK")
        other.close()

    holder = threading.Thread(target=hold)
    holder.start()
    locked.wait()
    one = coach(database, DUE)
    with capture_logs() as lines:
        await one.tick()
    assert [line["event"] for line in lines] == (["tick failed"] if patience < 0.4 else [])
    holder.join()
    await one.at(DUE + timedelta(seconds=10))
    assert len(one.telegram.given) == 1
    assert reasons(database) == [(DeliveryStatus.SENT, None)]


async def test_37_a_revoked_token_pauses_pushes_loudly_and_readiness_tells(database: Database) -> None:
    for number in range(100, 140):
        meet(database, MORNING, person_id=number)
        remind(database, MORNING, "18:00", who=number)
    database.call(queueing.queue_due, DUE)
    seconds = 1000.0
    telegram = Telegram(coach(database, DUE).clock, always=Sent(trouble=Trouble.REVOKED))
    box = Outbox(database, telegram, people=1, pace=AnyPace(), clock=lambda: seconds)
    tick = Tick(database, box, telegram.clock)
    with capture_logs() as lines:
        await box.flush(DUE)
        await box.flush(DUE + timedelta(minutes=10))
    assert len(telegram.given) == 1  # one is enough to know
    assert [line["log_level"] for line in lines] == ["error"]
    assert await tick.telegram() == "Telegram refuses the token"
    assert ended(database, DeliveryStatus.PENDING) == 40  # nothing is lost
    telegram.always, seconds = OK, seconds + 61
    for minute in range(11, 20):
        seconds += 2
        await box.flush(DUE + timedelta(minutes=minute))
    assert ended(database, DeliveryStatus.SENT) == 40
    assert await tick.telegram() is None


async def test_38_a_poisonous_delivery_is_set_aside_and_stops_nobody(either_database: Database) -> None:
    database = either_database
    for number in (100, 101, 102):
        meet(database, MORNING, person_id=number)
        remind(database, MORNING, "18:00", who=number)
    database.call(queueing.queue_due, DUE)

    def spoil(session: Session) -> None:
        session.get_one(Person, 100).zone = "Mars/Olympus"
        word = select(Delivery).where(Delivery.person_id == 101)
        session.exec(word).one().kind = Kind.MISSED  # whose occurrence cannot be read as an outage

    database.call(spoil)
    one = coach(database, DUE)
    with capture_logs() as lines:
        await one.at(DUE, DUE + timedelta(minutes=1))
    assert [claimed.person_id for _, claimed in one.telegram.given] == [102]
    assert reasons(database).count((DeliveryStatus.FAILED, outbox.POISON)) == 2
    assert [line["event"] for line in lines] == ["delivery set aside"] * 2


async def test_38_a_message_that_cannot_be_drawn_is_given_up_after_a_few_tries(database: Database) -> None:
    meet(database, MORNING)
    remind(database, MORNING, "18:00")
    one = coach(database, DUE)

    def broken(claimed: Claimed) -> Sent:
        raise ZeroDivisionError

    one.telegram.always = broken
    with capture_logs():
        await one.walk(DUE, DUE + timedelta(hours=2), timedelta(minutes=5))
    assert len(one.telegram.given) == 2
    assert reasons(database)[0][0] == DeliveryStatus.FAILED


async def test_38_a_rule_that_nobody_can_read_stops_no_other(database: Database) -> None:
    meet(database, MORNING, person_id=100)
    remind(database, MORNING, "18:00", who=100)
    meet(database, MORNING)
    remind(database, MORNING, "18:00")
    database.call(
        lambda session: session.exec(update(Person).where(col(Person.id) == 100).values(zone="Mars/Olympus"))
    )
    one = coach(database, DUE)
    with capture_logs() as lines:
        await one.tick()
    assert [claimed.person_id for _, claimed in one.telegram.given] == [ANA]
    assert [line["event"] for line in lines] == ["reminder set aside"]


async def test_39_two_replicas_that_tick_together_deliver_once(either_database: Database) -> None:
    database = either_database
    for number in range(100, 120):
        meet(database, MORNING, person_id=number)
        remind(database, MORNING, "18:00", who=number)
    one, other = coach(database, DUE), coach(database, DUE)
    await asyncio.gather(one.tick(), other.tick(), one.tick(), other.tick())
    got = [claimed.person_id for each in (one, other) for _, claimed in each.telegram.given]
    assert sorted(got) == list(range(100, 120))
    assert ended(database, DeliveryStatus.SENT) == 20
    assert Skip.EXPIRED not in {row.reason for row in deliveries(database)}
