"""Quiet hours in the words of people."""

from collections.abc import Callable
from datetime import time

import pytest

from bot.domain.quiet import Quiet
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.meanings import QuietHours
from bot.domain.understanding.nights import EVENING, MORNING, Since, Till, filled, quiet_hours

Hear = Callable[..., Heard]


@pytest.mark.parametrize(
    ("said", "language", "hours"),
    [
        ("don't text me after half ten at night", "en", Since(time(22, 30), MORNING)),
        ("nothing before 9am", "en", Till(EVENING, time(9))),
        ("stay silent till 9:30 in the morning", "en", Till(EVENING, time(9, 30))),
        ("i only want to hear from you between 10am and 6pm", "en", Quiet(time(18), time(10))),
        ("never ping before 8am or after 9pm", "en", Quiet(time(21), time(8))),
        ("night nurse here, sleeping 9am to 4pm", "en", Quiet(time(9), time(16))),
        ("después de las 9 de la noche nada", "es", Since(time(21), MORNING)),
        ("antes de las 8 de la mañana no me hables", "es", Till(EVENING, time(8))),
        ("de dos a cuatro de la tarde silencio", "es", Quiet(time(14), time(16))),
        ("que empiece a las 20 y termine a las 6", "es", Quiet(time(20), time(6))),
    ],
)
def test_it_reads_quiet_hours(listen: Hear, said: str, language: str, hours: Quiet) -> None:
    assert list(quiet_hours(listen(said, language))) == [QuietHours(hours)]


def test_an_end_without_a_half_of_the_day_is_asked_about(listen: Hear) -> None:
    assert len(quiet_hours(listen("nothing after 9"))) == 2


def test_hours_of_some_days_alone_are_not_set_for_all(listen: Hear) -> None:
    assert list(quiet_hours(listen("nothing from 10pm to 7am on weekends"))) == []


@pytest.mark.parametrize(
    ("hours", "present", "whole"),
    [
        (Since(time(22), MORNING), None, Quiet(time(22), time(7))),
        (Since(time(22), MORNING), Quiet(time(23), time(8)), Quiet(time(22), time(8))),
        (Till(EVENING, time(9)), Quiet(time(23), time(8)), Quiet(time(23), time(9))),
        (Till(EVENING, time(23)), Quiet(time(23), time(8)), Quiet(time(22), time(23))),
        (Quiet(time(21), time(6)), Quiet(time(23), time(8)), Quiet(time(21), time(6))),
    ],
)
def test_an_end_that_was_not_said_stays_as_it_is(hours: Quiet, present: Quiet | None, whole: Quiet) -> None:
    assert filled(hours, present) == whole
