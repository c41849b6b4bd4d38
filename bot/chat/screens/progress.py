"""Progress: the picture with its honest words, and the page for a professional."""

from collections.abc import Callable, Sequence
from datetime import date
from operator import itemgetter
from statistics import fmean
from typing import Final

from bot.chat.actions import Go, Half, LookProgress, Page
from bot.chat.screen import Document, Key, Screen
from bot.chat.screens.parts import go
from bot.domain.exercises import Library
from bot.domain.measures import Verdict
from bot.domain.progression import Why
from bot.figures import charts, paper
from bot.figures.cards import Made
from bot.figures.charts import Check, DayState, Facts, Pain, Theme
from bot.figures.charts.reading import one_decimal
from bot.services.progress import Checked, Shown, Sign, Whole
from bot.services.progression import Changed
from bot.texts import Html, Texts

_GRAVE: Final = {Why.TWO_AMBERS: 1, Why.WORSE_NEXT_DAY: 2, Why.RED: 2}
"""How much a professional should not miss a change."""

_GRAVEST: Final = 3
"""A warning sign counts more than any."""

Describe = Callable[[Changed], str]


def value(t: Texts, shown: Shown) -> charts.Progress:
    """Return the picture as a value; what is not known at all is left out."""
    history = shown.history
    pain = _pain(shown)
    return charts.Progress(
        title=t.plain("progress-title"),
        line=t.plain("progress-line", done=shown.goal.done, planned=max(shown.goal.planned, shown.goal.done)),
        week=charts.week_of(history.rows, history.today, history.pauses),
        year=charts.year_of(history.rows, history.today),
        pain=pain if any(week is not None for week in pain.weeks) else None,
        checks=tuple(_check(t, check) for check in shown.checks),
    )


def half_of(whole: charts.Progress, half: Half) -> charts.Progress | None:
    """Return one half of the picture, None where there is nothing in it."""
    if half is Half.DAYS:
        return whole.of_days
    return whole.of_change if whole.pain or whole.checks else None


def labels(t: Texts) -> charts.Words:
    """Return every label of the picture."""
    return charts.Words(
        days=tuple(t.weekday(number) for number in range(7)),
        months=t.calendar.months(),
        states={state: t.plain(f"progress-state-{state}") for state in DayState},
        week=t.plain("progress-week"),
        year=t.plain("progress-year"),
        pain=t.plain("progress-pain"),
        scale=t.plain("progress-scale"),
        weeks=t.plain("progress-weeks"),
        band=t.plain("progress-band"),
        checks=t.plain("progress-checks"),
        activities=t.plain("progress-activities"),
        peg=t.plain("progress-peg"),
        decimal=_decimal(t),
    )


def page(t: Texts, shown: Shown, half: Half, theme: Theme, png: bytes) -> Screen:
    """Return the picture, the sentence that stands in for it, and what can be said of it honestly."""
    facts = charts.facts(value(t, shown))
    parts = [t("progress"), _told(t, facts, half)]
    if half is Half.CHANGE:
        parts += [t(f"progress-verdict-{shown.comparison.verdict}"), *_caution(t, shown)]
    other = Half.CHANGE if half is Half.DAYS else Half.DAYS
    ground = Theme.DARK if theme is Theme.LIGHT else Theme.LIGHT
    keys = (
        (
            Key(t.plain(f"progress-button-{other}"), LookProgress(other, theme)),
            Key(t.plain(f"progress-button-{ground}"), LookProgress(half, ground)),
        ),
        (Key(t.plain("progress-button-report"), Go(Page.REPORT)), go(t, Page.WHY)),
        (go(t, Page.HOME),),
    )
    return Screen("\n\n".join(parts), keys, Made(f"progress-{half}.png", png))


def report(t: Texts, whole: Whole, library: Library, name: str, describe: Describe) -> paper.Report:
    """Return the page for a professional as a value.

    :param describe: says in words what a change was, from and to
    """
    shown = whole.shown
    checks = shown.checks
    return paper.Report(
        title=t.plain("progress-report-title"),
        period=t.plain(
            "progress-report-period", first=_date(t, shown.first), last=_date(t, shown.history.today)
        ),
        first=shown.first,
        pain=_pain(shown),
        sessions=whole.sessions,
        checks=tuple(_label(t, check.week) for check in checks),
        activities=tuple(
            paper.Activity(one.name, tuple(_score(check, place) for check in checks))
            for place, one in enumerate(whole.names)
        ),
        peg=tuple(check.peg for check in checks),
        parts=_parts(t, checks),
        own=whole.own,
        adapted=_adapted(t, whole, library, describe),
        person=name,
        made=t.plain("progress-report-made", day=_date(t, shown.history.today)),
        language=t.language,
    )


