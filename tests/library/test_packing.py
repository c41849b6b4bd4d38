"""Values of the rules go into bytes and come back as they were."""

from dataclasses import dataclass
from datetime import date

import pytest

from bot.domain.exercises import Dose, Kind, Library
from bot.domain.understanding.lexicon import Phrases
from bot.library.packing import pack, unpack


@pytest.mark.parametrize(
    "value",
    [
        "words",
        None,
        True,
        2.5,
        (),
        (1, ("a", None)),
        {"b": 1, "a": (2,)},
        frozenset({"a", "b"}),
        Kind.STRETCH,
        (Kind.STRETCH, "stretch"),
        {Kind.MOBILITY: frozenset({Kind.STRENGTH}), "plain": frozenset()},
        Dose(sets=2, reps=6),
        {("two", "words"): frozenset({("number", 2)})},
        Phrases("en", {("sit", "up"): frozenset({("kind", "strength")})}, frozenset({("please",)})),
    ],
)
def test_what_is_packed_comes_back(value: object) -> None:
    again = unpack(pack(value))
    assert again == value
    assert type(again) is type(value)


def test_mappings_keep_their_order() -> None:
    assert list(unpack(pack({"b": Kind.STRETCH, "a": Kind.MOBILITY}))) == ["b", "a"]


def test_choices_stay_choices() -> None:
    first, second = unpack(pack((Kind.STRETCH, "stretch")))
    assert (type(first), type(second)) == (Kind, str)


def test_all_that_ships_can_be_packed(real_library: Library) -> None:
    assert unpack(pack(real_library)) == real_library


@dataclass(frozen=True)
class Stranger:
    """Something that the rules do not define."""

    size: int


@pytest.mark.parametrize("value", [Stranger(1), date(2026, 3, 2), [1], {1, 2}])
def test_what_is_not_known_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        pack(value)
