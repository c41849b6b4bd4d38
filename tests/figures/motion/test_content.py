"""The real figures: complete, sound, and their pictures made from them."""

from pathlib import Path

import pytest

from bot import library
from bot.domain.exercises import Exercise
from bot.figures.motion import build, files, gallery
from bot.figures.motion.inspection import inspect
from tests.figures.motion.conftest import CONTENT

SLUGS = files.slugs(CONTENT)


@pytest.fixture(scope="module")
def exercises(content: Path) -> dict[str, Exercise]:
    return dict(library.load(content).exercises)


@pytest.mark.parametrize("slug", SLUGS)
def test_it_draws_every_variation_with_a_still_for_every_step(
    slug: str, exercises: dict[str, Exercise]
) -> None:
    words = exercises[slug].text("en").variations
    steps = {name: len(figure.steps) for name, figure in files.read(CONTENT, slug).items()}
    assert steps == {name: len(text.steps) for name, text in words.items()}


def test_it_draws_every_exercise(exercises: dict[str, Exercise]) -> None:
    assert set(SLUGS) == set(exercises)


@pytest.mark.parametrize("slug", SLUGS)
def test_it_names_a_side_wherever_the_dose_has_two(slug: str, exercises: dict[str, Exercise]) -> None:
    sided = {name: figure.works is not None for name, figure in files.read(CONTENT, slug).items()}
    assert sided == {name: dose.sides == 2 for name, dose in build.doses(exercises[slug]).items()}


@pytest.mark.slow
@pytest.mark.parametrize("slug", SLUGS)
def test_it_passes_the_check(slug: str) -> None:
    pytest.importorskip("numba")
    findings = {name: [str(f) for f in inspect(figure)] for name, figure in files.read(CONTENT, slug).items()}
    assert {name: found for name, found in findings.items() if found} == {}


@pytest.mark.parametrize("slug", SLUGS)
def test_it_ships_pictures_made_from_this_data_by_this_code(
    slug: str, exercises: dict[str, Exercise]
) -> None:
    """Otherwise: midback pictures build"""
    folder = CONTENT / "exercises" / slug / "media"
    assert build.outdated(folder, files.read(CONTENT, slug), build.doses(exercises[slug])) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_it_ships_no_loop_that_is_too_heavy_and_no_file_that_nothing_needs(slug: str) -> None:
    folder = CONTENT / "exercises" / slug / "media"
    needed = {build.ACCOUNT}
    for made in build.account(folder).values():
        assert (folder / made.loop).stat().st_size <= 200_000
        needed |= {made.loop, *made.steps, *made.pacers.values()}
    assert {path.name for path in folder.iterdir()} == needed


def test_it_shows_all_of_it_in_the_gallery(exercises: dict[str, Exercise]) -> None:
    """Otherwise: midback pictures gallery"""
    docs = CONTENT.parent / "docs"
    assert (docs / "gallery.md").read_text(encoding="utf-8") == gallery.page(CONTENT, exercises, docs)
