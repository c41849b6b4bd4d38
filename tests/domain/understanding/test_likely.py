"""A linear model: additions over hashed features."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.understanding.likely import BUCKETS, Likely, rows_of


def model(**weights: tuple[int, int]) -> Likely:
    """Return a model of two kinds in which only some words tell anything."""
    telling, table = bytearray(BUCKETS), bytearray(BUCKETS * 2)
    for word, worth in weights.items():
        (row,) = rows_of([word])
        telling[row] = 100
        table[row * 2 : row * 2 + 2] = bytes(number % 256 for number in worth)
    return Likely(("rest", "work"), (0.0, 0.0), bytes(telling), bytes(table), 10.0)


def test_it_prefers_what_speaks_for_it() -> None:
    best = model(nap=(20, -20), lift=(-20, 20)).guesses({"lift"})[0]
    assert best.kind == "work"
    assert best.share > 0.9


def test_words_that_it_does_not_know_tell_nothing() -> None:
    assert [guess.share for guess in model(nap=(20, -20)).guesses({"whatever"})] == [0.5, 0.5]


def test_a_long_text_is_no_louder_than_a_short_one() -> None:
    """A text has length 1, however many words it has: two words that say the same say it a bit surer."""
    both = model(nap=(20, -20), bed=(20, -20))
    one, two = (both.guesses(words)[0].share for words in ({"nap"}, {"nap", "bed"}))
    assert one < two < one + 0.1


@given(st.sets(st.text()))
def test_shares_add_up_to_one(words: set[str]) -> None:
    guesses = model(nap=(20, -20), lift=(-20, 20)).guesses(words)
    assert sum(guess.share for guess in guesses) == pytest.approx(1)
    assert guesses[0].share >= guesses[1].share
