"""Event streams and media: answers that are not JSON."""

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from ..errors import NotPossible
from ..world import World
from .handling import Ask, reply


def routes(world: World) -> list[Route]:
    """``/control/events`` and ``/control/media``."""

    async def events(request: Request) -> Response:
        try:
            person = Ask(world, request, {}).person()
        except NotPossible as no:
            return reply({"ok": False, "error": no.sentence}, no.status)
        stream = world.hub.stream(person.id, {"clock": world.clock.view()})
        return StreamingResponse(
            stream, headers={"cache-control": "no-store"}, media_type="text/event-stream"
        )

    async def media(request: Request) -> Response:
        file = world.files.get(request.path_params["file_id"])
        if file is None:
            return reply({"ok": False, "error": "There is no such file."}, 404)
        # The content behind an id never changes.
        return Response(file.data, media_type=file.mime, headers={"cache-control": "private, max-age=86400"})

    return [Route("/control/events", events), Route("/control/media/{file_id}", media)]
