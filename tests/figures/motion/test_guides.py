"""The worked example of both guides can be typed as it stands, and no key of figure.yaml goes unexplained."""

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from bot.figures.motion import files, schema
from bot.figures.motion.inspection import inspect
from bot.figures.motion.schema import Figure
from bot.library.schemas import Closed
from tests.figures.motion.conftest import CONTENT

GUIDES = ("authors.md", "figures.md")
SCHEMAS = [
    kind for kind in vars(schema).values()
    if isinstance(kind, type) and issubclass(kind, Closed) and kind is not Closed
]  # fmt: skip
PAIRS = {"arm": "arms", "leg": "legs", "blade": "blades"}


def text(guide: str) -> str:
    return (CONTENT.parent / "docs" / guide).read_text(encoding="utf-8")


def example(guide: str, folder: Path) -> dict[str, Figure]:
    [typed] = re.findall(r"```yaml\n(person: .*?)```", text(guide), re.DOTALL)
    path = folder / "exercises" / "lean-back" / "figure.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(typed, encoding="utf-8")
    return files.read(folder, "lean-back")


@pytest.mark.parametrize("guide", GUIDES)
def test_it_shows_an_example_that_fits_the_exercise_of_the_guide(guide: str, tmp_path: Path) -> None:
    made = example(guide, tmp_path)
    assert {name: len(figure.steps) for name, figure in made.items()} == {
        "standard": 3, "hands-crossed": 3, "arms-overhead": 3,
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("guide", GUIDES)
def test_it_shows_an_example_that_passes_the_check(guide: str, tmp_path: Path) -> None:
    pytest.importorskip("numba")
    found = {name: [str(f) for f in inspect(figure)] for name, figure in example(guide, tmp_path).items()}
    assert {name: findings for name, findings in found.items() if findings} == {}


@pytest.mark.parametrize("model", SCHEMAS, ids=lambda model: model.__name__)
def test_it_explains_every_key_to_authors(model: type[BaseModel]) -> None:
    rows = "\n".join(line for line in text("authors.md").split("\n") if line.startswith("|"))
    keys = {PAIRS.get(key.split("_")[-1], key) for key in model.model_fields}
    assert [key for key in sorted(keys) if not re.search(rf"`{key}\b", rows)] == []


def test_it_names_every_person_and_all_ready_furniture() -> None:
    from bot.figures.motion.furniture import ready  # noqa: PLC0415 - only this test needs it
    from bot.figures.motion.people import PEOPLE  # noqa: PLC0415

    frames = list(get_args(get_args(schema.Limb.model_fields["frame"].annotation)[0]))
    told = text("authors.md")
    assert [
        name for name in [*PEOPLE, *ready(), *frames] if f"`{name}`" not in told.replace("ready: ", "")
    ] == []
