"""The poster as a printer and a phone see it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot.figures import paper
from bot.figures.paper import Poster, PosterItem
from bot.figures.paper.wall import INSIDE, grid
from tests.printed import Printed, printed

ROOM = (511.0, 640.0)


@pytest.fixture
def still(tmp_path: Path) -> Path:
    """A picture."""
    file = tmp_path / "still.jpg"
    Image.new("RGB", (64, 64), "#336699").save(file)
    return file


def poster(count: int, still: Path | None = None, name: str = "Wall Angels") -> Poster:
    items = [
        PosterItem(
            f"{name} {n}", "2 sets · 10 times", still, f"https://t.me/some_bot?start=show_exercise-{n}"
        )
        for n in range(count)
    ]
    return Poster("The title", "One line.", tuple(items), ("Take care.", "See a doctor."))


def pages(made: Poster) -> list[Printed]:
    return printed(paper.poster(made))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 10])
def test_a_phone_reads_every_code_on_the_printed_page(still: Path, count: int) -> None:
    made = poster(count, still)
    (page,) = pages(made)
    assert page.codes == [item.link for item in made.items]


def test_many_exercises_are_spread_over_pages_and_numbered_through(still: Path) -> None:
    made = poster(23, still)
    found = pages(made)
    assert len(found) == 3
    assert [code for page in found for code in page.codes] == [item.link for item in made.items]
    assert "23. Wall Angels 22" in found[-1].words
    assert "Take care." in found[-1].words


def test_it_says_names_doses_and_safety(still: Path) -> None:
    (page,) = pages(poster(2, still))
    for expected in ("The title", "One line.", "1. Wall Angels 0", "10 times", "Take care.", "See a doctor."):
        assert expected in page.words


@pytest.mark.parametrize(
    "name", ["A name that is really far too long for any card of this poster", "W" * 60, ""]
)
def test_any_name_stays_inside_the_margins_and_off_the_code(still: Path, name: str) -> None:
    made = poster(10, still, name)
    (page,) = pages(made)
    assert len(page.codes) == 10
    assert page.border_is_white


def test_it_works_without_pictures_and_without_exercises() -> None:
    assert len(pages(poster(4))[0].codes) == 4
    assert len(pages(poster(0))) == 1


def test_it_makes_the_same_bytes_for_the_same_value(still: Path) -> None:
    assert paper.poster(poster(2, still)) == paper.poster(poster(2, still))


def test_a_missing_picture_is_an_error(tmp_path: Path) -> None:
    made = poster(1)
    lost = replace(made.items[0], picture=tmp_path / "lost.jpg")
    with pytest.raises(OSError, match=r"lost\.jpg"):
        paper.poster(replace(made, items=(lost,)))


@pytest.mark.parametrize("count", range(1, 11))
def test_the_grid_holds_all_cards_with_the_largest_pictures(count: int) -> None:
    cells = grid(count, ROOM)
    assert cells.columns * cells.rows >= count > cells.columns * (cells.rows - 1)
    assert cells.columns * cells.card[0] <= ROOM[0]
    assert cells.rows * cells.card[1] <= ROOM[1]
    assert cells.side <= cells.card[1] - 2 * INSIDE
    assert min(cells.words) >= 60


def test_the_grid_of_ten_has_two_columns() -> None:
    assert (grid(10, ROOM).columns, grid(10, ROOM).rows) == (2, 5)
