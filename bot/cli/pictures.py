"""`midback pictures`: for authors who draw exercises."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.ground import fail, read_settings

if TYPE_CHECKING:
    from bot.figures.motion.schema import Figure

pictures = typer.Typer(no_args_is_help=True, help="Draw, build and check the moving pictures.")

Slugs = Annotated[list[str] | None, typer.Argument(help="Exercises; all of them if left out.")]
_NEEDED = "Drawing needs more than the coach does: pip install 'midback[pictures]'"


@pictures.command("preview")
def preview(
    slug: Annotated[str, typer.Argument(help="Exercise, or exercise/variation: push-up/wall")],
    to: Annotated[Path, typer.Option(help="Where the sheet goes.")] = Path("preview.png"),
    size: Annotated[int, typer.Option(min=80, max=640, help="Pixels of one picture.")] = 240,
    frames: Annotated[int, typer.Option(min=0, max=60, help="Frames of the loop; 0 shows the poses.")] = 0,
) -> None:
    """Draw a quick small sheet of the poses, or of the loop."""
    _see_that_tools_are_here()
    from bot.figures.motion import sheet
    from bot.figures.motion.reel import Studio

    exercise, _, variation = slug.partition("/")
    figures = _read(read_settings().content, exercise)
    if variation and variation not in figures:
        fail(f"There is no variation {variation!r}. Write one of {', '.join(figures)}.")
    studio = Studio(size, fine=size > 160)
    images = []
    for name in [variation] if variation else list(figures):
        figure = figures[name]
        images += sheet.strip(figure, studio, frames) if frames else sheet.poses(figure, studio)
    sheet.sheet(images, columns=max(1, 1200 // size)).save(to)
    typer.echo(f"Drew {len(images)} pictures: {to}")


@pictures.command("build")
def build(
    slugs: Slugs = None,
    workers: Annotated[int, typer.Option(min=1, max=16, help="Exercises drawn at once.")] = 1,
    *,
    anew: Annotated[bool, typer.Option("--anew", help="Draw also what is up to date.")] = False,
) -> None:
    """Make the files of loops, stills and pacers that are missing or out of date."""
    _see_that_tools_are_here()
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    content = read_settings().content
    wanted = slugs or _known(content)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns) as progress:
        if workers == 1:
            for slug in wanted:
                task = progress.add_task(slug, total=None)
                _build_one(content, slug, anew, _teller(progress, task))
                progress.update(task, description=f"{slug} done")
            return
        task = progress.add_task("Exercises", total=len(wanted))
        with ProcessPoolExecutor(workers) as pool:
            for _ in pool.map(_build_one, [content] * len(wanted), wanted, [anew] * len(wanted)):
                progress.advance(task)


@pictures.command("check")
def check(slugs: Slugs = None) -> None:
    """Test bodies, joints, contact, loops and files of all figures."""
    _see_that_tools_are_here()
    from bot.figures.motion import inspection

    content = read_settings().content
    faults = 0
    for slug in slugs or _known(content):
        for name, figure in _read(content, slug).items():
            for finding in inspection.inspect(figure):
                typer.echo(f"{slug}/{name}: {finding}")
                faults += 1
    if faults:
        fail(f"{faults} to put right.")
    typer.echo("All figures are well.")


@pictures.command("gallery")
def gallery(
    to: Annotated[Path, typer.Option(help="Where the page goes.")] = Path("docs/gallery.md"),
) -> None:
    """Write the page that shows all pictures."""
    from bot import library
    from bot.figures.motion import gallery as pages

    content = read_settings().content.resolve()
    to.write_text(
        pages.page(content, dict(library.load(content).exercises), to.resolve().parent), encoding="utf-8"
    )
    typer.echo(f"Wrote {to}")


def _teller(progress: object, task: object) -> "Callable[[int], Callable[[], None]]":
    """Return what tells the bar first how many pictures there are, then each one."""

    def start(total: int) -> "Callable[[], None]":
        progress.update(task, total=total)  # type: ignore[attr-defined]
        return lambda: progress.advance(task)  # type: ignore[attr-defined]

    return start


def _build_one(
    content: Path,
    slug: str,
    anew: bool,
    start: "Callable[[int], Callable[[], None]]" = lambda _: lambda: None,
) -> None:
    from bot import library
    from bot.figures.motion import build as building

    figures = _read(content, slug)
    given = building.doses(library.load(content).exercises[slug])
    folder = content / "exercises" / slug / "media"
    wanted = list(figures) if anew else building.outdated(folder, figures, given)
    building.make(folder, figures, given, wanted, start(building.looks(figures, wanted)))


def _known(content: Path) -> list[str]:
    from bot.figures.motion import files

    return files.slugs(content)


def _read(content: Path, slug: str) -> "dict[str, Figure]":
    from bot.figures.motion import files
    from bot.library.problems import ContentError

    if slug not in files.slugs(content):
        fail(f"There is no exercises/{slug}/figure.yaml. There are: {', '.join(files.slugs(content))}.")
    try:
        return files.read(content, slug)
    except ContentError as error:
        fail(*(str(problem) for problem in error.problems))


def _see_that_tools_are_here() -> None:
    from importlib.util import find_spec

    if any(find_spec(name) is None for name in ("numpy", "numba", "imageio_ffmpeg")):
        fail(_NEEDED)
