"""The closed schema of ``phrases/<language>.yaml``. Descriptions complete "write ..."."""

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field

from bot.domain.exercises import Kind, Kit, Place
from bot.library.schemas import Closed, Language, Slug

_PHRASES: Final = "phrases with commas between, such as: stop, leave me alone"
Some = Annotated[str, Field(max_length=20_000, description=_PHRASES)]
Listed = Annotated[str, Field(min_length=1, max_length=20_000, description=_PHRASES)]

Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="a time such as 12:00")]


class Weekday(StrEnum):
    """The days of the week, in their order."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


DAY_SETS: Final = {"daily": "0123456", "weekdays": "01234", "weekends": "56"}
"""Sets of weekdays that have a name of their own; Monday is 0."""

DaySet = Literal["daily", "weekdays", "weekends"]
Unit = Literal["minute", "hour", "day", "week", "month", "year"]
DayPart = Literal["dawn", "morning", "afternoon", "evening", "night"]
Anchor = Literal["today", "tomorrow", "after-tomorrow", "next-week", "next-month"]


class Hyphened(Closed):
    """A group of keys that are written with hyphens."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
    )


class TimeKeys(Hyphened):
    """How times are said; what a language does not have is left out."""

    weekdays: dict[Weekday, Listed] = Field(min_length=7, description="all days, such as mon: monday, mon")
    mondays_and_so_on: dict[Weekday, Listed] = Field(default_factory=dict)
    day_sets: dict[DaySet, Listed]
    months: dict[int, Listed]
    numbers: dict[int, Listed]
    clocks: dict[Clock, Listed]
    parts: dict[DayPart, Listed]
    anchors: dict[Anchor, Listed]
    half_days: dict[Literal["am", "pm"], Listed]
    units: dict[Unit, Listed]
    spans: dict[int, Listed]
    times: dict[int, Listed]
    times_word: Some
    per_day: Some
    per_week: Some
    every: Some
    at: Some
    and_: Some
    plus: Some = ""
    minus: Some = ""
    thru: Some
    until: Some
    open_end: Some
    from_: Some
    except_: Some
    past: Some = ""
    before: Some = ""
    half: Some
    quarter: Some
    oclock: Some
    in_: Some
    for_: Some
    from_now: Some
    next: Some
    ordinal: Some = ""
    one: Some
    rare: Some


class PhrasesKeys(Hyphened):
    """``phrases/<language>.yaml``."""

    filler: Listed
    plain: Some
    words: dict[str, Listed] = Field(description="words by what they stand for, such as stop: stop, enough")
    regions: dict[Slug, Listed]
    places: dict[Place, Listed]
    kit: dict[Kit, Listed]
    no_kit: Listed
    kinds: dict[Kind, Listed]
    levels: dict[Literal["gentle", "advanced"], Listed]
    quiet: Listed
    desk: Listed
    cards: dict[Slug, Listed] = Field(
        description="rows of words by card, such as breath: [why breathe/breathing]"
    )
    tongues: dict[Language, Listed]
    zones: dict[str, Listed]
    time: TimeKeys
