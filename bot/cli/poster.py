"""`midback poster`: the exercises on paper, each with a code that opens it in the chat."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.cli.ground import fail, read_settings

if TYPE_CHECKING:
    from bot.domain.exercises import Exercise, Library
    from bot.figures.paper import Poster, PosterItem
    from bot.texts import Texts

_USERNAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
SAFETY: Final = "disclaimer"
"""The card of the content whose words stand at the foot."""


def poster(
    bot: Annotated[str, typer.Option(help="Username of the bot that the codes open: midback_bot.")],
    language: Annotated[str, typer.Option(help="Language of the words.")] = "en",
    out: Annotated[Path, typer.Option(help="Where the PDF goes.")] = Path("poster.pdf"),
) -> None:
    """Make a poster of the exercises to print on A4, each with a QR code that opens it in the chat."""
    username = bot.removeprefix("@")
    if not _USERNAME.fullmatch(username):
        fail(f"{bot!r} is no username of a bot: write it as @BotFather gave it, such as midback_bot.", code=2)
    from bot.figures import paper

    root = read_settings().content
    made = compose(_content(root), _texts(language), username, root)
    try:
        out.write_bytes(paper.poster(made))
    except OSError as error:
        fail(f"The poster cannot be made ({error}).")
    typer.echo(
        f"{len(made.items)} exercises: {out}. Print it without scaling, and try a code before you hang it."
    )


def compose(library: "Library", t: "Texts", bot: str, root: Path) -> "Poster":
    """Return the poster of all exercises.

    :param library: with its shipped pictures
    :param bot: username without @
    :param root: the content folder, where the pictures lie
    """
    from bot.figures.paper import Poster

    return Poster(
        title=t.plain("poster-title"),
        line=t.plain("poster-line", bot=bot),
        items=tuple(_item(exercise, t, bot, root) for exercise in library.exercises.values()),
        safety=library.cards[SAFETY].text(t.language).body,
        language=t.language,
    )


def _item(exercise: "Exercise", t: "Texts", bot: str, root: Path) -> "PosterItem":
    from bot.chat.handlers.meeting import SHOW
    from bot.chat.screens.parts import dose_line
    from bot.figures.paper import PosterItem

    still = key_still(exercise)
    return PosterItem(
        name=exercise.text(t.language).name,
        dose=dose_line(t, exercise.standard.dose),
        picture=root / still if still else None,
        link=f"https://t.me/{bot}?start={SHOW}{exercise.slug}",
    )


def key_still(exercise: "Exercise") -> str | None:
    """Return the still that stands for an exercise: its middle step's, where the movement is furthest."""
    sides = exercise.shown.get(exercise.standard.slug)
    return sides[0].steps[len(sides[0].steps) // 2] if sides else None


def _content(root: Path) -> "Library":
    """Return the content with its pictures, or end with a sentence for each fault."""
    from bot.figures.shelf import furnish
    from bot.library import ContentError, load

    try:
        return furnish(load(root), root)
    except ContentError as error:
        fail(*(str(problem) for problem in error.problems))


def _texts(language: str) -> "Texts":
    """Return the texts of a language, or end with a sentence that names those that there are."""
    from bot.texts import load

    known = load().languages
    if language not in known:
        fail(f"There are no texts in {language!r}. Write one of {', '.join(known)}.", code=2)
    return known[language]
