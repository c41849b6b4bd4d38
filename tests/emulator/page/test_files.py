"""The page's files: nothing from outside, no text turned into markup, all small."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

PAGE = Path(str(files("bot.emulator").joinpath("page")))
FILES = sorted(path for path in PAGE.iterdir() if path.is_file())
# The names of XML languages look like addresses, but nothing is fetched from them.
NAMESPACE = "http://www.w3.org/2000/svg"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_has_no_outside_address(path: Path) -> None:
    """Neither assets nor links lead away from the machine."""
    text = path.read_text(encoding="utf-8").replace(NAMESPACE, "")
    assert re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}[^\s\"')]*", text, re.IGNORECASE) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_never_makes_markup_out_of_text(path: Path) -> None:
    """Server text becomes text nodes only, and no handler is written into markup."""
    text = path.read_text(encoding="utf-8")
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|<[^>]+ on\w+="
    assert re.findall(forbidden, text) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_is_small(path: Path) -> None:
    """Under 300 lines, like every file of the project."""
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


def test_every_import_and_link_exists() -> None:
    """A misspelt file name would only show in the browser."""
    names = {path.name for path in FILES}
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        wanted = re.findall(r'from "\./([\w.]+)"', text) + re.findall(r'"/page/([\w.]+)"', text)
        assert set(wanted) <= names, path.name
