"""Which exercise in which form a person's flags allow, with invented flags."""

from bot.domain.matrix import Answer, Flag, Matrix, Rule, Verdict

MATRIX = Matrix(
    {
        "neck": Flag(
            "neck", {"cat-cow": Rule(Answer.ADAPT, ("low", "standard"))}, {"en": "Neck", "es": "Cuello"}
        ),
        "floor": Flag("floor", {"cat-cow": Rule(Answer.ADAPT, ("standard", "chair"))}, {"en": "Floor"}),
        "wrist": Flag("wrist", {"cat-cow": Rule(Answer.ADAPT, ("low",))}, {"en": "Wrist"}),
        "fresh": Flag("fresh", {"cat-cow": Rule(Answer.ASK)}, {"en": "Fresh"}),
        "dizzy": Flag("dizzy", {"cat-cow": Rule(Answer.SKIP)}, {"en": "Dizzy"}),
    }
)


def judge(variation: str, *flags: str) -> Verdict:
    """Judge the cat cow."""
    return MATRIX.judge("cat-cow", variation, flags)


def test_without_flags_every_form_is_fine() -> None:
    assert judge("harder") == Verdict(Answer.OK, "harder")


def test_unknown_flags_and_unnamed_exercises_say_nothing() -> None:
    assert judge("harder", "moon") == Verdict(Answer.OK, "harder")
    assert MATRIX.judge("row", "standard", ["dizzy"]) == Verdict(Answer.OK, "standard")


def test_a_form_that_suits_the_flag_stays_and_calls_for_care() -> None:
    assert judge("standard", "neck") == Verdict(Answer.OK, "standard", ("neck",))


def test_another_form_becomes_the_best_that_suits() -> None:
    assert judge("harder", "neck") == Verdict(Answer.ADAPT, "low", ("neck",))


def test_the_form_must_suit_every_flag() -> None:
    assert judge("low", "neck", "floor") == Verdict(Answer.ADAPT, "standard", ("neck", "floor"))


def test_where_no_form_suits_every_flag_it_is_skipped() -> None:
    assert judge("low", "floor", "wrist") == Verdict(Answer.SKIP, None, ("floor", "wrist"))


def test_the_strictest_answer_wins_and_names_its_flags_alone() -> None:
    assert judge("low", "neck", "fresh") == Verdict(Answer.ASK, None, ("fresh",))
    assert judge("low", "neck", "fresh", "dizzy") == Verdict(Answer.SKIP, None, ("dizzy",))


def test_a_flag_has_its_name_in_each_language_or_in_english() -> None:
    assert MATRIX.flags["neck"].name("es") == "Cuello"
    assert MATRIX.flags["floor"].name("es") == "Floor"


def test_a_flag_may_speak_of_all_other_exercises() -> None:
    wary = Matrix({"new": Flag("new", {"cat-cow": Rule(Answer.OK)}, {"en": "New"}, Answer.SKIP)})
    assert wary.judge("cat-cow", "standard", ["new"]) == Verdict(Answer.OK, "standard")
    assert wary.judge("row", "standard", ["new"]) == Verdict(Answer.SKIP, None, ("new",))
