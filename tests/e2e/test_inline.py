"""Inline mode from end to end: somebody drops a card into another chat."""

from bot.emulator.client import ControlError, Person, eventually
from bot.emulator.player import Json, buttons_of, text_of
from tests.e2e.conftest import Stage


async def drop(stage: Stage, who: Person, words: str, exercise: str) -> Json:
    """Type ``@bot words`` and choose the card of an exercise as soon as it is offered."""
    query = await stage.emulator.request("POST", "inline", {"as": who.id, "query": words})
    chosen = {"as": who.id, "chat_id": who.chat_id, "result_id": exercise}

    async def choose() -> Json | None:
        try:
            sent: Json = await stage.emulator.request("POST", f"inline/{query['id']}/choose", chosen)
        except ControlError:
            return None
        return sent

    return await eventually(choose, 5.0, f"card of {exercise}")


async def test_a_card_with_its_picture_is_dropped_into_another_chat(stage: Stage) -> None:
    ana = await stage.met()
    await ana.say("/show cat cow")
    await ana.wait_for(lambda m: "Seated Cat Cow" in text_of(m))
    sent = await drop(stage, ana, "cat cow", "seated-cat-cow")
    assert "Seated Cat Cow" in text_of(sent)
    assert sent["animation"]
    [button] = buttons_of(sent)
    assert button["url"].endswith("?start=show_seated-cat-cow")


async def test_before_its_picture_was_ever_uploaded_the_card_comes_in_words(stage: Stage) -> None:
    ben = await stage.person("Ben")
    sent = await drop(stage, ben, "wall angels", "wall-angel")
    assert "Wall" in sent["text"]
    assert "animation" not in sent
