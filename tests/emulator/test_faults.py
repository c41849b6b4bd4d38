"""Faults and flood limits."""

from typing import Any

import pytest

from bot.emulator.errors import NotPossible, Refusal
from bot.emulator.faults import Faults
from bot.emulator.limits import Limits


def taken(faults: Faults, method: str = "sendMessage", **values: Any) -> bool:
    """Whether a fault means this call."""
    return faults.take(method, values) is not None


def test_a_fault_comes_once_unless_told_otherwise() -> None:
    """``times`` counts matching calls."""
    faults = Faults()
    faults.add({"method": "sendmessage", "code": 500, "times": 2})
    assert [taken(faults, "getMe"), taken(faults), taken(faults), taken(faults)] == [False, True, True, False]
    faults.add({"code": 500})
    assert [taken(faults, "getMe"), taken(faults)] == [True, False]


def test_a_fault_can_mean_a_chat_or_a_text() -> None:
    """Numbers and texts compare alike."""
    faults = Faults()
    faults.add({"code": 403, "chat_id": 5})
    assert not taken(faults, chat_id="6")
    assert taken(faults, chat_id="5")
    faults.add({"code": 403, "contains": "reminder"})
    assert not taken(faults, text="hello")
    assert taken(faults, text="a reminder")


def test_a_429_tells_how_long_to_wait() -> None:
    """In words and in parameters."""
    faults = Faults()
    faults.add({"code": 429, "parameters": {"retry_after": 7}})
    fault = faults.take("getMe", {})
    assert fault
    refused = fault.refusal()
    assert refused
    assert refused.envelope() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }


@pytest.mark.parametrize(
    "wish", [{}, {"code": 200}, {"code": "x"}, {"drop": "later"}, {"delay": "x"}, {"kode": 500}]
)
def test_unclear_faults_are_refused(wish: dict[str, Any]) -> None:
    """Rather than never coming."""
    with pytest.raises(NotPossible):
        Faults().add(wish)


def test_faults_are_listed_and_removed() -> None:
    """One by one or all."""
    faults = Faults()
    first = faults.add({"code": 500, "times": 3})
    faults.add({"delay": 1})
    assert faults.view()[0] == {"id": first.id, "left": 3, "code": 500}
    faults.remove(first.id)
    assert len(faults.view()) == 1
    with pytest.raises(NotPossible):
        faults.remove(first.id)
    faults.clear()
    assert faults.view() == []


def test_limits_are_off_at_first() -> None:
    """A thousand messages at once are fine."""
    limits = Limits(lambda: 0.0)
    for _ in range(1000):
        limits.check(1, is_group=False)


@pytest.mark.parametrize(
    ("name", "is_group", "wait"),
    [("chat_per_second", False, 1), ("group_per_minute", True, 60), ("all_per_second", True, 1)],
)
def test_a_limit_refuses_and_tells_the_wait(name: str, is_group: bool, wait: int) -> None:
    """The window slides."""
    at = 0.0
    limits = Limits(lambda: at)
    limits.set({name: 2})
    limits.check(1, is_group)
    limits.check(1, is_group)
    with pytest.raises(Refusal) as refused:
        limits.check(1, is_group)
    assert refused.value.parameters == {"retry_after": wait}
    at = float(wait)
    limits.check(1, is_group)


def test_a_limit_of_one_chat_leaves_others_alone() -> None:
    """And null switches off."""
    limits = Limits(lambda: 0.0)
    limits.set({"chat_per_second": 1})
    limits.check(1, is_group=False)
    limits.check(2, is_group=False)
    assert limits.set({"chat_per_second": None})["chat_per_second"] is None
    limits.check(1, is_group=False)


@pytest.mark.parametrize("wish", [{"x": 1}, {"all_per_second": 0}, {"all_per_second": "1"}])
def test_unclear_limits_are_refused(wish: dict[str, Any]) -> None:
    """Rather than being without effect."""
    with pytest.raises(NotPossible):
        Limits(lambda: 0.0).set(wish)
