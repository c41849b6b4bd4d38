"""Clock: aware moments, and travel in time."""

from datetime import UTC, datetime, timedelta

from bot.clock import ShiftedClock, SystemClock


def test_the_system_clock_is_aware_and_in_utc() -> None:
    before = datetime.now(UTC)
    assert before <= SystemClock().now() <= datetime.now(UTC)
    assert SystemClock().now().tzinfo is UTC


def test_a_shifted_clock_follows_its_offset() -> None:
    class Noon:
        def now(self) -> datetime:
            return datetime(2026, 3, 1, 12, tzinfo=UTC)

    clock = ShiftedClock(Noon())
    assert clock.now() == Noon().now()
    clock.offset += timedelta(days=1, hours=2)
    assert clock.now() == datetime(2026, 3, 2, 14, tzinfo=UTC)
