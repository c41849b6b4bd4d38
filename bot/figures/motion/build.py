"""Makes all files of an exercise's pictures, and keeps account of them in ``media/media.json``."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.domain.exercises import Dose, Exercise
from bot.figures.motion import encoding, pacers, reel
from bot.figures.motion.reel import Frame, Pixels, Studio
from bot.figures.motion.schema import Figure, Side
from bot.figures.motion.stamp import fingerprint
from bot.figures.motion.timeline import FPS

ACCOUNT = "media.json"
OTHER: dict[Side, Side] = {"left": "right", "right": "left"}


@dataclass
class Files:
    """The files of one variation on one side: names inside ``media/``.

    ``steps`` has one still for each step of the card; ``pacers`` are known by what they keep time of:
    ``hold-15``, ``set`` (repetitions or breaths) and ``change`` (of sides).
    """

    stamp: str
    loop: str
    steps: list[str]
    pacers: dict[str, str] = field(default_factory=dict)


def doses(exercise: Exercise) -> dict[str, Dose]:
    """Return the dose of every variation, ``standard`` included."""
    return {variation.slug: variation.dose for variation in exercise.variations}


def account(folder: Path) -> dict[str, Files]:
    """Return what was made: by variation, or variation and side (``standard-left``)."""
    path = folder / ACCOUNT
    if not path.exists():
        return {}
    return {name: Files(**facts) for name, facts in json.loads(path.read_text(encoding="utf-8")).items()}


def outdated(folder: Path, figures: dict[str, Figure], given: dict[str, Dose]) -> list[str]:
    """Return the variations whose pictures are missing or were made from other data or by other code."""
    made = account(folder)
    return [
        name for name, figure in figures.items() if not _is_fresh(folder, made, name, figure, given[name])
    ]


def _is_fresh(folder: Path, made: dict[str, Files], name: str, figure: Figure, dose: Dose) -> bool:
    stamp = fingerprint(figure, dose)
    for key in names(name, figure):
        files = made.get(key)
        if files is None or files.stamp != stamp:
            return False
        if not all((folder / file).exists() for file in (files.loop, *files.steps, *files.pacers.values())):
            return False
    return True


def names(name: str, figure: Figure) -> list[str]:
    """Return the entries of a variation in the account: one, or one a side."""
    return [f"{name}-{side}" for side in (figure.works, OTHER[figure.works])] if figure.works else [name]


def looks(figures: dict[str, Figure], wanted: list[str]) -> int:
    """Return about how many pictures must be drawn, for the progress bar."""
    return sum(reel.looks(figures[name]) for name in wanted)


def make(
    folder: Path, figures: dict[str, Figure], given: dict[str, Dose], wanted: list[str],
    drawn: Callable[[], None] = lambda: None,
) -> None:  # fmt: skip
    """Make the files of the variations ``wanted`` and drop those that nothing needs any more."""
    folder.mkdir(exist_ok=True)
    studio = Studio(drawn=drawn)
    for name in wanted:
        entries = _make_one(folder, name, figures[name], given[name], studio)
        _save(folder, {**account(folder), **entries})
    _tidy(folder, [key for name, figure in figures.items() for key in names(name, figure)])


def _make_one(folder: Path, name: str, figure: Figure, dose: Dose, studio: Studio) -> dict[str, Files]:
    shown = reel.frames(figure, studio)
    stills = {pose: reel.still(figure, studio, pose) for pose in dict.fromkeys(figure.steps)}
    loop = list(reel.with_arrows(figure, shown))
    corner = pacers.spot(shown)
    entries = {}
    for key in names(name, figure):
        turned = key != names(name, figure)[0]
        files = Files(fingerprint(figure, dose), f"{key}.mp4", [f"{key}-{pose}.jpg" for pose in figure.steps])
        encoding.write_loop(folder / files.loop, [_turned(image, turned) for image in loop], FPS)
        for pose, image in stills.items():
            encoding.write_still(folder / f"{key}-{pose}.jpg", _turned(image, turned))
        # The dial is printed after turning, so that its number stays readable.
        sided = [_turned_frame(frame, turned) for frame in shown] if turned else shown
        where = (1 - corner[0], corner[1]) if turned else corner
        for kind, images in _pacers(figure, sided, dose, where):
            files.pacers[kind] = f"{key}-{kind}.mp4"
            encoding.write_pacer(folder / files.pacers[kind], images, pacers.FPS)
        entries[key] = files
    return entries


def _pacers(
    figure: Figure, shown: list[Frame], dose: Dose, corner: pacers.Spot
) -> Iterator[tuple[str, Iterator[Pixels]]]:
    held = pacers.held(figure, shown)
    if dose.hold >= 5:
        for seconds in sorted({*pacers.HOLDS, dose.hold}):
            yield f"hold-{seconds}", pacers.hold(held, seconds, corner)
    if dose.reps:
        yield "set", pacers.repetitions(shown, dose, held, corner)
    if dose.breaths:
        yield "set", pacers.breaths(figure, shown, dose, corner)
    if figure.works:
        yield "change", pacers.change_sides(shown[0].drawn.image, corner)  # type: ignore[arg-type]


def _turned(image: Pixels, turned: bool) -> Pixels:
    return image[:, ::-1] if turned else image


def _turned_frame(frame: Frame, turned: bool) -> Frame:
    if not turned:
        return frame
    drawn = frame.drawn
    return Frame(frame.moment, type(drawn)(drawn.image[:, ::-1], drawn.groups[:, ::-1], drawn.glow))


def _save(folder: Path, entries: dict[str, Files]) -> None:
    facts = {name: vars(files) for name, files in sorted(entries.items())}
    (folder / ACCOUNT).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def _tidy(folder: Path, keys: list[str]) -> None:
    entries = {name: files for name, files in account(folder).items() if name in keys}
    _save(folder, entries)
    needed = {ACCOUNT}
    for files in entries.values():
        needed |= {files.loop, *files.steps, *files.pacers.values()}
    for path in folder.iterdir():
        if path.name not in needed:
            path.unlink()
