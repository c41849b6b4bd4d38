"""Files that Telegram plays at once. Slow: they are really written."""

from pathlib import Path

import numpy as np
import pytest

from bot.figures.motion import encoding

pytest.importorskip("imageio_ffmpeg")
pytestmark = pytest.mark.slow

FRAMES = [np.full((64, 64, 3), 10 * i, np.uint8) for i in range(20)]


def test_it_puts_what_a_player_needs_first(tmp_path: Path) -> None:
    encoding.write_loop(tmp_path / "a.mp4", FRAMES, 25)
    data = (tmp_path / "a.mp4").read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")
    assert b"avc1" in data
    assert b"soun" not in data


def test_it_writes_the_same_bytes_every_time(tmp_path: Path) -> None:
    for name in ("a.mp4", "b.mp4"):
        encoding.write_loop(tmp_path / name, FRAMES, 25)
    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()


def test_it_says_what_went_wrong(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="No such file"):
        encoding.write_loop(tmp_path / "nowhere" / "a.mp4", FRAMES, 25)
