"""What buttons about small offers can ask for."""

from dataclasses import dataclass
from typing import ClassVar

from bot.chat.buttons import Action


@dataclass(frozen=True)
class MoveReminder(Action):
    """Move the nearest reminder to ``2010``, or (0) leave it; asked at the end of a session."""

    code: ClassVar[str] = "wt"
    session: int
    at: str
    yes: int


@dataclass(frozen=True)
class SwitchNudges(Action):
    """Change whether small questions, readings and proposals are offered."""

    code: ClassVar[str] = "wn"


@dataclass(frozen=True)
class SayIll(Action):
    """Pause from today for so many days because one is ill; 0 asks for how long."""

    code: ClassVar[str] = "wi"
    days: int
