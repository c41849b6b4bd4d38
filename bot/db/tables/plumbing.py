"""What the coach needs to know about itself; the inbox aside, nothing of it is personal."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Column, Index, UniqueConstraint
from sqlmodel import Field

from bot.db.tables.columns import Row


class Media(Row, table=True):
    """An uploaded picture: what Telegram calls it for this bot. Not personal."""

    __table_args__ = (UniqueConstraint("bot_id", "asset"),)

    id: int | None = Field(default=None, primary_key=True)
    bot_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    asset: str
    file_id: str


class Bookmark(Row, table=True):
    """A named position in a stream, such as the next update to ask Telegram for. Not personal."""

    name: str = Field(primary_key=True)
    value: int = Field(sa_column=Column(BigInteger, nullable=False))


class InboxStatus(StrEnum):
    """Where an update stands."""

    WAITING = "waiting"
    DONE = "done"
    SET_ASIDE = "set-aside"


class Inbox(Row, table=True):
    """One thing that came in from Telegram: stored, then acknowledged, then handled.

    ``lane`` is whose order it keeps: the person's id. ``claimed_by`` handles it until ``claimed_until``, a
    moment of the database's clock. ``applied`` is set in the transaction that changes something because of
    it. Once it is done, its number alone stays for two days, so that Telegram's repetition of it is known.
    """

    __table_args__ = (
        Index("ix_inbox_status", "status", "update_id"),
        Index("ix_inbox_lane", "lane", "update_id"),
    )

    update_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    lane: int | None = Field(default=None, sa_column=Column(BigInteger))
    payload: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    received_at: datetime
    claimed_until: datetime | None = None
    claimed_by: str = ""
    attempts: int = 0
    applied: bool = False
    status: str = InboxStatus.WAITING


class SendBudget(Row, table=True):
    """From when on the next message may go out, for all replicas together. Not personal."""

    __tablename__: ClassVar[str] = "send_budget"

    name: str = Field(primary_key=True)
    free_at: datetime
