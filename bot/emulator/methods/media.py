"""Messages with a file, and the way back: getFile."""

from functools import partial
from typing import Any

from ..errors import bad
from ..files import StoredFile
from ..params import Params, Upload
from ..people import Json
from ..world import World
from .common import read_caption, send, target

_KINDS = ("photo", "animation", "video", "document", "voice", "audio", "sticker", "video_note")
_SPOILERS = frozenset({"photo", "animation", "video"})
_NAMES = {"video_note": "video note"}
_DOWNLOAD_BYTES = 20 * 1024 * 1024


def send_media(world: World, params: Params, kind: str) -> Json:
    """sendPhoto and its like: an upload or a file_id, with a caption."""
    chat = target(world, params)
    caption = read_caption(world, params) if kind not in ("sticker", "video_note") else {}
    file = read_file(world, params, kind, kind)
    return send(world, params, chat, {**media_content(file, params), **caption})


def read_file(world: World, params: Params, name: str, kind: str) -> StoredFile:
    """The file in parameter ``name``: an upload under it, ``attach://field``, or a file_id."""
    upload = _upload(params, name)
    if upload:
        return world.files.add(kind, upload, params)
    reference = params.text(name)
    if not reference:
        raise bad(f"there is no {_NAMES.get(kind, kind)} in the request")
    if reference.startswith("attach://"):
        raise bad(f"file attached as {reference.removeprefix('attach://')} not found")
    if reference.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    return world.files.reuse(reference, kind)


def _upload(params: Params, name: str) -> Upload | None:
    reference = params.text(name)
    if reference.startswith("attach://"):
        return params.files.get(reference.removeprefix("attach://"))
    return params.files.get(name)


def media_content(file: StoredFile, params: Params) -> Json:
    """The fields of a message that shows the file. A file keeps its kind: an animation sent again as a
    document is an animation."""
    content: Json = {file.kind: file.view}
    if file.kind == "animation":
        # Telegram repeats an animation as a document for old clients.
        names = ("file_name", "mime_type", "file_id", "file_unique_id", "file_size", "thumbnail")
        content["document"] = {key: file.view[key] for key in names if key in file.view}
    if file.kind in _SPOILERS and params.flag("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


def get_file(world: World, params: Params) -> Json:
    """Where a file can be downloaded."""
    file_id = params.text("file_id")
    if not file_id:
        raise bad("file_id not specified")
    file = world.files.get(file_id)
    if file is None:
        raise bad("invalid file_id")
    if len(file.data) > _DOWNLOAD_BYTES:
        raise bad("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
        "file_path": file.path,
    }


def _method_name(kind: str) -> str:
    return "send" + "".join(part.capitalize() for part in kind.split("_"))


METHODS: dict[str, Any] = {
    **{_method_name(kind): partial(send_media, kind=kind) for kind in _KINDS},
    "getFile": get_file,
}
