"""How much of what people type is understood, and that nothing is ever changed by a misunderstanding.

``<language>.yaml`` was used while the phrases were written; ``more-<language>.yaml`` was written before they
were looked at, then used to widen them. ``build-<language>-*.yaml`` are long, indirect and odd on purpose;
rules and statistics were made with them. ``held-out-``, ``untouched-``, ``final-``, ``fresh-``, ``last-``,
``new-`` and ``unseen-<language>.yaml`` were used for none of it: they tell how people are understood who were
never heard before. Of all but the last, the kinds of what failed were looked at while rules were mended, so
the last one tells most. A second reader checked the labels of the last two before they were measured.
"""

from collections.abc import Sequence
from pathlib import Path
from time import thread_time

import pytest

from bot.domain.exercises import Library
from bot.domain.safety import alarm
from bot.domain.understanding import meanings as m
from bot.domain.understanding.understand import understand
from bot.domain.understanding.vocabulary import Vocabulary
from tests.corpus.readings import HERE, TODAY, Outcome, corpus, outcome, said, vocabulary

LANGUAGES = ("en", "es")
FILES = tuple((f"{kind}{language}.yaml", language) for kind in ("", "more-") for language in LANGUAGES)
GOAL = 0.97
NEW = {
    ("held-out", "en"): (0.98, 0, 0),
    ("held-out", "es"): (0.965, 0, 0),
    ("untouched", "en"): (0.98, 0, 1),
    ("untouched", "es"): (0.97, 0, 0),
    ("final", "en"): (0.96, 0, 0),
    ("final", "es"): (0.94, 1, 1),
    ("fresh", "en"): (0.98, 0, 0),
    ("fresh", "es"): (0.98, 0, 0),
    ("last", "en"): (0.97, 0, 0),
    ("last", "es"): (0.97, 0, 0),
    ("new", "en"): (0.965, 0, 0),
    ("new", "es"): (0.97, 0, 0),
    ("unseen", "en"): (0.97, 0, 0),
    ("unseen", "es"): (0.985, 0, 0),
}
"""What is reached on phrases that nobody looked at while writing: the share that is understood, how many are
taken for another change, how many warning signs are neither heard nor asked about. To be bettered, never let
go."""
BUILT = 0.92
"""What is understood at least of phrases that are odd on purpose."""
BUILT_WRONG = 0.0125
FALSE_ALARMS = 0.02
FALSE_NEW = 0.0125
"""False alarms among phrases that nothing was learnt from; measured 0.7 and 1.0 in a hundred."""
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


@pytest.mark.parametrize(("part", "language"), sorted(NEW))
def test_it_understands_people_whom_it_never_heard(words: Vocabulary, part: str, language: str) -> None:
    """Told as numbers alone: who reads the phrases that fail will write words for them."""
    right, wrong, _ = NEW[part, language]
    found = outcomes(f"{part}-{language}.yaml", language, words)
    assert share(found) >= right
    assert sum(one.silently_wrong for one in found) <= wrong


@pytest.mark.parametrize(("part", "language"), sorted(NEW))
def test_it_hears_their_warning_signs(words: Vocabulary, part: str, language: str) -> None:
    """A sign is met with a safety card, or with the question whether it is one."""
    file = corpus(f"{part}-{language}.yaml")
    assert sum(not heard(one["say"], language, words) for one in file["alarms"]) <= NEW[part, language][2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_raises_hardly_a_false_alarm(words: Vocabulary, language: str) -> None:
    """Counted over all parts: of a hundred phrases alone, one more or less says little."""
    ordinary = [one for part, spoken in NEW if spoken == language for one in _ordinary(part, language)]
    false = sum(words.listen(one, language, TODAY).alarm() is not None for one in ordinary)
    assert len(ordinary) > 700
    assert false <= FALSE_NEW * len(ordinary)


def _ordinary(part: str, language: str) -> list[str]:
    return [str(one) for one in corpus(f"{part}-{language}.yaml")["ordinary"]]


def heard(text: str, language: str, words: Vocabulary) -> bool:
    """Return whether a text raises the alarm, or the question whether it should."""
    meaning = understand(text, language, words, TODAY)
    asked = isinstance(meaning, m.Unsure) and meaning.doubt in {m.Doubt.SIGN, m.Doubt.CRISIS}
    return asked or isinstance(meaning, m.Alarmed)


@pytest.mark.parametrize("path", sorted(HERE.glob("build-*.yaml")), ids=lambda path: path.stem)
def test_it_understands_most_of_what_is_odd(words: Vocabulary, path: Path) -> None:
    found = outcomes(path.name, path.stem.split("-")[1], words)
    assert share(found) >= BUILT
    assert sum(one.silently_wrong for one in found) <= BUILT_WRONG * len(found)


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
