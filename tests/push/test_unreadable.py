"""What somebody changed by hand so that it cannot be read keeps nobody else from being served."""

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.db.database import Database
from bot.db.tables import DeliveryStatus
from bot.services import queueing
from bot.services.verdicts import POISON
from tests.edge_cases.stage import coach, deliveries, meet, remind, utc

MORNING = utc("2026-03-02 10:00")
DUE = utc("2026-03-02 17:00")

PERSON = "UPDATE person SET quiet_from = 'half past ten', quiet_until = '07:00' WHERE id = 2"
DAY = "INSERT INTO day_mark (person_id, day, mark, at) VALUES (2, '2026-13-44', 'done', '2026-03-02')"
ITSELF = "UPDATE delivery SET expires_at = 'later' WHERE person_id = 2"
NUMBER = "UPDATE person SET day_start = 5 WHERE id = 2"


def three(database: Database) -> None:
    """Bring three people who want to be reminded at six."""
    for number in (1, 2, 3):
        meet(database, MORNING, person_id=number)
        remind(database, MORNING, "18:00", who=number)


def damage(database: Database, how: str) -> None:
    """Change something of the second person by hand."""
    database.call(lambda session: session.connection().execute(text(how)))


@pytest.mark.parametrize("how", [PERSON, DAY, ITSELF, NUMBER])
async def test_a_delivery_that_cannot_be_read_is_set_aside_and_all_others_go_out(
    database: Database, how: str
) -> None:
    three(database)
    database.call(queueing.queue_due, DUE)
    damage(database, how)
    one = coach(database, DUE)
    with capture_logs() as lines:
        await one.at(DUE, DUE)
    assert [claimed.person_id for _, claimed in one.telegram.given] == [1, 3]
    assert lines == [
        {"event": "delivery set aside", "log_level": "error", "delivery": 2, "why": "unreadable"}
    ]
    found = database.call(
        lambda session: (
            session.connection().execute(text("SELECT status, reason FROM delivery ORDER BY id")).all()
        )
    )
    assert found[1] == (DeliveryStatus.FAILED, POISON)


@pytest.mark.parametrize("how", [PERSON, NUMBER])
async def test_a_reminder_that_cannot_be_read_is_set_aside_and_all_others_are_queued(
    database: Database, how: str
) -> None:
    three(database)
    damage(database, how)
    one = coach(database, DUE)
    with capture_logs() as lines:
        await one.at(DUE, DUE)
    assert [claimed.person_id for _, claimed in one.telegram.given] == [1, 3]
    assert lines == [
        {"event": "reminder set aside", "log_level": "error", "reminder": 2, "why": "unreadable"}
    ]


async def test_a_fault_of_our_own_is_not_taken_for_something_unreadable(database: Database) -> None:
    """Nothing is set aside, and the next tick tries again."""
    three(database)

    class Faulty(Database):
        async def run(self, function, *args, **kwargs):  # type: ignore[no-untyped-def]
            if function is queueing.queue_due:
                raise ValueError
            return await super().run(function, *args, **kwargs)

    faulty = Faulty(database.engine.url.render_as_string(hide_password=False))
    with capture_logs() as lines:
        await coach(faulty, DUE).at(DUE)
    faulty.close()
    assert [line["event"] for line in lines] == ["tick failed"]
    one = coach(database, DUE)
    await one.at(DUE)
    assert len(one.telegram.given) == 3
    assert len(deliveries(database)) == 3
