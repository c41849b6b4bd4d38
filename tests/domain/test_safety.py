"""Warning signs in typed words: how they are heard, with a few invented words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.safety import Alarm, Part, Phrase, Tier, Words, alarm, plain


def phrase(sign: str, tier: Tier, *parts: str) -> Phrase:
    """Return a phrase; a part that begins with ``~`` is loose, and ``a/b`` is either word."""
    made = [Part(frozenset(part.lstrip("~").split("/")), part.startswith("~")) for part in parts]
    return Phrase(sign, tier, tuple(made))


NOTHING: frozenset[str] = frozenset()
WORDS = Words(
    language="en",
    phrases=(
        phrase("chest", Tier.A, "pain/pains", "chest"),
        phrase("chest", Tier.A, "chest", "~hurts"),
        phrase("breath", Tier.A, "cant", "breathe"),
        phrase("fever", Tier.B, "fever"),
    ),
    filler=frozenset({"in", "my", "the"}),
    no=frozenset({"no", "not"}),
    after_no=frozenset({"any", "rash"}),
    either=frozenset({"or"}),
    ordinary=(("chest", "stretch"), ("hay", "fever")),
    lookalikes=frozenset({"never"}),
)


@pytest.mark.parametrize(
    "typed",
    [
        "pain in my chest",
        "PAIN IN MY CHEST!!!",
        "pains, the chest",
        "páin in my chést",
        "pain in my chesst",
        "paaaain in my chest",
        "can't breathe",
        "can’t breathe",
        "chest stretch and now pain in my chest",
        "my chest, it really hurts",
    ],
)
def test_it_hears_a_sign_however_it_is_typed(typed: str) -> None:
    heard = WORDS.hear(typed)
    assert heard is not None
    assert heard.tier is Tier.A


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "pain. Chest stretch",
        "pain. My chest is fine",
        "pain somewhere near the chest",
        "hay fever",
        "never",
    ],
)
def test_it_hears_nothing_in_other_words(typed: str) -> None:
    assert WORDS.hear(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "no pain in my chest",
        "not any fever",
        "no fever or pain in chest",
        "no rash, fever or pain in my chest",
    ],
)
def test_what_is_denied_is_no_alarm(typed: str) -> None:
    assert WORDS.hear(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "no fever, pain in my chest",
        "no. Pain in my chest",
        "no fever but pain in my chest",
        "not sure: pain in my chest",
        "no idea why the chest hurts",
        "no sleep or rest, pain in my chest",
    ],
)
def test_what_may_be_meant_is_an_alarm(typed: str) -> None:
    assert WORDS.hear(typed) == Alarm(Tier.A, "chest", "en")


ANYHOW = Words(
    language="en",
    phrases=(
        Phrase("legs", Tier.A, (Part(frozenset({"legs"})), Part(frozenset({"numb", "weak"}))), anyhow=True),
        Phrase("fall", Tier.B, (Part(frozenset({"fell"})),), heals=True),
        Phrase("self-harm", Tier.CRISIS, (Part(frozenset({"die"})),)),
    ),
    filler=frozenset({"my", "both", "are"}),
    no=frozenset({"no", "not"}),
    after_no=NOTHING,
    either=NOTHING,
    turns=frozenset({"but"}),
    long_ago=(("years", "ago"),),
)


@pytest.mark.parametrize(
    "typed",
    ["my legs are numb", "numb, my legs", "legs: both weak", "legs feel somehow quite numb", "lges numb"],
)
def test_the_words_of_a_sign_may_stand_in_any_order(typed: str) -> None:
    assert ANYHOW.hear(typed) == Alarm(Tier.A, "legs", "en")


@pytest.mark.parametrize(
    "typed",
    [
        "numb. My legs are fine",
        "my legs are tired but my hand is numb",
        "no numb legs",
        "legs not numb",
        "legs were moving fast while the music was numb",
    ],
)
def test_words_that_are_about_something_else_are_no_sign(typed: str) -> None:
    assert ANYHOW.hear(typed) is None


def test_what_was_long_ago_is_no_sign_where_it_heals() -> None:
    assert ANYHOW.hear("i fell off a tree") is not None
    assert ANYHOW.hear("i fell off a tree years ago") is None
    assert ANYHOW.hear("i fell off a tree. Years ago i was fine") is not None
    assert ANYHOW.hear("my legs are numb since years ago") is not None


def test_words_of_self_harm_come_before_all() -> None:
    assert ANYHOW.hear("my legs are numb and i want to die") == Alarm(Tier.CRISIS, "self-harm", "en")


def test_each_tier_has_a_card() -> None:
    assert [tier.card for tier in sorted(Tier, key=lambda tier: tier.rank)] == ["crisis", "tier-a", "tier-b"]


def test_the_most_urgent_sign_counts() -> None:
    assert WORDS.hear("fever, and I cant breathe") == Alarm(Tier.A, "breath", "en")


def test_every_language_listens_and_the_first_wins_among_equals() -> None:
    other = Words("es", (phrase("fiebre", Tier.B, "fiebre"),), NOTHING, NOTHING, NOTHING, NOTHING)
    assert alarm("tengo fiebre", [WORDS, other]) == Alarm(Tier.B, "fiebre", "es")
    assert alarm("fiebre, fever", [WORDS, other]) == Alarm(Tier.B, "fever", "en")
    assert alarm("fiebre, pain in chest", [other, WORDS]) == Alarm(Tier.A, "chest", "en")
    assert alarm("nada", []) is None


def test_a_right_word_of_another_language_is_no_typo() -> None:
    other = Words("es", (phrase("x", Tier.B, "fevers"),), NOTHING, NOTHING, NOTHING, NOTHING)
    assert other.hear("fever") is not None
    assert other.beside([WORDS]).hear("fever") is None


def test_plain_words_have_no_accents_apostrophes_or_marks() -> None:
    assert plain("¡No PUEDO, caminar! can't") == ("no", "puedo", "caminar", "cant")


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(typed: str) -> None:
    assert WORDS.hear(typed) is None or WORDS.hear(typed.upper()) is not None
