"""Messages are parsed when they are asked for, and read as if all had been parsed at once."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk

from bot.texts.messages import Messages

TEXTS = Path(__file__).parents[2] / "bot" / "texts"


def messages(*texts: str) -> Messages:
    """Return English messages in files 0.ftl, 1.ftl, ..."""
    return Messages("en", [(f"{number}.ftl", text) for number, text in enumerate(texts)])


@pytest.mark.parametrize(
    "path", sorted(TEXTS.glob("*/*.ftl")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_file_can_be_read_whole(path: Path) -> None:
    """A start looks at the outside of messages only, so this is where a fault inside one is found."""
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    assert [entry.content for entry in body if isinstance(entry, Junk)] == []


def test_lines_comments_and_choices_belong_to_their_message() -> None:
    said = messages(
        "# Of a room.\n\nlines = one\n    two\n\n    three\n# Next.\n"
        "count =\n    { $n ->\n        [one] one thing\n       *[other] { $n } things\n    }\nlast = end\n"
    )
    assert said.format("lines", {}) == "one\ntwo\n\nthree"
    assert said.format("count", {"n": 1}) == "one thing"
    assert said.format("count", {"n": 3}) == "3 things"
    assert said.format("last", {}) == "end"


def test_a_message_brings_those_that_it_names() -> None:
    said = messages(
        "hello = Hello from { -name }, { again }\n",
        "-name = Midback\nagain = { bye.low }\nbye = Bye\n .low = bye\n",
    )
    assert said.format("hello", {}) == "Hello from Midback, bye"


def test_of_two_messages_with_a_key_the_first_holds() -> None:
    assert messages("hello = first\n", "hello = second\n").format("hello", {}) == "first"


@pytest.mark.parametrize("fault", ["bye = { $open\n", "bye = Bye\nstray words\n", "stray words\nbye = Bye\n"])
def test_what_looks_broken_is_told_at_once(fault: str) -> None:
    with pytest.raises(LookupError, match=r"en/1\.ftl cannot be read from here on"):
        messages("hello = Hello\n", fault)


def test_what_is_broken_inside_is_told_when_it_is_asked_for() -> None:
    said = messages("hello = Hello\nbye = { $one two }\n")
    assert said.format("hello", {}) == "Hello"
    for _ in range(2):
        with pytest.raises(LookupError, match=r"en/0\.ftl cannot be read from here on: bye"):
            said.format("bye", {})


def test_an_empty_message_is_told() -> None:
    with pytest.raises(LookupError, match="the text hello in en is empty"):
        messages("hello =\n    .label = Hello\n").format("hello", {})
