"""A full report, and pages as a printer or a reader sees them."""

from datetime import date

import pytest

from bot.figures.charts import Pain
from bot.figures.paper import Activity, Adapted, Report, ReportWords


@pytest.fixture(scope="session")
def words() -> ReportWords:
    """Labels that can be told from each other on the page."""
    return ReportWords(
        pain="Pain-head",
        pain_scale="pain-scale",
        band="band-words",
        sessions="Sessions-head",
        weeks="weeks-axis",
        activities="Activities-head",
        activities_scale="activities-scale",
        peg="peg-row",
        adapted="Adapted-head",
        earlier="earlier-ones",
        honesty="honest words",
        columns=("kind", "week", "what", "value"),
        decimal=",",
    )


@pytest.fixture(scope="session")
def full() -> Report:
    """Every part."""
    return Report(
        title="The title",
        period="31 Aug to 22 Nov",
        first=date(2026, 8, 31),
        pain=Pain((6.25, None, 4.5), 6.25, 4.25, 8.25),
        sessions=(4, 0, 5),
        checks=("Start", "Week 4"),
        activities=(Activity("Lifting María", (3, None)), Activity("Driving", (4, 6.5))),
        peg=(6, 4.75),
        adapted=(Adapted("7 Sep", "At the wall", "Wrist"), Adapted("9 Sep", "Left out", "Flu")),
        person="Núñez Peña",
        made="made-line",
    )
