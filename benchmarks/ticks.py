"""Figure c: what a tick costs, by how many are due and how many there are. The functions run in workers."""

import gc
import time
from datetime import UTC, datetime, timedelta
from statistics import median

from benchmarks import house
from bot.db.database import Database

QUIET = 200
"""Ticks with nothing to do, of which the middle one counts."""

SUNDAY = datetime(2031, 3, 2, 8, 0, tzinfo=UTC)


def fill(url: str, reminders: int) -> dict[str, float]:
    """Make the database."""
    began = time.perf_counter()
    house.fill(url, reminders)
    return {"seconds": time.perf_counter() - began}


async def midback(url: str, due: str, first_day: int) -> dict[str, float]:
    """Tick with each number of ``due`` (with commas between), on days that nothing was due on before.

    :returns: for each, milliseconds of CPU for all that was due; nothing of it is really sent
    """
    database, found = Database(url), {}
    house.leave_in_peace()
    for day, count in enumerate(map(int, due.split(",")), first_day):
        moment = SUNDAY + timedelta(days=day)
        # The first round after a night finds that the coach was away; what is measured comes after that.
        clock = house.Clock(moment - timedelta(minutes=1))
        tick = house.tick(database, house.no_send, clock)
        await tick()
        clock.set(moment + timedelta(seconds=1))
        found[str(count)] = await (_busy(database, tick, count, moment) if count else _quiet(tick))
    database.close()
    return found


async def _busy(database: Database, tick: house.Tick, count: int, moment: datetime) -> float:
    house.make_due(database, count, moment)
    goal = house.sent(database) + count
    gc.collect()
    began = time.process_time()
    await tick()
    spent = (time.process_time() - began) * 1000
    if (missing := goal - house.sent(database)) != 0:
        raise RuntimeError(f"{missing} of {count} were not sent")
    house.make_due(database, count, house.FAR)
    return spent


async def _quiet(tick: house.Tick) -> float:
    times = []
    for _ in range(QUIET):
        began = time.process_time()
        await tick()
        times.append(time.process_time() - began)
    return median(times) * 1000
