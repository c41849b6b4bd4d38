"""Pages to print, as PDF: a report for the doctor, and a poster of the exercises for the wall.

Values in, bytes out::

    from bot.figures import paper

    report = paper.Report(
        title="Midback: how it went", period="31 Aug to 22 Nov 2026", first=date(2026, 8, 31),
        pain=charts.pain_of(measures.weeks(...)), sessions=(4, 5, 3, 5),
        checks=("Start", "Week 4"),
        activities=(paper.Activity("Lifting my child", (3, 5)), paper.Activity("Driving", (4, 6))),
        adapted=(paper.Adapted("14 Sep", "Push-up: at the wall", "wrist pain 5 of 10"),),
    )
    pdf = paper.report(report, words)     # one page, A4
    csv = paper.table(report, words)      # the same in numbers, for a spreadsheet

Every label comes in as a value, so nothing here knows a language. Filling the values is cheap; what draws is
loaded by the functions that draw.
"""

from bot.figures.paper.table import table
from bot.figures.paper.values import Activity, Adapted, Poster, PosterItem, Report, ReportWords

__all__ = [
    "Activity",
    "Adapted",
    "Poster",
    "PosterItem",
    "Report",
    "ReportWords",
    "poster",
    "report",
    "table",
]


def report(value: Report, words: ReportWords) -> bytes:
    """Return the report as a PDF of one A4 page; the same bytes for the same value.

    Parts that are empty are left out. Never fails on text: letters that the font lacks lose their marks or
    are left out, what is too long is cut with an ellipsis, adaptations that do not fit are counted.
    Takes a tenth of a second of processor: call it in a thread.
    """
    from bot.figures.paper import doctor  # noqa: PLC0415 - keeps the PDF library out of the running coach

    return doctor.paint(value, words)


def poster(value: Poster) -> bytes:
    """Return the poster as a PDF of A4 pages, one for up to ten exercises; the same bytes for the same value.

    :raises OSError: when a picture cannot be read
    """
    from bot.figures.paper import wall  # noqa: PLC0415 - as above

    return wall.paint(value)
