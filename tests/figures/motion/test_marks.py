import numpy as np

from bot.figures.motion import marks

PATH = ((0.2, 0.8), (0.5, 0.2), (0.8, 0.8))


def sheet() -> marks.Bytes:
    return np.full((100, 100, 3), 255, np.uint8)


def test_it_bends_an_arrow_towards_its_middle_point() -> None:
    arrow = marks.arrow(PATH, 100)
    assert 45 < arrow.top < 55  # half way to the middle point
    assert 15 < arrow.left < 22


def test_it_prints_only_where_the_mark_is() -> None:
    page = sheet()
    marks.stamp(page, marks.disc((0.5, 0.5), 0.1, 100), "#000000")
    assert page[50, 50].tolist() == [0, 0, 0]
    assert page[50, 70].tolist() == [255, 255, 255]


def test_it_prints_faintly() -> None:
    page = sheet()
    marks.stamp(page, marks.disc((0.5, 0.5), 0.1, 100), "#000000", 0.5)
    assert page[50, 50].tolist() == [128, 128, 128]


def test_it_empties_a_ring_clockwise_from_the_top() -> None:
    page = sheet()
    marks.stamp(page, marks.ring((0.5, 0.5), 0.3, 0.25, 100), "#000000")
    assert page[50, 80, 0] < 100
    assert page[50, 20, 0] == 255


def test_it_draws_nothing_of_an_empty_ring() -> None:
    page = sheet()
    marks.stamp(page, marks.ring((0.5, 0.5), 0.3, 0.0, 100), "#000000")
    assert page.min() == 255


def test_it_centres_numbers() -> None:
    mask = marks.number("8", (0.5, 0.5), 0.3, 200)
    height, width = mask.cover.shape
    assert abs(mask.top + height / 2 - 100) < 6
    assert abs(mask.left + width / 2 - 100) < 4
