"""Who should do which exercise how: ``safety/matrix.yaml``."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.domain.exercises import Exercise
from bot.domain.matrix import Answer, Flag, Matrix, Rule
from bot.library.care_schemas import MatrixKeys, RuleKeys, Say
from bot.library.files import read_text
from bot.library.plain import fit
from bot.library.problems import Notes, choose, nearest, shown
from bot.library.yamls import Document, Way, parse


def read_matrix(
    path: Path, exercises: Mapping[str, Exercise], faulty: set[str], notes: Notes
) -> tuple[Matrix, Document] | None:
    """Return the table in ``path`` and its document; None where it cannot be read.

    :param faulty: exercises that are there but cannot be read, so that nothing can be said about them
    """
    text = read_text(path, notes)
    document = parse(text, notes) if text is not None else None
    keys = fit(MatrixKeys, document, notes) if document else None
    if keys is None or document is None:
        return None
    english(keys.state, ("state",), document, notes)
    flags: dict[str, Flag] = {}
    for slug, flag in keys.flags.items():
        english(flag.names, ("flags", slug, "names"), document, notes)
        for exercise, rule in flag.rules.items():
            line = document.line(("flags", slug, "rules", exercise))
            for fault in _faults(exercise, rule, exercises, faulty):
                notes.say(line, fault)
        rules = {exercise: _rule(rule) for exercise, rule in flag.rules.items()}
        flags[slug] = Flag(slug, rules, flag.names, Answer(flag.others))
    return Matrix(flags, tuple(keys.sources), keys.state), document


def english(texts: Mapping[str, object], way: Way, document: Document, notes: Notes) -> None:
    """Note words that are missing in English."""
    if "en" not in texts:
        notes.say(document.line(way), "the words in English are missing: add en: ...")


def _rule(keys: RuleKeys) -> Rule:
    return Rule(Answer(keys.say), tuple(keys.use or ()))


def _faults(slug: str, rule: RuleKeys, exercises: Mapping[str, Exercise], faulty: set[str]) -> Iterator[str]:
    if rule.say is Say.ADAPT and not rule.use:
        yield "say is adapt: add use, a list of the variations that are fine"
    if rule.say is not Say.ADAPT and rule.use:
        yield f"say is {rule.say}: take use out, or write adapt"
    if slug in faulty or not exercises:
        return
    if slug not in exercises:
        guess = nearest(slug, exercises)
        advice = f"did you mean {guess}?" if guess else "write the name of a folder in exercises"
        yield f"there is no exercise {shown(slug)}; {advice}"
        return
    known = [variation.slug for variation in exercises[slug].variations]
    for variation in rule.use or ():
        if variation not in known:
            yield f"{slug} has no variation {shown(variation)}; {choose(variation, known)}"
