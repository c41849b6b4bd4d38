"""Content files: their schemas, the loader, the checker, and help for authors."""

from bot.library.loader import check, load
from bot.library.problems import ContentError, Problem

__all__ = ["ContentError", "Problem", "check", "load"]
