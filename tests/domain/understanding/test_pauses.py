"""When a pause ends, in the words of people."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.domain.understanding.heard import Heard
from bot.domain.understanding.pauses import backs

Hear = Callable[..., Heard]


@pytest.mark.parametrize(
    ("said", "language", "back"),
    [
        ("hold it for the rest of this week", "en", date(2026, 11, 30)),
        ("nothing until december please", "en", date(2026, 12, 1)),
        ("pause until new years day", "en", date(2027, 1, 1)),
        ("pause until after christmas", "en", date(2026, 12, 26)),
        ("see you feb 1st", "en", date(2027, 2, 1)),
        ("back on the second of december", "en", date(2026, 12, 2)),
        ("pause until monday week", "en", date(2026, 12, 7)),
        ("come back thursday next week", "en", date(2026, 12, 3)),
        ("start again on monday 7 december", "en", date(2026, 12, 7)),
        ("can we pause thru january 4th", "en", date(2027, 1, 5)),
        ("no messages until the weekend", "en", date(2026, 11, 28)),
        ("no reminders tomorrow or friday", "en", date(2026, 11, 28)),
        ("my flight is tomorrow, no messages till tuesday", "en", date(2026, 12, 1)),
        ("my exams go on till 11 dec, resume on the 12th", "en", date(2026, 12, 12)),
        ("flying to spain tomorrow so no reminders for 10 days", "en", date(2026, 12, 5)),
        ("annual leave for a fortnight starting today", "en", date(2026, 12, 9)),
        ("pausa hasta el 3", "es", date(2026, 12, 3)),
        ("nada hasta el viernes 4", "es", date(2026, 12, 4)),
        ("hasta el 20 inclusive", "es", date(2026, 12, 21)),
        ("pausa lo que queda de la semana", "es", date(2026, 11, 30)),
        ("nos vemos el 7 de diciembre", "es", date(2026, 12, 7)),
        ("después de reyes retomo", "es", date(2027, 1, 7)),
    ],
)
def test_it_reads_when_somebody_is_back(listen: Hear, said: str, language: str, back: date) -> None:
    assert list(backs(listen(said, language))) == [back]


@pytest.mark.parametrize(
    "said", ["pause until monday except friday", "pause every other day", "pause from friday for a week"]
)
def test_it_does_not_make_up_an_end(listen: Hear, said: str) -> None:
    assert list(backs(listen(said))) in ([], [None])


def test_until_something_that_is_no_day_leaves_the_end_open(listen: Hear) -> None:
    assert list(backs(listen("no exercises today, till i'm right"))) == [None]


def test_two_ends_that_differ_are_both_offered(listen: Hear) -> None:
    assert len(backs(listen("until monday or until the 20th"))) == 2


@pytest.mark.parametrize("said", ["not this second", "let me eat first"])
def test_an_ordinal_alone_is_no_day(listen: Hear, said: str) -> None:
    assert listen(said).items == ()


def test_leaving_tomorrow_says_nothing_of_the_end(listen: Hear) -> None:
    assert list(backs(listen("salgo de vacaciones mañana, pausa", "es"))) == [None]


def test_a_pause_never_ends_on_its_first_day(listen: Hear) -> None:
    assert list(backs(listen("not feeling up to it today"))) == []


@pytest.mark.parametrize(
    ("said", "language", "back"),
    [
        ("pause till 12/15", "en", date(2026, 12, 15)),
        ("vacaciones hasta el 15/12", "es", date(2026, 12, 15)),
        ("pause until next year", "en", date(2027, 1, 1)),
        ("off to greece, home on 5 december, no pings till then", "en", date(2026, 12, 5)),
        ("not a minute to myself, pause for 3 days", "en", date(2026, 11, 28)),
    ],
)
def test_it_finds_the_day_on_which_somebody_is_back(
    listen: Hear, said: str, language: str, back: date
) -> None:
    assert list(backs(listen(said, language))) == [back]


def test_a_date_that_two_parts_of_the_world_read_differently_is_a_question(listen: Hear) -> None:
    assert len(backs(listen("pause till 3/12"))) == 2


def test_how_long_it_lasts_already_is_no_end(listen: Hear) -> None:
    assert list(backs(listen("ill in bed since two days"))) == [None]
