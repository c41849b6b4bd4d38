"""What buttons of reminders can ask for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.buttons import Action


class ReminderChange(StrEnum):
    """What to do with a reminder."""

    OPEN = "open"
    ON = "on"
    OFF = "off"
    EDIT = "edit"
    DELETE = "delete"
    DELETE_SURELY = "delete!"


@dataclass(frozen=True)
class EditReminder(Action):
    """Change a reminder that exists."""

    code: ClassVar[str] = "rm"
    reminder: int
    change: ReminderChange


class DraftStep(StrEnum):
    """Where the dialogue about a reminder goes."""

    NEW = "new"
    DAYS = "days"
    TIMES = "times"
    REVIEW = "review"
    SAVE = "save"
    CANCEL = "cancel"


@dataclass(frozen=True)
class Draft(Action):
    """Move on in the dialogue about a reminder."""

    code: ClassVar[str] = "dr"
    step: DraftStep


@dataclass(frozen=True)
class DraftDays(Action):
    """Set the weekdays of the draft, as digits."""

    code: ClassVar[str] = "dd"
    days: str


@dataclass(frozen=True)
class DraftDay(Action):
    """Switch one weekday of the draft on or off."""

    code: ClassVar[str] = "d1"
    weekday: int


@dataclass(frozen=True)
class DraftTime(Action):
    """Switch one time of the draft on or off, as ``0730``."""

    code: ClassVar[str] = "dt"
    at: str


@dataclass(frozen=True)
class PauseFor(Action):
    """Pause everything for some days, today included; 0 ends the pause."""

    code: ClassVar[str] = "pp"
    days: int


@dataclass(frozen=True)
class SetQuiet(Action):
    """Keep these quiet hours, ``2200`` and ``0700``; twice the same means none."""

    code: ClassVar[str] = "qh"
    begin: str
    end: str


class DueAnswer(StrEnum):
    """What a person answers to a reminder."""

    START = "start"
    LATER = "later"
    BACK = "back"
    DID_IT = "did"
    NOT_TODAY = "not"


@dataclass(frozen=True)
class AnswerDue(Action):
    """Answer a reminder."""

    code: ClassVar[str] = "du"
    delivery: int
    answer: DueAnswer


@dataclass(frozen=True)
class Snooze(Action):
    """Ask for the reminder again in some minutes."""

    code: ClassVar[str] = "dz"
    delivery: int
    minutes: int
