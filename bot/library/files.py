"""Reading content folders: which files count, and their text."""

import re
from pathlib import Path

from bot.library.problems import Notes

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,4})?")


def children(folder: Path) -> list[Path]:
    """Return what lies in ``folder``, sorted, without hidden files and editors' backups."""
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if not p.name.startswith(".") and not p.name.endswith("~"))


def is_language(path: Path) -> bool:
    """Tell whether ``path`` is a file of words such as ``en.md`` or ``pt-br.md``."""
    return path.suffix == ".md" and bool(_LANGUAGE.fullmatch(path.stem)) and path.is_file()


def read_text(path: Path, notes: Notes) -> str | None:
    """Return the text of a UTF-8 file with plain line ends; None, and a note, where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError:
        notes.say(0, "this file is missing or cannot be opened: add it")
        return None
    try:
        text = data.decode("utf-8-sig")  # Windows editors put a mark in front
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        notes.say(line, "a letter here cannot be read: save the file again with the encoding UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return None if _has_controls(text, notes) else text


def _has_controls(text: str, notes: Notes) -> bool:
    """Note the first invisible control character; neither YAML nor Telegram takes them."""
    bad = _CONTROL.search(text)
    if bad is None:
        return False
    notes.say(
        text.count("\n", 0, bad.start()) + 1,
        "there is an invisible character in this line: type the line again",
    )
    return True
