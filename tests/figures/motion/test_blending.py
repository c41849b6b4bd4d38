import numpy as np
import pytest

from bot.figures.motion import skeleton
from bot.figures.motion.blending import between
from tests.figures.motion.builders import pose

UP = pose(arms={"upper": [0.1, 1, 0], "fore": [0.1, 1, 0]}, spine={"flex": 20}, glow=1)
DOWN = pose()


def test_it_begins_and_ends_at_the_poses() -> None:
    assert between(DOWN, UP, 0) == DOWN
    assert between(DOWN, UP, 1) == UP


def test_it_mixes_angles_and_glow_in_step() -> None:
    half = between(DOWN, UP, 0.5)
    assert (half.spine.flex, half.glow) == (10, 0.5)


def test_it_moves_an_end_in_contact_on_a_straight_line() -> None:
    low, high = (pose(arms={"at": [0.3, y, 0.3], "bend": [1, 0, 0]}) for y in (1.2, 1.4))
    wrist = skeleton.build(between(low, high, 0.25)).joints["left_wrist"]
    assert wrist == pytest.approx(np.array([0.3, 1.25, 0.3]))


def test_it_joins_a_limb_in_contact_to_a_free_one_without_a_jump() -> None:
    held = pose(arms={"at": [0.3, 1.3, 0.3], "bend": [0, -1, 0]})
    for a, b in ((held, UP), (UP, held)):
        near = skeleton.build(between(a, b, 1e-4)).joints["left_wrist"]
        assert near == pytest.approx(skeleton.build(a).joints["left_wrist"], abs=1e-3)
