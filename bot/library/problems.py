"""What is wrong in a content file, said so that its author can put it right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to put right.

    :param file: path as authors know it: from ``content/exercises/``, else from ``content/``
    :param line: line in the file, from 1; 0 where the file as a whole is meant
    :param what: what is wrong and what to write
    """

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        place = f"{self.file} line {self.line}" if self.line else self.file
        return f"{place}: {self.what}"


class ContentError(Exception):
    """The content cannot be used; ``problems`` says why, all at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True)
class Notes:
    """A notepad for one file; the pads of all files write into one list."""

    file: str
    problems: list[Problem]

    def say(self, line: int, what: str) -> None:
        """Write down a problem at ``line`` (0: the whole file)."""
        self.problems.append(Problem(self.file, line, what))

    def about(self, file: str) -> "Notes":
        """Return a pad for another file that writes into the same list."""
        return Notes(file, self.problems)


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that ``word`` was probably meant to be; None where nothing is close."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where something is wrong

    found = process.extractOne(
        word.lower(), list(choices), scorer=fuzz.ratio, processor=str.lower, score_cutoff=60
    )
    return found[0] if found else None


def choose(word: str, choices: Sequence[str]) -> str:
    """Return "write one of a, b (did you mean b?)"."""
    if len(choices) == 1:
        return f"write {choices[0]}"
    guess = nearest(word, choices)
    return f"write one of {', '.join(choices)}" + (f" (did you mean {guess}?)" if guess else "")


def shown(value: object) -> str:
    """Return ``value`` in quotes for a sentence, cut where it is long."""
    text = " ".join(str(value).split())
    return f"'{text}'" if len(text) <= 40 else f"'{text[:39]}…'"


def is_blank(text: str) -> bool:
    """Tell whether a template's blank was left standing: TODO, or a text that starts with an ellipsis."""
    return "TODO" in text or text.strip().startswith(("…", "...")) or not text.strip()
