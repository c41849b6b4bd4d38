import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.figures.motion.vectors import ROOM, Array, angle, bent, slerp, turning, unit, vec

number = st.floats(-1, 1, allow_nan=False)
direction = st.tuples(number, number, number).filter(lambda v: sum(x * x for x in v) > 0.01)


@given(direction, direction, st.floats(0, 1))
def test_it_turns_directions_at_constant_length(
    a: tuple[float, ...], b: tuple[float, ...], share: float
) -> None:
    between = slerp(vec(*a), vec(*b), share)
    assert float(between @ between) == pytest.approx(1, abs=1e-6)


def test_it_goes_half_way_on_the_arc() -> None:
    half = slerp(vec(1, 0, 0), vec(0, 1, 0), 0.5)
    assert half == pytest.approx(unit(vec(1, 1, 0)))


@pytest.mark.parametrize(
    ("bend", "up"),
    [({"flex": 90}, (0, 0, 1)), ({"side": 90}, (1, 0, 0)), ({"twist": 90}, (0, 1, 0))],
)
def test_it_bends_forward_and_to_the_own_left(bend: dict[str, float], up: Array) -> None:
    assert bent(ROOM, **bend).up == pytest.approx(np.array(up), abs=1e-9)


def test_it_turns_the_face_to_the_own_left() -> None:
    assert bent(ROOM, twist=90).face == pytest.approx(vec(1, 0, 0), abs=1e-9)


@given(st.floats(-60, 60), st.floats(-60, 60), st.floats(-90, 90))
def test_it_keeps_frames_square(flex: float, side: float, twist: float) -> None:
    frame = bent(ROOM, flex, side, twist)
    axes = np.array([frame.left, frame.up, frame.face])
    assert axes @ axes.T == pytest.approx(np.eye(3), abs=1e-9)


def test_it_comes_back_from_a_part_to_the_room() -> None:
    frame = bent(ROOM, 30, 20, 10)
    assert frame.world(frame.local(vec(0.1, 0.2, 0.3))) == pytest.approx(vec(0.1, 0.2, 0.3))


def test_it_turns_by_the_right_hand() -> None:
    assert turning(vec(0, 1, 0), 90) @ vec(0, 0, 1) == pytest.approx(vec(1, 0, 0), abs=1e-9)
    assert angle(vec(1, 0, 0), vec(0, 2, 0)) == pytest.approx(90)
