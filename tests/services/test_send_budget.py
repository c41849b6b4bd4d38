"""The shared budget, on both engines."""

import pytest

from bot.db.database import Database
from bot.services import send_budget


def test_it_gives_out_moments_evenly(either_database: Database) -> None:
    waits = either_database.call(send_budget.reserve, 10, 5)
    assert waits == pytest.approx([0, 0.1, 0.2, 0.3, 0.4])
    (following,) = either_database.call(send_budget.reserve, 10, 1)
    assert 0.3 < following <= 0.5


def test_it_gives_out_nothing_more_than_a_second_ahead(either_database: Database) -> None:
    assert len(either_database.call(send_budget.reserve, 10, 100)) == 10
    assert len(either_database.call(send_budget.reserve, 10, 100)) <= 1


def test_it_holds_everybody(either_database: Database) -> None:
    either_database.call(send_budget.hold, 5)
    assert either_database.call(send_budget.reserve, 1000, 1) == []


def test_a_shorter_hold_does_not_end_a_longer_one(either_database: Database) -> None:
    either_database.call(send_budget.hold, 60)
    either_database.call(send_budget.hold, 1)
    assert either_database.call(send_budget.reserve, 1000, 1) == []
