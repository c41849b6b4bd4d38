"""The closed schemas of what makes a plan and keeps people safe: words of alarm, the questions before the
plan, who should do which exercise how, and programs. Descriptions complete "write ..."."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from bot.domain.programs import Goal, Role
from bot.domain.safety import Tier
from bot.library.schemas import Closed, Language, Order, Phrase, RoutineFront, Slug

Said = Annotated[str, Field(min_length=1, max_length=80, description="words as people type them")]
"""A phrase, in which ``<pain>`` stands for any word of a set and ``...`` for a few words of any kind."""

Listed = Annotated[list[Phrase], Field(min_length=1, description="a list of words, such as [the, my, very]")]


class SignKeys(Closed):
    """One warning sign."""

    slug: Slug
    tier: Tier
    phrases: list[Said] = Field(min_length=1, description="a list of phrases, such as [chest <pain>]")
    near: list[Said] = Field(
        default_factory=list,
        description="phrases whose words may stand in any order, such as [<legs> <numb>]",
    )
    heals: bool = Field(default=False, description="true, where what was long ago is no sign any more")


class WordsKeys(Closed):
    """``safety/words.<language>.yaml``."""

    filler: Listed
    no: Listed
    after_no: Listed
    either: Listed
    lookalikes: list[Phrase] = Field(default_factory=list, description="a list of words, such as [chess]")
    ordinary: list[Said] = Field(default_factory=list, description="a list of phrases, or [] for none")
    turns: list[Phrase] = Field(default_factory=list, description="a list of words, such as [but]")
    long_ago: list[Phrase] = Field(default_factory=list, description="a list of phrases, such as [years ago]")
    sets: dict[Slug, Listed] = Field(description="sets of words, such as pain: [pain, ache]")
    signs: list[SignKeys] = Field(
        min_length=1, description="a list of signs, each with slug, tier and phrases"
    )


class Say(StrEnum):
    """What a flag says about an exercise."""

    OK = "ok"
    ADAPT = "adapt"
    ASK = "ask"
    SKIP = "skip"


def _said(most: int) -> Any:
    return Field(min_length=1, max_length=most, description=f"plain text of at most {most} characters")


def _by_language(example: str) -> Any:
    return Field(min_length=1, description=f"the words by language, such as {example}")


_SOURCES = Field(min_length=1, description="a list of sources, such as [editor]")
_STATE = _by_language('en: "Not yet reviewed by a physiotherapist."')

Label = Annotated[str, _said(22)]
FlagName = Annotated[str, _said(60)]
Sentence = Annotated[str, _said(400)]


class RuleKeys(Closed):
    """What a flag says about one exercise."""

    say: Say
    use: list[Slug] | None = Field(
        None, min_length=1, description="a list of variations, the best first, such as [seated, standard]"
    )


class FlagKeys(Closed):
    """One flag of ``safety/matrix.yaml``."""

    names: dict[Language, FlagName] = _by_language("en: Sore neck")
    rules: dict[Slug, RuleKeys] = Field(
        min_length=1, description="rules by exercise, such as wall-angel: {say: skip}"
    )
    others: Literal["ok", "ask", "skip"] = "ok"


class MatrixKeys(Closed):
    """``safety/matrix.yaml``."""

    state: dict[Language, Sentence] = _STATE
    sources: list[Slug] = _SOURCES
    flags: dict[Slug, FlagKeys] = Field(min_length=1, description="the flags, each with names and rules")


class ChoiceKeys(Closed):
    """One answer."""

    slug: Slug
    names: dict[Language, Label] = _by_language('en: "No"')
    flags: list[Slug] = Field(default_factory=list, description="a list of flags of safety/matrix.yaml")
    tier: Tier | None = None
    adult: bool = True


class QuestionKeys(Closed):
    """One question."""

    slug: Slug
    texts: dict[Language, Sentence] = _by_language('en: "How old are you?"')
    many: bool = False
    choices: list[ChoiceKeys] = Field(min_length=2, description="a list of answers, each with slug and names")


class ScreeningKeys(Closed):
    """``safety/screening.yaml``."""

    state: dict[Language, Sentence] = _STATE
    sources: list[Slug] = _SOURCES
    months: int = Field(ge=1, le=24, description="a whole number from 1 to 24")
    questions: list[QuestionKeys] = Field(
        min_length=1, max_length=9, description="a list of at most 9 questions"
    )


class MoveKeys(Closed):
    """One exercise of a phase."""

    exercise: Slug
    variation: Slug = "standard"
    role: Role
    sets: int | None = Field(None, ge=1, le=5, description="a whole number from 1 to 5")


class PhaseKeys(Closed):
    """Some weeks of a program."""

    slug: Slug
    weeks: int = Field(ge=1, le=12, description="a whole number from 1 to 12")
    minutes: int = Field(ge=2, le=30, description="a whole number from 2 to 30")
    strength_days: int = Field(ge=0, le=3, description="a whole number from 0 to 3")
    names: dict[Language, FlagName] = _by_language("en: Settle and learn")
    moves: list[MoveKeys] = Field(
        min_length=2, description="a list of exercises, each with exercise and role"
    )


class ProgramKeys(Closed):
    """``programs/<slug>.yaml``."""

    order: Order
    goal: Goal
    lengths: list[int] = Field(min_length=1, description="a list of weeks, such as [4, 8, 12]")
    sources: list[Slug] = _SOURCES
    texts: dict[Language, RoutineFront] = _by_language("en: {name: …, summary: …}")
    phases: list[PhaseKeys] = Field(min_length=1, description="a list of phases, each with slug and weeks")


CARE_SCHEMAS: tuple[type[Closed], ...] = (
    WordsKeys, SignKeys, MatrixKeys, FlagKeys, RuleKeys, ScreeningKeys, QuestionKeys, ChoiceKeys,
    ProgramKeys, PhaseKeys, MoveKeys,
)  # fmt: skip
"""Every group of keys here that an author can write."""
