"""Breaks of a group: which movement, how much of it, how many days in a row."""

from dataclasses import replace

import pytest

from bot.domain import breaks
from bot.domain.exercises import Dose, Library, Place


def test_every_movement_can_be_done_at_work_unheard(real_library: Library) -> None:
    found = breaks.movements(real_library)
    assert len(found) > 3
    assert all(exercise.quiet and exercise.office_clothes for exercise, _ in found)
    assert not any(form.places <= {Place.FLOOR, Place.BED} for _, form in found)


def test_movements_take_turns(real_library: Library) -> None:
    everything = [exercise.slug for exercise, _ in breaks.movements(real_library)]
    last, seen = None, []
    for _ in everything:
        movement = breaks.next_movement(real_library, last)
        assert movement
        last = movement[0].slug
        seen.append(last)
    assert seen == everything
    again = breaks.next_movement(real_library, last)
    assert again
    assert again[0].slug == everything[0]


def test_after_a_movement_that_left_the_library_the_first_comes(real_library: Library) -> None:
    assert breaks.next_movement(real_library, "gone") == breaks.movements(real_library)[0]


def test_a_library_without_anything_for_a_desk_has_no_movement(real_library: Library) -> None:
    loud = {slug: replace(one, quiet=False) for slug, one in real_library.exercises.items()}
    assert breaks.next_movement(replace(real_library, exercises=loud), None) is None


@pytest.mark.parametrize(
    ("given", "fitting"),
    [
        (Dose(sets=1, reps=6, tempo=8), Dose(sets=1, reps=6, tempo=8)),
        (Dose(sets=3, reps=10), Dose(sets=2, reps=10)),
        (Dose(sets=5, hold=60), Dose(sets=1, hold=60)),
        (Dose(sets=2, reps=20, sides=2), Dose(sets=1, reps=10, sides=2)),
    ],
)
def test_a_dose_is_cut_to_two_minutes(given: Dose, fitting: Dose) -> None:
    assert breaks.dosed(given) == fitting
    assert fitting.seconds <= breaks.LONGEST


def test_every_movement_takes_two_minutes_at_most(real_library: Library) -> None:
    for _, form in breaks.movements(real_library):
        assert breaks.dosed(form.dose).seconds <= breaks.LONGEST


@pytest.mark.parametrize(
    ("days", "count"),
    [([], 0), ([True], 1), ([False], 0), ([False, True, True], 2), ([True, True, False, True], 2),
     ([False, False, True], 0)],
)  # fmt: skip
def test_the_newest_day_adds_to_the_row_and_never_ends_it(days: list[bool], count: int) -> None:
    assert breaks.row(days) == count
