"""The control API: the person's side of the emulator."""

from starlette.routing import Route

from ..world import World
from . import chats, clock, deeds, faults, people, streams
from .handling import Handler, endpoint

_TABLE: tuple[tuple[str, str, Handler], ...] = (
    *people.ROUTES,
    *chats.ROUTES,
    *deeds.ROUTES,
    *faults.ROUTES,
    *clock.ROUTES,
)


def routes(world: World) -> list[Route]:
    """All routes under ``/control``."""
    plain = [
        Route(f"/control/{path}", endpoint(world, handler), methods=[verb]) for verb, path, handler in _TABLE
    ]
    return [*plain, *streams.routes(world)]
