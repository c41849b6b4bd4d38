"""The doctor's page as a PDF reader sees it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.figures import paper
from bot.figures.charts import Pain
from bot.figures.paper import Activity, Adapted, Report, ReportWords
from tests.printed import Printed, printed


def page_of(pdf: bytes) -> Printed:
    """Return the page, having seen that there is one only, and that it is A4."""
    (page,) = printed(pdf)
    assert page.size == pytest.approx((595.28, 841.89), abs=0.01)
    return page


def test_it_says_everything_on_one_page(full: Report, words: ReportWords) -> None:
    said = page_of(paper.report(full, words)).words
    labels = {getattr(words, one.name) for one in fields(words)} - {
        words.columns,
        words.decimal,
        words.earlier,
    }
    for expected in (*labels, full.title, full.period, full.person, full.made, "Lifting María", "Week 4"):
        assert expected in said
    for expected in ("6,2", "4,5", "6,5", "4,8", "7 Sep At the wall Wrist", "9 Sep Left out Flu"):
        assert expected in said


def test_it_makes_the_same_bytes_for_the_same_value(full: Report, words: ReportWords) -> None:
    assert paper.report(full, words) == paper.report(replace(full), words)


def test_pages_are_made_in_several_threads_at_once(full: Report, words: ReportWords) -> None:
    """The PDF library keeps its fonts for the whole process."""
    values = [replace(full, title=f"Title {n} äöü"[: 6 + n]) for n in range(6)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda value: paper.report(value, words), values * 3))
    assert made == [paper.report(value, words) for value in values] * 3


def test_it_tells_readers_its_language(full: Report, words: ReportWords) -> None:
    assert b"/Lang (es)" in paper.report(replace(full, language="es"), words)


def test_its_letters_are_embedded(full: Report, words: ReportWords) -> None:
    """What is not embedded looks different on every machine, or is missing in print."""
    pdf = paper.report(full, words)
    assert pdf.count(b"/FontFile2") == 2


def test_it_leaves_out_what_is_not_there(full: Report, words: ReportWords) -> None:
    bare = replace(full, pain=Pain((None,)), activities=(), peg=(), adapted=())
    said = page_of(paper.report(bare, words)).words
    assert words.sessions in said
    for head in (words.pain, words.activities, words.adapted):
        assert head not in said


def test_it_keeps_the_latest_adaptations_and_counts_the_others(full: Report, words: ReportWords) -> None:
    many = tuple(Adapted(f"day {n}", f"what {n}.", "why") for n in range(100, 160))
    said = page_of(paper.report(replace(full, adapted=many), words)).words
    kept = sum(one.what in said for one in many)
    assert 5 < kept < 60
    assert f"+{60 - kept} earlier-ones" in said
    assert "what 159." in said
    assert "what 100." not in said


def test_what_is_grave_stays_where_not_all_fits(full: Report, words: ReportWords) -> None:
    """A step back because of pain counts more than five harmless steps after it, and stays in its place."""
    grave = Adapted("day 0", "what hurt.", "why", grave=1)
    many = tuple(Adapted(f"day {n}", f"what {n}.", "why") for n in range(100, 160))
    said = page_of(paper.report(replace(full, adapted=(grave, *many)), words)).words
    assert said.index("what hurt.") < said.index("what 159.")
    kept = sum(one.what in said for one in many)
    assert f"+{60 - kept} earlier-ones" in said


@pytest.mark.parametrize("weeks", [0, 1, 13, 27, 53, 120])
def test_any_number_of_weeks_stays_inside_the_margins(full: Report, words: ReportWords, weeks: int) -> None:
    pain = Pain((10.0,) * weeks, 10, 7, 10)
    pdf = paper.report(replace(full, pain=pain, sessions=(21,) * weeks), words)
    assert page_of(pdf).border_is_white


def test_long_words_stay_inside_the_margins(full: Report, words: ReportWords) -> None:
    long = "A rather long sentence about something that somebody did. " * 12
    names = [one.name for one in fields(words) if one.name not in {"columns", "decimal"}]
    wordy = replace(words, **dict.fromkeys(names, long))  # type: ignore[arg-type]
    report = replace(
        full,
        **dict.fromkeys(("title", "period", "person", "made"), long),  # type: ignore[arg-type]
        activities=(Activity(long, (3, 4)),) * 3,
        adapted=(Adapted(long, long, long),) * 9,
    )
    pdf = paper.report(report, wordy)
    assert "…" in page_of(pdf).words
    assert page_of(pdf).border_is_white


def test_letters_that_the_typeface_lacks_lose_their_marks_or_are_left_out(
    full: Report, words: ReportWords
) -> None:
    said = page_of(paper.report(replace(full, title="Dvořák ąę 中文 😀 ¿Qué?"), words)).words
    assert "Dvorák ae ¿Qué?" in said


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=300), st.lists(st.floats(0, 10), max_size=20))
def test_it_never_fails_on_odd_words(words: ReportWords, full: Report, odd: str, weeks: list[float]) -> None:
    report = replace(
        full,
        title=odd,
        person=odd,
        pain=Pain(tuple(weeks), 5, 3, 7),
        activities=(Activity(odd, (1, 2)),),
        adapted=(Adapted(odd, odd, odd),),
    )
    assert page_of(paper.report(report, words)).words


def test_values_are_made_without_loading_what_draws() -> None:
    code = (
        "import sys, bot.figures.paper; sys.exit(any(name in sys.modules for name in ('PIL', 'reportlab')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
