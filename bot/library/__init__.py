"""Content files: their schemas, the loader, the checker, and help for authors.

What reads and checks is imported when it is asked for: a coach that starts has a copy of what was read.
"""

from pathlib import Path

from bot.domain.exercises import Exercise, Library
from bot.library.kept import load_kept
from bot.library.problems import ContentError, Problem

__all__ = ["ContentError", "Problem", "check", "load", "load_kept", "new", "show"]


def load(root: Path) -> Library:
    """Return everything in the content folder ``root``.

    :raises ContentError: with every problem at once
    """
    from bot.library import loader  # noqa: PLC0415 - see above

    return loader.load(root)


def check(root: Path) -> list[Problem]:
    """Return every problem in the content folder ``root``, file by file; empty where all is well."""
    from bot.library import loader  # noqa: PLC0415 - see above

    return loader.check(root)


def show(exercise: Exercise, language: str) -> str:
    """Return the whole exercise as plain text, in English where ``language`` has no words for it."""
    from bot.library import preview  # noqa: PLC0415 - see above

    return preview.show(exercise, language)


def new(root: Path, slug: str) -> Path:
    """Write the folder of a new exercise with blanks to fill, and return it.

    :param slug: the exercise's short name, such as ``wall-angels``
    :raises ContentError: where the slug cannot be one, or is taken
    """
    from bot.library import template  # noqa: PLC0415 - see above

    return template.new(root, slug)
