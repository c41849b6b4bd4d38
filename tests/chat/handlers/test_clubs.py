"""The club of a group: who may change it, what its buttons do, and how it follows the group."""

from dataclasses import replace

import pytest
from sqlmodel import Session, select

from bot.chat.actions import (
    ChangeClub,
    ClubChange,
    ClubClock,
    ClubDays,
    ClubLanguage,
    ClubTimes,
    ClubZone,
    TickBreak,
)
from bot.chat.buttons import Action
from bot.db.tables import Club, ClubTick, DayMark
from bot.services import breaks
from tests.chat.stage import ANA, BEN, GROUP, PRIVATE, Json, Stage, StillClock, message


async def press(stage: Stage, action: Action, who: Json = ANA) -> None:
    """Press a button in the group."""
    stage.door.shown.clear()
    stage.door.answers.clear()
    await stage.presses(action.pack(), who=who, chat=GROUP)


def change(what: ClubChange) -> ChangeClub:
    """Return the button."""
    return ChangeClub(what)


def clubs(stage: Stage) -> list[Club]:
    """Return every club."""
    return stage.dispatcher.house.database.call(lambda session: list(session.exec(select(Club))))


@pytest.fixture
async def running(stage: Stage) -> Stage:
    """Give a stage where Ana has started a club."""
    await press(stage, change(ClubChange.NEW))
    await press(stage, change(ClubChange.START))
    stage.door.shown.clear()
    stage.door.answers.clear()
    return stage


async def test_in_private_it_says_what_a_club_is(stage: Stage) -> None:
    await stage.says("/club")
    [[key]] = stage.screen.keys
    assert key.url == "https://t.me/midback_bot?startgroup=club"


@pytest.mark.parametrize("words", ["/club", "/club@midback_bot", "/start@midback_bot club"])
async def test_in_a_group_it_offers_to_set_one_up(stage: Stage, words: str) -> None:
    await stage.says(words, who=BEN, chat=GROUP)
    assert stage.actions() == [change(ClubChange.NEW)]


async def test_other_links_into_a_group_point_the_way_to_the_own_chat(stage: Stage) -> None:
    await stage.says("/start@midback_bot show_open-book", who=BEN, chat=GROUP)
    assert "Open our own chat" in stage.screen.text


async def test_an_administrator_who_stays_anonymous_is_offered_it_too(stage: Stage) -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    await stage.update(message=message(GROUP, {"from": anonymous}, text="/club", sender_chat=GROUP))
    assert stage.actions() == [change(ClubChange.NEW)]
    assert [person.id for person in stage.people()] == [7]


async def test_a_new_club_is_on_the_clock_and_in_the_language_of_who_made_it(stage: Stage) -> None:
    await press(stage, change(ClubChange.NEW), {**ANA, "language_code": "es"})
    [club] = clubs(stage)
    assert (club.zone, club.language, club.enabled) == ("Europe/Madrid", "es", False)
    assert "Minipausas" in stage.screen.text


async def test_whose_clock_is_only_a_guess_is_asked_for_the_group_s(stage: Stage) -> None:
    stage.door.leaders.add(8)
    await press(stage, change(ClubChange.NEW), BEN)
    assert any(isinstance(action, ClubClock) for action in stage.actions())


async def test_start_pause_and_start_again(running: Stage) -> None:
    assert clubs(running)[0].next_due_at
    await press(running, change(ClubChange.PAUSE))
    assert running.door.answers == [("Paused. /club starts them again.", False)]
    assert clubs(running)[0].next_due_at is None
    await press(running, change(ClubChange.START))
    assert running.screen.text.count("Next:") == 1


async def test_days_and_times_are_chosen_and_the_last_one_stays(running: Stage) -> None:
    await press(running, ClubDays("024"))
    await press(running, ClubTimes("0930"))
    [club] = clubs(running)
    assert (club.weekdays, club.times) == ("024", "09:30")
    for refused in (ClubDays(""), ClubTimes(""), ClubTimes("9900"), ClubDays("9")):
        await press(running, refused)
        assert running.door.answers == [("At least one has to stay.", False)]
    await press(running, ClubTimes("0900100011001200" + "1300"))
    assert running.door.answers == [("4 breaks a day are plenty.", False)]
    [club] = clubs(running)
    assert (club.weekdays, club.times) == ("024", "09:30")


