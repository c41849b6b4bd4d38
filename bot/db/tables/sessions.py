"""Sessions and the presses that they are made of."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from bot.db.tables.columns import ID_ONCE, Row, parent_key, person_key


class ExerciseSession(Row, table=True):
    """One run through a routine or a single exercise; its state is the replay of its events over its plan.

    ``status`` and ``revision`` are copies of what the events say, kept for queries and for outdated buttons.
    """

    __tablename__: ClassVar[str] = "exercise_session"
    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    title: str
    plan: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    revision: int = 0
    status: str = Field(default="active", index=True)
    started_at: datetime
    ended_at: datetime | None = None
    day: date | None = None
    exercises_done: int = 0
    seconds_done: int = 0


class SessionEvent(Row, table=True):
    """One press that changed a session. ``seq`` is the revision it led to, so a press cannot count twice."""

    __tablename__: ClassVar[str] = "session_event"
    __table_args__ = (UniqueConstraint("session_id", "seq"),)

    id: int | None = Field(default=None, primary_key=True)
    session_id: int = parent_key("exercise_session", nullable=False, index=True)
    seq: int
    press: str
    at: datetime
