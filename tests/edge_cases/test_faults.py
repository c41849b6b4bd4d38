"""What goes wrong on our side: outages, crashes, a lost database, poison, replicas that meet."""

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
from bot.db.tables import Bookmark, Delivery, DeliveryStatus, Person
from bot.domain.deliveries import Kind
from bot.domain.reminders import Skip
from bot.domain.streak import Verdict, Why
from bot.push.outbox import Outbox
from bot.push.ticks import Tick
from bot.services import days, outbox, queueing
from bot.services.outbox import Claimed
from tests.edge_cases.stage import (
    ANA,
    OK,
    AnyPace,
    Coach,
    Telegram,
    coach,
    deliveries,
    ended,
    let_leases_run_out,
    meet,
    reasons,
    remind,
    rule,
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


def silent_for(database: Database, **length: float) -> None:
    """Let the last sign of life be so long ago, by the database's clock."""

    def age(session: Session) -> None:
        beat = session.get_one(Bookmark, "push-beat")
        beat.value -= round(timedelta(**length).total_seconds() * 1000)

    database.call(age)


async def down_from_eleven(database: Database, *times: str) -> Coach:
    """Run until 11:00 in Madrid, then be dead until shortly after five: give the coach that comes back."""
    meet(database, MORNING)
    if times:
        remind(database, MORNING, *times)
    await coach(database, MORNING).at(MORNING)
    silent_for(database, hours=6, minutes=5)
    return coach(database, MORNING + timedelta(hours=6, minutes=5))


async def test_13_six_hours_down_with_five_due_is_one_honest_message(either_database: Database) -> None:
    database = either_database
    back = await down_from_eleven(database, "12:10", "13:10", "14:10", "15:10", "16:10")
    await back.tick()
    await back.walk(back.clock.moment, back.clock.moment + timedelta(hours=5))
    ((_, word),) = back.telegram.given
    assert (word.kind, word.missed) == (Kind.MISSED, 5)
    assert ended(database, DeliveryStatus.SKIPPED) == 5


async def test_13_two_replicas_that_come_back_tell_it_once(either_database: Database) -> None:
    database = either_database
    one = await down_from_eleven(database, "12:10", "13:10")
    other = coach(database, one.clock.moment)
    await asyncio.gather(one.tick(), other.tick())
    assert len(one.telegram.given) + len(other.telegram.given) == 1


async def test_13_a_day_that_the_coach_endangered_is_excused(database: Database) -> None:
    back = await down_from_eleven(database, "12:10")
    await back.tick()
    progress = database.call(days.progress, ANA, back.clock.moment + timedelta(days=1))
    monday = progress.week[0]
    assert (monday.verdict, monday.why) == (Verdict.EXCUSED, Why.COACH_AWAY)


async def test_13_five_people_get_their_own_word_and_who_missed_nothing_gets_none(database: Database) -> None:
    for number in range(100, 105):
        meet(database, MORNING, person_id=number)
        remind(database, MORNING, "12:10", who=number)
    back = await down_from_eleven(database, "18:00")  # Ana's comes after the outage
    await back.tick()
    assert sorted(one.person_id for _, one in back.telegram.given) == [100, 101, 102, 103, 104]


async def test_14_a_restart_in_a_tick_is_all_or_nothing(either_database: Database) -> None:
    database = either_database
    meet(database, MORNING)
    remind(database, MORNING, "18:00")

    def killed(session: Session) -> None:
        assert queueing.claim_due(session, DUE) == 1
        session.flush()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        database.call(killed)
    assert deliveries(database) == []
    assert rule(database).next_due_at == DUE
    again = coach(database, DUE)
    await again.tick()
    assert again.telegram.walls() == ["2026-03-02 18:00"]


@pytest.mark.parametrize(("kind", "copies"), [(Kind.REMINDER, 2), (Kind.TIP, 1), (Kind.SUMMARY, 1)])
async def test_30_a_crash_after_the_send_and_before_the_commit(
    either_database: Database, kind: Kind, copies: int
) -> None:
    """A reminder comes twice at most, everything else at most once; what is unknown stays visible."""
    database = either_database
    meet(database, MORNING)
    if kind is Kind.REMINDER:
        remind(database, MORNING, "18:00")
        database.call(queueing.claim_due, DUE)
    else:
        database.call(queueing.queue, ANA, kind, "one", DUE, DUE + timedelta(days=1))
    received = 0
    for minute in range(15, 40, 5):
        now = DUE + timedelta(minutes=minute)
        database.call(outbox.waiting, now)
        received += len(database.call(outbox.claim, now, 100, f"replica {minute}"))  # sent, and then dead
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

    database.call(queueing.claim_due, DUE)
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
    database.call(queueing.claim_due, DUE)
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
    database.call(queueing.claim_due, DUE)

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
