"""What the outbox takes, earns and tells: no more than it sends, however many wait."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.chat.errors import Sent, Trouble
from bot.db.database import Database
from bot.db.tables import DeliveryStatus
from bot.domain.reminders import Skip
from bot.push.budget import MemoryBudget
from bot.push.outbox import Outbox
from bot.services import outbox, queueing
from bot.services.outbox import Claimed
from tests.edge_cases.stage import OK, ended, meet, remind, still, utc

MORNING = utc("2026-03-02 10:00")
DUE = utc("2026-03-02 17:00")


def herd(database: Database, size: int) -> None:
    """Queue a reminder for so many people."""
    for number in range(1, size + 1):
        meet(database, MORNING, person_id=number)
        remind(database, MORNING, "18:00", who=number)
    database.call(queueing.queue_due, DUE)


async def send(claimed: Claimed) -> Sent:
    """Take a message."""
    return OK


async def test_it_takes_no_more_than_is_sent_in_the_next_moments(database: Database) -> None:
    """What is taken counts as sent should the process die: the herd behind it does not."""
    herd(database, 20)
    stuck, looked_often = asyncio.Event(), asyncio.Event()
    begun, looks = 0, 0

    def clock() -> float:
        nonlocal looks
        looks += begun == 4
        if looks > 10:  # it has asked itself again and again whether it may take more
            looked_often.set()
        return 0.0

    async def slow(claimed: Claimed) -> Sent:
        nonlocal begun
        begun += 1
        await stuck.wait()
        return OK

    flushing = asyncio.create_task(Outbox(database, slow, people=4, clock=clock).flush(DUE))
    await asyncio.wait_for(looked_often.wait(), 30)
    assert ended(database, DeliveryStatus.SENDING) == 4
    stuck.set()
    await flushing


async def test_it_earns_no_more_than_is_due(database: Database) -> None:
    """Replicas share the budget: what one does not need is not kept from the others."""
    herd(database, 2)
    asked: list[int] = []

    class Noting(MemoryBudget):
        async def take(self, wanted: int) -> Sequence[float]:
            asked.append(wanted)
            return await super().take(wanted)

    await Outbox(database, send, budget=Noting(), clock=still).flush(DUE)
    assert asked == [2]


async def test_it_tells_what_does_not_go_out_after_all(database: Database) -> None:
    herd(database, 1)
    told: list[tuple[str, str]] = []
    box = Outbox(database, send, on_skip=lambda kind, reason: told.append((kind, reason)), clock=still)
    assert await box.flush(DUE + timedelta(hours=4)) == 0
    assert told == [("reminder", Skip.EXPIRED)]


async def test_a_failure_of_our_own_stops_nobody(database: Database) -> None:
    """The database may be lost just when somebody has blocked the coach."""
    herd(database, 3)
    answers = [Sent(trouble=Trouble.GONE), OK, OK]

    class Lossy(Database):
        async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
            if function is outbox.away:
                raise ZeroDivisionError
            return await super().run(function, *args, **kwargs)

    async def send(claimed: Claimed) -> Sent:
        return answers.pop(0)

    lossy = Lossy(database.engine.url.render_as_string(hide_password=False))
    await Outbox(lossy, send, people=1, clock=still).flush(DUE)
    lossy.close()
    assert ended(database, DeliveryStatus.SENT) == 2
