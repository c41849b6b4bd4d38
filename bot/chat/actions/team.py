"""What buttons of the care team can ask for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.actions.routine import EntryChange
from bot.chat.buttons import Action


@dataclass(frozen=True)
class ConsentTeam(Action):
    """Show what the team would see: with plan and check-ins where ``more`` is 1."""

    code: ClassVar[str] = "ka"
    more: int


@dataclass(frozen=True)
class TalkToTeam(Action):
    """Agree, and open the conversation."""

    code: ClassVar[str] = "kt"
    more: int


@dataclass(frozen=True)
class EndTalk(Action):
    """End one's conversation with the team."""

    code: ClassVar[str] = "ke"


@dataclass(frozen=True)
class CloseTalk(Action):
    """End a conversation, from the team's side."""

    code: ClassVar[str] = "kc"
    talk: int


@dataclass(frozen=True)
class TakeUp(Action):
    """Make a prescribed routine one's own."""

    code: ClassVar[str] = "ku"
    prescription: str


class PrescribeStep(StrEnum):
    """Where to go in the dialogue."""

    DRAFT = "draft"
    ROUTINES = "routines"
    EXERCISES = "exercises"
    MAKE = "make"
    DROP = "drop"
    LIST = "list"


@dataclass(frozen=True)
class Prescribe(Action):
    """Take a step in putting a routine together; ``maker`` is whose draft it is."""

    code: ClassVar[str] = "kp"
    maker: int
    step: PrescribeStep


@dataclass(frozen=True)
class PrescribeRoutine(Action):
    """Begin with a ready-made routine."""

    code: ClassVar[str] = "kr"
    maker: int
    routine: str


@dataclass(frozen=True)
class PrescribePick(Action):
    """Put an exercise into the draft, or take it out again."""

    code: ClassVar[str] = "kk"
    maker: int
    exercise: str


@dataclass(frozen=True)
class PrescribeDose(Action):
    """Change an exercise of the draft."""

    code: ClassVar[str] = "kx"
    maker: int
    exercise: str
    change: EntryChange


@dataclass(frozen=True)
class Withdraw(Action):
    """Let the link of a prescription lead nowhere."""

    code: ClassVar[str] = "kw"
    number: int
