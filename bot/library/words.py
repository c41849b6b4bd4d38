"""What files of words have in common: languages, headings, and how long a line may be."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.library.files import children, is_language, read_text
from bot.library.markdown import Block, Page, Section, read_page
from bot.library.problems import Notes, choose, is_blank, nearest, shown

_T = TypeVar("_T")


@dataclass(frozen=True)
class Limit:
    """How long a line may be, and what to do about one that is longer."""

    what: str
    words: int
    characters: int
    advice: str = "shorten it"


STEP = Limit("a step", 25, 160, "shorten it or make it two steps")
POSITION = Limit("the position", 25, 160)
TIP = Limit("a tip", 30, 200)
FAULT = Limit("a fault", 30, 200)
LINE = Limit("a line", 30, 200)
NOTE = Limit("the note", 60, 400)


def read_texts(
    folder: Path, others: Collection[str], notes: Notes, words: Callable[[Page, str, Notes], _T | None]
) -> dict[str, _T]:
    """Return the words in each language of ``folder``, read by ``words``.

    A file that is neither a language nor one of ``others`` is noted, and so is a missing ``en.md``.
    """
    found: dict[str, _T] = {}
    for path in children(folder):
        pad = notes.about(f"{notes.file}/{path.name}")
        if is_language(path):
            text = read_text(path, pad)
            page = read_page(text, pad) if text is not None else None
            if page and (value := words(page, path.stem, pad)) is not None:
                found[path.stem] = value
        elif path.name not in others:
            pad.say(0, f"this file is not known here: {choose(path.name, sorted({'en.md', *others}))}")
    if not (folder / "en.md").is_file():
        notes.about(f"{notes.file}/en.md").say(0, "this file is missing: add the words in English")
    return found


def by_title(sections: Iterable[Section], expected: Sequence[str], notes: Notes) -> dict[str, Section]:
    """Return the sections by heading; headings that are unknown, double or missing are noted."""
    found: dict[str, Section] = {}
    meant: set[str | None] = set()
    for section in sections:
        title = section.title
        if fault := _heading_fault(title, expected):
            notes.say(section.line, fault)
            meant.add(nearest(title, expected))
        elif title in found:
            notes.say(section.line, f"the heading {shown(title)} stands twice: keep one")
        elif title:
            found[title] = section
        else:
            for block in section.blocks:
                notes.say(block.line, "this stands above the first heading: put it below a heading")
    for title in expected:
        if title not in found and title not in meant:
            notes.say(0, f'the heading "## {title}" is missing: add it with its text below')
    return found


def _heading_fault(title: str, expected: Sequence[str]) -> str | None:
    if not title or title in expected:
        return None
    if is_blank(title):
        return "this heading is still blank: write a slug from exercise.yaml, or take it out"
    return f"the heading {shown(title)} is not known; {choose(title, expected)}"


def sentence(section: Section | None, limit: Limit, notes: Notes) -> str:
    """Return the section's one paragraph."""
    if section is None:
        return ""
    if len(section.blocks) != 1 or section.blocks[0].kind != "text":
        notes.say(section.line, f"below '{section.title}' write one paragraph, without a list")
        return ""
    block = section.blocks[0]
    within(block, limit, notes)
    return block.text


def bullets(section: Section | None, limit: Limit, notes: Notes) -> tuple[str, ...]:
    """Return the lines of the section's list, at least one."""
    if section is None:
        return ()
    for block in section.blocks:
        if block.kind != "bullet":
            notes.say(block.line, "start this line with '- '")
        within(block, limit, notes)
    if not section.blocks:
        notes.say(
            section.line,
            f"below '{section.title}' there is nothing: write at least one line that starts with '- '",
        )
    return tuple(block.text for block in section.blocks)


def steps(blocks: Sequence[Block], line: int, notes: Notes) -> tuple[str, ...]:
    """Return the 3 to 6 numbered steps in ``blocks``; ``line`` is their heading's."""
    for block in blocks:
        if block.kind != "number":
            notes.say(block.line, "number the steps: start this line with a number, a point and a space")
        within(block, STEP, notes)
    if not 3 <= len(blocks) <= 6:
        notes.say(
            line,
            f"there {'is 1 step' if len(blocks) == 1 else f'are {len(blocks)} steps'} here; write 3 to 6",
        )
    total = sum(len(block.text) for block in blocks)
    if total > 800:  # a picture's caption takes 1,024, and name, dose and position need their share
        notes.say(line, f"the steps have {total} characters together, at most 800: shorten them")
    return tuple(block.text for block in blocks)


def within(block: Block, limit: Limit, notes: Notes) -> None:
    """Note a block that is too long."""
    words, characters = len(block.text.split()), len(block.text)
    if words > limit.words:
        notes.say(block.line, f"{limit.what} has {words} words, at most {limit.words}: {limit.advice}")
    elif characters > limit.characters:
        what = f"{limit.what} has {characters} characters, at most {limit.characters}"
        notes.say(block.line, f"{what}: {limit.advice}")
