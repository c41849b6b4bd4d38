"""Kinds of messages: which may come twice, and how soft ones are spread."""

from datetime import timedelta

from bot.domain.deliveries import SPREAD, Kind, manner, spread


def test_it_asks_again_for_what_the_person_set_alone() -> None:
    assert [kind for kind in Kind if manner(kind).again] == [Kind.REMINDER]


def test_it_is_careful_with_kinds_that_nobody_thought_about() -> None:
    assert not manner("something new").again
    assert manner("something new").soft


def test_it_spreads_evenly_over_ten_minutes_and_always_the_same() -> None:
    offsets = [spread(f"tip:{person}") for person in range(2000)]
    assert offsets == [spread(f"tip:{person}") for person in range(2000)]
    assert all(timedelta() <= offset < SPREAD for offset in offsets)
    minutes = [sum(offset // timedelta(minutes=1) == minute for offset in offsets) for minute in range(10)]
    assert max(minutes) < 2 * min(minutes)
