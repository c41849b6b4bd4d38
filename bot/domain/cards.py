"""Short texts to read, and where facts come from."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CardText:
    """An education, safety or legal card in one language; ``note`` is its honesty note, if it has one."""

    title: str
    body: tuple[str, ...]
    note: str | None


@dataclass(frozen=True)
class Card:
    """A short text to read: ``group`` is education, safety or legal."""

    slug: str
    group: str
    order: int
    sources: tuple[str, ...]
    texts: Mapping[str, CardText]

    def text(self, language: str) -> CardText:
        """Return the words in ``language``, in English where they are missing."""
        return self.texts.get(language) or self.texts["en"]


@dataclass(frozen=True)
class Source:
    """Where a fact comes from: one line to print, and a link where there is one."""

    slug: str
    citation: str
    url: str | None
