"""The words of alarm that ship, against what people type: see ``tests/domain/safety_*.yaml``."""

from pathlib import Path
from time import perf_counter

import pytest
import yaml

from bot.domain.exercises import Library
from bot.domain.safety import Tier, alarm

TABLES = {
    path.stem.removeprefix("safety_"): yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in (Path(__file__).parents[1] / "domain").glob("safety_*.yaml")
}
FALSE_ALARMS = 0.02


def said(language: str, *kinds: str) -> list[str]:
    """Return the phrases of a table."""
    return [str(phrase) for kind in kinds for phrase in TABLES[language][kind]]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_tables_are_large_enough_to_mean_something(language: str) -> None:
    assert len(set(said(language, "a", "b"))) >= 120
    assert len(set(said(language, "ordinary"))) >= 200


@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("language", ["en", "es"])
def test_it_hears_every_alarm(real_library: Library, language: str, tier: Tier) -> None:
    missed = [
        phrase
        for phrase in said(language, tier.value)
        if (heard := alarm(phrase, real_library.words.values())) is None or heard.tier is not tier
    ]
    assert missed == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_hears_alarms_without_accents_and_in_capitals(real_library: Library, language: str) -> None:
    for phrase in said(language, "a"):
        assert alarm(phrase.upper(), real_library.words.values()), phrase


@pytest.mark.parametrize("language", ["en", "es"])
def test_ordinary_words_raise_hardly_any_alarm(real_library: Library, language: str) -> None:
    phrases = said(language, "ordinary")
    false = [phrase for phrase in phrases if alarm(phrase, real_library.words.values())]
    assert len(false) < FALSE_ALARMS * len(phrases), false


def test_no_name_of_an_exercise_or_routine_is_an_alarm(real_library: Library) -> None:
    names = [
        name
        for exercise in real_library.exercises.values()
        for words in exercise.texts.values()
        for name in (words.name, *words.aliases, *words.misspellings)
    ]
    names += [words.name for routine in real_library.routines.values() for words in routine.texts.values()]
    assert [name for name in names if alarm(name, real_library.words.values())] == []


def test_listening_takes_under_a_millisecond(real_library: Library) -> None:
    """The best of three rounds, so that a busy machine does not matter."""
    phrases = said("en", "a", "b", "ordinary")
    rounds = []
    for _ in range(3):
        begun = perf_counter()
        for phrase in phrases:
            alarm(phrase, real_library.words.values())
        rounds.append((perf_counter() - begun) / len(phrases))
    assert min(rounds) < 0.001
