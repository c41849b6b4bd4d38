"""Programs: ``programs/<slug>.yaml``."""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path

from bot.domain.exercises import Exercise, Kind, Level
from bot.domain.programs import Move, Phase, Program, ProgramText, Role
from bot.library.care_schemas import MoveKeys, PhaseKeys, ProgramKeys
from bot.library.files import read_text
from bot.library.matrix import english
from bot.library.plain import fit
from bot.library.problems import Notes, choose, nearest, shown
from bot.library.yamls import Document, Way, parse


def read_program(
    path: Path, exercises: Mapping[str, Exercise], faulty: set[str], notes: Notes
) -> tuple[Program, Document] | None:
    """Return the program in ``path`` and its document; None where it cannot be read.

    :param faulty: exercises that are there but cannot be read, so that nothing can be said about them
    """
    text = read_text(path, notes)
    document = parse(text, notes) if text is not None else None
    keys = fit(ProgramKeys, document, notes) if document else None
    if keys is None or document is None:
        return None
    english(keys.texts, ("texts",), document, notes)
    _check_lengths(keys, document, notes)
    for number, phase in enumerate(keys.phases):
        way: Way = ("phases", number)
        english(phase.names, (*way, "names"), document, notes)
        for index, move in enumerate(phase.moves):
            if exercises and move.exercise not in faulty:
                for fault in _faults(move, exercises):
                    notes.say(document.line((*way, "moves", index)), fault)
    program = Program(
        slug=path.stem,
        order=keys.order,
        goal=keys.goal,
        lengths=tuple(keys.lengths),
        phases=tuple(map(_phase, keys.phases)),
        sources=tuple(keys.sources),
        texts={language: ProgramText(words.name, words.summary) for language, words in keys.texts.items()},
    )
    return program, document


def _phase(keys: PhaseKeys) -> Phase:
    moves = tuple(Move(move.exercise, move.variation, move.role, move.sets) for move in keys.moves)
    return Phase(keys.slug, keys.weeks, keys.minutes, keys.strength_days, moves, keys.names)


def _check_lengths(keys: ProgramKeys, document: Document, notes: Notes) -> None:
    """Note a length that does not end with a phase."""
    ends = [*accumulate(phase.weeks for phase in keys.phases)]
    for index, length in enumerate(keys.lengths):
        if length not in ends:
            what = f"no phase ends after {length} weeks: write some of {', '.join(map(str, ends))}"
            notes.say(document.line(("lengths", index)), what)


def _faults(move: MoveKeys, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    exercise = exercises.get(move.exercise)
    if exercise is None:
        guess = nearest(move.exercise, exercises)
        advice = f"did you mean {guess}?" if guess else "write the name of a folder in exercises"
        yield f"there is no exercise {shown(move.exercise)}; {advice}"
        return
    known = [variation.slug for variation in exercise.variations]
    if move.variation not in known:
        yield f"{exercise.slug} has no variation {shown(move.variation)}; {choose(move.variation, known)}"
    loads = exercise.kind is Kind.STRENGTH and exercise.level is not Level.GENTLE
    if loads and move.role is not Role.STRENGTHEN:
        yield f"{exercise.slug} is strength work: write role: strengthen, so that it gets rest days"
