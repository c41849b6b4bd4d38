"""How people say things: ``phrases/<language>.yaml``."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from bot.domain.understanding.lexicon import Bag, Label, Phrases, Said
from bot.domain.understanding.normal import fold
from bot.domain.understanding.rules import CONCEPTS
from bot.domain.zones import WELL_KNOWN, is_zone
from bot.library.files import children, read_text
from bot.library.phrase_schemas import DAY_SETS, PhrasesKeys, TimeKeys, Weekday
from bot.library.plain import fit
from bot.library.problems import Notes, choose, shown
from bot.library.yamls import Document, parse

FILE: Final = re.compile(r"([a-z]{2,3}(?:-[a-z0-9]{2,4})?)\.yaml")
"""The name of a file of phrases, which is its language."""
ASIDE: Final = ("examples", "signs", "questions", "learnt")
"""Folders of what statistics are made of, and of what came of it."""
_Listed = Iterator[tuple[Label, str]]
_There: TypeAlias = tuple[Collection[str], Collection[str] | None]
"""The cards, and the regions of exercises, that phrases may name."""
_PLAIN: Final = re.compile(r"(?:([a-z])(?!\1\1))+").fullmatch
_PLAINLY: Final = (
    "every", "at", "and_", "plus", "minus", "thru", "until", "open_end", "from_", "except_", "past", "before",
    "half", "quarter", "oclock", "in_", "for_", "from_now", "next", "ordinal", "one", "rare", "times_word",
    "per_day", "per_week",
)  # fmt: skip


def read_phrases(
    root: Path, cards: Collection[str], regions: Collection[str] | None, notes: Notes
) -> Mapping[str, Phrases]:
    """Return the phrases of each language in ``phrases/``, with notes on their faults.

    :param cards: the cards that questions may lead to
    :param regions: the parts of the body that exercises are for; None while some exercise cannot be read
    """
    found: dict[str, Phrases] = {}
    for path in children(root / "phrases"):
        if path.name in ASIDE:
            continue
        pad = notes.about(f"phrases/{path.name}")
        name = FILE.fullmatch(path.name)
        if name is None or not path.is_file():
            pad.say(
                0, "this file is not known here: a file of phrases is called en.yaml, es.yaml, pt-br.yaml"
            )
        elif read := _read(path, name[1], (cards, regions), pad):
            found[name[1]] = read
    if found and "en" not in found and not (root / "phrases" / "en.yaml").is_file():
        notes.about("phrases/en.yaml").say(0, "this file is missing: add the phrases in English")
    return found


def _read(path: Path, language: str, there: _There, notes: Notes) -> Phrases | None:
    text = read_text(path, notes)
    document = parse(text, notes) if text is not None else None
    keys = fit(PhrasesKeys, document, notes) if document else None
    if keys is None or document is None:
        return None
    _check(keys, document, there, notes)
    labels: dict[Said, set[Label]] = {}
    for label, phrases in (*_concepts(keys), *_times(keys.time)):
        for phrase in listed(phrases):
            labels.setdefault(phrase, set()).add(label)
    said = {phrase: frozenset(several) for phrase, several in labels.items()}
    filler = frozenset(listed(keys.filler))
    plain = frozenset(word for phrase in listed(keys.plain) for word in phrase)
    return Phrases(language, said, filler, plain, tuple(_bags(keys.cards)))


def _check(keys: PhrasesKeys, document: Document, there: _There, notes: Notes) -> None:
    """Note concepts that are unknown or missing, and cards, regions and time zones that are not there."""
    cards, regions = there
    _known(keys.words, CONCEPTS, ("words", document), notes)
    _known(keys.cards, cards, ("cards", document), notes)
    _known(keys.regions, keys.regions if regions is None else regions, ("regions", document), notes)
    for name in sorted(CONCEPTS - keys.words.keys()):
        what = f"{name} is missing: write how people say it, such as {name}: one phrase, another"
        notes.say(document.line(("words",)), what)
    for zone in keys.zones:
        if zone not in WELL_KNOWN and not is_zone(zone):
            what = f"there is no time zone {shown(zone)}: write one such as Europe/Madrid"
            notes.say(document.line(("zones", zone)), what)


def _known(names: Collection[str], known: Collection[str], where: tuple[str, Document], notes: Notes) -> None:
    key, document = where
    for name in names:
        if name not in known:
            what = f"{shown(name)} is not known in {key}; {choose(name, sorted(known))}"
            notes.say(document.line((key, name)), what)


def _concepts(keys: PhrasesKeys) -> _Listed:
    for name, phrases in keys.words.items():
        yield (name, None), phrases
    for facet, by_value in (
        ("region", keys.regions), ("place", keys.places), ("kit", keys.kit), ("kind", keys.kinds),
        ("level", keys.levels), ("tongue", keys.tongues), ("city", keys.zones),
    ):  # fmt: skip
        for value, phrases in by_value.items():
            yield (facet, str(value)), phrases
    yield ("no-kit", None), keys.no_kit
    yield ("quiet", None), keys.quiet
    yield ("desk", None), keys.desk


def _times(keys: TimeKeys) -> _Listed:
    for name in _PLAINLY:
        yield (name.rstrip("_").replace("_", "-"), None), getattr(keys, name)
    for concept, by_value in (
        ("number", keys.numbers), ("month-name", keys.months), ("span", keys.spans), ("times", keys.times),
    ):  # fmt: skip
        for count, phrases in by_value.items():
            yield (concept, count), phrases
    for clock, phrases in keys.clocks.items():
        hour, minute = clock.split(":")
        yield ("wall", int(hour) * 60 + int(minute)), phrases
    for unit, phrases in keys.units.items():
        yield (str(unit), None), phrases
    yield from _named_times(keys)


def _named_times(keys: TimeKeys) -> _Listed:
    for number, day in enumerate(Weekday):
        yield ("weekday", number), f"{keys.weekdays[day]}, {keys.mondays_and_so_on.get(day, '')}"
        yield ("each-weekday", None), keys.mondays_and_so_on.get(day, "")
    for name, phrases in keys.day_sets.items():
        yield ("day-set", DAY_SETS[name]), phrases
    for concept, by_name in (("part", keys.parts), ("anchor", keys.anchors), ("half-day", keys.half_days)):
        for value, phrases in by_name.items():
            yield (concept, str(value)), phrases


def listed(phrases: str) -> Iterator[Said]:
    """Yield the phrases of a list, which commas part, as folded words."""
    return (words for phrase in phrases.split(",") if (words := _folded(phrase)))


def _folded(phrase: str) -> Said:
    """Return the words of a phrase. Most are plain already; to fold thousands would be felt at the start."""
    words = phrase.split()
    return tuple(words) if all(map(_PLAIN, words)) else fold(phrase)


def _bags(cards: Mapping[str, str]) -> Iterator[Bag]:
    for slug, rows in cards.items():
        for row in rows.split(","):
            parts = (
                frozenset(word for one in part.split("/") for word in _folded(one)) for part in row.split()
            )
            yield Bag(slug, tuple(parts))
