"""Plain words about reminders: what would come is shown first, and nothing is kept before the yes."""

from datetime import datetime, time, timedelta

from sqlmodel import select

from bot.chat import actions as a
from bot.chat.handlers import agreed, asking, said
from bot.db.database import Database
from bot.db.tables import Delivery, Person, Reminder
from bot.domain.reminders import Rule
from bot.domain.safety import Tier
from bot.domain.understanding import meanings as m
from bot.services import care
from bot.services import said as does
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.handlers.saying import ana, everything, seen, yes

__all__ = ["ana"]


async def test_a_reminder_is_asked_with_its_next_three_moments(ana: MakeTurn) -> None:
    screen = await seen(said.typed(ana("remind me on mondays at 7am")))
    assert [line for line in screen.text.split("\n") if line.startswith("•")] == [
        "• Mon, 9 Mar, 07:00",
        "• Mon, 16 Mar, 07:00",
        "• Mon, 23 Mar, 07:00",
    ]


async def test_a_clock_that_is_only_guessed_is_named(ana: MakeTurn, person: Person) -> None:
    guessed = person.model_copy(update={"zone_confirmed": False})
    screen = await seen(said.typed(ana("remind me on mondays at 7am", who=guessed)))
    assert "By the clock of Madrid, as I guess" in screen.text


async def test_a_reminder_can_be_changed_before_it_is_kept(ana: MakeTurn, database: Database) -> None:
    screen = await seen(said.typed(ana("remind me on mondays at 7am")))
    change = screen.keys[0][1].action
    assert isinstance(change, a.Reshape)
    dialogue = await seen(agreed.reshape(ana(), change))
    assert "On which days?" in dialogue.text
    assert "Chosen: Mon" in dialogue.text
    assert len(database.call(lambda session: session.exec(select(Reminder)).all())) == 1


async def test_morning_or_evening_is_asked_and_a_press_only_shows_the_card(
    ana: MakeTurn, database: Database
) -> None:
    before = everything(database)
    screen = await seen(said.typed(ana("remind me at 7")))
    assert "Morning or evening?" in screen.text
    morning, evening = (screen.keys[n][0].action for n in (0, 1))
    assert isinstance(morning, a.Meant)
    assert isinstance(evening, a.Meant)
    assert "Reminder: every day, 19:00" in (await seen(said.meant(ana(), evening))).text
    assert everything(database) == before


async def test_a_time_is_asked_for_where_none_was_said(ana: MakeTurn) -> None:
    screen = await seen(said.typed(ana("add a reminder")))
    offered = screen.keys[0][0]
    assert offered.label == "07:30"
    assert isinstance(offered.action, a.Meant)
    assert "Reminder: every day, 07:30" in (await seen(said.meant(ana(), offered.action))).text


async def test_more_times_than_a_reminder_has_are_not_asked_about(ana: MakeTurn) -> None:
    many = m.AddReminder(m.Times(at=tuple(time(hour) for hour in range(9))))
    screen = await seen(asking.ASKING[m.AddReminder](ana(), many))
    assert "8 times a day" in screen.text


async def test_the_same_reminder_is_not_kept_twice(ana: MakeTurn) -> None:
    action = yes(await seen(said.typed(ana("remind me every day at 7:30 am"))))
    assert (await seen(agreed.agreed(ana(), action))).toast == "You have that one already."


async def test_of_readings_about_reminders_only_theirs_are_asked(ana: MakeTurn) -> None:
    """07:30 is there, 19:30 is not: only whether it becomes 08:00 or 20:00 is open."""
    screen = await seen(said.typed(ana("move my 7:30 reminder to 8")))
    assert [row[0].label for row in screen.keys[:-1]] == ["07:30 becomes 08:00", "07:30 becomes 20:00"]


async def test_one_of_several_times_goes_and_the_others_stay(ana: MakeTurn, database: Database) -> None:
    rule = Rule(m.EVERY_DAY, (time(7, 30), time(18)))
    database.call(does.clear, 7, 99, ana().now)
    database.call(does.add, 7, rule, ana().now)
    screen = await seen(said.typed(ana("delete the evening reminder")))
    action = yes(screen)
    assert isinstance(action, a.ChangeTo)
    await agreed.change_to(ana(), action)
    [kept] = database.call(lambda session: session.exec(select(Reminder)).all())
    assert kept.times == "07:30"


async def test_a_reminder_that_nobody_has_is_not_deleted(ana: MakeTurn) -> None:
    screen = await seen(said.typed(ana("delete the evening reminder")))
    assert "There is no such reminder" in screen.text


async def test_of_several_that_are_meant_one_is_chosen(ana: MakeTurn, database: Database) -> None:
    database.call(does.add, 7, Rule(frozenset({0}), (time(7),)), ana().now)
    screen = await seen(said.typed(ana("delete a reminder")))
    assert "Which reminder?" in screen.text
    assert [row[0].label for row in screen.keys[:-1]] == ["every day, 07:30", "Mon, 07:00"]


# Once


async def test_once_is_queued_for_that_moment(ana: MakeTurn, database: Database) -> None:
    action = yes(await seen(said.typed(ana("remind me in 20 minutes"))))
    screen = await seen(agreed.agreed(ana(), action))
    assert "Mon, 2 Mar, 10:20" in screen.text
    [queued] = database.call(lambda session: session.exec(select(Delivery)).all())
    assert queued.due_at == ana().now + timedelta(minutes=20)
    assert queued.reminder_id is None


async def test_once_can_be_called_off(ana: MakeTurn) -> None:
    off = yes(await seen(agreed.agreed(ana(), a.Agreed("la,,20260302,1800,"))))
    assert isinstance(off, a.CallOff)
    assert "I do not come" in (await seen(agreed.call_off(ana(), off))).text
    assert "does not wait any more" in (await seen(agreed.call_off(ana(), off))).text


async def test_a_moment_that_has_passed_meanwhile_is_asked_for_anew(
    ana: MakeTurn, database: Database
) -> None:
    screen = await seen(agreed.agreed(ana(), a.Agreed("la,,20260302,0900,")))
    assert "That moment has passed" in screen.text
    assert database.call(lambda session: session.exec(select(Delivery)).all()) == []


async def test_what_is_far_ahead_is_better_kept_as_a_reminder(ana: MakeTurn) -> None:
    screen = await seen(agreed.agreed(ana(), a.Agreed("la,,20270302,0900,")))
    assert "a month at most" in screen.text


async def test_quiet_hours_are_no_hindrance_to_what_was_asked_for(ana: MakeTurn, person: Person) -> None:
    still = person.model_copy(update={"quiet_from": time(22), "quiet_until": time(7)})
    screen = await seen(agreed.agreed(ana(who=still), a.Agreed("la,,20260302,2300,")))
    assert "in your quiet hours" in screen.text


async def test_nothing_is_promised_while_a_warning_sign_waits(
    ana: MakeTurn, database: Database, now: datetime
) -> None:
    card = await seen(said.typed(ana("remind me in 20 minutes")))
    database.call(care.hold, 7, Tier.B, care.WORDS, now)
    told = await seen(agreed.agreed(ana(), yes(card)))
    assert "until someone has had a look" in told.text
    assert database.call(lambda session: session.exec(select(Delivery)).all()) == []
