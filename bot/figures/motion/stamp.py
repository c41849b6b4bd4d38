"""When a picture is out of date: a fingerprint of its data and of the code that draws. Needs neither numba
nor ffmpeg, so that tests and the coach can ask."""

import io
import json
import re
import tokenize
from dataclasses import asdict
from functools import cache
from hashlib import blake2b
from pathlib import Path

from bot.domain.exercises import Dose
from bot.figures.motion.schema import Figure

_DRAWERS = (
    "vectors", "skeleton", "blending", "timeline", "shapes", "body", "head", "people", "camera", "colours",
    "furniture", "scenery", "distance", "tracing", "lighting", "skin", "painting", "drawing", "marks", "reel",
    "pacers", "encoding",
)  # fmt: skip
_IDLE = {"poses", "play", "steps", "surfaces", "touches", "planted", "symmetric", "pardons", "crop"}


def fingerprint(figure: Figure, dose: Dose) -> str:
    """Return 24 hexadecimal digits that change when the pictures of ``figure`` would."""
    shown = {*(beat.pose for beat in figure.play), *figure.steps}
    poses = {name: figure.poses[name].model_dump() for name in sorted(shown)}
    facts = [
        figure.model_dump(exclude=_IDLE),
        poses,
        [beat.model_dump() for beat in figure.play],
        figure.steps,
    ]
    words = json.dumps([*facts, asdict(dose), renderer()], sort_keys=True)
    return blake2b(words.encode(), digest_size=12).hexdigest()


@cache
def renderer() -> str:
    """Return the fingerprint of the code that draws: comments, layout and docstrings do not count."""
    folder = Path(__file__).parent
    essence = "".join(_essence((folder / f"{name}.py").read_text(encoding="utf-8")) for name in _DRAWERS)
    return blake2b(essence.encode(), digest_size=12).hexdigest()


def _essence(source: str) -> str:
    kept: list[str] = []
    fresh = True  # at the start of a statement, where a lone string is a docstring
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT):
            fresh = True
        elif token.type not in (tokenize.COMMENT, tokenize.NL):
            if not (fresh and token.type == tokenize.STRING):
                kept.append(token.string)
            fresh = False
    return re.sub(r"[\s,()\"']", "", " ".join(kept))
