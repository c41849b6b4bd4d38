import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.figures.motion.timeline import FPS, ease, moments, pose_at, seconds
from tests.figures.motion.builders import figure

REST = st.booleans()


@given(REST, REST)
def test_it_goes_all_the_way(from_rest: bool, to_rest: bool) -> None:
    assert ease(0, from_rest, to_rest) == pytest.approx(0)
    assert ease(1, from_rest, to_rest) == pytest.approx(1)


@given(st.floats(0, 0.99), REST, REST)
def test_it_never_goes_back(share: float, from_rest: bool, to_rest: bool) -> None:
    assert ease(share + 0.01, from_rest, to_rest) >= ease(share, from_rest, to_rest)


def test_it_starts_slowly_from_rest_and_passes_a_via_pose_at_speed() -> None:
    assert ease(0.01) < 0.001
    assert ease(0.99, from_rest=True, to_rest=False) == pytest.approx(0.99, abs=1e-3)


def test_it_takes_the_time_that_the_beats_say() -> None:
    assert seconds(figure()) == pytest.approx(0.5 + 1.4 + 0.5 + 1.4, abs=4 / FPS)


def test_it_shows_the_same_pictures_on_the_way_back() -> None:
    keys = {moment.key for moment in moments(figure())}
    assert len(keys) == 2 + 1.4 * FPS - 1


def test_it_poses_a_frame() -> None:
    half = next(moment for moment in moments(figure()) if 0.45 < moment.share < 0.55)
    assert 0.4 < pose_at(figure(), half).glow < 0.6
