"""What buttons in groups can ask for. Which group it is, is told by where they are pressed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.buttons import Action


class ClubChange(StrEnum):
    """What to do with the club of a group."""

    OPEN = "open"
    NEW = "new"
    DAYS = "days"
    TIMES = "times"
    ZONE = "zone"
    LANGUAGE = "language"
    START = "start"
    PAUSE = "pause"
    END = "end"
    END_SURELY = "end!"


@dataclass(frozen=True)
class ChangeClub(Action):
    """Look at the club from another side, or change it."""

    code: ClassVar[str] = "gc"
    what: ClubChange


@dataclass(frozen=True)
class ClubDays(Action):
    """Take breaks on exactly these weekdays, as digits."""

    code: ClassVar[str] = "gd"
    days: str


@dataclass(frozen=True)
class ClubTimes(Action):
    """Take breaks at exactly these times, as ``11001500``."""

    code: ClassVar[str] = "gt"
    times: str


@dataclass(frozen=True)
class ClubClock(Action):
    """The offset from UTC, in minutes, that the group's clocks have now."""

    code: ClassVar[str] = "gk"
    minutes: int


@dataclass(frozen=True)
class ClubZone(Action):
    """The group's zone, an IANA name."""

    code: ClassVar[str] = "gz"
    zone: str


@dataclass(frozen=True)
class ClubLanguage(Action):
    """Speak a language in the group."""

    code: ClassVar[str] = "gl"
    language: str


@dataclass(frozen=True)
class TickBreak(Action):
    """Say that one did a break."""

    code: ClassVar[str] = "gb"
    post: int
