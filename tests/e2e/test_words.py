"""Plain words end to end: understood, asked about, done once after a yes, and kept nowhere."""

from sqlalchemy import select
from sqlmodel import Session

from bot.db.tables import METADATA
from bot.emulator.client import buttons_of, text_of
from tests.e2e.conftest import Stage, shows


async def test_a_reminder_in_plain_words_comes_after_a_yes(stage: Stage) -> None:
    ana = await stage.met()
    await ana.say("remind me every monday at 6am please")
    card = await ana.wait_for(shows("I understood: Reminder: Mon, 06:00"))
    assert text_of(card).count("•") == 3
    await ana.press("Yes")
    await ana.wait_for(lambda m: "06:00 · Mon" in text_of(m) and m["message_id"] == card["message_id"])


async def test_once_comes_once(stage: Stage) -> None:
    """In twenty minutes, and never again, however often the yes was pressed."""
    ana = await stage.met()
    await ana.say("remind me in 20 minutes")
    card = await ana.wait_for(shows("Remind me once"))
    data = buttons_of(card)[0]["callback_data"]
    for _ in range(2):
        await ana.press_data(card["message_id"], data, stale=True)
    await ana.wait_for(shows("I will be there"))
    await stage.move(minutes=21)
    first = await ana.wait_for(lambda m: any("In 20 min" in b["text"] for b in buttons_of(m)))
    await stage.move(minutes=30)
    newer = [m for m in await ana.messages() if m["message_id"] > first["message_id"]]
    assert not newer


async def test_morning_or_evening_is_asked_by_two_buttons(stage: Stage) -> None:
    ana = await stage.met()
    await ana.say("remind me every day at 7")
    await ana.wait_for(shows("Morning or evening?"))
    await ana.press("🔔 19:00 · every day")
    await ana.wait_for(shows("I understood: Reminder: every day, 19:00"))
    await ana.press("No")
    await ana.wait_for(shows("Nothing has changed"))


async def test_spanish_is_answered_in_spanish(stage: Stage) -> None:
    eva = await stage.emulator.add_person("Eva", language_code="es", time_zone="Europe/Madrid")
    await eva.say("/start")
    await eva.say("enséñame el gato vaca")
    await eva.wait_for(shows("Gato-vaca sentado"))
    await eva.say("pausa una semana")
    await eva.wait_for(shows("¿Lo hago?"))
    await eva.press("Sí")
    await eva.wait_for(shows("En pausa hasta"))


async def test_what_people_type_is_kept_nowhere(stage: Stage) -> None:
    """Once an update is handled, no table holds a word of it."""
    ana = await stage.met()
    for text in ("remind me at vellichor florbnax", "florbnax hurts 4", "florbnax"):
        await ana.say(text)
    await stage.last(ana)

    def everything(session: Session) -> str:
        return " ".join(
            str(row)
            for table in METADATA.tables.values()
            for row in session.connection().execute(select(table))
        )

    assert "florbnax" not in await stage.coach.house.database.run(everything)
