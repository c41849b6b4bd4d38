"""What buttons of the plan can ask for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.chat.buttons import Action
from bot.domain.wishes import Ask


@dataclass(frozen=True)
class AnswerPlan(Action):
    """Answer a question of the plan, or tick one of several answers; ``done`` ends those."""

    code: ClassVar[str] = "pq"
    plan: int
    ask: Ask
    choice: str


@dataclass(frozen=True)
class AskPlan(Action):
    """Ask a question of the plan again."""

    code: ClassVar[str] = "pa"
    plan: int
    ask: Ask


class PlanChange(StrEnum):
    """What to do with a plan."""

    NEW = "new"  # ask for one, or go on asking; with one that holds: for other answers
    BACK = "back"
    MAKE = "make"
    WEEK = "week"
    PARTS = "parts"
    LONGER = "longer"
    NUDGE = "nudge"
    END = "end"
    END_SURELY = "end!"
    RESUME = "resume"


@dataclass(frozen=True)
class ChangePlan(Action):
    """Look at a plan from another side, or change it."""

    code: ClassVar[str] = "pl"
    plan: int
    what: PlanChange


@dataclass(frozen=True)
class LeaveOut(Action):
    """Leave an exercise out of the plan; with ``out`` 0, take it back in."""

    code: ClassVar[str] = "pw"
    plan: int
    exercise: str
    out: int
