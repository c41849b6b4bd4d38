"""Whatever stands in a file, the checker has an answer."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.library import check, load

FILES = [
    "exercises/turn/exercise.yaml",
    "exercises/turn/en.md",
    "routines/reset.yaml",
    "cards/posture/card.yaml",
    "cards/posture/en.md",
    "sources.yaml",
]

# Pieces that mean something to the readers come up more often than chance would bring them.
MARKS = [
    "&a ",
    "*a",
    "<<: ",
    "!!set ",
    "? ",
    '"',
    "'",
    "<b>",
    "<!-- ",
    "TODO",
    "~",
    "en: ",
    "name: x\n",
    "|\n",
    "%",
]
LINES = [
    "---\n",
    "\n",
    "order: 1\n",
    "dose: {reps: 6}\n",
    "## Tips\n",
    "- ",
    "1. ",
    "  ",
    "\t",
    ": ",
    "[",
    "]",
    "{",
]
PIECES = st.sampled_from(MARKS + LINES)
ANYTHING = st.one_of(
    st.text(max_size=60).map(lambda text: text.encode("utf-8")),
    st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=15).map(
        lambda parts: "".join(parts).encode("utf-8")
    ),
    st.binary(max_size=30),
)


@pytest.mark.parametrize("file", FILES)
def test_it_never_fails_on_any_text(content_tree: Path, file: str) -> None:
    """Arbitrary text, or none, behind what is right or in its place, gives problems and no exception."""
    right = (content_tree / file).read_bytes()

    @settings(max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(ANYTHING, st.booleans(), st.integers(0, len(right)))
    def anything(text: bytes, whole: bool, place: int) -> None:
        (content_tree / file).write_bytes(text if whole else right[:place] + text + right[place:])
        assert all(problem.line >= 0 and problem.what for problem in check(content_tree))

    anything()


@pytest.mark.parametrize("file", FILES)
def test_what_passes_is_complete(content_tree: Path, file: str) -> None:
    """However much of a file is missing: where no problem is named, nothing was silently dropped."""
    right = (content_tree / file).read_bytes()
    for end in range(0, len(right), 7):
        (content_tree / file).write_bytes(right[:end])
        if not check(content_tree):
            library = load(content_tree)
            assert (len(library.exercises), len(library.routines), len(library.cards)) == (2, 1, 5)
            assert all("en" in exercise.texts for exercise in library.exercises.values())
            assert all("en" in card.texts for card in library.cards.values())


DEEP = [
    "[" * 5000,
    "{a: " * 5000,
    "- " * 5000,
    "> " * 500,
    "a: &a [*a, *a]\n",
    "9" * 5000,
    "order: " + "9" * 5000,
]


@pytest.mark.parametrize("text", DEEP, ids=lambda text: text[:12])
def test_it_never_fails_on_text_made_to_break_it(content_tree: Path, text: str) -> None:
    for file in FILES:
        (content_tree / file).write_text(f"---\nname: x\n---\n{text}" if file.endswith(".md") else text)
    assert check(content_tree)
