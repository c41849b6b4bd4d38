"""How pain went, week by week, and the larger checks."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.figures.canvas import Point
from bot.figures.charts.reading import one_decimal
from bot.figures.charts.sheet import FIGURE, HEADING, MARGIN, MEASURE, STRONG, TEXT, Sheet
from bot.figures.charts.values import Check, Pain, Words

HIGH: Final = 200  # of the pain chart's field
LEFT: Final = 34  # room for its figures
ROW: Final = 110  # of the checks
RIGHT: Final = 56  # room for the last point's figure
FIRST_WEEKS: Final = 12  # the time axis is at least so long
MANY: Final = 28  # weeks; beyond them ticks are rarer and points smaller


@dataclass(frozen=True)
class PainPart:
    """A line from 0 to 10; weeks that are not known leave a gap, and nothing is smoothed."""

    pain: Pain
    words: Words

    @property
    def height(self) -> float:
        """Units."""
        return 84 + HIGH + 34 + (38 if self.pain.low is not None else 0)

    @property
    def _last(self) -> int:
        return max(FIRST_WEEKS, len(self.pain.weeks) - 1)

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it with its heading, axes and the meaning of the band."""
        sheet.say(self.words.pain, (MARGIN, top + 24), HEADING, sheet.shades.ink)
        sheet.say(self.words.scale, (MARGIN, top + 56), TEXT, sheet.shades.quiet)
        field = top + 84
        self._band(sheet, field)
        self._axes(sheet, field)
        self._line(sheet, field)

    def _place(self, field: float, week: float, score: float) -> Point:
        wide = MEASURE - LEFT - RIGHT
        return MARGIN + LEFT + week / self._last * wide, field + HIGH * (1 - score / 10)

    def _band(self, sheet: Sheet, field: float) -> None:
        low, high = self.pain.low, self.pain.high
        if low is None or high is None:
            return
        left, upper = self._place(field, 0, high)
        right, lower = self._place(field, self._last, low)
        sheet.box((left, upper), (right - left, lower - upper), 6, sheet.shades.band)
        base = field + HIGH + 34 + 30
        sheet.box((MARGIN, base - 18), (30, 22), 4, sheet.shades.band)
        sheet.say(self.words.band, (MARGIN + 42, base), TEXT, sheet.shades.quiet, MEASURE - 42)

    def _axes(self, sheet: Sheet, field: float) -> None:
        shades = sheet.shades
        for score in (0, 5, 10):
            x, y = self._place(field, 0, score)
            end = self._place(field, self._last, score)[0]
            sheet.box((x, y - 0.75), (end - x, 1.5), 0, shades.quiet if score == 0 else shades.grid)
            sheet.centre(str(score), (MARGIN + 12, y + 8.5), TEXT, shades.quiet)
        step = 4 if self._last <= MANY else 12
        for week in range(0, self._last + 1, step):
            x = self._place(field, week, 0)[0]
            sheet.box((x - 0.75, field + HIGH), (1.5, 7), 0, shades.quiet)
            text = str(week) if week + step <= self._last else f"{week} {self.words.weeks}"
            sheet.centre(text, (x, field + HIGH + 31), TEXT, shades.quiet, 150)

    def _line(self, sheet: Sheet, field: float) -> None:
        weeks = enumerate(self.pain.weeks)
        known = [(n, score, self._place(field, n, score)) for n, score in weeks if score is not None]
        for (week, _, here), (following, _, there) in pairwise(known):
            if following == week + 1:
                sheet.stroke(here, there, 5, sheet.shades.line)
        for _, _, at in known:
            # Many points would be a smear; at the width of the line they still show weeks that stand alone.
            sheet.disc(at, 7 if self._last <= MANY else 2.5, sheet.shades.line)
        for _, score, (x, y) in known[-1:]:
            sheet.disc((x, y), 10, sheet.shades.line)
            figure = one_decimal(score, self.words.decimal)
            sheet.say(figure, (x + 17, y + 9), STRONG, sheet.shades.ink)


@dataclass(frozen=True)
class ChecksPart:
    """The checks beside each other: what the person can do, and three questions, each from 0 to 10."""

    checks: tuple[Check, ...]
    words: Words

    @property
    def _rows(self) -> list[tuple[str, list[float | None], bool]]:
        """Return each row's name and scores, and whether it is of pain; a row without scores is left out."""
        rows = [
            (self.words.activities, [check.activities for check in self.checks], False),
            (self.words.peg, [check.peg for check in self.checks], True),
        ]
        return [row for row in rows if any(score is not None for score in row[1])] or rows[:1]

    @property
    def height(self) -> float:
        """Units."""
        return 82 + ROW * len(self._rows) - 10

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw a column for each check, a row for each measure."""
        sheet.say(self.words.checks, (MARGIN, top + 24), HEADING, sheet.shades.ink)
        step = MEASURE / len(self.checks)
        for n, check in enumerate(self.checks):
            sheet.say(check.label, (MARGIN + n * step, top + 64), STRONG, sheet.shades.ink, step - 12)
        for row, (name, scores, of_pain) in enumerate(self._rows):
            here = top + 82 + row * ROW
            colour = sheet.shades.line if of_pain else sheet.shades.fill
            sheet.say(name, (MARGIN, here + 24), TEXT, sheet.shades.quiet)
            for n, score in enumerate(scores):
                corner = (MARGIN + n * step, here + 36)
                self._figure(sheet, score, corner)
                _bar(sheet, score or 0, (corner[0], corner[1] + 40), step - 16, colour)

    def _figure(self, sheet: Sheet, score: float | None, corner: Point) -> None:
        x, y = corner
        if score is None:
            sheet.bar(x, y + 14, 22, 4, sheet.shades.quiet)  # a dash: to come, or not answered
        sheet.say(one_decimal(score, self.words.decimal), (x, y + 28), FIGURE, sheet.shades.ink)


def _bar(sheet: Sheet, score: float, corner: Point, wide: float, colour: str) -> None:
    """Draw a bar that is full at 10."""
    sheet.bar(*corner, wide, 10, sheet.shades.track)
    if score:
        sheet.bar(*corner, max(wide * min(score, 10) / 10, 10), 10, colour)
