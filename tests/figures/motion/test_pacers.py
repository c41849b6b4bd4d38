import numpy as np
import pytest

from bot.domain.exercises import Dose
from bot.figures.motion import pacers
from bot.figures.motion.drawing import Drawn
from bot.figures.motion.reel import Frame, Pixels
from bot.figures.motion.timeline import moments
from tests.figures.motion.builders import figure

SIZE = 96


def frames() -> list[Frame]:
    """Every frame of a loop as a plain grey; the body fills the top left quarter."""
    groups = np.full((SIZE, SIZE), 99)
    groups[: SIZE // 2, : SIZE // 2] = 0
    shown = []
    for moment in moments(figure()):
        image = np.full((SIZE, SIZE, 3), 200, np.uint8)
        shown.append(Frame(moment, Drawn(image, groups, 0.0)))  # type: ignore[arg-type]
    return shown


SHOWN = frames()
HELD = pacers.held(figure(), SHOWN)


def test_it_holds_the_hardest_pose_or_the_one_that_is_named() -> None:
    assert HELD.moment.key[0] == "up"
    assert pacers.held(figure(holds="down"), SHOWN).moment.key[0] == "down"


def test_it_puts_the_dial_where_the_body_is_not() -> None:
    assert pacers.spot(SHOWN) != (0.125, 0.125)


@pytest.mark.parametrize("seconds", pacers.HOLDS)
def test_it_holds_for_as_long_as_it_says(seconds: int) -> None:
    assert len(list(pacers.hold(SHOWN[0], seconds, (0.875, 0.125)))) == seconds * pacers.FPS


def test_it_empties_the_ring_while_a_posture_is_held() -> None:
    first, *_, last = pacers.hold(SHOWN[0], 5, (0.5, 0.5))

    def orange(image: Pixels) -> int:
        return int(((image[..., 0] > 220) & (image[..., 2] < 100)).sum())

    assert orange(first) > 10 * max(1, orange(last))


@pytest.mark.parametrize("dose", [Dose(reps=3, tempo=4), Dose(reps=2, tempo=3, hold=5)])
def test_it_takes_the_time_of_the_dose_for_a_set(dose: Dose) -> None:
    images = list(pacers.repetitions(SHOWN, dose, HELD, (0.875, 0.125)))
    assert len(images) == dose.set_seconds * pacers.FPS


def test_it_changes_the_number_with_every_repetition() -> None:
    images = list(pacers.repetitions(SHOWN, Dose(reps=2, tempo=3), HELD, (0.875, 0.125)))
    assert not np.array_equal(images[0], images[30])
    assert np.array_equal(images[0], images[1])


def test_it_takes_the_time_of_the_dose_for_breaths() -> None:
    dose = Dose(breaths=2, tempo=6)
    assert len(list(pacers.breaths(figure(), SHOWN, dose, (0.875, 0.125)))) == dose.set_seconds * pacers.FPS


def test_it_turns_the_picture_round_for_the_other_side() -> None:
    picture = np.zeros((SIZE, SIZE, 3), np.uint8)
    picture[:, :10] = 255
    first, *_, last = pacers.change_sides(picture, (0.5, 0.9))
    assert first[0, 5, 0] == 255
    assert last[0, -5, 0] == 255
    assert last[0, 5, 0] == 0
