"""Pain around sessions, as a person says it: asked once, heard at once, and remembered the next time."""

from bot.emulator.client import Person, buttons_of, text_of
from bot.library import load
from tests.conftest import HARMLESS, ROOT
from tests.e2e.conftest import Stage, shows


async def answered(stage: Stage) -> Person:
    """Let Ana in, and answer all questions harmlessly."""
    ana = await stage.met()
    await ana.press("▶ Start now")
    for question in load(ROOT / "content").screening.questions:
        for choice in question.choices:
            if choice.slug in HARMLESS[question.slug]:
                await ana.press(choice.names["en"])
    await ana.press("Done ›")
    return ana


async def test_what_hurt_becomes_easier_the_next_time_and_can_be_taken_back(stage: Stage) -> None:
    ana = await answered(stage)
    await ana.press("▶ Today's session")
    await ana.wait_for(shows("How is your back right now?"))
    await ana.press("2")
    card = await ana.wait_for(shows("1 of 5"))
    await ana.press("It hurts")
    await ana.press("5")
    await ana.press("Do half as much")
    await ana.wait_for(lambda m: m["message_id"] == card["message_id"] and "1 of 5" in text_of(m))
    await ana.press("It hurts")
    await ana.press("7")
    await ana.wait_for(shows("We stop this one."))
    await ana.press("End here")
    await stage.move(days=2)
    await ana.say("/today")
    await ana.press("1")
    told = await ana.wait_for(shows("so a step easier"))
    await ana.press("↩ Undo")
    await ana.wait_for(lambda m: m["message_id"] == told["message_id"] and "a step easier" not in text_of(m))
    await ana.say("/changes")
    await ana.wait_for(shows("Taken back."))


async def test_a_sign_ends_it_and_holds_up_the_next(stage: Stage) -> None:
    ana = await answered(stage)
    await ana.press("▶ Today's session")
    await ana.press("Start without a number")
    await ana.press("It hurts")
    await ana.press("Numb or tingling")
    await stage.settled()
    await ana.say("/today")
    held = await stage.last(ana)
    assert "Start without a number" not in [button["text"] for button in buttons_of(held)]
