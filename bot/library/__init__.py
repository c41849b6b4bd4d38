"""Content files: their schemas, the loader, the checker, and help for authors."""

from bot.library.loader import check, load
from bot.library.preview import show
from bot.library.problems import ContentError, Problem
from bot.library.template import new

__all__ = ["ContentError", "Problem", "check", "load", "new", "show"]
