"""Where things stand on each card. All lengths are units of the finished 640 x 640 picture."""

from functools import singledispatch
from math import sin

from bot.domain.exercises import Level
from bot.figures import motifs, palette
from bot.figures.canvas import SIDE, Canvas, Point
from bot.figures.cards import DoneCard, RoutineCard, TitleCard, WelcomeCard
from bot.figures.glyphs import Style, readable
from bot.figures.lettering import Block, column, fit, one_line, width, write
from bot.figures.palette import Palette

MARGIN = 44
ROWS = 10  # most names on a routine's card
MEASURE = SIDE - 2 * MARGIN
INDENT = 122  # of those names, from the margin
TOP = 104  # of the motif
RAIL = SIDE - MARGIN - 8  # top of the progress rail
NAMES = ((70.0, 1), (60.0, 1), (62.0, 2), (54.0, 2), (47.0, 2), (47.0, 3), (40.0, 3))
BOLD = 0.022
LABEL = Style(23, 0.02, 0.09)
SMALL = Style(27, 0.008)
LEVELS = {Level.GENTLE: 1, Level.MODERATE: 2, Level.ADVANCED: 3}


@singledispatch
def paint(picture: object) -> Canvas:
    """Return the canvas on which ``picture`` is drawn."""
    raise TypeError(type(picture))


@paint.register
def _title(card: TitleCard) -> Canvas:
    colours = palette.KINDS[card.kind]
    canvas = Canvas(colours.ground)
    bottom = _foot(canvas, card, colours)
    block = fit(card.name, NAMES, BOLD, MEASURE)
    top = bottom - _height(block)
    motifs.KINDS[card.kind](canvas, colours, TOP, top - 34)
    _print(canvas, block, top, colours.ink)
    _head(canvas, card, colours)
    return canvas


@paint.register
def _welcome(card: WelcomeCard) -> Canvas:
    colours = palette.PAPER
    canvas = Canvas(colours.ground)
    motifs.spine(canvas, colours, -14, 458)
    _words(canvas, card.name, card.line, colours)
    return canvas


@paint.register
def _done(card: DoneCard) -> Canvas:
    colours = palette.PAPER
    canvas = Canvas(colours.ground)
    motifs.sunrise(canvas, colours, 70, 410)
    _words(canvas, card.title, card.line, colours)
    return canvas


@paint.register
def _routine(card: RoutineCard) -> Canvas:
    colours = palette.PAPER
    canvas = Canvas(colours.ground)
    title = fit(card.title, ((50, 1), (44, 2)), BOLD, MEASURE)
    _print(canvas, title, MARGIN, colours.ink)
    line = one_line(card.line, SMALL, MEASURE)
    below = MARGIN + _height(title) + 40
    write(canvas, line.lines[0], (MARGIN, below), line.style, colours.quiet)
    _list(canvas, card.names, below + 24, colours)
    return canvas


def _head(canvas: Canvas, card: TitleCard, colours: Palette) -> None:
    """Kind on the left; on the right the level in words and as one to three filled dots."""
    kind = one_line(card.kind_label.upper(), LABEL, 290)
    write(canvas, kind.lines[0], (MARGIN, 66), kind.style, colours.ink)
    dots = SIDE - MARGIN - 3 * 18 + 4
    for i in range(3):
        filled = i < LEVELS[card.level]
        canvas.disc((dots + 7 + i * 18, 58), 7, colours.ink if filled else colours.tones[1])
    level = one_line(card.level_label, SMALL, 170)
    length = width(level.lines[0], level.style)
    write(canvas, level.lines[0], (dots - 14 - length, 67), level.style, colours.quiet)


def _foot(canvas: Canvas, card: TitleCard, colours: Palette) -> float:
    """Rail, caption and step dots, as far as there are any; return where the name has to end."""
    line = SIDE - MARGIN
    if card.total > 0:
        _rail(canvas, card, colours)
        line = RAIL - 26
    if not readable(card.caption) and card.steps < 1:
        return line
    caption = one_line(card.caption, SMALL, 300)
    write(canvas, caption.lines[0], (MARGIN, line), caption.style, colours.quiet)
    _dots(canvas, card, line - 9, colours)
    return line - 50.0


