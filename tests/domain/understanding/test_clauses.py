"""Which times belong to a wish."""

from collections.abc import Callable

import pytest

from bot.domain.understanding.clauses import wished
from bot.domain.understanding.clocks import Clock
from bot.domain.understanding.heard import Heard

Hear = Callable[..., Heard]


def hours(heard: Heard) -> list[tuple[int, int]]:
    """Return the clock times of a wish as they were said."""
    return [(one.value.hour, one.value.minute) for one in wished(heard) if isinstance(one.value, Clock)]


@pytest.mark.parametrize(
    ("said", "language", "wanted"),
    [
        ("my shift ends at 22:00, remind me at 22:30", "en", [(22, 30)]),
        ("i teach till 8 so 8:20pm would be perfect", "en", [(8, 20)]),
        ("at half eight in the evening, we eat at six", "en", [(8, 30)]),
        ("salgo del colegio a las cuatro, anótame un recordatorio a las 16:20", "es", [(16, 20)]),
        ("entro a las 9 así que acuérdame a las 10:30", "es", [(10, 30)]),
    ],
)
def test_a_time_of_the_own_day_is_left_to_it(
    listen: Hear, said: str, language: str, wanted: list[tuple[int, int]]
) -> None:
    assert hours(listen(said, language)) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("remind me when i finish at 6pm", [(6, 0)]),
        ("i finish work at 6pm", [(6, 0)]),
        ("at 8am, 12:30 and 6pm", [(8, 0), (12, 30), (6, 0)]),
        ("remind me at 8am and my lunch is at 12", [(8, 0), (12, 0)]),
    ],
)
def test_no_time_is_dropped_that_may_belong(listen: Hear, said: str, wanted: list[tuple[int, int]]) -> None:
    assert hours(listen(said)) == wanted
