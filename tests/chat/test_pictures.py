"""Pictures on their way: drawn once, then known by their file_id."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from telegram import Chat, Message, PhotoSize

from bot.chat.pictures import RECENT, Pictures
from bot.db.database import Database
from bot.db.tables import METADATA
from bot.figures.cards import DoneCard, Made, Shipped, key
from bot.services import media

CARD = DoneCard("Done", "3 exercises")


@pytest.fixture
def pictures(database: Database, tmp_path: Path) -> Pictures:
    """Give the pictures of bot 1, none of them uploaded."""
    return Pictures(database, 1, tmp_path)


def answer(*file_ids: str) -> Message:
    """Return what Telegram answers to an upload: the same picture in several sizes, the largest last."""
    sizes = [PhotoSize(file_id, file_id, 90 * n, 90 * n) for n, file_id in enumerate(file_ids, 1)]
    return Message(1, datetime(2026, 3, 2, tzinfo=UTC), Chat(7, Chat.PRIVATE), photo=sizes)


async def test_it_draws_what_was_never_uploaded(pictures: Pictures) -> None:
    assert await pictures.known(CARD) is None
    file = await pictures.draw(CARD)
    assert file.filename == f"{key(CARD)}.jpg"
    assert file.mimetype == "image/jpeg"
    assert isinstance(file.input_file_content, bytes)
    assert file.input_file_content.startswith(b"\xff\xd8")  # how a JPEG begins


async def test_it_learns_the_largest_size(pictures: Pictures) -> None:
    file = await pictures.draw(CARD)
    await pictures.learn(CARD, file, answer("small", "large"))
    assert await pictures.known(CARD) == "large"


async def test_it_learns_nothing_from_what_it_knew(pictures: Pictures, database: Database) -> None:
    await pictures.learn(CARD, "known", answer("other"))
    assert database.call(media.file_id, 1, key(CARD)) is None


async def test_it_learns_nothing_from_an_answer_without_a_picture(pictures: Pictures) -> None:
    await pictures.learn(CARD, await pictures.draw(CARD), answer())
    assert await pictures.known(CARD) is None


async def test_it_draws_again_what_it_forgot(pictures: Pictures) -> None:
    await pictures.learn(CARD, await pictures.draw(CARD), answer("lost"))
    await pictures.forget(CARD)
    assert await pictures.known(CARD) is None


async def test_a_failure_to_remember_does_not_undo_the_message(
    pictures: Pictures, database: Database
) -> None:
    """The picture is out: all that is lost is that it will be uploaded once more."""
    file = await pictures.draw(CARD)
    METADATA.tables["media"].drop(database.engine)
    await pictures.learn(CARD, file, answer("small", "large"))


async def test_it_does_not_ask_the_database_twice(pictures: Pictures, database: Database) -> None:
    await pictures.learn(CARD, await pictures.draw(CARD), answer("large"))
    METADATA.tables["media"].drop(database.engine)
    assert await pictures.known(CARD) == "large"


async def test_another_process_learns_from_the_database(pictures: Pictures, database: Database) -> None:
    await pictures.learn(CARD, await pictures.draw(CARD), answer("large"))
    assert await Pictures(database, 1, Path()).known(CARD) == "large"


async def test_it_remembers_no_more_than_there_is_room_for(pictures: Pictures, database: Database) -> None:
    file = await pictures.draw(CARD)
    for number in range(RECENT + 1):
        card = DoneCard("Done", f"{number} exercises")
        await pictures.learn(card, file, answer(f"id-{number}"))
    METADATA.tables["media"].drop(database.engine)
    assert await pictures.known(DoneCard("Done", f"{RECENT} exercises")) == f"id-{RECENT}"
    with pytest.raises(OperationalError):
        await pictures.known(DoneCard("Done", "0 exercises"))


async def test_a_shipped_file_is_sent_as_it_is_with_a_telling_name(
    pictures: Pictures, tmp_path: Path
) -> None:
    """Telegram judges files by their names."""
    folder = tmp_path / "exercises/push-up/media"
    folder.mkdir(parents=True)
    (folder / "wall.mp4").write_bytes(b"a loop")
    file = await pictures.draw(Shipped("exercises/push-up/media/wall.mp4", "1"))
    assert (file.filename, file.input_file_content, file.mimetype) == (
        "push-up-wall.mp4",
        b"a loop",
        "video/mp4",
    )


async def test_a_picture_of_one_person_is_never_remembered(pictures: Pictures, database: Database) -> None:
    mine = Made("progress.png", b"\x89PNG a week of mine")
    async with pictures.uploading(mine):
        file = await pictures.draw(mine)
    assert (file.filename, file.input_file_content) == ("progress.png", mine.data)
    await pictures.learn(mine, file, answer("mine"))
    await pictures.forget(mine)
    assert await pictures.known(mine) is None
    with database.engine.connect() as connection:
        assert connection.execute(METADATA.tables["media"].select()).all() == []
    assert "week" not in repr(mine)
