"""A check-in on its way: a measure, and what was answered so far."""

from dataclasses import dataclass
from typing import Final

from bot.domain.measures import Measure

_SINGLE: Final = {Measure.PAIN: 1, Measure.PEG: 3, Measure.CHANGE: 1}
"""Questions of the measures that have a fixed number of them."""


@dataclass(frozen=True)
class Named:
    """An activity in the person's own words."""

    id: int
    name: str


@dataclass(frozen=True)
class Asking:
    """A measure on its way, or answered.

    :param week: since the start, from 0
    :param scores: the answers so far
    :param activities: what is rated; empty while the person has not named any
    :param rated: whether activities were rated before, so that their order stands
    :param finished: whether it is over, answered or left out
    :param outdated: whether the press came from an older message and changed nothing
    """

    measure: Measure
    week: int
    scores: tuple[int, ...] = ()
    activities: tuple[Named, ...] = ()
    rated: bool = False
    finished: bool = False
    outdated: bool = False

    @property
    def questions(self) -> int:
        """Return how many taps it takes in all; 0 while activities have no names."""
        return _SINGLE.get(self.measure, len(self.activities))

    @property
    def naming(self) -> bool:
        """Return whether the activities are to be named first."""
        return self.measure is Measure.ACTIVITIES and not (self.rated or self.scores or self.finished)
