"""Changing one thing of the answers before the plan, without asking all again."""

import pytest

from bot.domain.exercises import Library
from bot.domain.screening import DONE, Given
from tests.conftest import HARMLESS


def answers(**changes: tuple[str, ...]) -> Given:
    """Return harmless answers but for these."""
    return {**{slug: tuple(ticked) for slug, ticked in HARMLESS.items()}, **changes}


def flags(library: Library, given: Given) -> frozenset[str]:
    """Return what follows from the answers."""
    return library.screening.outcome(given).flags


def test_what_can_be_ticked_means_one_flag_each(real_library: Library) -> None:
    ticks = real_library.screening.tickable()
    assert {choice.flags for choice in ticks} >= {("neck-sore",), ("latex",), ("no-floor",)}


def test_a_flag_is_kept_in_mind_and_no_longer(real_library: Library) -> None:
    rules = real_library.screening
    minded = rules.minding(answers(), "neck-sore")
    assert flags(real_library, minded) == {"neck-sore"}
    assert rules.next(minded) is None
    assert DONE in minded["body"]
    assert flags(real_library, rules.not_minding(minded, "neck-sore")) == frozenset()


def test_what_cannot_be_ticked_changes_nothing(real_library: Library) -> None:
    assert real_library.screening.minding(answers(), "pregnant") == answers()
    ticked = answers(body=("neck", DONE))
    assert real_library.screening.minding(ticked, "neck-sore") == ticked


@pytest.mark.parametrize(
    ("question", "choice", "flag", "after"),
    [
        ("bones", "surgery-and-brittle", "surgery", "brittle"),
        ("bones", "surgery", "surgery", "bones-no"),
        ("pregnancy", "pregnancy-yes", "pregnant", "pregnancy-no"),
        ("heart", "pressure-high", "blood-pressure", "heart-no"),
    ],
)
def test_a_single_answer_becomes_the_one_without_the_flag(
    real_library: Library, question: str, choice: str, flag: str, after: str
) -> None:
    given = real_library.screening.not_minding({**answers(), question: (choice,)}, flag)
    assert given[question] == (after,)


def test_a_warning_sign_is_not_tapped_away(real_library: Library) -> None:
    given = answers(chest=("fainted",))
    assert real_library.screening.not_minding(given, "dizzy") == given
