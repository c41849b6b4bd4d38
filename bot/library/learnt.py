"""What was learnt from examples, as files: ``phrases/learnt/<language>.<what>.gz``.

A file is gzip of one line of JSON and the bytes of the model's two tables. It is made by
``midback content learn`` and holds none of the examples' words.
"""

import gzip
import json
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import structlog

from bot.domain.understanding.likely import BUCKETS, Likely
from bot.domain.understanding.vocabulary import KINDS, QUESTIONS, SIGNS, Learnt

log = structlog.get_logger(__name__)


def pack(model: Likely, source: str) -> bytes:
    """Return a model as a file; the same model makes the same bytes.

    :param source: the digest of the examples that it was learnt from
    """
    head = {"kinds": model.kinds, "bias": model.bias, "unit": model.unit, "source": source}
    return gzip.compress(json.dumps(head).encode() + b"\n" + model.telling + model.table, mtime=0)


def unpack(data: bytes) -> tuple[Likely, str]:
    """Return the model of a file, and the digest of the examples that it was learnt from.

    :raises ValueError: where it is no such file, or one of another version
    """
    try:
        head, _, tables = gzip.decompress(data).partition(b"\n")
        told = json.loads(head)
        source = str(told["source"])
        model = Likely(
            tuple(told["kinds"]), tuple(told["bias"]), tables[:BUCKETS], tables[BUCKETS:], told["unit"]
        )
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise ValueError("this is no file of what was learnt") from error
    if len(model.table) != BUCKETS * len(model.kinds) or len(model.bias) != len(model.kinds):
        raise ValueError("this was learnt by another version")
    return model, source


def learnt_reader(root: Path) -> Learnt:
    """Return a function that reads the models of a language when they are first asked for.

    Where one cannot be read, the coach logs it and does without; ``midback content check`` tells of it, too.
    """

    @cache
    def read(language: str) -> Mapping[str, Likely]:
        found = {what: _model(learnt_file(root, language, what)) for what in (KINDS, SIGNS, QUESTIONS)}
        return {what: model for what, model in found.items() if model}

    return read


def _model(path: Path) -> Likely | None:
    try:
        return unpack(path.read_bytes())[0]
    except FileNotFoundError:
        return None  # a language of which nothing was learnt
    except (OSError, ValueError) as error:
        log.warning("what was learnt cannot be read", file=path.name, error=str(error))
        return None


def learnt_file(root: Path, language: str, what: str) -> Path:
    """Return where a model is kept."""
    return root / "phrases" / "learnt" / f"{language}.{what}.gz"
