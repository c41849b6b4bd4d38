"""The budget in memory, the pace of chats, and which budget a coach gets."""

from bot.db.database import Database
from bot.push.budget import FREE_RATE, MOST_CHATS, MemoryBudget, Pace, SharedBudget, joined, people


class Seconds:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


async def test_it_never_lets_more_through_in_any_second() -> None:
    clock, sent = Seconds(), []
    budget = MemoryBudget(28, clock)
    for _ in range(500):
        clock.now += 0.01
        sent += [clock.now] * len(await budget.take(3))
    assert max(sum(start <= at < start + 1 for at in sent) for start in sent) == 28
    assert len(sent) >= 28 * 4


async def test_it_gives_nothing_while_it_is_held() -> None:
    clock = Seconds()
    budget = MemoryBudget(28, clock)
    await budget.hold(5)
    clock.now += 4.9
    assert await budget.take(1) == ()
    clock.now += 0.2
    assert await budget.take(1) == (0.0,)


async def test_it_tells_how_much_is_used() -> None:
    clock = Seconds()
    budget = MemoryBudget(28, clock)
    await budget.take(14)
    assert budget.used() == 0.5
    clock.now += 2
    assert budget.used() == 0


def test_a_chat_is_written_to_once_a_second() -> None:
    clock = Seconds()
    pace = Pace(clock)
    assert pace.wait(7) == 0
    assert 0 < pace.wait(7) <= 1.001
    assert pace.wait(8) == 0
    clock.now += 1.01
    assert pace.wait(7) == 0


def test_a_group_is_written_to_twenty_times_a_minute() -> None:
    clock = Seconds()
    pace = Pace(clock)
    for _ in range(20):
        assert pace.wait(-5) == 0
        clock.now += 1.01
    assert pace.wait(-5) > 30
    clock.now += 41
    assert pace.wait(-5) == 0


def test_it_forgets_who_was_written_to_longest_ago() -> None:
    pace = Pace(Seconds())
    for chat in range(MOST_CHATS + 1):
        pace.wait(chat)
    assert pace.wait(0) == 0
    assert pace.wait(MOST_CHATS) > 0


async def test_a_coach_alone_counts_for_itself_and_replicas_count_together(either_database: Database) -> None:
    budget = joined(either_database, FREE_RATE)
    sqlite = either_database.engine.dialect.name == "sqlite"
    assert isinstance(budget, MemoryBudget if sqlite else SharedBudget)
    assert len(await budget.take(5)) == 5
    assert budget.used() > 0
    await budget.hold(10)
    assert len(await budget.take(5)) == 0


def test_more_people_are_served_at_once_where_more_may_leave(database: Database) -> None:
    assert people(MemoryBudget(28)) == 8
    assert people(MemoryBudget(1000)) == 250
