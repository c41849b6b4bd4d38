"""Words that people type must lead to one exercise."""

import unicodedata
from collections.abc import Iterable, Iterator

from bot.library.exercises import ReadExercise
from bot.library.problems import Notes, shown
from bot.library.yamls import Way


def check_aliases(reads: Iterable[ReadExercise], notes: Notes) -> None:
    """Note each name, alias or misspelling, in any language, that finds a second exercise."""
    owners: dict[str, str] = {}
    reads = sorted(reads, key=lambda read: (read.exercise.order, read.exercise.slug))
    for read in reads:
        owners.setdefault(_typed(read.exercise.slug), read.exercise.slug)
    for read in reads:
        slug = read.exercise.slug
        for language, way, words in _words(read):
            owner = owners.setdefault(_typed(words), slug)
            if owner != slug:
                line = read.fronts[language].line(way)
                what = f"{shown(words)} already finds {owner}: take it out of one of the two"
                notes.about(f"{slug}/{language}.md").say(line, what)


def _words(read: ReadExercise) -> Iterator[tuple[str, Way, str]]:
    for language, text in read.exercise.texts.items():
        yield language, ("name",), text.name
        for key, several in (("aliases", text.aliases), ("misspellings", text.misspellings)):
            for index, words in enumerate(several):
                yield language, (key, index), words


def _typed(words: str) -> str:
    """Return the words as someone in a hurry types them: no capitals, accents or hyphens."""
    letters = unicodedata.normalize("NFKD", words.casefold())
    return " ".join(
        "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c)).split()
    )
