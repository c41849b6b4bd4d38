"""Every screen in every language: nothing in it comes from another one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from html import escape
from pathlib import Path

import pytest

from bot import library
from bot.chat.screen import Screen
from bot.db.database import Database
from bot.db.tables import Person
from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.domain.zones import WELL_KNOWN, city
from bot.emulator.entities import parse_html
from bot.texts import Catalogue, load
from tests import pseudo
from tests.chat.stage import ANA, GROUP, Stage, stage_with
from tests.chat.walk import walk

ROOT = Path(__file__).parents[2]
MOST = 2500
BESIDE, ALONE = 1024, 4096
"""Characters of a text beside a picture, and of one alone."""
LABEL = 40
"""Characters of a button that a phone shows."""
SPEAKER = {**ANA, "first_name": "Xyz", "language_code": pseudo.CODE}
"""Somebody whose name has no vowel."""

PLAIN_VOWEL = re.compile(r"[aeiouAEIOU]")
NEUTRAL = re.compile(
    r"<a [^>]*>.*?</a>"  # what was published keeps its title
    r"|<code>.*?</code>|<[^>]*>|&\w+;|/[a-z]+|https?:\S+"
    r"|Midback|everything\.json|English|Español|Esperanto|Madrid"
    r"|\b(?:lu|ma|me|ve|sa|di|kaj|Mar|atm|ptm)\b|ĵa"
    rf"|{'|'.join(re.escape(city(zone)) for zone in WELL_KNOWN)}"
)
"""What is the same in all languages (names, places, commands, addresses, what a language calls itself), and
how dates are written in this one."""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, Catalogue]:
    """Give content and texts that have one language more, made of files only."""
    folder = tmp_path_factory.mktemp("pseudo")
    catalogue = load(pseudo.make_texts(ROOT / "bot" / "texts", folder / "texts"))
    return library.load(pseudo.make_content(ROOT / "content", folder / "content")), catalogue


@pytest.fixture
def speaking(
    database: Database, person: Person, everything: tuple[Library, Catalogue], now: datetime
) -> Stage:
    """Give a dispatcher that speaks the language."""
    content, catalogue = everything
    stage = stage_with(database, content, now)
    indexes = {
        code: Index.build(content, code, t.lines("library-filler")) for code, t in catalogue.languages.items()
    }
    house = replace(stage.dispatcher.house, indexes=indexes, catalogue=catalogue)
    return Stage(replace(stage.dispatcher, house=house, catalogue=catalogue), stage.door)


async def test_a_language_made_of_files_alone_is_spoken_on_every_screen(speaking: Stage) -> None:
    screens = [
        *await walk(speaking, SPEAKER, most=MOST),
        *await walk(speaking, SPEAKER, GROUP, most=MOST),
    ]
    published = [escape(source.citation) for source in speaking.dispatcher.house.library.sources.values()]
    assert len(screens) > 300, "the walk came to hardly any screen, so it proves nothing"
    lines = {line for screen in screens for line in foreign(screen)}
    leaks = sorted(line for line in lines if not any(title in line for title in published))
    assert leaks == [], "\n".join(leaks)


@pytest.mark.parametrize("language", ["en", "es"])
async def test_every_screen_is_one_that_telegram_takes(stage: Stage, language: str) -> None:
    """Lengths count after the markup is read, as Telegram counts them."""
    who = {**ANA, "language_code": language}
    for screen in [*await walk(stage, who, most=MOST), *await walk(stage, who, GROUP, most=MOST)]:
        text, _ = parse_html(screen.text)
        assert 0 < len(text) <= (BESIDE if screen.picture or screen.document else ALONE), text
        assert [key.label for row in screen.keys for key in row if len(key.label) > LABEL] == []


def foreign(screen: Screen) -> Iterator[str]:
    """Yield the lines of a screen and the labels of its buttons that hold a word of another language."""
    for line in screen.text.split("\n"):
        if PLAIN_VOWEL.search(NEUTRAL.sub("", line)):
            yield line
    for row in screen.keys:
        yield from (key.label for key in row if PLAIN_VOWEL.search(NEUTRAL.sub("", key.label)))
