"""Words of alarm: ``safety/words.<language>.yaml``."""

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Final

from bot.domain.safety import Part, Phrase, Words, plain
from bot.library.care_schemas import WordsKeys
from bot.library.files import read_text
from bot.library.plain import fit
from bot.library.problems import Notes, choose, shown
from bot.library.yamls import Document, Way, parse

FILE: Final = re.compile(r"words\.([a-z]{2,3}(?:-[a-z0-9]{2,4})?)\.yaml")
"""The name of a file of words, with its language."""

_PIECE: Final = re.compile(r"<([^<>]*)>|(\.\.\.|…)|[^\s<>]+")


def read_alarms(path: Path, language: str, notes: Notes) -> Words | None:
    """Return the words of alarm in ``path``; None where they cannot be read."""
    text = read_text(path, notes)
    document = parse(text, notes) if text is not None else None
    keys = fit(WordsKeys, document, notes) if document else None
    if keys is None or document is None:
        return None
    for name, words in keys.sets.items():
        for index, word in enumerate(words):
            if len(plain(word)) != 1:
                line = document.line(("sets", name, index))
                notes.say(line, f"a set holds single words, and {shown(word)} is not one: write a phrase")
    sets = {name: _words(words) for name, words in keys.sets.items()}
    return Words(
        language=language,
        phrases=tuple(_phrases(keys, sets, document, notes)),
        filler=_words(keys.filler),
        no=_words(keys.no),
        after_no=_words(keys.after_no),
        either=_words(keys.either),
        ordinary=tuple(_ordinary(keys, sets, document, notes)),
        lookalikes=_words(keys.lookalikes),
        turns=_words(keys.turns),
        long_ago=tuple(filter(None, map(plain, keys.long_ago))),
    )


def _words(listed: list[str]) -> frozenset[str]:
    return frozenset(word for words in listed for word in plain(words))


def _phrases(
    keys: WordsKeys, sets: Mapping[str, frozenset[str]], document: Document, notes: Notes
) -> Iterator[Phrase]:
    for number, sign in enumerate(keys.signs):
        for index, said in enumerate(sign.phrases):
            way: Way = ("signs", number, "phrases", index)
            if parts := _parts(said, sets, (document, way), notes):
                yield Phrase(sign.slug, sign.tier, parts, heals=sign.heals)
        for index, said in enumerate(sign.near):
            near: Way = ("signs", number, "near", index)
            if parts := _parts(said, sets, (document, near), notes):
                yield Phrase(sign.slug, sign.tier, parts, anyhow=True, heals=sign.heals)


def _ordinary(
    keys: WordsKeys, sets: Mapping[str, frozenset[str]], document: Document, notes: Notes
) -> Iterator[tuple[str, ...]]:
    """Yield the ordinary phrases, those with sets once for each of their words."""
    for index, said in enumerate(keys.ordinary):
        parts = _parts(said, sets, (document, ("ordinary", index)), notes)
        yield from product(*(sorted(part.words) for part in parts)) if parts else ()


def _parts(
    said: str, sets: Mapping[str, frozenset[str]], where: tuple[Document, Way], notes: Notes
) -> tuple[Part, ...]:
    """Return a phrase's parts; none, and a note, where it names a set that is not there."""
    parts: list[Part] = []
    loose = False
    for piece in _PIECE.finditer(said):
        name, gap = piece.groups()
        if gap:
            loose = True
            continue
        if name is not None and name not in sets:
            notes.say(where[0].line(where[1]), f"there is no set {shown(name)}; {choose(name, [*sets])}")
            return ()
        for words in [sets[name]] if name is not None else [{word} for word in plain(piece[0])]:
            parts.append(Part(frozenset(words), loose))
            loose = False
    if not parts or parts[0].loose or loose:
        notes.say(where[0].line(where[1]), f"the phrase {shown(said)} must begin and end with a word")
        return ()
    return tuple(parts)
