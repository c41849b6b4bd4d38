"""A wish beside sentences that only tell."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.domain.understanding import meanings as m
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.likely import Guess
from bot.domain.understanding.telling import Part, split, wish

Hear = Callable[..., Heard]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("gimme an hour, got a plumber here", ["gimme an hour", "got a plumber here"]),
        ("remind me at 7.30, 8.15 and 9", ["remind me at 7.30, 8.15 and 9"]),
        ("pause - i'm ill", ["pause", "i'm ill"]),
        ("one\ntwo. three", ["one", "two", "three"]),
        ("", []),
    ],
)
def test_it_parts_at_signs_and_not_within_numbers(text: str, parts: list[str]) -> None:
    assert split(text) == parts


HOUR, TODAY = m.Later(60), m.Do(m.Deed.NOT_TODAY)


@pytest.fixture
def part(listen: Hear) -> Callable[..., Part]:
    """Give a part of a text, with what would be made of it alone."""

    def make(text: str, meaning: m.Meaning | None, kind: str, share: float = 0.9) -> Part:
        return Part(listen(text), meaning, Guess(kind, share))

    return make


def test_what_only_tells_takes_nothing_from_a_wish(part: Callable[..., Part]) -> None:
    asked = part("gimme an hour", HOUR, "later")
    place = m.Unsure((m.Find(m.Wish()),), m.Doubt.WHICH)
    assert wish([asked, part("got a plumber in the kitchen", place, "list", 0.3)]) == HOUR
    assert wish([part("my neck hurts", m.Pain(), "pain"), asked]) == HOUR
    assert wish([part("hello", m.Open(m.Page.HELLO), "hello"), asked, part("pizza", None, "unknown")]) == HOUR


@pytest.mark.parametrize(
    ("text", "meaning", "kind"),
    [
        ("if it rains", None, "unknown"),
        ("not the reminders", None, "unknown"),
        ("on monday", None, "unknown"),
        ("how long is my streak", m.Open(m.Page.STREAK), "streak"),
        ("cat cow", m.Show("seated-cat-cow"), "exercise"),
        ("delete my data", m.Do(m.Deed.ERASE), "erase"),
        ("get rid of them", m.Unsure((m.DeleteReminder(),), m.Doubt.REST), "unknown"),
    ],
)
def test_what_may_turn_it_around_or_is_a_wish_too_leaves_it_open(
    part: Callable[..., Part], text: str, meaning: m.Meaning | None, kind: str
) -> None:
    assert wish([part("gimme an hour", HOUR, "later"), part(text, meaning, kind)]) is None


def test_today_put_off_to_a_moment_is_that_moment(part: Callable[..., Part]) -> None:
    later = m.Later(day=date(2026, 11, 26), part=m.Part.EVENING)
    no, then = part("cannot today", TODAY, "not-today"), part("make it tomorrow evening", later, "later")
    assert wish([no, then]) == later
    assert wish([then, no]) is None


def test_without_a_wish_there_is_none(part: Callable[..., Part]) -> None:
    assert wish([]) is None
    assert wish([part("hello", m.Open(m.Page.HELLO), "hello")]) is None
