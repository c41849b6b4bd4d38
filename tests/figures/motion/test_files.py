from pathlib import Path

import pytest

from bot.figures.motion import files
from bot.library.problems import ContentError

SMALL = """\
target: [{at: [.05, -.1, -.1]}]
base:
  arms: {upper: [.1, -1, 0]}
  legs: {at: [.12, .07, 0]}
poses:
  down: {}
  up: {glow: 1, arms: {upper: [.1, 1, 0]}}
play: [{pose: down}, {pose: up}]
steps: [down, up]
surfaces: {wall: {at: [0, 0, -.12], facing: [0, 0, 1]}}
variations:
  one-arm:
    poses:
      up: {left_arm: {upper: [.1, -1, 0]}}
  away:
    surfaces: {wall: none}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "exercises" / "lift").mkdir(parents=True)
    (tmp_path / "exercises" / "lift" / "figure.yaml").write_text(SMALL)
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "exercises" / "lift" / "figure.yaml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_it_finds_the_exercises_that_have_a_figure(folder: Path) -> None:
    assert files.slugs(folder) == ["lift"]


def test_it_reads_the_standard_form_and_its_variations(folder: Path) -> None:
    assert list(files.read(folder, "lift")) == ["standard", "one-arm", "away"]


def test_it_poses_both_arms_from_one_line_and_one_arm_from_an_override(folder: Path) -> None:
    figures = files.read(folder, "lift")
    assert figures["standard"].poses["up"].left_arm.upper == (0.1, 1, 0)
    assert figures["one-arm"].poses["up"].left_arm.upper == (0.1, -1, 0)
    assert figures["one-arm"].poses["up"].right_arm.upper == (0.1, 1, 0)


def test_it_replaces_a_limb_that_gets_a_new_aim() -> None:
    """The bend of the old limb would point the new one the wrong way."""
    base = {"left_arm": {"at": [0, 1, 0], "bend": [1, 0, 0]}}
    assert files.merged(base, {"left_arm": {"upper": [0, 1, 0]}}) == {"left_arm": {"upper": [0, 1, 0]}}
    assert files.merged(base, {"left_arm": {"grip": 1}})["left_arm"]["bend"] == [1, 0, 0]


def test_it_takes_away_what_is_none(folder: Path) -> None:
    figures = files.read(folder, "lift")
    assert "wall" in figures["one-arm"].surfaces
    assert figures["away"].surfaces == {}


def test_it_names_the_line_of_a_fault(folder: Path) -> None:
    change(folder, "steps: [down, up]", "stepps: [down, up]")
    with pytest.raises(ContentError) as caught:
        files.read(folder, "lift")
    assert "lift/figure.yaml line 9: 'stepps' is not a key here" in str(caught.value).replace("“", "'")


def test_it_names_the_variation_of_a_fault(folder: Path) -> None:
    change(folder, "up: {left_arm: {upper: [.1, -1, 0]}}", "up: {left_arm: {grip: 7}}")
    with pytest.raises(ContentError, match=r"line 12: .*number from 0 to 1"):
        files.read(folder, "lift")
