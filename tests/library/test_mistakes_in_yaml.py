"""One slip in how a file of keys is written, and the exact sentences its author reads."""

from collections.abc import Callable

import pytest

CASES = [  # (what stands there, the mistake in its place, all that the checker says)
    (
        "kind: mobility",
        "kind: a: b",
        (
            "turn/exercise.yaml line 2: this line starts too far to the right, or has a second ':' in"
            ' it: put the whole text in "quotes"'
        ),
    ),
    (
        "kind: mobility",
        "kind mobility",
        "turn/exercise.yaml line 2: a ':' is missing: write key: value",
    ),
    (
        "kind: mobility",
        "\tkind: mobility",
        "turn/exercise.yaml line 2: there is a tab in this line: use spaces",
    ),
    (
        "kind: mobility",
        "  kind: mobility",
        (
            "turn/exercise.yaml line 2: this line starts too far to the right, or has a second ':' in"
            ' it: put the whole text in "quotes"'
        ),
    ),
    (
        "kind: mobility",
        "kind: [mobility",
        "turn/exercise.yaml line 2: a list [ ] or a group { } is not closed, or a comma is missing in it",
    ),
    (
        "sources: [editor]",
        'sources: ["editor]',
        "turn/exercise.yaml line 19: a quote is opened here and never closed: add the missing quote",
    ),
    (
        "kind: mobility",
        "kind: @mobility",
        (
            "turn/exercise.yaml line 2: a text cannot start with this character: put the whole text "
            'in "quotes"'
        ),
    ),
    (
        "kind: mobility",
        "kind: *mobility",
        'turn/exercise.yaml line 2: a text cannot start with *: put the whole text in "quotes"',
    ),
    (
        "sources: [editor]",
        "sources: &a [*a]",
        "turn/exercise.yaml line 19: sources is empty: write a list of names, such as [editor]",
        "turn/exercise.yaml line 19: this repeats another part by & and *: write it out instead",
    ),
    (
        "kind: mobility",
        "[kind]: mobility",
        "turn/exercise.yaml line 1: kind is missing: write one of mobility, stretch, strength, breathing",
        "turn/exercise.yaml line 2: a key must be a plain word: write key: value",
    ),
    (
        "kind: mobility",
        "---\nkind: mobility",
        "turn/exercise.yaml line 2: there is a line --- too many: take it out",
    ),
    (
        "kind: mobility",
        "kind: mobi\u0007lity",
        "turn/exercise.yaml line 2: there is an invisible character in this line: type the line again",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[2][:60])
def test_it_says_what_is_wrong(spoil: Callable[..., list[str]], case: tuple[str, ...]) -> None:
    """Each mistake is named with file, line and remedy, and nothing else is said."""
    before, after, *sentences = case
    assert spoil("exercises/turn/exercise.yaml", before, after) == sentences
