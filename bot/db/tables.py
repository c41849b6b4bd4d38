"""All tables, without behaviour. Moments are stored in UTC; days and wall times are the person's own.

A new table needs a migration, a query, and its place in export and erase.
"""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Index, UniqueConstraint, false
from sqlmodel import Field, SQLModel


def _person(**options: Any) -> Any:
    """A reference to the person that disappears together with the person."""
    return Field(sa_column=Column(BigInteger, ForeignKey("person.id", ondelete="CASCADE"), **options))


ID_ONCE = {"sqlite_autoincrement": True}
"""For tables whose ids travel in buttons: SQLite else gives the id of a deleted last row to the next one."""


class Person(SQLModel, table=True):
    """Somebody who talks to the coach; the id is Telegram's, which is also the id of the private chat."""

    id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    first_name: str
    language: str = "en"
    zone: str = "UTC"
    zone_confirmed: bool = False
    still_pictures: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    day_start: time = time(3)
    onboarding: str = "welcome"
    away_since: datetime | None = None
    quiet_from: time | None = None
    quiet_until: time | None = None
    created_at: datetime
    first_day: date
    asked: str = ""
    draft: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class RoutineEntry(SQLModel, table=True):
    """One line of a person's routine; ``position`` orders, the id is what buttons carry."""

    __tablename__: ClassVar[str] = "routine_entry"
    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = _person(nullable=False, index=True)
    position: int
    exercise: str
    variation: str
    dose: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class Reminder(SQLModel, table=True):
    """A rule of weekdays (digits, Monday 0) and wall-clock times (``07:30 18:00``) in the person's zone.

    ``next_due_at`` is the schedule itself: null when the reminder is off, indexed so that a tick reads due
    rows only. ``next_wall`` is the same moment on the person's clock, as ISO text without a zone.
    """

    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = _person(nullable=False, index=True)
    weekdays: str
    times: str
    enabled: bool = True
    next_due_at: datetime | None = Field(default=None, index=True)
    next_wall: str | None = None
    created_at: datetime


class DeliveryStatus(StrEnum):
    """Where a delivery stands. ``sending`` without an end is honest: nobody knows whether it arrived."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    SKIPPED = "skipped"
    FAILED = "failed"


class Delivery(SQLModel, table=True):
    """One message that must go out. ``occurrence`` makes it unique: the same moment is never queued twice.

    ``due_at`` is when it is tried next, ``planned_at`` when it was meant to be there, ``day`` the person's
    day that it belongs to. ``soft`` ones let exact ones pass. Whoever sends it holds it (``claimed_by``)
    until ``claimed_until`` by the database's clock; from then on nobody knows whether it was sent.
    """

    __table_args__ = (
        UniqueConstraint("person_id", "kind", "occurrence"),
        Index("ix_delivery_open", "status", "soft", "due_at"),
        Index("ix_delivery_planned", "person_id", "planned_at"),
        ID_ONCE,
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = _person(nullable=False)
    reminder_id: int | None = Field(default=None, index=True)
    kind: str
    occurrence: str
    soft: bool = False
    due_at: datetime
    planned_at: datetime | None = None
    expires_at: datetime
    day: date | None = None
    status: str = DeliveryStatus.PENDING
    reason: str | None = None
    attempts: int = 0
    claimed_by: str = ""
    claimed_until: datetime | None = None
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    created_at: datetime
    sent_at: datetime | None = None


class ExerciseSession(SQLModel, table=True):
    """One run through a routine or a single exercise; its state is the replay of its events over its plan.

    ``status`` and ``revision`` are copies of what the events say, kept for queries and for outdated buttons.
    """

    __tablename__: ClassVar[str] = "exercise_session"
    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = _person(nullable=False, index=True)
    title: str
    plan: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    revision: int = 0
    status: str = Field(default="active", index=True)
    started_at: datetime
    ended_at: datetime | None = None
    day: date | None = None
    exercises_done: int = 0
    seconds_done: int = 0


class SessionEvent(SQLModel, table=True):
    """One press that changed a session. ``seq`` is the revision it led to, so a press cannot count twice."""

    __tablename__: ClassVar[str] = "session_event"
    __table_args__ = (UniqueConstraint("session_id", "seq"),)

    id: int | None = Field(default=None, primary_key=True)
    session_id: int = Field(
        sa_column=Column(ForeignKey("exercise_session.id", ondelete="CASCADE"), nullable=False, index=True)
    )
    seq: int
    press: str
    at: datetime


class DayMark(SQLModel, table=True):
    """What happened on a day: a session, a short one, what the person said of it, what the coach missed."""

    __tablename__: ClassVar[str] = "day_mark"
    __table_args__ = (UniqueConstraint("person_id", "day", "mark"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = _person(nullable=False, index=True)
    day: date
    mark: str
    at: datetime


class PlannedPause(SQLModel, table=True):
    """Days without reminders that do not count, both ends included."""

    __tablename__: ClassVar[str] = "planned_pause"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = _person(nullable=False, index=True)
    first: date
    last: date


class PlannedDays(SQLModel, table=True):
    """Weekdays (digits, Monday 0) on which a person means to practise, from a day on, until the next row."""

    __tablename__: ClassVar[str] = "planned_days"
    __table_args__ = (UniqueConstraint("person_id", "first"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = _person(nullable=False)
    first: date
    days: str


class Media(SQLModel, table=True):
    """An uploaded picture: what Telegram calls it for this bot. Not personal."""

    __table_args__ = (UniqueConstraint("bot_id", "asset"),)

    id: int | None = Field(default=None, primary_key=True)
    bot_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    asset: str
    file_id: str


class Bookmark(SQLModel, table=True):
    """A named position in a stream, such as the next update to ask Telegram for. Not personal."""

    name: str = Field(primary_key=True)
    value: int = Field(sa_column=Column(BigInteger, nullable=False))


class InboxStatus(StrEnum):
    """Where an update stands."""

    WAITING = "waiting"
    DONE = "done"
    SET_ASIDE = "set-aside"


class Inbox(SQLModel, table=True):
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


class SendBudget(SQLModel, table=True):
    """From when on the next message may go out, for all replicas together. Not personal."""

    __tablename__: ClassVar[str] = "send_budget"

    name: str = Field(primary_key=True)
    free_at: datetime


METADATA = SQLModel.metadata
"""Every table above has registered itself here."""
