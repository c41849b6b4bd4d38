"""What buttons of progress and of the ledger can ask for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.buttons import Action
from bot.figures.charts.values import Theme


class Half(StrEnum):
    """Which part of the progress picture is shown; all at once is too high for a chat."""

    DAYS = "days"
    CHANGE = "change"


@dataclass(frozen=True)
class LookProgress(Action):
    """Show a half of the progress picture on a light or a dark ground."""

    code: ClassVar[str] = "pv"
    half: Half
    theme: Theme


@dataclass(frozen=True)
class LookDays(Action):
    """Show the ledger, so many pages back."""

    code: ClassVar[str] = "wl"
    page: int


@dataclass(frozen=True)
class MendDay(Action):
    """Say that one practised on a day, ``20261122``, or (0) take that word back."""

    code: ClassVar[str] = "wm"
    day: str
    did: int
