"""What is printed, as values. Cheap to import and to make."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.figures.charts.values import Pain


@dataclass(frozen=True)
class Activity:
    """One of the person's own activities.

    :param scores: 0 cannot, 10 as before; one for each of the report's checks, None while not answered
    """

    name: str
    scores: tuple[float | None, ...]


@dataclass(frozen=True)
class Adapted:
    """Something that was adapted: when, what, and why, all in words.

    :param grave: how much a professional should not miss it; what has the least makes room first
    :param on: the day, for tables
    :param kind: what it is called in tables, where it was not adapted but happened
    """

    day: str
    what: str
    why: str
    grave: int = 0
    on: date | None = None
    kind: str = ""


@dataclass(frozen=True)
class Report:
    """How it went, for somebody who treats the person.

    :param period: first and last day, in words
    :param first: the first day, on which the first week begins
    :param pain: weekly averages since then; see :func:`bot.figures.charts.pain_of`
    :param sessions: how many sessions were done in each week since then
    :param checks: names of the larger checks, "Start", "Week 4"
    :param peg: the mean of the three PEG questions at each check; ``parts`` each question alone
    :param own: what the person said of each week as a whole, beside the averages; for tables
    :param adapted: in the order of time; the gravest and then the latest are kept where not all fit
    :param person: whom it is about, or empty
    :param made: one small line: by what this was made, and when
    :param language: of all words, for software that reads them aloud
    """

    title: str
    period: str
    first: date
    pain: Pain
    sessions: tuple[int, ...]
    checks: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    peg: tuple[float | None, ...] = ()
    parts: tuple[Activity, ...] = ()
    own: tuple[float | None, ...] = ()
    adapted: tuple[Adapted, ...] = ()
    person: str = ""
    made: str = ""
    language: str = "en"


@dataclass(frozen=True)
class ReportWords:
    """Every label of the report, in the person's language.

    :param pain: heading; ``pain_scale`` what 0 and 10 mean
    :param band: what the band in the pain chart means
    :param sessions: heading; ``weeks`` the name of the time axis, "weeks"
    :param activities: heading; ``activities_scale`` what 0 and 10 mean
    :param peg: the name of the PEG row, with which way is better
    :param adapted: heading; ``earlier`` follows the number of those that do not fit, "more, in the table"
    :param honesty: what this page can say and cannot
    :param own: what the person said of a week as a whole is called in the table
    :param columns: heads of the table's four columns: kind, week, what, value
    :param decimal: the sign between whole and tenth
    """

    pain: str
    pain_scale: str
    band: str
    sessions: str
    weeks: str
    activities: str
    activities_scale: str
    peg: str
    adapted: str
    earlier: str
    honesty: str
    columns: tuple[str, str, str, str]
    own: str = ""
    decimal: str = "."


@dataclass(frozen=True)
class PosterItem:
    """One exercise on the wall.

    :param picture: a JPEG or PNG file, square; None where there is none
    :param link: what its QR code opens
    """

    name: str
    dose: str
    picture: Path | None
    link: str


@dataclass(frozen=True)
class Poster:
    """Exercises for the wall, any number of them.

    :param line: one sentence below the title
    :param safety: paragraphs at the foot
    """

    title: str
    line: str
    items: tuple[PosterItem, ...]
    safety: tuple[str, ...]
    language: str = "en"
