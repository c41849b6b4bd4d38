"""The abstract figure of each card: what it does to a back, in a few soft shapes.

A motif fills the height from ``top`` to ``bottom`` (units) and may run over the sides of the sheet.
"""

from collections.abc import Callable
from math import atan, cos, degrees, hypot, pi, radians, sin

from bot.domain.exercises import Kind
from bot.figures.canvas import SIDE, Canvas, Point, soft_box, turned
from bot.figures.palette import Palette, mix

Motif = Callable[[Canvas, Palette, float, float], None]
SUN = "#f2b05e"


def wave(canvas: Canvas, colours: Palette, top: float, bottom: float) -> None:
    """Mobility: a back in one long wave, seen from the side, its middle lit."""
    size = min((bottom - top) / 300, 1.25)
    swing, turns = 84 * size, 0.86 * 2 * pi / SIDE
    x, height = -26.0, (top + bottom) / 2 + 20 * size
    for i in range(13):
        angle = (x - 352) * turns
        slope = swing * sin(angle) * turns
        tone = colours.accent if i == 7 else mix(colours.tones[0], colours.tones[3], 0.1 + i * 0.075)
        vertebra(canvas, (x, height - swing * cos(angle)), (42, 74 * size), degrees(atan(slope)), tone)
        x += 63 / hypot(1, slope)


def vertebra(canvas: Canvas, centre: Point, size: Point, lean: float, tone: str) -> None:
    """One vertebra: its body, ``size`` wide and tall before it leans, and on top the thorn one can feel."""
    wide, tall = size
    canvas.shape(turned(soft_box(wide, tall, waist=0.14), centre, lean), tone)
    thorn = turned([(0, -tall * 0.5 - 24)], centre, lean)[0]
    canvas.shape(turned(soft_box(wide * 0.42, 30, corners=3), thorn, lean), tone)


def reeds(canvas: Canvas, colours: Palette, top: float, bottom: float) -> None:
    """Stretch: reeds that bend further and reach further, one after the other."""
    tall = bottom - top
    for i in range(6):
        tone = colours.accent if i == 5 else mix(colours.tones[0], colours.tones[3], i / 4.4)
        path = _bend((63.0 + i * 66, bottom - 19), tall * (0.6 + 0.088 * i), 5.0 + i * 15.5)
        canvas.line(path, 38, tone)


def _bend(foot: Point, length: float, degrees_in_all: float) -> list[Point]:
    """Return a path that grows upward from ``foot`` and leans evenly over to the right."""
    path, steps = [foot], 40
    for i in range(steps):
        heading = radians(degrees_in_all * (i + 0.5) / steps)
        x, y = path[-1]
        path.append((x + length / steps * sin(heading), y - length / steps * cos(heading)))
    return path


def bars(canvas: Canvas, colours: Palette, top: float, bottom: float) -> None:
    """Strength: bars stacked on a broad base, the top one lit."""
    each = (bottom - top) / 5
    for i in range(5):
        tone = colours.accent if i == 0 else mix(colours.tones[3], colours.tones[0], (i - 1) / 3.4)
        left = SIDE - 110 - i * 96
        canvas.bar(left, top + i * each, SIDE - left + 60, each * 0.8, tone)


def rings(canvas: Canvas, colours: Palette, top: float, bottom: float) -> None:
    """Breathing: one slow breath in, from a still point to wide rings."""
    reach, y = min((bottom - top) / 2, 176), (top + bottom) / 2
    right = SIDE - 44 - reach
    for x, size, share in ((44 + 24, 20, 0.72), (44 + 24 + (right - reach - 68) * 0.56, 52, 0.45)):
        canvas.disc((x, y), size, mix(colours.ground, colours.tones[3], share * 0.5))
        canvas.disc((x, y), size * 0.5, mix(colours.ground, colours.tones[3], share))
    for share in (1.0, 0.78, 0.58, 0.4, 0.2):
        canvas.disc((right, y), reach * share, mix(colours.tones[3], colours.ground, share * 0.8))
    canvas.ring((right, y), reach * 0.3, 5, "#ffffff")


def spine(canvas: Canvas, colours: Palette, top: float, bottom: float) -> None:
    """Welcome: a whole spine from the side in its natural double curve, the middle back lit."""
    turns = 1.2 * 2 * pi / (bottom - top)
    for i in range(15):
        y = top + (bottom - top) * (i / 14) ** 0.92
        angle = (y - top) * turns - 1.65  # the middle back bulges backwards, the lower back forwards
        lean = degrees(atan(34 * cos(angle) * turns))
        tone = mix(colours.tones[1], colours.tones[3], i / 14)
        size = (24.0, 48.0 + 3.2 * i)
        vertebra(
            canvas, (504 + 34 * sin(angle), y), size, 90 - lean, colours.accent if i in {5, 6, 7} else tone
        )


def sunrise(canvas: Canvas, colours: Palette, top: float, bottom: float) -> None:
    """Done: a calm sun, half risen over still water."""
    horizon = top + (bottom - top) * 0.66
    centre, reach = (SIDE / 2, horizon), horizon - top
    for size, share in ((1.0, 0.18), (0.8, 0.42), (0.58, 1.0)):
        canvas.disc(centre, reach * size, mix(colours.ground, SUN, share))
    canvas.shape([(0, horizon), (SIDE, horizon), (SIDE, SIDE), (0, SIDE)], colours.ground)
    for i, length in enumerate((SIDE + 80, 330, 220, 120)):
        tone = mix(colours.tones[3], colours.tones[1], i / 3.5)
        canvas.bar((SIDE - length) / 2, horizon + i * (bottom - horizon - 12) / 3, length, 11, tone)


KINDS: dict[Kind, Motif] = {
    Kind.MOBILITY: wave,
    Kind.STRETCH: reeds,
    Kind.STRENGTH: bars,
    Kind.BREATHING: rings,
}
