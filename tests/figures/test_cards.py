"""Drawn cards as a caller sees them: bytes, keys, and what stands where."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.domain.exercises import Kind, Level
from bot.figures.cards import DoneCard, Drawn, RoutineCard, TitleCard, WelcomeCard, draw, key
from bot.figures.palette import KINDS, PAPER, rgb

PLAIN = TitleCard("Wall Angels", Kind.STRENGTH, Level.GENTLE, "Strength", "Gentle")
FULL = replace(PLAIN, caption="Step 2 of 5", step=2, steps=5, position=3, total=5)
LONG = "Rotación torácica a cuatro apoyos con la mano detrás de la cabeza y el antebrazo en el suelo"
PICTURES: list[Drawn] = [
    *(replace(FULL, kind=kind) for kind in Kind),
    replace(FULL, name=LONG, kind=Kind.STRETCH),
    WelcomeCard("Midback", "A few kind minutes for your middle back"),
    DoneCard("Session done", "5 exercises · 12 minutes"),
    RoutineCard("Morning", "5 exercises", ("Seated Cat-Cow", "Wall Angels")),
    RoutineCard(LONG, LONG, (LONG,) * 14),
    RoutineCard("", "", ()),
]
CHANGES = [
    {"name": "Wall Slides"},
    {"kind": Kind.BREATHING},
    {"level": Level.ADVANCED},
    {"kind_label": "Fuerza"},
    {"level_label": "Suave"},
    {"caption": "Step 2 of 6"},
    {"step": 3},
    {"steps": 6},
    {"position": 4},
    {"total": 6},
]
BORDER = 36  # pixels that stay empty around all text


def opened(picture: Drawn) -> Image.Image:
    return Image.open(BytesIO(draw(picture))).convert("RGB")


def pixel(image: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    """Return the colour at a place."""
    colour = image.getpixel(at)
    assert isinstance(colour, tuple)
    return colour


def near(pixel: tuple[int, ...], colour: str, tolerance: int = 12) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(pixel, rgb(colour), strict=True))


def border_is_plain(image: Image.Image, colour: str) -> bool:
    """Say whether nothing but ``colour`` is left once the inside is painted over."""
    image.paste(colour, (BORDER, BORDER, image.width - BORDER, image.height - BORDER))
    lows, highs = zip(*image.getextrema(), strict=True)
    return near(lows, colour) and near(highs, colour)


@pytest.mark.parametrize("picture", PICTURES)
def test_it_is_a_small_square_jpeg(picture: Drawn) -> None:
    data = draw(picture)
    with Image.open(BytesIO(data)) as image:
        assert (image.format, image.size) == ("JPEG", (640, 640))
    assert len(data) < 60_000


@pytest.mark.parametrize("picture", PICTURES)
def test_it_draws_the_same_bytes_for_the_same_value(picture: Drawn) -> None:
    assert draw(picture) == draw(replace(picture))


def test_it_draws_in_several_threads_at_once() -> None:
    """Callers draw in threads, and nothing is shared between two drawings."""
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(draw, [FULL, PICTURES[-1], FULL, PICTURES[-1]]))
    assert drawn == [draw(FULL), draw(PICTURES[-1])] * 2


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_it_changes_picture_and_key_with_every_field(change: dict[str, object]) -> None:
    other = replace(FULL, **change)  # type: ignore[arg-type]
    assert key(other) != key(FULL)
    assert draw(other) != draw(FULL)


def test_it_gives_equal_values_one_key_and_kinds_of_card_different_ones() -> None:
    assert key(replace(FULL)) == key(FULL)
    assert key(DoneCard("Hello", "you")) != key(RoutineCard("Hello", "you", ()))
    assert key(RoutineCard("a", "b", ("c", "d"))) != key(RoutineCard("a", "b", ("d", "c")))


def test_it_keeps_the_key_across_processes() -> None:
    """The key is stored with an upload: a new process has to find it again."""
    code = "from bot.figures.cards import *; print(key(DoneCard('Done', '')))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == key(DoneCard("Done", ""))


def test_it_names_pictures_without_loading_the_drawing_library() -> None:
    code = "import sys, bot.figures.cards; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("kind", Kind)
def test_it_highlights_the_present_exercise_on_the_rail(kind: Kind) -> None:
    image, colours = opened(replace(FULL, kind=kind)), KINDS[kind]
    row = [pixel(image, (44 + 55 + i * 112, 592)) for i in range(5)]
    wanted = [colours.tones[3]] * 2 + [colours.accent] + [colours.tones[1]] * 2
    assert [near(seen, colour) for seen, colour in zip(row, wanted, strict=True)] == [True] * 5


def test_it_shows_no_rail_outside_a_session() -> None:
    image = opened(replace(PLAIN, name=""))
    assert all(near(pixel(image, (x, 592)), KINDS[PLAIN.kind].ground) for x in range(640))


def test_it_fills_one_bar_when_there_are_too_many_exercises_for_segments() -> None:
    image, colours = opened(replace(FULL, position=30, total=40)), KINDS[FULL.kind]
    assert near(pixel(image, (440, 592)), colours.accent)
    assert near(pixel(image, (480, 592)), colours.tones[1])


@pytest.mark.parametrize("kind", [Kind.STRETCH, Kind.BREATHING])
@pytest.mark.parametrize("name", [LONG, "W" * 90, "¿Ñandú? " * 9, "Å" * 30, "gjpqy " * 20])
def test_it_keeps_text_inside_the_margins(kind: Kind, name: str) -> None:
    """Only on kinds whose motif stays inside as well."""
    card = replace(FULL, kind=kind, name=name, caption=name, kind_label=name, level_label=name)
    assert border_is_plain(opened(card), KINDS[kind].ground)


@pytest.mark.parametrize("rows", [1, 5, 10, 11, 300])
def test_it_keeps_a_routine_of_any_length_inside_the_margins(rows: int) -> None:
    assert border_is_plain(opened(RoutineCard(LONG, LONG, (LONG,) * rows)), PAPER.ground)


@pytest.mark.parametrize("name", ["中文", "😀", "", "  \n", "\u200d\u0301", "Привет"])
def test_it_leaves_out_what_the_font_lacks(name: str) -> None:
    assert draw(replace(PLAIN, name=name)) == draw(replace(PLAIN, name=""))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300), st.text(max_size=60), st.integers(-3, 200), st.integers(-3, 200))
def test_it_never_fails_on_odd_values(long: str, short: str, first: int, second: int) -> None:
    card = TitleCard(long, Kind.STRETCH, Level.MODERATE, short, short, short, first, second, first, second)
    assert len(draw(card)) < 60_000
    assert key(card)


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), st.lists(st.text(max_size=60), max_size=14))
def test_it_never_fails_on_odd_words(title: str, line: str, names: list[str]) -> None:
    pictures: list[Drawn] = [
        WelcomeCard(title, line),
        DoneCard(title, line),
        RoutineCard(title, line, tuple(names)),
    ]
    assert all(len(draw(picture)) < 60_000 for picture in pictures)
