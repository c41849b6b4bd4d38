"""A wish of less than a change would do is a question."""

from collections.abc import Callable
from typing import get_args

import pytest

from bot.domain.understanding import meanings as m

Ask = Callable[..., m.Meaning]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("later but not tonight", "en"),
        ("add everything except push-ups", "en"),
        ("remove everything but push-ups", "en"),
        ("start without push-ups", "en"),
        ("delete either the 8am or the 6pm reminder", "en"),
        ("pause either today or tomorrow", "en"),
        ("remind me at 8am and cancel the 6pm one", "en"),
        ("make it longer and harder", "en"),
        ("make push-ups and rows easier", "en"),
        ("skip today and tomorrow", "en"),
        ("skip push-ups today", "en"),
        ("swap push-ups for wall angels just today", "en"),
        ("start wall angels at 6pm", "en"),
        ("remind me at 3pm starting december", "en"),
        ("english only for the reminders", "en"),
        ("still pictures only for push-ups", "en"),
        ("remind me half an hour before 8am", "en"),
        ("i was sick last week", "en"),
        ("my wife wants me to stop", "en"),
        ("if i get sick pause for a week", "en"),
        ("why did you move my reminder to 9am", "en"),
        ("i almost finished", "en"),
        ("drop cat cow for a week", "en"),
        ("remind me every day at 8am until 31/2", "en"),
        ("delete my 8am reminder, no, keep it", "en"),
        ("remind me at 8am just kidding", "en"),
        ("remind me at 8am and 9am, sorry, 10am", "en"),
        ("pausa mañana pero hoy no", "es"),
        ("agrega todo menos flexiones", "es"),
        ("pausa hoy o mañana", "es"),
        ("recuérdame mañana y el viernes a las 9 am", "es"),
        ("mi mamá quiere que pares", "es"),
        ("todavía no reanudes", "es"),
    ],
)
def test_it_is_never_done_to_more_than_was_said(ask_as_shipped: Ask, text: str, language: str) -> None:
    assert not isinstance(ask_as_shipped(text, language), get_args(m.Doing))


def test_what_was_ruled_out_is_not_what_comes(ask_as_shipped: Ask) -> None:
    assert ask_as_shipped("drop cat cow, sorry, not wall angels") != m.DropMove("wall-angel")
    assert ask_as_shipped("speak spanish, sorry my english is bad") != m.SetLanguage("en")
    assert ask_as_shipped("I don't live in London anymore") != m.SetZone("Europe/London")


@pytest.mark.parametrize(
    "text",
    [
        "remind me in 20 minutes, no, 99999999999",
        "snooze 9999999999995",
        "pause for two days, no, 5000000",
    ],
)
def test_no_length_is_beyond_the_calendar(ask_as_shipped: Ask, text: str) -> None:
    meaning = ask_as_shipped(text)
    lengths = [one.minutes for one in getattr(meaning, "candidates", (meaning,)) if isinstance(one, m.Later)]
    assert all((minutes or 0) < 10**8 for minutes in lengths)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("start wall angels", m.Start("wall-angel")),
        ("make push-ups easier", m.Adjust(m.How.EASIER, "push-up")),
        ("undo that", m.Do(m.Deed.UNDO)),
        ("skip today", m.Do(m.Deed.NOT_TODAY)),
    ],
)
def test_what_was_said_whole_is_understood(ask_as_shipped: Ask, text: str, meaning: m.Meaning) -> None:
    assert ask_as_shipped(text) == meaning
