"""The sample pictures of docs/progress.md, from a year that nobody lived: python -m tests.figures.samples"""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image

from bot.cli.poster import compose
from bot.domain import measures, streak
from bot.domain.streak import DayRow, Mark, Pause, Plans
from bot.figures import charts, paper
from bot.figures.charts import Check, DayState, Theme
from bot.figures.paper import Activity, Adapted
from bot.figures.shelf import furnish
from bot.library import load
from bot.texts import load as load_texts
from tests.printed import printed

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 20)
FIRST = TODAY - timedelta(weeks=40, days=3)
PAIN_FIRST = TODAY - timedelta(weeks=11, days=4)
PAIN = (6, 6, 5, 6, None, 4, 5, 4, 3, 4, 3, 3)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STATES = {
    DayState.DONE: "done",
    DayState.SHORT: "short",
    DayState.REST: "not planned",
    DayState.REST_PASS: "rest pass",
    DayState.EXCUSED: "break",
    DayState.MISSED: "left out",
    DayState.UNKNOWN: "not known",
    DayState.OPEN: "still open",
}
WORDS = charts.Words(
    days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=MONTHS,
    states=STATES,
    week="This week",
    year="Since February",
    pain="Pain, average of each week",
    scale="0 none, 10 the worst I can think of",
    weeks="weeks",
    band="In this band: normal ups and downs",
    checks="The larger checks",
    activities="What I can do (10: as before)",
    peg="Pain in daily life (0: not at all)",
)
REPORT_WORDS = paper.ReportWords(
    pain="Pain",
    pain_scale="average of each week; 0 none, 10 the worst they can think of",
    band="inside this band: normal ups and downs",
    sessions="Sessions done",
    weeks="weeks since the start",
    activities="What they can do",
    activities_scale="own activities; 0 cannot, 10 as before",
    peg="Pain, enjoyment, activity (PEG); 0 not at all, 10 completely",
    adapted="What was adapted, and why",
    earlier="earlier ones",
    honesty="This page shows what the person entered into Midback, an exercise coach without a clinician. "
    "Nobody has examined them. A change of less than 2 points, or downwards of less than 30 %, may be "
    "chance. What caused a change cannot be known from these numbers.",
    columns=("kind", "week", "what", "value"),
)


def rows() -> tuple[DayRow, ...]:
    """Return a ledger with something of everything."""
    pause = Pause(date(2026, 7, 20), date(2026, 8, 2))
    days = [FIRST + timedelta(days=n) for n in range((TODAY - FIRST).days)]
    marks = {day: [_mark(day)] for day in days if _practised(day) and day not in pause}
    planned = Plans.always(range(5))
    return streak.ledger(marks, first=FIRST, today=TODAY, planned=planned, pauses=[pause], passes_per_week=1)


def _practised(day: date) -> bool:
    """Say whether somebody practised: on most weekdays, and on a Saturday now and then."""
    number = day.toordinal()
    return number % 9 > 0 and number % 19 > 1 and (day.weekday() < 5 or number % 21 == 7)


def _mark(day: date) -> Mark:
    return Mark.SHORT if day.toordinal() % 11 == 4 else Mark.DONE


def progress() -> charts.Progress:
    """Return a full picture."""
    known = [(PAIN_FIRST + timedelta(weeks=n), score) for n, score in enumerate(PAIN) if score is not None]
    readings = [measures.Reading(day, score, weekly=True) for day, score in known]
    return charts.Progress(
        title="Your progress",
        line="2 days done this week, 164 since February.",
        week=charts.week_of(rows(), TODAY),
        year=charts.year_of(rows(), TODAY),
        pain=charts.pain_of(measures.weeks(readings, PAIN_FIRST, TODAY)),
        checks=(
            Check("Start", 3.3, 6.0),
            Check("Week 4", 5.0, 4.7),
            Check("Week 8", 6.7, 3.3),
            Check("Week 12"),
        ),
    )


def report() -> paper.Report:
    """Return a full report."""
    pain = progress().pain
    assert pain
    return paper.Report(
        title="How the middle back has been",
        period="1 September to 20 November 2026",
        first=PAIN_FIRST,
        pain=pain,
        sessions=(4, 5, 3, 5, 0, 2, 5, 5, 6, 4, 5, 4),
        checks=("Start", "Week 4", "Week 8"),
        activities=(
            Activity("Lifting my daughter out of her cot", (3, 4, 6)),
            Activity("Working at the desk for two hours", (4, 6, 7)),
            Activity("Reversing the car", (3, 5, 7)),
        ),
        peg=(6, 4.7, 3.3),
        adapted=(
            Adapted("7 Sep", "Push-up: at the wall", "Wrist pain 5 of 10"),
            Adapted("21 Sep", "Open book: left out for a week", "Pain rose to 7, and stayed up the next day"),
            Adapted("28 Sep", "Break of six days", "Influenza"),
            Adapted("19 Oct", "Band row: without a band", "Shoulder pain 4 of 10, less after that"),
        ),
        person="María Núñez Peña",
        made="Made by Midback on 20 November 2026",
    )


def main() -> None:
    """Draw all samples anew."""
    folder, whole = ROOT / "docs" / "progress", progress()
    for name, part in (("days", whole.of_days), ("change", whole.of_change)):
        for theme in Theme:
            with Image.open(BytesIO(charts.progress(part, WORDS, theme))) as image:
                image.convert("RGB").reduce(2).quantize(128).save(
                    folder / f"{name}-{theme}.png", optimize=True
                )
    printed(paper.report(report(), REPORT_WORDS))[0].image.quantize(64).save(
        folder / "report.png", optimize=True
    )
    content = ROOT / "content"
    made = compose(furnish(load(content), content), load_texts().texts("en"), "midback_bot", content)
    printed(paper.poster(made))[0].image.save(folder / "poster.jpg", quality=80)


if __name__ == "__main__":
    main()
