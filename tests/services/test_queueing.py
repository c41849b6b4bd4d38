"""Queueing messages of any kind; how due reminders are queued is told with the reminders."""

from datetime import timedelta

import pytest

from bot.db.database import Database
from bot.domain.deliveries import SPREAD, Kind
from bot.services import queueing
from bot.services.watch import Outage
from tests.edge_cases.stage import ANA, deliveries, meet, utc

AT = utc("2026-03-02 07:00")


def test_it_queues_each_message_once(either_database: Database) -> None:
    meet(either_database, AT)
    for _ in range(3):
        either_database.call(queueing.queue, ANA, Kind.TIP, "tip-1", AT, AT + timedelta(hours=5))
    either_database.call(queueing.queue, ANA, Kind.SUMMARY, "tip-1", AT, AT + timedelta(hours=5))
    assert [row.kind for row in deliveries(either_database)] == [Kind.TIP, Kind.SUMMARY]


@pytest.mark.parametrize(("kind", "soft"), [(Kind.TIP, True), (Kind.MISSED, False)])
def test_it_spreads_what_has_no_exact_time(database: Database, kind: Kind, soft: bool) -> None:
    meet(database, AT)
    database.call(queueing.queue, ANA, kind, "one", AT, AT + timedelta(hours=5))
    (row,) = deliveries(database)
    assert row.soft is soft
    assert (AT < row.due_at < AT + SPREAD) if soft else row.due_at == AT
    assert (row.planned_at, row.day) == (row.due_at, AT.date())


def test_it_reads_the_outage_that_a_word_is_about(database: Database) -> None:
    meet(database, AT)
    outage = Outage(AT - timedelta(hours=3), AT)
    database.call(queueing.queue, ANA, Kind.MISSED, queueing.told(outage), AT, AT + timedelta(hours=5))
    assert queueing.outage_of(deliveries(database)[0].occurrence) == outage
