"""Pain in the chat: before a session, on its cards, after it, and what changes because of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.actions import (
    AfterScore,
    Begin,
    Breathe,
    Go,
    Hurts,
    HurtsScore,
    HurtsSign,
    MoreOnCard,
    Page,
    PressCard,
    SayEffort,
    ShowCard,
    SomethingNew,
    StartRoutine,
    UndoChange,
)
from bot.chat.actions.pain import NO_SCORE
from bot.chat.handlers import pain, sessions
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.turn import Turn
from bot.db.database import Database
from bot.db.tables import Person
from bot.domain.exercises import Entry, Library, Routine
from bot.domain.pain import HIGHEST, Sign
from bot.domain.sessions import Press
from bot.services import routines
from tests.chat.handlers.begun import begun, today
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check, plain, session_of


def shown(reply: Reply) -> Screen:
    """Return the reply, which must be a screen that Telegram takes."""
    assert isinstance(reply, Screen)
    check(reply)
    return reply


async def press(turn: Turn, screen: Screen, *presses: Press) -> Screen:
    """Press one button after the other."""
    for what in presses:
        found = await offered(turn, screen)
        screen = shown(await sessions.press(turn, next(one for one in found if one.press is what)))
    return screen


async def offered(turn: Turn, screen: Screen) -> list[PressCard]:
    """Return the presses of a card, and of what its last button opens."""
    rest = [shown(await sessions.more(turn, one)) for one in actions(screen) if isinstance(one, MoreOnCard)]
    return [one for page in (screen, *rest) for one in actions(page) if isinstance(one, PressCard)]


async def hurt(turn: Turn, card: Screen, score: int) -> Screen:
    """Say on a card that it hurts, and how much."""
    page = shown(await pain.hurts(turn, next(a for a in actions(card) if isinstance(a, Hurts))))
    tap = next(a for a in actions(page) if isinstance(a, HurtsScore) and a.score == score)
    return shown(await pain.score(turn, tap))


@pytest.fixture
def turn(make_turn: MakeTurn, database: Database, person: Person, real_library: Library) -> Turn:
    """Give Ana two exercises: strength work, then loosening, one set each."""
    own = [real_library.exercises[slug] for slug in ("wall-angel", "seated-cat-cow")]
    entries = tuple(Entry(one.slug, "standard", replace(one.standard.dose, sets=1)) for one in own)
    routine = Routine("own", 1, desk_break=False, seconds=60, entries=entries, texts={})
    database.call(routines.adopt, person.id, routine)
    return make_turn()


def later(turn: Turn, days: int) -> Turn:
    """Return the same some days later."""
    return replace(turn, now=turn.now + timedelta(days=days))


async def test_the_page_before_a_session_asks_once_and_every_tap_begins(turn: Turn) -> None:
    page = shown(await sessions.today(turn))
    assert "How is your back right now?" in page.text
    assert "not yet reviewed by a physiotherapist" in page.text
    assert [one for one in actions(page) if isinstance(one, Begin)] == [
        *(Begin("today", score) for score in range(HIGHEST + 1)),
        Begin("today", NO_SCORE),
    ]
    assert SomethingNew("today") in actions(page)
    assert [len(row) for row in page.keys[:2]] == [6, 5]
    card = shown(await begun(turn, page, 2))
    assert "1 of 2" in card.text


async def test_the_day_after_it_says_what_the_answer_is_good_for(turn: Turn) -> None:
    await press(turn, await today(turn, 1), Press.DONE, Press.DONE)
    assert "yesterday" in shown(await sessions.today(later(turn, 1))).text
    assert "yesterday" not in shown(await sessions.today(later(turn, 2))).text


@pytest.mark.parametrize(
    ("score", "words", "steps"),
    [(3, "", "1 of 2"), (4, "A gentle day today", "1 of 1"), (8, "Only breathing today.", "1 of 1")],
)
async def test_the_first_card_says_how_the_pain_shaped_it(
    turn: Turn, score: int, words: str, steps: str
) -> None:
    card = shown(await today(turn, score))
    assert words in card.text
    assert steps in card.text
    assert "today" not in (await press(turn, card, Press.NEXT)).text


async def test_an_old_page_goes_on_with_what_was_begun_meanwhile(turn: Turn) -> None:
    page = shown(await sessions.today(turn))
    moved = await press(turn, await begun(turn, page, 1), Press.NEXT)
    again = shown(await sessions.begin(turn, Begin("today", 1)))
    assert again == moved.saying(turn.t.plain("session-resumed"))


@pytest.mark.parametrize("score", [-2, 11])
async def test_an_odd_number_begins_and_keeps_nothing(turn: Turn, score: int) -> None:
    card = await today(turn)
    number = session_of(card)
    assert number
    odd = Toast(turn.t.plain("pain-odd"), alert=True)
    assert await sessions.begin(turn, Begin("today", score)) == odd
    assert await pain.score(turn, HurtsScore(number, 0, score)) == odd
    assert await pain.after(turn, AfterScore(number, score)) == odd


async def test_every_card_can_say_that_it_hurts(turn: Turn) -> None:
    card = await today(turn, 1)
    while "Done, well moved" not in card.text:
        hurts = next(a for a in actions(card) if isinstance(a, Hurts))
        page = shown(await pain.hurts(turn, hurts))
        assert len([a for a in actions(page) if isinstance(a, HurtsScore)]) == HIGHEST + 1
        assert {a.sign for a in actions(page) if isinstance(a, HurtsSign)} == set(Sign)
        back = next(a for a in actions(page) if isinstance(a, ShowCard))
        assert shown(await pain.card(turn, back)).text == card.text
        card = await press(turn, card, Press.DONE)


async def test_green_goes_on_where_it_was(turn: Turn) -> None:
    card = await press(turn, await today(turn, 1), Press.NEXT)
    after = await hurt(turn, card, 2)
    assert (after.text, after.toast) == (card.text, "That is fine. Go on.")


async def test_amber_offers_to_make_it_easier_in_one_tap(turn: Turn) -> None:
    eased = await hurt(turn, await today(turn, 1), 5)
    can = [a.press for a in actions(eased) if isinstance(a, PressCard)]
    assert can == [Press.EASIER, Press.LESS, Press.SKIP]
    assert isinstance(actions(eased)[-1], ShowCard)
    less = await press(turn, eased, Press.LESS)
    assert "1 of 2" in less.text
    assert "Set" not in less.text
    easiest = await press(turn, less, Press.EASIER)
    while any(one.press is Press.EASIER for one in await offered(turn, easiest)):
        easiest = await press(turn, easiest, Press.EASIER)
    lowest = await hurt(turn, easiest, 4)
    assert [a.press for a in actions(lowest) if isinstance(a, PressCard)] == [Press.SKIP]


async def test_red_stops_the_exercise_and_offers_breathing_or_the_end(turn: Turn) -> None:
    card = await today(turn, 1)
    stopped = await hurt(turn, card, 7)
    assert "We stop this one" in stopped.text
    again = shown(await pain.score(turn, HurtsScore(session_of(card) or 0, 0, 7)))
    assert again == stopped, "a double press says the same"
    ended = await press(turn, stopped, Press.STOP)
    assert "Stopped here" in ended.text
    breathe = next(a for a in actions(stopped) if isinstance(a, Breathe))
    calm = shown(await pain.breathe(turn, breathe))
    assert "Breathing" in calm.text


@pytest.mark.parametrize("sign", Sign)
async def test_a_sign_stops_at_once_and_holds_up_what_comes(turn: Turn, sign: Sign) -> None:
    card = await today(turn, 1)
    page = shown(await pain.hurts(turn, next(a for a in actions(card) if isinstance(a, Hurts))))
    tap = next(a for a in actions(page) if isinstance(a, HurtsSign) and a.sign is sign)
    for _ in range(2):
        warned = shown(await pain.sign(turn, tap))
        tier = "tier-a" if sign in {Sign.CHEST, Sign.BREATHLESS} else "tier-b"
        assert turn.library.cards[tier].text("en").title in plain(warned)
    held = shown(await sessions.today(turn))
    assert not any(isinstance(a, Begin) for a in actions(held))
    for way in (Begin("today", 1), Begin("mine", 1)):
        assert not any(isinstance(a, PressCard) for a in actions(shown(await sessions.begin(turn, way))))


async def test_after_strength_work_one_tap_says_what_was_to_spare(turn: Turn) -> None:
    card = await press(turn, await today(turn, 1), Press.DONE)
    assert "how many more could you have done" in card.text
    said = [a for a in actions(card) if isinstance(a, SayEffort)]
    assert [one.extra for one in said] == [0, 1, 2]
    noted = shown(await pain.effort(turn, said[2]))
    assert not any(isinstance(a, SayEffort) for a in actions(noted))
    assert "2 of 2" in noted.text
    end = await press(turn, noted, Press.DONE)
    assert not any(isinstance(a, SayEffort) for a in actions(end)), "it was loosening"


@pytest.mark.parametrize(
    ("score", "words"), [(1, "goes on like this"), (4, "stays as it is"), (6, "begins easier next time")]
)
async def test_the_end_asks_once_how_it_is_now(turn: Turn, score: int, words: str) -> None:
    end = await press(turn, await today(turn, 1), Press.DONE, Press.DONE)
    asked = [a for a in actions(end) if isinstance(a, AfterScore)]
    assert len(asked) == HIGHEST + 1
    said = shown(await pain.after(turn, asked[score]))
    assert words in said.text
    assert not any(isinstance(a, AfterScore) for a in actions(said))
    assert Go(Page.HOME) in actions(said)
    late = shown(await pain.after(later(turn, 2), asked[score]))
    assert late.toast == turn.t.plain("pain-late")


async def test_what_changed_is_told_with_its_reason_and_can_be_taken_back(turn: Turn) -> None:
    await hurt(turn, await today(turn, 1), 7)
    tomorrow = later(turn, 2)
    await sessions.press(tomorrow, PressCard(1, 1, Press.STOP))
    card = shown(await today(tomorrow, 1))
    assert "It hurt more than it should, so a step easier." in card.text
    undo = next(a for a in actions(card) if isinstance(a, UndoChange))
    changes = shown(await pain.changes(tomorrow))
    assert undo in actions(changes)
    assert "It hurt more than it should" in changes.text
    back = shown(await pain.undo(tomorrow, undo))
    assert back.toast == turn.t.plain("pain-undone")
    assert "so a step easier" not in back.text
    assert session_of(back) == session_of(card)
    again = shown(await pain.undo(tomorrow, undo))
    assert again.toast == turn.t.plain("pain-undone-already")
    assert "Taken back." in shown(await pain.changes(tomorrow)).text


async def test_many_changes_are_told_in_one_sentence(turn: Turn) -> None:
    await press(turn, await today(turn, 1), Press.DONE, Press.DONE)
    card = shown(await today(later(turn, 9), 1))
    assert "After a week away, a smaller start." in card.text
    assert Go(Page.CHANGES) in actions(card)


async def test_without_changes_the_page_says_what_would_bring_some(turn: Turn) -> None:
    assert "Nothing so far" in shown(await pain.changes(turn)).text
    assert "Nothing so far" in shown(await pain.undo(turn, UndoChange(9))).text


async def test_two_reds_name_a_professional(turn: Turn) -> None:
    for days in (0, 2):
        await today(later(turn, days), 7)
    assert (
        "doctor or physiotherapist"
        in shown(await sessions.routine(later(turn, 3), StartRoutine("mine"))).text
    )


async def test_somebody_elses_session_tells_nothing(
    make_turn: MakeTurn, turn: Turn, database: Database
) -> None:
    number = session_of(await today(turn))
    assert number
    ben = Person(id=8, first_name="Ben", created_at=turn.now, first_day=turn.now.date())
    database.call(lambda session: session.add(ben))
    stranger = make_turn(who=ben)
    replies: Sequence[Reply] = [
        await pain.hurts(stranger, Hurts(number, 0)),
        await pain.score(stranger, HurtsScore(number, 0, 7)),
        await pain.sign(stranger, HurtsSign(number, 0, Sign.CHEST)),
        await pain.card(stranger, ShowCard(number)),
        await pain.after(stranger, AfterScore(number, 7)),
        await pain.effort(stranger, SayEffort(number, 0, 1)),
    ]
    assert {shown(reply).text for reply in replies} == {stranger.t("session-gone")}
