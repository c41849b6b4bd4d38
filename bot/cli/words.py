"""`midback content learn` and `midback content hear`: statistics of what people say."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.ground import fail, read_settings

if TYPE_CHECKING:
    from bot.domain.understanding.vocabulary import Vocabulary


def learn(
    folder: Annotated[
        Path | None, typer.Argument(help="A content folder; the settings' one if left out.")
    ] = None,
) -> None:
    """Learn anew from the examples of what people say. Takes a minute or two; needs scikit-learn."""
    try:
        from bot.library.learning import learn_all
    except ImportError:
        fail("scikit-learn is not installed here: in the clone, ./midback content learn installs it.")
    root = folder or read_settings().content
    with _problems_in_words():
        for path, count in learn_all(root, _vocabulary(root), date(2026, 1, 5)):
            typer.echo(f"{count} examples: {path.relative_to(root)}, {path.stat().st_size // 1024} KB")


def hear(
    text: Annotated[str, typer.Argument(help="What somebody may type, in quotes.")],
    language: Annotated[str, typer.Option(help="Language of the person, such as en.")] = "en",
) -> None:
    """Show what the coach makes of some words, and how sure the statistics are."""
    from bot.domain.understanding.understand import meaning

    today = date.today()  # noqa: DTZ011 - the reader's own day
    with _problems_in_words():
        vocabulary = _vocabulary(read_settings().content)
    spoken = vocabulary.listen(text, language, today)
    typer.echo(meaning(spoken))
    for what, model in spoken.learnt.items():
        best = model.guesses(spoken.features)[:3]
        typer.echo(f"{what}: " + ", ".join(f"{guess.kind} {guess.share:.0%}" for guess in best))


@contextmanager
def _problems_in_words() -> Iterator[None]:
    """End with a sentence for each problem of the content."""
    from bot.library.problems import ContentError

    try:
        yield
    except ContentError as error:
        fail(*(str(problem) for problem in error.problems))


def _vocabulary(root: Path) -> "Vocabulary":
    from bot.domain.search import Index
    from bot.domain.understanding.vocabulary import Vocabulary
    from bot.library import load
    from bot.library.learnt import learnt_reader

    shelf = load(root)
    indexes = {code: Index.build(shelf, code, ()) for code in shelf.phrases}
    return Vocabulary.build(shelf, indexes, learnt_reader(root))
