"""Several replicas on one outbox, on both engines: each delivery is taken by one, and none is left."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from sqlalchemy import event
from sqlmodel import Session

from bot.db.database import Database
from bot.db.tables import Person
from bot.services import outbox, queueing, reminders, send_budget
from tests.edge_cases.stage import meet, remind

DUE = datetime(2026, 3, 2, 17, tzinfo=UTC)
MORNING = DUE - timedelta(hours=7)
REPLICAS = 4


def crowd(database: Database, size: int) -> None:
    """Bring so many people with a reminder at the same time."""

    def add(session: Session) -> None:
        for number in range(size):
            session.add(
                Person(
                    id=number, first_name="A", zone="Europe/Madrid", created_at=MORNING, first_day=DUE.date()
                )
            )
            session.flush()
            reminders.add(session, number, "0123456", [DUE.time().replace(hour=18)], MORNING)

    database.call(add)


def test_four_replicas_queue_each_occurrence_once(either_database: Database) -> None:
    crowd(either_database, 80)

    def replica(_: int) -> int:
        queued = 0
        while taken := either_database.call(queueing.queue_due, DUE, 7).due:
            queued += taken
        return queued

    with ThreadPoolExecutor(REPLICAS) as threads:
        assert sum(threads.map(replica, range(REPLICAS))) == 80
    assert either_database.call(outbox.waiting, DUE, 1000) == 80


def test_four_replicas_claim_each_delivery_once(either_database: Database) -> None:
    crowd(either_database, 80)
    either_database.call(queueing.queue_due, DUE)

    def replica(name: int) -> list[int]:
        got: list[int] = []
        while either_database.call(outbox.waiting, DUE):
            got += [one.person_id for one in either_database.call(outbox.take, DUE, 7, str(name)).claimed]
        return got

    with ThreadPoolExecutor(REPLICAS) as threads:
        taken = Counter(person for got in threads.map(replica, range(REPLICAS)) for person in got)
    assert taken == Counter(range(80))


def test_four_replicas_share_one_budget(either_database: Database) -> None:
    """However they ask, moments are given out a step apart and less than a second ahead."""
    begun = datetime.now(UTC)

    def replica(_: int) -> list[datetime]:
        got = []
        for _ in range(20):
            now = datetime.now(UTC)
            waits = either_database.call(send_budget.reserve, 28, 3)
            got += [now + timedelta(seconds=wait) for wait in waits]
        return got

    with ThreadPoolExecutor(REPLICAS) as threads:
        moments = sorted(at for got in threads.map(replica, range(REPLICAS)) for at in got)
    seconds = (moments[-1] - begun).total_seconds()
    assert 28 <= len(moments) <= 28 * (seconds + 0.2) + 1


def test_what_waits_is_found_without_reading_what_was_sent(database: Database) -> None:
    """The claim follows an index: its cost does not grow with what is done."""
    meet(database, MORNING)
    remind(database, MORNING, "18:00")
    statements: list[str] = []
    event.listen(
        database.engine,
        "before_cursor_execute",
        lambda c, cursor, statement, *more: statements.append(statement),
    )
    database.call(outbox.waiting, DUE)
    plans = []
    with database.engine.connect() as connection:
        for statement in [s for s in statements if "FROM delivery" in s]:
            marks = ("x",) * statement.count("?")
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", marks).all()
            plans.append(" ".join(str(row[-1]) for row in rows))
    assert plans
    assert all("ix_delivery_open" in plan for plan in plans)
