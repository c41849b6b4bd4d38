"""Files that are missing, strange or unreadable, and what the checker says about them."""

from pathlib import Path

import pytest

from bot.library import check

TURN = "exercises/turn/exercise.yaml"
WORDS = "exercises/turn/en.md"
CARD = "cards/posture/card.yaml"
SOURCES = "sources.yaml"


def test_the_tree_itself_has_no_fault(content_tree: Path) -> None:
    assert check(content_tree) == []


MISSING = [
    (TURN, "turn/exercise.yaml: this file is missing or cannot be opened: add it"),
    (WORDS, "turn/en.md: this file is missing: add the words in English"),
    (CARD, "cards/posture/card.yaml: this file is missing or cannot be opened: add it"),
    (SOURCES, "sources.yaml: this file is missing or cannot be opened: add it"),
]


@pytest.mark.parametrize(("file", "sentence"), MISSING)
def test_it_names_a_missing_file(content_tree: Path, file: str, sentence: str) -> None:
    (content_tree / file).unlink()
    assert [str(problem) for problem in check(content_tree)] == [sentence]


UNKNOWN = "this file is not known here:"
RENAME = "rename it: only letters a-z, digits and hyphens, at most 32 characters, such as wall-angels"
TOP = "exercises, routines, cards, safety, sources.yaml, programs, phrases, README.md"
STRAY = [
    ("note.txt", f"note.txt: {UNKNOWN} write one of {TOP}"),
    ("exercises/note.txt", f"note.txt: {UNKNOWN} exercises holds one folder each"),
    ("exercises/turn/x.png", f"turn/x.png: {UNKNOWN} write one of en.md, exercise.yaml, figure.yaml, media"),
    ("routines/note.txt", f"routines/note.txt: {UNKNOWN} a routine's file ends in .yaml"),
    ("cards/posture/pic.png", f"cards/posture/pic.png: {UNKNOWN} write one of card.yaml, en.md"),
    ("exercises/Wall Angels/en.md", f"Wall Angels: {RENAME}"),
    (f"exercises/{'x' * 33}/en.md", f"{'x' * 33}: {RENAME}"),
    ("routines/Two.yaml", f"routines/Two.yaml: {RENAME}"),
]


@pytest.mark.parametrize(("file", "sentence"), STRAY)
def test_it_names_a_file_that_it_does_not_know(content_tree: Path, file: str, sentence: str) -> None:
    path = content_tree / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("x", encoding="utf-8")
    assert [str(problem) for problem in check(content_tree)] == [sentence]


@pytest.mark.parametrize("name", [".hidden", "en.md~", ".en.md.swp"])
def test_it_overlooks_hidden_files_and_backups(content_tree: Path, name: str) -> None:
    (content_tree / "exercises" / "turn" / name).write_bytes(b"\xff")
    assert check(content_tree) == []


def test_it_names_the_line_with_a_wrong_encoding(content_tree: Path) -> None:
    path = content_tree / WORDS
    path.write_bytes(path.read_bytes().replace(b"Go slowly", "Geh hinüber".encode("latin-1")))
    expected = "turn/en.md line 15: a letter here cannot be read: save the file again with the encoding UTF-8"
    assert [str(problem) for problem in check(content_tree)] == [expected]


def test_it_names_an_empty_file(content_tree: Path) -> None:
    (content_tree / TURN).write_text("# nothing\n", encoding="utf-8")
    expected = "turn/exercise.yaml line 1: there is nothing here yet: fill it in"
    assert [str(problem) for problem in check(content_tree)] == [expected]


def test_it_names_a_file_without_keys(content_tree: Path) -> None:
    (content_tree / TURN).write_text("hello\n", encoding="utf-8")
    expected = "turn/exercise.yaml line 1: the keys are missing: write lines such as order: 1"
    assert [str(problem) for problem in check(content_tree)] == [expected]


def test_it_wants_the_folder_to_be_there(tmp_path: Path) -> None:
    expected = f"content: there is no folder {tmp_path / 'none'}: create it, or start in the folder above it"
    assert [str(problem) for problem in check(tmp_path / "none")] == [expected]


def test_it_wants_each_safety_card(content_tree: Path) -> None:
    (content_tree / "safety/tier-b").rename(content_tree / "safety/tier-z")
    expected = "safety/tier-b: this card is missing: add the folder with its card"
    assert [str(problem) for problem in check(content_tree)] == [expected]


def test_a_harder_variation_stands_below_the_easier_ones(content_tree: Path) -> None:
    path = content_tree / TURN
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("easier", "EASIER").replace("harder", "easier").replace("EASIER", "harder"))
    words = content_tree / WORDS
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("Easier", "EASIER").replace("Harder", "Easier").replace("EASIER", "Harder"))
    expected = "turn/exercise.yaml line 15: 'on-the-floor' is easier: put it above the harder ones"
    assert [str(problem) for problem in check(content_tree)] == [expected]


def test_it_says_everything_at_once(content_tree: Path) -> None:
    """Faults in several files come in one list, file by file and line by line."""
    for file, before, after in [
        (TURN, "kind: mobility", "kind: dance"),
        (TURN, "desk: yes", "desk: maybe"),
        (WORDS, "- Go slowly.", "Go slowly."),
        (SOURCES, "read: second-hand", "read: maybe"),
    ]:
        path = content_tree / file
        path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    places = [(problem.file, problem.line) for problem in check(content_tree)]
    assert places == [
        ("sources.yaml", 6),
        ("turn/en.md", 15),
        ("turn/exercise.yaml", 2),
        ("turn/exercise.yaml", 6),
    ]


@pytest.mark.parametrize("taken", ["sitting-tall", "standard"])
def test_a_variation_needs_a_slug_of_its_own(content_tree: Path, taken: str) -> None:
    for file, before in [(TURN, "slug: on-the-floor"), (WORDS, "Harder: on-the-floor")]:
        path = content_tree / file
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(before, before.replace("on-the-floor", taken)), encoding="utf-8")
    expected = f"turn/exercise.yaml line 15: the slug '{taken}' is taken: write another one"
    assert [str(problem) for problem in check(content_tree)] == [expected]


def test_it_wants_an_exercise(content_tree: Path) -> None:
    (content_tree / "exercises").rename(content_tree / ".exercises")
    (content_tree / "routines/reset.yaml").unlink()
    expected = "exercises: there is no exercise yet: add a folder with one"
    assert [str(problem) for problem in check(content_tree)] == [expected]


def test_a_card_has_its_name_to_itself(content_tree: Path) -> None:
    (content_tree / "cards/posture").rename(content_tree / "cards/tier-a")
    expected = "safety/tier-a: a card in cards has the same name: rename one of the folders"
    assert [str(problem) for problem in check(content_tree)] == [expected]


def test_a_routine_is_silent_about_an_exercise_that_cannot_be_read(content_tree: Path) -> None:
    """One fault is said once, where it stands."""
    path = content_tree / TURN
    path.write_text(path.read_text(encoding="utf-8").replace("kind: mobility", "kind: 5"), encoding="utf-8")
    assert [problem.file for problem in check(content_tree)] == ["turn/exercise.yaml"]
