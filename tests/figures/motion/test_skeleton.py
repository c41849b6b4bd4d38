import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.figures.motion import skeleton
from bot.figures.motion.schema import SIDES
from bot.figures.motion.vectors import vec
from tests.figures.motion.builders import pose

bend = st.fixed_dictionaries(
    {"flex": st.floats(-45, 80), "side": st.floats(-40, 40), "twist": st.floats(-70, 70)}
)


@settings(max_examples=40, deadline=None)
@given(bend, bend)
def test_it_keeps_the_length_of_every_bone(spine: dict[str, float], head: dict[str, float]) -> None:
    made = skeleton.build(pose(spine=spine, head=head))
    for side in SIDES:
        for a, b, length in (
            ("shoulder", "elbow", 0.275),
            ("elbow", "wrist", 0.245),
            ("knee", "ankle", 0.405),
        ):
            bone = made.joints[f"{side}_{a}"] - made.joints[f"{side}_{b}"]
            assert float(np.sqrt(bone @ bone)) == pytest.approx(length, abs=1e-6)
    steps = np.diff(made.spine.points, axis=0)
    assert float(np.sqrt((steps * steps).sum(axis=1)).sum()) == pytest.approx(0.5, abs=2e-3)


def test_it_poses_both_sides_from_one_line() -> None:
    made = skeleton.build(pose(arms={"upper": [0.7, 0.2, 0.4], "fore": [0, 1, 0]}))
    left, right = made.joints["left_wrist"], made.joints["right_wrist"]
    assert left * [-1, 1, 1] == pytest.approx(right)


def test_it_brings_a_wrist_to_its_place_with_the_elbow_where_it_should_point() -> None:
    made = skeleton.build(pose(arms={"at": [0.3, 1.3, 0.3], "bend": [0, -1, 0]}))
    assert made.joints["left_wrist"] == pytest.approx(vec(0.3, 1.3, 0.3))
    assert made.strain["left_arm"] < 1e-6
    assert made.joints["left_elbow"][1] < 1.3


def test_it_tells_how_far_a_place_is_out_of_reach() -> None:
    made = skeleton.build(pose(arms={"at": [0.165, 1.35, 0.72]}))
    assert made.strain["left_arm"] == pytest.approx(0.20, abs=0.005)


def test_it_carries_hands_along_with_the_head() -> None:
    hands = {"frame": "head", "at": [0.085, 0, -0.11]}
    straight, bent = (skeleton.build(pose(arms=hands, head={"flex": flex})) for flex in (0, 30))
    for made in (straight, bent):
        gap = made.joints["left_wrist"] - made.joints["skull"]
        assert float(np.sqrt(gap @ gap)) == pytest.approx(np.hypot(0.085, 0.11), abs=1e-6)
    assert straight.joints["left_wrist"] != pytest.approx(bent.joints["left_wrist"])


def test_it_lifts_a_shoulder_with_its_blade() -> None:
    low, high = (skeleton.build(pose(blades={"up": up})).joints["left_shoulder"] for up in (0, 0.03))
    assert high[1] - low[1] == pytest.approx(0.03)
