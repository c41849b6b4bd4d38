"""What buttons under the answers to typed words can ask for; `bot.chat.readings` writes a ``reading``."""

from dataclasses import dataclass
from typing import ClassVar

from bot.chat.buttons import Action


@dataclass(frozen=True)
class Meant(Action):
    """Take the words as this reading: answered as if it had been said clearly, so nothing changes yet."""

    code: ClassVar[str] = "ym"
    reading: str


@dataclass(frozen=True)
class Agreed(Action):
    """Do what was understood."""

    code: ClassVar[str] = "yy"
    reading: str


@dataclass(frozen=True)
class ChangeTo(Action):
    """Give a reminder the times of a reading."""

    code: ClassVar[str] = "yc"
    reminder: int
    reading: str


@dataclass(frozen=True)
class Reshape(Action):
    """Change the times of a reading before they become a reminder."""

    code: ClassVar[str] = "ys"
    reading: str


@dataclass(frozen=True)
class ClearReminders(Action):
    """Delete every reminder up to the newest that the person saw."""

    code: ClassVar[str] = "yx"
    newest: int


@dataclass(frozen=True)
class LetGo(Action):
    """Let a day go, ``20261122``."""

    code: ClassVar[str] = "yd"
    day: str


@dataclass(frozen=True)
class CallOff(Action):
    """Do not come once after all."""

    code: ClassVar[str] = "yo"
    delivery: int


@dataclass(frozen=True)
class Leave(Action):
    """Change nothing."""

    code: ClassVar[str] = "yn"
