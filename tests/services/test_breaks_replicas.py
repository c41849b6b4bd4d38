"""Replicas that share the breaks of many groups: each break is queued, taken and drawn by one of them."""

import asyncio
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, date, datetime, time

from sqlmodel import Session

from bot.db.database import Database
from bot.db.tables import Person
from bot.domain.exercises import Library
from bot.services import breaks, clubs

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
ELEVEN = datetime(2026, 3, 2, 10, tzinfo=UTC)  # in Madrid
GROUPS = [-number for number in range(1, 13)]
AT_ONCE = 4


def found(session: Session, now: datetime) -> None:
    """Make a club in every group, and somebody who is in all of them."""
    session.add(Person(id=7, first_name="Ana", created_at=now, first_day=date(2026, 3, 2)))
    for group in GROUPS:
        clubs.found(session, group, "Europe/Madrid", "en", now)
        clubs.switch(session, group, now, on=True)


async def test_every_break_is_somebody_s_and_nobody_else_s(
    either_database: Database, real_library: Library, now: datetime
) -> None:
    run = either_database.run
    await run(found, now)
    queue = breaks.queue_due
    await asyncio.gather(*(run(queue, real_library, ELEVEN, 5) for _ in range(AT_ONCE)))
    await run(queue, real_library, ELEVEN)  # what all of them passed over, because another one held it
    assert await run(queue, real_library, ELEVEN) == 0
    rounds = [await asyncio.gather(*(run(breaks.take, ELEVEN, 4) for _ in range(AT_ONCE))) for _ in "ab"]
    taken = [one for round_ in rounds for share in round_ for one in share.claimed]
    assert sorted(one.chat_id for one in taken) == sorted(GROUPS)
    await asyncio.gather(*(run(breaks.sent, one, 50) for one in taken))
    ticks = (run(breaks.tick, one.post_id, one.chat_id, 50, 7, NOON) for one in taken)
    assert all(ticked and ticked.new for ticked in await asyncio.gather(*ticks))
    draws = [await asyncio.gather(*(run(breaks.to_redraw, NOON, 4) for _ in range(AT_ONCE))) for _ in "ab"]
    drawn = [one for round_ in draws for share in round_ for one in share]
    assert sorted(one.chat_id for one in drawn) == sorted(GROUPS)
    assert {(one.ticks, one.row) for one in drawn} == {(1, 1)}


async def test_two_taps_of_one_person_at_once_are_one_tick(
    either_database: Database, real_library: Library, now: datetime
) -> None:
    run = either_database.run
    await run(found, now)
    await run(breaks.queue_due, real_library, ELEVEN, 50)
    [one, *_] = (await run(breaks.take, ELEVEN, 50)).claimed
    await run(breaks.sent, one, 50)
    taps = await asyncio.gather(
        *(run(breaks.tick, one.post_id, one.chat_id, 50, 7, NOON) for _ in range(AT_ONCE))
    )
    assert sorted(bool(tap and tap.new) for tap in taps) == [False] * (AT_ONCE - 1) + [True]


async def test_two_administrators_who_begin_at_once_begin_one_club(
    either_database: Database, now: datetime
) -> None:
    make = (either_database.run(clubs.found, -1, "Europe/Madrid", "en", now) for _ in range(AT_ONCE))
    assert {made.zone for made in await asyncio.gather(*make)} == {"Europe/Madrid"}


def test_what_two_administrators_choose_at_once_counts_both(either_database: Database, now: datetime) -> None:
    either_database.call(found, now)
    with ThreadPoolExecutor(1) as other, Session(either_database.engine) as session:
        clubs.set_rule(session, -1, "2", None, now)
        times = other.submit(either_database.call, clubs.set_rule, -1, None, [time(16)], now)
        wait([times], timeout=0.3)
        session.commit()
    kept = times.result()
    assert kept
    assert kept.upcoming
    assert kept.upcoming.wall == datetime(2026, 3, 4, 16)  # noqa: DTZ001 - on the wall
