"""`midback pictures`, as authors call it."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.pictures import pictures

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content with one figure, whose settings the command reads."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("media"))
    for path in (folder / "exercises").glob("*/figure.yaml"):
        if path.parent.name != "side-bend-reach":
            path.unlink()
    monkeypatch.setenv("MIDBACK_CONTENT", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def call(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(pictures, words)
    return result.exit_code, " ".join(result.output.split())


def test_it_names_what_there_is_when_a_slug_is_wrong(content: Path) -> None:
    code, said = call("check", "sidebend")
    assert code != 0
    assert "There are: side-bend-reach." in said


def test_it_names_file_and_line_of_a_fault(content: Path) -> None:
    path = content / "exercises" / "side-bend-reach" / "figure.yaml"
    path.write_text(path.read_text().replace("person: ana", "persn: ana", 1))
    code, said = call("check")
    assert code != 0
    assert "side-bend-reach/figure.yaml line 1" in said


def test_it_writes_the_gallery(content: Path) -> None:
    (content.parent / "docs").mkdir()
    code, said = call("gallery")
    assert code == 0, said
    assert "Seated Cat Cow" in (content.parent / "docs" / "gallery.md").read_text()


@pytest.mark.slow
def test_it_draws_a_preview(content: Path) -> None:
    pytest.importorskip("numba")
    code, said = call("preview", "side-bend-reach/seated", "--size", "80")
    assert code == 0, said
    assert (content.parent / "preview.png").stat().st_size > 2000


@pytest.mark.slow
def test_it_finds_a_fault_that_was_sown(content: Path) -> None:
    pytest.importorskip("numba")
    path = content / "exercises" / "side-bend-reach" / "figure.yaml"
    path.write_text(path.read_text().replace("works: right", "works: left", 1))
    code, said = call("check")
    assert code != 0
    assert "side-bend-reach/standard: side: right side works here" in said
