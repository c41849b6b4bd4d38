"""All frames of a loop. Each look of the body is drawn once, whichever frames and variations show it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from bot.figures.motion import marks
from bot.figures.motion.colours import ARROW
from bot.figures.motion.drawing import Drawn, draw
from bot.figures.motion.schema import Figure, Pose
from bot.figures.motion.timeline import Moment, moments, pose_at

SIZE = 640
Pixels = npt.NDArray[np.uint8]
_LOOKS = {"view", "person", "scene", "target", "inset", "eyes"}


class Studio:
    """Draws poses and remembers them, for one exercise and its variations."""

    def __init__(self, size: int = SIZE, fine: bool = True, drawn: Callable[[], None] = lambda: None) -> None:
        self.size = size
        self._fine = fine
        self._drawn = drawn
        self._known: dict[str, Drawn] = {}

    def draw(self, figure: Figure, pose: Pose) -> Drawn:
        """Return the picture of ``pose``, from memory where the same was drawn before."""
        facts = figure.model_dump_json(include=_LOOKS) + pose.model_dump_json()
        key = blake2b(facts.encode(), digest_size=16).hexdigest()
        if key not in self._known:
            made = draw(figure, pose, self.size, fine=self._fine)
            image = np.round(made.image * 255).astype(np.uint8)
            self._known[key] = Drawn(image, made.groups.astype(np.uint8), made.glow)  # type: ignore[arg-type]
            self._drawn()
        return self._known[key]


@dataclass(frozen=True)
class Frame:
    """One frame of a loop without arrows, and the moment that it shows."""

    moment: Moment
    drawn: Drawn


def frames(figure: Figure, studio: Studio) -> list[Frame]:
    """Return the frames of the loop in order; those that look alike share their pixels."""
    looks: dict[tuple[str, str, float], Drawn] = {}
    result = []
    for moment in moments(figure):
        if moment.key not in looks:
            looks[moment.key] = studio.draw(figure, pose_at(figure, moment))
        result.append(Frame(moment, looks[moment.key]))
    return result


def looks(figure: Figure) -> int:
    """Return how many different pictures a loop takes: for the progress bar."""
    return len({moment.key for moment in moments(figure)})


def with_arrows(figure: Figure, shown: list[Frame]) -> Iterator[Pixels]:
    """Yield the frames with the arrows that point out the next movement.

    Poses that the loop passes through without stopping have none: on the way back they would point forward.
    """
    rests = {beat.pose for beat in figure.play if beat.hold}
    for frame in shown:
        yield _marked(figure, frame, frame.moment.leaving in rests)


def still(figure: Figure, studio: Studio, pose: str) -> Pixels:
    """Return the key picture of a pose, with its arrows."""
    frame = Frame(Moment(pose, pose, 0.0, pose, 0.0), studio.draw(figure, figure.poses[pose]))
    return _marked(figure, frame, True)


def _marked(figure: Figure, frame: Frame, rests: bool) -> Pixels:
    image = np.array(frame.drawn.image, dtype=np.uint8)
    for arrow in figure.arrows:
        if rests and frame.moment.leaving in arrow.during:
            marks.stamp(image, marks.arrow(arrow.path, len(image)), ARROW, _fading(frame.moment.phase))
    return image


def _fading(phase: float) -> float:
    """Arrows announce a movement and are gone before the body comes their way."""
    left = float(np.clip((0.45 - phase) / 0.30, 0, 1))
    return 0.96 * left * left * (3 - 2 * left)
