"""Files of words: the block at the top, then headings with paragraphs and lists, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.library.problems import Notes, is_blank
from bot.library.yamls import Document, parse

_PARSER = MarkdownIt("commonmark")
_REMOVE = {
    "em_open": "* or _ around words",
    "strong_open": "** around words",
    "link_open": "links",
    "image": "pictures",
    "code_inline": "` around words",
    "html_inline": "< and >",
}


@dataclass(frozen=True)
class Block:
    """A paragraph, a list item (``bullet``) or a numbered step (``number``)."""

    kind: Literal["text", "bullet", "number"]
    text: str
    line: int


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it; the part before the first heading has an empty title."""

    title: str
    line: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Page:
    """A file of words: the block at the top (None where unreadable, with a note) and its sections."""

    front: Document | None
    sections: tuple[Section, ...]


def read_page(text: str, notes: Notes) -> Page | None:
    """Return the page in ``text``; None, and a note, where the block at the top is missing.

    Whatever below it is not a plain heading, paragraph or list is noted.
    """
    lines = text.split("\n")
    end = next((i for i, line in enumerate(lines) if i and line.rstrip() == "---"), None)
    if lines[0].rstrip() != "---" or end is None:
        notes.say(
            1, "the block at the top is missing: start the file with a line ---, the keys, and a line ---"
        )
        return None
    # Empty lines stand in for the other part, so that both count lines as the author's editor does.
    front = parse("\n".join(["", *lines[1:end]]), notes)
    return Page(front, tuple(_sections("\n" * (end + 1) + "\n".join(lines[end + 1 :]), notes)))


def _sections(text: str, notes: Notes) -> Iterator[Section]:
    title, line, blocks = "", 1, list[Block]()
    for found in _Reader(notes).blocks(text):
        if isinstance(found, Block):
            blocks.append(found)
            continue
        yield Section(title, line, tuple(blocks))
        title, line, blocks = *found, []
    yield Section(title, line, tuple(blocks))


class _Reader:
    """Goes through markdown-it's tokens once; knows which list it is in."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._lists: list[Literal["bullet", "number"]] = []
        self._fresh = False  # a list item has begun and has no text yet
        self._line = 1

    def blocks(self, text: str) -> Iterator[Block | tuple[str, int]]:
        """Yield a Block for each paragraph and item, and (title, line) for each heading."""
        heading = False
        for token in _PARSER.parse(text):
            self._line = token.map[0] + 1 if token.map else self._line
            if token.type == "inline":
                words = self._words(token)
                if heading:
                    yield words, self._line
                elif words:
                    yield from self._block(words)
            else:
                heading = token.type == "heading_open"
                self._enter(token)

    def _enter(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                if self._lists:
                    self._say("a list stands inside a list: make it one list")
                self._lists.append("bullet" if token.type.startswith("bullet") else "number")
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._fresh = True
            case "list_item_close" if self._fresh:
                self._say("a list item is empty: fill it in or take it out")
                self._fresh = False
            case _:
                self._refuse(token)

    def _refuse(self, token: Token) -> None:
        """Note what is neither a heading, nor a paragraph, nor a list, nor a comment."""
        if token.type == "heading_open" and (token.tag != "h2" or self._lists):
            self._say("a heading starts with two signs and a space: ## ")
        elif token.type == "code_block":
            self._say("this line starts too far to the right: start it at the margin")
        elif token.type in {"heading_open", "paragraph_open"} or token.type.endswith("_close"):
            return
        elif token.type != "html_block" or not _is_comment(token.content):
            self._say("write only headings, paragraphs and lists here")

    def _block(self, words: str) -> Iterator[Block]:
        if is_blank(words):
            self._say("this is still blank: fill it in or take the line out")
        if words.startswith("#"):
            self._say("a heading starts with two signs and a space: ## ")
        elif self._lists and not self._fresh:
            self._say("a list item has more than one paragraph: make it one")
        else:
            yield Block(self._lists[-1] if self._lists else "text", words, self._line)
        self._fresh = False

    def _words(self, token: Token) -> str:
        """Return the plain text of a line; comments vanish, and what is not plain is noted."""
        words = []
        for child in token.children or ():
            if child.type == "html_inline" and _is_comment(child.content):
                continue
            if child.type in _REMOVE:
                self._say(f"write plain text without {_REMOVE[child.type]}")
            words.append(" " if child.type in {"softbreak", "hardbreak"} else child.content)
        text = " ".join("".join(words).split())
        if "http://" in text or "https://" in text:
            self._say("write plain text without links")
        return text

    def _say(self, what: str) -> None:
        self._notes.say(self._line, what)


def _is_comment(html: str) -> bool:
    return html.strip().startswith("<!--") and html.strip().endswith("-->")
