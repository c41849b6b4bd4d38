"""Vectors in metres: y is up; x and z lie on the floor. A person at yaw 0 looks along z; their left is x."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def vec(*values: float) -> Array:
    """Return ``values`` as a vector."""
    return np.array(values, dtype=np.float64)


def unit(v: Array) -> Array:
    """Return ``v`` at length 1; a vector of no length stays as it is."""
    length = float(np.sqrt(v @ v))
    return v / length if length > 1e-9 else v


def turning(axis: Array, degrees: float) -> Array:
    """Return the 3 x 3 matrix that turns by ``degrees`` around ``axis`` (right-hand rule)."""
    x, y, z = unit(axis)
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) * c + cross * s + np.outer([x, y, z], [x, y, z]) * (1 - c))


def slerp(a: Array, b: Array, share: float) -> Array:
    """Return the direction that lies ``share`` (0 to 1) of the arc from ``a`` to ``b``."""
    a, b = unit(a), unit(b)
    angle = float(np.arccos(np.clip(a @ b, -1, 1)))
    if angle < 1e-5:
        return a
    if np.pi - angle < 1e-2:  # opposite: any arc will do, so lean to one
        return slerp(a, unit(b + vec(2e-2, 1e-2, 3e-2)), share)
    return np.asarray((np.sin((1 - share) * angle) * a + np.sin(share * angle) * b) / np.sin(angle))


def angle(a: Array, b: Array) -> float:
    """Return the degrees between two directions."""
    return float(np.degrees(np.arccos(np.clip(unit(a) @ unit(b), -1, 1))))


@dataclass(frozen=True)
class Frame:
    """Where up, face and left are for a part of the body."""

    up: Array
    face: Array
    left: Array

    def world(self, v: Array) -> Array:
        """Return ``v``, given as (left, up, face), in the room."""
        return np.asarray(self.left * v[0] + self.up * v[1] + self.face * v[2])

    def local(self, v: Array) -> Array:
        """Return ``v``, given in the room, as (left, up, face)."""
        return np.array([v @ self.left, v @ self.up, v @ self.face])


def frame(up: Array, face: Array) -> Frame:
    """Return the frame with exactly this ``up`` and about this ``face``."""
    up = unit(up)
    face = unit(face - up * (face @ up))
    return Frame(up, face, np.cross(up, face))


ROOM = frame(vec(0, 1, 0), vec(0, 0, 1))


def bent(start: Frame, flex: float = 0.0, side: float = 0.0, twist: float = 0.0) -> Frame:
    """Return ``start`` bent by degrees: ``flex`` forward, ``side`` to its left, ``twist`` turning left."""
    face = turning(start.up, twist) @ start.face
    over = turning(np.cross(start.up, face), flex)
    up, face = over @ start.up, over @ face
    return frame(turning(face, -side) @ up, face)
