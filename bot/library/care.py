"""What keeps people safe, beside the cards: the files of ``safety/``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.domain.exercises import Exercise
from bot.domain.matrix import Matrix
from bot.domain.safety import Words
from bot.domain.screening import Screening
from bot.library.alarms import FILE, read_alarms
from bot.library.files import children
from bot.library.matrix import read_matrix
from bot.library.problems import Notes
from bot.library.screening import read_screening
from bot.library.yamls import Document

_OWN: Final = ("matrix.yaml", "screening.yaml")


@dataclass(frozen=True)
class Care:
    """What was read; ``cited``: each thing that names sources, with its document and its notes."""

    words: Mapping[str, Words]
    matrix: Matrix
    screening: Screening
    cited: tuple[tuple[Matrix | Screening, Document, Notes], ...]


def is_own(path: Path) -> bool:
    """Tell whether ``path`` is a file that is read here."""
    known = path.name in _OWN or FILE.fullmatch(path.name)
    return path.parent.name == "safety" and bool(known) and path.is_file()


def read_care(root: Path, exercises: Mapping[str, Exercise], faulty: set[str], notes: Notes) -> Care:
    """Return what stands in ``safety/`` beside the cards, with notes on its faults."""
    table_notes, ask_notes = (notes.about(f"safety/{name}") for name in _OWN)
    table = read_matrix(root / "safety" / "matrix.yaml", exercises, faulty, table_notes)
    flags = table[0].flags if table else None
    questions = read_screening(root / "safety" / "screening.yaml", flags, ask_notes)
    cited: list[tuple[Matrix | Screening, Document, Notes]] = []
    if table:
        cited.append((*table, table_notes))
    if questions:
        cited.append((*questions, ask_notes))
    return Care(
        words=_words(root, notes),
        matrix=table[0] if table else Matrix(),
        screening=questions[0] if questions else Screening(),
        cited=tuple(cited),
    )


def _words(root: Path, notes: Notes) -> Mapping[str, Words]:
    """Return the words of alarm by language, each listening beside the others."""
    found: dict[str, Words] = {}
    for path in children(root / "safety"):
        name = FILE.fullmatch(path.name)
        if name and (read := read_alarms(path, name[1], notes.about(f"safety/{path.name}"))):
            found[name[1]] = read
    if not (root / "safety" / "words.en.yaml").is_file():
        notes.about("safety/words.en.yaml").say(0, "this file is missing: add the words of alarm in English")
    return {
        language: own.beside(other for other in found.values() if other is not own)
        for language, own in found.items()
    }
