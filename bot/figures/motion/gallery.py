"""The page that shows all pictures: docs/gallery.md."""

from pathlib import Path

from bot.domain.exercises import Exercise, Variation
from bot.figures.motion import build
from bot.figures.motion.build import Files

_HEAD = """\
# Gallery

Every exercise and variation as people see it: a still for each step, a loop (click a still), and pacers
that keep time. All of it is drawn from `figure.yaml` by `midback pictures build`; this page is written by
`midback pictures gallery`.
"""
_WIDTH = 160


def page(content: Path, exercises: dict[str, Exercise], to: Path) -> str:
    """Return the page; links are relative to the folder ``to``."""
    parts = [_HEAD]
    for slug, exercise in exercises.items():
        folder = content / "exercises" / slug / "media"
        made = build.account(folder)
        parts.append(f"## {exercise.text('en').name}\n")
        base = _relative(folder, to)
        for variation in exercise.variations:
            parts += _variation(exercise, variation, made, base.as_posix())
    return "\n".join(parts)


def _relative(folder: Path, to: Path) -> Path:
    """Return ``folder`` as seen from ``to``, its neighbour or cousin."""
    shared = next(parent for parent in to.parents if folder.is_relative_to(parent))
    up = [".."] * (len(to.parts) - len(shared.parts))
    return Path(*up, folder.relative_to(shared))


def _variation(exercise: Exercise, variation: Variation, made: dict[str, Files], base: str) -> list[str]:
    name = exercise.text("en").variations[variation.slug].name
    lines = [f"### {name} ({variation.direction})\n"]
    for key, files in made.items():
        if key in (variation.slug, f"{variation.slug}-left", f"{variation.slug}-right"):
            side = key.removeprefix(variation.slug).strip("-")
            lines.append(_row(files, base, side))
    return lines


def _row(files: Files, base: str, side: str) -> str:
    stills = " ".join(
        f'<a href="{base}/{files.loop}"><img src="{base}/{still}" width="{_WIDTH}" alt="step"></a>'
        for still in dict.fromkeys(files.steps)
    )
    pacers = " · ".join(f"[{kind}]({base}/{file})" for kind, file in files.pacers.items())
    lead = f"{side} side · " if side else ""
    return f"{stills}\n\n{lead}[loop]({base}/{files.loop}) · {pacers}\n"
