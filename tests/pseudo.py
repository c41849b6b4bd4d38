"""A language that nobody speaks: English with every vowel accented, made of files only.

Whatever shows a plain vowel in it was not translated: a string in the code, a file that was passed over.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from fluent.syntax import FluentParser, FluentSerializer, visitor
from fluent.syntax.ast import Resource, TextElement

CODE = "eo"
"""A code that dates and lists are known for."""

ACCENTED = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
KEPT = re.compile(r"<[^>]*>|<[^>]*$|^[^<>]*>|&\w+;|/[a-z]+|https?:\S+")
"""What is no word: tags (a value may stand in the middle of one), entities, commands, addresses."""


def accented(words: str) -> str:
    """Return words with every vowel accented, as long as before."""
    kept = KEPT.findall(words)
    parts = [part.translate(ACCENTED) for part in KEPT.split(words)]
    return "".join(part + mark for part, mark in zip(parts, [*kept, ""], strict=True))


class Accents(visitor.Transformer):
    """Accents the words of a catalogue and leaves what the code gives as it is."""

    def visit_TextElement(self, node: TextElement) -> TextElement:  # noqa: N802 - the visitor's name
        node.value = accented(node.value)
        return node


def make_texts(english: Path, folder: Path) -> Path:
    """Copy the catalogues into a folder, with a language more."""
    shutil.copytree(english, folder, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    (folder / CODE).mkdir()
    for path in sorted((english / "en").glob("*.ftl")):
        resource: Resource = Accents().visit(FluentParser().parse(path.read_text(encoding="utf-8")))
        (folder / CODE / path.name).write_text(FluentSerializer().serialize(resource), encoding="utf-8")
    return folder


def make_content(shipped: Path, folder: Path) -> Path:
    """Copy the content without its pictures into a folder, with a language more."""
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("*.mp4", "*.jpg", "media.json"))
    for path in folder.rglob("en.md"):
        path.with_name(f"{CODE}.md").write_text(_markdown(path.read_text(encoding="utf-8")), encoding="utf-8")
    of_one_language = {*folder.glob("phrases/*"), *folder.glob("safety/words.*")}
    for path in {*folder.rglob("*.yaml")} - of_one_language:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        if _more(data):
            path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def _markdown(text: str) -> str:
    """Accent prose; headings are keys, and so are the names of fields above the prose."""
    _, head, body = text.split("---\n", 2)
    fields = {key: _deep(value) for key, value in yaml.safe_load(head).items()}
    lines = [line if line.startswith("#") else accented(line) for line in body.splitlines()]
    return "\n".join(["---", yaml.safe_dump(fields, allow_unicode=True) + "---", *lines, ""])


def _more(data: Any) -> bool:
    """Add the language wherever English stands among languages; tell whether it did."""
    if isinstance(data, list):
        return sum(map(_more, data)) > 0  # all of them, not up to the first
    if not isinstance(data, dict):
        return False
    added = sum(map(_more, data.values())) > 0
    if "en" in data and isinstance(data["en"], str | dict):
        data[CODE] = _deep(data["en"])
        return True
    return added


def _deep(value: Any) -> Any:
    if isinstance(value, str):
        return accented(value)
    if isinstance(value, list):
        return [_deep(one) for one in value]
    return {key: _deep(one) for key, one in value.items()} if isinstance(value, dict) else value
