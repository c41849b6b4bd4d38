"""The coach behind a webhook: Telegram delivers, strangers do not, and how it is can be seen."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app import coach
from bot.clock import SystemClock
from bot.emulator import serve
from bot.emulator.client import Emulator, buttons_of
from bot.receive.webhook import HEADER, LARGEST
from bot.services import inbox
from tests.e2e.conftest import MADRID, SECRET, Stage, on_a_monday, settings_for, shows, webhook_at

AUTHORISED = {HEADER: SECRET}


@dataclass
class Hooked(Stage):
    """A stage whose coach listens."""

    http: httpx.AsyncClient

    async def post(self, body: Any, headers: dict[str, str] | None = None) -> int:
        """Deliver something and return the status."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = await self.http.post("/telegram", content=content, headers=headers or {})
        assert "Traceback" not in answer.text
        return answer.status_code

    async def figure(self, name: str) -> float:
        """One figure, 0 when it is not there."""
        lines = (await self.http.get("/metrics")).text.splitlines()
        return next((float(line.split()[-1]) for line in lines if line.startswith(f"{name} ")), 0.0)

    def waiting(self) -> int:
        """How many updates are stored."""
        full = self.coach.house.database.call(inbox.backlog)
        return full.waiting + full.set_aside


@pytest.fixture
async def hooked(tmp_path: Path, free_ports: list[int]) -> AsyncIterator[Hooked]:
    """Give a coach behind a webhook."""
    port = free_ports[0]
    async with serve(token="100000:end-to-end-tests-end-to-end-tests-0") as server:
        database = f"sqlite:///{tmp_path / 'coach.sqlite3'}"
        settings = settings_for(server.url, database, **webhook_at(port))
        async with (
            Emulator(server.url) as emulator,
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http,
        ):
            clock = await on_a_monday(emulator)
            async with coach(settings, clock) as ready:
                yield Hooked(emulator, ready, clock, http)


async def test_a_whole_story_comes_by_webhook(hooked: Hooked) -> None:
    ana = await hooked.met()
    await hooked.begins(ana)
    await ana.press("✓ Done")
    await ana.wait_for(shows("2 of 5"))
    info = await hooked.coach.bot.get_webhook_info()
    assert info.url.endswith("/telegram")
    assert info.last_error_message is None
    assert not [call for call in await hooked.emulator.calls("getUpdates") if call]


@pytest.mark.parametrize("headers", [{}, {HEADER: "wrong"}, {HEADER: SECRET + "x"}, {HEADER: "schlüssel"}])
async def test_a_stranger_is_turned_away(hooked: Hooked, headers: dict[str, str]) -> None:
    encoded = [(name.encode(), value.encode()) for name, value in headers.items()]
    answer = await hooked.http.post("/telegram", content=b'{"update_id": 1}', headers=encoded)
    assert answer.status_code == 401
    assert hooked.waiting() == 0


async def test_a_body_too_large_is_not_read_to_its_end(hooked: Hooked) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while read < 100 * LARGEST:
            read += 65536
            yield b" " * 65536

    assert await hooked.post(b" " * (LARGEST + 1), AUTHORISED) == 413
    try:
        answer = await hooked.http.post("/telegram", content=endless(), headers=AUTHORISED)
        assert answer.status_code == 413
    except httpx.TransportError:  # the server has hung up, which says the same
        pass
    assert read < 50 * LARGEST


GARBAGE: list[bytes] = [
    b"",
    b"hello",
    b"{",
    b"[]",
    b"5",
    b"null",
    b'"x"',
    b"{}",
    b'{"update_id": "1"}',
    b'{"update_id": 1e400}',
    b'{"update_id": ' + b"9" * 30 + b"}",
    b"\xff\xfe\x00",
    b"[" * 100_000,
]


@pytest.mark.parametrize("body", GARBAGE, ids=range(len(GARBAGE)))
async def test_garbage_is_answered_calmly(hooked: Hooked, body: bytes) -> None:
    assert await hooked.post(body, AUTHORISED) == 400
    assert hooked.waiting() == 0


async def test_an_odd_update_is_taken_and_set_aside(hooked: Hooked) -> None:
    """It proves to be Telegram's, so asking for it again would not mend it."""
    assert await hooked.post({"update_id": 1, "message": {"from": 5}}, AUTHORISED) == 200
    async with asyncio.timeout(5):
        while not (await hooked.coach.house.database.run(inbox.backlog)).set_aside:  # noqa: ASYNC110 - no bell
            await asyncio.sleep(0.02)


