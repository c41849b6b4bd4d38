"""What small pictures show. Slow where the tracer has yet to be compiled."""

import pytest

from bot.figures.motion.inspection import inspect
from bot.figures.motion.schema import Figure, Pardon, View

pytest.importorskip("numba")
pytestmark = pytest.mark.slow


def rules(figure: Figure) -> set[str]:
    return {finding.rule for finding in inspect(figure)}


def test_it_finds_a_cropped_figure(push_up: Figure) -> None:
    near = push_up.view.model_copy(update={"height": 1.1})
    assert "frame" in rules(push_up.model_copy(update={"view": near}))


def test_it_finds_a_figure_that_is_too_small(wall_angel: Figure) -> None:
    assert "frame" in rules(wall_angel.model_copy(update={"view": View(height=4)}))


def test_it_finds_poses_that_look_the_same(wall_angel: Figure) -> None:
    poses = {"low": wall_angel.poses["low"], "high": wall_angel.poses["low"]}
    assert {"twins", "distinct"} <= rules(wall_angel.model_copy(update={"poses": poses}))


def test_it_finds_a_muscle_that_nobody_sees(wall_angel: Figure) -> None:
    """The back stands against the wall: without its window nothing glows."""
    assert rules(wall_angel.model_copy(update={"inset": None})) == {"target"}


def test_it_finds_a_pardon_that_is_not_needed(wall_angel: Figure) -> None:
    pardon = Pardon(rule="speed", why="It was faster once upon a time.")
    assert rules(wall_angel.model_copy(update={"pardons": (pardon,)})) == {"pardon"}