async def test_the_clock_is_asked_for_by_its_hands_and_then_by_a_place(running: Stage) -> None:
    await press(running, change(ClubChange.ZONE))
    await press(running, ClubClock(540))
    assert ClubZone("Asia/Tokyo") in running.actions()
    await press(running, ClubZone("Asia/Tokyo"))
    assert "by the clock of tokyo" in running.screen.text.lower()
    await press(running, ClubZone("Atlantis/City"))
    await press(running, ClubClock(7))
    assert clubs(running)[0].zone == "Asia/Tokyo"


async def test_the_group_reads_its_own_language_whoever_presses(running: Stage) -> None:
    await press(running, ClubLanguage("es"))
    assert "Minipausas" in running.screen.text
    await press(running, ClubLanguage("xx"))
    assert clubs(running)[0].language == "es"


async def test_to_stop_for_good_is_asked_first(running: Stage) -> None:
    await press(running, change(ClubChange.END))
    assert len(clubs(running)) == 1
    await press(running, change(ClubChange.END_SURELY))
    assert clubs(running) == []
    await press(running, change(ClubChange.PAUSE))
    assert running.actions() == [change(ClubChange.NEW)]


@pytest.mark.parametrize("what", ClubChange)
async def test_nobody_but_administrators_changes_anything(running: Stage, what: ClubChange) -> None:
    await press(running, change(what), BEN)
    assert running.door.answers == [("Only administrators of the group can change this.", True)]
    assert running.door.shown == []
    assert clubs(running)[0].enabled


async def test_a_tick_is_answered_and_leaves_the_chat_as_it_is(running: Stage) -> None:
    stage, database = running, running.dispatcher.house.database
    due = clubs(stage)[0].next_due_at
    assert due
    later = Stage(replace(stage.dispatcher, clock=StillClock(due)), stage.door)
    database.call(breaks.queue_due, stage.dispatcher.house.library, due)
    said = []
    for who in (BEN, ANA, BEN):
        await press(later, TickBreak(1), who)
        said += [text for text, _ in later.door.answers]
        assert later.door.shown == []
    assert said == [
        "Nice. That is one check mark more.",
        "Nice. It counts for your own day, too.",
        "You are counted already.",
    ]
    await press(later, TickBreak(99))
    assert later.door.answers == [("This break is over. The next one comes.", False)]

    def counted(session: Session) -> tuple[int, int]:
        return len(session.exec(select(ClubTick)).all()), len(session.exec(select(DayMark)).all())

    assert database.call(counted) == (2, 1)


async def test_the_club_follows_a_group_that_becomes_a_supergroup(running: Stage) -> None:
    """Telegram tells it in both chats, in whichever order."""
    new = {**GROUP, "id": -100600}
    await running.update(message=message(GROUP, {"from": ANA}, migrate_to_chat_id=-100600))
    await running.update(message=message(new, {"from": ANA}, migrate_from_chat_id=GROUP["id"]))
    assert [club.chat_id for club in clubs(running)] == [-100600]
    assert running.door.shown == []


@pytest.mark.parametrize("status", ["kicked", "left"])
async def test_a_coach_that_is_thrown_out_forgets_the_club(running: Stage, status: str) -> None:
    coach = {"user": {"id": 1, "is_bot": True, "first_name": "Midback"}}
    change = {
        "chat": GROUP, "from": ANA, "date": 1772442000,
        "old_chat_member": {**coach, "status": "member"},
        "new_chat_member": {**coach, "status": status, "until_date": 0},
    }  # fmt: skip
    await running.update(my_chat_member=change)
    assert clubs(running) == []


async def test_buttons_of_a_group_pressed_in_private_explain_themselves(stage: Stage) -> None:
    for action in (change(ClubChange.START), ClubDays("0"), ClubTimes("0900"), ClubZone("UTC"), TickBreak(1)):
        stage.door.shown.clear()
        await stage.presses(action.pack(), chat=PRIVATE)
        assert "Add me to a group" in stage.screen.text
