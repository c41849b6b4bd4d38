"""Examples of what people say.

They stand in ``phrases/examples/<language>/`` and, for warning signs, in ``phrases/signs/<language>/``. Each
file lists phrases under what they mean. The coach does not read them: it reads what was learnt of them
(:mod:`bot.library.learnt`).
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from pydantic import Field, RootModel

from bot.domain.understanding.makers import KINDS
from bot.domain.understanding.vocabulary import KINDS as WANTED
from bot.domain.understanding.vocabulary import SIGNS
from bot.library.files import children, read_text
from bot.library.learnt import learnt_file, unpack
from bot.library.plain import fit
from bot.library.problems import Notes, choose, shown
from bot.library.yamls import parse

AGAIN: Final = "run midback content learn"
NONE: Final = "none"
"""What holds no warning sign."""
TIERS: Final = ("a", "b", "crisis", NONE)
FOLDERS: Final[Mapping[str, Collection[str]]] = {"examples": KINDS, "signs": TIERS}
"""The folders of examples, and under which words phrases may stand in them."""
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
    """Return the examples of a language in ``examples`` or ``signs``, with notes on their faults."""
    found: Examples = {}
    for path in children(root / "phrases" / folder / language):
        pad = notes.about(f"phrases/{folder}/{language}/{path.name}")
        for kind, phrases in _read(path, FOLDERS[folder], pad).items():
            found.setdefault(kind, []).extend(phrases)
    return {kind: sorted(set(phrases)) for kind, phrases in sorted(found.items())}


def check_examples(root: Path, notes: Notes) -> None:
    """Note the faults of all examples."""
    for folder in FOLDERS:
        for path in children(root / "phrases" / folder):
            if not path.is_dir():
                pad = notes.about(f"phrases/{folder}/{path.name}")
                pad.say(0, "this file is not known here: put it into the folder of its language, such as en")
            read_examples(root, folder, path.name, notes)


def check_learnt(root: Path, notes: Notes) -> None:
    """Note which languages' models cannot be read, or were never made of the examples that are there."""
    for language in languages(root):
        for what in (WANTED, SIGNS):
            path = learnt_file(root, language, what)
            pad = notes.about(f"phrases/learnt/{path.name}")
            if not path.is_file():
                pad.say(0, f"this file is missing: {AGAIN}")
                continue
            try:
                unpack(path.read_bytes())
            except ValueError as error:
                pad.say(0, f"{error}: {AGAIN}")


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
