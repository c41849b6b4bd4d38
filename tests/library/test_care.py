"""The table of flags and the questions: what their author is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.matrix import Answer
from bot.library import check, load

MATRIX, QUESTIONS = "safety/matrix.yaml", "safety/screening.yaml"
CASES = [
    (MATRIX, "turn: {say", "trun: {say", f"{MATRIX} line 7: there is no exercise 'trun'; did you mean turn?"),
    (
        MATRIX,
        "use: [sitting-tall,",
        "use: [siting-tall,",
        f"{MATRIX} line 8: reach has no variation 'siting-tall'; write one of "
        "sitting-tall, standard, on-the-floor (did you mean sitting-tall?)",
    ),
    (MATRIX, "say: skip", "say: stop", f"{MATRIX} line 7: say is 'stop'; write one of ok, adapt, ask, skip"),
    (
        MATRIX,
        "say: skip",
        "say: adapt",
        f"{MATRIX} line 7: say is adapt: add use, a list of the variations that are fine",
    ),
    (
        MATRIX,
        "say: adapt,",
        "say: ask,",
        f"{MATRIX} line 8: say is ask: take use out, or write adapt",
    ),
    (
        MATRIX,
        "names: {en:",
        "names: {es:",
        f"{MATRIX} line 5: the words in English are missing: add en: ...",
    ),
    (
        MATRIX,
        "[editor]",
        "[edito]",
        f"{MATRIX} line 2: sources.yaml has no source 'edito': did you mean editor?",
    ),
    (
        QUESTIONS,
        "[neck-sore]",
        "[neck-sour]",
        f"{QUESTIONS} line 9: safety/matrix.yaml has no flag 'neck-sour'; write neck-sore",
    ),
    (
        QUESTIONS,
        "slug: neck-yes",
        "slug: neck-no",
        f"{QUESTIONS} line 9: the slug 'neck-no' is taken: write another one",
    ),
    (
        QUESTIONS,
        '"Yes"',
        '"Yes, since I was a little child"',
        f"{QUESTIONS} line 9: en has 31 characters, at most 22: shorten it",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[3][:60])
def test_it_says_what_is_wrong(spoil: Callable[..., list[str]], case: tuple[str, ...]) -> None:
    file, before, after, sentence = case
    assert spoil(file, before, after) == [sentence]


@pytest.mark.parametrize("file", [MATRIX, QUESTIONS])
def test_both_files_must_be_there(content_tree: Path, file: str) -> None:
    (content_tree / file).unlink()
    assert [str(problem) for problem in check(content_tree)] == [
        f"{file}: this file is missing or cannot be opened: add it"
    ]


def test_the_table_and_the_questions_are_read(content_tree: Path) -> None:
    library = load(content_tree)
    assert library.matrix.judge("turn", "standard", ["neck-sore"]).answer is Answer.SKIP
    assert library.matrix.sources == library.screening.sources == ("editor",)
    question = library.screening.next({})
    assert question is not None
    assert question.text("en") == "Is your neck sore?"
