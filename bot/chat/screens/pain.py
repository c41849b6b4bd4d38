"""Pain and progress: the page before a session, "it hurts", and what is said beside a session's card."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.chat.actions import (
    AfterScore,
    Begin,
    Breathe,
    Go,
    HurtsScore,
    HurtsSign,
    Page,
    PressCard,
    SayEffort,
    ShowCard,
    SomethingNew,
    UndoChange,
)
from bot.chat.actions.pain import NO_SCORE
from bot.chat.buttons import Action
from bot.chat.screen import Key, Row, Screen, Style, rows
from bot.chat.screens.care import honest
from bot.chat.screens.fitting import CAPTION, MESSAGE, WIDE, fit, short, visible
from bot.chat.screens.meeting import picture
from bot.chat.screens.parts import dose_line, go
from bot.chat.screens.pictures import of_exercise
from bot.chat.screens.suiting import changes as suited
from bot.domain.exercises import Entry, Exercise, Library
from bot.domain.pain import HIGHEST, Light, Seek, Sign, Start
from bot.domain.progression import Why
from bot.domain.sessions import Press
from bot.domain.turns import breathing
from bot.services.beginning import Asked, Notes
from bot.services.pain import MOST_EXTRA, Felt
from bot.services.progression import Changed
from bot.services.sessions import Running
from bot.texts import Html, Texts

_IN_A_ROW: Final = 6
"""Scores beside each other: 0 to 5, then 6 to 10."""


def before(t: Texts, what: str, asked: Asked, state: Mapping[str, str]) -> Screen:
    """Ask for the pain before a session; one tap begins.

    :param what: what begins: ``today``, ``mine`` or the slug of a ready-made routine
    """
    parts = [t("pain-before")]
    parts += [t("pain-before-yesterday")] if asked.yesterday else []
    parts += [*_seek(t, asked.seek), *map(Html, honest(t, state))]
    without = Key(t.plain("pain-button-no-number"), Begin(what, NO_SCORE))
    new = Key(t.plain("pain-button-new"), SomethingNew(what))
    keys = (*_scores(t, lambda score: Begin(what, score)), (without,), (new, go(t, Page.HOME)))
    return Screen("\n\n".join(parts), keys, picture(t))


def hurts(t: Texts, running: Running, exercise: Exercise, state: Mapping[str, str]) -> Screen:
    """Ask how much an exercise hurts, and for the signs that end a session."""
    number, revision = running.id, running.revision
    signs = [Key(t.plain(f"pain-button-sign-{sign}"), HurtsSign(number, revision, sign)) for sign in Sign]
    text = "\n\n".join([t("pain-hurts", name=exercise.text(t.language).name), *honest(t, state)])
    keys = (
        *_scores(t, lambda score: HurtsScore(number, revision, score)),
        *rows(signs, 2),
        (Key(t.plain("pain-button-back"), ShowCard(number)),),
    )
    form = exercise.variation(running.player.rung.variation)
    return Screen(text, keys, of_exercise(t, exercise, form))


def ease(t: Texts, running: Running, exercise: Exercise) -> Screen:
    """Offer to make an exercise easier."""
    ways = (Press.EASIER, Press.LESS)
    can: list[Press] = [press for press in ways if press in running.player.allowed]
    keys = [
        (Key(t.plain(f"session-button-{press}"), PressCard(running.id, running.revision, press)),)
        for press in (*can, Press.SKIP)
    ]
    go_on = (Key(t.plain("pain-button-go-on"), ShowCard(running.id)),)
    form = exercise.variation(running.player.rung.variation)
    return Screen(
        t("pain-ease" if can else "pain-ease-lowest"), (*keys, go_on), of_exercise(t, exercise, form)
    )


def red(t: Texts, running: Running, library: Library) -> Screen:
    """Tell that an exercise stops, and offer breathing or the end."""
    calm = breathing(library.exercises.values())
    breathe = Key(t.plain("pain-button-breathe"), Breathe(running.id), Style.PRIMARY) if calm else None
    stop = PressCard(running.id, running.revision, Press.STOP)
    end = go(t, Page.HOME) if running.player.over else Key(t.plain("pain-button-end"), stop)
    exercise = library.exercises[calm[0].exercise] if calm else None
    shown = of_exercise(t, exercise, exercise.standard) if exercise else picture(t)
    return Screen(t("pain-red", breathe="yes" if calm else "no"), rows([breathe, end], 1), shown)


def begun(t: Texts, card: Screen, running: Running, library: Library, notes: Notes) -> Screen:
    """Return the first card of a session with what the person should know about it."""
    lines: list[str] = [] if notes.start is Start.AS_PLANNED else [t(f"pain-start-{notes.start}")]
    lines += [suited(t, library, running.changed)] if running.changed else []
    lines += _changes(t, library, notes.changes)
    if not lines:
        return card
    told = fit(lines, CAPTION - visible(card.text) - 2)
    keys = (*card.keys, (_undo(t, notes.changes),)) if notes.changes else card.keys
    return replace(card, text=f"{told}\n\n{card.text}" if told else card.text, keys=keys)


def asking_effort(t: Texts, card: Screen, running: Running, item: int, library: Library) -> Screen:
    """Return a card that asks how many repetitions more were possible of an exercise that was just done."""
    name = library.exercises[running.player.items[item].exercise].text(t.language).name
    answers = tuple(
        Key(t.plain(f"pain-button-effort-{extra}"), SayEffort(running.id, item, extra))
        for extra in range(MOST_EXTRA + 1)
    )
    return _with(card, [t("pain-effort", name=name)], (answers,), top=not running.player.over)


def asking_after(t: Texts, card: Screen, running: Running) -> Screen:
    """Return the end of a session, asking how it is now."""
    return _with(card, [t("pain-after")], _scores(t, lambda score: AfterScore(running.id, score)))


def after(t: Texts, card: Screen, felt: Felt) -> Screen:
    """Return the end of a session with thanks for the score, and what follows from it."""
    lit = {Light.GREEN: "pain-after-green", Light.AMBER: "pain-after-amber", Light.RED: "pain-after-red"}
    return _with(card, [t(lit[felt.after or Light.GREEN]), *_seek(t, felt.seek)], ())


def changes(t: Texts, found: Sequence[Changed], library: Library, state: Mapping[str, str]) -> Screen:
    """Return the last changes, each with its reason and a way back."""
    there = [one for one in found if one.after.exercise in library.exercises]
    if not there:
        return Screen(t("pain-changes-none"), ((go(t, Page.TODAY), go(t, Page.HOME)),))
    lines = [t("pain-changes"), *(Html(f"\n{_listed(t, one, library)}") for one in there)]
    keys = [
        Key(short(t.plain("pain-button-undo-one", name=_name(t, one, library)), WIDE), UndoChange(one.id))
        for one in there
        if one.holds
    ]
    end = "".join(f"\n\n{line}" for line in honest(t, state))
    text = fit(lines, MESSAGE - visible(end)) + end
    return Screen(text, (*rows(keys, 1), (go(t, Page.ROUTINE), go(t, Page.HOME))))


def told(t: Texts, one: Changed, library: Library) -> str:
    """Return what a change was, for paper: the exercise, from, to."""
    return t.plain(
        "progress-report-change",
        name=_name(t, one, library),
        before=_line(t, one.before, library),
        after=_line(t, one.after, library),
    )


def _scores(t: Texts, action: Callable[[int], Action]) -> tuple[Row, ...]:
    keys = [Key(t.plain("pain-score", score=score), action(score)) for score in range(HIGHEST + 1)]
    return rows(keys, _IN_A_ROW)


def _with(card: Screen, lines: Iterable[str], keys: tuple[Row, ...], *, top: bool = False) -> Screen:
    """Return a card that says and asks more, with buttons above its own (``top``) or above its last row."""
    more = fit([*lines], CAPTION - visible(card.text) - 2)
    if not more:
        return card
    own = (*keys, *card.keys) if top else (*card.keys[:-1], *keys, *card.keys[-1:])
    return replace(card, text=f"{card.text}\n\n{more}", keys=own)


def _seek(t: Texts, why: Iterable[Seek]) -> list[Html]:
    return [t(f"pain-seek-{one}") for one in why][:1]


def _changes(t: Texts, library: Library, found: Sequence[Changed]) -> list[str]:
    """Return a sentence for each reason; a change alone says what was and what is."""
    groups: dict[Why, list[Changed]] = {}
    for one in reversed(found):
        groups.setdefault(one.why, []).append(one)
    return [
        _sentence(t, group[0], library)
        if len(group) == 1
        else t(
            "pain-change-many",
            names=t.join([_name(t, one, library) for one in group]),
            why=t.plain(f"pain-why-{why}"),
        )
        for why, group in groups.items()
    ]


def _sentence(t: Texts, one: Changed, library: Library) -> Html:
    said = {"before": _line(t, one.before, library), "after": _line(t, one.after, library)}
    return t("pain-change", name=_name(t, one, library), why=t.plain(f"pain-why-{one.why}"), **said)


def _listed(t: Texts, one: Changed, library: Library) -> str:
    line = t("pain-changes-line", day=t.day(one.day), change=_sentence(t, one, library))
    return f"{line} {t('pain-change-taken-back')}" if one.undone else line


def _name(t: Texts, one: Changed, library: Library) -> str:
    return library.exercises[one.after.exercise].text(t.language).name


def _line(t: Texts, entry: Entry, library: Library) -> str:
    """Return a line in few words: its form where it is not the standard one, and its dose."""
    exercise = library.exercises[entry.exercise]
    form = exercise.variation(entry.variation)
    dose = dose_line(t, entry.dose)
    if form is exercise.standard:
        return dose
    name = exercise.text(t.language).variations[form.slug].name
    return f"{name}, {dose}" if dose else name


def _undo(t: Texts, found: Sequence[Changed]) -> Key:
    if len(found) == 1:
        return Key(t.plain("pain-button-undo"), UndoChange(found[0].id))
    return Key(t.plain("pain-button-changes"), Go(Page.CHANGES))
