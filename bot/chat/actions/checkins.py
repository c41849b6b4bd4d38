"""What buttons of check-ins can ask for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.buttons import Action
from bot.domain.measures import Measure


@dataclass(frozen=True)
class AnswerCheck(Action):
    """Answer question ``at`` (from 0) of a measure, asked in a week since the start."""

    code: ClassVar[str] = "ci"
    measure: Measure
    week: int
    at: int
    score: int


@dataclass(frozen=True)
class BackCheck(Action):
    """Take the last of ``at`` answers back."""

    code: ClassVar[str] = "cb"
    measure: Measure
    week: int
    at: int


@dataclass(frozen=True)
class SkipCheck(Action):
    """Leave a measure out this time."""

    code: ClassVar[str] = "cs"
    measure: Measure
    week: int


@dataclass(frozen=True)
class NameActivity(Action):
    """Take the next typed words as an activity."""

    code: ClassVar[str] = "cn"


@dataclass(frozen=True)
class RateActivities(Action):
    """Begin to rate the activities that were named."""

    code: ClassVar[str] = "cr"


@dataclass(frozen=True)
class RateActivity(Action):
    """Rate an activity, asked in a week since the start."""

    code: ClassVar[str] = "cv"
    week: int
    activity: int
    score: int


class ActivityStep(StrEnum):
    """What to do with an activity that was named."""

    OPEN = "open"
    RENAME = "rename"
    DROP = "drop"
    DROP_SURELY = "surely"


@dataclass(frozen=True)
class ChangeActivity(Action):
    """Open an activity, say it in other words, or drop it."""

    code: ClassVar[str] = "ca"
    activity: int
    step: ActivityStep


@dataclass(frozen=True)
class UnnameActivity(Action):
    """Take an activity out again."""

    code: ClassVar[str] = "cu"
    activity: int
