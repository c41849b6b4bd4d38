"""What buttons of routines can ask for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.buttons import Action


@dataclass(frozen=True)
class AddEntry(Action):
    """Put an exercise at the end of the routine."""

    code: ClassVar[str] = "ra"
    exercise: str
    variation: str


class EntryChange(StrEnum):
    """What to do with a line of the routine."""

    OPEN = "open"
    UP = "up"
    DOWN = "down"
    REMOVE = "remove"
    EASIER = "easier"
    HARDER = "harder"
    MORE = "more"
    LESS = "less"
    MORE_SETS = "sets+"
    FEWER_SETS = "sets-"


@dataclass(frozen=True)
class EditEntry(Action):
    """Change a line of the routine."""

    code: ClassVar[str] = "re"
    entry: int
    change: EntryChange


@dataclass(frozen=True)
class LookRoutine(Action):
    """Look at a ready-made routine."""

    code: ClassVar[str] = "rl"
    routine: str


@dataclass(frozen=True)
class AdoptRoutine(Action):
    """Make a ready-made routine one's own."""

    code: ClassVar[str] = "ry"
    routine: str


@dataclass(frozen=True)
class PutBack(Action):
    """Put the line that was taken out last back into the routine."""

    code: ClassVar[str] = "rt"


@dataclass(frozen=True)
class UndoAdopt(Action):
    """Bring back the routine that a ready-made one replaced."""

    code: ClassVar[str] = "rx"
