"""An exercise's folder: ``exercise.yaml`` and a file of words per language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.domain.exercises import Direction, Dose, Exercise, ExerciseText, Variation, VariationText
from bot.library.files import read_text
from bot.library.markdown import Page, Section
from bot.library.plain import fit
from bot.library.problems import Notes
from bot.library.schemas import ExerciseFront, ExerciseKeys, VariationKeys
from bot.library.words import FAULT, LINE, POSITION, TIP, bullets, by_title, read_texts, sentence, steps
from bot.library.yamls import Document, parse

SECTIONS = ("Position", "Steps", "Tips", "Good for", "Common faults", "Skip or adapt")
_LADDER = re.compile(r"(Easier|Harder): [a-z0-9-]+")
_OTHERS = {"exercise.yaml", "figure.yaml", "media"}  # the last two belong to the pictures


@dataclass(frozen=True)
class ReadExercise:
    """An exercise as read, faults and all, and where its facts and the keys of its words stand."""

    exercise: Exercise
    document: Document
    fronts: Mapping[str, Document]


def read_exercise(folder: Path, notes: Notes) -> ReadExercise | None:
    """Return the exercise in ``folder``, with notes on its faults; None where its facts cannot be read."""
    facts, document, ladder = _read_facts(folder, notes.about(f"{folder.name}/exercise.yaml"))
    pages: dict[str, Document] = {}

    def words(page: Page, language: str, pad: Notes) -> ExerciseText | None:
        if page.front:
            pages[language] = page.front
        return _words(page, ladder, pad)

    texts = read_texts(folder, _OTHERS, notes, words)
    _compare_steps(folder, texts, notes)
    if facts is None:
        return None
    same = facts.model_dump(include={"order", "kind", "level", "desk", "quiet", "office_clothes"})
    regions, sources = tuple(facts.regions), tuple(facts.sources)
    exercise = Exercise(
        slug=folder.name, regions=regions, variations=ladder, sources=sources, texts=texts, **same
    )
    return ReadExercise(exercise, document, pages)


def _compare_steps(folder: Path, texts: Mapping[str, ExerciseText], notes: Notes) -> None:
    """Note where a language has more or fewer steps than English: each picture belongs to a step."""
    english = texts["en"].variations if "en" in texts else {}
    for language, text in texts.items():
        for slug, words in text.variations.items():
            has, wanted = len(words.steps), len(english[slug].steps) if slug in english else 0
            if wanted and has and has != wanted:
                say = f"{slug} has {has} steps, en.md {wanted}: write as many, pictures belong to them"
                notes.about(f"{folder.name}/{language}.md").say(0, say)


def _read_facts(folder: Path, notes: Notes) -> tuple[ExerciseKeys | None, Document, tuple[Variation, ...]]:
    text = read_text(folder / "exercise.yaml", notes)
    document = parse(text, notes) if text is not None else None
    facts = fit(ExerciseKeys, document, notes) if document else None
    if facts is None or document is None:
        return None, Document(), ()
    return facts, document, _ladder(facts, document, notes)


def _ladder(facts: ExerciseKeys, document: Document, notes: Notes) -> tuple[Variation, ...]:
    """Return all variations, easiest first, the standard form in its place."""
    places, kit, dose = frozenset(facts.places), frozenset(facts.kit), facts.dose.dose()
    standard = Variation("standard", Direction.STANDARD, dose, places, kit)
    if fault := dose_fault(dose):
        notes.say(document.line(("dose",)), fault)
    others = [_rung(keys, standard) for keys in facts.variations]
    for index, rung in enumerate(others):
        way, before = ("variations", index), others[:index]
        if rung.dose != dose and (fault := dose_fault(rung.dose)):
            notes.say(document.line((*way, "dose")), fault)
        if rung.slug in {"standard", *(v.slug for v in before)}:
            notes.say(document.line((*way, "slug")), f"the slug '{rung.slug}' is taken: write another one")
        if rung.direction is Direction.EASIER and any(v.direction is Direction.HARDER for v in before):
            notes.say(document.line(way), f"'{rung.slug}' is easier: put it above the harder ones")
    easier = [v for v in others if v.direction is Direction.EASIER]
    return (*easier, standard, *(v for v in others if v.direction is Direction.HARDER))


def _rung(keys: VariationKeys, standard: Variation) -> Variation:
    """Return a variation; what its author left out is as in the standard form."""
    return Variation(
        slug=keys.slug,
        direction=Direction(keys.direction),
        dose=keys.dose.dose() if keys.dose else standard.dose,
        places=standard.places if keys.places is None else frozenset(keys.places),
        kit=standard.kit if keys.kit is None else frozenset(keys.kit),
    )


def dose_fault(dose: Dose) -> str | None:
    """Return what is wrong with a dose that says nothing to do, or two things at once; else None."""
    if dose.reps is None and dose.breaths is None and not dose.hold:
        return "a dose needs reps, breaths or hold: add one of them"
    if dose.reps is not None and dose.breaths is not None:
        return "a dose has reps or breaths, not both: take one out"
    return None


def _words(page: Page, ladder: Sequence[Variation], notes: Notes) -> ExerciseText | None:
    """Return the words on ``page``. An empty ladder is one that could not be read: any variation will do."""
    front = fit(ExerciseFront, page.front, notes) if page.front else None
    if ladder:
        rungs = [
            f"{v.direction.value.title()}: {v.slug}" for v in ladder if v.direction is not Direction.STANDARD
        ]
    else:
        rungs = list(dict.fromkeys(s.title for s in page.sections if _LADDER.fullmatch(s.title)))
    found = by_title(page.sections, [*SECTIONS, *rungs], notes)
    name = front.name if front else ""
    standard = found.get("Steps")
    own = VariationText(name, steps(standard.blocks, standard.line, notes) if standard else ())
    ways = {rung.split(": ")[1]: _variation(found[rung], notes) for rung in rungs if rung in found}
    text = ExerciseText(
        name=name,
        aliases=tuple(front.aliases) if front else (),
        misspellings=tuple(front.misspellings) if front else (),
        position=sentence(found.get("Position"), POSITION, notes),
        tips=bullets(found.get("Tips"), TIP, notes),
        good_for=bullets(found.get("Good for"), LINE, notes),
        faults=bullets(found.get("Common faults"), FAULT, notes),
        adapt=bullets(found.get("Skip or adapt"), LINE, notes),
        variations={"standard": own, **ways},
    )
    return text if front else None


def _variation(section: Section, notes: Notes) -> VariationText:
    """Return a variation's name, which is the line below the heading, and its steps."""
    if not section.blocks or section.blocks[0].kind != "text":
        notes.say(section.line, "the variation's name is missing: write it on the line below this heading")
        return VariationText("", steps(section.blocks, section.line, notes))
    name = section.blocks[0]
    if len(name.text) > 40:
        notes.say(name.line, f"the variation's name has {len(name.text)} characters, at most 40: shorten it")
    return VariationText(name.text, steps(section.blocks[1:], section.line, notes))
