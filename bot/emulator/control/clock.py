"""The clock, and those who follow it."""

from ..errors import NotPossible
from ..people import Json
from .handling import Ask, Handler

_LONGEST_WAIT = 60.0


async def read(ask: Ask) -> Json:
    """The clock; with ``after`` once its version is another."""
    clock = ask.world.clock
    if ask.get("after") is not None:
        await clock.wait(ask.integer("after"), min(max(ask.number("timeout", 25.0), 0.0), _LONGEST_WAIT))
    return clock.view()


def move(ask: Ask) -> Json:
    """Move on: by seconds, to a moment, or to a hop."""
    clock = ask.world.clock
    given = [name for name in ("by", "to", "hop") if ask.get(name) is not None]
    if given == ["by"]:
        clock.advance(ask.number("by"))
    elif given == ["to"]:
        clock.advance_to(ask.number("to"))
    elif given == ["hop"]:
        clock.hop(str(ask.get("hop")))
    else:
        raise NotPossible("Give one of by, to and hop.")
    ask.world.tell_clock()
    return clock.view()


def set_hops(ask: Ask) -> Json:
    """The moments that the coach offers."""
    if not isinstance(ask.body, list):
        raise NotPossible("The body is a list of hops.")
    try:
        hops = [{"key": str(h["key"]), "label": str(h["label"]), "at": float(h["at"])} for h in ask.body]
    except (KeyError, TypeError, ValueError) as problem:
        raise NotPossible("A hop has key, label and at (Unix seconds).") from problem
    ask.world.clock.set_hops(hops)
    ask.world.tell_clock()
    return ask.world.clock.view()


ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "clock", read),
    ("POST", "clock", move),
    ("PUT", "clock/hops", set_hops),
)
