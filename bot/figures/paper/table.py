"""The report's numbers as CSV, one fact a row, so that any spreadsheet can sort and sum them."""

import csv
from collections.abc import Iterable, Iterator
from datetime import timedelta
from io import StringIO
from typing import Final

from bot.figures.paper.values import Report, ReportWords

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_Row = tuple[str, str, str, object]


def table(report: Report, words: ReportWords) -> bytes:
    """Return the report as CSV: kind, week (its first day, the day itself, or the check's name), what, value.

    UTF-8 with a mark at its beginning: without it, a widespread spreadsheet takes accents for something
    else. Numbers have a point in every language.
    """
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(words.columns)
    writer.writerows(map(_harmless, _rows(report, words)))
    return out.getvalue().encode("utf-8-sig")


def _rows(report: Report, words: ReportWords) -> Iterator[_Row]:
    days = [_week(report, number) for number in range(max(len(report.pain.weeks), len(report.own)))]
    yield from _scores(words.pain, "", days, report.pain.weeks)
    yield from _scores(words.own, "", days, report.own)
    for n, count in enumerate(report.sessions):
        yield words.sessions, _week(report, n), "", count
    for activity in report.activities:
        yield from _scores(words.activities, activity.name, report.checks, activity.scores)
    yield from _scores(words.peg, "", report.checks, report.peg)
    for part in report.parts:
        yield from _scores(words.peg, part.name, report.checks, part.scores)
    for one in report.adapted:
        yield one.kind or words.adapted, one.on.isoformat() if one.on else one.day, one.what, one.why


def _scores(kind: str, what: str, checks: Iterable[str], scores: Iterable[float | None]) -> Iterator[_Row]:
    for check, score in zip(checks, scores, strict=False):
        if score is not None:
            yield kind, check, what, round(score, 2)


def _week(report: Report, number: int) -> str:
    return (report.first + timedelta(weeks=number)).isoformat()


def _harmless(row: _Row) -> list[object]:
    """Put a sign before what a spreadsheet would take for a formula: some of it was typed by people."""
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row]
