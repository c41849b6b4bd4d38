"""What is to go out, and when."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Column, Index, UniqueConstraint
from sqlmodel import Field

from bot.db.tables.columns import ID_ONCE, Row, person_key


class Reminder(Row, table=True):
    """A rule of weekdays (digits, Monday 0) and wall-clock times (``07:30 18:00``) in the person's zone.

    ``next_due_at`` is the schedule itself: null when the reminder is off, indexed so that a tick reads due
    rows only. ``next_wall`` is the same moment on the person's clock, as ISO text without a zone.
    """

    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
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


class Delivery(Row, table=True):
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
    person_id: int = person_key(nullable=False)
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
