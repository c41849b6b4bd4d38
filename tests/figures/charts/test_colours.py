"""Colours of the states: far apart for every kind of colour vision, and readable.

The matrices simulate the complete loss of one kind of cone, on linear light (Machado, Oliveira and Fernandes,
2009).
"""

from itertools import combinations
from math import dist

import pytest

from bot.figures.charts import DayState
from bot.figures.charts.colours import THEMES, Shades
from bot.figures.palette import rgb

Three = tuple[float, float, float]

VISIONS: dict[str, tuple[Three, Three, Three]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
LEAST = 15  # 2 to 3 can just be told apart side by side; small shapes apart from each other need more


def linear(colour: str) -> Three:
    """Return a colour as amounts of light."""
    red, green, blue = (
        (v / 255 / 12.92) if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in rgb(colour)
    )
    return red, green, blue


def seen(colour: str, vision: str) -> Three:
    """Return a colour in CIE L*a*b* as somebody with this vision sees it."""
    light = linear(colour)
    r, g, b = (min(max(sum(a * v for a, v in zip(row, light, strict=True)), 0), 1) for row in VISIONS[vision])
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(first: Three, second: Three) -> float:
    return dist(first, second)


def contrast(first: str, second: str) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    low, high = sorted(
        sum(w * v for w, v in zip(weights, linear(one), strict=True)) for one in (first, second)
    )
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("shades", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_states_differ_in_colour_for_everybody(shades: Shades, vision: str) -> None:
    for first, second in combinations(shades.states.values(), 2):
        assert apart(seen(first, vision), seen(second, vision)) >= LEAST, (first, second)


def test_the_simulation_makes_red_and_green_alike() -> None:
    """A simulation that changed nothing would let every palette pass."""
    red, green = "#b04a30", "#6b6a10"
    assert apart(seen(red, "usual"), seen(green, "usual")) > 45
    assert apart(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < 12
    assert apart(seen("#2080a0", "tritanopia"), seen("#208a70", "tritanopia")) < 12


@pytest.mark.parametrize("shades", THEMES.values(), ids=THEMES)
def test_text_and_shapes_stand_out_from_the_ground(shades: Shades) -> None:
    assert contrast(shades.ink, shades.ground) >= 7
    assert contrast(shades.quiet, shades.ground) >= 4.5
    assert contrast(shades.ink, shades.band) >= 4.5
    assert contrast(shades.line, shades.band) >= 3
    assert contrast(shades.fill, shades.track) >= 3
    for colour in shades.states.values():
        assert contrast(colour, shades.ground) >= 3


@pytest.mark.parametrize("shades", THEMES.values(), ids=THEMES)
def test_the_two_full_shapes_differ_in_grey(shades: Shades) -> None:
    """A small diamond is nearly a disc: lightness has to help."""
    assert contrast(shades.states[DayState.DONE], shades.states[DayState.REST_PASS]) >= 1.6
