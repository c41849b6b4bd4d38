"""A coach that cannot start lets go of what it has opened."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.app import coach
from bot.clock import SystemClock
from bot.db import migrate
from bot.db.database import open_engine
from bot.emulator import serve
from tests.e2e.conftest import TOKEN, settings_for


async def test_a_start_that_fails_half_way_closes_the_database(tmp_path: Path) -> None:
    """Else its thread and its connections stay for as long as the process: a demo may start another coach."""
    url = f"sqlite:///{tmp_path / 'coach.sqlite3'}"
    migrate.upgrade(url)
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE delivery"))
    engine.dispose()
    async with serve(token=TOKEN) as server:
        with pytest.raises(OperationalError, match="no such table: delivery"):
            async with coach(settings_for(server.url, url), SystemClock()):
                pass
    assert "database" not in {thread.name for thread in threading.enumerate()}
