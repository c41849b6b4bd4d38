"""What an exercise is: facts that rules need, and the words a person reads.

Facts (places, kit, dose, the ladder of variations) are the same in every language; words come in one
:class:`ExerciseText` a language. Both are values loaded from ``content/`` by ``bot.library``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.domain.cards import Card, Source
from bot.domain.matrix import Matrix
from bot.domain.programs import Program
from bot.domain.safety import Words
from bot.domain.screening import Screening
from bot.domain.understanding.lexicon import Phrases


class Kind(StrEnum):
    """What an exercise mainly does."""

    MOBILITY = "mobility"
    STRETCH = "stretch"
    STRENGTH = "strength"
    BREATHING = "breathing"


class Level(StrEnum):
    """How demanding the standard form is."""

    GENTLE = "gentle"
    MODERATE = "moderate"
    ADVANCED = "advanced"


class Place(StrEnum):
    """Where an exercise can be done."""

    CHAIR = "chair"
    STANDING = "standing"
    DOORWAY = "doorway"
    WALL = "wall"
    FLOOR = "floor"
    BED = "bed"


class Kit(StrEnum):
    """What an exercise needs besides the person."""

    CHAIR = "chair"
    DOOR_FRAME = "door-frame"
    DOOR = "door"
    WALL = "wall"
    BAND = "band"
    PILLOW = "pillow"
    MAT = "mat"
    TABLE = "table"


class Direction(StrEnum):
    """Where a variation stands on the ladder."""

    EASIER = "easier"
    STANDARD = "standard"
    HARDER = "harder"


SET_UP = 15
"""Seconds to get into position for an exercise."""

REST = 20
"""Seconds between two sets."""


def whole_minutes(seconds: float) -> int:
    """Return seconds as minutes to tell a person, at least 1; one rounding everywhere, so that sums agree."""
    return max(1, round(seconds / 60))


@dataclass(frozen=True)
class Dose:
    """How much of an exercise.

    :param sets: how often the whole is repeated, 1 to 5
    :param reps: repetitions or rounds a set (per side where ``sides`` is 2); None for a hold or breathing
    :param hold: seconds to hold each repetition, or the whole set where ``reps`` is None; 0 for none
    :param breaths: breaths a set, for breathing; None otherwise
    :param sides: 2 when each side is done in turn, else 1
    :param tempo: seconds that one repetition or breath takes, without the hold
    """

    sets: int = 1
    reps: int | None = None
    hold: int = 0
    breaths: int | None = None
    sides: int = 1
    tempo: int = 4

    @property
    def set_seconds(self) -> int:
        """Seconds of one set, both sides."""
        count = self.reps or self.breaths or 1
        pace = self.tempo if (self.reps or self.breaths) else 0
        return count * (pace + self.hold) * self.sides

    @property
    def seconds(self) -> int:
        """Seconds of the whole exercise, with the time to set up and the rest between sets."""
        return SET_UP + self.set_seconds * self.sets + REST * (self.sets - 1)

    @property
    def minutes(self) -> int:
        """Whole minutes to tell a person, at least 1."""
        return whole_minutes(self.seconds)

    @property
    def half(self) -> "Dose":
        """Return half of each set, rounded up; a hold alone of no less than 5 seconds."""
        if self.reps is not None:
            return replace(self, reps=(self.reps + 1) // 2)
        if self.breaths is not None:
            return replace(self, breaths=(self.breaths + 1) // 2)
        return replace(self, hold=max(min(self.hold, 5), (self.hold + 1) // 2))


@dataclass(frozen=True)
class Variation:
    """One way to do an exercise; the standard form has direction STANDARD and slug ``standard``."""

    slug: str
    direction: Direction
    dose: Dose
    places: frozenset[Place]
    kit: frozenset[Kit]


@dataclass(frozen=True)
class VariationText:
    """The words of a variation: its name and its own steps (3 to 6)."""

    name: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class ExerciseText:
    """The words of an exercise in one language. ``variations`` holds every slug, ``standard`` included.

    ``adapt`` are the "when to skip or adapt" lines, ``faults`` the common ones, ``position`` one sentence.
    """

    name: str
    aliases: tuple[str, ...]
    misspellings: tuple[str, ...]
    position: str
    tips: tuple[str, ...]
    good_for: tuple[str, ...]
    faults: tuple[str, ...]
    adapt: tuple[str, ...]
    variations: Mapping[str, VariationText]


@dataclass(frozen=True)
class Shown:
    """The shipped pictures of one variation, on one side where it has sides.

    Files are named from the content folder. ``steps`` has a still for each step; ``pacers`` keep time with a
    dose and are known by what they count: ``set``, ``hold-30``, ``change`` (of sides).

    :param stamp: changes whenever one of the pictures does
    """

    stamp: str
    loop: str
    steps: tuple[str, ...]
    pacers: Mapping[str, str]


@dataclass(frozen=True)
class Exercise:
    """An exercise with all its variations, easiest first, and its words per language code.

    ``shown`` are the shipped pictures by variation, one entry for each side.
    """

    slug: str
    order: int
    kind: Kind
    level: Level
    quiet: bool
    office_clothes: bool
    desk: bool
    regions: tuple[str, ...]
    variations: tuple[Variation, ...]
    sources: tuple[str, ...]
    texts: Mapping[str, ExerciseText]
    shown: Mapping[str, tuple[Shown, ...]] = field(default_factory=dict)

    def variation(self, slug: str) -> Variation:
        """Return the variation named ``slug``, or the standard form when content no longer has it."""
        return next((v for v in self.variations if v.slug == slug), self.standard)

    @property
    def standard(self) -> Variation:
        """Return the exercise as its own page describes it."""
        return next(v for v in self.variations if v.direction is Direction.STANDARD)

    def neighbour(self, slug: str, steps: int) -> Variation | None:
        """Return the variation ``steps`` rungs harder (negative: easier) than ``slug``; None past an end."""
        index = self.variations.index(self.variation(slug)) + steps
        return self.variations[index] if 0 <= index < len(self.variations) else None

    def text(self, language: str) -> ExerciseText:
        """Return the words in ``language``, in English where they are missing."""
        return self.texts.get(language) or self.texts["en"]


@dataclass(frozen=True)
class Entry:
    """One line of a routine: which exercise, in which variation, how much."""

    exercise: str
    variation: str
    dose: Dose

    def with_dose(self, **changes: int | None) -> "Entry":
        """Return the entry with parts of its dose replaced."""
        return replace(self, dose=replace(self.dose, **changes))  # type: ignore[arg-type]


@dataclass(frozen=True)
class RoutineText:
    """The words of a ready-made routine in one language."""

    name: str
    summary: str


@dataclass(frozen=True)
class Routine:
    """A ready-made routine or desk break; ``seconds`` is what its author says it takes, set-up included."""

    slug: str
    order: int
    desk_break: bool
    seconds: int
    entries: tuple[Entry, ...]
    texts: Mapping[str, RoutineText]

    def text(self, language: str) -> RoutineText:
        """Return the words in ``language``, in English where they are missing."""
        return self.texts.get(language) or self.texts["en"]


@dataclass(frozen=True)
class Library:
    """All content, checked. Mappings keep the order in which people see things.

    ``words`` are the words of alarm by language; ``bot.domain.safety.alarm`` listens with all of them.
    ``matrix`` says which exercises suit whom, ``screening`` what is asked before the plan, ``programs`` from
    what plans are made. ``phrases`` say how people ask for things, by language.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    cards: Mapping[str, Card]
    sources: Mapping[str, Source]
    words: Mapping[str, Words] = field(default_factory=dict)
    matrix: Matrix = field(default_factory=Matrix)
    screening: Screening = field(default_factory=Screening)
    programs: Mapping[str, Program] = field(default_factory=dict)
    phrases: Mapping[str, Phrases] = field(default_factory=dict)
