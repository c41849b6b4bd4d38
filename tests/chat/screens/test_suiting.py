"""What suits somebody, in words."""

import pytest

from bot.chat.screens.suiting import changes, flags, note, notice
from bot.domain.exercises import Entry, Library
from bot.domain.screening import CHECK_FIRST
from bot.domain.suiting import Limits, Suited, suit
from bot.texts import Texts
from tests import builders

SHOULDER = "“Shoulder that slipped out, or is frozen”"
BACK = "“Low back sore on bending”"


def suited(library: Library, limits: Limits, *slugs: str) -> Suited:
    """Return what is left of exercises in their standard form."""
    found = [library.exercises[slug] for slug in slugs]
    return suit([Entry(one.slug, "standard", one.standard.dose) for one in found], library, limits)


def test_it_says_what_was_left_out_and_what_took_another_form(t: Texts, real_library: Library) -> None:
    """One sentence for each reason, with all exercises that it concerns."""
    limits = Limits(frozenset({"low-back-sore", "shoulder-unstable"}))
    changed = suited(real_library, limits, "i-y-t", "doorway-stretch", "push-up", "scapular-squeeze").changed
    assert changes(t, real_library, changed).split("\n") == [
        f"Left out because of {SHOULDER} and {BACK}: I-Y-T Raise.",
        f"Left out because of {SHOULDER}: Doorway Chest Stretch.",
        f"In a form that suits {SHOULDER} and {BACK}: Push-Up.",
    ]


def test_what_wants_a_professional_says_so(t: Texts, real_library: Library) -> None:
    changed = suited(real_library, Limits(frozenset({"surgery"})), "push-up").changed
    assert changes(t, real_library, changed).startswith("Left out until a professional agrees, because of")


@pytest.mark.parametrize(
    ("limits", "key"),
    [(Limits(breathing=True), "care-only-breathing"), (Limits(gentle=True), "care-only-gentle")],
)
def test_what_holds_for_all_is_said_once(t: Texts, real_library: Library, limits: Limits, key: str) -> None:
    changed = suited(real_library, limits, "push-up", "band-row", "belly-breathing").changed
    assert changes(t, real_library, changed) == t(key)


def test_nothing_changed_says_nothing(t: Texts, real_library: Library) -> None:
    assert changes(t, real_library, ()) == ""


def test_an_exercise_says_how_it_suits_every_set_of_limits(t: Texts, real_library: Library) -> None:
    """Every verdict has a sentence, and none names a flag by its slug."""
    for exercise in real_library.exercises.values():
        for form in exercise.variations:
            for flag in real_library.matrix.flags:
                verdict = Limits(frozenset({flag})).judge(exercise, form.slug, real_library.matrix)
                said = note(t, real_library, exercise, verdict, flagged=True)
                assert said
                assert f"“{flag}”" not in said


def test_somebody_without_flags_reads_nothing(t: Texts, real_library: Library) -> None:
    exercise = real_library.exercises["push-up"]
    for limits in (Limits(), Limits(gentle=True), Limits(nothing=True)):
        verdict = limits.judge(exercise, "standard", real_library.matrix)
        assert note(t, real_library, exercise, verdict, flagged=False) is None


def test_while_a_sign_waits_it_says_not_before_a_look(t: Texts, real_library: Library) -> None:
    exercise = real_library.exercises["push-up"]
    verdict = Limits(breathing=True).judge(exercise, "standard", real_library.matrix)
    assert verdict.because == (CHECK_FIRST,)
    assert note(t, real_library, exercise, verdict, flagged=False) == t("care-note-check-first")


def test_a_flag_that_content_no_longer_has_is_left_unsaid(t: Texts, real_library: Library) -> None:
    assert flags(t, real_library, ("gone", "latex")) == "“Latex allergy”"


def test_a_library_without_a_notice_gives_none(t: Texts, real_library: Library) -> None:
    assert notice(t, builders.library()) == ()
    assert "See a doctor first" in notice(t, real_library)[0]


def test_a_form_that_is_fine_reads_as_fine(t: Texts, real_library: Library) -> None:
    exercise = real_library.exercises["push-up"]
    verdict = Limits(frozenset({"dizzy"})).judge(exercise, "wall", real_library.matrix)
    assert note(t, real_library, exercise, verdict, flagged=True) == t("care-note-ok")
