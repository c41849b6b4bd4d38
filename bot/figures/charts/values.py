"""What a progress picture is made of, as values. Cheap to import and to make."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class DayState(StrEnum):
    """How a day is shown, in the order of the legend. Each has a shape of its own as well as a colour."""

    DONE = "done"
    SHORT = "short"
    REST = "rest"  # not planned
    REST_PASS = "rest-pass"  # noqa: S105 - a rest pass opens no door
    EXCUSED = "excused"
    MISSED = "missed"
    UNKNOWN = "unknown"
    OPEN = "open"  # today, and nothing is settled yet


class Theme(StrEnum):
    """On which ground the picture stands."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Week:
    """Monday to Sunday. A day without a state is to come, or was before the person began.

    :param today: which of the seven is today, Monday 0; None marks none
    """

    states: tuple[DayState | None, ...]
    today: int | None = None

    def __post_init__(self) -> None:
        """See that there are seven days."""
        if len(self.states) != 7:
            raise ValueError(f"a week has seven days, not {len(self.states)}")


@dataclass(frozen=True)
class Year:
    """Many weeks, day by day from a Monday on; at most 53 weeks are shown, the latest.

    :param first: the Monday of the first day
    """

    first: date
    states: tuple[DayState | None, ...]

    def __post_init__(self) -> None:
        """See that it begins on a Monday: columns are weeks."""
        if self.first.weekday() != 0:
            raise ValueError(f"{self.first} is not a Monday")


@dataclass(frozen=True)
class Pain:
    """Average pain, 0 to 10, of each week since the start; None where too few days are known.

    :param start: the average of the first two weeks
    :param low: below this a change is one that many people notice; ``high`` the same above
    """

    weeks: tuple[float | None, ...]
    start: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Check:
    """A larger look at the start and after 4, 8 and 12 weeks.

    :param label: its name in the person's language, "Week 4"
    :param activities: the mean of the person's own activities (PSFS, 10 as before); None while not answered
    :param peg: the mean of three questions about pain, enjoyment and activity (PEG, 0 best); None likewise
    """

    label: str
    activities: float | None = None
    peg: float | None = None


@dataclass(frozen=True)
class Progress:
    """One picture. ``title`` and ``line`` are words; parts that are None or empty are left out."""

    title: str
    line: str = ""
    week: Week | None = None
    year: Year | None = None
    pain: Pain | None = None
    checks: tuple[Check, ...] = ()

    @property
    def of_days(self) -> "Progress":
        """The same with the days alone. All parts at once are twice as high as wide, much for a chat."""
        return replace(self, pain=None, checks=())

    @property
    def of_change(self) -> "Progress":
        """The same with pain and checks alone."""
        return replace(self, week=None, year=None)


@dataclass(frozen=True)
class Words:
    """Every label of the picture, in the person's language.

    :param days: seven short names, Monday first; ``months`` twelve, January first
    :param states: a name for each state of a day, for the legend
    :param week: heading of the week; ``year``, ``pain`` and ``checks`` likewise
    :param scale: what 0 and 10 mean, one line below the heading of pain
    :param weeks: name of the pain chart's time axis, "weeks"
    :param band: what the band in the pain chart means
    :param activities: what the checks' first row is, and which way is better; ``peg`` the second
    :param decimal: the sign between whole and tenth
    """

    days: tuple[str, ...]
    months: tuple[str, ...]
    states: Mapping[DayState, str] = field(hash=False)
    week: str
    year: str
    pain: str
    scale: str
    weeks: str
    band: str
    checks: str
    activities: str
    peg: str
    decimal: str = "."
