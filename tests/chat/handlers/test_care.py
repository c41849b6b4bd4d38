"""Health in the chat: from the first question to what follows, warning signs, what comes before a session."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.chat.actions import (
    AnswerHealth,
    BackHealth,
    ConfirmHold,
    Go,
    Looked,
    MindFlag,
    Page,
    Part,
    PressCard,
    PutOff,
    Show,
    SomethingNew,
    StartExercise,
    StartRoutine,
    TellSign,
    UndoMind,
)
from bot.chat.actions.pain import NO_SCORE, Begin
from bot.chat.handlers import care, library, sessions
from bot.chat.screen import Reply, Screen
from bot.chat.turn import Turn
from bot.db.database import Database
from bot.db.tables import Hold, Screening
from bot.domain.safety import Tier
from bot.services.care import WORDS, hold
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check, plain, session_of
from tests.conftest import HARMLESS


def shown(reply: Reply) -> Screen:
    """Return the screen, which Telegram and a phone must be fine with."""
    assert isinstance(reply, Screen)
    check(reply)
    return reply


@pytest.fixture
def unasked(database: Database, make_turn: MakeTurn) -> MakeTurn:
    """Give turns of Ana before she was asked anything."""

    def forget(session: object) -> None:
        session.delete(session.exec(select(Screening)).one())  # type: ignore[attr-defined]

    database.call(forget)
    return make_turn


async def tapped(turn: Turn, **answers: str) -> Screen:
    """Answer all questions, harmlessly but for these, by the buttons that are there."""
    screen = shown(await care.questions(turn))
    while taps := [one for one in actions(screen) if isinstance(one, AnswerHealth)]:
        wanted = answers.get(taps[0].question.replace("-", "_"), HARMLESS[taps[0].question][-1])
        screen = shown(await care.answer(turn, next(one for one in taps if one.choice == wanted)))
    return screen


async def test_nine_taps_lead_to_a_start(unasked: MakeTurn) -> None:
    turn = unasked()
    screen = await tapped(turn)
    assert screen.text.startswith(turn.t("care-thanks"))
    assert actions(screen)[0] == Go(Page.TODAY)
    assert await care.before(turn, "today") is None


async def test_every_question_fits_and_says_who_wrote_it(unasked: MakeTurn) -> None:
    turn = unasked()
    first = shown(await care.before(turn, "desk-wall"))
    assert turn.t("care-intro") in first.text
    assert "not yet reviewed by a physiotherapist" in plain(first)
    assert PutOff("desk-wall") in actions(first)
    second = shown(await care.answer(turn, AnswerHealth(0, "age", "adult")))
    assert "Question 2 of 9" in second.text
    back = shown(await care.back(turn, BackHealth(0)))
    assert "Question 1 of 9" in back.text


async def test_ticks_are_seen_and_taken_away_again(make_turn: MakeTurn, database: Database) -> None:
    turn = make_turn()
    [after] = database.call(lambda session: session.exec(select(Screening.id)).all())
    for question, [*_, choice] in list(HARMLESS.items())[:-1]:
        await care.answer(turn, AnswerHealth(after or 0, question, choice))
    neck = AnswerHealth(after or 0, "body", "neck")
    for mark in ("☑ Sore neck", "☐ Sore neck"):
        screen = shown(await care.answer(turn, neck))
        assert mark in [key.label for row in screen.keys for key in row]


async def test_a_second_tap_on_the_last_answer_shows_what_follows(unasked: MakeTurn) -> None:
    turn = unasked()
    await tapped(turn)
    again = shown(await care.answer(turn, AnswerHealth(0, "body", "done")))
    assert again.text.startswith(turn.t("care-thanks"))


async def test_it_is_asked_before_the_first_session_and_can_be_put_off_with_one_tap(
    unasked: MakeTurn,
) -> None:
    turn = unasked()
    asked = shown(await sessions.today(turn))
    later = next(one for one in actions(asked) if isinstance(one, PutOff))
    card = shown(await sessions.later(turn, later))
    assert session_of(card)
    assert turn.t("care-only-gentle") in card.text or "1 of 5" in card.text


async def test_what_is_not_gentle_waits_for_the_answers(unasked: MakeTurn) -> None:
    screen = shown(await sessions.exercise(unasked(), StartExercise("push-up", "standard")))
    assert unasked().t("care-first") in screen.text
    assert any(isinstance(one, AnswerHealth) for one in actions(screen))


async def test_somebody_under_18_is_met_kindly(unasked: MakeTurn) -> None:
    turn = unasked()
    screen = await tapped(turn, age="under-18")
    assert screen.text == turn.t("care-adults")
    assert Go(Page.REMINDERS) not in actions(screen)
    for reply in (
        await sessions.today(turn),
        await sessions.exercise(turn, StartExercise("push-up", "wall")),
    ):
        assert shown(reply).text == turn.t("care-adults")
    assert shown(await care.page(turn)).text == turn.t("care-adults")


async def test_after_a_look_at_a_sign_somebody_under_18_is_still_met_kindly(
    unasked: MakeTurn, database: Database
) -> None:
    turn = unasked()
    await tapped(turn, age="under-18")
    sign = database.call(hold, 7, Tier.A, WORDS, turn.now)
    screen = shown(await care.confirm(turn, ConfirmHold(sign.id or 0, Looked.SEEN)))
    assert screen.text == turn.t("care-adults")


async def test_an_urgent_answer_brings_the_emergency_card_at_once(unasked: MakeTurn) -> None:
    turn = unasked()
    screen = await tapped(turn, chest="chest-now")
    assert "Call for emergency help now" in screen.text
    assert "not yet reviewed" not in screen.text
    assert {StartExercise("belly-breathing", "standard"), Go(Page.LEARN)} <= set(actions(screen))


@pytest.mark.parametrize("sign", [{"signs": "signs-second"}, {"age": "older-still"}])
async def test_what_should_be_checked_first_says_what_is_fine_meanwhile(
    unasked: MakeTurn, sign: dict[str, str]
) -> None:
    turn = unasked()
    screen = await tapped(turn, **sign)
    assert "Please have it checked first" in screen.text
    assert turn.t("care-fine-breathing") in screen.text
    assert shown(await sessions.today(turn)).text == screen.text
    breathing = shown(await sessions.exercise(turn, StartExercise("belly-breathing", "standard")))
    assert session_of(breathing)


async def test_looked_at_opens_the_way_with_one_tap(unasked: MakeTurn) -> None:
    turn = unasked()
    screen = await tapped(turn, new_pain="new-pain-yes")
    seen = next(one for one in actions(screen) if isinstance(one, ConfirmHold))
    later = Turn(turn.person, "", True, turn.now + timedelta(days=1), turn.t, turn.house)
    assert turn.t("care-seen") in shown(await care.confirm(later, seen)).text
    assert await care.before(later, "today") is None
    assert shown(await care.confirm(later, seen)).toast == turn.t.plain("care-gone")


# What is kept in mind


async def test_the_page_says_when_what_and_who_wrote_it(make_turn: MakeTurn) -> None:
    screen = shown(await care.page(make_turn()))
    for words in ("You answered on Sun, 1 Mar", "Nothing to be careful with", "not yet reviewed"):
        assert words in screen.text
    assert Go(Page.QUESTIONS) in actions(screen)


async def test_a_round_that_was_left_is_told_on_the_page(unasked: MakeTurn) -> None:
    turn = unasked()
    assert "I have not asked you yet" in shown(await care.page(turn)).text
    await care.answer(turn, AnswerHealth(0, "age", "adult"))
    assert "at 2 of 9" in shown(await care.page(turn)).text


async def test_one_tap_keeps_something_in_mind_and_one_undoes_it(make_turn: MakeTurn) -> None:
    turn = make_turn()
    page = shown(await care.page(turn))
    add = next(one for one in actions(page) if isinstance(one, MindFlag) and one.flag == "neck-sore")
    changed = shown(await care.mind(turn, add))
    assert "• Sore neck" in changed.text
    assert "✕ Sore neck" in [key.label for row in changed.keys for key in row]
    old = shown(await care.mind(turn, add))
    assert old.toast == turn.t.plain("care-changed-already")
    undo = next(one for one in actions(changed) if isinstance(one, UndoMind))
    assert "• Sore neck" not in shown(await care.undo(turn, undo)).text
    assert shown(await care.undo(turn, undo)).toast == turn.t.plain("care-changed-already")


async def test_every_flag_at_once_still_fits(unasked: MakeTurn) -> None:
    turn = unasked()
    await tapped(turn, heart="heart-yes", bones="surgery-and-brittle", pregnancy="pregnancy-yes")
    for _ in range(8):
        page = shown(await care.page(turn))
        adding = [one for one in actions(page) if isinstance(one, MindFlag) and one.keep]
        if adding:
            page = shown(await care.mind(turn, adding[0]))
    assert "Latex allergy" in page.text


# Warning signs


async def test_while_a_sign_waits_sessions_lead_to_what_is_fine(
    make_turn: MakeTurn, database: Database
) -> None:
    turn = make_turn()
    sign = database.call(hold, 7, Tier.A, WORDS, turn.now)
    for reply in (
        await sessions.today(turn),
        await sessions.routine(turn, StartRoutine("mine")),
        await sessions.begin(turn, Begin("today", 2)),
        await sessions.exercise(turn, StartExercise("push-up", "wall")),
        await care.page(turn),
    ):
        screen = shown(reply)
        assert "Paused until someone has had a look" in screen.text
        assert ConfirmHold(sign.id or 0, Looked.MISTAKE) in actions(screen)


async def test_a_card_of_a_session_leads_there_too(make_turn: MakeTurn, database: Database) -> None:
    turn = make_turn()
    card = shown(await sessions.begin(turn, Begin("today", NO_SCORE)))
    database.call(hold, 7, Tier.A, WORDS, turn.now)
    press = next(one for one in actions(card) if isinstance(one, PressCard) and one.press == "done")
    assert "Paused until" in shown(await sessions.press(turn, press)).text


async def test_something_new_lists_the_signs_or_starts(make_turn: MakeTurn) -> None:
    screen = shown(await care.new(make_turn(), SomethingNew("today")))
    signs = {one.choice for one in actions(screen) if isinstance(one, TellSign)}
    assert signs == {"chest-now", "chest-sometimes", "fainted", "signs-first", "signs-second", "new-pain-yes"}
    assert Begin("today", NO_SCORE) in actions(screen)


@pytest.mark.parametrize(("sign", "tier"), [("signs-first", "a"), ("new-pain-yes", "b")])
async def test_a_sign_before_a_session_shows_its_card_and_pauses(
    make_turn: MakeTurn, database: Database, sign: str, tier: str
) -> None:
    turn = make_turn()
    screen = shown(await care.tell(turn, TellSign(sign)))
    assert turn.library.cards[f"tier-{tier}"].text("en").title in screen.text
    assert database.call(lambda session: session.exec(select(Hold.tier)).all()) == [tier]


async def test_a_sign_that_is_none_pauses_nothing(make_turn: MakeTurn, database: Database) -> None:
    for odd in ("adult", "gone"):
        shown(await care.tell(make_turn(), TellSign(odd)))
    assert database.call(lambda session: session.exec(select(Hold)).all()) == []


# On the pages of exercises


@pytest.mark.parametrize(
    ("flag", "slug", "says", "begins"),
    [
        ("neck-sore", "band-row", "For you:</b> fine", True),
        ("neck-sore", "seated-cat-cow", "in the form “", False),
        ("shoulder-unstable", "i-y-t", "better not", False),
        ("lungs", "belly-breathing", "ask your doctor", False),
    ],
)
async def test_an_exercise_says_how_it_suits(
    make_turn: MakeTurn, database: Database, flag: str, slug: str, says: str, begins: bool
) -> None:
    turn = make_turn()
    row = database.call(lambda session: session.exec(select(Screening.id)).one())
    await care.mind(turn, MindFlag(row or 0, flag, 1))
    for part in (Part.STEPS, Part.SAFETY):
        screen = shown(await library.show(turn, Show(slug, "standard", part)))
        assert says in screen.text
        assert "not yet reviewed" in screen.text
        assert (StartExercise(slug, "standard") in actions(screen)) == begins


async def test_an_exercise_says_nothing_to_somebody_without_flags(make_turn: MakeTurn) -> None:
    screen = shown(await library.show(make_turn(), Show("push-up", "standard", Part.STEPS)))
    assert "For you" not in screen.text


async def test_a_link_tells_a_newcomer_when_to_ask_a_doctor_first(unasked: MakeTurn) -> None:
    turn = unasked()
    turn.person.onboarding = "welcome"
    screen = shown(await library.show(turn, Show("open-book", "standard", Part.STEPS)))
    assert "See a doctor first" in screen.text
