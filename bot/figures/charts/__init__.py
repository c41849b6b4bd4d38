"""Progress as a picture: days of this week and of a year, pain week by week, and the checks between.

Values in, bytes out::

    from bot.figures import charts

    shown = charts.Progress(
        title="Your progress",
        line="4 of 5 days this week",
        week=charts.week_of(rows, today),              # streak ledger -> seven days
        year=charts.year_of(rows, today),              # the same rows -> up to 53 weeks
        pain=charts.pain_of(measures.weeks(...)),      # weekly averages, and the band around the start
        checks=(charts.Check("Start", 3.3, 6.0), charts.Check("Week 4", 5.0, 4.7)),
    )
    png = charts.progress(shown, words, charts.Theme.LIGHT)
    told = charts.facts(shown)                         # numbers for the sentence that describes the picture

Every label comes in with :class:`Words` or with the value itself, so nothing here knows a language. Importing
and filling the values is cheap; Pillow is loaded by :func:`progress` alone.
"""

from bot.figures.charts.reading import Facts, facts, pain_of, shown, week_of, year_of
from bot.figures.charts.values import Check, DayState, Pain, Progress, Theme, Week, Words, Year

__all__ = [
    "Check",
    "DayState",
    "Facts",
    "Pain",
    "Progress",
    "Theme",
    "Week",
    "Words",
    "Year",
    "facts",
    "pain_of",
    "progress",
    "shown",
    "week_of",
    "year_of",
]


def progress(value: Progress, words: Words, theme: Theme = Theme.LIGHT) -> bytes:
    """Return the picture as a PNG, 1280 pixels wide and as high as its parts need.

    The same bytes for the same value. Parts that are None or empty are left out. Letters stay at 11 pixels or
    more when it is shown 320 wide. Takes a few tenths of a second of processor: call it in a thread. Never
    fails on text: what the font cannot show is left out, what is too long is cut with an ellipsis.
    """
    from bot.figures.charts import page  # noqa: PLC0415 - keeps Pillow out of code that only fills values

    return page.paint(value, words, theme).png()
