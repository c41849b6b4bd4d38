"""Writing files: loops as H.264 that every phone plays, stills as JPEG."""

import subprocess
from collections.abc import Iterable
from contextlib import suppress
from itertools import chain
from pathlib import Path

from PIL import Image

from bot.figures.motion.reel import Pixels

LOOP_LIMIT = 200_000  # bytes
_QUALITIES = (21, 24, 27, 30, 33)


def write_loop(path: Path, frames: list[Pixels], fps: int) -> None:
    """Write a loop in the best quality that stays under the limit."""
    for quality in _QUALITIES:
        _encode(path, frames, fps, quality)
        if path.stat().st_size <= LOOP_LIMIT:
            return


def write_pacer(path: Path, frames: Iterable[Pixels], fps: int) -> None:
    """Write a pacer: it is long, and mostly still, so a lower quality does."""
    _encode(path, frames, fps, 30, "veryfast")


def write_still(path: Path, image: Pixels) -> None:
    """Write a key picture."""
    Image.fromarray(image).save(path, "JPEG", quality=84, subsampling=0, progressive=True, optimize=True)


def _encode(path: Path, frames: Iterable[Pixels], fps: int, quality: int, preset: str = "medium") -> None:
    """Pipe raw frames through ffmpeg, as it comes with imageio-ffmpeg.

    :raises RuntimeError: with what ffmpeg said, where it failed
    """
    import imageio_ffmpeg  # type: ignore[import-untyped]  # noqa: PLC0415 - only those who render have it

    queue = iter(frames)
    first = next(queue)
    size = f"{first.shape[1]}x{first.shape[0]}"
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24",
        "-s", size, "-r", str(fps), "-i", "-", "-an", "-c:v", "libx264", "-preset", preset,
        "-tune", "animation",
        "-crf", str(quality), "-g", "500", "-profile:v", "main", "-pix_fmt", "yuv420p", "-threads", "1",
        "-vf", "scale=out_color_matrix=bt709:out_range=tv",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
        "-movflags", "+faststart", "-fflags", "+bitexact", "-flags:v", "+bitexact", str(path),
    ]  # fmt: skip
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stderr=pipe) as process:  # noqa: S603 - our own words
        assert process.stdin is not None and process.stderr is not None  # noqa: S101, PT018 - asked for above
        with suppress(BrokenPipeError):  # it stopped listening: what it said matters more
            for frame in chain([first], queue):
                process.stdin.write(frame.tobytes())
        with suppress(BrokenPipeError):
            process.stdin.close()
        said = process.stderr.read()
    if process.returncode:
        raise RuntimeError(said.decode(errors="replace"))
