"""What is put right within a message takes the place of what stood there before."""

from collections.abc import Callable
from datetime import date, time

import pytest

from bot.domain.understanding import meanings as m

Ask = Callable[..., m.Meaning]
THURSDAY, SATURDAY, MONDAY = date(2026, 11, 26), date(2026, 11, 28), date(2026, 11, 30)


def at(*hours: time, days: frozenset[int] | None = None) -> m.AddReminder:
    """Return the wish for a reminder at some times."""
    return m.AddReminder(m.Times(days, hours))


@pytest.mark.parametrize(
    ("text", "language", "meaning"),
    [
        ("remind me at 8am, no wait, 9am", "en", at(time(9))),
        ("remind me at 7 in the morning, sorry, 8 in the morning", "en", at(time(8))),
        ("remind me mondays at 8am, i mean tuesdays", "en", at(time(8), days=frozenset({1}))),
        ("pause until thursday, no wait, saturday", "en", m.Pause(SATURDAY)),
        ("snooze 20 minutes, no, 40", "en", m.Later(40)),
        ("add wall angels, no sorry, cat cow", "en", m.AddMove("seated-cat-cow")),
        ("avísame a las 6 de la tarde, no perdón, 6 y media de la tarde", "es", at(time(18, 30))),
        ("avísame los lunes a las 8 am, digo, los martes", "es", at(time(8), days=frozenset({1}))),
        ("pausa hasta el jueves, no, hasta el lunes", "es", m.Pause(MONDAY)),
    ],
)
def test_what_is_put_right_counts(ask_as_shipped: Ask, text: str, language: str, meaning: m.Meaning) -> None:
    assert ask_as_shipped(text, language) == meaning


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("remind me at 8am, no wait", "en"),
        ("delete all my data, just kidding", "en"),
        ("stop the reminders, forget it", "en"),
        ("borra mi cuenta, era broma", "es"),
        ("ponme un aviso a las 8 am, olvídalo", "es"),
    ],
)
def test_what_was_taken_back_changes_nothing(ask_as_shipped: Ask, text: str, language: str) -> None:
    assert isinstance(ask_as_shipped(text, language), m.Unsure | m.Unknown | m.Answer)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("sorry, remind me at 8am and 6pm", at(time(8), time(18))),
        ("remind me at 8am and at 6pm, sorry to bother you", at(time(8), time(18))),
        ("nevermind, remind me at 8am", at(time(8))),
    ],
)
def test_who_only_is_polite_takes_nothing_back(ask_as_shipped: Ask, text: str, meaning: m.Meaning) -> None:
    assert ask_as_shipped(text) == meaning
