"""The menu, the week, and what one reads."""

import pytest

from bot.chat.actions import Go, MarkDay, Page
from bot.chat.handlers import home
from bot.chat.screen import Screen, Toast
from bot.db.database import Database
from bot.db.tables import Person
from bot.domain.exercises import Library
from bot.domain.streak import Mark
from bot.services import days, routines
from bot.texts import Texts
from tests.chat.handlers.begun import today
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check, plain


async def test_the_menu_says_what_today_would_begin(
    make_turn: MakeTurn, database: Database, person: Person, real_library: Library
) -> None:
    """Whoever has no routine yet is offered the first ready-made one."""
    first = next(iter(real_library.routines.values()))
    screen = await home.page(make_turn())
    check(screen)
    assert f"Today: {len(first.entries)} exercises, 5 minutes." in screen.text
    database.call(routines.add, person.id, real_library.exercises["open-book"], "standard")
    assert "Today: 1 exercise, " in (await home.page(make_turn())).text


async def test_the_menu_leads_back_to_a_session_that_waits(make_turn: MakeTurn) -> None:
    turn = make_turn()
    await today(turn)
    assert turn.t("home-continue") in (await home.page(turn)).text


@pytest.mark.parametrize("day", ["20260302", "20260301", "20260228"])
async def test_today_and_two_days_back_can_be_marked(
    make_turn: MakeTurn, database: Database, person: Person, day: str
) -> None:
    turn = make_turn()
    reply = await home.mark_day(turn, MarkDay(day))
    assert isinstance(reply, Screen)
    assert reply.toast == turn.t.plain("week-marked")
    again = await home.mark_day(turn, MarkDay(day))
    assert isinstance(again, Screen)
    assert again.toast == turn.t.plain("week-marked-already")
    assert [set(marks) for marks in database.call(days.marks, person.id).values()] == [{Mark.DID_ALREADY}]


@pytest.mark.parametrize("day", ["20260227", "20260303", "20200101", "29991231"])
async def test_other_days_cannot(make_turn: MakeTurn, database: Database, person: Person, day: str) -> None:
    turn = make_turn()
    assert await home.mark_day(turn, MarkDay(day)) == Toast(turn.t.plain("week-too-old"), alert=True)
    assert database.call(days.marks, person.id) == {}


async def test_the_week_takes_up_what_was_marked(make_turn: MakeTurn) -> None:
    turn = make_turn()
    before = await home.week(turn)
    check(before)
    assert MarkDay("20260302") in actions(before)
    await home.mark_day(turn, MarkDay("20260302"))
    after = await home.week(turn)
    assert MarkDay("20260302") not in actions(after)
    assert "1 of 7 days" in after.text


async def test_yesterday_can_be_mended_on_a_monday_too(make_turn: MakeTurn, database: Database) -> None:
    """It lies in the week before the one that is shown."""
    turn = make_turn()
    assert turn.now.weekday() == 0
    assert MarkDay("20260301") in actions(await home.week(turn))
    await home.mark_day(turn, MarkDay("20260301"))
    assert MarkDay("20260301") not in actions(await home.week(turn))


async def test_yesterday_is_not_offered_to_whoever_came_today(
    make_turn: MakeTurn, database: Database, person: Person
) -> None:
    turn = make_turn()
    today = days.today(turn.person, turn.now)
    database.call(lambda session: setattr(session.get_one(Person, person.id), "first_day", today))
    assert MarkDay("20260301") not in actions(await home.week(turn))


async def test_what_one_reads_comes_from_the_content(make_turn: MakeTurn, real_library: Library) -> None:
    turn = make_turn()
    for page, group in ((home.safety, "safety"), (home.about, "legal")):
        screen = await page(turn)
        assert isinstance(screen, Screen)
        check(screen)
        cards = [card for card in real_library.cards.values() if card.group == group]
        # What is for somebody in despair comes when their words ask for it, not to whoever reads about backs.
        titles = [card.text("en").title for card in cards if card.slug != "crisis"]
        assert titles
        assert all(title in plain(screen) for title in titles)


async def test_help_in_its_three_guises(make_turn: MakeTurn, t: Texts) -> None:
    turn = make_turn()
    for handler, first in (
        (home.help_, ""),
        (home.unknown_command, t("help-unknown-command")),
        (home.media, t("help-media")),
    ):
        screen = await handler(turn)
        assert isinstance(screen, Screen)
        assert screen.text.startswith(first)
        assert Go(Page.TODAY) in actions(screen)


async def test_a_group_is_led_to_this_very_bot(make_turn: MakeTurn) -> None:
    screen = await home.group(make_turn(private=False))
    assert isinstance(screen, Screen)
    assert screen.keys[0][0].url == "https://t.me/midback_bot?start=group"
