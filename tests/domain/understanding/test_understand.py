"""What typed words mean: never a change that was not meant."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.exercises import Place
from bot.domain.safety import Tier
from bot.domain.understanding import meanings as m
from bot.domain.understanding.lexicon import Phrases
from bot.domain.understanding.understand import understand
from bot.domain.understanding.vocabulary import Vocabulary

Ask = Callable[..., m.Meaning]
DOING = get_args(m.Doing)


def test_a_warning_sign_comes_before_everything(ask: Ask) -> None:
    meaning = ask("remind me at 8am, i have chest pain")
    assert isinstance(meaning, m.Alarmed)
    assert meaning.alarm.tier is Tier.A


@pytest.mark.parametrize(
    "said",
    [
        "dont delete my reminders",
        "skip tomorrow",
        "why pause",
        "should i stop",
        "what does pause do",
        "dont pause",
        "dont stop until monday",
        "dont skip today",
        "dont remove push ups",
    ],
)
def test_a_denial_is_no_wish(ask: Ask, said: str) -> None:
    assert not isinstance(ask(said), DOING)


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("exercises no floor", "en"),
        ("but not on the floor", "en"),
        ("i cant lie on the floor", "en"),
        ("avoid the floor", "en"),
        ("ejercicios que no sean en el suelo", "es"),
        ("nada en el piso", "es"),
        ("sin suelo", "es"),
    ],
)
def test_a_place_that_was_ruled_out_is_left_out(ask: Ask, said: str, language: str) -> None:
    meaning = ask(said, language)
    assert isinstance(meaning, m.Find)
    assert meaning.wish.places == frozenset(Place) - {Place.FLOOR}


def test_a_part_of_the_body_that_was_ruled_out_is_not_looked_for(ask: Ask) -> None:
    meaning = ask("something for my shoulders, not for my neck")
    assert isinstance(meaning, m.Find)
    assert meaning.wish.regions == {"shoulders"}


@pytest.mark.parametrize("said", ["remind me when i get to work", "remind me after my shower"])
def test_a_reminder_that_hangs_on_something_else_is_a_question(ask: Ask, said: str) -> None:
    meaning = ask(said)
    assert isinstance(meaning, m.Unsure)
    assert meaning.doubt is m.Doubt.RARE


@pytest.mark.parametrize(
    ("said", "language", "meaning"),
    [
        ("replace push ups with wall angels", "en", m.SwapMove("push-up", "wall-angel")),
        ("wall angels instead of push ups", "en", m.SwapMove("push-up", "wall-angel")),
        ("cambia las flexiones por gato vaca", "es", m.SwapMove("push-up", "seated-cat-cow")),
        ("no push-ups", "en", m.DropMove("push-up")),
        ("im ill", "en", m.Pause(because=m.Reason.ILL)),
        ("pain 6", "en", m.Pain(6)),
        ("stop the animations", "en", m.Pictures(still=True)),
        ("turn on animations", "en", m.Pictures(still=False)),
        ("no quiet hours", "en", m.QuietHours(off=True)),
        ("i'm in Mexico City", "en", m.SetZone("America/Mexico_City")),
        ("los ángeles", "es", m.Show("wall-angel")),
        ("quita los ángeles", "es", m.DropMove("wall-angel")),
        ("me mudé a los ángeles", "es", m.SetZone("America/Los_Angeles")),
        ("7 out of 10 today", "en", m.Pain(7)),
        ("hoy es un 6 de 10", "es", m.Pain(6)),
        ("hoy amanecí en 7 de dolor", "es", m.Pain(7)),
        ("10 more minutes", "en", m.Later(10)),
        ("lets do the rows", "en", m.Start("band-row")),
    ],
)
def test_it_understands(ask: Ask, said: str, language: str, meaning: m.Meaning) -> None:
    assert ask(said, language) == meaning


@pytest.mark.parametrize("said", ["recuérdame todos los días a las 7pm", "pausa hasta el lunes", "gracias"])
def test_it_understands_whichever_language_it_is_said_in(ask: Ask, said: str) -> None:
    assert ask(said, "en") == ask(said, "es")


@pytest.mark.parametrize("said", ["", " ", "🍕", "qwertyuiop", ":(", "((((", "?", "7", "-", "à"])
def test_it_takes_nothing_for_a_change(ask: Ask, said: str) -> None:
    assert not isinstance(ask(said), DOING)


def test_without_phrases_it_still_finds_exercises(vocabulary: Vocabulary) -> None:
    bare = Vocabulary({}, vocabulary.indexes, vocabulary.alarms, {})
    assert understand("cat cow", "en", bare, date(2026, 11, 25)) == m.Show("seated-cat-cow")
    assert understand("remind me at 8am", "en", bare, date(2026, 11, 25)) == m.Unknown()


SALAD = st.sampled_from(
    [
        "remind",
        "me",
        "pause",
        "until",
        "monday",
        "friday",
        "at",
        "7",
        "7am",
        "18:00",
        "except",
        "not",
        "dont",
        "every",
        "day",
        "week",
        "delete",
        "reminder",
        "add",
        "push",
        "ups",
        "wall",
        "angels",
        "swap",
        "stop",
        "in",
        "20",
        "minutes",
        "unless",
        "zorp",
        "quux",
        "and",
        "to",
        "from",
        "half",
        "past",
        "the",
        "2",
        "no",
        "only",
        "recuérdame",
        "hasta",
        "las",
        "mañana",
        "menos",
        "cada",
        "quita",
        "y",
        "lunes",
        "salvo",
    ]
)
EXCEPTION = re.compile(r"\bsalvo (lunes|monday|friday)\b")
"""Is read: every day but those."""
LEFT_OUT = {"lunes": 0, "monday": 0, "friday": 4}
MATTER = re.compile(r"\b(zorp|quux|unless|only|salvo)\b")


@given(words=st.lists(SALAD, min_size=1, max_size=9), language=st.sampled_from(["en", "es"]))
@settings(deadline=None, max_examples=400)
def test_a_word_that_was_not_read_never_passes(ask: Ask, words: list[str], language: str) -> None:
    """A salad with a word that nobody knows, or one that turns things around, changes nothing by itself."""
    text = " ".join(words)
    meaning = ask(text, language)
    if MATTER.search(EXCEPTION.sub("", text)):
        assert not isinstance(meaning, DOING), text
    elif isinstance(meaning, m.AddReminder):
        left_out = {LEFT_OUT[found[1]] for found in EXCEPTION.finditer(text)}
        assert not left_out & (meaning.times.weekdays or left_out), text


@given(text=st.text(max_size=120), language=st.sampled_from(["en", "es", "de"]))
@settings(deadline=None, max_examples=300)
def test_it_takes_any_text(ask: Ask, text: str, language: str) -> None:
    assert isinstance(ask(text, language), get_args(m.Meaning))


def test_phrases_are_joined_without_losing_any() -> None:
    own = Phrases("en", {("stop",): frozenset({("stop", None)})})
    both = own.joined({("stop",): frozenset({("exercise", "x")}), ("go",): frozenset({("start", None)})})
    assert both.said[("stop",)] == {("stop", None), ("exercise", "x")}
    assert ("go",) in both.said


def test_it_tells_which_words_it_did_not_understand(ask: Ask) -> None:
    meaning = ask("remind me at 8am blorp")
    assert isinstance(meaning, m.Unsure)
    assert meaning.unread == ("blorp",)


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("remind me at 8am because my wife snores", "en"),
        ("remind me to water the ficus at 8am", "en"),
        ("recuérdame a las 8 am porque siempre lo dejo", "es"),
    ],
)
def test_reasons_and_purposes_change_nothing(ask: Ask, said: str, language: str) -> None:
    assert ask(said, language) == m.AddReminder(m.Times(None, (time(8),)))


def test_a_time_inside_a_reason_is_not_dropped(ask: Ask) -> None:
    assert isinstance(ask("remind me at 8am because on fridays i sleep"), m.Unsure)


@pytest.mark.parametrize(
    ("text", "language", "card"),
    [
        ("will 2 mins a day do anything", "en", "small-doses-count"),
        ("my mum always shouted at me to keep my shoulders back, was she right", "en", "no-perfect-posture"),
        ("cuando estiro siento molestia, me estaré haciendo daño?", "es", "pain-and-harm"),
    ],
)
def test_a_question_finds_its_card_without_its_words(
    ask: Ask, ask_as_shipped: Ask, text: str, language: str, card: str
) -> None:
    assert ask_as_shipped(text, language) == m.Read(card)
    assert ask(text, language) != m.Read(card)  # by rules alone it does not
