"""What was learnt from examples, as files: ``phrases/learnt/<language>.<what>.gz``.

A file is gzip of one line of JSON and the bytes of the model's two tables. It is made by
``midback content learn`` and holds none of the examples' words.
"""

import gzip
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.domain.understanding.likely import BUCKETS, Likely
from bot.domain.understanding.understand import KINDS, SIGNS, Learnt


def pack(model: Likely) -> bytes:
    """Return a model as a file; the same model makes the same bytes."""
    head = {"kinds": model.kinds, "bias": model.bias, "unit": model.unit}
    return gzip.compress(json.dumps(head).encode() + b"\n" + model.telling + model.table, mtime=0)


def unpack(data: bytes) -> Likely:
    """Return the model of a file.

    :raises ValueError: where it is no such file, or one of another version
    """
    try:
        head, _, tables = gzip.decompress(data).partition(b"\n")
        told = json.loads(head)
        model = Likely(
            tuple(told["kinds"]), tuple(told["bias"]), tables[:BUCKETS], tables[BUCKETS:], told["unit"]
        )
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise ValueError("this is no file of what was learnt") from error
    if len(model.table) != BUCKETS * len(model.kinds) or len(model.bias) != len(model.kinds):
        raise ValueError("this was learnt by another version")
    return model


def read_learnt(root: Path, language: str) -> Mapping[str, Likely]:
    """Return the models of a language in the content folder ``root``; none where nothing was learnt.

    :raises ValueError: where a file is there and cannot be read
    """
    paths = {what: learnt_file(root, language, what) for what in (KINDS, SIGNS)}
    return {what: unpack(path.read_bytes()) for what, path in paths.items() if path.is_file()}


def learnt_reader(root: Path) -> Learnt:
    """Return a function that reads the models of a language when they are first asked for.

    Where a file cannot be read, the coach does with its rules alone; ``midback content check`` tells of it.
    """

    @cache
    def read(language: str) -> Mapping[str, Likely]:
        try:
            return read_learnt(root, language)
        except (OSError, ValueError):
            return {}

    return read


def learnt_file(root: Path, language: str, what: str) -> Path:
    """Return where a model is kept."""
    return root / "phrases" / "learnt" / f"{language}.{what}.gz"
