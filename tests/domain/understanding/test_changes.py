"""Which times of a change go and which come."""

from collections.abc import Callable
from datetime import time

import pytest

from bot.domain.understanding.changes import changes
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.meanings import Part

Hear = Callable[..., Heard]


@pytest.mark.parametrize(
    ("said", "language", "old", "new"),
    [
        ("remind me at 10:20am not 10am", "en", "10:00", "10:20"),
        ("not 17:00. 17:40.", "en", "17:00", "17:40"),
        ("i'd rather hear from you at 19:10 than at 18:00", "en", "18:00", "19:10"),
        ("7am is brutal, make it 10am", "en", "07:00", "10:00"),
        ("push the 2pm and make it 5pm", "en", "14:00", "17:00"),
        ("from a quarter past seven in the morning to a quarter past ten", "en", "07:15", "10:15"),
        ("noon doesn't suit me any more, can we do half past one in the afternoon", "en", "12:00", "13:30"),
        ("move my 7am reminder half an hour later", "en", "07:00", "07:30"),
        ("el recordatorio del mediodía pásalo a las 2 de la tarde", "es", "12:00", "14:00"),
        ("no era 9 am sino 9 pm", "es", "09:00", "21:00"),
        ("a las 15:00 en lugar de las 11:00", "es", "11:00", "15:00"),
        ("el de la una de la tarde pásalo a las dos y media de la tarde", "es", "13:00", "14:30"),
        (
            "que el recordatorio me llegue a las 12:30 del mediodía y no a las 11 de la mañana",
            "es",
            "11:00",
            "12:30",
        ),
        ("cambiá el recordatorio de las 20 para las 22", "es", "20:00", "22:00"),
        ("the baby naps at one now so can you move my 11am reminder to 1pm", "en", "11:00", "13:00"),
        ("swap the 6pm reminder for 8pm, i'm stuck in traffic at six", "en", "18:00", "20:00"),
        ("can the noon nudge come at 14:00 from now on", "en", "12:00", "14:00"),
        ("rather than 8am 9am", "en", "08:00", "09:00"),
        ("a las 13 no me sirve el aviso, ponlo a las 14:30", "es", "13:00", "14:30"),
        ("8pm is too late, can it be 7pm", "en", "20:00", "19:00"),
        ("move the 7 in the morning reminder to 6:30 in the morning", "en", "07:00", "06:30"),
        (
            "mi aviso de las 5 de la mañana es muy temprano, ponlo a las 7 de la mañana",
            "es",
            "05:00",
            "07:00",
        ),
    ],
)
def test_it_tells_what_goes_from_what_comes(
    listen: Hear, said: str, language: str, old: str, new: str
) -> None:
    (change,) = changes(listen(said, language))
    assert (change.old.at, change.times.at) == ((time.fromisoformat(old),), (time.fromisoformat(new),))


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("i finish at 3 now, can you put the reminder at 3:30pm", "en"),
        ("empiezo clases a las 7 am, entonces el aviso a las 3:30 pm", "es"),
    ],
)
def test_a_time_of_the_own_day_is_no_old_one(listen: Hear, said: str, language: str) -> None:
    (change,) = changes(listen(said, language))
    assert (change.times.at, change.old.at) == ((time(15, 30),), ())


@pytest.mark.parametrize(
    ("said", "language", "count"),
    [("up it to 3 a day", "en", 3), ("make it two a day rather than four", "en", 2),
     ("bájalo a uno por día", "es", 1)],
)  # fmt: skip
def test_it_counts_reminders_of_a_day(listen: Hear, said: str, language: str, count: int) -> None:
    (change,) = changes(listen(said, language))
    assert (change.times.count, change.times.at) == (count, ())


def test_days_behind_a_turn_are_not_lost(listen: Hear) -> None:
    (change,) = changes(listen("not mondays, i meant tuesdays and thursdays"))
    assert change.times.weekdays == frozenset({1, 3})


@pytest.mark.parametrize("said", ["change my reminder from monday to tuesday", "three a day, drop it to one"])
def test_what_is_not_clear_is_not_changed(listen: Hear, said: str) -> None:
    assert list(changes(listen(said))) == []


def test_without_a_word_on_the_half_of_the_day_both_are_offered(listen: Hear) -> None:
    assert len(changes(listen("move my 8am reminder to 1"))) == 2


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("reminders in the evening instead of the morning", "en"),
        ("switch my reminder to evenings, mornings are chaos here", "en"),
        ("pon mis recordatorios por la noche en lugar de la mañana", "es"),
    ],
)
def test_it_tells_which_part_of_the_day_comes(listen: Hear, said: str, language: str) -> None:
    (change,) = changes(listen(said, language))
    assert (change.old.parts, change.times.parts) == ((Part.MORNING,), (Part.EVENING,))


def test_what_is_said_of_a_part_of_the_day_tells_whether_it_comes(listen: Hear) -> None:
    for said in ("can i have my reminder afternoons instead, mornings are a mess", "afternoons are better"):
        assert {one.times.parts for one in changes(listen(said))} == {(Part.AFTERNOON,)}


def test_of_two_times_with_a_story_between_both_may_be_the_old_one(listen: Hear) -> None:
    found = {(one.old.at, one.times.at) for one in changes(listen("can we do 09:30 i said 09:00"))}
    assert found == {((time(9),), (time(9, 30),)), ((time(9, 30),), (time(9),))}
