"""Programs: how they are read, and what their author is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.programs import Goal, Role
from bot.library import check, load

FILE = "programs/calm.yaml"
CASES = [
    (
        "goal: ease",
        "goal: eas",
        f"{FILE} line 2: goal is 'eas'; write one of ease, desk, strength, variety (did you mean ease?)",
    ),
    ("lengths: [4]", "lengths: [5]", f"{FILE} line 3: no phase ends after 5 weeks: write some of 4"),
    ("exercise: turn", "exercise: trun", f"{FILE} line 13: there is no exercise 'trun'; did you mean turn?"),
    (
        "variation: on-the-floor",
        "variation: on-floor",
        f"{FILE} line 14: reach has no variation 'on-floor'; write one of sitting-tall, standard, "
        "on-the-floor (did you mean on-the-floor?)",
    ),
    (
        "sources: [editor]",
        "sources: [nobody]",
        f"{FILE} line 4: sources.yaml has no source 'nobody': add it there",
    ),
    ("  en: {name", "  es: {name", f"{FILE} line 5: the words in English are missing: add en: ..."),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[2][:60])
def test_it_says_what_is_wrong(spoil: Callable[..., list[str]], case: tuple[str, str, str]) -> None:
    before, after, sentence = case
    assert spoil(FILE, before, after) == [sentence]


def test_strength_work_must_say_so(content_tree: Path) -> None:
    path = content_tree / "exercises/turn/exercise.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("kind: mobility", "kind: strength").replace("level: gentle", "level: moderate"),
        encoding="utf-8",
    )
    assert [str(problem) for problem in check(content_tree)] == [
        f"{FILE} line 13: turn is strength work: write role: strengthen, so that it gets rest days"
    ]


def test_a_program_is_read(content_tree: Path) -> None:
    program = load(content_tree).programs["calm"]
    assert (program.goal, program.lengths, program.text("es").name) == (Goal.EASE, (4,), "Calm")
    [phase] = program.phases
    assert [(move.exercise, move.variation, move.role, move.sets) for move in phase.moves] == [
        ("turn", "standard", Role.LOOSEN, None),
        ("reach", "on-the-floor", Role.CALM, 2),
    ]
