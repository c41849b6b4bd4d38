"""Quiet hours: half-open, by the clock on the wall, over midnight and in nights of change."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.quiet import Quiet

MADRID = ZoneInfo("Europe/Madrid")
NIGHT = Quiet(time(22), time(7))
NOON = Quiet(time(12), time(14))
TIMES = some.times().map(lambda t: t.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("quiet", "wall", "covered"),
    [
        (NIGHT, time(21, 59, 59), False),
        (NIGHT, time(22), True),
        (NIGHT, time(0), True),
        (NIGHT, time(6, 59, 59), True),
        (NIGHT, time(7), False),
        (NOON, time(11, 59), False),
        (NOON, time(12), True),
        (NOON, time(14), False),
    ],
)
def test_it_begins_at_its_beginning_and_ends_before_its_end(quiet: Quiet, wall: time, covered: bool) -> None:
    assert quiet.covers(wall) is covered


def test_it_refuses_hours_of_no_length() -> None:
    with pytest.raises(ValueError, match="another end"):
        Quiet(time(7), time(7))


def test_it_is_over_at_its_end() -> None:
    assert NIGHT.over(datetime(2026, 3, 2, 23, tzinfo=UTC), MADRID) == datetime(2026, 3, 3, 6, tzinfo=UTC)
    assert NIGHT.over(datetime(2026, 3, 3, 2, tzinfo=UTC), MADRID) == datetime(2026, 3, 3, 6, tzinfo=UTC)


def test_it_is_over_at_once_by_day() -> None:
    moment = datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert NIGHT.over(moment, MADRID) == moment


@given(TIMES, TIMES, some.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1)))  # noqa: DTZ001 - made aware
def test_it_is_never_quiet_when_it_is_over(begin: time, end: time, moment: datetime) -> None:
    if begin == end:
        return
    quiet = Quiet(begin, end)
    over = quiet.over(moment.replace(tzinfo=UTC), MADRID)
    assert over >= moment.replace(tzinfo=UTC)
    assert not quiet.holds(over, MADRID)