def _rail(canvas: Canvas, card: TitleCard, colours: Palette) -> None:
    """One segment an exercise: behind, here, ahead. With too many for segments, one bar that fills."""
    if card.total > 24:
        share = min(max(card.position, 0), card.total) / card.total
        canvas.bar(MARGIN, RAIL, MEASURE, 8, colours.tones[1])
        canvas.bar(MARGIN, RAIL, max(8.0, MEASURE * share), 8, colours.accent)
        return
    gap = 8 if card.total <= 12 else 5
    each = (MEASURE - gap * (card.total - 1)) / card.total
    for i in range(1, card.total + 1):
        here = i == card.position
        tone = colours.accent if here else colours.tones[3 if i < card.position else 1]
        canvas.bar(MARGIN + (i - 1) * (each + gap), RAIL - 2 * here, each, 8 + 4 * here, tone)


def _dots(canvas: Canvas, card: TitleCard, y: float, colours: Palette) -> None:
    """One dot a step, the present one long; none where they would not fit."""
    if not 1 < card.steps <= 12:
        return
    x = SIDE - MARGIN - card.steps * 18 + 8 - (16 if 1 <= card.step <= card.steps else 0)
    for i in range(1, card.steps + 1):
        here = i == card.step
        tone = colours.ink if here else colours.tones[3 if i < card.step else 2]
        canvas.bar(x, y - 5, 26 if here else 10, 10, tone)
        x += 34 if here else 18


def _words(canvas: Canvas, title: str, line: str, colours: Palette) -> None:
    """A large title at the foot, with one smaller text under it."""
    below = fit(line, ((30, 2), (26, 3)), 0.004, MEASURE)
    bottom = SIDE - MARGIN - (_height(below) + 22 if below.lines else 0)
    block = fit(title, ((92, 1), (76, 1), *NAMES[2:]), BOLD, MEASURE)
    _print(canvas, block, bottom - _height(block), colours.ink)
    _print(canvas, below, SIDE - MARGIN - _height(below), colours.quiet)


def _list(canvas: Canvas, names: tuple[str, ...], top: float, colours: Palette) -> None:
    """The numbered names beside a column of vertebrae, as many as fit; the rest as a count."""
    count = len(names) if len(names) <= ROWS else ROWS - 1
    rows = [*names[:count], *([f"+{len(names) - count}"] if count < len(names) else [])]
    step = min(88.0, (SIDE - MARGIN + 12 - top) / max(len(rows), 1))
    block = column(rows, Style(min(30.0, step * 0.56), 0.006), MEASURE - INDENT)
    for i, line in enumerate(block.lines):
        y = top + (i + 0.5) * step
        if i < count:
            _bone(canvas, str(i + 1), (MARGIN + 71 + 6 * sin(i * 0.9), y), step, colours)
        write(canvas, line, (MARGIN + INDENT, y + block.style.size * 0.355), block.style, colours.ink)


def _bone(canvas: Canvas, number: str, centre: Point, step: float, colours: Palette) -> None:
    motifs.vertebra(canvas, centre, (min(step * 0.72, 48), 56), -90, colours.tones[3])
    style = Style(min(26.0, step * 0.5), 0.02)
    x = centre[0] - width([*number], style) / 2
    write(canvas, [*number], (x, centre[1] + style.size * 0.355), style, colours.ground)


def _height(block: Block) -> float:
    """From the top of capitals in the first line to the baseline of the last."""
    size = block.style.size
    return size * (0.71 + 1.13 * (len(block.lines) - 1)) if block.lines else 0.0


def _print(canvas: Canvas, block: Block, top: float, colour: str) -> None:
    size = block.style.size
    for i, line in enumerate(block.lines):
        write(canvas, line, (MARGIN, top + size * (0.71 + 1.13 * i)), block.style, colour)
