"""One mistake in the facts of an exercise, and the exact sentences its author reads."""

from collections.abc import Callable

import pytest

CASES = [  # (what stands there, the mistake in its place, all that the checker says)
    (
        "kind: mobility",
        "kind: mobilty",
        (
            "turn/exercise.yaml line 2: kind is 'mobilty'; write one of mobility, stretch, strength, "
            "breathing (did you mean mobility?)"
        ),
    ),
    (
        "kind: mobility",
        "kind: dance",
        "turn/exercise.yaml line 2: kind is 'dance'; write one of mobility, stretch, strength, breathing",
    ),
    (
        "level: gentle\n",
        "",
        "turn/exercise.yaml line 1: level is missing: write one of gentle, moderate, advanced",
    ),
    (
        "level: gentle",
        "level:",
        "turn/exercise.yaml line 3: level is still blank: write one of gentle, moderate, advanced",
    ),
    (
        "level: gentle",
        "levle: gentle",
        (
            "turn/exercise.yaml line 3: 'levle' is not a key here; write one of order, kind, level, "
            "places, kit, desk, quiet, office_clothes, regions, dose, variations, sources (did you "
            "mean level?)"
        ),
    ),
    (
        "level: gentle",
        "level: gentle\nlevel: gentle",
        "turn/exercise.yaml line 4: the key 'level' stands twice: keep one",
    ),
    (
        "order: 1",
        "order: TODO",
        "turn/exercise.yaml line 1: order is still blank: write a whole number from 1 to 999",
    ),
    (
        "order: 1",
        "order: 2",
        "turn/exercise.yaml line 1: order 2 is taken by reach: write another number",
    ),
    (
        "order: 1",
        "order: 1.5",
        "turn/exercise.yaml line 1: order is '1.5'; write a whole number from 1 to 999",
    ),
    (
        "places: [chair]",
        "places: [chiar]",
        (
            "turn/exercise.yaml line 4: places has 'chiar'; write one of chair, standing, doorway, "
            "wall, floor, bed (did you mean chair?)"
        ),
    ),
    (
        "places: [chair]",
        "places: chair",
        (
            "turn/exercise.yaml line 4: places is 'chair'; write a list, such as [chair], from chair,"
            " standing, doorway, wall, floor, bed"
        ),
    ),
    (
        "places: [chair]",
        "places: []",
        (
            "turn/exercise.yaml line 4: places is empty: write a list, such as [chair], from chair, "
            "standing, doorway, wall, floor, bed"
        ),
    ),
    (
        "desk: yes",
        "desk: maybe",
        "turn/exercise.yaml line 6: desk is 'maybe'; write yes or no",
    ),
    (
        "regions: [upper-back]",
        "regions: [Upper Back]",
        (
            "turn/exercise.yaml line 9: regions has 'Upper Back'; write a list of names, such as "
            "[whole-spine, neck]"
        ),
    ),
    (
        "reps: 6",
        "reps: 31",
        "turn/exercise.yaml line 10: reps is '31'; write a whole number from 1 to 30",
    ),
    (
        "reps: 6",
        "reps: yes",
        "turn/exercise.yaml line 10: reps is 'yes'; write a whole number from 1 to 30",
    ),
    (
        "reps: 6",
        "reps: [6]",
        "turn/exercise.yaml line 10: reps is not right: write a whole number from 1 to 30",
    ),
    (
        "sets: 1",
        "sets: 6",
        "turn/exercise.yaml line 10: sets is '6'; write a whole number from 1 to 5",
    ),
    (
        "sets: 1",
        "sides: 3",
        "turn/exercise.yaml line 10: sides is '3'; write a whole number from 1 to 2",
    ),
    (
        "sets: 1",
        "hold: 121",
        "turn/exercise.yaml line 10: hold is '121'; write a whole number from 0 to 120",
    ),
    (
        "reps: 6",
        "breaths: 61",
        "turn/exercise.yaml line 10: breaths is '61'; write a whole number from 1 to 60",
    ),
    (
        "tempo: 8",
        "tempo: 0",
        "turn/exercise.yaml line 10: tempo is '0'; write a whole number from 1 to 20",
    ),
    (
        "reps: 6, ",
        "",
        "turn/exercise.yaml line 10: a dose needs reps, breaths or hold: add one of them",
    ),
    (
        "reps: 6",
        "reps: 6, breaths: 6",
        "turn/exercise.yaml line 10: a dose has reps or breaths, not both: take one out",
    ),
    (
        "dose: {reps: 8}",
        "dose: {sets: 2}",
        "turn/exercise.yaml line 18: a dose needs reps, breaths or hold: add one of them",
    ),
    (
        "dose: {sets: 1, reps: 6, tempo: 8}",
        "dose: 6",
        (
            "turn/exercise.yaml line 10: dose is '6'; write its keys in braces, such as {sets: 1, "
            "reps: 6, tempo: 8}"
        ),
    ),
    (
        "direction: easier",
        "direction: standard",
        "turn/exercise.yaml line 13: direction is 'standard'; write one of easier, harder",
    ),
    (
        "sources: [editor]",
        "sources: [editr]",
        "turn/exercise.yaml line 19: sources.yaml has no source 'editr': did you mean editor?",
    ),
    (
        "sources: [editor]",
        "sources: [who-1999]",
        "turn/exercise.yaml line 19: sources.yaml has no source 'who-1999': add it there",
    ),
    (
        "sources: [editor]",
        "sources: []",
        "turn/exercise.yaml line 19: sources is empty: write a list of names, such as [editor]",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[2][:60])
def test_it_says_what_is_wrong(spoil: Callable[..., list[str]], case: tuple[str, ...]) -> None:
    """Each mistake is named with file, line and remedy, and nothing else is said."""
    before, after, *sentences = case
    assert spoil("exercises/turn/exercise.yaml", before, after) == sentences
