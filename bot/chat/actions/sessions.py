"""What buttons of sessions can ask for."""

from dataclasses import dataclass
from typing import ClassVar

from bot.chat.buttons import Action
from bot.domain.sessions import Press


@dataclass(frozen=True)
class PressCard(Action):
    """A press on a session's card, valid for one revision of it."""

    code: ClassVar[str] = "sp"
    session: int
    revision: int
    press: Press


@dataclass(frozen=True)
class MoreOnCard(Action):
    """Show the buttons of a session's card that are not needed at once."""

    code: ClassVar[str] = "sm"
    session: int


@dataclass(frozen=True)
class StartRoutine(Action):
    """Begin a ready-made routine; ``mine`` is the person's own."""

    code: ClassVar[str] = "sr"
    routine: str


@dataclass(frozen=True)
class StartExercise(Action):
    """Begin one exercise alone."""

    code: ClassVar[str] = "se"
    exercise: str
    variation: str


@dataclass(frozen=True)
class StartOver(Action):
    """End a session where it is and begin the same plan again."""

    code: ClassVar[str] = "so"
    session: int
