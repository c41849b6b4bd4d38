"""What may happen to a message that goes out by itself: may it come twice, may it wait a little."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final
from zlib import crc32

SPREAD: Final = timedelta(minutes=10)
"""Over how long soft kinds are spread, so that 08:00 belongs to those who asked for 08:00."""


class Kind(StrEnum):
    """What a message is. The values are stored."""

    REMINDER = "reminder"
    """The person set it, for this very minute."""
    MISSED = "missed"
    """The honest word after the coach itself was out of reach, for all reminders of that time together."""
    NOTE = "note"
    """The one friendly word after days without an answer; then silence until the person writes."""
    TIP = "tip"
    SUMMARY = "summary"
    BROADCAST = "broadcast"


@dataclass(frozen=True)
class Manner:
    """How a kind goes out.

    :param again: whether it is sent again when nobody knows whether it arrived: at most two copies. Else it
        is sent at most once, and may get lost in the instant of a crash.
    :param soft: whether it has no exact time: it is spread over ten minutes and lets exact ones pass
    """

    again: bool
    soft: bool


MANNERS: Final[Mapping[str, Manner]] = {
    Kind.REMINDER: Manner(again=True, soft=False),
    Kind.MISSED: Manner(again=False, soft=False),
}
CAREFUL: Final = Manner(again=False, soft=True)


def manner(kind: str) -> Manner:
    """Return how a kind goes out; what nobody has thought about is sent at most once, and softly."""
    return MANNERS.get(kind, CAREFUL)


def spread(key: str) -> timedelta:
    """Return how long after the full time a soft message goes out: up to ten minutes, the same for a key."""
    return SPREAD * (crc32(key.encode()) / 2**32)
