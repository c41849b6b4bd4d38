"""Words of alarm: how they are read, and what their author is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.safety import Alarm, Tier
from bot.library import check, load

FILE = "safety/words.en.yaml"
CASES = [
    (
        "[<pain> chest,",
        "[<pian> chest,",
        f"{FILE} line 10: there is no set 'pian'; write pain",
    ),
    (
        "chest ... hurts",
        "chest ...",
        f"{FILE} line 10: the phrase 'chest ...' must begin and end with a word",
    ),
    ("tier: a", "tier: c", f"{FILE} line 9: tier is 'c'; write one of a, b, crisis"),
    (
        "pain: [pain, ache]",
        "pain: [pain, sore spot]",
        f"{FILE} line 6: a set holds single words, and 'sore spot' is not one: write a phrase",
    ),
    (
        "either: [or]\n",
        "",
        f"{FILE} line 1: either is missing: write a list of words, such as [the, my, very]",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[2][:60])
def test_it_says_what_is_wrong(spoil: Callable[..., list[str]], case: tuple[str, str, str]) -> None:
    before, after, sentence = case
    assert spoil(FILE, before, after) == [sentence]


def test_phrases_are_read_with_their_sets_and_gaps(content_tree: Path) -> None:
    words = load(content_tree).words["en"]
    assert words.hear("an ache, my chest") == Alarm(Tier.A, "chest-pain", "en")
    assert words.hear("my chest always hurts") == Alarm(Tier.A, "chest-pain", "en")
    assert words.hear("no ache in any chest") is None


def test_words_in_english_must_be_there(content_tree: Path) -> None:
    (content_tree / FILE).rename(content_tree / "safety/words.es.yaml")
    assert [str(problem) for problem in check(content_tree)] == [
        f"{FILE}: this file is missing: add the words of alarm in English"
    ]
