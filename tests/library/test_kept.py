"""The copy of content that was read: used where it holds, passed over where anything is another."""

import marshal
import os
import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from bot.domain.exercises import Kind, Library
from bot.library import ContentError, kept, load_kept
from bot.library.packing import pack

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the words and facts that ship, in a folder of their own."""
    root = tmp_path_factory.mktemp("shipped") / "content"
    shutil.copytree(ROOT / "content", root, ignore=shutil.ignore_patterns("*.mp4", "*.jpg", "*.json"))
    return root


@pytest.fixture
def root(shipped: Path, tmp_path: Path) -> Path:
    """Give them once more, to be changed."""
    return shutil.copytree(shipped, tmp_path / "content")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give the place of the copy, in a folder that is not there yet."""
    return tmp_path / "data" / "content.copy"


def made(copy: Path) -> int:
    """Return when the copy was made, in nanoseconds: it is made whenever files were read."""
    return copy.stat().st_mtime_ns


def rename(root: Path) -> None:
    """Give an exercise another name, with as many letters and the old time of change."""
    words = root / "exercises" / "wall-angel" / "en.md"
    facts = words.stat()
    words.write_text(words.read_text("utf-8").replace("Wall Angels", "Wall Engels"), "utf-8")
    os.utime(words, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert words.stat().st_size == facts.st_size


def test_a_copy_is_the_same_as_what_was_read(root: Path, copy: Path) -> None:
    first = load_kept(root, copy)
    then = made(copy)
    again = load_kept(root, copy)
    assert made(copy) == then
    for field in fields(Library):
        assert getattr(again, field.name) == getattr(first, field.name), field.name
    assert list(again.exercises) == list(first.exercises)
    assert copy.parent.stat().st_mode & 0o077 == 0


def test_what_is_made_later_is_there_when_it_is_asked_for(root: Path, copy: Path) -> None:
    load_kept(root, copy)
    words = load_kept(root, copy).words
    assert "en" in words
    assert words.get("tlh") is None
    assert [one.language for one in words.values()] == list(words)


def test_an_edit_is_seen_at_once(root: Path, copy: Path) -> None:
    assert load_kept(root, copy).exercises["wall-angel"].text("en").name == "Wall Angels"
    rename(root)
    assert load_kept(root, copy).exercises["wall-angel"].text("en").name == "Wall Engels"


def test_a_file_that_goes_is_seen_at_once(root: Path, copy: Path) -> None:
    assert "es" in load_kept(root, copy).phrases
    (root / "phrases" / "es.yaml").unlink()
    assert "es" not in load_kept(root, copy).phrases


def test_a_copy_holds_for_files_of_any_kind(root: Path, copy: Path) -> None:
    """Not for those alone whose kind is read today."""
    load_kept(root, copy)
    then = made(copy)
    learnt = min((root / "phrases" / "learnt").iterdir())
    learnt.write_bytes(bytes(learnt.stat().st_size))
    load_kept(root, copy)
    assert made(copy) > then


def test_content_that_does_not_pass_is_told_though_there_is_a_copy(root: Path, copy: Path) -> None:
    load_kept(root, copy)
    (root / "exercises" / "stray.txt").write_text("", "utf-8")
    for _ in range(2):
        with pytest.raises(ContentError):
            load_kept(root, copy)


def spoil_a_byte(copy: Path) -> None:
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_a_byte,
        lambda copy: copy.write_bytes(copy.read_bytes()[:-1]),
        lambda copy: copy.write_bytes(b""),
        lambda copy: copy.write_bytes(b"not a copy at all, and longer than a digest would be"),
    ],
    ids=["a byte", "cut off", "empty", "another file"],
)
def test_a_damaged_copy_is_made_anew(root: Path, copy: Path, spoil: Callable[[Path], None]) -> None:
    first = load_kept(root, copy)
    whole = copy.read_bytes()
    spoil(copy)
    assert load_kept(root, copy) == first
    assert len(copy.read_bytes()) == len(whole)
    assert load_kept(root, copy) == first


def test_it_does_without_a_place_to_keep_it(root: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder would be", "utf-8")
    for _ in range(2):
        assert "wall-angel" in load_kept(root, tmp_path / "data" / "content.copy").exercises
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "data"]


def test_a_copy_that_cannot_be_put_in_its_place_leaves_nothing_behind(root: Path, tmp_path: Path) -> None:
    """Else each start with another number of a process would leave a file of its own."""
    (tmp_path / "data" / "content.copy").mkdir(parents=True)
    load_kept(root, tmp_path / "data" / "content.copy")
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["content.copy"]


def test_another_version_of_what_reads_content_is_seen(
    root: Path, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_kept(root, copy)
    then = made(copy)
    (tmp_path / "libraries" / "PyYAML-99.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "libraries")
    load_kept(root, copy)
    assert made(copy) > then


def from_another_house(copy: Path, root: Path, field: str) -> None:
    """Write a copy that looks whole, but has a part that nothing here can be made of."""
    stamp = kept.stamp_of(root)
    body = kept.body_of(copy.read_bytes(), stamp) or b""
    parts = dict(marshal.loads(body))  # noqa: S302 - we have just made it
    parts[field] = pack({"one": Kind.STRETCH}).replace(b"stretch", b"strutch")
    copy.write_bytes(kept.sealed(marshal.dumps(parts), stamp))


@pytest.mark.parametrize("field", ["exercises", "words"])
def test_a_copy_that_cannot_be_unpacked_is_made_anew(root: Path, copy: Path, field: str) -> None:
    """What is unpacked later, too: it is asked for when somebody types."""
    first = load_kept(root, copy)
    from_another_house(copy, root, field)
    again = load_kept(root, copy)
    assert dict(getattr(again, field)) == dict(getattr(first, field))
    load_kept(root, copy)
    assert b"strutch" not in copy.read_bytes()
