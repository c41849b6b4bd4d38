"""The questions that ship with the coach."""

from bot.domain.exercises import Library
from bot.domain.safety import Tier
from bot.domain.screening import DONE, Gate, Given


def test_nothing_to_report_takes_at_most_nine_taps(real_library: Library) -> None:
    screening = real_library.screening
    given: Given = {}
    taps = 0
    while question := screening.next(given):
        given = screening.answer(given, question.slug, DONE if question.many else question.choices[0].slug)
        taps += 1
    assert taps <= 9
    assert screening.outcome(given).gate is Gate.OPEN
    assert screening.outcome(given).flags == frozenset()


def test_every_flag_of_an_answer_is_known_and_every_flag_can_be_said(real_library: Library) -> None:
    said = {f for q in real_library.screening.questions for c in q.choices for f in c.flags}
    assert said == set(real_library.matrix.flags)


def test_urgent_answers_end_the_questions_and_others_do_not(real_library: Library) -> None:
    for question in real_library.screening.questions:
        for choice in question.choices:
            assert choice.ends is (choice.tier is Tier.A or choice.slug == "under-18")


def test_every_word_is_there_in_english_and_spanish_and_fits_a_button(real_library: Library) -> None:
    for question in real_library.screening.questions:
        assert set(question.texts) == {"en", "es"}
        for choice in question.choices:
            assert set(choice.names) == {"en", "es"}
            assert all(len(name) <= 22 for name in choice.names.values())


def test_it_asks_again_after_a_year(real_library: Library) -> None:
    assert real_library.screening.months == 12
