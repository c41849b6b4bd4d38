"""Examples of what people say.

They stand in ``phrases/examples/<language>/``, for warning signs in ``phrases/signs/<language>/`` and, for
questions by the cards that answer them, in ``phrases/questions/<language>/``. Each file lists phrases under
what they mean. The coach does not read them: it reads what was learnt of them
(:mod:`bot.library.learnt`).
"""

import json
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import Field, RootModel

from bot.domain.understanding.makers import KINDS
from bot.domain.understanding.vocabulary import KINDS as WANTED
from bot.domain.understanding.vocabulary import QUESTIONS, SIGNS
from bot.library.files import children, read_text
from bot.library.learnt import learnt_file, unpack
from bot.library.plain import fit
from bot.library.problems import Notes, choose, shown
from bot.library.yamls import parse

AGAIN: Final = "run midback content learn"
NONE: Final = "none"
"""What holds no warning sign, or is answered by no card."""
TIERS: Final = ("a", "b", "crisis", NONE)
FOLDERS: Final[Mapping[str, str]] = {WANTED: "examples", SIGNS: "signs", QUESTIONS: "questions"}
"""From which folder a model is learnt."""
Examples = dict[str, list[str]]


class ExamplesFile(RootModel[dict[str, list[str]]]):
    """Phrases by what they mean."""

    root: dict[str, list[str]] = Field(
        description='a list of sentences below it, each on a line of its own as - "stop it"'
    )


def languages(root: Path) -> list[str]:
    """Return the languages that have examples."""
    return [path.name for path in children(root / "phrases" / "examples") if path.is_dir()]


def read_examples(root: Path, folder: str, language: str, notes: Notes) -> Examples:
    """Return the examples of a language in one of the folders, with notes on their faults."""
    found: Examples = {}
    known = _known(root, folder)
    for path in children(root / "phrases" / folder / language):
        pad = notes.about(f"phrases/{folder}/{language}/{path.name}")
        for kind, phrases in _read(path, known, pad).items():
            found.setdefault(kind, []).extend(phrases)
    return {kind: sorted(set(phrases)) for kind, phrases in sorted(found.items())}


def _known(root: Path, folder: str) -> Collection[str]:
    """Return under which words phrases may stand in a folder."""
    cards = {NONE, *(path.name for path in children(root / "cards"))}
    return {"examples": KINDS, "signs": TIERS}.get(folder, cards)


def check_examples(root: Path, notes: Notes) -> None:
    """Note the faults of all examples."""
    for folder in FOLDERS.values():
        for path in children(root / "phrases" / folder):
            if not path.is_dir():
                pad = notes.about(f"phrases/{folder}/{path.name}")
                pad.say(0, "this file is not known here: put it into the folder of its language, such as en")
            read_examples(root, folder, path.name, notes)


def check_learnt(root: Path, notes: Notes) -> None:
    """Note which languages' models cannot be read, or were learnt from other examples than those there."""
    for language in languages(root):
        lessons = read_lessons(root, language, Notes("content", []))  # their faults are told elsewhere
        for what, examples in lessons.items():
            path = learnt_file(root, language, what)
            if trouble := _trouble(path, digest(examples)):
                notes.about(f"phrases/learnt/{path.name}").say(0, f"{trouble}: {AGAIN}")


def _trouble(path: Path, source: str) -> str | None:
    """Return what is wrong with a model, if anything."""
    if not path.is_file():
        return "this file is missing"
    try:
        _, learnt_from = unpack(path.read_bytes())
    except ValueError as error:
        return str(error)
    return None if learnt_from == source else "the examples changed since this was learnt"


def read_lessons(root: Path, language: str, notes: Notes) -> dict[str, Examples]:
    """Return what each model of a language is learnt from. Whatever people want is no warning sign."""
    read = {what: read_examples(root, folder, language, notes) for what, folder in FOLDERS.items()}
    wanted, signs, questions = read[WANTED], read[SIGNS], read[QUESTIONS]
    told = {phrase for kind, phrases in signs.items() if kind != NONE for phrase in phrases}
    wishes = {phrase for phrases in wanted.values() for phrase in phrases} - told
    lessons = {WANTED: wanted, SIGNS: {**signs, NONE: sorted(wishes.union(signs.get(NONE, ())))}}
    return {**lessons, QUESTIONS: questions} if questions else lessons


def digest(examples: Examples) -> str:
    """Return a number, in hex, that changes with the examples."""
    return sha256(json.dumps(examples, sort_keys=True).encode()).hexdigest()


def _read(path: Path, known: Collection[str], notes: Notes) -> Examples:
    text = read_text(path, notes)
    document = parse(text, notes) if text is not None else None
    file = fit(ExamplesFile, document, notes) if document else None
    if file is None or document is None:
        return {}
    for kind in file.root:
        if kind not in known:
            what = f"{shown(kind)} is not known here; {choose(kind, sorted(known))}"
            notes.say(document.line((kind,)), what)
    return {kind: phrases for kind, phrases in file.root.items() if kind in known}
