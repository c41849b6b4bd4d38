"""What buttons of the first minute can ask for."""

from dataclasses import dataclass
from typing import ClassVar

from bot.chat.buttons import Action


@dataclass(frozen=True)
class ChooseMoment(Action):
    """The time of day for the first reminder as ``0730``, or ``none``."""

    code: ClassVar[str] = "ot"
    at: str


@dataclass(frozen=True)
class ClockIs(Action):
    """The answer to "is it 19:40 for you?": an offset from UTC in minutes; -9999 asks for other clocks."""

    code: ClassVar[str] = "oc"
    minutes: int


@dataclass(frozen=True)
class ZoneIs(Action):
    """The person's zone, an IANA name."""

    code: ClassVar[str] = "oz"
    zone: str


@dataclass(frozen=True)
class ChooseDays(Action):
    """The weekdays of the plan as digits, Monday 0."""

    code: ClassVar[str] = "od"
    days: str
