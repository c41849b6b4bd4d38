"""What the figures become: tables in Markdown, bars in SVG."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from benchmarks.stage import Spread

DOCS = Path(__file__).parent.parent / "docs"
WIDTH, BAR, GAP, LEFT = 720, 22, 10, 250
OURS, THEIRS = "#2a7f62", "#9aa5ad"


@dataclass(frozen=True)
class Row:
    """One peer's numbers, in the order of the table's columns; None where there is none."""

    name: str
    spreads: Sequence[Spread | None]
    ours: bool = False


@dataclass
class Table:
    """One table: its columns, its rows, what the goals say, and which column is drawn."""

    key: str
    title: str
    columns: Sequence[str]
    rows: list[Row] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    drawn: int = 0

    def find(self, name: str, column: int = 0) -> float | None:
        """Return the middle of a peer's column, None where it was not measured."""
        found = next((row.spreads[column] for row in self.rows if row.name == name), None)
        return found.median if found else None

    def markdown(self) -> str:
        """Return the table with its plot and what became of the goals."""
        lines = [f"## {self.title}", "", f"![{self.title}](benchmarks/{self.key}.svg)", ""]
        lines += [f"| | {' | '.join(self.columns)} |", f"| --- |{' ---: |' * len(self.columns)}"]
        lines += [f"| {row.name} | {' | '.join(map(_cell, row.spreads))} |" for row in self.rows]
        return "\n".join([*lines, "", *(f"- {goal}" for goal in self.goals), ""])

    def svg(self) -> str:
        """Return bars of the drawn column; a thin line shows how far the rounds lie apart."""
        bars = [(row, row.spreads[self.drawn]) for row in self.rows]
        shown = [(row, spread) for row, spread in bars if spread is not None]
        scale = (WIDTH - LEFT - 90) / max((spread.most for _, spread in shown), default=1.0)
        height = 40 + len(shown) * (BAR + GAP)
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            'font-family="sans-serif" '
            'font-size="13">',
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            _text(LEFT, 20, self.columns[self.drawn], "start", "#555555"),
        ]
        for i, (row, spread) in enumerate(shown):
            parts += _bar(34 + i * (BAR + GAP), row, spread, scale)
        return "\n".join([*parts, "</svg>", ""])


def _bar(top: float, row: Row, spread: Spread, scale: float) -> list[str]:
    middle, end = top + BAR / 2, LEFT + spread.median * scale
    low, high = LEFT + spread.least * scale, LEFT + spread.most * scale
    return [
        _text(LEFT - 10, middle + 4, row.name, "end", "#222222"),
        f'<rect x="{LEFT}" y="{top:.1f}" width="{max(end - LEFT, 1):.1f}" height="{BAR}" rx="3" '
        f'fill="{OURS if row.ours else THEIRS}"/>',
        f'<path d="M{low:.1f} {middle:.1f}H{high:.1f}" stroke="#222222" stroke-width="1.5"/>',
        _text(max(end, high) + 8, middle + 4, number(spread.median), "start", "#222222"),
    ]


def _text(x: float, y: float, words: str, anchor: str, colour: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'


def _cell(spread: Spread | None) -> str:
    if spread is None:
        return "-"
    if spread.least == spread.most:
        return number(spread.median)
    return f"{number(spread.median)} ({number(spread.least)} to {number(spread.most)})"


def number(value: float) -> str:
    """Return a number with as many digits as mean something."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def goal(words: str, value: float | None, bound: float, *, least: bool = False) -> str:
    """Return a sentence that says whether a goal is met, and by which number."""
    if value is None:
        return f"{words}: not measured here."
    met = value >= bound if least else value <= bound
    return f"{words}: **{number(value)}**, {'met' if met else 'not met'}."


def ratio(one: float | None, other: float | None) -> float | None:
    """Return one number as a multiple of the other, None where one is missing."""
    return one / other if one is not None and other else None


def write(tables: Sequence[Table], circumstances: str, words: str) -> Path:
    """Write the page and its plots, and return where the page is."""
    plots = DOCS / "benchmarks"
    plots.mkdir(exist_ok=True)
    for table in tables:
        (plots / f"{table.key}.svg").write_text(table.svg(), "utf-8")
    body = "\n".join(table.markdown() for table in tables)
    page = DOCS / "benchmarks.md"
    page.write_text(f"{HEAD}\n{circumstances}\n\n{body}\n{words}", "utf-8")
    return page


HEAD = """# Benchmarks

`./midback bench` measures Midback beside its peers, writes this page and its plots. Each number is the
middle of several rounds, with the least and the most behind it. In a round every peer has its turn, so that
what else the machine does falls on all of them; each turn is a process of its own. In Telegram's place stands
a bare server on the same machine that answers faster than anybody here can ask. So trust the ratios more than
the numbers.
"""
