"""The report's numbers for a spreadsheet."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from bot.figures import paper
from bot.figures.paper import Activity, Report, ReportWords


def rows(report: Report, words: ReportWords) -> list[list[str]]:
    return list(csv.reader(StringIO(paper.table(report, words).decode("utf-8-sig"), newline="")))


def test_it_holds_every_number_in_a_row_of_its_own(full: Report, words: ReportWords) -> None:
    assert rows(full, words) == [
        ["kind", "week", "what", "value"],
        ["Pain-head", "2026-08-31", "", "6.25"],
        ["Pain-head", "2026-09-14", "", "4.5"],
        ["Sessions-head", "2026-08-31", "", "4"],
        ["Sessions-head", "2026-09-07", "", "0"],
        ["Sessions-head", "2026-09-14", "", "5"],
        ["Activities-head", "Start", "Lifting María", "3"],
        ["Activities-head", "Start", "Driving", "4"],
        ["Activities-head", "Week 4", "Driving", "6.5"],
        ["peg-row", "Start", "", "6"],
        ["peg-row", "Week 4", "", "4.75"],
        ["Adapted-head", "7 Sep", "At the wall", "Wrist"],
        ["Adapted-head", "9 Sep", "Left out", "Flu"],
    ]


def test_spreadsheets_are_told_that_it_is_unicode(full: Report, words: ReportWords) -> None:
    assert paper.table(full, words).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_what_people_typed_is_no_formula(full: Report, words: ReportWords, name: str) -> None:
    typed = replace(full, activities=(Activity(name, (3,)),))
    assert [row[2] for row in rows(typed, words) if row[0] == words.activities] == [f"'{name}"]
