"""Content as it was read the last time: to read and check all its files takes a fifth of a start.

A copy holds for the bytes of all files, and for the code and the libraries that read them. Where anything of
this is another, or the copy itself is damaged, content is read from its files as if there were no copy.
"""

import marshal
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import Any, Final

import structlog

from bot.domain.exercises import Library
from bot.library.packing import pack, unpack

log = structlog.get_logger(__name__)

PICTURES: Final = "media"
"""Folders whose files are not read with content: their names are enough."""

LATER: Final = ("words", "phrases")
"""What is asked for when somebody types: three quarters of a copy, which many an idle hour has no need of."""

DIGEST: Final = 32


def load_kept(root: Path, copy: Path) -> Library:
    """Return everything in the content folder ``root``: from the file ``copy`` where it holds, else anew.

    :raises ContentError: with every problem at once
    """
    stamp = stamp_of(root)
    library = _kept(copy, stamp, root)
    if library is None:
        library = _read(root)
        with suppress(OSError):  # then the next start reads the files, too
            _keep(library, copy, stamp)
    return library


def _read(root: Path) -> Library:
    from bot.library.loader import load  # noqa: PLC0415 - schemas, YAML and Markdown: what a copy saves

    return load(root)


class _Later(Mapping[str, Any]):
    """A mapping that is unpacked when it is first asked for something.

    :param anew: gives it where it cannot be unpacked
    """

    def __init__(self, data: bytes, anew: Callable[[], Mapping[str, Any]]) -> None:
        self._data, self._anew = data, anew
        self._made: Mapping[str, Any] | None = None
        self._making = Lock()

    @property
    def _mapping(self) -> Mapping[str, Any]:
        with self._making:
            if self._made is None:
                try:
                    self._made = unpack(self._data)
                except Exception as error:  # noqa: BLE001 - as below
                    log.info("content is read anew", error=type(error).__name__)
                    self._made = self._anew()
                self._data = b""
            return self._made

    def __getitem__(self, key: str) -> Any:
        return self._mapping[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._mapping)

    def __len__(self) -> int:
        return len(self._mapping)


def _kept(copy: Path, stamp: bytes, root: Path) -> Library | None:
    try:
        body = body_of(copy.read_bytes(), stamp)
    except OSError:
        return None
    if body is None:
        return None

    def anew(name: str) -> Any:
        with suppress(OSError):  # the next start makes another copy
            copy.unlink(missing_ok=True)
        return getattr(_read(root), name)

    def part(name: str, data: bytes) -> Any:
        return _Later(data, lambda: anew(name)) if name in LATER else unpack(data)

    try:
        parts: dict[str, bytes] = marshal.loads(body)  # noqa: S302 - its digest holds
        return Library(**{name: part(name, data) for name, data in parts.items()})
    except Exception as error:  # noqa: BLE001 - whatever does not fit, the files say what is right
        log.info("content is read anew", error=type(error).__name__)
        return None


def body_of(data: bytes, stamp: bytes) -> memoryview | None:
    """Return what a copy holds; None when it is damaged, or was made of something else."""
    digest, body = memoryview(data)[:DIGEST], memoryview(data)[DIGEST:]
    return body if digest == _digest(stamp, body) else None


def sealed(body: bytes, stamp: bytes) -> bytes:
    """Return a copy, as :func:`body_of` opens it."""
    return _digest(stamp, body) + body


def _keep(library: Library, copy: Path, stamp: bytes) -> None:
    parts = {field.name: pack(getattr(library, field.name)) for field in fields(library)}
    body = marshal.dumps(parts)
    copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = copy.with_name(f"{copy.name}.{os.getpid()}")  # nobody finds it half written
    try:
        fresh.write_bytes(sealed(body, stamp))
        fresh.replace(copy)
    finally:
        fresh.unlink(missing_ok=True)


def stamp_of(root: Path) -> bytes:
    """Return what is another as soon as a file of content, the code that reads it or a library is another."""
    said = blake2b(f"{sys.version} {marshal.version} {_installed()}".encode(), digest_size=DIGEST)
    for path in _files(Path(__file__).parents[1] / "domain", Path(__file__).parent):
        if path.suffix == ".py":
            facts = path.stat()
            said.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    for path in _files(root):
        data = b""
        with suppress(OSError):  # a file that cannot be read is a problem, and with problems there is no copy
            data = b"" if path.parent.name == PICTURES else path.read_bytes()
        said.update(f"{path.relative_to(root)} {len(data)}\n".encode() + data)
    return said.digest()


def _installed() -> list[str]:
    """Return names and versions of all libraries: YAML, for one, may be read otherwise by another one."""
    return sorted(path.name for folder in sys.path for path in Path(folder).glob("*.dist-info"))


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        for parent, inner, names in os.walk(folder, followlinks=True):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            yield from (Path(parent, name) for name in sorted(names))


def _digest(stamp: bytes, body: bytes | memoryview) -> bytes:
    said = blake2b(stamp, digest_size=DIGEST)
    said.update(body)
    return said.digest()
