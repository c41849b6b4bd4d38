"""The wheel holds everything that runs without a clone, and nothing else."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel of this checkout, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def files(folder: str) -> set[str]:
    """Paths of the source files in a folder, from the root."""
    found = (
        path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts
    )
    return {path.relative_to(ROOT).as_posix() for path in found}


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["bot/db/migrations", "bot/emulator/page", "bot/texts", "bot"])
def test_all_files_of_the_package_are_inside(folder: str, wheel: zipfile.ZipFile) -> None:
    wanted = files(folder)
    assert wanted
    assert wanted <= set(wheel.namelist())


@pytest.mark.slow
def test_the_content_is_inside_whole(wheel: zipfile.ZipFile) -> None:
    wanted = {"bot/_" + name for name in files("content")}
    assert "bot/_content/exercises/seated-cat-cow/exercise.yaml" in wanted
    assert wanted <= set(wheel.namelist())


@pytest.mark.slow
def test_nothing_else_is_inside(wheel: zipfile.ZipFile) -> None:
    strangers = [name for name in wheel.namelist() if not name.startswith(("bot/", "midback-"))]
    assert strangers == []


@pytest.mark.slow
def test_it_installs_the_command(wheel: zipfile.ZipFile) -> None:
    (entry,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "midback = bot.cli:main" in wheel.read(entry).decode()


def test_requirements_are_pinned_and_hashed() -> None:
    for path in ROOT.glob("requirements*.txt"):
        lines = [line for line in path.read_text("utf-8").splitlines() if line[:1].isalpha()]
        assert lines, path
        assert all("==" in line and line.endswith("\\") for line in lines), path


def test_requirements_of_the_tests_hold_those_of_the_coach() -> None:
    def pins(name: str) -> set[str]:
        lines = (ROOT / name).read_text("utf-8").splitlines()
        return {line.split(";")[0].split("\\")[0].strip() for line in lines if line[:1].isalpha()}

    assert pins("requirements.txt") <= pins("requirements-dev.txt")
    assert pins("requirements-build.txt") <= pins("requirements-dev.txt")


def imported(tree: ast.AST) -> Iterator[str]:
    """The top names that a module imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


DRAWING = ROOT / "bot/figures/motion"
"""What only those need who draw; the running coach imports none of it."""
LEARNING = ROOT / "bot/library/learning.py"
"""What only those need who let the coach learn from new examples."""


def strangers(modules: Iterable[Path], *lists: str) -> list[str]:
    """Return the libraries that modules import and no list of dependencies names."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    known = {"coach": table["dependencies"], **table["optional-dependencies"]}
    direct = {re.split(r"[\[<>=~]", line)[0].lower() for name in lists for line in known[name]}
    names = {name for path in modules for name in imported(ast.parse(path.read_text("utf-8")))}
    owners = packages_distributions()
    libraries = names - sys.stdlib_module_names - {"bot"}
    return [name for name in libraries if not direct & {o.lower() for o in owners.get(name, [])}]


def test_every_imported_library_is_a_direct_dependency() -> None:
    drawing = {*DRAWING.rglob("*.py")}
    modules = {*(ROOT / "bot").rglob("*.py")} - drawing - {LEARNING}
    assert strangers(modules, "coach") == []
    assert strangers(drawing, "coach", "pictures") == []
    assert strangers([LEARNING], "coach", "words") == []
