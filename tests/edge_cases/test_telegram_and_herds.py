"""Telegram that is busy, broken, slow or sure; and thousands of people at eight o'clock."""

import asyncio
import time as machine
from datetime import timedelta
from statistics import quantiles

import pytest
from sqlmodel import Session, select
from structlog.testing import capture_logs
from telegram.error import BadRequest

from bot.chat.errors import Sent, Trouble, classify
from bot.db.database import Database
from bot.db.tables import DayMark, DeliveryStatus, Person, SendBudget
from bot.domain.deliveries import Kind
from bot.domain.reminders import Skip
from bot.domain.streak import Mark
from bot.push.budget import MemoryBudget, SharedBudget
from bot.push.outbox import Outbox
from bot.services import outbox, people, queueing, send_budget
from bot.services.outbox import Claimed
from tests.edge_cases.stage import (
    ANA,
    OK,
    AnyPace,
    coach,
    deliveries,
    ended,
    meet,
    reasons,
    remind,
    still,
    utc,
)

MORNING = utc("2026-03-02 10:00")
DUE = utc("2026-03-02 17:00")


def herd(database: Database, size: int, at: str = "18:00", first: int = 100) -> None:
    """Bring so many people who want to be reminded at the same time, and queue it."""
    for number in range(first, first + size):
        meet(database, MORNING, person_id=number)
        remind(database, MORNING, at, who=number)


def let_the_wait_be_over(session: Session) -> None:
    """Let the half minute pass, by the database's clock."""
    session.get_one(SendBudget, "all").free_at -= timedelta(seconds=60)


async def test_27_who_is_told_to_wait_waits_as_told_and_loses_nothing(either_database: Database) -> None:
    """A second chat that is told to wait means everybody, in every replica; then all goes on."""
    database = either_database
    herd(database, 12)
    database.call(queueing.queue_due, DUE)
    flooded = coach(database, DUE, budget=SharedBudget(database, 1000))
    other = coach(database, DUE, budget=SharedBudget(database, 1000))
    flooded.telegram.always = Sent(trouble=Trouble.WAIT, wait=30)
    with capture_logs() as lines:
        await flooded.outbox.flush(DUE)
    assert [line["event"] for line in lines][:1] == ["telegram asks everybody to wait"]
    assert database.call(send_budget.reserve, 1000, 1) == []
    await other.outbox.flush(DUE + timedelta(seconds=31))
    assert other.telegram.given == []  # the other replica keeps still as well
    assert ended(database, DeliveryStatus.PENDING) == 12
    database.call(let_the_wait_be_over)
    for _ in range(3):
        await other.outbox.flush(DUE + timedelta(seconds=31))
    assert ended(database, DeliveryStatus.SENT) == 12


async def test_27_one_chat_that_is_told_to_wait_holds_up_nobody_else(database: Database) -> None:
    herd(database, 5)
    one = coach(database, DUE)
    one.telegram.answers = [Sent(trouble=Trouble.WAIT, wait=7)]
    await one.at(DUE)
    assert ended(database, DeliveryStatus.SENT) == 4
    await one.at(DUE + timedelta(seconds=6))
    assert len(one.telegram.given) == 5
    await one.at(DUE + timedelta(seconds=7))
    assert ended(database, DeliveryStatus.SENT) == 5


async def test_28_while_telegram_is_broken_it_is_tried_ever_more_seldom_until_it_is_stale(
    database: Database,
) -> None:
    """Then it is not sent any more, and the day is excused: it was not the person's fault."""
    meet(database, MORNING)
    remind(database, MORNING, "18:00")
    one = coach(database, DUE)
    one.telegram.always = Sent(trouble=Trouble.TRANSIENT)
    await one.walk(DUE, DUE + timedelta(hours=5), timedelta(minutes=1))
    moments = [at for at, _ in one.telegram.given]
    assert 30 < len(moments) < 60
    assert moments[-1] - moments[-2] == timedelta(minutes=5)
    assert reasons(database) == [(DeliveryStatus.SKIPPED, Skip.EXPIRED)]
    marks = database.call(lambda session: session.exec(select(DayMark)).all())
    assert [(mark.day, mark.mark) for mark in marks] == [(DUE.date(), Mark.COACH_AWAY)]


@pytest.mark.parametrize(("kind", "tries"), [(Kind.REMINDER, 2), (Kind.TIP, 1), (Kind.MISSED, 1)])
async def test_29_a_read_timeout_is_treated_as_the_kind_wants_it(
    database: Database, kind: Kind, tries: int
) -> None:
    """What the person set is asked again once; everything else rather gets lost than comes twice."""
    meet(database, MORNING)
    if kind is Kind.REMINDER:
        remind(database, MORNING, "18:00")
    elif kind is Kind.TIP:
        database.call(queueing.queue, ANA, kind, "tip", DUE, DUE + timedelta(days=1))
    else:
        missed(database)
    one = coach(database, DUE)
    one.telegram.always = Sent(trouble=Trouble.UNKNOWN)
    await one.walk(DUE, DUE + timedelta(hours=1), timedelta(minutes=1))
    assert len(one.telegram.given) == tries
    assert deliveries(database)[-1].status == DeliveryStatus.FAILED
    assert deliveries(database)[-1].reason == outbox.UNSURE


