"""Reading figure.yaml: the standard form and, as small overrides, its variations."""

from pathlib import Path
from typing import Any

from bot.figures.motion.schema import SIDES, Figure
from bot.library.plain import fit
from bot.library.problems import ContentError, Notes, Problem
from bot.library.yamls import Document, parse

STANDARD = "standard"
_AIMS = frozenset(("at", "upper", "thigh"))
_PAIRS = {"arms": "arm", "legs": "leg", "blades": "blade"}

Raw = dict[str, Any]


def slugs(content: Path) -> list[str]:
    """Return the exercises that have a figure.yaml, sorted."""
    return sorted(path.parent.name for path in (content / "exercises").glob("*/figure.yaml"))


def read(content: Path, slug: str) -> dict[str, Figure]:
    """Return the figures of one exercise: ``standard`` first, then each variation by its slug.

    :raises ContentError: naming file, line and what to write, where the file does not fit
    """
    problems: list[Problem] = []
    notes = Notes(f"{slug}/figure.yaml", problems)
    text = (content / "exercises" / slug / "figure.yaml").read_text(encoding="utf-8")
    document = parse(text, notes)
    figures = _figures(document, notes) if document else {}
    if problems:
        raise ContentError(problems)
    return figures


def _figures(document: Document, notes: Notes) -> dict[str, Figure]:
    raw = document.value if isinstance(document.value, dict) else {}
    standard: Raw = {key: value for key, value in raw.items() if key != "variations"}
    variations: Any = raw.get("variations") or {}
    figures = {STANDARD: _figure(standard, document, notes)}
    for name, override in variations.items():
        # A fault in what a variation adds is told with the line of the variation.
        own = Document(lines={(): document.line(("variations", name))})
        figures[name] = _figure(merged(standard, override or {}), own, notes)
    return {name: figure for name, figure in figures.items() if figure is not None}


def _figure(raw: Raw, document: Document, notes: Notes) -> Any:
    base = both_sides(raw.get("base") or {})
    poses = {name: merged(base, both_sides(pose or {})) for name, pose in (raw.get("poses") or {}).items()}
    whole = {**{key: value for key, value in raw.items() if key != "base"}, "poses": poses}
    return fit(Figure, Document(value=whole, lines=document.lines), notes)


def both_sides(pose: Raw) -> Raw:
    """Return ``pose`` with ``arms``, ``legs`` and ``blades`` written out as left and right."""
    sides: Raw = {}
    for plural, single in _PAIRS.items():
        for side in SIDES:
            if plural in pose:
                sides[f"{side}_{single}"] = pose[plural]
    rest = {key: value for key, value in pose.items() if key not in _PAIRS}
    return merged(sides, rest)


def merged(base: Raw, over: Raw) -> Raw:
    """Return ``base`` with ``over`` laid on top; the word ``none`` takes a key away.

    A limb that gets a new aim (at, upper or thigh) is replaced as a whole: the old one's bend or hand
    would not fit it.
    """
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        if value in (None, "none"):
            result.pop(key, None)
        elif isinstance(value, dict) and isinstance(below, dict) and not _is_new_limb(key, value):
            result[key] = merged(_sided(below), _sided(value))
        else:
            result[key] = value
    return result


def _sided(value: Raw) -> Raw:
    """Write out pairs wherever a pose may stand, so that a pair overrides either side."""
    return both_sides(value) if _PAIRS.keys() & value.keys() else value


def _is_new_limb(key: str, value: Raw) -> bool:
    return key.endswith(("_arm", "_leg")) and bool(_AIMS & value.keys())
