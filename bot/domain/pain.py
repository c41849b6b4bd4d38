"""The pain light: what a score from 0 to 10 means for what comes next.

Green 0 to 3, amber 4 to 5, red from 6: the stricter of the cuts that clinics use (content/sources.yaml,
``provide-traffic-light``). Pain is information, not proof of damage; a few signs count whatever the number.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from itertools import pairwise
from typing import Final

from bot.domain.safety import Tier

HIGHEST: Final = 10
GREEN_UP_TO: Final = 3
AMBER_UP_TO: Final = 5
NEAR: Final = timedelta(days=14)
"""How far apart two reds may be to count together."""

RISE: Final = 2
"""Points above the usual that are a rise; less is ups and downs."""

RISE_DAYS: Final = 3
"""Days with a score, one after the other, that make a rise more than a bad day."""


class Light(IntEnum):
    """How a score counts; a higher one is worse."""

    GREEN = 0
    AMBER = 1
    RED = 2


class Sign(StrEnum):
    """What stops a session at once, whatever the number."""

    SHARP = "sharp"  # sharp, stabbing or electric pain
    NUMB = "numb"  # numbness or tingling that spreads
    WEAK = "weak"
    DIZZY = "dizzy"
    CHEST = "chest"
    BREATHLESS = "breathless"


class Step(StrEnum):
    """What the coach does."""

    GO_ON = "go-on"
    EASE = "ease"  # easier form, smaller range, fewer repetitions, slower
    STOP_EXERCISE = "stop-exercise"  # offer breathing or the end; another exercise next time
    STOP_SESSION = "stop-session"


class Start(StrEnum):
    """With what a session may begin."""

    AS_PLANNED = "as-planned"
    GENTLE = "gentle"
    BREATHING_ONLY = "breathing-only"


class Seek(StrEnum):
    """Why a professional should have a look."""

    TWO_REDS = "two-reds"
    RISE = "rise"


@dataclass(frozen=True)
class Score:
    """A score that somebody gave on their local day."""

    day: date
    score: int


@dataclass(frozen=True)
class Reaction:
    """What to do now. ``tier``: the safety card to show first, if any; ``light`` of the score."""

    step: Step
    light: Light
    tier: Tier | None = None


def light(score: int, before: int = 0) -> Light:
    """Return the light of a score.

    :param score: 0 to 10, now
    :param before: the score at the start of the session; who began at 4 or 5 stays within one point of it
    :raises ValueError: when a score is not 0 to 10
    """
    if not (0 <= score <= HIGHEST and 0 <= before <= HIGHEST):
        raise ValueError("A pain score is a number from 0 to 10.")
    if score > AMBER_UP_TO or (before > GREEN_UP_TO and score > before + 1):
        return Light.RED
    return Light.AMBER if score > GREEN_UP_TO else Light.GREEN


def react(score: int, before: int = 0, signs: Collection[Sign] = ()) -> Reaction:
    """Return what to do about a score during an exercise; any of the signs outweighs it."""
    lit = light(score, before)
    if {Sign.CHEST, Sign.BREATHLESS}.intersection(signs):
        return Reaction(Step.STOP_SESSION, lit, Tier.A)
    if signs:
        return Reaction(Step.STOP_SESSION, lit, Tier.B)
    return Reaction((Step.GO_ON, Step.EASE, Step.STOP_EXERCISE)[lit], lit)


def start(score: int) -> Start:
    """Return with what a session may begin when this is the pain before it."""
    return (Start.AS_PLANNED, Start.GENTLE, Start.BREATHING_ONLY)[light(score)]


def worse_next_day(before: int, next_day: int) -> bool:
    """Return whether a session left more behind than it should: above what it began with, and not green."""
    return next_day > before and light(next_day) is not Light.GREEN


def seek(scores: Iterable[Score], today: date, usual: float | None) -> tuple[Seek, ...]:
    """Return why a professional should have a look now; empty where nothing says so.

    :param scores: the scores so far, in any order; of a day the highest counts
    :param usual: the person's usual score, the mean of their first weeks; None while it is not known
    """
    highest = _by_day(score for score in scores if score.day <= today)
    reds = [one for one in highest if light(one.score) is Light.RED and today - one.day < NEAR]
    found = [Seek.TWO_REDS] if len(reds) >= 2 else []
    if usual is not None and _rises(highest, today, usual):
        found.append(Seek.RISE)
    return tuple(found)


def _rises(scores: Sequence[Score], today: date, usual: float) -> bool:
    """Return whether the last days with a score, none more than two days apart, all lie above the usual."""
    last = scores[-RISE_DAYS:]
    if len(last) < RISE_DAYS or today - last[-1].day > timedelta(days=2):
        return False
    together = all(later.day - earlier.day <= timedelta(days=2) for earlier, later in pairwise(last))
    return together and all(one.score >= usual + RISE for one in last)


def _by_day(scores: Iterable[Score]) -> list[Score]:
    highest: dict[date, int] = {}
    for one in scores:
        highest[one.day] = max(one.score, highest.get(one.day, 0))
    return [Score(day, highest[day]) for day in sorted(highest)]