def missed(database: Database) -> None:
    """Queue the word about an outage in which one reminder was missed."""
    away = f"{MORNING.isoformat()}/{DUE.isoformat()}"
    database.call(queueing.queue, ANA, Kind.REMINDER, "2026-03-02T12:00", MORNING, MORNING)
    database.call(outbox.take, DUE)  # finds it stale
    database.call(queueing.queue, ANA, Kind.MISSED, away, DUE, DUE + timedelta(hours=9))


async def test_34_in_a_herd_exact_times_come_first_and_nobody_starves(database: Database) -> None:
    herd(database, 30)
    for number in range(100, 130):
        database.call(queueing.queue, number, Kind.TIP, "tip", DUE, DUE + timedelta(days=1))
    database.call(queueing.queue_due, DUE)
    order = [one.kind for one in database.call(outbox.take, DUE + timedelta(minutes=5), 100).claimed]
    assert order[:30] == [Kind.REMINDER] * 30
    assert Kind.TIP in order[30:]  # soft ones are spread, so about half of them are due by now
    assert len(order) < 60

    # A flood of exact ones that never ends: those whose ten minutes are over have their turn all the same.
    served = 0
    for minute in range(6, 30):
        at = DUE + timedelta(minutes=minute)
        herd(database, 3, f"18:{minute:02}", first=1000 + 10 * minute)
        database.call(queueing.queue_due, at)
        served += [one.kind for one in database.call(outbox.take, at, 3).claimed].count(Kind.TIP)
    assert served == 60 - len(order)


async def test_34_the_order_among_exact_times_is_theirs(database: Database) -> None:
    herd(database, 10, "18:01", first=100)
    herd(database, 10, "18:00", first=200)
    one = coach(database, DUE + timedelta(minutes=1))
    box = Outbox(database, one.telegram, people=1, pace=AnyPace())
    database.call(queueing.queue_due, one.clock.moment)
    await box.flush(one.clock.moment)
    assert [claimed.person_id for _, claimed in one.telegram.given] == [
        *range(200, 210),
        *range(100, 110),
    ]


async def test_34_the_operator_hears_of_the_lag(database: Database) -> None:
    meet(database, MORNING)
    remind(database, MORNING, "18:00")
    one = coach(database, DUE)
    database.call(queueing.queue_due, DUE)
    with capture_logs() as lines:
        await Outbox(database, one.telegram, clock=still).flush(DUE + timedelta(minutes=10))
    assert (lines[0]["event"], lines[0]["worst_lag_seconds"]) == ("sending late", 600)


async def test_35_replies_stay_quick_in_a_herd(database: Database) -> None:
    """What a press needs of the database takes, at its 95th percentile, a small multiple of the idle one."""
    meet(database, MORNING)
    herd(database, 150)

    async def press() -> float:
        begun = machine.perf_counter()
        await database.run(people.choose_moment, ANA, None)
        await database.run(lambda session: session.get_one(Person, ANA).first_name)
        return machine.perf_counter() - begun

    async def slowly(claimed: Claimed) -> Sent:
        await asyncio.sleep(0.02)
        return OK

    async def presses(count: int) -> float:
        took = []
        for _ in range(count):
            took.append(await press())
            await asyncio.sleep(0.005)
        return quantiles(took, n=20)[-1]

    idle = await presses(100)
    box = Outbox(database, slowly, people=50, budget=MemoryBudget(1000), pace=AnyPace())
    database.call(queueing.queue_due, DUE, 500)
    sending = asyncio.create_task(box.flush(DUE))
    busy = await presses(100)
    assert await sending > 100
    # A batch takes some 10 ms of the one writer's time; a busy machine makes both slow.
    assert busy < 5 * idle + 0.05


async def test_40_chat_not_found_is_final(database: Database) -> None:
    meet(database, MORNING)
    remind(database, MORNING, "18:00", "19:00")
    one = coach(database, DUE)
    one.telegram.always = classify(BadRequest("Chat not found"))
    await one.walk(DUE, DUE + timedelta(days=3), timedelta(minutes=30))
    assert len(one.telegram.given) == 1
    assert reasons(database) == [(DeliveryStatus.SKIPPED, Skip.AWAY)]
    assert database.call(lambda session: session.get_one(Person, ANA)).away_since == DUE
