"""The parts below each other on one sheet."""

from collections.abc import Iterator
from typing import Final, Protocol

from bot.figures.charts.change import ChecksPart, PainPart
from bot.figures.charts.colours import THEMES
from bot.figures.charts.days import Legend, WeekPart, YearPart
from bot.figures.charts.sheet import MARGIN, MEASURE, TEXT, TITLE, Sheet
from bot.figures.charts.values import Progress, Theme, Words
from bot.figures.lettering import Block, fit, write

GAP: Final = 36
_TITLES: Final = ((40.0, 1), (34.0, 2))


class Part(Protocol):
    """One piece of the picture."""

    @property
    def height(self) -> float:
        """Units."""
        ...

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it from ``top`` on."""
        ...


def paint(progress: Progress, words: Words, theme: Theme) -> Sheet:
    """Return the sheet with title, line and parts."""
    head, parts = _Head(progress), list(_parts(progress, words))
    height = MARGIN + head.height + sum(part.height + GAP for part in parts) + MARGIN
    sheet = Sheet(height, THEMES[theme])
    head.draw(sheet, MARGIN)
    top = MARGIN + head.height + GAP
    for part in parts:
        part.draw(sheet, top)
        top += part.height + GAP
    return sheet


def _parts(progress: Progress, words: Words) -> Iterator[Part]:
    week, year = progress.week, progress.year
    if week:
        yield WeekPart(week, words)
    if year and year.states:
        yield YearPart(year, words)
    states = {*(week.states if week else ()), *(year.states if year else ())} - {None}
    if states:
        yield Legend(frozenset(state for state in states if state), words)
    if progress.pain and any(week is not None for week in progress.pain.weeks):
        yield PainPart(progress.pain, words)
    if progress.checks:
        yield ChecksPart(progress.checks, words)


class _Head:
    """Title and line."""

    def __init__(self, progress: Progress) -> None:
        self._title = fit(progress.title, _TITLES, TITLE.weight, MEASURE)
        self._line = fit(progress.line, ((27.0, 2),), TEXT.weight, MEASURE)

    @property
    def height(self) -> float:
        return _height(self._title) + (14 + _height(self._line) if self._line.lines else 0)

    def draw(self, sheet: Sheet, top: float) -> None:
        _print(sheet, self._title, top, sheet.shades.ink)
        _print(sheet, self._line, top + _height(self._title) + 14, sheet.shades.quiet)


def _height(block: Block) -> float:
    return block.style.size * 1.15 * len(block.lines)


def _print(sheet: Sheet, block: Block, top: float, colour: str) -> None:
    size = block.style.size
    for n, letters in enumerate(block.lines):
        write(sheet, letters, (MARGIN, top + size * (0.82 + 1.15 * n)), block.style, colour)
