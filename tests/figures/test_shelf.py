"""Shipped pictures are found beside the content, and only looked up."""

import json
from pathlib import Path

from bot.domain.exercises import Shown
from bot.figures.shelf import furnish
from tests import builders

FACTS = {"stamp": "abc", "loop": "x.mp4", "steps": ["x-up.jpg", "x-down.jpg"], "pacers": {"set": "x-set.mp4"}}
PLACE = "exercises/cat-cow/media"


def put(root: Path, account: dict[str, object]) -> None:
    """Write an account of pictures."""
    folder = root / PLACE
    folder.mkdir(parents=True)
    (folder / "media.json").write_text(json.dumps(account), encoding="utf-8")


def test_an_exercise_without_pictures_stays_as_it_is(tmp_path: Path) -> None:
    library = builders.library(builders.exercise("cat-cow"))
    assert furnish(library, tmp_path) == library


def test_files_are_named_from_the_content_folder(tmp_path: Path) -> None:
    put(tmp_path, {"standard": FACTS})
    furnished = furnish(builders.library(builders.exercise("cat-cow")), tmp_path)
    shown = Shown(
        "abc", f"{PLACE}/x.mp4", (f"{PLACE}/x-up.jpg", f"{PLACE}/x-down.jpg"), {"set": f"{PLACE}/x-set.mp4"}
    )
    assert furnished.exercises["cat-cow"].shown == {"standard": (shown,)}


def test_sides_stand_side_by_side(tmp_path: Path) -> None:
    put(tmp_path, {"standard-left": {**FACTS, "stamp": "l"}, "standard-right": {**FACTS, "stamp": "r"}})
    furnished = furnish(builders.library(builders.exercise("cat-cow")), tmp_path)
    assert [side.stamp for side in furnished.exercises["cat-cow"].shown["standard"]] == ["l", "r"]
