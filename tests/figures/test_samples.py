"""The samples of docs/progress.md can still be made."""

from io import BytesIO

from PIL import Image

from bot.domain.streak import Verdict
from bot.figures import charts, paper
from tests.figures import samples
from tests.printed import printed


def test_the_sample_year_shows_every_verdict_that_a_past_day_can_have() -> None:
    assert {row.verdict for row in samples.rows()} == set(Verdict)


def test_its_line_says_what_it_shows() -> None:
    told = charts.facts(samples.progress())
    assert f"{told.practised} days done this week, {told.practised_in_all} since" in samples.progress().line


def test_the_halves_fit_a_chat() -> None:
    whole = samples.progress()
    for half in (whole.of_days, whole.of_change):
        with Image.open(BytesIO(charts.progress(half, samples.WORDS))) as image:
            assert image.width == 1280
            assert image.height < 1.65 * image.width


def test_the_report_fits_its_page() -> None:
    (page,) = printed(paper.report(samples.report(), samples.REPORT_WORDS))
    assert page.border_is_white
    assert "Shoulder pain 4 of 10" in page.words
    assert "…" not in page.words
