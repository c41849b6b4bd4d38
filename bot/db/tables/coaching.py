"""What the coach learns about a person so that it can adapt: health data, every line of it.

Answers and events are stored; what follows from them is worked out by the rules each time.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Column, UniqueConstraint, false
from sqlmodel import Field

from bot.db.tables.columns import ID_ONCE, Row, parent_key, person_key


class Screening(Row, table=True):
    """One round of the questions before the plan; ``answers`` by question. The last finished one holds."""

    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    answers: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    begun_at: datetime
    finished_at: datetime | None = None
    day: date | None = None


class Hold(Row, table=True):
    """A stop because of a warning sign, until the person confirms that it was looked at.

    ``source`` tells where the sign came up (words, screening, before a session, pain); never the words.
    """

    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    tier: str
    source: str
    at: datetime
    confirmed_at: datetime | None = None


class Plan(Row, table=True):
    """What a person wants and has: the last row that is ``made`` and not ``ended`` holds.

    Places, kit, days (digits, Monday 0) and what they leave out are words with spaces between. ``first`` is
    the first day of week 1. ``cue`` is the moment that they tie their practice to, as a key for texts.
    """

    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    goal: str = ""
    program: str = ""
    weeks: int = 0
    places: str = ""
    kit: str = ""
    minutes: int = 0
    days: str = ""
    without: str = ""
    cue: str = ""
    first: date | None = None
    created_at: datetime
    made_at: datetime | None = None
    ended_at: datetime | None = None


class Change(Row, table=True):
    """A line of the routine that became harder or easier, why, and whether it was taken back.

    ``before`` and ``after`` are the line as the routine holds it: exercise, variation, dose.
    """

    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    day: date
    exercise: str
    before: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    after: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    why: str
    at: datetime
    told_at: datetime | None = None
    undone_at: datetime | None = None


class PainScore(Row, table=True):
    """A pain score from 0 to 10, or signs without one.

    ``moment``: before, during or after a session, the day after, or the week as a whole. ``item`` is the
    position of the exercise in the session. ``signs`` are keys with spaces between.
    """

    __tablename__: ClassVar[str] = "pain_score"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    session_id: int | None = parent_key("exercise_session", nullable=True, index=True)
    day: date
    moment: str
    score: int | None = None
    exercise: str = ""
    variation: str = ""
    item: int | None = None
    signs: str = ""
    at: datetime


class Effort(Row, table=True):
    """How many repetitions more a person could have done of one exercise of a session."""

    __table_args__ = (UniqueConstraint("session_id", "item"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    session_id: int = parent_key("exercise_session", nullable=False)
    item: int
    exercise: str
    extra: int
    at: datetime


class Activity(Row, table=True):
    """Something that a person wants to do more easily, in their own words."""

    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, index=True)
    name: str
    gone: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    at: datetime


class CheckIn(Row, table=True):
    """The answers to one measure for one week since the start; ``scores`` are numbers with spaces between."""

    __tablename__: ClassVar[str] = "check_in"
    __table_args__ = (UniqueConstraint("person_id", "measure", "week"), ID_ONCE)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False)
    measure: str
    week: int
    scores: str = ""
    finished: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    day: date
    at: datetime


class Told(Row, table=True):
    """What the coach said once and need not say again: a milestone, a card to read, a proposal."""

    __table_args__ = (UniqueConstraint("person_id", "what"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False)
    what: str
    day: date
    at: datetime


class Prescription(Row, table=True):
    """A routine that a professional made for somebody, who takes it up by its code; made by ``person_id``."""

    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    person_id: int = person_key(nullable=False, index=True)
    title: str
    entries: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    at: datetime


class CareThread(Row, table=True):
    """The topic of the care team's chat in which a person who agreed to it is spoken of."""

    __tablename__: ClassVar[str] = "care_thread"
    __table_args__: ClassVar[Any] = ID_ONCE

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = person_key(nullable=False, unique=True)
    thread_id: int | None = None
    agreed_at: datetime
    ended_at: datetime | None = None
