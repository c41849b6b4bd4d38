"""The closed schemas of what keeps people safe: words of alarm. Descriptions complete "write ..."."""

from typing import Annotated

from pydantic import Field

from bot.domain.safety import Tier
from bot.library.schemas import Closed, Phrase, Slug

Said = Annotated[str, Field(min_length=1, max_length=80, description="words as people type them")]
"""A phrase, in which ``<pain>`` stands for any word of a set and ``...`` for a few words of any kind."""

Listed = Annotated[list[Phrase], Field(min_length=1, description="a list of words, such as [the, my, very]")]


class SignKeys(Closed):
    """One warning sign."""

    slug: Slug
    tier: Tier
    phrases: list[Said] = Field(min_length=1, description="a list of phrases, such as [chest <pain>]")


class WordsKeys(Closed):
    """``safety/words.<language>.yaml``."""

    filler: Listed
    no: Listed
    after_no: Listed
    either: Listed
    lookalikes: list[Phrase] = Field(default_factory=list, description="a list of words, such as [chess]")
    ordinary: list[Phrase] = Field(default_factory=list, description="a list of phrases, or [] for none")
    sets: dict[Slug, Listed] = Field(description="sets of words, such as pain: [pain, ache]")
    signs: list[SignKeys] = Field(
        min_length=1, description="a list of signs, each with slug, tier and phrases"
    )


CARE_SCHEMAS: tuple[type[Closed], ...] = (WordsKeys, SignKeys)
"""Every group of keys here that an author can write."""
