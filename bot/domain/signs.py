"""What a warning sign is: how urgent it is, how people say it, and what is kept of one that was heard."""

from dataclasses import dataclass
from enum import StrEnum


class Tier(StrEnum):
    """How urgent a warning sign is."""

    A = "a"  # call the emergency number now
    B = "b"  # talk to a doctor today
    CRISIS = "crisis"  # somebody may hurt themselves: a person is needed now, and no talk of exercise

    @property
    def card(self) -> str:
        """Return the slug of the safety card that answers it."""
        return "crisis" if self is Tier.CRISIS else f"tier-{self.value}"

    @property
    def rank(self) -> int:
        """Return its place among the tiers, the one to answer first being 0."""
        return (Tier.CRISIS, Tier.A, Tier.B).index(self)


@dataclass(frozen=True)
class Part:
    """One place in a phrase: any of ``words``. ``loose``: any few words may stand before it."""

    words: frozenset[str]
    loose: bool = False


@dataclass(frozen=True)
class Phrase:
    """One way to say a warning sign.

    :param anyhow: whether its parts may stand in any order, near each other
    :param heals: whether it is no sign where it was long ago, such as a fall
    """

    sign: str
    tier: Tier
    parts: tuple[Part, ...]
    anyhow: bool = False
    heals: bool = False


@dataclass(frozen=True)
class Alarm:
    """What was recognised; never what was typed. ``language`` is the one it was said in."""

    tier: Tier
    sign: str
    language: str
