"""People, their routine, and what they said of days."""

from datetime import date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Column, UniqueConstraint, false, true
from sqlmodel import Field

from bot.db.tables.columns import ID_ONCE, Row, person_key


class Person(Row, table=True):
    """Somebody who talks to the coach; the id is Telegram's, which is also the id of the private chat.

    ``language`` follows Telegram's until ``language_chosen``; ``clock`` is ``12``, ``24`` or as the language
    has it.
    """

    id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    first_name: str
    language: str = "en"
    language_chosen: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    clock: str = Field(default="", sa_column_kwargs={"server_default": ""})
    zone: str = "UTC"
    zone_confirmed: bool = False
    still_pictures: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    nudges: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
    day_start: time = time(3)
    onboarding: str = "welcome"
    away_since: datetime | None = None
    quiet_from: time | None = None
    quiet_until: time | None = None
    created_at: datetime
    first_day: date
    asked: str = ""
    draft: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class RoutineEntry(Row, table=True):
    """One line of a person's routine; ``position`` orders, the id is what buttons carry."""

    __tablename__: ClassVar[str] = "routine_entry"
    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    position: int
    exercise: str
    variation: str
    dose: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class DayMark(Row, table=True):
    """What happened on a day: a session, a short one, what the person said of it, what the coach missed."""

    __tablename__: ClassVar[str] = "day_mark"
    __table_args__ = (UniqueConstraint("person_id", "day", "mark"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    day: date
    mark: str
    at: datetime


class PlannedPause(Row, table=True):
    """Days without reminders that do not count, both ends included."""

    __tablename__: ClassVar[str] = "planned_pause"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    first: date
    last: date


class PlannedDays(Row, table=True):
    """Weekdays (digits, Monday 0) on which a person means to practise, from a day on, until the next row."""

    __tablename__: ClassVar[str] = "planned_days"
    __table_args__ = (UniqueConstraint("person_id", "first"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False)
    first: date
    days: str
