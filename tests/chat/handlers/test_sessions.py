"""Sessions: begin, press, go on, each with the real content and database."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.chat.actions import MoreOnCard, PressCard, ShowCard, StartExercise, StartOver, StartRoutine
from bot.chat.handlers import pain, sessions
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.turn import Turn
from bot.db.database import Database
from bot.db.tables import Person, Screening
from bot.domain.exercises import Library, Routine
from bot.domain.sessions import Press
from bot.services import routines
from tests import builders
from tests.chat.handlers.begun import begun, today
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check, session_of


def shown(reply: Reply) -> Screen:
    """Return the reply, which must be a screen that Telegram takes."""
    assert isinstance(reply, Screen)
    check(reply)
    return reply


def card_press(screen: Screen, what: Press) -> PressCard:
    """Return the press that the card offers."""
    return next(a for a in actions(screen) if isinstance(a, PressCard) and a.press is what)


async def play(turn: Turn, screen: Screen, *presses: Press) -> Screen:
    """Press one button after the other."""
    for what in presses:
        rest = (
            [] if offered(screen, what) else [one for one in actions(screen) if isinstance(one, MoreOnCard)]
        )
        screen = shown(await sessions.more(turn, rest[0])) if rest else screen
        screen = shown(await sessions.press(turn, card_press(screen, what)))
    return screen


def offered(screen: Screen, what: Press) -> bool:
    """Return whether a press is on the card itself."""
    return any(isinstance(one, PressCard) and one.press is what for one in actions(screen))


def adopt(database: Database, person: Person, *slugs: str) -> None:
    """Give the person a routine of these exercises."""
    entries = tuple(builders.entry(slug, sets=1) for slug in slugs)
    routine = Routine("own", 1, desk_break=False, seconds=60, entries=entries, texts={})
    database.call(routines.adopt, person.id, routine)


async def test_today_begins_the_persons_own_routine(
    make_turn: MakeTurn, database: Database, person: Person
) -> None:
    adopt(database, person, "open-book", "wall-angel")
    screen = shown(await today(make_turn()))
    assert "Open Book" in screen.text
    assert "1 of 2" in screen.text
    assert screen.toast is None


async def test_today_begins_the_first_routine_for_whoever_has_none(
    make_turn: MakeTurn, real_library: Library
) -> None:
    first = next(iter(real_library.routines.values()))
    screen = shown(await today(make_turn()))
    assert f"1 of {len(first.entries)}" in screen.text


async def test_today_goes_on_where_somebody_left(make_turn: MakeTurn) -> None:
    turn = make_turn()
    left = await play(turn, shown(await today(turn)), Press.NEXT)
    tomorrow = replace(turn, now=turn.now + timedelta(days=1))
    again = shown(await sessions.today(tomorrow))
    assert again == left.saying(turn.t.plain("session-resumed"))


async def test_today_skips_what_content_has_no_more(
    make_turn: MakeTurn, database: Database, person: Person
) -> None:
    """Neither an open session nor a routine of a vanished exercise may stand in the way for ever."""
    turn = make_turn()
    old = replace(turn.house, library=builders.library(builders.exercise("vanished")))
    adopt(database, person, "vanished")
    assert "Vanished" in shown(await today(replace(turn, house=old))).text
    screen = shown(await today(turn))
    assert "Step 1 of" in screen.text
    assert screen.toast is None


async def test_today_without_anything_to_do_says_so(make_turn: MakeTurn) -> None:
    turn = make_turn()
    empty = replace(turn, house=replace(turn.house, library=builders.library()))
    assert await sessions.today(empty) == Toast(turn.t.plain("session-empty"))


async def test_a_ready_made_routine_begins(make_turn: MakeTurn, real_library: Library) -> None:
    turn = make_turn()
    for slug, routine in real_library.routines.items():
        screen = shown(await begun(turn, await sessions.routine(turn, StartRoutine(slug))))
        name = real_library.exercises[routine.entries[0].exercise].text("en").name
        assert name in screen.text


async def test_the_own_routine_begins_by_its_button(
    make_turn: MakeTurn, database: Database, person: Person
) -> None:
    adopt(database, person, "wall-angel")
    turn = make_turn()
    assert "Wall Angel" in shown(await begun(turn, await sessions.routine(turn, StartRoutine("mine")))).text


@pytest.mark.parametrize("slug", ["mine", "never-was"])
async def test_a_routine_with_nothing_in_it_is_a_toast(make_turn: MakeTurn, slug: str) -> None:
    turn = make_turn()
    assert await sessions.routine(turn, StartRoutine(slug)) == Toast(turn.t.plain("session-empty"))


async def test_one_exercise_begins_in_its_variation(make_turn: MakeTurn, real_library: Library) -> None:
    turn = make_turn()
    for exercise in real_library.exercises.values():
        for variation in exercise.variations:
            screen = shown(await sessions.exercise(turn, StartExercise(exercise.slug, variation.slug)))
            assert exercise.text("en").variations[variation.slug].steps[0] in screen.text.replace(
                "&#x27;", "'"
            ).replace("&amp;", "&")


async def test_an_exercise_that_is_gone_is_a_toast(make_turn: MakeTurn) -> None:
    turn = make_turn()
    gone = await sessions.exercise(turn, StartExercise("never-was", "standard"))
    assert gone == Toast(turn.t.plain("session-empty"))


async def test_a_variation_that_is_gone_is_the_standard_form(make_turn: MakeTurn) -> None:
    turn = make_turn()
    one = shown(await sessions.exercise(turn, StartExercise("open-book", "never-was")))
    other = shown(await sessions.exercise(turn, StartExercise("open-book", "standard")))
    assert one.text == other.text


async def test_a_press_shows_the_next_card(make_turn: MakeTurn) -> None:
    turn = make_turn()
    first = shown(await today(turn))
    second = await play(turn, first, Press.NEXT)
    assert "Step 2 of" in second.text
    assert session_of(second) == session_of(first)
    assert second.toast is None


async def test_an_outdated_press_shows_the_truth_and_says_so(make_turn: MakeTurn) -> None:
    turn = make_turn()
    first = shown(await today(turn))
    second = await play(turn, first, Press.NEXT)
    late = shown(await sessions.press(turn, replace(card_press(first, Press.NEXT), press=Press.STOP)))
    assert late == second.saying(turn.t.plain("session-outdated"))


async def test_the_end_tells_what_it_did_for_the_week(
    make_turn: MakeTurn, database: Database, person: Person
) -> None:
    adopt(database, person, "open-book", "wall-angel")
    turn = make_turn()
    end = await play(turn, shown(await today(turn)), Press.DONE, Press.DONE)
    assert "Done, well moved." in end.text
    assert "This week: 1 of 7 days. First day of a new row." in end.text
    again = shown(await today(turn))
    assert session_of(again) not in {None, session_of(end)}


async def test_stopping_on_another_day_does_not_keep_that_day(
    make_turn: MakeTurn, database: Database, person: Person
) -> None:
    adopt(database, person, "open-book", "wall-angel")
    turn = make_turn()
    card = await play(turn, shown(await today(turn)), Press.DONE)
    tomorrow = replace(turn, now=turn.now + timedelta(days=1))
    assert "it counts for Mon, 2 Mar." in (await play(tomorrow, card, Press.STOP)).text


async def test_the_rest_of_the_buttons_is_one_tap_away_and_back(make_turn: MakeTurn) -> None:
    turn = make_turn()
    first = shown(await today(turn))
    number = session_of(first) or 0
    rest = shown(await sessions.more(turn, MoreOnCard(number)))
    assert (rest.text, rest.picture) == (first.text, first.picture)
    assert offered(rest, Press.STOP)
    assert ShowCard(number) in actions(rest)
    assert shown(await pain.card(turn, ShowCard(number))) == first
    stopped = await play(turn, rest, Press.STOP)
    assert shown(await sessions.more(turn, MoreOnCard(number))).text == stopped.text
    assert shown(await sessions.more(turn, MoreOnCard(404))).text == turn.t("session-gone")


async def test_a_stop_by_mistake_costs_one_tap(make_turn: MakeTurn) -> None:
    turn = make_turn()
    card = await play(turn, shown(await today(turn)), Press.NEXT)
    back = await play(turn, card, Press.STOP, Press.RESUME)
    assert back.text == card.text


async def test_a_stop_that_cannot_be_taken_back_says_why(make_turn: MakeTurn, database: Database) -> None:
    """An answer about health came between; that the button is from earlier would be no reason."""
    turn = make_turn()
    stopped = await play(turn, shown(await today(turn)), Press.STOP)
    database.call(lambda s: setattr(s.exec(select(Screening)).one(), "answers", {"age": ["under-18"]}))
    late = await play(turn, stopped, Press.RESUME)
    assert late.toast == turn.t.plain("session-unsuited")
    assert late.text == stopped.text
    older = replace(card_press(stopped, Press.RESUME), revision=0)
    assert shown(await sessions.press(turn, older)).toast == turn.t.plain("session-outdated")


async def test_starting_over_begins_a_new_session(make_turn: MakeTurn) -> None:
    turn = make_turn()
    first = shown(await today(turn))
    number = session_of(first)
    assert number
    await play(turn, first, Press.NEXT)
    again = shown(await sessions.over(turn, StartOver(number)))
    assert session_of(again) == number + 1
    assert again.text == first.text


async def test_somebody_elses_card_tells_nothing(
    make_turn: MakeTurn, database: Database, person: Person
) -> None:
    card = shown(await today(make_turn()))
    number = session_of(card)
    assert number
    ben = Person(id=8, first_name="Ben", created_at=person.created_at, first_day=person.first_day)
    database.call(lambda session: session.add(ben))
    stranger = make_turn(who=ben)
    for reply in (
        await sessions.press(stranger, card_press(card, Press.DONE)),
        await sessions.over(stranger, StartOver(number)),
        await sessions.press(stranger, PressCard(404, 0, Press.DONE)),
    ):
        assert shown(reply).text == stranger.t("session-gone")
    in_group = make_turn(who=ben, private=False)
    told = await sessions.press(in_group, card_press(card, Press.DONE))
    assert told == Toast(in_group.t.plain("help-not-yours"), alert=True)
