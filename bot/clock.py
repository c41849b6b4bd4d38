"""The time of day as a value to hand down, so that tests and the demo can choose it."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Something that knows what time it is."""

    def now(self) -> datetime:
        """The present moment, aware and in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present moment by the machine, aware and in UTC."""
        return datetime.now(UTC)


class ShiftedClock:
    """Another clock, moved by `offset`; setting `offset` travels in time."""

    def __init__(self, base: Clock, offset: timedelta = timedelta()) -> None:
        self._base = base
        self.offset = offset

    def now(self) -> datetime:
        """The base clock's moment plus the offset, aware and in UTC."""
        return self._base.now() + self.offset
