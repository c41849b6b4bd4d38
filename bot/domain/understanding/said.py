"""What can be said of time, as values: weekdays, parts of the day, spans, days of the calendar."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.lexicon import Piece


@dataclass(frozen=True)
class Days:
    """Weekdays. ``each``: said as a habit ("every monday", "mondays"), not as one day."""

    weekdays: frozenset[int]
    each: bool


@dataclass(frozen=True)
class Without:
    """Weekdays that are left out."""

    weekdays: frozenset[int]


@dataclass(frozen=True)
class DayPart:
    """A part of the day, as the phrases call it."""

    name: str


@dataclass(frozen=True)
class Count:
    """So many times a day."""

    a_day: int


@dataclass(frozen=True)
class Hourly:
    """Every so many hours."""

    hours: int


@dataclass(frozen=True)
class Between:
    """From one clock time to another."""

    begin: Clock
    end: Clock


@dataclass(frozen=True)
class Span:
    """How long: minutes or days, one of them. ``ahead``: said as a moment, "in 20 minutes"."""

    minutes: int = 0
    days: int = 0
    ahead: bool = False


@dataclass(frozen=True)
class On:
    """A day of the calendar, with the part of it that was said; several where it is not clear which."""

    days: tuple[date, ...]
    part: str | None = None


@dataclass(frozen=True)
class Until:
    """Up to a day, which is no more part of it; several where it is not clear which."""

    days: tuple[date, ...]


@dataclass(frozen=True)
class Rare:
    """A rhythm that no rule can keep, such as every other day."""


Value: TypeAlias = Clock | Days | Without | DayPart | Count | Hourly | Between | Span | On | Until | Rare
KINDS = {
    Clock: "clock", Days: "days", Without: "without", DayPart: "part", Count: "count", Hourly: "hourly",
    Between: "between", Span: "span", On: "on", Until: "until", Rare: "rare",
}  # fmt: skip
"""What rules call the items."""


@dataclass(frozen=True)
class Item:
    """Something that was said of time, from a piece to before another."""

    value: Value
    start: int
    end: int
    pieces: tuple[Piece, ...]
