"""Colours: readable, and far enough apart."""

from itertools import combinations

import pytest

from bot.figures.palette import KINDS, PAPER, Palette, mix, rgb


def luminance(colour: str) -> float:
    """Relative luminance as the web's contrast rule defines it."""
    red, green, blue = (
        (v / 255 / 12.92) if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [*KINDS.values(), PAPER])
def test_it_keeps_text_readable(colours: Palette) -> None:
    assert contrast(colours.ground, colours.ink) >= 7
    assert contrast(colours.ground, colours.quiet) >= 4.5


def test_it_tells_kinds_apart_by_lightness_or_by_blue_against_warm() -> None:
    """Both differences survive red-green colour blindness."""
    for first, second in combinations((palette.ground for palette in KINDS.values()), 2):
        (r1, g1, b1), (r2, g2, b2) = rgb(first), rgb(second)
        blueness = abs((b1 - (r1 + g1) / 2) - (b2 - (r2 + g2) / 2))
        assert contrast(first, second) >= 3 or blueness >= 20


def test_it_mixes_colours() -> None:
    assert mix("#000000", "#ff8000", 0.5) == "#804000"
