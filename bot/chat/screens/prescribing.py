"""Putting a routine together for somebody, in the team's chat; and the routine as they see it."""

from collections.abc import Iterable, Sequence

from bot.chat.actions import EntryChange
from bot.chat.actions.pages import Page
from bot.chat.actions.team import (
    Prescribe,
    PrescribeDose,
    PrescribePick,
    PrescribeRoutine,
    PrescribeStep,
    TakeUp,
    Withdraw,
)
from bot.chat.screen import Key, Screen, Style, rows
from bot.chat.screens.fitting import MESSAGE, WIDE, fit, short
from bot.chat.screens.parts import dose_and_time, dose_line, go
from bot.chat.screens.suiting import changes
from bot.domain.exercises import Entry, Library, whole_minutes
from bot.domain.suiting import Suited
from bot.services.prescriptions import Draft, Prescribed
from bot.texts import Texts

LINK = "plan_"
"""How a link to a prescription begins: ``t.me/<bot>?start=plan_<code>``."""

MOST_KEYS = 90
"""Buttons of a choice; Telegram takes a hundred."""

EDITOR = (
    (EntryChange.LESS, EntryChange.MORE),
    (EntryChange.FEWER_SETS, EntryChange.MORE_SETS),
    (EntryChange.EASIER, EntryChange.HARDER),
    (EntryChange.REMOVE,),
)
LABELS = {EntryChange.MORE_SETS: "more-sets", EntryChange.FEWER_SETS: "fewer-sets"}


def only_team(t: Texts) -> Screen:
    """Say where routines are prescribed."""
    return Screen(t("prescribe-only-team"), ((go(t, Page.ROUTINE), go(t, Page.HOME)),))


def draft(t: Texts, library: Library, maker: int, found: Draft) -> Screen:
    """Show what is put together so far; a press on a line opens its dose."""
    known = [entry for entry in found.entries if entry.exercise in library.exercises]
    head = t("prescribe-draft", title=found.title or "none")
    body = _lines(t, library, known) if known else ["", t("prescribe-empty")]
    edits = [
        Key(short(_name(t, library, entry)), PrescribeDose(maker, entry.exercise, EntryChange.OPEN))
        for entry in known
    ]
    sources = (_step(t, maker, PrescribeStep.ROUTINES), _step(t, maker, PrescribeStep.EXERCISES))
    make = _step(t, maker, PrescribeStep.MAKE, Style.PRIMARY)
    ends = (_step(t, maker, PrescribeStep.LIST), _step(t, maker, PrescribeStep.DROP) if known else None)
    keys = (sources, *rows(edits, 2), *([(make,)] if known else []), *rows(ends, 2))
    return Screen(fit([head, *body], MESSAGE), keys)


def routines(t: Texts, library: Library, maker: int) -> Screen:
    """Offer the ready-made routines to begin with."""
    keys = [
        Key(short(routine.text(t.language).name), PrescribeRoutine(maker, routine.slug))
        for routine in list(library.routines.values())[:MOST_KEYS]
    ]
    return Screen(t("prescribe-routines"), (*rows(keys, 2), (_back(t, maker),)))


def exercises(t: Texts, library: Library, maker: int, found: Draft) -> Screen:
    """Offer all exercises, those of the draft ticked."""
    picked = {entry.exercise for entry in found.entries}
    keys = []
    for slug, exercise in list(library.exercises.items())[:MOST_KEYS]:
        name = exercise.text(t.language).name
        label = t.plain("prescribe-picked", name=name) if slug in picked else name
        keys.append(Key(short(label), PrescribePick(maker, slug)))
    return Screen(t("prescribe-exercises"), (*rows(keys, 2), (_back(t, maker),)))


def dose(t: Texts, library: Library, maker: int, entry: Entry) -> Screen:
    """Show one exercise of the draft with everything that can be changed in it."""
    exercise = library.exercises[entry.exercise]
    text = t(
        "prescribe-dose",
        name=_name(t, library, entry),
        form=_form(t, library, entry) or t.plain("routine-standard"),
        dose=dose_and_time(t, entry.dose),
    )
    ladder = {EntryChange.EASIER, EntryChange.HARDER} if len(exercise.variations) == 1 else set[EntryChange]()
    keys = [
        tuple(_change(t, maker, entry, change) for change in row) for row in EDITOR if not ladder & set(row)
    ]
    return Screen(text, (*keys, (_back(t, maker),)))


