"""Which meaning follows of the rules' and the statistics', and when there is a question."""

from datetime import date, time

import pytest

from bot.domain.understanding import meanings as m
from bot.domain.understanding.guard import guarded
from bot.domain.understanding.heard import Heard
from bot.domain.understanding.likely import Guess
from bot.domain.understanding.vocabulary import Vocabulary
from bot.domain.understanding.weighing import weigh

TODAY = date(2026, 11, 25)


def guesses(*told: tuple[str, float]) -> list[Guess]:
    return [Guess(kind, share) for kind, share in told]


@pytest.fixture
def nothing() -> Heard:
    return Heard((), TODAY, ())


def test_the_statistics_find_what_the_rules_do_not(nothing: Heard) -> None:
    assert weigh(None, guesses(("pause", 0.9)), nothing) == m.Pause()


def test_what_they_are_not_sure_of_is_a_question(nothing: Heard) -> None:
    said = weigh(None, guesses(("pause", 0.5), ("stop", 0.3)), nothing)
    assert said == m.Unsure((m.Pause(),), m.Doubt.REST)


def test_what_is_none_of_a_coachs_business_stays_unknown(nothing: Heard) -> None:
    assert weigh(None, guesses(("unknown", 0.9)), nothing) is None


def test_a_page_needs_less_than_a_change(nothing: Heard) -> None:
    assert weigh(None, guesses(("privacy", 0.5)), nothing) == m.Open(m.Page.PRIVACY)


def test_they_settle_a_question_in_which_the_rules_had_the_same_in_mind(nothing: Heard) -> None:
    asked = m.Unsure((m.Pause(), m.Do(m.Deed.STOP)), m.Doubt.REST, ("mother",))
    assert weigh(asked, guesses(("pause", 0.5)), nothing) == m.Pause()
    assert weigh(asked, guesses(("erase", 0.5)), nothing) != m.Do(m.Deed.ERASE)


def test_morning_or_evening_is_still_asked(nothing: Heard) -> None:
    asked = m.Unsure((m.AddReminder(), m.AddReminder(m.Times(count=2))), m.Doubt.HALF)
    assert weigh(asked, guesses(("add-reminder", 1.0)), nothing) == asked


def test_a_rule_that_cannot_be_kept_is_still_asked_about(nothing: Heard) -> None:
    asked = m.Unsure((m.AddReminder(),), m.Doubt.RARE)
    assert weigh(asked, guesses(("add-reminder", 1.0)), nothing) == asked


def test_a_change_with_a_strong_rival_is_asked_about(nothing: Heard) -> None:
    said = weigh(m.Do(m.Deed.ERASE), guesses(("pause", 0.9), ("erase", 0.05)), nothing)
    assert said == m.Unsure((m.Pause(), m.Do(m.Deed.ERASE)), m.Doubt.WHICH)


def test_the_same_wish_with_its_choice_is_no_rival(nothing: Heard) -> None:
    said = weigh(m.QuietHours(), guesses(("quiet-hours-off", 0.9), ("quiet-hours", 0.01)), nothing)
    assert said == m.QuietHours(off=True)


def test_another_wish_with_a_longer_name_is_a_rival(nothing: Heard) -> None:
    """To add a reminder is not to add an exercise."""
    said = weigh(m.AddMove("rows"), guesses(("add-reminder", 0.9), ("add", 0.05)), nothing)
    assert said == m.Unsure((m.AddReminder(), m.AddMove("rows")), m.Doubt.WHICH)


def test_a_change_that_both_found_is_clear(nothing: Heard) -> None:
    assert weigh(m.Pause(), guesses(("later", 0.5), ("pause", 0.4)), nothing) == m.Pause()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("dont pause", "pause"),
        ("please do not delete my reminders", "delete-reminder"),
        ("remind me at 7am unless it rains", "add-reminder"),
    ],
)
def test_what_may_turn_it_around_is_never_passed_over(vocabulary: Vocabulary, text: str, kind: str) -> None:
    heard = vocabulary.listen(text, "en", TODAY).heard
    asked = m.Unsure((m.Pause(), m.AddReminder()), m.Doubt.REST)
    assert isinstance(guarded(weigh(asked, guesses((kind, 0.99)), heard), heard), m.Unsure)


@pytest.mark.parametrize(
    ("text", "kind"), [("add cat cow at 8 am", "add"), ("no more rows on mondays", "drop")]
)
def test_a_time_that_does_not_belong_is_not_dropped(vocabulary: Vocabulary, text: str, kind: str) -> None:
    heard = vocabulary.listen(text, "en", TODAY).heard
    assert heard.items
    asked = m.Unsure((m.AddMove("seated-cat-cow"), m.DropMove("band-row")), m.Doubt.REST)
    assert isinstance(weigh(asked, guesses((kind, 0.99)), heard), m.Unsure)


def test_a_very_short_text_that_the_rules_know_is_theirs(vocabulary: Vocabulary) -> None:
    heard = vocabulary.listen("hasta mañana", "es", TODAY).heard
    bye = m.Open(m.Page.BYE)
    assert weigh(bye, guesses(("pause", 0.95)), heard) == bye


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("remind me daily at 7.15 pm thats when the news is over", False),
        ("remind me daily at 7.15 pm when my back hurts", True),
        ("remind me daily at 7.15 pm when the kids are in bed", False),
        ("remind me daily at 7.15 pm when my class ends", False),
        ("remind me at 6 pm on sundays before church", False),
        ("remind me at 7 pm if the news is over", True),
        ("remind me at 7 pm when i am not at church", True),
        ("when the news is over remind me at 7 pm", False),
        ("remind me when the news is over", True),
    ],
)
def test_what_happens_at_a_time_only_tells_why_then(vocabulary: Vocabulary, text: str, tied: bool) -> None:
    heard = vocabulary.listen(text, "en", TODAY).heard
    asked = m.Unsure((m.AddReminder(),), m.Doubt.REST)
    assert isinstance(weigh(asked, guesses(("add-reminder", 0.99)), heard), m.Unsure) is tied


def test_statistics_that_are_certain_win_against_another_change(vocabulary: Vocabulary) -> None:
    heard = vocabulary.listen("my 6pm one should be 6:30pm", "en", TODAY).heard
    added = m.AddReminder(m.Times(at=(time(18), time(18, 30))))
    kinds = ("change-reminder", 0.97), ("add-reminder", 0.02)
    assert isinstance(weigh(added, guesses(*kinds), heard), m.ChangeReminder)
    less = ("change-reminder", 0.9), ("add-reminder", 0.02)
    assert isinstance(weigh(added, guesses(*less), heard), m.Unsure)


def test_words_of_which_nobody_can_tell_what_they_want_are_a_question(vocabulary: Vocabulary) -> None:
    heard = vocabulary.listen("not that one the other one", "en", TODAY).heard
    assert isinstance(weigh(None, guesses(("unsure", 0.9)), heard), m.Unsure)
    assert weigh(None, guesses(("unsure", 0.3)), heard) is None
