"""How much of what people type is understood, and that nothing is ever changed by a misunderstanding.

``<language>.yaml`` was used while the phrases were written; ``more-<language>.yaml`` was written before they
were looked at, then used to widen them; ``held-out-<language>.yaml`` was used for neither.
"""

from collections.abc import Sequence
from time import thread_time

import pytest

from bot.domain.exercises import Library
from bot.domain.safety import alarm
from bot.domain.understanding.understand import Vocabulary, understand
from tests.corpus.readings import TODAY, Outcome, corpus, outcome, said, vocabulary

LANGUAGES = ("en", "es")
FILES = tuple((f"{kind}{language}.yaml", language) for kind in ("", "more-") for language in LANGUAGES)
GOAL = 0.97
HELD_OUT = {"en": 0.91, "es": 0.89}
"""What is reached on phrases that nobody looked at while writing; to be raised, never lowered."""
HELD_OUT_WRONG = {"en": 1, "es": 1}
"""How many of them are taken for another change than was meant; to be lowered, never raised."""
HELD_OUT_MISSED = {"en": 2, "es": 4}
"""How many of their warning signs are missed; to be lowered, never raised."""
FALSE_ALARMS = 0.02
MOST = 0.005
"""Seconds that a phrase may take, at the 99th of a hundred."""


@pytest.fixture(scope="module")
def words(real_library: Library) -> Vocabulary:
    """Give the vocabulary of what is shipped."""
    return vocabulary(real_library)


def outcomes(name: str, language: str, words: Vocabulary) -> list[Outcome]:
    """Understand all phrases of a file."""
    return [outcome(one, words) for one in said(name, language)]


def share(found: Sequence[Outcome]) -> float:
    """Return which part was understood."""
    return sum(one.right for one in found) / len(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_corpus_is_large_enough_to_mean_something(language: str) -> None:
    assert len({one.text for one in said(f"{language}.yaml", language)}) >= 260


@pytest.mark.parametrize(("name", "language"), FILES)
def test_it_understands_what_people_type(words: Vocabulary, name: str, language: str) -> None:
    found = outcomes(name, language, words)
    assert share(found) >= GOAL, [(one.said.text, one.meaning) for one in found if not one.right]


@pytest.mark.parametrize(("name", "language"), FILES)
def test_it_never_takes_one_change_for_another(words: Vocabulary, name: str, language: str) -> None:
    found = outcomes(name, language, words)
    assert [(one.said.text, one.meaning) for one in found if one.silently_wrong] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_understands_phrases_that_were_held_out(words: Vocabulary, language: str) -> None:
    """Told as a share alone: who reads the phrases that fail will write words for them."""
    found = outcomes(f"held-out-{language}.yaml", language, words)
    if not found:
        pytest.skip("nothing was held out in this language")
    assert share(found) >= HELD_OUT[language]
    assert sum(one.silently_wrong for one in found) <= HELD_OUT_WRONG[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_hears_warning_signs_that_were_held_out(words: Vocabulary, language: str) -> None:
    """Told as numbers alone, as above."""
    file = corpus(f"held-out-{language}.yaml")
    if not file:
        pytest.skip("nothing was held out in this language")
    missed = sum(words.alarm(one["say"], language, TODAY) is None for one in file["alarms"])
    assert missed <= HELD_OUT_MISSED[language]
    false = sum(words.alarm(one, language, TODAY) is not None for one in file["ordinary"])
    assert false <= FALSE_ALARMS * len(file["ordinary"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_understands_capitals_and_missing_accents_alike(words: Vocabulary, language: str) -> None:
    for one in said(f"{language}.yaml", language):
        assert understand(one.text.upper(), language, words, TODAY) == understand(
            one.text, language, words, TODAY
        ), one.text


@pytest.mark.parametrize(("name", "language"), FILES)
def test_it_hears_every_alarm_and_hardly_a_false_one(real_library: Library, name: str, language: str) -> None:
    """Whoever writes one language may be listened to in another: all of them listen to all."""
    assert language in real_library.words
    file = corpus(name)
    listening = real_library.words.values()
    assert [a["say"] for a in file["alarms"] if alarm(a["say"], listening) is None] == []
    false = [said_ for said_ in file["ordinary"] if alarm(said_, listening)]
    assert len(false) <= FALSE_ALARMS * len(file["ordinary"]), false


def test_a_phrase_takes_less_than_five_milliseconds(words: Vocabulary) -> None:
    """The best of three rounds, in time of our own, so that a busy machine does not decide."""
    phrases = [*said("en.yaml", "en"), *said("es.yaml", "es")]
    rounds = []
    for _ in range(3):
        times = []
        for one in phrases:
            begun = thread_time()
            understand(one.text, one.language, words, TODAY)
            times.append(thread_time() - begun)
        rounds.append(sorted(times)[len(times) * 99 // 100])
    assert min(rounds) < MOST
