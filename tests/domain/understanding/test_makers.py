"""Kinds and meanings name each other."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.domain.understanding import meanings as m
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.makers import KINDS, UNKNOWN, UNSURE, kind_of, make

EMPTY = Heard((), date(2026, 11, 25), ())
NAMELESS = {UNSURE, UNKNOWN, "exercise", "add", "drop", "replace"}
"""Kinds that mean nothing where nothing was named."""


@pytest.mark.parametrize("kind", sorted(KINDS - NAMELESS))
def test_what_is_made_of_a_kind_is_of_that_kind(kind: str) -> None:
    made = make(kind, EMPTY)
    assert made
    assert {kind_of(one) for one in made} == {kind}


@pytest.mark.parametrize("kind", sorted(NAMELESS))
def test_nothing_is_made_where_nothing_was_named(kind: str) -> None:
    assert make(kind, EMPTY) == []


def test_what_was_ruled_out_gives_way_to_what_was_not(listen: Callable[..., Heard]) -> None:
    heard = listen("a bit harder but not longer")
    assert make("adjust-longer", heard) == [m.Adjust(m.How.HARDER)]
    assert make("pictures-moving", listen("still pictures, not moving ones")) == [m.Pictures(still=True)]
