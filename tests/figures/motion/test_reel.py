"""Arrows in loops and stills. Slow where the tracer has yet to be compiled."""

import numpy as np
import pytest

from bot.figures.motion.schema import Figure
from tests.figures.motion.builders import figure

pytest.importorskip("numba")
pytestmark = pytest.mark.slow
ARROWS = [{"path": [[0.1, 0.9], [0.1, 0.5], [0.1, 0.1]], "during": ["down"]}]


def passing(hold: float) -> Figure:
    """A figure with an arrow out of a pose in which it stays for ``hold`` seconds."""
    play = [{"pose": "down", "hold": hold, "move": 1.4}, {"pose": "up", "hold": 0.5, "move": 1.4}]
    return figure(play=play, arrows=ARROWS)


def inked(looked_at: Figure) -> int:
    """Return how many frames of the loop differ from the same frames without arrows."""
    from bot.figures.motion import reel  # noqa: PLC0415 - needs numba

    studio = reel.Studio(32, fine=False)
    shown = reel.frames(looked_at, studio)
    pairs = zip(reel.with_arrows(looked_at, shown), shown, strict=True)
    return sum(not np.array_equal(image, frame.drawn.image) for image, frame in pairs)


def test_it_shows_arrows_while_a_pose_is_held_and_as_the_body_leaves_it() -> None:
    assert 12 < inked(passing(0.5)) < 35


def test_it_shows_no_arrow_in_a_pose_that_the_loop_passes_through() -> None:
    """On the way back it would point forward."""
    assert inked(passing(0)) == 0


def test_it_shows_the_arrow_of_such_a_pose_on_its_still() -> None:
    from bot.figures.motion import reel  # noqa: PLC0415 - needs numba

    studio = reel.Studio(32, fine=False)
    bare = reel.still(figure(), studio, "down")
    assert not np.array_equal(reel.still(passing(0), studio, "down"), bare)
