"""Small offers in the chat: one row at most at the end of a session, a switch, a kind word for the ill."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.actions import Go, MoveReminder, Page, PressCard, ReadCard, SayIll, SkipCheck, SwitchNudges
from bot.chat.handlers import checkins as questions
from bot.chat.handlers import nudges as handlers
from bot.chat.handlers import reminders, sessions
from bot.chat.screen import Reply, Screen
from bot.chat.turn import Turn
from bot.db.database import Database
from bot.db.tables import Person, Reminder
from bot.domain.endings import Milestone
from bot.domain.measures import Measure
from bot.domain.sessions import Press
from bot.figures.cards import DoneCard
from bot.services.reminders import paused_until
from bot.texts import load
from tests.chat.handlers.begun import today
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check, plain


def shown(reply: Reply) -> Screen:
    """Return the reply, which must be a screen that Telegram takes."""
    assert isinstance(reply, Screen)
    check(reply)
    return reply


async def through(turn: Turn) -> Screen:
    """Do today's session from its beginning to its end."""
    screen = await today(turn)
    while presses := [one for one in actions(screen) if isinstance(one, PressCard)]:
        can = {one.press: one for one in presses}
        screen = shown(await sessions.press(turn, can.get(Press.DONE) or can[Press.NEXT]))
    return screen


async def test_the_first_end_is_a_quiet_milestone_and_offers_one_thing(make_turn: MakeTurn) -> None:
    turn = make_turn()
    end = await through(turn)
    assert turn.t("nudges-milestone-first") in end.text
    assert isinstance(end.picture, DoneCard)
    assert end.picture.title == turn.t.plain("nudges-card-first")
    assert Go(Page.CHECKIN) in actions(end)
    assert not any(isinstance(one, ReadCard | MoveReminder) for one in actions(end))


async def test_a_card_to_read_comes_with_its_reason(make_turn: MakeTurn) -> None:
    turn = make_turn()
    await questions.skip(turn, SkipCheck(Measure.PAIN, 0))
    end = await through(turn)
    assert turn.t("nudges-read-first") in end.text
    assert ReadCard("what-is-the-middle-back") in actions(end)
    assert Go(Page.CHECKIN) not in actions(end)
    again = await through(replace(turn, now=turn.now + timedelta(hours=1)))
    assert not any(isinstance(one, ReadCard) for one in actions(again))


async def test_whoever_switched_offers_off_sees_none(make_turn: MakeTurn) -> None:
    turn = make_turn()
    page = shown(await handlers.switch(turn, SwitchNudges()))
    assert page.toast == turn.t.plain("nudges-switched-off")
    end = await through(turn)
    assert not any(isinstance(one, ReadCard) or one == Go(Page.CHECKIN) for one in actions(end))
    back = shown(await handlers.switch(turn, SwitchNudges()))
    assert back.toast == turn.t.plain("nudges-switched-on")


async def test_a_better_time_is_taken_or_left(make_turn: MakeTurn, database: Database, now: datetime) -> None:
    turn = make_turn()
    end = await through(turn)
    number = next(one.session for one in actions(end) if hasattr(one, "session"))
    row = Reminder(person_id=7, weekdays="024", times="07:30", created_at=now)
    database.call(lambda session: session.add(row))
    left = shown(await handlers.move(turn, MoveReminder(number, "2010", 0)))
    assert left.toast == turn.t.plain("nudges-not-moved")
    moved = shown(await handlers.move(turn, MoveReminder(number, "2010", 1)))
    assert moved.toast == turn.t.plain("nudges-moved", at="20:10")
    assert plain(moved) == plain(left)
    assert database.call(lambda session: session.get_one(Reminder, 1).times) == "20:10"


async def test_one_tap_says_ill_and_one_says_for_how_long(
    make_turn: MakeTurn, database: Database, person: Person, now: datetime
) -> None:
    turn = make_turn()
    assert SayIll(0) in actions(shown(await reminders.pause_page(turn)))
    asked = shown(await handlers.ill(turn, SayIll(0)))
    assert [one for one in actions(asked) if isinstance(one, SayIll)] == [SayIll(3), SayIll(7), SayIll(14)]
    kind = shown(await handlers.ill(turn, SayIll(7)))
    assert kind.toast == turn.t.plain("nudges-ill-set", day="Sun, 8 Mar")
    until = database.call(paused_until, 7, now.date())
    assert until == now.date() + timedelta(days=6)


async def test_an_odd_length_asks_again(make_turn: MakeTurn) -> None:
    turn = make_turn()
    assert await handlers.ill(turn, SayIll(-5)) == await handlers.ill(turn, SayIll(0))


def test_every_milestone_has_words_for_its_line_and_its_picture() -> None:
    for t in load().languages.values():
        for milestone in Milestone:
            assert t.plain(f"nudges-milestone-{milestone}")
            assert len(t.plain(f"nudges-card-{milestone}")) <= 28
