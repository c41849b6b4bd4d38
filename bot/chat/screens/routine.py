"""The person's own routine, the editor of its lines, and the ready-made routines."""

from collections.abc import Sequence

from bot.chat.actions import (
    AdoptRoutine,
    EditEntry,
    EntryChange,
    Go,
    LookRoutine,
    Page,
    PutBack,
    StartRoutine,
    UndoAdopt,
)
from bot.chat.screen import Key, Row, Screen, Style, rows
from bot.chat.screens.fitting import MESSAGE, WIDE, fit, short
from bot.chat.screens.parts import dose_and_time, dose_line, go
from bot.domain.exercises import Entry, Library, Routine, whole_minutes
from bot.services.routines import Line
from bot.services.sessions import MINE
from bot.texts import Texts

EDITOR = (
    (EntryChange.LESS, EntryChange.MORE),
    (EntryChange.FEWER_SETS, EntryChange.MORE_SETS),
    (EntryChange.EASIER, EntryChange.HARDER),
    (EntryChange.UP, EntryChange.DOWN, EntryChange.REMOVE),
)
"""The editor's buttons, row by row."""

LADDER = {EntryChange.EASIER, EntryChange.HARDER}
"""What makes no sense for an exercise with one form only."""

LABELS = {EntryChange.MORE_SETS: "more-sets", EntryChange.FEWER_SETS: "fewer-sets"}
"""Names of labels that differ from the change's own."""


def mine(
    t: Texts, library: Library, lines: Sequence[Line], *, undo: bool = False, taken: bool = False
) -> Screen:
    """Return the person's routine; ``undo`` offers the one that was there before, ``taken`` the line.

    :param lines: those whose exercises exist, see :func:`bot.services.routines.shown`
    """
    back = (Key(t.plain("routine-button-undo"), UndoAdopt()),) if undo else ()
    back = (Key(t.plain("routine-button-put-back"), PutBack()),) if taken else back
    ends: tuple[Row, ...] = ((go(t, Page.READY_MADE),), (go(t, Page.LIBRARY), go(t, Page.HOME)))
    if not lines:
        first = Key(t.plain("button-ready-made"), Go(Page.READY_MADE), Style.PRIMARY)
        return Screen(t("routine-empty"), tuple(row for row in (back, (first,), ends[1]) if row))
    seconds = sum(line.entry.dose.seconds for line in lines)
    exercises = t.plain("exercises", count=len(lines))
    head = t("routine-title", exercises=exercises, minutes=_minutes(t, seconds))
    text = fit([head, *_listed(t, library, [line.entry for line in lines])], MESSAGE)
    start = Key(t.plain("routine-button-start"), StartRoutine(MINE), Style.PRIMARY)
    edits = [
        Key(short(f"{n} {_name(t, library, line.entry)}", WIDE), EditEntry(line.id, EntryChange.OPEN))
        for n, line in enumerate(lines, 1)
    ]
    return Screen(text, ((start,), *((back,) if back else ()), *rows(edits, 1), *ends))


def editor(t: Texts, library: Library, lines: Sequence[Line], line: Line) -> Screen:
    """Return one line with everything that can be changed in it.

    Buttons keep their places, also at a limit: a finger that taps "more" must not meet "less".
    """
    number = lines.index(line) + 1
    entry = line.entry
    text = t(
        "routine-editor",
        number=number,
        total=len(lines),
        name=_name(t, library, entry),
        form=_form(t, library, entry) or t.plain("routine-standard"),
        dose=dose_and_time(t, entry.dose),
    )
    useless = set[EntryChange]() if len(library.exercises[entry.exercise].variations) > 1 else LADDER
    keys = (tuple(_edit(t, line, change) for change in row if change not in useless) for row in EDITOR)
    back = Key(t.plain("routine-button-done"), Go(Page.ROUTINE), Style.PRIMARY)
    return Screen(text, (*(row for row in keys if row), (back,)))


def ready_made(t: Texts, library: Library) -> Screen:
    """Return all ready-made routines, then the desk breaks."""
    lines: list[str] = []
    for kind, breaks in (("routines", False), ("breaks", True)):
        some = [routine for routine in library.routines.values() if routine.desk_break is breaks]
        lines += [t(f"routine-{kind}")] if some else []
        lines += [_summary(t, routine) for routine in some] + [""]
    looks = [
        Key(short(routine.text(t.language).name), LookRoutine(routine.slug))
        for routine in library.routines.values()
    ]
    ends = (go(t, Page.ROUTINE), go(t, Page.HOME))
    return Screen(fit(lines, MESSAGE), (*rows(looks, 2), ends))


def look(t: Texts, library: Library, routine: Routine) -> Screen:
    """Return what is in a ready-made routine."""
    words = routine.text(t.language)
    head = t("routine-look", name=words.name, length=_length(t, routine), summary=words.summary)
    text = fit([head, *_listed(t, library, routine.entries)], MESSAGE)
    start = Key(t.plain("routine-button-now"), StartRoutine(routine.slug), Style.PRIMARY)
    adopt = Key(t.plain("routine-button-adopt"), AdoptRoutine(routine.slug))
    back = go(t, Page.READY_MADE, t.plain("button-back"))
    return Screen(text, ((start,), (adopt,), (back, go(t, Page.HOME))))


def _listed(t: Texts, library: Library, entries: Sequence[Entry]) -> list[str]:
    """Return a numbered line for each exercise, and its dose beneath."""
    lines: list[str] = []
    for number, entry in enumerate(entries, 1):
        form = _form(t, library, entry)
        key = "routine-line-form" if form else "routine-line"
        lines += ["", t(key, number=number, name=_name(t, library, entry), form=form)]
        lines += [t("routine-dose", dose=dose_line(t, entry.dose))]
    return lines


def _summary(t: Texts, routine: Routine) -> str:
    words = routine.text(t.language)
    return t("routine-summary", name=words.name, length=_length(t, routine), summary=words.summary)


def _length(t: Texts, routine: Routine) -> str:
    if routine.seconds < 120:
        return t.plain("routine-seconds", count=routine.seconds)
    return _minutes(t, routine.seconds)


def _minutes(t: Texts, seconds: int) -> str:
    # Nobody plans by the second: 11 minutes for 10 and a bit would only look wrong beside the author's 10.
    return t.plain("minutes", count=whole_minutes(seconds))


def _name(t: Texts, library: Library, entry: Entry) -> str:
    return library.exercises[entry.exercise].text(t.language).name


def _form(t: Texts, library: Library, entry: Entry) -> str:
    """Return the name of a variation, empty for the standard form."""
    exercise = library.exercises[entry.exercise]
    form = exercise.variation(entry.variation)
    return "" if form == exercise.standard else exercise.text(t.language).variations[form.slug].name


def _edit(t: Texts, line: Line, change: EntryChange) -> Key:
    style = Style.DANGER if change is EntryChange.REMOVE else Style.PLAIN
    label = t.plain(f"routine-button-{LABELS.get(change, change.value)}")
    return Key(label, EditEntry(line.id, change), style)
