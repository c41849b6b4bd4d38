"""Where the camera stands: parallel rays, so that lengths stay true anywhere in the picture."""

from dataclasses import dataclass

import numpy as np

from bot.figures.motion.schema import View
from bot.figures.motion.vectors import Array, unit, vec


@dataclass(frozen=True)
class Camera:
    """Rows: what it looks at, then which way is right, up and towards the viewer; metres per pixel."""

    rows: Array
    pixel: float
    size: int

    def project(self, points: Array) -> Array:
        """Return where ``points`` (n x 3) are in the picture, in pixels across and down."""
        seen = np.atleast_2d(points) - self.rows[0]
        half = self.size / 2
        return np.stack(
            [half + seen @ self.rows[1] / self.pixel, half - seen @ self.rows[2] / self.pixel], -1
        )

    @property
    def level(self) -> Array:
        """The direction to the viewer along the floor; straight from above, what is down in the picture."""
        flat = self.rows[3] * vec(1, 0, 1)
        return unit(flat) if flat @ flat > 0.02 else unit(-self.rows[2] * vec(1, 0, 1))


def camera(view: View, size: int) -> Camera:
    """Return the camera of ``view`` for a square picture of ``size`` pixels."""
    yaw, pitch = np.radians(view.yaw), np.radians(view.pitch)
    towards = vec(np.sin(yaw) * np.cos(pitch), np.sin(pitch), np.cos(yaw) * np.cos(pitch))
    right = unit(np.cross(vec(0, 1, 0), towards))
    rows = np.stack([vec(*view.centre), right, np.cross(towards, right), towards])
    return Camera(rows, view.height / size, size)
