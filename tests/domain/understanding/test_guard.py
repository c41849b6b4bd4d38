"""A change that would do more than was said is a question."""

from collections.abc import Callable
from typing import get_args

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
        ("speak english on weekdays", "en"),
        ("drop wall angels for this week", "en"),
        ("make it shorter on fridays", "en"),
        ("move my 8am to 9am for tomorrow only", "en"),
        ("pause the 8am one until monday", "en"),
        ("resume at 6pm", "en"),
        ("done yesterday", "en"),
        ("delete my data from last week", "en"),
        ("delete all but the morning one", "en"),
        ("remove all reminders except 8am", "en"),
        ("no reminders during lunch", "en"),
        ("don't stop", "en"),
        ("please do not delete my reminders", "en"),
        ("did you delete the 9am one?", "en"),
        ("stop all this after christmas", "en"),
        ("not this morning, tonight", "en"),
        ("weekends as well, not just mon to fri", "en"),
        ("pausar no quiero", "es"),
        ("un aviso a las 7 am y otro a las 9 pm, el de mediodía no", "es"),
        ("empieza mañana", "es"),
        ("el silencio nocturno quítalo solo los sábados", "es"),
        ("no quiero pausar", "es"),
        ("los hice ayer", "es"),
        ("quita todo menos el gato vaca", "es"),
        ("borra el recordatorio del viernes pero deja el del lunes", "es"),
    ],
)
def test_what_was_said_of_less_is_never_done_to_all(ask_as_shipped: Ask, text: str, language: str) -> None:
    meaning = ask_as_shipped(text, language)
    assert not isinstance(meaning, get_args(m.Doing))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("stop", m.Do(m.Deed.STOP)),
        ("erase all my data", m.Do(m.Deed.ERASE)),
        ("start today", m.Start()),
        ("done for today", m.Do(m.Deed.DONE)),
        ("add cat cow", m.AddMove("seated-cat-cow")),
        ("remove cat cow", m.DropMove("seated-cat-cow")),
        ("i am in london this week", m.SetZone("Europe/London")),
        ("wipe every reminder, i'll open the chat when i want", m.DeleteReminder(every=True)),
        ("static pictures please, not moving ones", m.Pictures(still=True)),
    ],
)
def test_what_was_said_of_all_is_understood(ask_as_shipped: Ask, text: str, meaning: m.Meaning) -> None:
    assert ask_as_shipped(text) == meaning


def test_what_may_be_to_stay_is_not_offered_to_go(ask_as_shipped: Ask) -> None:
    for text in ("remove all reminders except 8am", "please do not delete my reminders"):
        meaning = ask_as_shipped(text)
        assert isinstance(meaning, m.Unsure)
        assert meaning.candidates[0] == m.Open(m.Page.REMINDERS)
