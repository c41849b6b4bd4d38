"""Making words fit: whole lines, whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.screens.fitting import LABEL, fit, short, visible

LETTERS = st.characters(exclude_characters="<>&\n", exclude_categories=["Cs"])


@pytest.mark.parametrize(
    ("html", "length"),
    [
        ("plain", 5),
        ("<b>bold</b>", 4),
        ("a &lt; b", 5),
        ("💡", 2),
        ('<a href="https://x.org">x</a>', 1),
        ("", 0),
    ],
)
def test_it_counts_as_telegram_does(html: str, length: int) -> None:
    assert visible(html) == length


def test_it_keeps_what_fits() -> None:
    assert fit(["<b>one</b>", "two"], 7) == "<b>one</b>\ntwo"


def test_it_drops_whole_lines_from_the_end() -> None:
    assert fit(["one", "two", "three"], 12) == "one\ntwo"


def test_it_leaves_no_empty_line_behind() -> None:
    assert fit(["one", "", "three"], 8) == "one"


def test_it_tells_how_many_it_left_out() -> None:
    assert fit(["one", "two", "three", "four"], 12, "… {}".format) == "one\ntwo\n… 2"


@given(st.lists(st.text(LETTERS, max_size=20)), st.integers(0, 60))
def test_it_never_passes_the_limit_nor_cuts_a_line(lines: list[str], limit: int) -> None:
    text = fit(lines, limit)
    assert visible(text) <= limit
    assert "\n".join(lines).startswith(text)
    assert text == "\n".join(lines[: text.count("\n") + 1]).rstrip() or text == ""


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Wall Angels", "Wall Angels"),
        ("Standing Side Bend with Arm Reach", "Standing Side Bend…"),
        ("7 Diaphragmatic Breathing", "7 Diaphragmatic…"),
        ("Feet further out, head on a pillow", "Feet further out…"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrt…"),
        ("Exactly twenty-two char", "Exactly twenty-two…"),
        ("Exactly twenty-two cha", "Exactly twenty-two cha"),
    ],
)
def test_it_shortens_labels_by_words(label: str, expected: str) -> None:
    assert short(label) == expected


@given(st.text(min_size=1))
def test_a_label_is_never_too_long_nor_empty(label: str) -> None:
    assert 0 < len(short(label)) <= LABEL
