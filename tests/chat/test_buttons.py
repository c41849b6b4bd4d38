"""The wire of buttons: typed actions there and back, and nothing that a stranger sends can hurt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.buttons import LIMIT, Action, unpack


class Colour(StrEnum):
    """An enum field."""

    RED = "r"
    BLUE = "b"


@dataclass(frozen=True)
class Paint(Action):
    """An action with a field of every kind."""

    code: ClassVar[str] = "pa"
    number: int
    word: str
    colour: Colour


@dataclass(frozen=True)
class Bare(Action):
    """An action without fields."""

    code: ClassVar[str] = "ba"


ACTIONS: dict[str, type[Action]] = {"pa": Paint, "ba": Bare}
WORDS = st.text(st.characters(codec="ascii", exclude_characters=":"), max_size=20)
NUMBERS = st.integers(-(10**12), 10**12)


@given(st.builds(Paint, NUMBERS, WORDS, st.sampled_from(Colour)))
def test_it_reads_back_what_it_wrote(action: Paint) -> None:
    assert unpack(action.pack(), ACTIONS) == action


def test_it_writes_version_code_and_values_in_order() -> None:
    assert Paint(-7, "sky", Colour.BLUE).pack() == "v1:pa:-7:sky:b"
    assert Bare().pack() == "v1:ba"
    assert unpack("v1:ba", ACTIONS) == Bare()


@given(st.text(max_size=80))
def test_it_makes_nothing_of_garbage(data: str) -> None:
    assert unpack(data, ACTIONS) in (None, Bare())
    assert unpack(f"v1:{data}", ACTIONS) in (None, Bare())


@given(st.lists(st.text(max_size=12), max_size=5))
def test_it_never_raises_on_values_that_make_no_sense(values: list[str]) -> None:
    found = unpack(":".join(["v1", "pa", *values]), ACTIONS)
    assert found is None or isinstance(found, Paint)


@pytest.mark.parametrize(
    "data",
    [
        "",
        ":",
        "v1",
        "v1:",
        "v0:ba",
        "v2:ba",
        "V1:ba",
        "v1:BA",
        "v1:pa",
        "v1:ba:more",
        "v1:pa:1:sky",
        "v1:pa:1:sky:b:",
        "v1:pa:one:sky:b",
        "v1:pa:1:sky:green",
        "v1:pa:1.5:sky:b",
        "ba:v1",
    ],
)
def test_it_refuses_other_versions_unknown_codes_and_wrong_values(data: str) -> None:
    assert unpack(data, ACTIONS) is None


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**50])
def test_it_refuses_numbers_that_no_database_can_hold(number: int) -> None:
    assert unpack(f"v1:pa:{number}:sky:b", ACTIONS) is None


def test_it_takes_sixty_four_bytes_and_not_one_more() -> None:
    fits = "a" * (LIMIT - len("v1:pa:1::r"))
    assert len(Paint(1, fits, Colour.RED).pack()) == LIMIT
    with pytest.raises(ValueError, match="over 64 bytes"):
        Paint(1, fits + "a", Colour.RED).pack()


def test_it_counts_bytes_and_not_characters() -> None:
    with pytest.raises(ValueError, match="over 64 bytes"):
        Paint(1, "ж" * 30, Colour.RED).pack()


def test_it_refuses_a_colon_in_a_value() -> None:
    with pytest.raises(ValueError, match="holds a colon"):
        Paint(1, "07:30", Colour.RED).pack()
