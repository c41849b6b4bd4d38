"""What Telegram calls uploaded pictures, per bot."""

import asyncio

from sqlmodel import Session, select

from bot.db.database import Database
from bot.db.tables import Media
from bot.services import media


def test_it_knows_nothing_at_first(session: Session) -> None:
    assert media.file_id(session, 1, "welcome") is None


def test_it_remembers_by_bot_and_asset(session: Session) -> None:
    media.remember(session, 1, "welcome", "AAA")
    media.remember(session, 2, "welcome", "BBB")
    media.remember(session, 1, "done", "CCC")
    assert media.file_id(session, 1, "welcome") == "AAA"
    assert media.file_id(session, 2, "welcome") == "BBB"
    assert media.file_id(session, 1, "done") == "CCC"
    assert media.file_id(session, 2, "done") is None


def test_the_newest_upload_counts(session: Session) -> None:
    media.remember(session, 1, "welcome", "old")
    media.remember(session, 1, "welcome", "new")
    assert media.file_id(session, 1, "welcome") == "new"
    assert len(session.exec(select(Media)).all()) == 1


def test_it_forgets_one_and_keeps_the_others(session: Session) -> None:
    media.remember(session, 1, "welcome", "AAA")
    media.remember(session, 2, "welcome", "BBB")
    media.forget(session, 1, "welcome")
    media.forget(session, 1, "never there")
    assert media.file_id(session, 1, "welcome") is None
    assert media.file_id(session, 2, "welcome") == "BBB"


async def test_uploads_at_once_do_not_collide(either_database: Database) -> None:
    """Several people see a new picture for the first time: each upload is remembered, none fails."""
    uploads = [either_database.run(media.remember, 1, "welcome", f"file-{n}") for n in range(20)]
    await asyncio.gather(*uploads)
    assert either_database.call(media.file_id, 1, "welcome") in {f"file-{n}" for n in range(20)}
