"""How people say things: what the file of a language holds, and what its author is told."""

from pathlib import Path
from shutil import copy

import pytest

from bot.domain.understanding.lexicon import Phrases
from bot.library.phrases import listed, read_phrases
from bot.library.problems import Notes, Problem

SHIPPED = Path(__file__).parents[2] / "content" / "phrases" / "en.yaml"
CARDS = {path.name for path in (SHIPPED.parents[1] / "cards").iterdir()}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a copy of the English phrases in a content folder of its own."""
    folder = tmp_path / "phrases"
    folder.mkdir()
    return Path(copy(SHIPPED, folder / "en.yaml"))


def read(file: Path) -> tuple[dict[str, Phrases], list[Problem]]:
    """Read the phrases beside ``file``, with what is noted."""
    problems: list[Problem] = []
    found = read_phrases(file.parents[1], CARDS, None, Notes("content", problems))
    return dict(found), problems


def test_a_part_of_the_body_must_be_one_that_an_exercise_is_for(file: Path) -> None:
    problems: list[Problem] = []
    read_phrases(file.parents[1], CARDS, {"neck", "shoulders"}, Notes("content", problems))
    assert any("'ribs' is not known in regions" in problem.what for problem in problems)


def test_what_ships_is_without_fault(file: Path) -> None:
    found, problems = read(file)
    assert problems == []
    assert ("stop", None) in found["en"].said[("leave", "me", "alone")]


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("  snooze: ", "  snooz: ", "'snooz' is not known in words"),
        ("  snooze: ", "  snooz: ", "snooze is missing"),
        ("  breath: ", "  breathe: ", "'breathe' is not known in cards"),
        ("  Europe/London: ", "  Europe/Londn: ", "there is no time zone 'Europe/Londn'"),
        ("tongues:", "tonges:", "tonges"),
    ],
)
def test_its_author_is_told_what_is_wrong(file: Path, before: str, after: str, what: str) -> None:
    file.write_text(
        file.read_text(encoding="utf-8").replace(f"\n{before}", f"\n{after}", 1), encoding="utf-8"
    )
    assert any(what in str(problem) for problem in read(file)[1])


def test_a_file_of_another_name_is_not_known_here(file: Path) -> None:
    (file.parent / "notes.txt").write_text("hello", encoding="utf-8")
    assert "phrases/notes.txt: this file is not known here" in str(read(file)[1][0])


def test_english_must_be_there(file: Path) -> None:
    file.rename(file.with_name("es.yaml"))
    assert "add the phrases in English" in str(read(file)[1][0])


def test_without_a_folder_there_are_no_phrases(tmp_path: Path) -> None:
    assert read(tmp_path / "phrases" / "en.yaml") == ({}, [])


def test_a_list_is_folded_as_typed_words_are() -> None:
    assert list(listed("Don't stop, ¿qué?,, sooooo, 7:30")) == [
        ("dont", "stop"),
        ("que", "?"),
        ("so",),
        ("7:30",),
    ]
