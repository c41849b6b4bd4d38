"""The content that ships with the coach."""

import gc
from pathlib import Path
from time import process_time

import pytest

from bot.domain.exercises import Direction, Library, Place
from bot.library import check, load

ROOT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def library() -> Library:
    """Everything in the real content folder."""
    return load(ROOT)


def test_it_has_no_fault() -> None:
    assert [str(problem) for problem in check(ROOT)] == []


def test_every_folder_is_an_exercise_and_there_are_at_least_ten(library: Library) -> None:
    folders = {path.name for path in (ROOT / "exercises").iterdir() if path.is_dir()}
    assert set(library.exercises) == folders
    assert len(folders) >= 10


def test_every_kind_of_exercise_is_there(library: Library) -> None:
    assert {exercise.kind.value for exercise in library.exercises.values()} >= {
        "mobility",
        "stretch",
        "strength",
        "breathing",
    }


def test_every_exercise_is_found_by_several_words(library: Library) -> None:
    for exercise in library.exercises.values():
        text = exercise.text("en")
        assert len(text.aliases) >= 3, exercise.slug
        assert text.misspellings, exercise.slug


def test_every_exercise_has_an_easier_and_a_harder_way(library: Library) -> None:
    for exercise in library.exercises.values():
        directions = {variation.direction for variation in exercise.variations}
        assert directions == set(Direction), exercise.slug


def test_every_page_of_an_exercise_fits_below_a_picture(library: Library) -> None:
    """A caption takes 1,024 characters; 120 are kept for the dose, the place and the buttons' hint."""
    for exercise in library.exercises.values():
        for text in exercise.texts.values():
            for slug, words in text.variations.items():
                numbered = [f"{number}. {step}" for number, step in enumerate(words.steps, 1)]
                page = "\n".join([text.name, words.name, text.position, *numbered])
                assert len(page) <= 1024 - 120, f"{exercise.slug} {slug}"


def test_every_list_of_an_exercise_fits_on_one_page(library: Library) -> None:
    for exercise in library.exercises.values():
        for text in exercise.texts.values():
            for lines in (text.tips, text.good_for, text.faults, text.adapt):
                assert sum(map(len, lines)) + 4 * len(lines) <= 1024 - 120, exercise.slug


def test_there_are_routines_and_desk_breaks(library: Library) -> None:
    assert {routine.desk_break for routine in library.routines.values()} == {True, False}


def test_nobody_has_to_lie_down_in_a_desk_break(library: Library) -> None:
    for routine in library.routines.values():
        for entry in routine.entries if routine.desk_break else ():
            places = library.exercises[entry.exercise].variation(entry.variation).places
            assert places - {Place.FLOOR, Place.BED}, f"{routine.slug}: {entry.exercise}"


def test_there_are_cards_of_every_group(library: Library) -> None:
    groups = [card.group for card in library.cards.values()]
    assert groups.count("education") >= 15
    assert groups.count("safety") >= 3
    assert groups.count("legal") >= 1


def test_every_source_is_used(library: Library) -> None:
    named = [exercise.sources for exercise in library.exercises.values()]
    named += [card.sources for card in library.cards.values()]
    assert {source for sources in named for source in sources} == set(library.sources)


def test_no_text_promises_a_cure(library: Library) -> None:
    """Words of a medical promise have no place in what an exercise is good for."""
    for exercise in library.exercises.values():
        for text in exercise.texts.values():
            words = " ".join(text.good_for).lower()
            assert not any(promise in words for promise in ("cure", "heals", "guarantee")), exercise.slug


def test_loading_takes_less_than_150_ms() -> None:
    """The best of three, in time of our own, so that a busy machine does not decide.

    The garbage collector keeps still, as it does while the coach starts: here it would go through all that
    other tests have left behind.
    """
    times = []
    gc.disable()
    try:
        for _ in range(3):
            start = process_time()
            load(ROOT)
            times.append(process_time() - start)
    finally:
        gc.enable()
    assert min(times) < 0.15
