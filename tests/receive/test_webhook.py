"""Where deliveries come: the server reads an address as the one who wrote it meant it."""

from collections.abc import Sequence

import httpx
import pytest

from bot import web
from bot.receive import webhook
from bot.receive.arrivals import Json

SECRET = "only-good-for-tests"


@pytest.mark.parametrize("path", ["", "/telegram", "/telegram?a=b", "/a%20b/%C3%BC", "/ü"])
async def test_a_delivery_finds_its_way_whatever_the_path_is_like(path: str) -> None:
    """Else every delivery would be turned away."""
    came: list[Json] = []

    async def take_in(updates: Sequence[Json]) -> None:
        came.extend(updates)

    apps = {webhook.path(f"https://coach.example.org{path}"): webhook.taking(SECRET, take_in)}
    async with web.serving("127.0.0.1:0", [], apps) as address, httpx.AsyncClient() as telegram:
        proof = {webhook.HEADER: SECRET}
        answer = await telegram.post(address + path, json={"update_id": 1}, headers=proof)
    assert (answer.status_code, came) == (200, [{"update_id": 1}])
