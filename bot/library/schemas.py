"""The closed schemas of content files: which keys there are, and what may stand in them.

Each field's description completes the sentence "write ...", for authors.
"""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from bot.domain.exercises import Dose, Kind, Kit, Level, Place

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_SLUG_HINT = "lower-case letters a-z, digits and hyphens, at most 32 characters, such as wall-angels"

Slug = Annotated[str, Field(pattern=SLUG, max_length=32, description=_SLUG_HINT)]
"""A name that travels in button data, hence short and plain."""

# No angle bracket before a letter or slash: pages are plain text, and HTML would be shown as typed.
_PLAIN = r"^([^<]|<[^a-zA-Z/!]|<$)*$"

Order = Annotated[int, Field(ge=1, le=999, description="a whole number from 1 to 999")]


def _text(most: int) -> Any:  # pydantic's Field is typed as the field's own type
    return Field(
        min_length=1, max_length=most, pattern=_PLAIN, description=f"plain text of at most {most} characters"
    )


def _whole(least: int, most: int, default: int | None) -> Any:
    return Field(default, ge=least, le=most, description=f"a whole number from {least} to {most}")


def _slugs(least: int, example: str) -> Any:
    return Field(min_length=least, description=f"a list of names, such as [{example}]")


Phrase = Annotated[str, _text(40)]


class Way(StrEnum):
    """On which side of the standard form a variation stands."""

    EASIER = "easier"
    HARDER = "harder"


class Group(StrEnum):
    """Which kind of card it is."""

    EDUCATION = "education"
    SAFETY = "safety"
    LEGAL = "legal"


class Closed(BaseModel):
    """A group of keys that refuses every key it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DoseKeys(Closed):
    """How much: see :class:`bot.domain.exercises.Dose`."""

    sets: int = _whole(1, 5, 1)
    reps: int | None = _whole(1, 30, None)
    hold: int = _whole(0, 120, 0)
    breaths: int | None = _whole(1, 60, None)
    sides: int = _whole(1, 2, 1)
    tempo: int = _whole(1, 20, 4)

    def dose(self) -> Dose:
        """Return the dose with the usual values where a key was left out."""
        return Dose(**self.model_dump())

    def given(self) -> dict[str, int]:
        """Return only the keys that the author wrote."""
        return self.model_dump(exclude_unset=True)


_DOSE = "its keys in braces, such as {sets: 1, reps: 6, tempo: 8}"


class VariationKeys(Closed):
    """One entry of ``variations``; what is left out is as in the exercise."""

    slug: Slug
    direction: Way
    places: list[Place] | None = Field(None, min_length=1)
    kit: list[Kit] | None = None
    dose: DoseKeys | None = Field(None, description=_DOSE)


class ExerciseKeys(Closed):
    """``exercise.yaml``."""

    order: Order
    kind: Kind
    level: Level
    places: list[Place] = Field(min_length=1)
    kit: list[Kit]
    desk: bool
    quiet: bool
    office_clothes: bool
    regions: list[Slug] = _slugs(1, "whole-spine, neck")
    dose: DoseKeys = Field(description=_DOSE)
    variations: list[VariationKeys] = Field(
        default_factory=list, description="a list of variations, each with slug and direction"
    )
    sources: list[Slug] = _slugs(1, "editor")


class ExerciseFront(Closed):
    """The block at the top of an exercise's file of words."""

    name: str = _text(40)
    aliases: list[Phrase] = Field(min_length=1, description="a list of names, such as [cat cow, catcow]")
    misspellings: list[Phrase] = Field(default_factory=list, description="a list of names, such as [cat caw]")


class EntryKeys(Closed):
    """One line of a routine; ``dose`` holds only the keys that differ."""

    exercise: Slug
    variation: Slug = "standard"
    dose: DoseKeys = Field(default_factory=DoseKeys, description=_DOSE)


class RoutineFront(Closed):
    """The words of a routine in one language."""

    name: str = _text(40)
    summary: str = _text(120)


Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[a-z0-9]{2,4})?$")]


class RoutineKeys(Closed):
    """``routines/<slug>.yaml``."""

    order: Order
    desk_break: bool
    seconds: int = Field(ge=30, le=3600, description="a whole number of seconds from 30 to 3600")
    entries: list[EntryKeys] = Field(
        min_length=1, description="a list of exercises, each like '- exercise: wall-angels'"
    )
    texts: dict[Language, RoutineFront] = Field(
        description="the words by language, such as en: {name: …, summary: …}"
    )


class CardKeys(Closed):
    """``card.yaml``."""

    group: Group
    order: Order
    sources: list[Slug] = Field(default_factory=list, description="a list of sources, such as [editor]")


class CardFront(Closed):
    """The block at the top of a card's file of words."""

    title: str = _text(60)


class SourceKeys(Closed):
    """One source of ``sources.yaml``; ``read`` says whether the author read it or another's account of it."""

    citation: str = _text(400)
    url: str | None = Field(
        None, pattern=r"^https?://\S+$", description="an address that starts with https://"
    )
    read: Literal["yes", "second-hand", "no"] | None = None


class SourcesFile(RootModel[dict[Slug, SourceKeys]]):
    """``sources.yaml``: slug to source."""


SCHEMAS: tuple[type[Closed], ...] = (
    ExerciseKeys, VariationKeys, DoseKeys, ExerciseFront, RoutineKeys, EntryKeys, RoutineFront,
    CardKeys, CardFront, SourceKeys,
)  # fmt: skip
"""Every group of keys that an author can write."""
