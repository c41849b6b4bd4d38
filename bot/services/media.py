"""What Telegram calls the pictures that were uploaded already, per bot."""

from sqlmodel import Session, col, delete, select

from bot.db.queries import insert_into
from bot.db.tables import Media


def file_id(session: Session, bot_id: int, asset: str) -> str | None:
    """Return Telegram's ``file_id`` of the asset for this bot, None when it was never uploaded."""
    query = select(Media.file_id).where(Media.bot_id == bot_id, Media.asset == asset)
    return session.exec(query).first()


def remember(session: Session, bot_id: int, asset: str, file: str) -> None:
    """Keep the ``file_id`` that an upload got; of several uploads at once the last one counts."""
    keep = insert_into(session, "media").on_conflict_do_update(
        index_elements=["bot_id", "asset"], set_={"file_id": file}
    )
    session.connection().execute(keep, {"bot_id": bot_id, "asset": asset, "file_id": file})


def forget(session: Session, bot_id: int, asset: str) -> None:
    """Drop a ``file_id`` that Telegram no longer knows."""
    session.exec(delete(Media).where(col(Media.bot_id) == bot_id, col(Media.asset) == asset))
