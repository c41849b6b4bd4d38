"""What buttons about pain, effort and changes of the routine can ask for."""

from dataclasses import dataclass
from typing import ClassVar, Final

from bot.chat.buttons import Action
from bot.domain.pain import Sign

NO_SCORE: Final = -1
"""The score of somebody who begins without a number."""


@dataclass(frozen=True)
class Begin(Action):
    """Begin a session with this pain, 0 to 10 or :data:`NO_SCORE`.

    :param what: ``today``, ``mine`` for the person's own routine, or the slug of a ready-made one
    """

    code: ClassVar[str] = "pb"
    what: str
    score: int


@dataclass(frozen=True)
class Hurts(Action):
    """Say that the exercise on a card hurts, valid for one revision of the session."""

    code: ClassVar[str] = "ph"
    session: int
    revision: int


@dataclass(frozen=True)
class HurtsScore(Action):
    """Say how much it hurts, 0 to 10."""

    code: ClassVar[str] = "ps"
    session: int
    revision: int
    score: int


@dataclass(frozen=True)
class HurtsSign(Action):
    """Name a sign that ends the session whatever the number."""

    code: ClassVar[str] = "pg"
    session: int
    revision: int
    sign: Sign


@dataclass(frozen=True)
class ShowCard(Action):
    """Show a session's card as it is."""

    code: ClassVar[str] = "pc"
    session: int


@dataclass(frozen=True)
class Breathe(Action):
    """End a session and breathe instead."""

    code: ClassVar[str] = "sb"
    session: int


@dataclass(frozen=True)
class AfterScore(Action):
    """Say how the back is after a session, 0 to 10."""

    code: ClassVar[str] = "sa"
    session: int
    score: int


@dataclass(frozen=True)
class SayEffort(Action):
    """Say how many repetitions more one could have done of an item of a session; 2 means 2 or more."""

    code: ClassVar[str] = "pe"
    session: int
    item: int
    extra: int


@dataclass(frozen=True)
class UndoChange(Action):
    """Take back a change of the routine."""

    code: ClassVar[str] = "pu"
    change: int
