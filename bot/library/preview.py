"""How an exercise reads, as plain text for the terminal."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from bot.domain.exercises import Direction, Dose, Exercise

_WIDTH = 80


def show(exercise: Exercise, language: str) -> str:
    """Return the whole exercise as plain text, in English where ``language`` has no words for it."""
    text = exercise.text(language)
    parts = [text.name, _facts(exercise), fill(text.position, _WIDTH)]
    parts.append(_titled("Steps", _numbered(text.variations["standard"].steps)))
    lists = {"Tips": text.tips, "Good for": text.good_for, "Common faults": text.faults}
    for title, lines in (lists | {"Skip or adapt": text.adapt}).items():
        parts.append(_titled(title, (_hang("- ", line) for line in lines)))
    for variation in exercise.variations:
        if variation.direction is not Direction.STANDARD:
            words = text.variations[variation.slug]
            title = f"{variation.direction.value.title()}: {words.name} ({dose_words(variation.dose)})"
            parts.append(_titled(title, _numbered(words.steps)))
    parts.append(f"Found by: {', '.join((text.name, *text.aliases, *text.misspellings))}")
    return "\n\n".join(parts) + "\n"


def dose_words(dose: Dose) -> str:
    """Return a dose in words: "2 sets of 6 reps, 5 s hold, each side, 1 min"."""
    count = _count(dose.breaths, "breath") or _count(dose.reps, "rep")
    sets = f"{dose.sets} sets" if dose.sets > 1 else ""
    hold = f"{dose.hold} s hold" if dose.hold else ""
    side = "each side" if dose.sides == 2 else ""
    first = " of ".join(part for part in (sets, count or hold) if part)
    rest = hold if count else ""
    return ", ".join(part for part in (first, rest, side, f"{dose.minutes} min") if part)


def _count(number: int | None, word: str) -> str:
    if not number:
        return ""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _facts(exercise: Exercise) -> str:
    standard = exercise.standard
    needs = ", ".join(sorted(standard.kit)) or "nothing"
    traits = {
        "at a desk": exercise.desk,
        "quiet": exercise.quiet,
        "in office clothes": exercise.office_clothes,
    }
    lines = [
        f"{exercise.kind}, {exercise.level}, {dose_words(standard.dose)}",
        f"where: {', '.join(sorted(standard.places))}; needs: {needs}",
        f"fits: {', '.join(trait for trait, fits in traits.items() if fits) or 'at home'}",
        f"regions: {', '.join(exercise.regions)}; sources: {', '.join(exercise.sources)}",
    ]
    return "\n".join(lines)


def _titled(title: str, lines: Iterable[str]) -> str:
    return "\n".join([title, *lines])


def _numbered(steps: Iterable[str]) -> Iterator[str]:
    for number, step in enumerate(steps, start=1):
        yield _hang(f"{number}. ", step)


def _hang(mark: str, text: str) -> str:
    return fill(text, _WIDTH, initial_indent=f"  {mark}", subsequent_indent=" " * (2 + len(mark)))
