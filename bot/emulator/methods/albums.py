"""sendMediaGroup: several files as one album."""

from ..errors import bad
from ..params import Params
from ..people import Json
from ..posting import post_as_bot
from ..world import World
from .common import extras, read_caption, target
from .media import media_content, read_file

_TYPES = frozenset({"photo", "video", "document", "audio"})
# These do not mix with other kinds.
_ALONE = frozenset({"document", "audio"})


def send_media_group(world: World, params: Params) -> list[Json]:
    """Two to ten files; all are checked before any is sent."""
    chat = target(world, params)
    if not params.has("media"):
        raise bad("there are no messages to send")
    wishes = params.objects("media", "InputMedia") or []
    if not 2 <= len(wishes) <= 10:
        raise bad("there must be 2-10 items in a media group" if wishes else "there are no messages to send")
    _check_types(wishes)
    contents = [_content(world, params.nested(wish)) for wish in wishes]
    common = {**extras(world, params, chat), "media_group_id": world.digits(17)}
    return [post_as_bot(world, chat, {**common, **content}).data for content in contents]


def _check_types(wishes: list[Json]) -> None:
    kinds = set()
    for wish in wishes:
        kind = str(wish.get("type"))
        if kind not in _TYPES:
            raise bad(f'can\'t parse InputMedia: type "{kind}" is unsupported')
        kinds.add(kind)
    if kinds & _ALONE and len(kinds) > 1:
        raise bad(f"{min(kinds & _ALONE)} can't be mixed with other media types")


def _content(world: World, wish: Params) -> Json:
    if not wish.has("media"):
        raise bad("can't parse InputMedia: media not found")
    caption = read_caption(world, wish)
    return {**media_content(read_file(world, wish, "media", wish.text("type")), wish), **caption}


METHODS = {"sendMediaGroup": send_media_group}
