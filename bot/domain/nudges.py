"""Nudges that respect: fewer when nobody answers, silence in the end, and a time that fits, if wanted.

Reminder texts wear off, and more of them do not help; so three unanswered ones halve them, and after seven
days without a word there is one friendly note and then silence, until the person writes or presses anything.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from statistics import median
from typing import Final

EASE_AFTER: Final = 3
"""Unanswered reminders in a row after which every second one is left out."""

SILENT_AFTER: Final = 7
"""Days with an unanswered reminder after which there is one note, and then silence."""

STARTS: Final = 10
"""So many of the last starts tell when somebody usually begins."""

ALIKE: Final = 5
"""So many of them must be close together."""

NEAR: Final = 45
"""Minutes within which moments are the same time of day to a person."""

HEARD: Final = "heard"
"""What is noted of a person when they write or press: from when on they were not heard of. Stored."""

HEARD_FOR: Final = timedelta(hours=1)
"""So long after a word or a press somebody counts as there, so that it is noted once an hour at most."""

_DAY: Final = 24 * 60
_STEP: Final = 5  # minutes to which a proposal is rounded


class Nudge(StrEnum):
    """What becomes of a reminder that is due."""

    SEND = "send"
    EASE = "ease"  # this one is left out, the next one comes
    SILENT = "silent"  # nothing comes but the one note


@dataclass(frozen=True)
class Silence:
    """What came since the person was last heard of.

    :param sent: reminders that arrived, none of them answered
    :param eased: reminders that were left out because of that
    :param days: on how many days before this one a reminder was due
    """

    sent: int = 0
    eased: int = 0
    days: int = 0


def decide(silence: Silence) -> Nudge:
    """Return what becomes of the next reminder. One word or press ends the silence."""
    if silence.days >= SILENT_AFTER:
        return Nudge.SILENT
    over = silence.sent - EASE_AFTER
    return Nudge.EASE if over >= 0 and silence.eased <= over else Nudge.SEND


def better_time(starts: Sequence[time], reminders: Collection[time], day_start: time) -> time | None:
    """Return when a reminder would meet the person's habit; None where there is none, or one is near already.

    :param starts: on the person's clock when they began sessions by themselves, the latest last
    :param reminders: the times that they have; without any there is nothing to move
    :param day_start: when their day begins, so that late evenings stay together
    """
    begin = _minutes(day_start)
    last = sorted((_minutes(start) - begin) % _DAY for start in starts[-STARTS:])
    if len(last) < ALIKE or not reminders:
        return None
    usual = median(last)
    close = [last[i] <= usual <= last[i + ALIKE - 1] <= last[i] + NEAR for i in range(len(last) - ALIKE + 1)]
    at = (round(usual / _STEP) * _STEP + begin) % _DAY
    if not any(close) or any(_apart(at, _minutes(reminder)) <= NEAR for reminder in reminders):
        return None
    return time(at // 60, at % 60)


def nearest(at: time, reminders: Collection[time]) -> time:
    """Return the reminder's time that is nearest on the clock: the one that a better time replaces."""
    return min(reminders, key=lambda one: (_apart(_minutes(at), _minutes(one)), one))


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _apart(one: int, other: int) -> int:
    return min((one - other) % _DAY, (other - one) % _DAY)
