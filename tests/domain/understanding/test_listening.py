"""Which warning signs raise the alarm, and which a question."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.safety import Alarm, Tier
from bot.domain.understanding import meanings as m
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.likely import BUCKETS, Guess, Likely
from bot.domain.understanding.listening import BY_STATISTICS, Sign, ask_first, bare, drowned, listen
from bot.domain.understanding.vocabulary import SIGNS, Vocabulary

LISTED_A = Alarm(Tier.A, "chest-pain", "en")
LISTED_B = Alarm(Tier.B, "fever", "en")


def ear(a: float, none: float) -> Likely:
    """Return a model that hears the same in every text: these are its scores."""
    return Likely(("a", "b", "crisis", "none"), (a, 0.0, 0.0, none), bytes(BUCKETS), bytes(BUCKETS * 4), 1.0)


DEAF, FAINT, UNSURE, LOUD = ear(0, 9), ear(0, 4.5), ear(0, 2.5), ear(9, 0)


def test_without_statistics_the_lists_decide() -> None:
    assert listen(None, None, (), "en") is None
    sign = listen(LISTED_B, None, (), "en")
    assert sign is not None
    assert sign.sure


def test_the_statistics_raise_the_alarm_by_themselves() -> None:
    sign = listen(None, LOUD, (), "es")
    assert sign is not None
    assert sign.sure
    assert sign.alarm == Alarm(Tier.A, BY_STATISTICS, "es")


def test_where_they_are_not_sure_there_is_a_question() -> None:
    sign = listen(None, UNSURE, (), "en")
    assert sign is not None
    assert not sign.sure


def test_what_sounds_like_no_sign_is_none() -> None:
    assert listen(None, DEAF, (), "en") is None


@pytest.mark.parametrize(
    ("listed", "ear", "sure"),
    [(LISTED_A, FAINT, True), (LISTED_B, FAINT, False), (LISTED_A, DEAF, False), (LISTED_B, UNSURE, False)],
)
def test_a_listed_sign_that_sounds_like_none_is_asked_about_a_grave_one_later(
    listed: Alarm, ear: Likely, sure: bool
) -> None:
    sign = listen(listed, ear, (), "en")
    assert sign is not None
    assert sign.alarm == listed
    assert sign.sure is sure


CRISIS = Alarm(Tier.CRISIS, "self-harm", "en")


def test_words_of_self_harm_that_sound_like_none_are_asked_about_with_the_way_to_help(more: Heard) -> None:
    sign = listen(CRISIS, DEAF, (), "en")
    assert sign is not None
    assert not sign.sure
    asked = ask_first(sign, m.Do(m.Deed.STOP), more)
    assert asked == m.Unsure((m.Read("crisis"), m.Do(m.Deed.STOP)), m.Doubt.CRISIS)


def test_words_of_self_harm_that_hardly_sound_like_none_are_sure() -> None:
    sign = listen(CRISIS, FAINT, (), "en")
    assert sign is not None
    assert sign.sure


HEARD = Sign(LISTED_B, sure=False, share=0.4)


@pytest.fixture
def alone(vocabulary: Vocabulary) -> Heard:
    """Give pain, and nothing else."""
    return vocabulary.listen("my neck hurts", "en", date(2026, 11, 25)).heard


@pytest.fixture
def more(vocabulary: Vocabulary) -> Heard:
    """Give pain, and something else."""
    return vocabulary.listen("it hurts when i sneeze", "en", date(2026, 11, 25)).heard


def test_the_question_names_what_else_may_be_meant(more: Heard) -> None:
    pause = m.Pause()
    assert ask_first(HEARD, pause, more) == m.Unsure((m.Open(m.Page.SAFETY), pause), m.Doubt.SIGN)
    assert ask_first(HEARD, None, more) == m.Unsure((m.Open(m.Page.SAFETY),), m.Doubt.SIGN)
    asked = m.Unsure((pause,), m.Doubt.REST)
    assert ask_first(HEARD, asked, more) == m.Unsure((m.Open(m.Page.SAFETY), pause), m.Doubt.SIGN)


def test_pain_that_hardly_sounds_like_a_sign_is_pain(alone: Heard, more: Heard) -> None:
    assert ask_first(Sign(LISTED_B, sure=False, share=0.12), m.Pain(4), more) == m.Pain(4)
    assert isinstance(ask_first(HEARD, m.Pain(4), more), m.Unsure)


def test_pain_and_nothing_else_is_doubted_later(alone: Heard, more: Heard) -> None:
    likely = Sign(Alarm(Tier.B, BY_STATISTICS, "en"), sure=False, share=0.6)
    assert isinstance(ask_first(likely, m.Pain(4), alone), m.Unsure)
    sign = Sign(Alarm(Tier.B, BY_STATISTICS, "en"), sure=False, share=0.4)
    assert ask_first(sign, m.Pain(), alone) == m.Pain()
    assert isinstance(ask_first(sign, m.Pain(), more), m.Unsure)


@pytest.fixture
def deaf(vocabulary: Vocabulary) -> Vocabulary:
    """Give a vocabulary whose statistics hear a sign nowhere."""
    return replace(vocabulary, learnt=lambda _: {SIGNS: DEAF})


def test_pain_with_words_of_an_emergency_is_asked_about_however_it_sounds(more: Heard) -> None:
    assert isinstance(ask_first(Sign(LISTED_A, sure=False, share=0.005), m.Pain(4), more), m.Unsure)
    likely = Alarm(Tier.A, BY_STATISTICS, "en")
    assert ask_first(Sign(likely, sure=False, share=0.12), m.Pain(4), more) == m.Pain(4)


def test_a_listed_sign_far_down_in_a_long_text_is_sure(deaf: Vocabulary) -> None:
    """Of a long text the beginning alone is understood: nobody would be asked."""
    day, sign = date(2026, 11, 25), "i have crushing chest pain"
    assert deaf.listen(sign, "en", day).alarm() is None
    alarm = deaf.listen(
        "I sit at my desk all day and would like to stretch more often. " * 4 + sign, "en", day
    ).alarm()
    assert alarm is not None
    assert alarm.tier is Tier.A


@pytest.mark.parametrize(("text", "language"), [("quiero morir", "en"), ("numb legs", "es")])
def test_statistics_of_one_language_doubt_no_sign_of_another(
    deaf: Vocabulary, text: str, language: str
) -> None:
    assert deaf.listen(text, language, date(2026, 11, 25)).alarm() is not None


def test_an_emergency_said_with_hardly_another_word_is_not_doubted() -> None:
    assert bare(LISTED_A, ("heart", "attack"))
    assert not bare(LISTED_A, ("the", "end", "was", "a", "heart", "attack"))
    assert bare(CRISIS, ("quiero", "morir"))
    assert not bare(LISTED_B, ("fever",))
    assert not bare(None, ("hello",))


def test_a_faint_likeness_in_a_sure_wish_is_no_question() -> None:
    faint = Sign(Alarm(Tier.A, BY_STATISTICS, "en"), sure=False, share=0.2)
    assert drowned(faint, Guess("add-reminder", 0.95))
    assert not drowned(faint, Guess("add-reminder", 0.6))
    assert not drowned(faint, Guess("pain", 0.95))
    assert not drowned(replace(faint, share=0.4), Guess("add-reminder", 0.95))
    assert not drowned(replace(faint, alarm=Alarm(Tier.CRISIS, BY_STATISTICS, "en")), Guess("bye", 0.99))
    assert not drowned(replace(faint, alarm=Alarm(Tier.B, "fall", "en")), Guess("add-reminder", 0.95))
