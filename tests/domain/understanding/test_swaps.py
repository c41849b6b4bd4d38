"""Which of two exercises goes."""

from collections.abc import Callable

import pytest

from bot.domain.understanding.heard import Heard
from bot.domain.understanding.meanings import SwapMove
from bot.domain.understanding.swaps import swap_move

Hear = Callable[..., Heard]


@pytest.mark.parametrize(
    ("said", "language", "old", "new"),
    [
        ("swap push ups for wall angels", "en", "push-up", "wall-angel"),
        ("i'd rather do belly breathing than the IYT", "en", "i-y-t", "belly-breathing"),
        ("pushups yes, rows no", "en", "band-row", "push-up"),
        ("could the cat cow take the place of the open book", "en", "open-book", "seated-cat-cow"),
        ("replace openbook with cat cow, i can't lie down here", "en", "open-book", "seated-cat-cow"),
        ("the squeezes out, rows in", "en", "scapular-squeeze", "band-row"),
        ("put the doorway stretch where the wall angels are", "en", "wall-angel", "doorway-stretch"),
        ("let me have cat cow where open book is now", "en", "open-book", "seated-cat-cow"),
        ("prefiero el remo que las flexiones", "es", "push-up", "band-row"),
        ("quiero remo y no IYT", "es", "i-y-t", "band-row"),
        ("cámbiame las flexiones por el remo", "es", "push-up", "band-row"),
    ],
)
def test_it_tells_which_one_goes(listen: Hear, said: str, language: str, old: str, new: str) -> None:
    assert list(swap_move(listen(said, language))) == [SwapMove(old, new)]


def test_where_nothing_tells_which_one_goes_both_ways_are_offered(listen: Hear) -> None:
    assert len(swap_move(listen("open book and cat cow, swap"))) == 2


@pytest.mark.parametrize("said", ["swap push ups", "swap push ups for push ups"])
def test_one_exercise_is_no_swap(listen: Hear, said: str) -> None:
    assert list(swap_move(listen(said))) == []


def test_a_part_of_a_name_is_enough_where_only_one_has_it(listen: Hear) -> None:
    assert [slug for _, slug in listen("add the angels").exercises] == ["wall-angel"]
