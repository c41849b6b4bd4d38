"""Files: sent once, known by their id ever after."""

import hashlib
import random
import string
from dataclasses import dataclass, field
from typing import Any

from .errors import bad
from .params import Params, Upload
from .pictures import Shape, measure, thumbnail

_LETTERS = string.ascii_letters + string.digits + "-_"
# The first letters of Telegram's ids tell the kind as well.
_MARKS = {
    "photo": "AgAC", "document": "BQAC", "animation": "CgAC", "video": "BAAC", "voice": "AwAC",
    "audio": "CQAC", "sticker": "CAAC", "video_note": "DQAC", "thumbnail": "AAMC",
}  # fmt: skip
_FOLDERS = {
    "photo": "photos",
    "voice": "voice",
    "audio": "music",
    "sticker": "stickers",
    "thumbnail": "thumbnails",
}
_EXTENSIONS = {"photo": "jpg", "thumbnail": "jpg", "animation": "mp4", "video": "mp4", "voice": "oga"}
_SIDES = (90, 320, 800, 1280, 2560)
_PHOTO_BYTES = 10 * 1024 * 1024
_TYPE_NAMES = {"video_note": "VideoNote", "voice": "VoiceNote"}


@dataclass(slots=True)
class StoredFile:
    """One file; ``view`` is what a message shows of it: an object, or for a photo the list of its sizes."""

    file_id: str
    unique_id: str
    kind: str
    data: bytes
    mime: str
    path: str
    view: Any = field(default=None)


class Files:
    """All files. Equal bytes are kept once, so that a benchmark of uploads stays small."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._bytes: dict[bytes, bytes] = {}

    def clear(self) -> None:
        """Forget all files."""
        self._by_id.clear()
        self._by_path.clear()
        self._bytes.clear()

    def get(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file with this download path."""
        return self._by_path.get(path)

    def reuse(self, file_id: str, kind: str) -> StoredFile:
        """The file that was sent before under ``file_id``, to be sent again as ``kind``."""
        file = self._by_id.get(file_id)
        if file is None:
            raise bad(f"wrong remote file identifier specified: {_what_is_wrong(file_id)}")
        if ("photo" in (file.kind, kind) or file.kind == "thumbnail") and file.kind != kind:
            raise bad(f"can't use file of type {_type_name(file.kind)} as {_type_name(kind)}")
        return file

    def add(self, kind: str, upload: Upload, params: Params | None = None) -> StoredFile:
        """Store an upload; ``params`` may tell width, height, duration and bring a thumbnail."""
        if not upload.data:
            raise bad("file must be non-empty")
        if kind == "photo":
            return self._add_photo(upload)
        file = self._store(kind, upload)
        file.view = {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": len(upload.data)}
        file.view.update(self._details(kind, upload, params or Params({})))
        return file

    def _add_photo(self, upload: Upload) -> StoredFile:
        shape = _checked_photo(upload.data)
        sizes = []
        for width, height in _sizes(shape):
            file = self._store("photo", upload)
            share = width * height / (shape.width * shape.height)
            sizes.append(
                {
                    "file_id": file.file_id,
                    "file_unique_id": file.unique_id,
                    "file_size": max(1, int(len(upload.data) * share)),
                    "width": width,
                    "height": height,
                }
            )
            file.view = sizes
        return file

    def _details(self, kind: str, upload: Upload, params: Params) -> dict[str, Any]:
        shape = measure(upload.data)
        name = {"file_name": upload.name, "mime_type": upload.mime}
        if kind in ("animation", "video", "video_note"):
            details = {
                "width": params.integer("width", shape.width) or 320,
                "height": params.integer("height", shape.height) or 320,
                "duration": params.integer("duration", shape.duration),
                "thumbnail": self._thumbnail(upload, params),
            }
            return details | (name if kind != "video_note" else {"length": details["width"]})
        if kind == "sticker":
            fixed = {"type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"}
            return fixed | {"width": shape.width or 512, "height": shape.height or 512}
        if kind in ("voice", "audio"):
            tags = {key: params.text(key) for key in ("performer", "title") if params.has(key)}
            length = {"duration": params.integer("duration", 2), "mime_type": upload.mime}
            return length | (tags | {"file_name": upload.name} if kind == "audio" else {})
        return name | ({"thumbnail": self._thumbnail(upload, params)} if shape.width else {})

    def _thumbnail(self, upload: Upload, params: Params) -> dict[str, Any]:
        given = _attached(params, "thumbnail")
        data, shape = thumbnail(given.data if given else upload.data)
        file = self._store("thumbnail", Upload(data, "thumbnail.jpg", "image/jpeg"))
        file.view = {
            "file_id": file.file_id,
            "file_unique_id": file.unique_id,
            "file_size": len(data),
            "width": shape.width,
            "height": shape.height,
        }
        return dict(file.view)

    def _store(self, kind: str, upload: Upload) -> StoredFile:
        digest = hashlib.blake2b(upload.data, digest_size=16).digest()
        data = self._bytes.setdefault(digest, upload.data)
        file_id = _MARKS[kind] + self._letters(56)
        extension = _EXTENSIONS.get(kind, upload.name.rpartition(".")[2][:8] or "bin")
        path = f"{_FOLDERS.get(kind, kind + 's')}/file_{len(self._by_id)}.{extension}"
        file = StoredFile(file_id, "AQAD" + self._letters(12), kind, data, upload.mime, path)
        self._by_id[file_id] = self._by_path[path] = file
        return file

    def _letters(self, count: int) -> str:
        return "".join(self._rng.choices(_LETTERS, k=count))


def _attached(params: Params, name: str) -> Upload | None:
    reference = params.text(name)
    return params.files.get(reference.removeprefix("attach://")) if reference else params.files.get(name)


def _checked_photo(data: bytes) -> Shape:
    if len(data) > _PHOTO_BYTES:
        raise bad(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {_PHOTO_BYTES} bytes"
        )
    shape = measure(data)
    if not shape.width:
        raise bad("IMAGE_PROCESS_FAILED")
    longer, shorter = max(shape.width, shape.height), min(shape.width, shape.height)
    if shape.width + shape.height > 10_000 or longer > 20 * shorter:
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return shape


def _sizes(shape: Shape) -> list[tuple[int, int]]:
    """The sizes that Telegram would make: those smaller than the picture, and the picture itself."""
    longer = max(shape.width, shape.height)
    sides = [side for side in _SIDES if side < longer] + [min(longer, _SIDES[-1])]
    scales = [side / longer for side in dict.fromkeys(sides)]
    return [(max(1, round(shape.width * s)), max(1, round(shape.height * s))) for s in scales]


def _what_is_wrong(file_id: str) -> str:
    if any(letter not in _LETTERS for letter in file_id):
        return "Wrong character in the string"
    if len(file_id) < 30:
        return "Wrong string length"
    return "can't unserialize it. Wrong last symbol"


def _type_name(kind: str) -> str:
    return _TYPE_NAMES.get(kind, kind.capitalize())
