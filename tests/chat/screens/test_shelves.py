"""Choices of the library, and what stands behind them."""

import pytest

from bot.chat.actions import Facet
from bot.chat.screens.shelves import NOTHING, VALUES, behind, choices
from bot.domain.exercises import Library, Place


def forms(library: Library, facet: Facet, value: str) -> dict[str, str]:
    """Return exercise and form by slug."""
    return {exercise.slug: form.slug for exercise, form in behind(library, facet, value)}


def test_an_exercise_opens_in_the_form_that_suits_the_place(real_library: Library) -> None:
    chair = forms(real_library, Facet.PLACE, Place.CHAIR)
    assert chair["seated-cat-cow"] == "standard"
    assert chair["wall-angel"] == "seated"
    assert chair["open-book"] == "seated-rotation"
    assert "doorway-stretch" not in chair


def test_the_form_nearest_to_the_standard_wins(real_library: Library) -> None:
    """Easier forms first, from the standard down: hand on hip comes before sitting."""
    assert forms(real_library, Facet.PLACE, Place.CHAIR)["side-bend-reach"] == "hand-on-hip"
    assert forms(real_library, Facet.PLACE, Place.FLOOR)["seated-cat-cow"] == "hands-and-knees"


def test_what_needs_nothing_needs_nothing(real_library: Library) -> None:
    found = behind(real_library, Facet.KIT, NOTHING)
    assert found
    assert all(not form.kit for _, form in found)


@pytest.mark.parametrize("facet", [Facet.PLACE, Facet.KIND, Facet.KIT])
def test_counts_are_what_stands_behind(real_library: Library, facet: Facet) -> None:
    counts = choices(real_library, facet)
    assert counts
    assert set(counts) <= set(VALUES[facet])
    for value, count in counts.items():
        assert count == len(forms(real_library, facet, value)) > 0


def test_every_exercise_is_of_one_kind_and_in_some_place(real_library: Library) -> None:
    assert sum(choices(real_library, Facet.KIND).values()) == len(real_library.exercises)
    somewhere = {slug for place in Place for slug in forms(real_library, Facet.PLACE, place)}
    assert somewhere == set(real_library.exercises)


def test_all_means_all_in_standard_form(real_library: Library) -> None:
    assert forms(real_library, Facet.ALL, "-") == dict.fromkeys(real_library.exercises, "standard")


def test_an_unknown_value_has_nothing_behind_it(real_library: Library) -> None:
    assert behind(real_library, Facet.PLACE, "moon") == []
