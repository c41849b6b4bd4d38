"""Words and a full picture for all tests of charts."""

from datetime import date

import pytest

from bot.figures.charts import Check, DayState, Pain, Progress, Week, Words, Year


@pytest.fixture(scope="session")
def words() -> Words:
    """Short labels of a made-up language."""
    return Words(
        days=("mo", "tu", "we", "th", "fr", "sa", "su"),
        months=("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        states={state: state.value for state in DayState},
        week="Week",
        year="Year",
        pain="Pain",
        scale="0 to 10",
        weeks="weeks",
        band="ups and downs",
        checks="Checks",
        activities="Doing",
        peg="Daily life",
        decimal=",",
    )


@pytest.fixture(scope="session")
def full() -> Progress:
    """Every part, and every state of a day."""
    every = (*DayState, None)
    return Progress(
        title="Progress",
        line="A line",
        week=Week((*list(DayState)[:6], None), 5),
        year=Year(date(2025, 11, 17), tuple(every[n * n % 9] for n in range(53 * 7))),
        pain=Pain((6, 5.5, None, 5, 4.5, 3), 5.75, 3.75, 7.75),
        checks=(Check("Start", 3.5, 6), Check("Week 4", 5, 4.5), Check("Week 8"), Check("Week 12")),
    )
