"""The shape of each state of a day.

How full a circle is says how much was done: full, half, empty. What asks for nothing is no circle: a dot for
a day that was not planned, a diamond for a rest pass, a bar for an excused day. All differ in grey as well.
"""

from collections.abc import Callable
from math import cos, pi, sin
from typing import Final

from bot.figures.canvas import Point
from bot.figures.charts.sheet import Sheet
from bot.figures.charts.values import DayState

_Drawing = Callable[[Sheet, Point, float, str], None]


def mark(sheet: Sheet, state: DayState | None, centre: Point, size: float) -> None:
    """Draw a state in a square of ``size`` units around ``centre``; a day without one is a faint dot."""
    if state is None:
        sheet.disc(centre, size * 0.13, sheet.shades.faint)
    else:
        _SHAPES[state](sheet, centre, size / 2, sheet.shades.states[state])


def _done(sheet: Sheet, centre: Point, radius: float, colour: str) -> None:
    sheet.disc(centre, radius, colour)


def _short(sheet: Sheet, centre: Point, radius: float, colour: str) -> None:
    x, y = centre
    sheet.ring(centre, radius, radius * 0.24, colour)
    sheet.shape([(x + radius * cos(i * pi / 24), y + radius * sin(i * pi / 24)) for i in range(25)], colour)


def _rest(sheet: Sheet, centre: Point, radius: float, colour: str) -> None:
    sheet.disc(centre, radius * 0.32, colour)


def _rest_pass(sheet: Sheet, centre: Point, radius: float, colour: str) -> None:
    x, y = centre
    sheet.shape([(x, y - radius), (x + radius * 0.86, y), (x, y + radius), (x - radius * 0.86, y)], colour)


def _excused(sheet: Sheet, centre: Point, radius: float, colour: str) -> None:
    high = radius * 0.56
    sheet.bar(centre[0] - radius, centre[1] - high / 2, radius * 2, high, colour)


def _missed(sheet: Sheet, centre: Point, radius: float, colour: str) -> None:
    sheet.ring(centre, radius * 0.94, radius * 0.24, colour)


def _unknown(sheet: Sheet, centre: Point, radius: float, colour: str) -> None:
    for x in (-0.55, 0.55):
        for y in (-0.55, 0.55):
            sheet.disc((centre[0] + x * radius, centre[1] + y * radius), radius * 0.26, colour)


def _open(sheet: Sheet, centre: Point, radius: float, colour: str) -> None:
    sheet.ring(centre, radius, radius * 0.24, colour)
    sheet.disc(centre, radius * 0.38, colour)


_SHAPES: Final[dict[DayState, _Drawing]] = {
    DayState.DONE: _done,
    DayState.SHORT: _short,
    DayState.REST: _rest,
    DayState.REST_PASS: _rest_pass,
    DayState.EXCUSED: _excused,
    DayState.MISSED: _missed,
    DayState.UNKNOWN: _unknown,
    DayState.OPEN: _open,
}
