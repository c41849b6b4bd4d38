"""Finding exercises that are described and not named."""

from collections.abc import Callable

import pytest

from bot.domain.exercises import Library
from bot.domain.understanding import meanings as m
from bot.domain.understanding.describing import Descriptions

Ask = Callable[..., m.Meaning]


@pytest.fixture(scope="module")
def english(real_library: Library) -> Descriptions:
    """Give how the exercises that ship are described in English."""
    return Descriptions.of(real_library, "en")


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("lie on your side and swing the top arm over", "open-book"),
        ("lean through the door frame", "doorway-stretch"),
        ("the rubber band on the door handle", "band-row"),
        ("a hand on the belly, slow deep breaths", "belly-breathing"),
    ],
)
def test_it_finds_what_a_text_tells(english: Descriptions, said: str, slug: str) -> None:
    assert english.nearest(said.split()) == (slug,)


def test_what_may_be_several_is_several(english: Descriptions) -> None:
    said = "lift the arms and breathe out slowly"
    assert 1 < len(english.nearest(said.split())) <= 3


@pytest.mark.parametrize("said", ["", "pizza tonight", "the one with the hat"])
def test_what_is_like_no_text_is_none(english: Descriptions, said: str) -> None:
    assert english.nearest(said.split()) == ()


def test_a_language_without_words_of_its_own_is_described_in_english(real_library: Library) -> None:
    assert Descriptions.of(real_library, "xx") == Descriptions.of(real_library, "en")
