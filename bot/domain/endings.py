"""What the end of a session is worth saying besides: a milestone, quietly, or a card to read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class Milestone(StrEnum):
    """What is told once each, the most telling first. The values are stored: never change them."""

    PROGRAM = "program"
    DAYS_100 = "days-100"
    DAYS_30 = "days-30"
    DAYS_7 = "days-7"
    WEEK_GOAL = "week-goal"
    FIRST = "first"


class Reason(StrEnum):
    """Why a card is offered, the most telling first."""

    HURT = "hurt"
    FIRST = "first"
    BREATHED = "breathed"
    SHORT = "short"
    EARLY = "early"


CARDS: Final[Mapping[Reason, str]] = {
    Reason.HURT: "pain-and-harm",
    Reason.FIRST: "what-is-the-middle-back",
    Reason.BREATHED: "breath",
    Reason.SHORT: "small-doses-count",
    Reason.EARLY: "most-pain-eases",
}
"""Which card goes with a reason; one that content does not have is never offered."""

BETWEEN: Final = timedelta(days=2)
"""A card is offered every other day at most."""

SHORT_SECONDS: Final = 300
EARLY: Final = (timedelta(days=14), timedelta(days=42))
"""From when to when since the start it helps to hear how it usually goes."""

_COUNTS: Final = {100: Milestone.DAYS_100, 30: Milestone.DAYS_30, 7: Milestone.DAYS_7}


@dataclass(frozen=True)
class Ending:
    """What is known at the end of a session.

    :param sessions: how many were finished so far, this one included
    :param practised: on how many days the person practised, today included
    :param goal_met: whether the days planned for this week are done
    :param program_over: whether all weeks of a plan are done
    :param pain: the highest score around this session, None without one
    :param breathed: whether it had breathing in it
    :param seconds: how long was exercised
    """

    today: date
    first_day: date
    sessions: int
    practised: int
    goal_met: bool = False
    program_over: bool = False
    pain: int | None = None
    breathed: bool = False
    seconds: int = 0


def milestone(ending: Ending, told: Collection[Milestone]) -> Milestone | None:
    """Return the milestone that was reached with this session and was not told yet."""
    reached = {
        Milestone.PROGRAM: ending.program_over,
        **{mark: ending.practised == count for count, mark in _COUNTS.items()},
        Milestone.WEEK_GOAL: ending.goal_met,
        Milestone.FIRST: ending.sessions == 1,
    }
    return next((mark for mark in Milestone if reached[mark] and mark not in told), None)


def reading(
    ending: Ending, offered: Mapping[str, date], known: Collection[str], amber: int
) -> tuple[Reason, str] | None:
    """Return a card to offer and why, None where there is no reason or one was offered lately.

    :param offered: the cards that were offered, and when
    :param known: the cards that there are
    :param amber: the pain from which on it helps to read about pain
    """
    if any(ending.today - day < BETWEEN for day in offered.values()):
        return None
    since = ending.today - ending.first_day
    holds = {
        Reason.HURT: ending.pain is not None and ending.pain >= amber,
        Reason.FIRST: ending.sessions == 1,
        Reason.BREATHED: ending.breathed,
        Reason.SHORT: 0 < ending.seconds < SHORT_SECONDS,
        Reason.EARLY: EARLY[0] <= since <= EARLY[1],
    }
    for reason, card in CARDS.items():
        if holds[reason] and card in known and card not in offered:
            return reason, card
    return None
