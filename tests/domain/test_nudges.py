"""Nudges: fewer, then silence, and back at once; a better time only where there is one."""

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.nudges import NEAR, SILENT_AFTER, Nudge, Silence, better_time, decide, nearest

START = time(3)
TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0))


def live(days: list[tuple[int, bool]]) -> list[tuple[int, Nudge]]:
    """Return what became of each reminder: its day and the decision.

    :param days: how many reminders a day has, and whether the person pressed anything after them
    """
    found, silence = [], Silence()
    for day, (count, pressed) in enumerate(days):
        for _ in range(count):
            what = decide(silence)
            found.append((day, what))
            sent, eased = silence.sent + (what is Nudge.SEND), silence.eased + (what is Nudge.EASE)
            silence = Silence(sent, eased, silence.days)
        silence = Silence(silence.sent, silence.eased, silence.days + bool(count))
        if pressed:
            silence = Silence()
    return found


def test_three_come_then_every_second_then_silence() -> None:
    said = [what.value[0] for _, what in live([(1, False)] * 10)]
    assert "".join(said) == "sss" + "eses" + "sss"
    assert [what for _, what in live([(1, False)] * 10)][7:] == [Nudge.SILENT] * 3


def test_a_press_ends_it_at_once() -> None:
    days = [(1, False)] * 12 + [(0, True)] + [(1, False)] * 3
    assert [what for _, what in live(days)][-3:] == [Nudge.SEND] * 3


DAYS = st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=30)


@given(days=DAYS)
@settings(max_examples=300)
def test_whoever_answers_every_day_misses_nothing(days: list[tuple[int, bool]]) -> None:
    answered = [(min(count, 3), True) for count, _ in days]
    assert all(what is Nudge.SEND for _, what in live(answered))


@given(count=st.integers(1, 4), length=st.integers(1, 30))
def test_silence_holds_from_its_first_day_on(count: int, length: int) -> None:
    said = live([(count, False)] * length)
    assert all((what is Nudge.SILENT) == (day >= SILENT_AFTER) for day, what in said)


@given(days=DAYS)
@settings(max_examples=300)
def test_never_are_two_left_out_in_a_row_before_the_silence(days: list[tuple[int, bool]]) -> None:
    said = [what for _, what in live(days)]
    assert (Nudge.EASE, Nudge.EASE) not in set(pairwise(said))


def at(*clocks: str) -> list[time]:
    """Return times of day."""
    return [time.fromisoformat(clock) for clock in clocks]


USUAL = at("20:00", "20:10", "20:20", "20:05", "20:15")


def test_a_habit_away_from_all_reminders_is_proposed() -> None:
    assert better_time(USUAL, at("07:30"), START) == time(20, 10)


@pytest.mark.parametrize(
    ("starts", "reminders"),
    [
        (USUAL, []),
        (USUAL[:4], at("07:30")),
        (USUAL, at("07:30", "20:55")),
        (USUAL, at("19:25")),
        (at("06:00", "09:00", "12:00", "15:00", "20:00"), at("07:30")),
        (at("06:00", "06:05", "06:10", "20:00", "20:05", "20:10"), at("12:00")),
    ],
    ids=["no-reminder", "too-few", "one-near", "near-enough", "no-habit", "two-habits"],
)
def test_where_there_is_nothing_better_nothing_is_proposed(starts: list[time], reminders: list[time]) -> None:
    assert better_time(starts, reminders, START) is None


def test_only_the_last_ten_count() -> None:
    assert better_time(at(*["06:00"] * 20) + USUAL * 2, at("12:00"), START) == time(20, 10)


def test_late_evenings_stay_together_over_midnight() -> None:
    assert better_time(at("23:50", "23:55", "00:00", "00:05", "00:10"), at("07:30"), START) == time(0)


def test_the_nearest_is_what_moves() -> None:
    assert nearest(time(20, 10), at("07:30", "18:00")) == time(18)
    assert nearest(time(0, 10), at("12:00", "23:00")) == time(23)


@given(starts=st.lists(TIMES, max_size=15), reminders=st.lists(TIMES, max_size=4), day_start=TIMES)
@settings(max_examples=300)
def test_a_proposal_is_never_near_a_reminder(
    starts: list[time], reminders: list[time], day_start: time
) -> None:
    found = better_time(starts, reminders, day_start)
    if found:
        minutes = [abs((found.hour - r.hour) * 60 + found.minute - r.minute) for r in reminders]
        assert all(min(m, 1440 - m) > NEAR for m in minutes)