def report_labels(t: Texts) -> paper.ReportWords:
    """Return every label of the page for a professional."""
    kind, week, what, number = t.lines("progress-report-columns")
    return paper.ReportWords(
        pain=t.plain("progress-report-pain"),
        pain_scale=t.plain("progress-report-pain-scale"),
        band=t.plain("progress-band"),
        sessions=t.plain("progress-report-sessions"),
        weeks=t.plain("progress-report-weeks"),
        activities=t.plain("progress-report-activities"),
        activities_scale=t.plain("progress-report-activities-scale"),
        peg=t.plain("progress-report-peg"),
        adapted=t.plain("progress-report-adapted"),
        own=t.plain("progress-report-own"),
        earlier=t.plain("progress-report-earlier"),
        honesty=t.plain("progress-report-honesty"),
        columns=(kind, week, what, number),
        decimal=_decimal(t),
    )


def document(t: Texts, name: str, data: bytes) -> Screen:
    """Bring the page, and offer its numbers as a table."""
    table = Key(t.plain("progress-button-table"), Go(Page.TABLE))
    return Screen(t("progress-report"), ((table,),), document=Document(name, data))


def table(t: Texts, name: str, data: bytes) -> Screen:
    """Bring the numbers for a spreadsheet."""
    return Screen(t("progress-table"), document=Document(name, data))


def _adapted(t: Texts, whole: Whole, library: Library, describe: Describe) -> tuple[paper.Adapted, ...]:
    """Return what was adapted and which signs came up, in the order of time."""
    changes = [
        (one.day, describe(one), t.plain(f"pain-why-{one.why}"), _GRAVE.get(one.why, 0), "")
        for one in whole.changes
        if one.after.exercise in library.exercises
    ]
    kind = t.plain("progress-report-sign-kind")
    signs = [(one.day, _sign(t, one), _until(t, one), _GRAVEST, kind) for one in whole.signs]
    found = sorted([*signs, *changes], key=itemgetter(0))
    return tuple(
        paper.Adapted(_short(t, day), what, why, grave, day, kind) for day, what, why, grave, kind in found
    )


def _sign(t: Texts, sign: Sign) -> str:
    """Return a warning sign in plain words: how urgent, which, and where it was told."""
    named = t.join([t.plain(f"pain-button-sign-{one}") for one in sign.named])
    return t.plain("progress-report-sign", tier=sign.tier, named=named or "none", source=sign.source)


def _parts(t: Texts, checks: Sequence[Checked]) -> tuple[paper.Activity, ...]:
    """Return the three questions of PEG, each with its answer at every check."""
    if not any(check.parts for check in checks):
        return ()
    names = t.lines("progress-report-peg-parts")
    return tuple(
        paper.Activity(name, tuple(check.parts[n] if n < len(check.parts) else None for check in checks))
        for n, name in enumerate(names)
    )


def _until(t: Texts, sign: Sign) -> str:
    return t.plain("progress-report-sign-until", until=_short(t, sign.until) if sign.until else "none")


def _told(t: Texts, facts: Facts, half: Half) -> Html:
    """Return the sentence that stands in for the picture."""
    if half is Half.DAYS:
        return t(
            "progress-told-days",
            week=facts.practised or 0,
            all=facts.practised_in_all or 0,
            weeks=facts.weeks,
        )
    start, now = (one_decimal(score, _decimal(t)) for score in (facts.pain_start, facts.pain_now))
    return t("progress-told-pain", start=start or "none", now=now or "none")


def _caution(t: Texts, shown: Shown) -> list[Html]:
    """Return what must be said with every comparison, and nothing where none was made."""
    return [] if shown.comparison.verdict is Verdict.NOT_ENOUGH else [t("progress-cause")]


def _pain(shown: Shown) -> Pain:
    return charts.pain_of(shown.weeks)


def _check(t: Texts, check: Checked) -> Check:
    return Check(_label(t, check.week), fmean(check.activities) if check.activities else None, check.peg)


def _label(t: Texts, week: int) -> str:
    return t.plain("progress-check-week", week=week) if week else t.plain("progress-check-start")


def _score(check: Checked, place: int) -> float | None:
    return check.activities[place] if place < len(check.activities) else None


def _date(t: Texts, day: date) -> str:
    """Return a day with its year: paper is read later."""
    return t.calendar.date(day, "d MMM y")


def _short(t: Texts, day: date) -> str:
    """Return a day without its year, for a narrow column; the page's period tells the year."""
    return t.calendar.date(day, "d MMM")


def _decimal(t: Texts) -> str:
    return t.calendar.decimal()
