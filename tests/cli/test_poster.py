"""`midback poster`, from the shipped content to codes on paper."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.chat.handlers.meeting import SHOW
from bot.cli.poster import compose, key_still, poster
from bot.figures.shelf import furnish
from bot.library import load
from bot.texts import load as load_texts
from tests.printed import printed

CONTENT = Path(__file__).parents[2] / "content"


def call(*words: str) -> tuple[int, str]:
    app = typer.Typer()
    app.command()(poster)
    result = CliRunner().invoke(app, words)
    return result.exit_code, " ".join(result.output.split())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder without settings."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_phone_reads_codes_that_open_every_exercise(here: Path, language: str) -> None:
    code, said = call("--bot", "@midback_bot", "--language", language, "--out", "wall.pdf")
    assert (code, "10 exercises: wall.pdf" in said) == (0, True)
    (page,) = printed((here / "wall.pdf").read_bytes())
    library = load(CONTENT)
    assert set(page.codes) == {f"https://t.me/midback_bot?start={SHOW}{slug}" for slug in library.exercises}
    for exercise in library.exercises.values():
        assert exercise.text(language).name in page.words


def test_every_exercise_has_a_picture_of_its_own() -> None:
    library = furnish(load(CONTENT), CONTENT)
    made = compose(library, load_texts().texts("en"), "midback_bot", CONTENT)
    pictures = [item.picture for item in made.items]
    assert all(picture and picture.is_file() for picture in pictures)
    assert len(set(pictures)) == len(library.exercises)


def test_an_exercise_without_pictures_has_no_still() -> None:
    assert key_still(next(iter(load(CONTENT).exercises.values()))) is None


@pytest.mark.parametrize("bot", ["mid back", "x", "https://t.me/midback_bot", ""])
def test_it_refuses_what_is_no_username(here: Path, bot: str) -> None:
    code, said = call("--bot", bot)
    assert code == 2
    assert "is no username of a bot" in said
    assert not (here / "poster.pdf").exists()


def test_it_names_the_languages_that_there_are(here: Path) -> None:
    code, said = call("--bot", "midback_bot", "--language", "xx")
    assert code == 2
    assert "There are no texts in 'xx'. Write one of en" in said


def test_it_says_where_it_cannot_write(here: Path) -> None:
    code, said = call("--bot", "midback_bot", "--out", "nowhere/poster.pdf")
    assert code == 1
    assert "The poster cannot be made" in said
