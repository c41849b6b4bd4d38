"""What buttons of the settings can ask for."""

from dataclasses import dataclass
from typing import ClassVar

from bot.chat.buttons import Action


@dataclass(frozen=True)
class SetLanguage(Action):
    """Speak a language."""

    code: ClassVar[str] = "lg"
    language: str


@dataclass(frozen=True)
class SetClock(Action):
    """Write times on a clock of ``12`` or ``24`` hours."""

    code: ClassVar[str] = "ck"
    clock: str


@dataclass(frozen=True)
class SwitchPictures(Action):
    """Change between moving and still pictures."""

    code: ClassVar[str] = "pm"
