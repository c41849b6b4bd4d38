"""The database is slow, or lost just when Telegram says that a message did not arrive: that is no doubt."""

from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.chat.errors import Sent, Trouble
from bot.db.database import Database
from bot.db.tables import DeliveryStatus
from bot.push.budget import SharedBudget
from bot.push.outbox import Outbox
from bot.services import outbox, queueing, send_budget
from bot.services.outbox import Claimed
from tests.edge_cases.stage import OK, ended, meet, reasons, remind, utc

MORNING = utc("2026-03-02 10:00")
DUE = utc("2026-03-02 17:00")
LOST = OperationalError("SELECT", None, Exception())


class Losing(Database):
    """Is out of reach for one question."""

    def __init__(self, database: Database, question: object) -> None:
        super().__init__(database.engine.url.render_as_string(hide_password=False))
        self._question = question

    async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        """Answer, or not."""
        if function is self._question:
            raise LOST
        return await super().run(function, *args, **kwargs)


@pytest.mark.parametrize(
    ("question", "answer", "state"),
    [
        (send_budget.hold, Sent(trouble=Trouble.WAIT, wait=7), (DeliveryStatus.PENDING, "wait")),
        (outbox.away, Sent(trouble=Trouble.GONE), (DeliveryStatus.PENDING, "transient")),
    ],
)
async def test_what_did_not_arrive_is_put_back(
    database: Database, question: object, answer: Sent, state: tuple[str, str]
) -> None:
    for number in (1, 2):
        meet(database, MORNING, person_id=number)
        remind(database, MORNING, "18:00", who=number)
    database.call(queueing.queue_due, DUE)
    losing = Losing(database, question)

    async def refuse(claimed: Claimed) -> Sent:
        return answer

    await Outbox(losing, refuse, people=1, budget=SharedBudget(losing)).flush(DUE)
    losing.close()
    assert reasons(database) == [state, state]


async def test_a_replica_that_cannot_tell_the_others_to_wait_waits_itself(database: Database) -> None:
    losing = Losing(database, send_budget.hold)
    now = [100.0]
    budget = SharedBudget(losing, clock=lambda: now[0])
    with pytest.raises(OperationalError):
        await budget.hold(7)
    now[0] += 6.9
    assert await budget.take(1) == ()
    now[0] += 0.2
    assert len(await budget.take(1)) == 1
    losing.close()


async def test_a_slow_database_lets_something_go_out_each_time(database: Database) -> None:
    """Else nothing ever would, while counting what is due takes longer than a flush may."""
    meet(database, MORNING)
    remind(database, MORNING, "18:00")
    database.call(queueing.queue_due, DUE)
    now = [100.0]

    class Slow(Database):
        async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
            now[0] += 2
            return await super().run(function, *args, **kwargs)

    async def send(claimed: Claimed) -> Sent:
        return OK

    slow = Slow(database.engine.url.render_as_string(hide_password=False))
    assert await Outbox(slow, send, clock=lambda: now[0]).flush(DUE) == 1
    slow.close()
    assert ended(database, DeliveryStatus.SENT) == 1
