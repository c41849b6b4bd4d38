"""Quiet hours: from one wall-clock time up to another, which no longer belongs to them."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.days import day_bounds, wall_clock


@dataclass(frozen=True)
class Quiet:
    """Hours without a message, such as 22:00 to 07:00; over midnight when they end before they begin.

    :raises ValueError: when they begin and end at the same time: that would be never, or always
    """

    begin: time
    end: time

    def __post_init__(self) -> None:
        if self.begin == self.end:
            raise ValueError("Quiet hours need a beginning and another end.")

    def covers(self, wall: time) -> bool:
        """Return whether a time of the person's clock is quiet: at the beginning yes, at the end no more."""
        if self.begin < self.end:
            return self.begin <= wall < self.end
        return wall >= self.begin or wall < self.end

    def holds(self, moment: datetime, zone: ZoneInfo) -> bool:
        """Return whether it is quiet at a moment; the clock on the wall decides, in a night of change too."""
        return self.covers(wall_clock(moment, zone).time())

    def over(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """Return the first moment from ``moment`` on (UTC) that is not quiet."""
        if not self.holds(moment, zone):
            return moment
        today = wall_clock(moment, zone).date()
        # A day that begins at ``end`` begins with the first moment at which clocks show it, gaps included.
        ends = (day_bounds(today + timedelta(days=ahead), zone, self.end)[0] for ahead in (0, 1, 2))
        return next(end for end in ends if end > moment)
