"""The authors' guide knows every key, word and limit, and its example works."""

import re
from enum import StrEnum
from pathlib import Path
from shutil import copytree

import pytest
from pydantic import BaseModel

from bot.domain.exercises import Kind, Kit, Level, Place
from bot.domain.programs import Goal, Role
from bot.library import check, load
from bot.library.care_schemas import CARE_SCHEMAS, Say
from bot.library.exercises import SECTIONS
from bot.library.loader import next_order
from bot.library.schemas import SCHEMAS, Group, Way
from bot.library.words import NOTE, POSITION, STEP, TIP, Limit

PROJECT = Path(__file__).parents[2]
GUIDE = (PROJECT / "docs" / "authors.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", [*SCHEMAS, *CARE_SCHEMAS], ids=lambda schema: schema.__name__)
def test_every_key_is_explained(schema: type[BaseModel]) -> None:
    """Each key stands in a table's first column."""
    columns = " ".join(line.split("|")[1] for line in GUIDE.split("\n") if line.startswith("|"))
    assert [key for key in schema.model_fields if f"`{key}`" not in columns] == []


@pytest.mark.parametrize(
    "words", [Kind, Level, Place, Kit, Way, Group, Goal, Role, Say], ids=lambda words: words.__name__
)
def test_every_word_to_choose_from_is_named(words: type[StrEnum]) -> None:
    assert [word for word in words if f"`{word}`" not in GUIDE] == []


@pytest.mark.parametrize("schema", [*SCHEMAS, *CARE_SCHEMAS], ids=lambda schema: schema.__name__)
def test_every_range_and_length_is_told(schema: type[BaseModel]) -> None:
    """The row of a key names the same numbers as the sentence of the checker."""
    for key, field in schema.model_fields.items():
        numbers = re.findall(r"\d+ to \d+|at most \d+", field.description or "")
        rows = [line for line in GUIDE.split("\n") if line.startswith("|") and f"`{key}`" in line]
        for number in numbers:
            told = GUIDE if number == "at most 32" else "\n".join(rows)  # slugs are explained once for all
            assert number in told, f"{key}: {number}"


def test_every_heading_is_named() -> None:
    assert [
        title for title in (*SECTIONS, "Honestly") if f"`{title}`" not in GUIDE and f"## {title}" not in GUIDE
    ] == []


@pytest.mark.parametrize("limit", [STEP, POSITION, TIP, NOTE], ids=lambda limit: limit.what)
def test_every_limit_of_a_line_is_told(limit: Limit) -> None:
    assert f"at most {limit.words} words" in GUIDE
    assert f"{limit.characters} characters" in GUIDE


def test_the_worked_example_passes_the_check(tmp_path: Path) -> None:
    """Every file that the guide shows can be typed as it stands."""
    root = Path(copytree(PROJECT / "content", tmp_path / "content"))
    order = next_order(root)
    shown = re.findall(r"his is `([^`]+)`:\n\n```\w+\n(.*?)```", GUIDE, re.DOTALL)
    assert len(shown) == 5
    for name, text in shown:
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace("order: 11\n", f"order: {order}\n"), encoding="utf-8")
    [source] = re.findall(r"```yaml\n(smith-2020:.*?)```", GUIDE, re.DOTALL)
    with (root / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write(source)
    assert [str(problem) for problem in check(root)] == []
    assert load(root).exercises["lean-back"].text("en").name == "Lean back over the chair"
