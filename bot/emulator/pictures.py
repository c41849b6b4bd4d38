"""What a picture or a film says about itself: size and length, read from its bytes."""

import io
import re
import struct
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

_GIF_FRAME = re.compile(rb"\x21\xf9\x04.(..).\x00", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shape:
    """Pixels and seconds; zero where unknown."""

    width: int = 0
    height: int = 0
    duration: int = 0


def measure(data: bytes) -> Shape:
    """The shape of a picture, a GIF or an MP4 film; all zero when it is none of them."""
    if data[4:8] == b"ftyp":
        return _measure_mp4(data)
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
    except (UnidentifiedImageError, OSError, ValueError):
        return Shape()
    return Shape(width, height, _gif_seconds(data) if data.startswith(b"GIF8") else 0)


def thumbnail(data: bytes, side: int = 320) -> tuple[bytes, Shape]:
    """A small JPEG of the first frame; of a film that cannot be decoded here, a grey plate of its shape."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            small = picture.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError):
        shape = measure(data)
        small = Image.new("RGB", (shape.width or side, shape.height or side), "#8a8f98")
    small.thumbnail((side, side))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=70)
    return out.getvalue(), Shape(*small.size)


def _gif_seconds(data: bytes) -> int:
    hundredths = sum(int.from_bytes(delay, "little") for delay in _GIF_FRAME.findall(data))
    return round(hundredths / 100)


def _measure_mp4(data: bytes) -> Shape:
    """Duration from the movie header, size from the first track header that has one."""
    duration = width = height = 0
    for kind, body in _boxes(data, 0, len(data), 0):
        if kind == b"mvhd" and len(body) >= 32:
            # Version 1 has 64-bit times.
            scale, length = struct.unpack_from(">IQ" if body[0] else ">II", body, 20 if body[0] else 12)
            duration = round(length / scale) if scale else 0
        elif kind == b"tkhd" and len(body) >= 8 and not width:
            width, height = (value >> 16 for value in struct.unpack(">II", body[-8:]))
    return Shape(width, height, duration)


def _boxes(data: bytes, start: int, end: int, depth: int) -> list[tuple[bytes, bytes]]:
    found: list[tuple[bytes, bytes]] = []
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        size = end - start if size == 0 else size
        if size < 8:
            break
        if kind in (b"moov", b"trak") and depth < 3:
            found += _boxes(data, start + 8, min(end, start + size), depth + 1)
        elif kind in (b"mvhd", b"tkhd"):
            found.append((kind, data[start + 8 : start + size]))
        start += size
    return found
