"""Bodies rest on floors and walls: neither in them nor off them; planted hands and feet stay."""

from collections.abc import Iterator

import numpy as np

from bot.figures.motion.inspection import Finding, Look
from bot.figures.motion.schema import Figure, Part, Surface, Touch
from bot.figures.motion.shapes import Shapes
from bot.figures.motion.vectors import unit, vec

IN, OFF, SLIDE = 0.014, 0.020, 0.003
FLOOR = Surface(at=(0, 0, 0), facing=(0, 1, 0))
_ROOTS = {"hand": "wrist", "foot": "ankle", "forearm": "elbow", "knee": "knee"}


def rules(figure: Figure, seen: list[Look]) -> Iterator[Finding]:
    """Yield every fault of contact."""
    surfaces = {"floor": FLOOR, **figure.surfaces}
    for look in seen:
        yield from _on_ground(surfaces["floor"], look)
        for name, surface in surfaces.items():
            if surface.solid and name != "floor":
                yield from _not_in(name, surface, look)
        for touch in figure.touches:
            yield from _touching(touch, surfaces, look)
    for part in figure.planted:
        yield from _planted(part, seen)


def _heights(flesh: Shapes, surface: Surface, parts: set[str]) -> dict[str, float]:
    """Return how far the lowest ball of every part is above the surface."""
    normal, origin = unit(vec(*surface.facing)), vec(*surface.at)
    lowest: dict[str, float] = {}
    for part in parts:
        balls = flesh.balls(part)
        if balls:
            lowest[part] = min(float((centre - origin) @ normal) - radius for centre, radius in balls)
    return lowest


def _body(flesh: Shapes) -> set[str]:
    return set(flesh.parts) - {"thing"}


def _on_ground(floor: Surface, look: Look) -> Iterator[Finding]:
    heights = _heights(look.flesh, floor, _body(look.flesh))
    part = min(heights, key=lambda name: heights[name])
    if heights[part] < -IN:
        yield Finding(
            "floor", f"{part} sinks {-heights[part] * 1000:.0f} mm into the floor at {look.at:.2f} s"
        )
    if heights[part] > OFF:
        yield Finding(
            "floor", f"body floats {heights[part] * 1000:.0f} mm above the floor at {look.at:.2f} s"
        )


def _not_in(name: str, surface: Surface, look: Look) -> Iterator[Finding]:
    for part, height in _heights(look.flesh, surface, _body(look.flesh)).items():
        if height < -IN:
            yield Finding(
                "surface", f"{part} is {-height * 1000:.0f} mm inside the {name} at {look.at:.2f} s"
            )


def _touching(touch: Touch, surfaces: dict[str, Surface], look: Look) -> Iterator[Finding]:
    held = look.moment.key[0] == look.moment.key[1]
    if touch.during and not (held and look.moment.key[0] in touch.during):
        return
    for part, height in _heights(look.flesh, surfaces[touch.surface], set(touch.parts)).items():
        if not -IN <= height <= OFF:
            where = f"{abs(height) * 1000:.0f} mm {'off' if height > 0 else 'inside'} the {touch.surface}"
            yield Finding("touch", f"{part} is {where} at {look.at:.2f} s")


def _planted(part: Part, seen: list[Look]) -> Iterator[Finding]:
    side, _, name = part.partition("_")
    joint = f"{side}_{_ROOTS[name]}"
    places = np.array([look.bones.joints[joint] for look in seen])
    slid = float(np.abs(places - places[0]).max())
    if slid > SLIDE:
        yield Finding("planted", f"{part} slides {slid * 1000:.0f} mm")
