"""The record of calls, faults, flood limits."""

from typing import Any

from ..people import Json
from .handling import Ask, Handler


def calls(ask: Ask) -> list[Json]:
    """The record, oldest first."""
    return ask.world.calls.find(
        after=ask.integer("after", 0),
        method=str(ask.get("method", "")),
        chat_id=str(ask.get("chat_id", "")),
        limit=ask.integer("limit", 0) or None,
    )


def add(ask: Ask) -> Json:
    """A new fault."""
    return ask.world.faults.add(ask.object()).view()


def show(ask: Ask) -> list[Json]:
    """Those to come."""
    return ask.world.faults.view()


def clear(ask: Ask) -> Json:
    """Forget all."""
    ask.world.faults.clear()
    return {}


def remove(ask: Ask) -> Json:
    """Forget one."""
    ask.world.faults.remove(ask.path("fault_id"))
    return {}


def limits(ask: Ask) -> dict[str, Any]:
    """Switch flood limits."""
    return ask.world.limits.set(ask.object())


ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "calls", calls),
    ("POST", "faults", add),
    ("GET", "faults", show),
    ("DELETE", "faults", clear),
    ("DELETE", "faults/{fault_id}", remove),
    ("PUT", "limits", limits),
)
