"""The documents say what is so: dependencies, settings, commands, links; and nothing of anybody's machine."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from pydantic_core import PydanticUndefined

from bot.cli.commands import app
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
TEXT = {
    ".md",
    ".py",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
    ".html",
    ".css",
    ".js",
    ".ftl",
    ".svg",
    ".example",
    "",
}
HIDDEN_BUT_OURS = {".ci", ".dockerignore", ".env.example", ".gitignore"}
MADE = {"__pycache__", "dist", "build"}

# Written in two parts, so that this file does not find itself.
MACHINES = re.compile(
    "|".join(
        first + second
        for first, second in [
            ("/ho", r"me/\w"),
            ("/ro", r"ot/\w"),
            ("/Us", r"ers/\w"),
            (r"/wo", r"rk/\w"),
            (r"\bC:", r"\\\\Users"),
            ("pypi", r"\.(org|io)"),
            ("python", "hosted"),
            ("--(extra-)?index", "-url"),
            ("find", "-links"),
        ]
    )
)


def project() -> dict[str, list[str]]:
    """Direct dependencies, by group."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = table["optional-dependencies"]
    groups = {"coach": table["dependencies"], "tests": extras["dev"]}
    groups |= {name: extras[name] for name in ("pictures", "words")}
    named = {group: [re.split(r"[<>=~]", line)[0] for line in lines] for group, lines in groups.items()}
    return {
        group: [re.sub(r"\[.*", "", line).lower() for line in lines if not line.startswith("midback[")]
        for group, lines in named.items()
    }


def rows(text: str) -> list[list[str]]:
    """The rows of every table in a Markdown text, headings left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [cells[i] for i in range(len(cells)) if not _is_heading(cells, i)]


def _is_heading(cells: list[list[str]], i: int) -> bool:
    return "---" in cells[i][0] or (i + 1 < len(cells) and "---" in cells[i + 1][0])


def test_every_direct_dependency_has_its_reasons() -> None:
    table = rows((ROOT / "docs/dependencies.md").read_text("utf-8"))
    named = [row[0].strip("`").lower() for row in table]
    wanted = project()
    extras = wanted["pictures"] + wanted["words"]
    assert sorted(named) == sorted(wanted["coach"] + wanted["tests"] + extras)
    assert all(cell for row in table for cell in row)


def shown_default(name: str) -> str:
    """A setting's default as the README shows it."""
    field = Settings.model_fields[name]
    extra = field.json_schema_extra
    if isinstance(extra, dict) and "shown" in extra:
        return str(extra["shown"])
    assert field.default is not PydanticUndefined
    return f"`{field.default}`" if field.default is not None else "none"


def test_the_settings_table_is_the_settings() -> None:
    table = [row for row in rows((ROOT / "README.md").read_text("utf-8")) if row[0].startswith(f"`{PREFIX}")]
    wanted = [
        [f"`{PREFIX}{name.upper()}`", shown_default(name), field.description]
        for name, field in Settings.model_fields.items()
    ]
    assert table == wanted


def commands(group: object, *before: str) -> Iterator[str]:
    """Every command and group of commands, as it is typed."""
    for name, command in getattr(group, "commands", {}).items():
        yield " ".join((*before, name))
        yield from commands(command, *before, name)


def mentioned(text: str) -> Iterator[str]:
    """What stands behind `midback` in code, up to two words."""
    code = re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL)
    for piece in code:
        yield from re.findall(r"(?:^|[\s`/])midback ((?:[a-z]+)(?: [a-z]+)?)(?=[\s`])", piece)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_commands_that_exist(document: Path) -> None:
    known = set(commands(typer.main.get_command(app)))
    for words in mentioned(document.read_text("utf-8")):
        first = words.split()[0]
        is_group = any(name.startswith(first + " ") for name in known)
        assert (words if is_group else first) in known, words


def test_the_readme_names_the_two_commands() -> None:
    assert {"demo", "test"} <= {
        words.split()[0] for words in mentioned((ROOT / "README.md").read_text("utf-8"))
    }


def links(document: Path) -> Iterator[str]:
    """Relative links of a document, without their anchors."""
    text = re.sub(r"```.*?```", "", document.read_text("utf-8"), flags=re.DOTALL)
    found = re.findall(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"", text)
    for target in (first or second for first, second in found):
        if not re.match(r"[a-z]+:|#", target):
            yield target.split("#")[0]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    dead = [target for target in links(document) if not (document.parent / target).exists()]
    assert dead == []


def texts() -> Iterator[Path]:
    """Every text file of the project, what tools and people leave beside it left out."""
    for top in ROOT.iterdir():
        if top.name.startswith(".") and top.name not in HIDDEN_BUT_OURS:
            continue
        for path in [top, *top.rglob("*")] if top.name not in MADE else []:
            if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts:
                yield path


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in texts()
        if (match := MACHINES.search(path.read_text("utf-8", errors="replace")))
    ]
    assert found == []
