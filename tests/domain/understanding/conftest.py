"""Fixtures of understanding: the vocabulary that ships, and a short way to ask it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.domain.understanding.heard import Heard, hear
from bot.domain.understanding.meanings import Meaning
from bot.domain.understanding.normal import fold
from bot.domain.understanding.understand import understand
from bot.domain.understanding.vocabulary import Vocabulary
from bot.library.learnt import learnt_reader

TODAY = date(2026, 11, 25)  # a Wednesday

Ask = Callable[..., Meaning]
Hear = Callable[..., Heard]


@pytest.fixture(scope="session")
def vocabulary(real_library: Library) -> Vocabulary:
    """Give what the coach builds at its start."""
    return Vocabulary.build(real_library, {c: Index.build(real_library, c, ()) for c in ("en", "es")})


@pytest.fixture(scope="session")
def ask_as_shipped(vocabulary: Vocabulary) -> Ask:
    """Give the same with the statistics, which settle what is a question to the rules alone."""
    shipped = replace(vocabulary, learnt=learnt_reader(Path(__file__).parents[3] / "content"))
    return lambda text, language="en", today=TODAY: understand(text, language, shipped, today)


@pytest.fixture(scope="session")
def ask(vocabulary: Vocabulary) -> Ask:
    """Give a function that understands a text, in English unless told otherwise."""
    return lambda text, language="en", today=TODAY: understand(text, language, vocabulary, today)


@pytest.fixture(scope="session")
def listen(vocabulary: Vocabulary) -> Hear:
    """Give a function that hears a text, in English unless told otherwise."""

    def heard(text: str, language: str = "en") -> Heard:
        tokens = fold(text)
        return hear(vocabulary.lexicons[language].pieces(tokens), tokens, TODAY)

    return heard
