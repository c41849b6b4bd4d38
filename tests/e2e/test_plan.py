"""A plan, as a person makes it and walks on it."""

from bot.emulator.client import buttons_of, text_of
from tests.e2e.conftest import Stage, shows
from tests.e2e.test_reminders import reminder, to_morning

TAPS = (
    "Make my plan",
    "Less stiffness",
    "On a chair",
    "Standing",
    "Done",
    "Nothing of these",
    "10 minutes",
    "Done",
    "8 weeks",
    "After lunch",
    "at my desk",
)


async def test_a_plan_is_made_by_taps_and_begins_today(stage: Stage) -> None:
    """Eight questions, the plan with its reasons, its first session; there, an exercise is exchanged."""
    ana = await stage.met()
    await ana.say("/plan")
    for tap in TAPS:
        await ana.press(tap)
    await ana.wait_for(shows("Is this right?"))
    await ana.press("✓ Make my plan")
    made = await ana.wait_for(shows("Here is your plan."))
    assert "Week 1 of 8" in text_of(made)
    assert "After lunch, at my desk" in text_of(made)
    await ana.press("⏰ Yes, at 13:30")
    page = await ana.wait_for(shows("to settle and breathe"))
    assert "Left out for now" not in text_of(page)
    await ana.press("▶ Start")
    await ana.press("Later, gentle start now")
    first = await ana.wait_for(shows("1 of 4"))
    await ana.press("More …")
    await ana.wait_for(lambda shown: any(b["text"] == "Not here" for b in buttons_of(shown)))
    await ana.press("Not here")
    await ana.wait_for(lambda m: m["message_id"] == first["message_id"] and text_of(m) != text_of(first))


async def test_a_reminder_speaks_of_the_plan_not_of_the_routine_that_rests(stage: Stage) -> None:
    ana = await stage.met()
    await ana.say("/plan")
    for tap in (*TAPS, "✓ Make my plan"):
        await ana.press(tap)
    await ana.wait_for(shows("Here is your plan."))
    await to_morning(stage)
    assert "4 exercises" in text_of(await reminder(ana))


async def test_the_own_routine_comes_back_when_a_plan_ends(stage: Stage) -> None:
    ana = await stage.met()
    await ana.say("/plan")
    for tap in (*TAPS, "✓ Make my plan", "🧭 My plan", "My own routine", "Yes, end the plan"):
        await ana.press(tap)
    await ana.wait_for(shows("Your own routine is back."))
    await ana.press("Menu")
    await ana.wait_for(shows("Today: 5 exercises"))
