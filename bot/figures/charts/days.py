"""The days: this week as a strip, a year as a field of small marks, and the legend of both."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Final

from bot.figures.charts.marks import mark
from bot.figures.charts.reading import WEEKS
from bot.figures.charts.sheet import HEADING, MARGIN, MEASURE, STRONG, TEXT, Sheet, line
from bot.figures.charts.values import DayState, Week, Words, Year
from bot.figures.lettering import width

WIDEST: Final = 27  # weeks side by side; more would make marks too small for a phone
FEWEST: Final = 16  # weeks that are shown at least, so that marks do not become huge
TOP: Final = 50  # from a heading's top to what it heads
KEY: Final = 38  # height of a row of the legend
MONTHS: Final = 32  # height of a row of month names


@dataclass(frozen=True)
class WeekPart:
    """The strip of seven days."""

    week: Week
    words: Words

    @property
    def height(self) -> float:
        """Units."""
        return TOP + 108

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it with its heading."""
        sheet.say(self.words.week, (MARGIN, top + 24), HEADING, sheet.shades.ink)
        step = MEASURE / 7
        for day, state in enumerate(self.week.states):
            middle, here = MARGIN + (day + 0.5) * step, day == self.week.today
            colour = sheet.shades.ink if here else sheet.shades.quiet
            style = STRONG if here else TEXT
            sheet.centre(self.words.days[day], (middle, top + TOP + 22), style, colour, step - 6)
            mark(sheet, state, (middle, top + TOP + 66), 50)
            if here:
                sheet.bar(middle - 22, top + TOP + 100, 44, 6, sheet.shades.ink)


@dataclass(frozen=True)
class YearPart:
    """The weeks up to now, a column each, in one field or in two below each other."""

    year: Year
    words: Words

    @property
    def _weeks(self) -> int:
        """How many weeks are shown; a few still to come where there are hardly any yet."""
        return min(max(ceil(len(self.year.states) / 7), FEWEST), WEEKS)

    @property
    def _columns(self) -> int:
        return ceil(self._weeks / self._fields)

    @property
    def _fields(self) -> int:
        return ceil(self._weeks / WIDEST)

    @property
    def _pitch(self) -> float:
        return MEASURE / self._columns

    @property
    def height(self) -> float:
        """Units."""
        return TOP - 4 + self._fields * (MONTHS + 7 * self._pitch) + 16 * (self._fields - 1)

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it with its heading and the months above."""
        sheet.say(self.words.year, (MARGIN, top + 24), HEADING, sheet.shades.ink)
        high = MONTHS + 7 * self._pitch + 16
        for field in range(self._fields):
            self._field(sheet, field * self._columns, top + TOP - 4 + field * high)

    def _field(self, sheet: Sheet, begin: int, top: float) -> None:
        """Draw one field, whose first column is the week ``begin``."""
        skipped = max(ceil(len(self.year.states) / 7) - self._weeks, 0)
        end = min(begin + self._columns, self._weeks)
        self._months(sheet, range(skipped + begin, skipped + end), top + 22)
        for column in range(end - begin):
            for day, state in enumerate(self._days(skipped + begin + column)):
                x = MARGIN + (column + 0.5) * self._pitch
                y = top + MONTHS + (day + 0.5) * self._pitch
                mark(sheet, state, (x, y), self._pitch - 4.5)

    def _days(self, week: int) -> tuple[DayState | None, ...]:
        days = self.year.states[7 * week : 7 * week + 7]
        return (*days, *[None] * (7 - len(days)))

    def _months(self, sheet: Sheet, weeks: range, base: float) -> None:
        """Name each month above the column in which it begins, where there is room until the next."""
        names = list(self._names(weeks))
        ends = [left for left, _ in names[1:]] + [MARGIN + MEASURE + 8.0]
        for (left, name), end in zip(names, ends, strict=True):
            block = line(name, TEXT, 120)
            if block.lines and left + width(block.lines[0], TEXT) + 8 <= end:
                sheet.say(name, (left, base), TEXT, sheet.shades.quiet)

    def _names(self, weeks: range) -> Iterator[tuple[float, str]]:
        before = None
        for column, week in enumerate(weeks):
            # A week belongs to the month that begins in it.
            month = (self.year.first + timedelta(days=7 * week + 6)).month
            if month != before:
                yield MARGIN + column * self._pitch, self.words.months[month - 1]
            before = month


@dataclass(frozen=True)
class Legend:
    """Names of the shapes that occur."""

    states: frozenset[DayState]
    words: Words

    @property
    def height(self) -> float:
        """Units."""
        return len(self._rows) * KEY

    @property
    def _rows(self) -> list[list[tuple[DayState, float]]]:
        """Return each row's states, and where each begins, counted from the margin."""
        rows: list[list[tuple[DayState, float]]] = []
        left = MEASURE + 1.0
        for state in (state for state in DayState if state in self.states):
            long = 32 + self._long(state)
            if left + long > MEASURE:
                rows.append([])
                left = 0.0
            rows[-1].append((state, left))
            left += long + 22
        return rows

    def _long(self, state: DayState) -> float:
        block = line(self.words.states[state], TEXT, MEASURE - 40)
        return width(block.lines[0], TEXT) if block.lines else 0.0

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it."""
        for n, row in enumerate(self._rows):
            middle = top + (n + 0.5) * KEY
            for state, left in row:
                mark(sheet, state, (MARGIN + left + 11, middle), 22)
                at = (MARGIN + left + 32, middle + 8.5)
                sheet.say(self.words.states[state], at, TEXT, sheet.shades.quiet, MEASURE - 40)
