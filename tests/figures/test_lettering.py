"""Text on cards: what is readable, how it is put together, and that it fits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.figures.glyphs import Face, Style, readable
from bot.figures.lettering import column, fit, one_line, width

LADDER = ((60.0, 1), (50.0, 2), (40.0, 3))


def words(lines: list[list[str]]) -> list[str]:
    return ["".join(line) for line in lines]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Cat-Cow", "Cat-Cow"),
        ("  a \n\t b ", "a b"),
        ("3–5", "3-5"),
        ("Größe", "Gro\u0308sse"),
        ("niño", "nin\u0303o"),
        ("¡Sí!", "¡Si\u0301!"),
        ("Cat 😀 cow", "Cat cow"),
        ("中文 (…)", ""),
        ("\u0301a", "a"),
    ],
)
def test_it_keeps_what_the_font_can_show(text: str, shown: str) -> None:
    assert "".join(readable(text)) == shown


@pytest.mark.parametrize(("plain", "marked"), [("e", "é"), ("n", "ñ"), ("u", "ü"), ("A", "Á"), ("c", "ç")])
def test_it_sets_marks_outside_their_letter(plain: str, marked: str) -> None:
    face = Face(Style(60), 1)
    bare, full = (face.line(readable(text))[0].getbbox() for text in (plain, marked))
    assert bare is not None
    assert full is not None
    assert full[1] < bare[1] or full[3] > bare[3]


def test_it_takes_the_dot_off_an_i_with_a_mark() -> None:
    """Between the stem and the mark lies one empty row at least, and above the mark nothing."""
    face = Face(Style(200), 1)
    sheet, (_, base) = face.line(readable("ï"))
    rows = [sheet.crop((0, y, sheet.width, y + 1)).getbbox() for y in range(base)]
    pieces = sum(1 for above, here in zip([None, *rows], rows, strict=False) if here and not above)
    assert pieces == 2


def test_it_turns_spanish_opening_signs() -> None:
    face = Face(Style(60), 1)
    opening, closing = (face.line([sign])[0] for sign in "¿?")
    turned = closing.crop(closing.getbbox()).rotate(180)
    assert opening.crop(opening.getbbox()).tobytes() == turned.tobytes()


def test_it_takes_the_largest_size_that_fits() -> None:
    assert fit("Wall", LADDER, 0.02, 500).style.size == 60
    assert fit("Standing Side Bend with Arm", LADDER, 0.02, 500).style.size == 50


def test_it_balances_lines() -> None:
    block = fit("Standing Side Bend with Arm Reach", ((50.0, 2),), 0.02, 640)
    assert words(block.lines) == ["Standing Side Bend", "with Arm Reach"]


def test_it_cuts_what_is_too_long_with_an_ellipsis() -> None:
    block = fit("many words " * 20, LADDER, 0.02, 300)
    assert len(block.lines) == 3
    assert words(block.lines)[-1].endswith("…")
    assert words(one_line("many words " * 20, Style(30), 200).lines)[0].endswith("…")


def test_it_gives_a_column_one_size() -> None:
    alone, together = column(["a"], Style(30), 200), column(["a", "a rather long line"], Style(30), 200)
    assert alone.style.size == 30
    assert together.style.size < 30


def test_it_gives_no_lines_for_nothing() -> None:
    assert fit("😀", LADDER, 0.02, 300).lines == []


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="latin-1"), max_size=200), st.integers(60, 600))
def test_it_never_writes_wider_than_asked(text: str, limit: int) -> None:
    for block in (fit(text, LADDER, 0.02, limit), one_line(text, Style(28), limit)):
        assert all(width(line, block.style) <= limit for line in block.lines)
        assert len(block.lines) <= 3
