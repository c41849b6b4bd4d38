"""A language that claims to be whole leaves nothing that people read to English."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields

import pytest

from bot.domain.exercises import Library

WHOLE = ["es"]
SAME = {"heart/heart-no", "new-pain/new-pain-no", "pregnancy/pregnancy-no"}
"""What may read as in English: a no is a no in Spanish, too."""


def said(library: Library) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield everything that is written once in each language: what it is, and its texts by language."""
    for kind in (library.exercises, library.routines, library.cards, library.programs):
        yield from ((slug, thing.texts) for slug, thing in kind.items())
    for program in library.programs.values():
        yield from ((f"{program.slug}/{phase.slug}", phase.names) for phase in program.phases)
    yield from ((flag.slug, flag.names) for flag in library.matrix.flags.values())
    for question in library.screening.questions:
        yield question.slug, question.texts
        yield from ((f"{question.slug}/{choice.slug}", choice.names) for choice in question.choices)
    yield "state of the matrix", library.matrix.state
    yield "state of the questions", library.screening.state
    yield "words of alarm", library.words
    yield "phrases", library.phrases


@pytest.mark.parametrize("language", WHOLE)
def test_everything_that_is_read_is_there(real_library: Library, language: str) -> None:
    things = list(said(real_library))
    assert len(things) > 100, "hardly anything was looked at, so it proves nothing"
    assert [what for what, texts in things if not texts.get(language)] == []


@pytest.mark.parametrize("language", WHOLE)
def test_an_exercise_has_every_form_step_and_line(real_library: Library, language: str) -> None:
    """The pictures belong to the steps, and a line about care that is missing is not told to anybody."""
    for exercise in real_library.exercises.values():
        english, theirs = exercise.texts["en"], exercise.texts[language]
        listed = {f.name for f in fields(english)} - {
            "name",
            "position",
            "aliases",
            "misspellings",
            "variations",
        }
        for part in sorted(listed):
            assert len(getattr(theirs, part)) == len(getattr(english, part)), f"{exercise.slug}: {part}"
        steps = {slug: len(form.steps) for slug, form in english.variations.items()}
        assert {slug: len(form.steps) for slug, form in theirs.variations.items()} == steps, exercise.slug


@pytest.mark.parametrize("language", WHOLE)
def test_a_card_has_every_line_and_its_honest_note(real_library: Library, language: str) -> None:
    for card in real_library.cards.values():
        english, theirs = card.texts["en"], card.texts[language]
        assert len(theirs.body) == len(english.body), card.slug
        assert bool(theirs.note) == bool(english.note), card.slug


@pytest.mark.parametrize("language", WHOLE)
def test_nothing_was_left_in_english(real_library: Library, language: str) -> None:
    """What reads the same in both languages is a line that somebody copied and forgot."""
    same = [what for what, texts in said(real_library) if texts[language] == texts["en"]]
    assert [what for what in same if what not in SAME] == []


@pytest.mark.parametrize("language", WHOLE)
def test_what_is_about_safety_names_the_same_numbers(real_library: Library, language: str) -> None:
    """Whom to call, how old, for how many weeks: a number that is lost or wrong may do harm."""
    for what, texts in careful(real_library):
        assert numbers(texts[language]) == numbers(texts["en"]), what


def careful(library: Library) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield what is about safety: its cards, the questions before the plan, and what they lead to."""
    yield from ((slug, card.texts) for slug, card in library.cards.items() if card.group == "safety")
    for question in library.screening.questions:
        yield question.slug, question.texts
        yield from ((choice.slug, choice.names) for choice in question.choices)
    yield from ((flag.slug, flag.names) for flag in library.matrix.flags.values())


def numbers(text: object) -> set[str]:
    """Return the numbers that a text names."""
    return set(re.findall(r"\d+", str(text)))
