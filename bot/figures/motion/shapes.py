"""The shapes of a body: rows of numbers for the tracer, balls for the check."""

from dataclasses import dataclass, field

import numpy as np

from bot.figures.motion.vectors import Array

LIMB, BOX, CAP, TRUNK_SWEEP = 0, 1, 2, 3
TRUNK, LEFT_ARM, RIGHT_ARM, LEFT_LEG, RIGHT_LEG, HEAD, HAIR, PROP = range(8)
"""Groups. Shapes of one group melt into each other; arms and legs melt into the trunk only at their root."""

COLUMNS = 23
KIND, GROUP, MELT, A, B, R1, R2, MIDDLE, TOP, MATRIX, COLOUR = 0, 1, 2, 3, 6, 9, 10, 11, 12, 13, 22


@dataclass
class Shapes:
    """Collects shapes. ``parts`` says which part of the body a row belongs to, such as ``left_hand``."""

    rows: list[Array] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def limb(  # noqa: PLR0913 - a limb has that many measures
        self, group: int, part: str, a: Array, b: Array, r1: float, r2: float | None = None,
        *, melt: float = 0.01, middle: float = 0.0, top: float = 0.0, colour: int = 0,
    ) -> None:  # fmt: skip
        """Add a tapered limb from ``a`` to ``b``, thicker by ``middle`` half way, by ``top`` a third down."""
        row = self._row(LIMB, group, part, melt)
        row[A : A + 3], row[B : B + 3] = a, b
        row[R1], row[R2], row[MIDDLE], row[TOP] = r1, r1 if r2 is None else r2, middle, top
        row[COLOUR] = colour

    def cap(self, group: int, part: str, centre: Array, normal: Array, radius: float, cut: float) -> None:
        """Add the part of a ball that lies more than ``cut`` along ``normal`` from its centre."""
        row = self._row(CAP, group, part, 0.008)
        row[A : A + 3], row[B : B + 3], row[R1], row[R2] = centre, normal, radius, cut

    def box(self, centre: Array, half: Array, rounding: float, turn: Array, colour: int) -> None:
        """Add a piece of furniture with rounded edges."""
        row = self._row(BOX, PROP, "thing", 0.0)
        row[A : A + 3], row[B : B + 3], row[R1], row[COLOUR] = centre, half, rounding, colour
        row[MATRIX : MATRIX + 9] = turn.T.ravel()

    def sweep(self, spine: Array) -> None:
        """Add the trunk, whose shape is the table ``spine``: here only the ball that bounds it."""
        row = self._row(TRUNK_SWEEP, TRUNK, "trunk", 0.03)
        centre = spine[:, :3].mean(axis=0)
        reach = float(np.sqrt(((spine[:, :3] - centre) ** 2).sum(axis=1)).max())
        row[A : A + 3], row[B : B + 3], row[R1], row[R2] = centre, centre, reach + 0.21, reach + 0.21

    def array(self) -> Array:
        """Return all rows, those of one group together."""
        rows = np.array(self.rows)
        return rows[np.argsort(rows[:, GROUP], kind="stable")]

    def balls(self, part: str) -> list[tuple[Array, float]]:
        """Return centre and radius of the ends of all limbs of a part."""
        found = []
        for row, name in zip(self.rows, self.parts, strict=True):
            if name == part and row[KIND] == LIMB:
                found += [(row[A : A + 3], float(row[R1])), (row[B : B + 3], float(row[R2]))]
        return found

    def _row(self, kind: int, group: int, part: str, melt: float) -> Array:
        row = np.zeros(COLUMNS)
        row[KIND], row[GROUP], row[MELT] = kind, group, melt
        self.rows.append(row)
        self.parts.append(part)
        return row
