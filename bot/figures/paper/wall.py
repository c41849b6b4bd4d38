"""Where things stand on the poster: a grid that is reckoned from the number of exercises."""

from dataclasses import dataclass, replace
from math import ceil, inf
from typing import Final

import segno

from bot.figures.paper.letters import Type, wrapped
from bot.figures.paper.sheet import HIGH, MARGIN, MEASURE, Point, Sheet
from bot.figures.paper.values import Poster, PosterItem

INK: Final = "#12393c"
QUIET: Final = "#52655f"
ACCENT: Final = "#d9663f"
FRAME: Final = "#d9ddd2"
NOTICE: Final = "#f3ece0"

TITLE: Final = Type(26, INK, bold=True)
LINES: Final = tuple(Type(size, QUIET) for size in (11, 10.5, 10, 9.5, 9))
SAFETY: Final = Type(8.5, INK)

MOST: Final = 10  # exercises on a page; more would be too small to read from a step away
LINES_EACH: Final = 2  # of a name, and of a dose
GAP: Final = 9.0
INSIDE: Final = 7.0  # from a card's edge to what is in it
BELOW: Final = 118.0  # of a card's height that words and code need below a picture
BETWEEN: Final = 10.0  # picture and words
SHARE: Final = 0.46  # of a card's width that its picture takes at most
QUIET_ZONE: Final = 4  # empty squares around a code, which readers need
SMALLEST: Final = 48.0  # points, 17 mm: a code that a phone still reads from near
LARGEST: Final = 170.0


@dataclass(frozen=True)
class Grid:
    """Columns and rows, how large a card is, in points, and whether words stand below its picture."""

    columns: int
    rows: int
    card: Point
    below: bool

    @property
    def side(self) -> float:
        """Of a card's picture."""
        wide, high = self.card[0] - 2 * INSIDE, self.card[1] - 2 * INSIDE
        return min(wide, high - BELOW) if self.below else min(self.card[0] * SHARE, high)

    @property
    def words(self) -> Point:
        """How wide and how high words and code may be together."""
        wide, high = self.card[0] - 2 * INSIDE, self.card[1] - 2 * INSIDE
        if self.below:
            return wide, high - self.side - BETWEEN
        return wide - self.side - BETWEEN, self.side


def grid(count: int, room: Point) -> Grid:
    """Return the grid for ``count`` cards in ``room`` in which their pictures are largest."""
    grids = []
    for columns in range(1, count + 1):
        rows = ceil(count / columns)
        card = ((room[0] - GAP * (columns - 1)) / columns, (room[1] - GAP * (rows - 1)) / rows)
        grids += [Grid(columns, rows, card, below) for below in (False, True)]
    return max(grids, key=lambda one: (round(one.side, 3), -one.columns))


def paint(poster: Poster) -> bytes:
    """Return the finished pages."""
    sheet = Sheet(poster.title, poster.language)
    items = _numbered(poster.items)
    pages = max(ceil(len(poster.items) / MOST), 1)
    each = ceil(len(poster.items) / pages)
    for page in range(pages):
        if page:
            sheet.next_page()
        _page(sheet, poster, items[page * each : (page + 1) * each])
    return sheet.pdf()


def _page(sheet: Sheet, poster: Poster, items: tuple[PosterItem, ...]) -> None:
    top, foot = _head(sheet, poster), _foot(sheet, poster)
    if not items:
        return
    cells = grid(len(items), (MEASURE, foot - top))
    look = _look(items, cells)
    for n, item in enumerate(items):
        row, column = divmod(n, cells.columns)
        corner = (MARGIN + column * (cells.card[0] + GAP), top + row * (cells.card[1] + GAP))
        _Card(sheet, corner, cells, look).draw(item)


def _head(sheet: Sheet, poster: Poster) -> float:
    """Title and line; return where the cards may begin."""
    sheet.say(poster.title, (MARGIN, MARGIN + 22), TITLE)
    kind = next((one for one in LINES if len(wrapped(poster.line, one, MEASURE)) == 1), LINES[0])
    return MARGIN + 44 + sheet.tell(poster.line, (MARGIN, MARGIN + 33), kind, MEASURE, 2)


