"""Where things stand on the report: charts that share their weeks, a table, a list, how far to trust it."""

from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Final

from bot.figures.charts.reading import one_decimal
from bot.figures.paper.letters import Type, wrapped
from bot.figures.paper.sheet import HIGH, MARGIN, MEASURE, WIDE, Point, Sheet
from bot.figures.paper.values import Adapted, Report, ReportWords

INK: Final = "#12393c"
QUIET: Final = "#52655f"
GRID: Final = "#c9cfc8"
BAND: Final = "#e4ebe2"
LINE: Final = "#b8432f"
BAR: Final = "#2f7f8a"

TITLE: Final = Type(20, INK, bold=True)
HEADING: Final = Type(11, INK, bold=True)
TEXT: Final = Type(9, INK)
STRONG: Final = Type(9, INK, bold=True)
SMALL: Final = Type(8, QUIET)
VALUE: Final = Type(7.5, INK)
WHY: Final = Type(9, QUIET)
TICK: Final = Type(7.5, QUIET)

LEFT: Final = MARGIN + 22  # of both charts' fields
FEWEST: Final = 12  # weeks that the time axis has at least
DAY: Final = 52.0  # width of the adaptations' first column
WHAT: Final = 224.0  # and of the second
EARLIER: Final = 17.0  # height of the line that counts what did not fit
ROW: Final = 17.0
PAIN_HIGH: Final = 132.0
BARS_HIGH: Final = 56.0


def paint(report: Report, words: ReportWords) -> bytes:
    """Return the finished page."""
    sheet = Sheet(report.title, report.language)
    top = _head(sheet, report)
    page = _Page(sheet, report, words)
    top = page.pain(top)
    top = page.sessions(top)
    top = page.activities(top)
    foot = page.honesty()
    page.adapted(top, foot - 16)
    return sheet.pdf()


def _head(sheet: Sheet, report: Report) -> float:
    sheet.say(report.title, (MARGIN, MARGIN + 18), TITLE)
    sheet.say(report.period, (MARGIN, MARGIN + 36), Type(10, QUIET), MEASURE * 0.55)
    sheet.say_left_of(report.person, (WIDE - MARGIN, MARGIN + 36), Type(10, INK, bold=True), MEASURE * 0.42)
    sheet.stroke((MARGIN, MARGIN + 47), (WIDE - MARGIN, MARGIN + 47), 0.8, INK)
    return MARGIN + 68