async def test_it_is_stored_when_200_is_said(hooked: Hooked) -> None:
    """And while it cannot be stored, Telegram is not told that it was."""
    with hooked.coach.house.database.engine.connect() as other:
        other.exec_driver_sql("ALTER TABLE inbox RENAME TO hidden")
        other.commit()
        assert await hooked.post({"update_id": 1}, AUTHORISED) == 503
        other.exec_driver_sql("ALTER TABLE hidden RENAME TO inbox")
        other.commit()
    assert await hooked.post({"update_id": 1}, AUTHORISED) == 200


@pytest.mark.parametrize(("method", "path"), [("GET", "/telegram"), ("POST", "/"), ("GET", "/admin")])
async def test_there_is_nothing_else(hooked: Hooked, method: str, path: str) -> None:
    assert (await hooked.http.request(method, path)).status_code in {404, 405}


async def test_it_says_that_it_lives_and_is_ready(hooked: Hooked) -> None:
    assert (await hooked.http.get("/healthz")).text == "alive"
    answer = await hooked.http.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "database": "ok",
        "inbox": "ok",
        "scheduler": "ok",
        "telegram": "ok",
    }


async def test_it_is_not_ready_while_updates_wait_for_minutes(hooked: Hooked) -> None:
    await hooked.coach.house.database.run(
        inbox.store, [inbox.Arrived(1, 1, {}), inbox.Arrived(2, 1, {})], hooked.clock.now()
    )
    with hooked.coach.house.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE inbox SET claimed_until = '9999-01-01', status = 'waiting'")
    await hooked.move(minutes=6)
    answer = await hooked.http.get("/readyz")
    assert answer.status_code == 503
    assert "updates wait" in answer.json()["inbox"]


async def test_figures_count_and_name_nobody(hooked: Hooked) -> None:
    ana = await hooked.met("Anastasia")
    await hooked.settled()
    assert await hooked.figure('midback_updates_total{kind="callback_query"}') == 3
    assert await hooked.figure('midback_updates_handled_total{outcome="done"}') == 4
    assert await hooked.figure("midback_database_seconds_count") > 4
    assert await hooked.figure('midback_inbox{state="waiting"}') == 0
    page = (await hooked.http.get("/metrics")).text
    assert str(ana.id) not in page
    assert "Anastasia" not in page


async def test_figures_tell_how_late_a_reminder_was(hooked: Hooked) -> None:
    ana = await hooked.met()
    here = hooked.clock.now().astimezone(MADRID)
    aim = (here + timedelta(days=1)).replace(hour=7, minute=30, second=3)
    await hooked.move(seconds=(aim - here).total_seconds())
    await ana.wait_for(lambda m: any("In 20 min" in b["text"] for b in buttons_of(m)))
    await hooked.coach.tick()
    assert await hooked.figure('midback_deliveries_total{kind="reminder",outcome="sent"}') == 1
    assert 2 < await hooked.figure('midback_delivery_lag_seconds_sum{kind="reminder"}') < 60


async def test_a_coach_that_polls_takes_the_webhook_back(hooked: Hooked, tmp_path: Path) -> None:
    """`run` makes Telegram match its settings, in both directions."""
    url = str(hooked.coach.bot.base_url).split("/bot")[0]
    settings = settings_for(url, f"sqlite:///{tmp_path / 'other.sqlite3'}")
    async with coach(settings, SystemClock()):
        assert (await hooked.coach.bot.get_webhook_info()).url == ""


async def test_a_polling_coach_serves_its_figures_where_it_is_told_to(
    tmp_path: Path, free_ports: list[int]
) -> None:
    async with serve(token="100000:end-to-end-tests-end-to-end-tests-0") as server:
        settings = settings_for(
            server.url, f"sqlite:///{tmp_path / 'coach.sqlite3'}", listen=f"127.0.0.1:{free_ports[0]}"
        )
        address = f"http://127.0.0.1:{free_ports[0]}"
        async with coach(settings, SystemClock()) as ready, httpx.AsyncClient(base_url=address) as http:
            assert (await http.get("/readyz")).status_code == 200
            assert (await ready.bot.get_webhook_info()).url == ""
            assert (await http.post("/telegram", content=b"{}")).status_code == 404
