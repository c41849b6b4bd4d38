"""How an exercise reads in the terminal."""

from pathlib import Path

import pytest

from bot.domain.exercises import Dose
from bot.library import load, show
from bot.library.preview import dose_words

TURN = """\
Turn

mobility, gentle, 6 reps, 1 min
where: chair; needs: chair
fits: at a desk, quiet
regions: upper-back; sources: editor

Sit tall on a chair.

Steps
  1. Breathe in.
  2. Turn a little.
  3. Come back.

Tips
  - Go slowly.

Good for
  - A stiff back.

Common faults
  - Rushing.

Skip or adapt
  - Dizzy: stay still.

Easier: Sitting tall (6 reps, 1 min)
  1. Sit.
  2. Breathe.
  3. Smile.

Harder: On the floor (8 reps, 1 min)
  1. Kneel.
  2. Breathe.
  3. Smile.

Found by: Turn, twist
"""


def test_it_shows_the_whole_exercise(content_tree: Path) -> None:
    assert show(load(content_tree).exercises["turn"], "en") == TURN


def test_it_shows_english_where_a_language_is_missing(content_tree: Path) -> None:
    assert show(load(content_tree).exercises["turn"], "es") == TURN


def test_it_wraps_long_lines(content_tree: Path) -> None:
    path = content_tree / "exercises" / "turn" / "en.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Go slowly.", "slowly " * 25), encoding="utf-8")
    assert max(map(len, show(load(content_tree).exercises["turn"], "en").split("\n"))) == 80


DOSES = [
    (Dose(reps=1), "1 rep, 1 min"),
    (Dose(sets=2, reps=8, hold=5, sides=2), "2 sets of 8 reps, 5 s hold, each side, 5 min"),
    (Dose(hold=30, sets=3), "3 sets of 30 s hold, 2 min"),
    (Dose(breaths=6, tempo=10), "6 breaths, 1 min"),
]


@pytest.mark.parametrize(("dose", "words"), DOSES)
def test_it_says_a_dose_in_words(dose: Dose, words: str) -> None:
    assert dose_words(dose) == words
