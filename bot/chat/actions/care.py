"""What buttons about health, warning signs and what to be careful with can ask for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.buttons import Action


@dataclass(frozen=True)
class AnswerHealth(Action):
    """Answer one of the questions before the plan.

    :param after: the answers that held when the round began, 0 for the first; with it a button of an earlier
        round is told apart
    :param choice: or ``done``, which ends a question that takes several
    """

    code: ClassVar[str] = "ha"
    after: int
    question: str
    choice: str


@dataclass(frozen=True)
class BackHealth(Action):
    """Take the last answer back."""

    code: ClassVar[str] = "hb"
    after: int


@dataclass(frozen=True)
class PutOff(Action):
    """Answer on another day, and begin something gentle now.

    :param what: ``today``, ``mine`` or the slug of a ready-made routine
    """

    code: ClassVar[str] = "hl"
    what: str


@dataclass(frozen=True)
class MindFlag(Action):
    """Keep a flag in mind, or no longer (``keep`` 0); ``answers`` are those that the button was made for."""

    code: ClassVar[str] = "hf"
    answers: int
    flag: str
    keep: int


@dataclass(frozen=True)
class UndoMind(Action):
    """Take back the last such change, which made these answers."""

    code: ClassVar[str] = "hu"
    answers: int


class Looked(StrEnum):
    """Why a warning sign need not hold anything up any more."""

    SEEN = "seen"
    MISTAKE = "mistake"


@dataclass(frozen=True)
class ConfirmHold(Action):
    """Say that a warning sign was looked at, or that it was a misunderstanding."""

    code: ClassVar[str] = "hc"
    hold: int
    how: Looked


@dataclass(frozen=True)
class SomethingNew(Action):
    """Before a session: something is new. ``what`` would begin, as in :class:`PutOff`."""

    code: ClassVar[str] = "hn"
    what: str


@dataclass(frozen=True)
class TellSign(Action):
    """Say which of the warning signs it is, as a choice of the questions before the plan."""

    code: ClassVar[str] = "hs"
    choice: str
