"""A change that would do more than was said is a question."""

from collections.abc import Callable

import pytest

from bot.domain.understanding import meanings as m

Ask = Callable[..., m.Meaning]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("stop on weekends", "en"),
        ("stop for today", "en"),
        ("start tomorrow", "en"),
        ("resume on monday", "en"),
        ("remove everything except cat cow", "en"),
        ("add cat cow but not today", "en"),
        ("delete the friday reminder but keep monday", "en"),
        ("erase my last session", "en"),
        ("empieza mañana", "es"),
        ("quita todo menos el gato vaca", "es"),
        ("borra el recordatorio del viernes pero deja el del lunes", "es"),
    ],
)
def test_what_was_said_of_less_is_never_done_to_all(ask_as_shipped: Ask, text: str, language: str) -> None:
    meaning = ask_as_shipped(text, language)
    assert not isinstance(meaning, m.Do | m.Start | m.AddMove | m.DropMove | m.DeleteReminder)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("stop", m.Do(m.Deed.STOP)),
        ("erase all my data", m.Do(m.Deed.ERASE)),
        ("start today", m.Start()),
        ("done for today", m.Do(m.Deed.DONE)),
        ("add cat cow", m.AddMove("seated-cat-cow")),
        ("remove cat cow", m.DropMove("seated-cat-cow")),
    ],
)
def test_what_was_said_of_all_is_understood(ask_as_shipped: Ask, text: str, meaning: m.Meaning) -> None:
    assert ask_as_shipped(text) == meaning
