"""Which pose every frame shows. Frames that look alike share a key, so that each is drawn only once."""

from dataclasses import dataclass

from bot.figures.motion.blending import between
from bot.figures.motion.schema import Beat, Figure, Pose

FPS = 25


@dataclass(frozen=True)
class Moment:
    """One frame: ``share`` of the way between two poses, while ``leaving`` one for the other.

    :param phase: 0 while the pose is held, then how far the time of the movement has gone, to 1
    """

    first: str
    second: str
    share: float
    leaving: str
    phase: float

    @property
    def key(self) -> tuple[str, str, float]:
        """What the body looks like: the same for out and back."""
        if self.share in (0.0, 1.0):
            held = self.second if self.share else self.first
            return (held, held, 0.0)
        if self.first > self.second:
            return (self.second, self.first, round(1 - self.share, 5))
        return (self.first, self.second, round(self.share, 5))


def moments(figure: Figure) -> list[Moment]:
    """Return every frame of the loop."""
    frames: list[Moment] = []
    for index, beat in enumerate(figure.play):
        following = figure.play[(index + 1) % len(figure.play)]
        frames += _stay(beat, following) + _go(beat, following)
    return frames


def pose_at(figure: Figure, moment: Moment) -> Pose:
    """Return the pose of a frame."""
    first, second, share = moment.key
    return between(figure.poses[first], figure.poses[second], share)


def seconds(figure: Figure) -> float:
    """Return how long one round of the loop takes."""
    return len(moments(figure)) / FPS


def _stay(beat: Beat, following: Beat) -> list[Moment]:
    count = max(1, round(beat.hold * FPS)) if beat.hold else 1
    return [Moment(beat.pose, following.pose, 0.0, beat.pose, 0.0)] * count


def _go(beat: Beat, following: Beat) -> list[Moment]:
    count = round(beat.move * FPS)
    shares = (ease(i / count, beat.hold > 0, following.hold > 0) for i in range(1, count))
    return [
        Moment(beat.pose, following.pose, share, beat.pose, i / count) for i, share in enumerate(shares, 1)
    ]


def ease(share: float, from_rest: bool = True, to_rest: bool = True) -> float:
    """Return the way covered after ``share`` of the time: slow where a movement starts or ends at rest."""
    if from_rest and to_rest:
        return share * share * (3 - 2 * share)
    if from_rest:
        return share * share * (2 - share)  # ends at the speed of even movement
    if to_rest:
        return 1 - ease(1 - share, from_rest=True, to_rest=False)
    return share
