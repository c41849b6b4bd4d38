"""Reminders as people live with them: they come, they are put off, they keep quiet once all is done."""

from datetime import timedelta

from bot.emulator.client import Person, buttons_of, text_of
from bot.emulator.player import Json
from tests.e2e.conftest import LATER, MADRID, Stage, shows


async def to_morning(stage: Stage, hour: int = 7, minute: int = 30, days: int = 1) -> None:
    """Move to a wall-clock time some days ahead."""
    here = stage.clock.now().astimezone(MADRID)
    aim = (here + timedelta(days=days)).replace(hour=hour, minute=minute, second=1, microsecond=0)
    await stage.move(seconds=(aim - here).total_seconds())


def is_reminder(message: Json) -> bool:
    """Tell a reminder by its buttons."""
    return any("In 20 min" in button["text"] for button in buttons_of(message))


async def reminder(person: Person) -> Json:
    """Wait for a reminder."""
    return await person.wait_for(is_reminder)


async def sent_to(stage: Stage, person: Person) -> int:
    """Count what the coach sent on its own."""
    return len(await stage.emulator.calls("sendPhoto", chat_id=person.chat_id))


async def test_a_reminder_comes_at_its_time_and_start_turns_it_into_the_card(stage: Stage) -> None:
    """07:30 tomorrow: one message; Start edits that very message into the first step."""
    ana = await stage.met()
    await to_morning(stage)
    message = await reminder(ana)
    lag = stage.coach.metrics.registry.get_sample_value
    assert lag("midback_delivery_lag_seconds_count", {"kind": "reminder"}) == 1
    assert 1 <= (lag("midback_delivery_lag_seconds_sum", {"kind": "reminder"}) or 0) < 60
    await ana.press(lambda b: "Start" in b["text"])
    await ana.press(LATER)
    card = await ana.wait_for(lambda m: "1 of 5" in text_of(m))
    assert card["message_id"] == message["message_id"]


async def test_it_comes_once_however_often_the_clock_is_looked_at(stage: Stage) -> None:
    """Ten ticks at the same moment send one message."""
    ana = await stage.met()
    await to_morning(stage)
    before = await sent_to(stage, ana)
    for _ in range(10):
        await stage.coach.tick()
    assert await sent_to(stage, ana) == before


async def test_it_stays_away_when_the_session_is_done(stage: Stage) -> None:
    """Finished at seven: nothing comes at half past."""
    ana = await stage.met()
    await to_morning(stage, hour=7, minute=0)
    await ana.say("/today")
    await ana.press(LATER)
    for number in range(1, 6):
        await ana.wait_for(shows(f"{number} of 5"))
        await ana.press("✓ Done")
    await ana.wait_for(lambda m: "Done, well moved" in text_of(m))
    await stage.move(minutes=31)
    assert not any(is_reminder(message) for message in await ana.messages())


async def test_twenty_minutes_later_it_comes_again_once(stage: Stage) -> None:
    """Pressed twice, put off once."""
    ana = await stage.met()
    await to_morning(stage)
    first = await reminder(ana)
    data = next(b["callback_data"] for b in buttons_of(first) if "In 20 min" in b["text"])
    for _ in range(2):
        await ana.press_data(first["message_id"], data, stale=True)
    await stage.move(minutes=21)
    await ana.wait_for(lambda m: is_reminder(m) and m["message_id"] > first["message_id"])
    await stage.move(minutes=30)
    later = [m for m in await ana.messages() if is_reminder(m) and m["message_id"] > first["message_id"]]
    assert len(later) == 1


async def test_did_it_already_counts_the_day(stage: Stage) -> None:
    """One tap, and the week shows it."""
    ana = await stage.met()
    await to_morning(stage)
    await reminder(ana)
    await ana.press(lambda b: "id it" in b["text"])
    await ana.say("/streak")
    week = await ana.wait_for(lambda m: "Your week" in text_of(m))
    assert "done, as you said" in text_of(week)


async def test_a_blocked_coach_sends_nothing_and_comes_back_with_start(stage: Stage) -> None:
    """Block, miss one, unblock and say /start: the next reminder comes."""
    ana = await stage.met()
    await ana.block()
    await stage.settled()
    await to_morning(stage)
    await ana.unblock()
    await ana.say("/start")
    await ana.wait_for(lambda m: "Hi Ana" in text_of(m) and "Menu" not in text_of(m))
    await to_morning(stage)
    await reminder(ana)


async def test_a_pause_keeps_quiet_until_its_last_day_is_over(stage: Stage) -> None:
    """A week off: seven mornings without a word, then one with."""
    ana = await stage.met()
    await ana.say("/pause")
    await ana.press(lambda b: "week" in b["text"].lower() and "two" not in b["text"].lower())
    for _ in range(6):
        await to_morning(stage)
    assert not any(is_reminder(message) for message in await ana.messages())
    await to_morning(stage)
    await reminder(ana)


async def test_a_day_without_is_met_without_guilt(stage: Stage) -> None:
    """Nothing done for two days: the week says so kindly."""
    ana = await stage.met()
    await to_morning(stage, days=2)
    await ana.say("/streak")
    week = await ana.wait_for(lambda m: "Your week" in text_of(m))
    assert (
        "rest pass" in text_of(week) or "before you came" in text_of(week) or "nothing noted" in text_of(week)
    )
