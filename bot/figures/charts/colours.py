"""The colours of progress pictures, on a light ground and on a dark one.

Those of the states are at least 15 apart (CIE 1976) for every kind of colour blindness, and stand out from
the ground 3 to 1; a test computes both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.figures.charts.values import DayState, Theme


@dataclass(frozen=True)
class Shades:
    """Colours of one theme, as ``#rrggbb``.

    ``ink`` and ``quiet`` are for text; ``faint`` is for days that are not there. ``band`` fills the band of
    the pain chart, ``grid`` and ``line`` are its lines. ``track`` is the empty part of a bar, ``fill``
    the full one.
    """

    ground: str
    ink: str
    quiet: str
    faint: str
    band: str
    grid: str
    line: str
    track: str
    fill: str
    states: Mapping[DayState, str] = field(hash=False)


LIGHT: Final = Shades(
    ground="#f7f0e4",
    ink="#12393c",
    quiet="#52655f",
    faint="#e3d9c8",
    band="#d6ddcc",
    grid="#c9c5b3",
    line="#b8432f",
    track="#e0d7c6",
    fill="#065768",
    states={
        DayState.DONE: "#065768",
        DayState.SHORT: "#3d8fc8",
        DayState.REST: "#96818d",
        DayState.REST_PASS: "#be7e00",
        DayState.EXCUSED: "#7f51da",
        DayState.MISSED: "#86492f",
        DayState.UNKNOWN: "#556056",
        DayState.OPEN: "#cb653c",
    },
)
DARK: Final = Shades(
    ground="#10292c",
    ink="#f5efe4",
    quiet="#a9c2bd",
    faint="#213d40",
    band="#284d4f",
    grid="#3c5d5e",
    line="#ffb38a",
    track="#27454a",
    fill="#89edbb",
    states={
        DayState.DONE: "#89edbb",
        DayState.SHORT: "#5ba3d2",
        DayState.REST: "#61828b",
        DayState.REST_PASS: "#c9a21c",
        DayState.EXCUSED: "#a484ff",
        DayState.MISSED: "#b46f66",
        DayState.UNKNOWN: "#bdcee0",
        DayState.OPEN: "#ff9e65",
    },
)
THEMES: Final = {Theme.LIGHT: LIGHT, Theme.DARK: DARK}
