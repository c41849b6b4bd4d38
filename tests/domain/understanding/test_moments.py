"""One reminder later, in the words of people."""

from collections.abc import Callable
from datetime import date, time

import pytest

from bot.domain.understanding.heard import Heard
from bot.domain.understanding.meanings import Later, Part
from bot.domain.understanding.moments import later

Hear = Callable[..., Heard]
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("said", "language", "moment"),
    [
        ("this arvo", "en", Later(day=TODAY, part=Part.AFTERNOON)),
        ("gimme 5", "en", Later(5)),
        ("put it off for ten", "en", Later(10)),
        ("in three quarters of an hour", "en", Later(45)),
        ("leave it until friday morning", "en", Later(day=date(2026, 11, 27), part=Part.MORNING)),
        ("later on today after lunch", "en", Later(day=TODAY, part=Part.AFTERNOON)),
        ("vuelve en 20", "es", Later(20)),
        ("al rato", "es", Later()),
        ("mañana a las 8 de la mañana que hoy tengo turno", "es", Later(day=date(2026, 11, 26), at=time(8))),
        ("en hora y cuarto", "es", Later(75)),
    ],
)
def test_it_reads_a_moment(listen: Hear, said: str, language: str, moment: Later) -> None:
    assert list(later(listen(said, language))) == [moment]


def test_a_number_with_a_word_of_time_is_a_time(listen: Hear) -> None:
    assert [one.at for one in later(listen("snooze until 10"))] == [time(10), time(22)]


def test_several_days_are_no_moment(listen: Hear) -> None:
    assert list(later(listen("mondays and fridays at 8am"))) == []
