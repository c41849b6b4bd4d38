"""`midback content`: for authors of exercises."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.ground import fail, read_settings
from bot.cli.words import hear, learn

if TYPE_CHECKING:
    from bot.domain.exercises import Library

content = typer.Typer(no_args_is_help=True, help="Check, begin and read exercises and other content.")
content.command()(learn)
content.command()(hear)

Language = Annotated[str, typer.Option(help="Language of the words, such as en.")]


@content.command("check")
def content_check(
    folder: Annotated[
        Path | None, typer.Argument(help="A content folder; the settings' one if left out.")
    ] = None,
) -> None:
    """List every problem of the content, each with file, line and what to write."""
    from bot import library

    root = folder or read_settings().content
    problems = library.check(root)
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        fail(f"{len(problems)} to put right in {root}.")
    shelf = library.load(root)
    counts = f"{len(shelf.exercises)} exercises, {len(shelf.routines)} routines, {len(shelf.cards)} cards"
    typer.echo(f"All is well: {counts}.")


@content.command("new")
def content_new(
    slug: Annotated[str, typer.Argument(help="Short name in small letters: wall-angels")],
) -> None:
    """Make a folder for a new exercise, with blanks to fill."""
    from bot import library

    try:
        path = library.new(read_settings().content, slug)
    except (library.ContentError, OSError) as error:
        fail(str(error))
    typer.echo(f"Made {path}. Fill in every TODO, then: midback content check")


@content.command("show")
def content_show(
    name: Annotated[str, typer.Argument(help="Slug or name of an exercise.")], language: Language = "en"
) -> None:
    """Print an exercise as people will read it."""
    from rapidfuzz import process

    from bot import library

    shelf = _load(read_settings().content)
    names = {exercise.text(language).name.casefold(): slug for slug, exercise in shelf.exercises.items()}
    slug = names.get(name.casefold(), name)
    if slug not in shelf.exercises:
        close = process.extract(name, list(shelf.exercises), limit=3)
        fail(f"There is no exercise {name!r}. Near it: {', '.join(match[0] for match in close)}.")
    typer.echo(library.show(shelf.exercises[slug], language))


@content.command("cities")
def content_cities(
    geonames: Annotated[Path, typer.Argument(help="GeoNames' cities15000.txt, unpacked.")],
    out: Annotated[Path, typer.Option(help="Where it goes.")] = Path("bot/library/cities.tsv.gz"),
) -> None:
    """Make the list of cities anew, by which people name their time zone."""
    from bot.library import cities

    out.write_bytes(cities.pack(geonames.read_text(encoding="utf-8")))
    typer.echo(f"{len(cities.read_places().cities)} cities, {out.stat().st_size // 1024} KB: {out}")


def _load(root: Path) -> "Library":
    from bot import library

    try:
        return library.load(root)
    except library.ContentError as error:
        fail(*(str(problem) for problem in error.problems))
