"""Media that a person without a file at hand sends; drawn in code."""

import io
import wave

from PIL import Image, ImageDraw

from .params import Upload


def sample(kind: str) -> Upload:
    """A small file of the given kind: photo, document, voice, video, sticker, animation, audio."""
    if kind in ("photo", "video"):
        # A still stands in for a film: nothing here can encode one.
        return Upload(_picture("JPEG"), f"{kind}.jpg", "image/jpeg")
    if kind == "sticker":
        return Upload(_picture("WEBP", 512), "sticker.webp", "image/webp")
    if kind == "animation":
        return Upload(_loop(), "animation.gif", "image/gif")
    if kind in ("voice", "audio"):
        return Upload(_silence(), f"{kind}.wav", "audio/wav")
    return Upload(b"A note from the person.\n", "note.txt", "text/plain")


def _frame(side: int, shift: int = 0) -> Image.Image:
    picture = Image.new("RGB", (side, side * 3 // 4 if side != 512 else side), "#dfe9e3")
    draw = ImageDraw.Draw(picture)
    width, height = picture.size
    draw.ellipse((width * 0.6, height * 0.15, width * 0.8, height * 0.35), fill="#f2b84b")
    draw.polygon([(0, height), (width * 0.4, height * 0.4 + shift), (width * 0.8, height)], fill="#5b8c78")
    draw.polygon([(width * 0.4, height), (width * 0.75, height * 0.55), (width, height)], fill="#3e6b5a")
    return picture


def _picture(kind: str, side: int = 1280) -> bytes:
    out = io.BytesIO()
    _frame(side).save(out, kind)
    return out.getvalue()


def _loop() -> bytes:
    frames = [_frame(320, shift) for shift in (0, 8, 16, 8)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=250, loop=0)
    return out.getvalue()


def _silence(seconds: int = 2, rate: int = 8000) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(rate)
        sound.writeframes(b"\x80" * (seconds * rate))
    return out.getvalue()
