"""What buttons of the library can ask for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.buttons import Action


class Part(StrEnum):
    """Which side of an exercise is shown."""

    STEPS = "s"
    MORE = "m"
    SAFETY = "y"
    VARIATIONS = "v"


@dataclass(frozen=True)
class Show(Action):
    """Show an exercise."""

    code: ClassVar[str] = "sh"
    exercise: str
    variation: str
    part: Part


class Facet(StrEnum):
    """How the library is looked through."""

    PLACE = "place"
    KIND = "kind"
    KIT = "kit"
    ALL = "all"


@dataclass(frozen=True)
class Browse(Action):
    """List the choices of a facet (value ``-``), or the exercises behind one choice."""

    code: ClassVar[str] = "br"
    facet: Facet
    value: str
