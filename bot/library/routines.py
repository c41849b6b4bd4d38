"""Ready-made routines and desk breaks: ``routines/<slug>.yaml``."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.domain.exercises import Entry, Exercise, Routine, RoutineText
from bot.library.exercises import dose_fault
from bot.library.files import read_text
from bot.library.plain import fit
from bot.library.problems import Notes, nearest, shown
from bot.library.schemas import EntryKeys, RoutineKeys
from bot.library.yamls import Document, parse


def read_routine(
    path: Path, exercises: Mapping[str, Exercise], faulty: set[str], notes: Notes
) -> tuple[Routine, Document] | None:
    """Return the routine in ``path`` and its document; None where it cannot be read.

    :param faulty: exercises that are there but cannot be read, so that nothing can be said about them
    """
    text = read_text(path, notes)
    document = parse(text, notes) if text is not None else None
    facts = fit(RoutineKeys, document, notes) if document else None
    if facts is None or document is None:
        return None
    entries = []
    for index, keys in enumerate(facts.entries):
        if keys.exercise not in faulty:
            entries.append(_entry(keys, ("entries", index), exercises, document, notes))
    if "en" not in facts.texts:
        notes.say(
            document.line(("texts",)), "the words in English are missing: add en: {name: ..., summary: ...}"
        )
    known = [entry for entry in entries if entry]
    if len(known) == len(facts.entries):
        _check_seconds(facts.seconds, known, document.line(("seconds",)), notes)
    texts = {language: RoutineText(words.name, words.summary) for language, words in facts.texts.items()}
    routine = Routine(path.stem, facts.order, facts.desk_break, facts.seconds, tuple(known), texts)
    return routine, document


def _entry(
    keys: EntryKeys,
    way: tuple[str | int, ...],
    exercises: Mapping[str, Exercise],
    document: Document,
    notes: Notes,
) -> Entry | None:
    if keys.exercise not in exercises:
        line = document.line((*way, "exercise"))
        notes.say(
            line, f"there is no exercise {shown(keys.exercise)}; {_suggest(keys.exercise, [*exercises])}"
        )
        return None
    exercise = exercises[keys.exercise]
    variations = [v.slug for v in exercise.variations]
    if keys.variation not in variations:
        line, what = (
            document.line((*way, "variation")),
            f"{keys.exercise} has no variation {shown(keys.variation)}",
        )
        notes.say(line, f"{what}; write one of {', '.join(variations)}")
        return None
    usual = exercise.variation(keys.variation).dose
    dose = replace(usual, **keys.dose.given())
    if dose_fault(usual):  # said where the exercise stands
        return None
    if fault := dose_fault(dose):
        notes.say(document.line((*way, "dose")), fault)
        return None
    return Entry(keys.exercise, keys.variation, dose)


def _suggest(word: str, choices: list[str]) -> str:
    guess = nearest(word, choices)
    return f"did you mean {guess}?" if guess else "write the name of a folder in exercises"


def _check_seconds(declared: int, entries: list[Entry], line: int, notes: Notes) -> None:
    """Note a duration that is more than 35 % (and more than 30 s) from what the entries add up to."""
    total = sum(entry.dose.seconds for entry in entries)
    slack = max(total * 35 // 100, 30)
    if abs(declared - total) > slack:
        what = f"seconds is {declared}, but the exercises take about {total} together"
        notes.say(
            line, f"{what}: write a number from {total - slack} to {total + slack}, or change the exercises"
        )
