"""Progress pictures as a caller sees them: bytes, sizes, and what stands where."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.figures import charts
from bot.figures.charts import Check, DayState, Pain, Progress, Theme, Week, Words, Year, sheet
from bot.figures.charts.colours import THEMES
from bot.figures.charts.marks import mark
from bot.figures.glyphs import Style
from bot.figures.palette import rgb

BORDER = 30  # pixels of the finished picture that stay empty around everything


def opened(progress: Progress, words: Words, theme: Theme = Theme.LIGHT) -> Image.Image:
    return Image.open(BytesIO(charts.progress(progress, words, theme))).convert("RGB")


def border_is_plain(image: Image.Image, colour: str) -> bool:
    image.paste(colour, (BORDER, BORDER, image.width - BORDER, image.height - BORDER))
    return image.getcolors(4) == [(image.width * image.height, rgb(colour))]


@pytest.mark.parametrize("theme", Theme)
def test_it_is_a_png_of_full_width_with_a_plain_border(full: Progress, words: Words, theme: Theme) -> None:
    image = opened(full, words, theme)
    assert image.width == 1280
    assert border_is_plain(image, THEMES[theme].ground)


def test_it_draws_the_same_bytes_for_the_same_value(full: Progress, words: Words) -> None:
    assert charts.progress(full, words) == charts.progress(replace(full), words)


def test_it_leaves_out_parts_that_are_not_there(full: Progress, words: Words) -> None:
    whole, days, change = (opened(one, words).height for one in (full, full.of_days, full.of_change))
    bare = opened(replace(full.of_days, week=None, year=None), words).height
    assert whole - bare == (days - bare) + (change - bare)
    assert bare < min(days, change) < whole


@pytest.mark.parametrize("part", ["of_days", "of_change"])
def test_half_a_picture_is_low_enough_for_a_chat(full: Progress, words: Words, part: str) -> None:
    """Chats shrink what is much higher than wide, and the letters with it."""
    image = opened(getattr(full, part), words)
    assert image.height <= 1.5 * image.width


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"},
        {"line": ""},
        {"week": Week((None,) * 7)},
        {"year": Year(date(2026, 11, 16), (DayState.DONE,))},
        {"pain": Pain((1,))},
        {"checks": (Check("Start", 3.5, 6),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_it_changes_with_every_field(full: Progress, words: Words, change: dict[str, object]) -> None:
    assert charts.progress(replace(full, **change), words) != charts.progress(full, words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name", ["week", "year", "pain", "scale", "weeks", "band", "checks", "activities", "peg"]
)
def test_it_shows_every_word(full: Progress, words: Words, name: str) -> None:
    other = replace(words, **{name: "zzz"})  # type: ignore[arg-type]
    assert charts.progress(full, other) != charts.progress(full, words)


@pytest.mark.parametrize("style", [one for one in vars(sheet).values() if isinstance(one, Style)])
def test_letters_are_large_enough_on_the_narrowest_phone(style: Style) -> None:
    assert style.size >= sheet.SMALLEST


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("size", [16, 50])
def test_every_state_has_a_shape_of_its_own(theme: Theme, size: int) -> None:
    """Seen in grey and with the colour taken away, at the size of the year and of the week."""
    shapes = [_shape(state, theme, size) for state in DayState]
    area = (size * 2) ** 2
    for first, second in combinations(shapes, 2):
        different = sum(a != b for a, b in zip(first, second, strict=True))
        assert different > area * 0.04


def _shape(state: DayState, theme: Theme, size: int) -> list[bool]:
    """Return which pixels of the finished picture a state fills, whatever its colour."""
    paper = sheet.Sheet(100, THEMES[theme])
    mark(paper, state, (50, 50), size)
    with Image.open(BytesIO(paper.png())) as image:
        side = size // 2 + 2
        cut = image.convert("RGB").crop((100 - side * 2, 100 - side * 2, 100 + side * 2, 100 + side * 2))
    ground = rgb(THEMES[theme].ground)
    pixels = [cut.getpixel((x, y)) for y in range(cut.height) for x in range(cut.width)]
    return [
        isinstance(p, tuple) and sum(abs(a - b) for a, b in zip(p, ground, strict=True)) > 60 for p in pixels
    ]


@settings(max_examples=20, deadline=None)
@given(
    st.text(max_size=200), st.text(max_size=40), st.lists(st.one_of(st.none(), st.floats(0, 10)), max_size=60)
)
def test_it_never_fails_on_odd_values(
    words: Words, title: str, label: str, weeks: list[float | None]
) -> None:
    progress = Progress(title, title, pain=Pain(tuple(weeks), 5, 3, 7), checks=(Check(label, 4),) * 4)
    image = opened(progress, replace(words, scale=title, band=title, activities=title, weeks=label))
    assert border_is_plain(image, THEMES[Theme.LIGHT].ground)


@pytest.mark.parametrize("weeks", [1, 2, 15, 27, 28, 52, 53, 60])
def test_it_keeps_any_number_of_weeks_inside_the_margins(words: Words, weeks: int) -> None:
    year = Year(date(2025, 11, 17), (DayState.DONE,) * (7 * weeks))
    long = replace(words, months=("September",) * 12, states=dict.fromkeys(DayState, "a rather long name"))
    assert border_is_plain(opened(Progress("", year=year), long), THEMES[Theme.LIGHT].ground)


def test_values_are_made_without_loading_the_drawing_library() -> None:
    code = "import sys, bot.figures.charts; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