def made(t: Texts, maker: int, found: Prescribed, username: str) -> Screen:
    """Give out the link."""
    another = Key(t.plain("prescribe-button-new"), Prescribe(maker, PrescribeStep.DRAFT))
    keys = ((another, _step(t, maker, PrescribeStep.LIST)),)
    return Screen(t("prescribe-made", title=found.title, link=_link(found, username)), keys)


def listing(t: Texts, maker: int, found: Sequence[Prescribed], username: str) -> Screen:
    """List what the team has prescribed, each with its end."""
    another = (Key(t.plain("prescribe-button-new"), Prescribe(maker, PrescribeStep.DRAFT)),)
    if not found:
        return Screen(t("prescribe-none"), (another,))
    lines: list[str] = [t("prescribe-list")]
    for one in found:
        lines += ["", t("prescribe-listed", title=one.title, by=one.by), _link(one, username)]
    out = [
        Key(short(t.plain("prescribe-button-withdraw", title=one.title), WIDE), Withdraw(one.id))
        for one in found
    ]
    return Screen(fit(lines, MESSAGE), (*rows(out, 1), another))


def opened(t: Texts, library: Library, found: Prescribed, suited: Suited) -> Screen:
    """Show somebody what was prescribed, in the forms that suit them, and what is changed for that."""
    seconds = sum(entry.dose.seconds for entry in suited.entries)
    head = t(
        "prescribed",
        title=found.title,
        by=found.by,
        exercises=t.plain("exercises", count=len(suited.entries)),
        minutes=t.plain("minutes", count=whole_minutes(seconds)),
    )
    notes = ["", changes(t, library, suited.changed)] if suited.changed else []
    notes += [] if suited.entries else ["", t("prescribed-nothing")]
    take = Key(t.plain("prescribed-button"), TakeUp(found.code), Style.PRIMARY)
    text = fit([head, *notes, *_lines(t, library, suited.entries)], MESSAGE)
    return Screen(text, ((take,), (go(t, Page.HOME),)))


def gone(t: Texts) -> Screen:
    """Say that a link leads nowhere."""
    return Screen(t("prescribed-gone"), ((go(t, Page.ROUTINE), go(t, Page.HOME)),))


def _link(found: Prescribed, username: str) -> str:
    return f"https://t.me/{username}?start={LINK}{found.code}"


def _lines(t: Texts, library: Library, entries: Iterable[Entry]) -> list[str]:
    lines: list[str] = []
    for number, entry in enumerate(entries, 1):
        form = _form(t, library, entry)
        key = "prescribe-line-form" if form else "prescribe-line"
        values = {"form": form} if form else {}
        lines += ["", t(key, number=number, name=_name(t, library, entry), **values)]
        lines += [dose_line(t, entry.dose)]
    return lines


def _name(t: Texts, library: Library, entry: Entry) -> str:
    return library.exercises[entry.exercise].text(t.language).name


def _form(t: Texts, library: Library, entry: Entry) -> str:
    """Return the name of a variation, empty for the standard form."""
    exercise = library.exercises[entry.exercise]
    form = exercise.variation(entry.variation)
    return "" if form == exercise.standard else exercise.text(t.language).variations[form.slug].name


def _step(t: Texts, maker: int, step: PrescribeStep, style: Style = Style.PLAIN) -> Key:
    return Key(t.plain(f"prescribe-button-{step}"), Prescribe(maker, step), style)


def _back(t: Texts, maker: int) -> Key:
    return Key(t.plain("prescribe-button-back"), Prescribe(maker, PrescribeStep.DRAFT), Style.PRIMARY)


def _change(t: Texts, maker: int, entry: Entry, change: EntryChange) -> Key:
    label = t.plain(f"routine-button-{LABELS.get(change, change.value)}")
    return Key(label, PrescribeDose(maker, entry.exercise, change))
