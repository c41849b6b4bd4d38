"""Reading all content. Loading and checking are one and the same walk."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Protocol, TypeVar

from bot.domain.cards import Card, Source
from bot.domain.exercises import Exercise, Library, Routine
from bot.domain.programs import Program
from bot.library import care
from bot.library.aliases import check_aliases
from bot.library.cards import read_card
from bot.library.examples import check_examples, check_learnt
from bot.library.exercises import read_exercise
from bot.library.files import children, read_text
from bot.library.phrases import read_phrases
from bot.library.plain import fit
from bot.library.problems import ContentError, Notes, Problem, choose, nearest, shown
from bot.library.programs import read_program
from bot.library.routines import read_routine
from bot.library.schemas import SLUG, SourcesFile
from bot.library.yamls import Document, parse

SHELVES = {"cards": ("education",), "safety": ("safety", "legal")}
"""Folders of cards, and the groups of cards that stand in each."""

SAFETY_CARDS = ("tier-a", "tier-b", "tier-c", "crisis")
"""Cards that the coach shows by itself when someone reports a warning sign."""

# A note for people may lie beside everything.
_TOP = ("exercises", "routines", "cards", "safety", "sources.yaml", "programs", "phrases", "README.md")


def load(root: Path) -> Library:
    """Return everything in the content folder ``root``.

    :raises ContentError: with every problem at once
    """
    library, problems = _read(root)
    if problems:
        raise ContentError(problems)
    return library


def check(root: Path) -> list[Problem]:
    """Return every problem in the content folder ``root``, file by file; empty where all is well."""
    problems = _read(root)[1]
    notes = Notes("content", problems)
    check_examples(root, notes)
    check_learnt(root, notes)
    return sorted(set(problems))


def next_order(root: Path) -> int:
    """Return the first place in the list of exercises that no readable exercise has."""
    return max((e.order for e in _read(root)[0].exercises.values()), default=0) + 1


def _read(root: Path) -> tuple[Library, list[Problem]]:
    problems: list[Problem] = []
    notes = Notes("content", problems)
    if not root.is_dir():
        notes.say(0, f"there is no folder {root}: create it, or start in the folder above it")
        return Library({}, {}, {}, {}), problems
    for path in children(root):
        if path.name not in _TOP:
            notes.about(path.name).say(0, f"this file is not known here: {choose(path.name, _TOP)}")
    walk = _Walk(root, notes)
    sources = walk.sources()
    exercises = walk.exercises()
    kept = walk.care(exercises)
    cards = walk.cards()
    library = Library(
        exercises,
        walk.routines(exercises),
        cards,
        sources,
        kept.words,
        kept.matrix,
        kept.screening,
        walk.programs(exercises),
        read_phrases(root, cards, walk.regions(exercises), notes),
    )
    return library, sorted(set(problems))


class _Thing(Protocol):
    @property
    def slug(self) -> str: ...
    @property
    def order(self) -> int: ...


class _Citing(Protocol):
    @property
    def sources(self) -> tuple[str, ...]: ...


_T = TypeVar("_T", bound=_Thing)
_Read = Callable[[Path, dict[str, Exercise], set[str], Notes], tuple[_T, Document] | None]


class _Walk:
    """One walk through the content folder."""

    def __init__(self, root: Path, notes: Notes) -> None:
        self._root = root
        self._notes = notes
        self._known: list[str] | None = None  # sources' slugs; None while they cannot be read

    def sources(self) -> dict[str, Source]:
        notes = self._notes.about("sources.yaml")
        text = read_text(self._root / "sources.yaml", notes)
        document = parse(text, notes) if text is not None else None
        file = fit(SourcesFile, document, notes) if document else None
        if file is None:
            return {}
        self._known = list(file.root)
        return {slug: Source(slug, keys.citation, keys.url) for slug, keys in file.root.items()}

    def exercises(self) -> dict[str, Exercise]:
        folders = self._folders("exercises", "")
        reads = [read for path in folders if (read := read_exercise(path, self._notes.about(path.name)))]
        if not children(self._root / "exercises"):
            self._notes.about("exercises").say(0, "there is no exercise yet: add a folder with one")
        check_aliases(reads, self._notes)
        pads = [self._notes.about(f"{read.exercise.slug}/exercise.yaml") for read in reads]
        found = [(read.exercise, read.document, pad) for read, pad in zip(reads, pads, strict=True)]
        self._cite(found)
        return _in_order(found, lambda _: "")

    def cards(self) -> dict[str, Card]:
        found: list[tuple[Card, Document, Notes]] = []
        for shelf, groups in SHELVES.items():
            for path in self._folders(shelf, f"{shelf}/"):
                notes = self._notes.about(f"{shelf}/{path.name}")
                if shelf != "cards" and (self._root / "cards" / path.name).is_dir():
                    notes.say(0, "a card in cards has the same name: rename one of the folders")
                if read := read_card(path, groups, notes):
                    found.append((*read, notes.about(f"{notes.file}/card.yaml")))
        for slug in SAFETY_CARDS:
            if not (self._root / "safety" / slug).is_dir():
                self._notes.about(f"safety/{slug}").say(
                    0, "this card is missing: add the folder with its card"
                )
        self._cite(found)
        return _in_order(found, attrgetter("group"))

    def routines(self, exercises: dict[str, Exercise]) -> dict[str, Routine]:
        found = [*self._files("routines", "a routine", read_routine, exercises)]
        return _in_order(found, lambda routine: "break" if routine.desk_break else "")

    def programs(self, exercises: dict[str, Exercise]) -> dict[str, Program]:
        found = [*self._files("programs", "a program", read_program, exercises)]
        self._cite(found)
        return _in_order(found, lambda _: "")

    def _files(
        self, shelf: str, what: str, read: "_Read[_T]", exercises: dict[str, Exercise]
    ) -> Iterator[tuple[_T, Document, Notes]]:
        """Read the files of a shelf that holds one file each."""
        faulty = self._faulty(exercises)
        for path in children(self._root / shelf):
            notes = self._notes.about(f"{shelf}/{path.name}")
            if path.suffix != ".yaml" or not path.is_file():
                notes.say(0, f"this file is not known here: {what}'s file ends in .yaml")
            elif _is_slug(path.stem, notes) and (found := read(path, exercises, faulty, notes)):
                yield (*found, notes)

    def care(self, exercises: dict[str, Exercise]) -> care.Care:
        found = care.read_care(self._root, exercises, self._faulty(exercises), self._notes)
        self._cite(found.cited)
        return found

    def regions(self, exercises: Mapping[str, Exercise]) -> set[str] | None:
        """Return the parts of the body that exercises are for; None while some exercise cannot be read."""
        named = {region for exercise in exercises.values() for region in exercise.regions}
        return None if self._faulty(exercises) else named

    def _faulty(self, exercises: Mapping[str, Exercise]) -> set[str]:
        """Return the exercises that are there but cannot be read."""
        return {path.name for path in children(self._root / "exercises")} - set(exercises)

    def _folders(self, shelf: str, prefix: str) -> Iterable[Path]:
        for path in children(self._root / shelf):
            notes = self._notes.about(f"{prefix}{path.name}")
            if care.is_own(path):
                continue  # it has a reader of its own
            if not path.is_dir():
                notes.say(0, f"this file is not known here: {shelf} holds one folder each")
            elif _is_slug(path.name, notes):
                yield path

    def _cite(self, found: Iterable[tuple[_Citing, Document, Notes]]) -> None:
        """Note each source that sources.yaml does not have."""
        for thing, document, notes in found:
            for index, slug in enumerate(thing.sources):
                if self._known is not None and slug not in self._known:
                    guess = nearest(slug, self._known)
                    advice = f"did you mean {guess}?" if guess else "add it there"
                    line = document.line(("sources", index))
                    notes.say(line, f"sources.yaml has no source {shown(slug)}: {advice}")


def slug_fault(name: str) -> str | None:
    """Return what is wrong with ``name`` as a slug; None where nothing is."""
    if len(name) <= 32 and re.fullmatch(SLUG, name):
        return None
    return "rename it: only letters a-z, digits and hyphens, at most 32 characters, such as wall-angels"


def _is_slug(name: str, notes: Notes) -> bool:
    if fault := slug_fault(name):
        notes.say(0, fault)
    return fault is None


def _in_order(found: list[tuple[_T, Document, Notes]], list_of: Callable[[_T], str]) -> dict[str, _T]:
    """Return the things by slug as people see them; a place taken twice in the same list is noted."""
    taken: dict[tuple[str, int], str] = {}
    found = sorted(found, key=lambda one: (list_of(one[0]), one[0].order, one[0].slug))
    for thing, document, notes in found:
        first = taken.setdefault((list_of(thing), thing.order), thing.slug)
        if first != thing.slug:
            what = f"order {thing.order} is taken by {first}: write another number"
            notes.say(document.line(("order",)), what)
    return {thing.slug: thing for thing, _, _ in found}
