"""Pieces that many screens share."""

import pytest

from bot.chat.actions import Go, Page
from bot.chat.screen import Key
from bot.chat.screens.parts import bar, dose_line, go
from bot.domain.exercises import Dose
from bot.texts import Texts


@pytest.mark.parametrize(
    ("dose", "line"),
    [
        (Dose(sets=2, reps=10), "2 sets · 10 times"),
        (Dose(reps=5, hold=5, sides=2), "5 times · hold 5 s · each side"),
        (Dose(hold=30), "hold 30 s"),
        (Dose(sets=3, reps=1, hold=20, sides=2), "3 sets · hold 20 s · each side"),
        (Dose(breaths=6), "6 slow breaths"),
        (Dose(breaths=1), "1 slow breath"),
        (Dose(reps=1), ""),
    ],
)
def test_a_dose_in_words_leaves_out_what_is_one(t: Texts, dose: Dose, line: str) -> None:
    assert dose_line(t, dose) == line


@pytest.mark.parametrize(("done", "cells"), [(0, "▱▱▱"), (1, "▰▱▱"), (3, "▰▰▰")])
def test_a_bar_has_a_cell_for_each(done: int, cells: str) -> None:
    assert bar(done, 3) == cells


def test_a_button_to_a_page_is_named_after_it_or_as_told(t: Texts) -> None:
    assert go(t, Page.READY_MADE) == Key("Ready-made routines", Go(Page.READY_MADE))
    assert go(t, Page.TODAY) == Key("Do today's session", Go(Page.TODAY))
    assert go(t, Page.PAUSE, "Rest") == Key("Rest", Go(Page.PAUSE))
