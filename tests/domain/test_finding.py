"""Finding exercises by a wish: all of it where possible, else honestly most of it."""

from bot.domain.exercises import Kit, Library, Place
from bot.domain.finding import find
from bot.domain.understanding.meanings import Wish


def test_an_empty_wish_finds_everything(real_library: Library) -> None:
    found = find(real_library, Wish())
    assert [one.slug for one, _ in found.exercises] == list(real_library.exercises)
    assert found.missed == ()


def test_all_of_a_wish_holds_for_what_is_found(real_library: Library) -> None:
    wish = Wish(regions=frozenset({"shoulders"}), places=frozenset({Place.STANDING}), quiet=True)
    found = find(real_library, wish)
    assert found.missed == ()
    assert found.exercises
    for exercise, form in found.exercises:
        assert "shoulders" in exercise.regions
        assert Place.STANDING in form.places
        assert exercise.quiet


def test_without_equipment_a_form_that_needs_none_is_found(real_library: Library) -> None:
    assert all(not form.kit for _, form in find(real_library, Wish(no_kit=True)).exercises)


def test_whoever_sits_on_a_chair_has_one(real_library: Library) -> None:
    found = find(real_library, Wish(places=frozenset({Place.CHAIR}), no_kit=True))
    assert found.missed == ()
    assert any(Kit.CHAIR in form.kit for _, form in found.exercises)


def test_what_nothing_has_is_named(real_library: Library) -> None:
    wish = Wish(regions=frozenset({"diaphragm"}), kit=frozenset({Kit.BAND}))
    found = find(real_library, wish)
    assert found.missed == ("kit",)
    assert all("diaphragm" in exercise.regions for exercise, _ in found.exercises)


def test_the_body_is_given_up_last(real_library: Library) -> None:
    wish = Wish(frozenset({"neck"}), frozenset({Place.BED}), frozenset({Kit.BAND}), minutes=1)
    found = find(real_library, wish)
    assert found.exercises
    assert all("neck" in exercise.regions for exercise, _ in found.exercises)


def test_a_region_that_nothing_moves_leaves_all_the_others(real_library: Library) -> None:
    found = find(real_library, Wish(regions=frozenset({"toes"})))
    assert found.missed == ("regions",)
    assert len(found.exercises) == len(real_library.exercises)
