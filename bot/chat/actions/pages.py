"""What buttons can ask for that needs no place of its own: pages, days, cards to read, the end."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.buttons import Action


class Page(StrEnum):
    """A place that needs no more than its name."""

    HOME = "home"
    TODAY = "today"
    LIBRARY = "library"
    ROUTINE = "routine"
    READY_MADE = "ready"
    REMINDERS = "reminders"
    PAUSE = "pause"
    QUIET = "quiet"
    STREAK = "streak"
    ZONE = "zone"
    HELP = "help"
    ABOUT = "about"
    SAFETY = "safety"
    LEARN = "learn"
    PRIVACY = "privacy"
    EXPORT = "export"
    ERASE = "erase"
    SETTINGS = "settings"
    LANGUAGE = "language"
    HEALTH = "health"
    QUESTIONS = "questions"
    PLAN = "plan"
    CHANGES = "changes"
    CHECKIN = "checkin"
    ACTIVITIES = "activities"
    HUMAN = "human"
    PROGRESS = "progress"
    REPORT = "report"
    TABLE = "table"
    WHY = "why"


@dataclass(frozen=True)
class Go(Action):
    """Open a page."""

    code: ClassVar[str] = "go"
    page: Page


@dataclass(frozen=True)
class MarkDay(Action):
    """Say that a session was done on a day, ``20261122``."""

    code: ClassVar[str] = "dm"
    day: str


@dataclass(frozen=True)
class ReadCard(Action):
    """Show a card to read."""

    code: ClassVar[str] = "lc"
    card: str


@dataclass(frozen=True)
class Erase(Action):
    """Erase everything about the person; ``asked`` is when they were asked, in seconds since 1970."""

    code: ClassVar[str] = "er"
    asked: int
