"""What is kept can be taken out and erased for good, and no line of the log tells about anybody."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from zipfile import ZipFile

import pytest
import structlog
from sqlmodel import Session, select

from bot import log
from bot.db.tables import METADATA, Delivery, DeliveryStatus
from bot.emulator.client import Person, buttons_of, eventually, text_of
from tests.e2e.conftest import LATER, Stage, shows
from tests.e2e.test_reminders import reminder, to_morning

NAME = "Quixolanda"
WORDS = ["my florbnax aches since brumaire", "/exercises wozzeldip", "/reminders tomorrow at snickelfritz",
         "/show zibbelgroz", "/grumpelwort", "brimborium <b>&</b> ☃"]  # fmt: skip
SECRETS = ["florbnax", "brumaire", "wozzeldip", "snickelfritz", "zibbelgroz", "grumpelwort", "brimborium",
           "quixolanda", "vellichor"]  # fmt: skip
"""What nobody but her may know; no word of it is in the code or in the content."""

TELEGRAMS = ("bot.emulator", "httpcore", "httpx", "uvicorn", "python_multipart")
"""Loggers of the emulator and of the people who use it, which are in this process too; not the coach's."""


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Give all that is logged from here on, as verbose as can be; put the loggers back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    log.configure("debug", "json", stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


def rows_about(session: Session, person_id: int, name: str) -> list[str]:
    """Return all rows that hold somebody's number or name, in whatever table and column."""
    found = (row for table in METADATA.sorted_tables for row in session.connection().execute(table.select()))
    return [str(row) for row in found if str(person_id) in str(row) or name in str(row)]


async def left_of(stage: Stage, person: Person, name: str = NAME) -> list[str]:
    """Return what is stored about somebody once everything in hand is done."""
    await stage.settled()
    return await stage.coach.house.database.run(rows_about, person.id, name)


async def erase(person: Person) -> None:
    """Erase everything, as a person does it."""
    await person.say("/erase")
    await person.press("Yes, erase everything")
    await person.wait_for(shows("All gone."))


async def live(stage: Stage) -> Person:
    """Live some days as somebody who types a lot, and for whom not all goes well."""
    ana = await stage.met(NAME)
    for words in WORDS:
        await ana.say(words)
    await ana.edit((await ana.say("florbnax"))["message_id"], "vellichor")
    await ana.send_media("photo", caption="vellichor")
    await ana.location(41.3, 2.1)
    await stage.settled()
    await ana.say("/menu")
    await ana.press("Help")
    await ana.say("/today")
    await ana.press(LATER)
    await ana.press("✓ Done")
    # A day that is none: a mishap of ours, in whose words hers are quoted.
    await ana.press_data((await ana.last())["message_id"], "v1:dm:florbnax", stale=True)
    await to_morning(stage)
    await reminder(ana)
    await ana.press(lambda b: "In 20 min" in b["text"])
    for wish in ({"code": 400, "description": f"Bad Request: can't parse {NAME}"}, {"drop": "after"}):
        await stage.emulator.fault(method="sendMessage", **wish)
        await ana.say("/help florbnax")
        await stage.settled()
    await ana.block()
    await to_morning(stage)
    await ana.unblock()
    await ana.say("/start")
    await stage.settled()
    return ana


async def test_no_line_of_the_log_tells_what_somebody_typed_or_who_they_are(
    logged: io.StringIO, stage: Stage
) -> None:
    """A story with mishaps, logged as verbosely as can be: no word, name, number or answer is in it."""
    ana = await live(stage)
    said = {text_of(message)[:40] for message in await ana.messages() if not message["outgoing"]}
    await erase(ana)
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    ours = [line for line in lines if not line["logger"].startswith(TELEGRAMS)]
    assert {"telegram refused", "update failed"} <= {line["event"] for line in ours}, "this proves nothing"
    telling = {json.dumps(line, ensure_ascii=False).lower() for line in ours}
    secrets = {*SECRETS, str(ana.id), *(words.lower() for words in said if words)}
    assert [(secret, line) for line in telling for secret in secrets if secret in line] == []


async def test_nothing_that_was_typed_is_kept(stage: Stage) -> None:
    """After some days of talking, no table holds a word of it; the name is there, once."""
    ana = await live(stage)
    stored = await left_of(stage, ana)
    assert stored
    typed = [word for word in SECRETS if word != NAME.lower()]
    assert [word for word in typed if word in str(stored).lower()] == []


async def test_the_file_has_everything_and_comes_to_her_alone(stage: Stage) -> None:
    """/export: one ZIP with what the tables hold about her and nothing about him."""
    ana, ben = await stage.met(NAME), await stage.met("Benoquist")
    await ana.say("/export")
    message = await ana.wait_for(lambda m: "document" in m)
    assert message["document"]["file_name"].endswith(".zip")
    file = await stage.coach.bot.get_file(message["document"]["file_id"])
    with ZipFile(io.BytesIO(await file.download_as_bytearray())) as archive:
        whole = archive.read("everything.json").decode()
        assert len(archive.namelist()) == len(json.loads(whole)["tables"]) + 1
    assert NAME in whole
    assert [len(json.loads(whole)["tables"][name]) for name in ("person", "reminder")] == [1, 1]
    assert "Benoquist" not in whole
    assert str(ben.id) not in whole
    assert not any("document" in m for m in await ben.messages())


async def test_erasing_leaves_nothing_of_hers_and_him_in_peace(stage: Stage) -> None:
    """After /erase no row of any table knows her number or name; his are what they were."""
    ben = await stage.met("Benoquist")
    ana = await live(stage)
    his = await left_of(stage, ben, "Benoquist")
    assert await left_of(stage, ana)
    await erase(ana)
    assert await left_of(stage, ana) == []
    assert await left_of(stage, ben, "Benoquist") == his
    await to_morning(stage)
    await reminder(ben)
    assert "All gone." in text_of(await ana.last())


async def test_no_keeps_it_all(stage: Stage) -> None:
    """The other button leads back, and nothing has changed."""
    ana = await stage.met(NAME)
    before = await left_of(stage, ana)
    await ana.say("/privacy")
    await ana.press(lambda b: "Erase everything" in b["text"])
    await ana.press("No, keep it all")
    await ana.wait_for(shows("What I keep about you"))
    assert await left_of(stage, ana) == before


async def test_start_begins_anew(stage: Stage) -> None:
    """Whoever comes back is met like anybody: the same questions, an empty week."""
    ana = await stage.met(NAME)
    await erase(ana)
    await ana.say("/start")
    await ana.press("Morning · 07:30")
    await ana.wait_for(shows("Is it"))
    person, heard = await left_of(stage, ana)  # who it is, and that they wrote just now
    assert NAME in person
    assert "heard" in heard


async def test_a_second_press_on_yes_leaves_nothing_either(stage: Stage) -> None:
    """A thumb that trembles: five presses, some of them after all is gone."""
    ana = await stage.met(NAME)
    await ana.say("/erase")
    question = await ana.wait_for(shows("Erase everything?"))
    data = next(b["callback_data"] for b in buttons_of(question) if b["text"].startswith("Yes"))
    for _ in range(5):
        await ana.press_data(question["message_id"], data, answered=False, stale=True)
    await ana.wait_for(shows("All gone."))
    assert await left_of(stage, ana) == []


async def test_erasing_while_a_reminder_is_on_its_way_leaves_nothing(stage: Stage) -> None:
    """Telegram takes its time over a reminder; meanwhile she erases everything. Nothing comes back."""
    ana = await stage.met(NAME)
    await stage.emulator.fault(method="sendPhoto", delay=2)
    ticking = asyncio.create_task(to_morning(stage))
    await until_sending(stage)
    await erase(ana)
    assert not ticking.done()
    await ticking
    await stage.coach.tick()
    assert await left_of(stage, ana) == []


async def until_sending(stage: Stage) -> None:
    """Wait until a delivery is in hand."""

    def look(session: Session) -> bool:
        return (
            session.exec(select(Delivery).where(Delivery.status == DeliveryStatus.SENDING)).first()
            is not None
        )

    async def sending() -> bool | None:
        return await stage.coach.house.database.run(look) or None

    await eventually(sending, 5, "delivery in hand")
