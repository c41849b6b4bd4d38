"""Meeting the coach and doing a session, as a person does it."""

from typing import Any

from bot.emulator.client import buttons_of, text_of
from tests.e2e.conftest import LATER, Stage, shows


def _yes(button: dict[str, Any]) -> bool:
    return bool(button["text"].startswith("Yes, "))


async def test_six_taps_lead_from_hello_to_the_first_exercise(stage: Stage) -> None:
    """START, time of day, clock, days, begin, questions later: then the first step, in the same message."""
    ana = await stage.person()
    await ana.say("/start")
    welcome = await ana.wait_for(lambda m: "not medical advice" in text_of(m))
    for tap in ("Morning · 07:30", _yes, "Every day", "▶ Start now", LATER):
        await ana.press(tap)
    card = await ana.wait_for(lambda m: "Step 1 of" in text_of(m))
    assert card["message_id"] == welcome["message_id"]
    assert "1 of 5" in text_of(card)


async def test_a_session_goes_on_where_it_was_left_the_next_day(stage: Stage) -> None:
    """Leave in the middle; tomorrow the old card and /today both lead to the same place."""
    ana = await stage.met()
    await stage.begins(ana)
    await ana.press("✓ Done")
    await stage.move(days=1)
    await ana.say("/today")
    card = await ana.wait_for(lambda m: "2 of 5" in text_of(m) and m["message_id"] > 2)
    await ana.press("✓ Done")
    await ana.wait_for(lambda m: "3 of 5" in text_of(m) and m["message_id"] == card["message_id"])


async def test_a_finished_session_counts_and_silences_the_reminder(stage: Stage) -> None:
    """Done is done: the week says 1, and the next morning's reminder is the next that comes."""
    ana = await stage.met()
    await stage.begins(ana)
    for number in range(1, 6):
        await ana.wait_for(shows(f"{number} of 5"))
        await ana.press("✓ Done")
    done = await ana.wait_for(lambda m: "Done, well moved" in text_of(m))
    assert "First day of a new row" in text_of(done)


async def test_five_quick_presses_on_one_button_count_once(stage: Stage) -> None:
    """A thumb that trembles does one set, and every press is answered."""
    ana = await stage.met()
    await stage.begins(ana)
    card = await ana.wait_for(lambda m: "Step 1 of" in text_of(m))
    data = next(b["callback_data"] for b in buttons_of(card) if b["text"] == "✓ Done")
    for _ in range(5):
        await ana.press_data(card["message_id"], data, answered=False, stale=True)
    await stage.settled()
    await ana.wait_for(lambda m: "2 of 5" in text_of(m))
    answers = await stage.emulator.calls("answerCallbackQuery")
    assert len(answers) == 5 + 5
