"""One person's messages go out one after the other, however they were taken."""

import asyncio
from datetime import timedelta
from typing import Any

from bot.chat.errors import Sent
from bot.db.database import Database
from bot.db.tables import DeliveryStatus
from bot.domain.deliveries import SPREAD, Kind
from bot.push.budget import MemoryBudget
from bot.push.outbox import Outbox
from bot.services import outbox, queueing
from bot.services.outbox import Claimed
from tests.edge_cases.stage import OK, AnyPace, ended, meet, remind, still, utc

MORNING = utc("2026-03-02 10:00")
DUE = utc("2026-03-02 17:00")
LATER = DUE + 2 * SPREAD


def queue_reminders_and_a_tip(database: Database) -> None:
    """Let two people be reminded, and a tip for the first one stand behind that."""
    for number in (1, 2):
        meet(database, MORNING, person_id=number)
        remind(database, MORNING, "18:00", who=number)
    database.call(queueing.queue_due, DUE)
    database.call(queueing.queue, 1, Kind.TIP, "a tip", DUE, LATER + timedelta(hours=1))


async def test_what_is_taken_later_waits_for_what_the_person_gets_before_it(database: Database) -> None:
    """Telegram takes its time with the first message; meanwhile somebody is free for the second."""
    queue_reminders_and_a_tip(database)
    arrived: list[tuple[int, str]] = []

    tip_taken = asyncio.Event()

    class Watched(Database):
        async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
            result = await super().run(function, *args, **kwargs)
            if function is outbox.take and any(one.kind == Kind.TIP for one in result.claimed):
                tip_taken.set()
            return result

    async def slow(claimed: Claimed) -> Sent:
        if (claimed.person_id, claimed.kind) == (1, Kind.REMINDER):
            await asyncio.wait_for(tip_taken.wait(), 30)
            for _ in range(100):  # whoever may begin begins
                await asyncio.sleep(0)
        arrived.append((claimed.person_id, claimed.kind))
        return OK

    watched = Watched(database.engine.url.render_as_string(hide_password=False))
    budget = MemoryBudget(10)
    await Outbox(watched, slow, people=2, budget=budget, pace=AnyPace(), clock=still).flush(LATER)
    watched.close()
    assert arrived == [(2, Kind.REMINDER), (1, Kind.REMINDER), (1, Kind.TIP)]
    assert ended(database, DeliveryStatus.SENT) == 3
