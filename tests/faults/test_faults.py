"""Short rounds of faults: replicas die, database and Telegram are cut off; nothing is lost or doubled.

`midback soak` runs the same for as long as one likes.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.chaos import Doses
from tests.faults.stage import Size, staged

pytestmark = [pytest.mark.faults, pytest.mark.e2e]

SEED = 1
SHORT = Size(
    pressers=10,
    reminders=100,
    seconds=10.0,
    doses=Doses(kills=6, restarts=0, cuts=1, crashes=1, telegram=4),
    patience=120.0,
    presses=9,
    hurry=True,
)


async def test_two_replicas_on_postgresql_lose_nothing_and_double_nothing(
    tmp_path: Path, postgres_server: str
) -> None:
    async with staged(tmp_path, "postgres", 2, postgres_server) as stage:
        done = await stage.round(1, SHORT, SEED)
    assert done.findings.broken == []
    assert done.findings.updates >= 100
    assert done.findings.reminders == 100
    assert done.diary.count("kill") == 6


async def test_a_restarted_coach_on_sqlite_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    doses = Doses(kills=2, restarts=1, cuts=1, crashes=0, telegram=2)
    async with staged(tmp_path, "sqlite", 1) as stage:
        done = await stage.round(1, replace(SHORT, doses=doses), SEED)
    assert done.findings.broken == []
    assert done.findings.presses > 50
