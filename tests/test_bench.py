"""The benchmarks: what is told of numbers, and whether the stand-in for Telegram keeps its books."""

import asyncio
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.request import urlopen

import pytest

from benchmarks.crowd import Crowd
from benchmarks.report import Row, Table, goal, number, ratio
from benchmarks.stage import Server, Spread, server
from bot.cli.measuring import measure


@pytest.fixture(scope="module")
def telegram() -> Iterator[Server]:
    """Give the stand-in for Telegram, in its own process."""
    with server() as running:
        yield running


def a_table() -> Table:
    """Return a table with two peers."""
    table = Table("x", "A figure", ["µs", "a second"])
    table.rows = [
        Row("Midback", [Spread.of([3.0, 1.0, 2.0]), Spread.of([1234.0])], ours=True),
        Row("other & more", [Spread.of([4.0]), None]),
    ]
    return table


def test_a_spread_is_the_middle_and_the_ends() -> None:
    assert Spread.of([3.0, 1.0, 2.0]) == Spread(2.0, 1.0, 3.0)


def test_a_table_tells_middle_and_ends_and_what_is_missing() -> None:
    lines = a_table().markdown().splitlines()
    assert "| Midback | 2.00 (1.00 to 3.00) | 1,234 |" in lines
    assert "| other & more | 4.00 | - |" in lines


def test_a_plot_has_a_bar_for_each_peer_as_long_as_its_number() -> None:
    widths = [float(found) for found in re.findall(r'width="([\d.]+)" height="22"', a_table().svg())]
    assert len(widths) == 2
    assert widths[1] == pytest.approx(2 * widths[0], rel=0.01)
    assert "other &amp; more" in a_table().svg()


@pytest.mark.parametrize(
    ("value", "least", "said"), [(0.5, False, "met"), (0.7, False, "not met"), (0.7, True, "met")]
)
def test_a_goal_is_met_or_not(value: float, least: bool, said: str) -> None:
    assert goal("x", value, 0.6, least=least) == f"x: **{value:.2f}**, {said}."


def test_what_was_not_measured_is_no_success() -> None:
    assert ratio(1.0, None) is None
    assert goal("x", ratio(1.0, None), 9) == "x: not measured here."


def test_numbers_have_as_many_digits_as_mean_something() -> None:
    assert [number(value) for value in (12345.6, 12.34, 1.234)] == ["12,346", "12.3", "1.23"]


def test_the_server_answers_and_counts_calls(telegram: Server) -> None:
    telegram.control("reset")
    address = f"{telegram.url}/bot1:x/sendMessage"
    with urlopen(address, data=b"chat_id=1") as answer:  # noqa: S310 - ours
        assert json.load(answer)["result"]["message_id"]
    assert telegram.control("calls") == {"sendmessage": 1}


async def test_patient_people_press_again_when_they_see_the_answer() -> None:
    crowd = Crowd()
    given: list[dict[str, Any]] = []
    crowd.start({"people": "2", "presses": "3"})
    crowd.poll(0, 0, given.extend)
    assert [update["callback_query"]["from"]["id"] for update in given] == [1, 2]
    crowd.answered(1, b"Pressed 1 times")
    crowd.poll(3, 0, given.extend)
    assert [update["update_id"] for update in given] == [1, 2, 3]
    assert crowd.report()["answered"] == 1


async def test_what_is_not_acknowledged_comes_again() -> None:
    crowd = Crowd()
    crowd.start({"people": "1", "presses": "2", "burst": "2"})
    seen: list[list[int]] = []
    for offset in (0, 0, 2, 3):
        crowd.poll(offset, 0, lambda updates: seen.append([update["update_id"] for update in updates]))
    assert seen == [[1, 2], [1, 2], [2], []]


async def test_a_held_poll_is_answered_by_a_press() -> None:
    crowd = Crowd()
    held: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    crowd.poll(0, 5, lambda updates: held.set_result(len(updates)))
    crowd.start({"people": "3", "presses": "3"})
    assert await held == 3


def test_outside_a_clone_the_command_says_where_to_go(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        measure(None, [])
    assert "in the clone" in capsys.readouterr().err
