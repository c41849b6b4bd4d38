"""Programs: paths of phases over weeks, made by authors (``programs/<slug>.yaml``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Goal(StrEnum):
    """What a person wants. The values are stored: never change them."""

    EASE = "ease"  # less stiffness
    DESK = "desk"  # desk breaks
    STRENGTH = "strength"
    VARIETY = "variety"  # more positions in a day


class Role(StrEnum):
    """Why an exercise is in a program; each has a sentence of its own."""

    CALM = "calm"
    LOOSEN = "loosen"
    OPEN = "open"
    WAKE = "wake"
    STRENGTHEN = "strengthen"


@dataclass(frozen=True)
class Move:
    """One exercise of a phase, in the form and number of sets with which it begins there.

    ``sets`` None: as in the form's own dose. What is not ``STRENGTHEN`` may come every day.
    """

    exercise: str
    variation: str
    role: Role
    sets: int | None = None


@dataclass(frozen=True)
class Phase:
    """Some weeks with one aim: so many minutes a day, so many strength days a week, from these moves.

    ``names`` by language.
    """

    slug: str
    weeks: int
    minutes: int
    strength_days: int
    moves: tuple[Move, ...]
    names: Mapping[str, str]

    def name(self, language: str) -> str:
        """Return the phase's name in ``language``, in English where it is missing."""
        return self.names.get(language) or self.names["en"]


@dataclass(frozen=True)
class ProgramText:
    """The words of a program in one language."""

    name: str
    summary: str


@dataclass(frozen=True)
class Program:
    """A path of phases for one goal; ``lengths`` are the weeks it may be walked for."""

    slug: str
    order: int
    goal: Goal
    lengths: tuple[int, ...]
    phases: tuple[Phase, ...]
    sources: tuple[str, ...]
    texts: Mapping[str, ProgramText]

    def text(self, language: str) -> ProgramText:
        """Return the words in ``language``, in English where they are missing."""
        return self.texts.get(language) or self.texts["en"]

    def phase(self, week: int) -> Phase:
        """Return the phase of a week, counted from 1; after the end the last one goes on."""
        for phase in self.phases:
            if week <= phase.weeks:
                return phase
            week -= phase.weeks
        return self.phases[-1]