@dataclass(frozen=True)
class _Page:
    """The parts below the title; each is drawn from ``top`` on and returns where the next may begin."""

    sheet: Sheet
    report: Report
    words: ReportWords

    def pain(self, top: float) -> float:
        """The line of pain, with its band; weeks that are not known leave a gap."""
        if all(week is None for week in self.report.pain.weeks):
            return top
        self._heading(self.words.pain, self.words.pain_scale, top)
        field = top + 20
        self._band(field)
        for score in (0, 5, 10):
            y = field + PAIN_HIGH * (1 - score / 10)
            self.sheet.stroke((LEFT, y), (WIDE - MARGIN, y), 0.5, QUIET if score == 0 else GRID)
            self.sheet.say_left_of(str(score), (LEFT - 7, y + 2.7), TICK)
        self._line(field)
        self._weeks(field + PAIN_HIGH)
        return field + PAIN_HIGH + 46

    def _band(self, field: float) -> None:
        low, high = self.report.pain.low, self.report.pain.high
        if low is None or high is None:
            return
        upper, lower = (field + PAIN_HIGH * (1 - score / 10) for score in (high, low))
        self.sheet.box((LEFT, upper), (WIDE - MARGIN - LEFT, lower - upper), BAND)
        base = field + PAIN_HIGH + 25
        self.sheet.box((LEFT, base - 6.5), (12, 8), BAND)
        self.sheet.say(self.words.band, (LEFT + 17, base), TICK, MEASURE - 170)

    def _line(self, field: float) -> None:
        weeks = enumerate(self.report.pain.weeks)
        known = [(n, score, self._place(field, n, score)) for n, score in weeks if score is not None]
        for (week, _, here), (following, _, there) in pairwise(known):
            if following == week + 1:
                self.sheet.stroke(here, there, 1.8, LINE)
        for n, score, (x, y) in known:
            self.sheet.disc((x, y), 2.8 if self._roomy else 1.6, LINE)
            if self._roomy or n in {known[0][0], known[-1][0]}:
                base = y - 6.5 if score < 9 else y + 13  # nothing is above 10
                self.sheet.say_around(one_decimal(score, self.words.decimal), (x, base), VALUE)

    @property
    def _last(self) -> int:
        """The last week of the time axis."""
        return max(FEWEST, len(self.report.pain.weeks) - 1, len(self.report.sessions) - 1)

    @property
    def _roomy(self) -> bool:
        """Whether every week has room for a figure."""
        return self._last <= 26

    def _x(self, week: float) -> float:
        return LEFT + 12 + week / self._last * (WIDE - MARGIN - LEFT - 24)

    def _place(self, field: float, week: float, score: float) -> Point:
        return self._x(week), field + PAIN_HIGH * (1 - score / 10)

    def _weeks(self, base: float) -> None:
        """Number the weeks below an axis, every one where there is room."""
        step = 1 if self._roomy else 4
        for week in range(0, self._last + 1, step):
            self.sheet.say_around(str(week), (self._x(week), base + 11), TICK)
        self.sheet.say_left_of(self.words.weeks, (WIDE - MARGIN, base + 25), TICK, 120)

    def sessions(self, top: float) -> float:
        """A bar for each week, with its number, below the same weeks of pain."""
        self._heading(self.words.sessions, "", top)
        field, most = top + 12, max([*self.report.sessions, 5])
        wide = min(self._x(1) - self._x(0) - 3, 20)
        for count, colour in ((0, QUIET), (most, GRID)):
            y = field + BARS_HIGH - count / most * (BARS_HIGH - 12)
            self.sheet.stroke((LEFT, y), (WIDE - MARGIN, y), 0.5, colour)
            self.sheet.say_left_of(str(count), (LEFT - 7, y + 2.7), TICK)
        for week, count in enumerate(self.report.sessions):
            high = count / most * (BARS_HIGH - 12)
            corner = (self._x(week) - wide / 2, field + BARS_HIGH - high)
            self.sheet.box(corner, (wide, high), BAR)
            if self._roomy:
                self.sheet.say_around(str(count), (self._x(week), corner[1] - 3), VALUE)
        self._weeks(field + BARS_HIGH)
        return field + BARS_HIGH + 46

    def activities(self, top: float) -> float:
        """A row for each activity, a column for each check."""
        rows = [(one.name, one.scores) for one in self.report.activities]
        if any(score is not None for score in self.report.peg):
            rows.append((self.words.peg, self.report.peg))
            rows += [(f"· {one.name}", one.scores) for one in self.report.parts]
        if not rows or not self.report.checks:
            return top
        self._heading(self.words.activities, self.words.activities_scale, top)
        top += 14
        self._row("", self.report.checks, top, SMALL)
        for name, scores in rows:
            top += ROW
            self.sheet.stroke((MARGIN, top), (WIDE - MARGIN, top), 0.4, GRID)
            self._row(name, [one_decimal(score, self.words.decimal) or "–" for score in scores], top, STRONG)
        return top + ROW + 22

    def _row(self, name: str, cells: "list[str] | tuple[str, ...]", top: float, kind: Type) -> None:
        names = MEASURE - 58 * len(self.report.checks)
        self.sheet.say(name, (MARGIN, top + 12), TEXT, names - 8)
        for n, cell in enumerate(cells[: len(self.report.checks)]):
            right = WIDE - MARGIN - 58 * (len(self.report.checks) - 1 - n)
            self.sheet.say_left_of(cell, (right, top + 12), kind, 54)

    def adapted(self, top: float, foot: float) -> None:
        """What was adapted and why, as much as fits above ``foot``; the rest is counted."""
        if not self.report.adapted:
            return
        self._heading(self.words.adapted, "", top)
        kept = self._fitting(foot - top - 18)
        top += 18
        if left := len(self.report.adapted) - len(kept):
            self.sheet.say(f"+{left} {self.words.earlier}", (MARGIN, top + 9), SMALL)
            top += EARLIER
        for one in kept:
            self.sheet.say(one.day, (MARGIN, top + TEXT.size * 0.95), SMALL, DAY - 6)
            self.sheet.tell(one.what, (MARGIN + DAY, top), TEXT, WHAT - 12, 2)
            self.sheet.tell(one.why, (MARGIN + DAY + WHAT, top), WHY, MEASURE - DAY - WHAT, 2)
            top += _high(one)

    def _fitting(self, room: float) -> tuple[Adapted, ...]:
        """Return the adaptations that fit in ``room``, leaving a line to count the others.

        What is least grave goes first, and of that the earliest.
        """
        kept = list(self.report.adapted)
        while kept and sum(map(_high, kept)) + EARLIER * (len(kept) < len(self.report.adapted)) > room:
            kept.remove(min(kept, key=attrgetter("grave")))
        return tuple(kept)

    def honesty(self) -> float:
        """How far to trust the page, at its foot; return where it begins."""
        lines = wrapped(self.words.honesty, TEXT, MEASURE - 24, 7)
        high = len(lines) * TEXT.leading + 18
        top = HIGH - MARGIN - 16 - high
        self.sheet.box((MARGIN, top), (MEASURE, high), BAND, 6)
        self.sheet.tell(self.words.honesty, (MARGIN + 12, top + 9), TEXT, MEASURE - 24, 7)
        self.sheet.say(self.report.made, (MARGIN, HIGH - MARGIN), TICK)
        return top

    def _heading(self, text: str, about: str, top: float) -> None:
        long = self.sheet.say(text, (MARGIN, top + 8), HEADING, MEASURE * 0.6)
        self.sheet.say(about, (MARGIN + long + 10, top + 8), SMALL, MEASURE - long - 10)


def _high(one: Adapted) -> float:
    """Return how high a row of the adaptations is."""
    what, why = wrapped(one.what, TEXT, WHAT - 12, 2), wrapped(one.why, WHY, MEASURE - DAY - WHAT, 2)
    return max(len(what), len(why), 1) * TEXT.leading + 5
