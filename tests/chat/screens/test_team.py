"""Asking a human and prescribing, in every language: screens that Telegram takes and a small phone shows."""

from datetime import date

import pytest

from bot.chat.actions import CloseTalk, ConsentTeam, EndTalk, Go, Page, TalkToTeam, Withdraw
from bot.chat.screens import prescribing
from bot.chat.screens import team as screens
from bot.domain.exercises import Entry, Library
from bot.domain.measures import Measure
from bot.domain.suiting import Suited
from bot.services.prescriptions import LISTED, LONGEST, Draft, Prescribed
from bot.services.routines import MOST
from bot.services.team import Summary, Talk
from bot.texts import Texts, load
from tests.chat.screens.limits import actions, check, plain

DAY = date(2026, 3, 2)
TALK = Talk(3, 7, "A<na>", "en", 5, 50, more=True, open=True)
ANSWERS = {
    Measure.PAIN: (DAY, (4,)),
    Measure.ACTIVITIES: (DAY, (5, 6)),
    Measure.PEG: (DAY, (4, 5, 6)),
    Measure.CHANGE: (DAY, (5,)),
}


@pytest.fixture(params=["en", "es"])
def spoken(request: pytest.FixtureRequest) -> Texts:
    """Give the texts of each language."""
    return load().texts(request.param)


def every_entry(library: Library) -> tuple[Entry, ...]:
    """Return as many lines as a routine may have."""
    lines = [Entry(one.slug, one.standard.slug, one.standard.dose) for one in library.exercises.values()]
    return tuple((lines * MOST)[:MOST])


def test_consent_says_what_the_team_sees_and_ticks_the_rest(t: Texts) -> None:
    asked, ticked = screens.asking(t), screens.asking(t, more=True)
    assert actions(asked)[:2] == [ConsentTeam(1), TalkToTeam(0)]
    assert actions(ticked)[:2] == [ConsentTeam(0), TalkToTeam(1)]
    for screen in (asked, ticked):
        assert "no emergency service" in screen.text
        assert "days" in screen.text
    assert "your plan and your last check-ins" not in asked.text
    assert "your plan and your last check-ins" in ticked.text


def test_what_a_person_sees_fits(spoken: Texts) -> None:
    told = ["team-unsure", "team-not-passed"]
    over = ["team-closed", "team-closed-by-team", "team-gone", "team-unreachable"]
    for screen in (
        screens.own(spoken),
        screens.asking(spoken, more=True),
        screens.open_(spoken),
        *(screens.told(spoken, what) for what in told),
        *(screens.over(spoken, what) for what in over),
    ):
        check(screen)
    assert EndTalk() in actions(screens.open_(spoken))
    assert Go(Page.REPORT) in actions(screens.own(spoken))


def test_the_card_of_a_topic_shows_every_kind_of_answer(spoken: Texts) -> None:
    card = screens.card(spoken, TALK, Summary(None, ANSWERS))
    check(card)
    assert "A<na>" in plain(card)
    for scores in ("4, 5, 6", "5, 6"):
        assert scores in plain(card)
    assert spoken.plain("checkins-change-5") in plain(card)
    assert actions(card) == [CloseTalk(3)]


def test_without_the_second_tick_the_card_has_no_answers(spoken: Texts) -> None:
    card = screens.card(spoken, TALK, None)
    check(card)
    assert "Plan" not in plain(card)
    assert "Plan" in plain(screens.card(spoken, TALK, Summary(None, {})))
    assert not actions(screens.closed(spoken, "Ana"))


def test_the_longest_draft_and_the_longest_list_fit(spoken: Texts, real_library: Library) -> None:
    draft = Draft("x" * LONGEST, every_entry(real_library))
    check(prescribing.draft(spoken, real_library, 2**40, draft))
    check(prescribing.exercises(spoken, real_library, 2**40, draft))
    check(prescribing.routines(spoken, real_library, 2**40))
    many = [Prescribed(n, "a" * 14, "x" * LONGEST, "N" * 64, ()) for n in range(LISTED)]
    listing = prescribing.listing(spoken, 2**40, many, "midback_bot")
    check(listing)
    assert len([one for one in actions(listing) if isinstance(one, Withdraw)]) == LISTED


def test_every_exercise_can_be_dosed_and_opened(spoken: Texts, real_library: Library) -> None:
    entries = every_entry(real_library)
    for entry in set(entries):
        check(prescribing.dose(spoken, real_library, 2**40, entry))
    found = Prescribed(1, "a" * 14, "<i>title", "B<en>", entries)
    opened = prescribing.opened(spoken, real_library, found, Suited(entries))
    check(opened)
    assert "<i>title" in plain(opened)
    check(prescribing.made(spoken, 8, found, "midback_bot"))
