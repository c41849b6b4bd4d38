"""The questions before the plan: ``safety/screening.yaml``."""

from collections.abc import Collection, Iterator
from pathlib import Path

from bot.domain.screening import DONE, Choice, Question, Screening
from bot.library.care_schemas import ChoiceKeys, QuestionKeys, ScreeningKeys
from bot.library.files import read_text
from bot.library.matrix import english
from bot.library.plain import fit
from bot.library.problems import Notes, choose, shown
from bot.library.yamls import Document, Way, parse


def read_screening(
    path: Path, flags: Collection[str] | None, notes: Notes
) -> tuple[Screening, Document] | None:
    """Return the questions in ``path`` and their document; None where they cannot be read.

    :param flags: the flags that there are; None where they cannot be read
    """
    text = read_text(path, notes)
    document = parse(text, notes) if text is not None else None
    keys = fit(ScreeningKeys, document, notes) if document else None
    if keys is None or document is None:
        return None
    english(keys.state, ("state",), document, notes)
    taken: set[str] = set()
    for number, question in enumerate(keys.questions):
        way: Way = ("questions", number)
        english(question.texts, (*way, "texts"), document, notes)
        for index, choice in enumerate(question.choices):
            english(choice.names, (*way, "choices", index, "names"), document, notes)
            for fault in _faults(choice, taken, flags):
                notes.say(document.line((*way, "choices", index)), fault)
            taken.add(choice.slug)
    questions = tuple(_question(question) for question in keys.questions)
    return Screening(questions, keys.months, tuple(keys.sources), keys.state), document


def _question(keys: QuestionKeys) -> Question:
    choices = (Choice(c.slug, tuple(c.flags), c.tier, c.adult, c.names) for c in keys.choices)
    return Question(keys.slug, keys.many, tuple(choices), keys.texts)


def _faults(choice: ChoiceKeys, taken: set[str], flags: Collection[str] | None) -> Iterator[str]:
    if choice.slug in {DONE, *taken}:
        yield f"the slug {shown(choice.slug)} is taken: write another one"
    for flag in choice.flags:
        if flags is not None and flag not in flags:
            yield f"safety/matrix.yaml has no flag {shown(flag)}; {choose(flag, sorted(flags))}"
