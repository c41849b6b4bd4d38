"""What keeps people safe, beside the cards: the files of ``safety/``."""

from collections.abc import Mapping
from pathlib import Path

from bot.domain.safety import Words
from bot.library.alarms import FILE, read_alarms
from bot.library.files import children
from bot.library.problems import Notes


def is_own(path: Path) -> bool:
    """Tell whether ``path`` is a file that is read here."""
    return path.parent.name == "safety" and bool(FILE.fullmatch(path.name)) and path.is_file()


def words(root: Path, notes: Notes) -> Mapping[str, Words]:
    """Return the words of alarm by language, each listening beside the others."""
    found: dict[str, Words] = {}
    for path in filter(is_own, children(root / "safety")):
        language = FILE.sub(r"\1", path.name)
        if read := read_alarms(path, language, notes.about(f"safety/{path.name}")):
            found[language] = read
    if not (root / "safety" / "words.en.yaml").is_file():
        notes.about("safety/words.en.yaml").say(0, "this file is missing: add the words of alarm in English")
    return {
        language: own.beside(other for other in found.values() if other is not own)
        for language, own in found.items()
    }