def _foot(sheet: Sheet, poster: Poster) -> float:
    """Words of safety; return where the cards have to end."""
    lines = [line for text in poster.safety for line in wrapped(text, SAFETY, MEASURE - 24)]
    high = len(lines) * SAFETY.leading + 14
    top = HIGH - MARGIN - high
    sheet.box((MARGIN, top), (MEASURE, high), NOTICE, 6)
    sheet.box((MARGIN, top), (5, high), ACCENT, 2.5)
    for n, line in enumerate(lines):
        sheet.say(line, (MARGIN + 16, top + 15 + n * SAFETY.leading), SAFETY)
    return top - GAP - 3


@dataclass(frozen=True)
class _Look:
    """What all cards of a page share: letters, and the side of the code."""

    name: Type
    dose: Type
    code: float

    @property
    def quiet(self) -> float:
        """How far the code may reach below the picture, so that its squares end where the picture does."""
        return min(self.code * 0.1, INSIDE)

    def above(self, item: PosterItem, limit: float) -> float:
        """Return how high name and dose are; infinite where they need more lines than they may have."""
        names, doses = wrapped(item.name, self.name, limit), wrapped(item.dose, self.dose, limit)
        if max(len(names), len(doses)) > LINES_EACH:
            return inf
        return len(names) * self.name.leading + len(doses) * self.dose.leading + 3


def _look(items: tuple[PosterItem, ...], cells: Grid) -> _Look:
    """Return the largest letters that leave room for the code on every card."""
    limit, high = cells.words
    least = min(max(high * 0.5, SMALLEST), limit + INSIDE)
    for size in (22.0, 19.0, 16.5, 14.5, 12.5, 11.5, 11.0, 10.5, 10.0, 9.5, 8.5, 7.5):
        look = _Look(Type(size, INK, bold=True), Type(max(size * 0.84, 7.0), QUIET), least)
        room = high - max(look.above(item, limit) for item in items)
        if room >= least:
            break
    return replace(look, code=min(max(room, least), limit + INSIDE, LARGEST))


def _numbered(items: tuple[PosterItem, ...]) -> tuple[PosterItem, ...]:
    """Return the items with their numbers, so that people can talk about them."""
    return tuple(replace(item, name=f"{n}. {item.name}") for n, item in enumerate(items, 1))


@dataclass(frozen=True)
class _Card:
    """One exercise: its picture on the left; name, dose and code on the right."""

    sheet: Sheet
    corner: Point
    cells: Grid
    look: _Look

    def draw(self, item: PosterItem) -> None:
        """Draw it with its frame."""
        (x, y), (wide, high), side = self.corner, self.cells.card, self.cells.side
        self.sheet.frame(self.corner, self.cells.card, FRAME, 8)
        left, top = x + INSIDE, y + (INSIDE if self.cells.below else (high - side) / 2)
        if self.cells.below:
            self._picture(item, (x + (wide - side) / 2, top))
            self._words(item, (left, top + side + BETWEEN))
        else:
            self._picture(item, (left, top))
            self._words(item, (left + side + BETWEEN, top))

    def _picture(self, item: PosterItem, corner: Point) -> None:
        if item.picture:
            self.sheet.picture(str(item.picture), corner, self.cells.side, 5)

    def _words(self, item: PosterItem, corner: Point) -> None:
        (x, y), (limit, high) = corner, self.cells.words
        taken = self.sheet.tell(item.name, corner, self.look.name, limit, LINES_EACH)
        self.sheet.tell(item.dose, (x, y + 3 + taken), self.look.dose, limit, LINES_EACH)
        _code(self.sheet, item.link, (x, y + high - self.look.code + self.look.quiet), self.look.code)


def _code(sheet: Sheet, link: str, corner: Point, side: float) -> None:
    """Draw a QR code on the white card, its quiet zone included in ``side``; pressing it opens the link, too.

    Its squares, not its quiet zone, stand below the words: ``corner`` is moved to the left by that zone.
    """
    rows = list(segno.make(link, error="l", micro=False).matrix_iter(border=QUIET_ZONE))
    step = side / len(rows)
    left = corner[0] - QUIET_ZONE * step
    dark = [(across, down) for down, row in enumerate(rows) for across, one in enumerate(row) if one]
    sheet.squares([(left + across * step, corner[1] + down * step) for across, down in dark], step, "#000000")
    sheet.link(link, (left, corner[1]), (side, side))
