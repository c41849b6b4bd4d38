"""Desk-break clubs of groups. A group sees check marks, never anything private."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Column, Index, UniqueConstraint
from sqlmodel import Field

from bot.db.tables.columns import ID_ONCE, Row, parent_key, person_key


class Club(Row, table=True):
    """A group that takes breaks together; the id is the chat's. Times as for a reminder."""

    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    zone: str
    language: str = "en"
    weekdays: str
    times: str
    enabled: bool = True
    next_due_at: datetime | None = Field(default=None, index=True)
    next_wall: str | None = None
    created_at: datetime


class ClubPost(Row, table=True):
    """One break posted to a group, unique by its moment on the group's clock."""

    __tablename__: ClassVar[str] = "club_post"
    __table_args__ = (
        UniqueConstraint("chat_id", "occurrence"),
        Index("ix_club_post_open", "status", "due_at"),
        ID_ONCE,
    )

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    occurrence: str
    day: date
    exercise: str
    variation: str
    due_at: datetime
    status: str
    claimed_until: datetime | None = None
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    created_at: datetime


class ClubTick(Row, table=True):
    """Somebody of the group did a break."""

    __tablename__: ClassVar[str] = "club_tick"
    __table_args__ = (UniqueConstraint("post_id", "person_id"),)

    id: int | None = Field(default=None, primary_key=True)
    post_id: int = parent_key("club_post", nullable=False)
    person_id: int = person_key(nullable=False, index=True)
    at: datetime
