"""The card of a session: one message, edited in place."""

from dataclasses import replace
from datetime import date

from bot.chat.actions import Hurts, MoreOnCard, Page, PressCard, ShowCard, StartOver
from bot.chat.screen import Key, Row, Screen, Style
from bot.chat.screens.parts import bar, dose_and_time, go
from bot.chat.screens.pictures import of_exercise, of_step
from bot.domain.exercises import Exercise, Library, whole_minutes
from bot.domain.sessions import Player, Press, Status
from bot.figures.cards import DoneCard
from bot.services.days import Progress
from bot.services.sessions import Running
from bot.texts import Html, Texts


def card(t: Texts, running: Running, library: Library, progress: Progress | None = None) -> Screen:
    """Return what the session looks like now; ``progress`` is wanted once it is over."""
    status = running.player.status
    if status is Status.FINISHED and progress:
        return finished(t, running, progress)
    if status is Status.STOPPED or running.player.item.exercise not in library.exercises:
        return stopped(t, running, progress.today if progress else None)
    exercise = library.exercises[running.player.item.exercise]
    return paused(t, running, exercise) if status is Status.PAUSED else active(t, running, exercise)


def active(t: Texts, running: Running, exercise: Exercise) -> Screen:
    """Return the card in the middle of an exercise."""
    player = running.player
    words = exercise.text(t.language)
    variation = words.variations[exercise.variation(player.rung.variation).slug]
    standard = player.rung.variation == exercise.standard.slug
    step = min(player.step, len(variation.steps) - 1)
    lines = t(
        "session-card",
        name=words.name,
        variation="none" if standard else variation.name,
        bar=bar(player.position + 1, len(player.items)),
        position=player.position + 1,
        total=len(player.items),
        step=step + 1,
        steps=len(variation.steps),
        words=variation.steps[step],
        position_words=words.position if standard and step == 0 else "none",
        dose=_dose(t, player),
    )
    return Screen(
        text=lines + _tip(t, player, words.tips),
        keys=_keys(t, running),
        picture=of_step(t, exercise, player, len(variation.steps)),
    )


def more(t: Texts, card: Screen, running: Running) -> Screen:
    """Return a card with everything else that can be done, and the way back to it."""
    forms = (Press.TIP, Press.EASIER, Press.HARDER)
    ways = (Press.INSTEAD, Press.PAUSE, Press.STOP)
    back = Key(t.plain("session-button-fewer"), ShowCard(running.id))
    return replace(card, keys=(*_presses(t, running, forms, ways), (back,)))


def paused(t: Texts, running: Running, exercise: Exercise) -> Screen:
    """Return the card of a session that waits."""
    player = running.player
    text = t(
        "session-paused",
        name=exercise.text(t.language).name,
        position=player.position + 1,
        total=len(player.items),
    )
    keys = (
        (_press(t, running, Press.RESUME, Style.PRIMARY),),
        (Key(t.plain("session-button-over"), StartOver(running.id)), _press(t, running, Press.STOP)),
    )
    form = exercise.variation(player.rung.variation)
    return Screen(text, keys, of_exercise(t, exercise, form))


def finished(t: Texts, running: Running, progress: Progress) -> Screen:
    """Return the end of a session, with what it did for the week."""
    exercises = t.plain("exercises", count=running.player.exercises_done)
    minutes = t.plain("minutes", count=whole_minutes(running.player.spent_seconds))
    text = t("session-finished", exercises=exercises, minutes=minutes, week=week_line(t, progress))
    line = t.plain("session-done-line", exercises=exercises, minutes=minutes)
    picture = DoneCard(t.plain("session-done-title"), line)
    return Screen(text, ((go(t, Page.STREAK), go(t, Page.HOME)),), picture)


def offering(card: Screen, row: Row) -> Screen:
    """Return the end of a session with one more row above the way out."""
    return replace(card, keys=(*card.keys[:-1], row, *card.keys[-1:]))


def stopped(t: Texts, running: Running, today: date | None = None) -> Screen:
    """Return the end of a session before all was done, with the day that it counts for."""
    exercises, sets = running.player.exercises_done, running.player.sets_done
    told, count = ("exercises", exercises) if exercises else ("sets", sets) if sets else ("nothing", 0)
    day = "today" if running.day == today else t.day(running.day) if running.day else "none"
    text = t("session-stopped", done=Html(t(f"session-stopped-{told}", count=count, day=day)))
    done = t.plain(told, count=count) if count else t.plain("session-nothing-line")
    picture = DoneCard(t.plain("session-done-title" if count else "session-nothing-title"), done)
    after_all = PressCard(running.id, running.revision, Press.RESUME)
    undo = (
        ((Key(t.plain("session-button-undo"), after_all),),) if Press.RESUME in running.player.allowed else ()
    )
    again = Key(t.plain("session-button-over"), StartOver(running.id))
    return Screen(text, (*undo, (again, go(t, Page.HOME))), picture)


def gone(t: Texts) -> Screen:
    """Return what a press on a session says that is not there any more."""
    return Screen(t("session-gone"), ((go(t, Page.TODAY), go(t, Page.HOME)),))


def week_line(t: Texts, progress: Progress) -> str:
    """Return ``This week: 2 of 5 days. 3 days in a row.``"""
    goal = progress.goal
    key = "more" if goal.done > goal.planned else "goal" if goal.planned else "free"
    week = t.plain(f"session-week-{key}", done=goal.done, planned=goal.planned)
    row = t.plain("session-streak", count=progress.streak.current)
    return f"{week} {row}".strip()


def _dose(t: Texts, player: Player) -> str:
    dose = player.rung.dose
    if player.item.sets == 1:
        return dose_and_time(t, dose)
    # "Set 1 of 2" says how many there are, so the dose itself need not.
    line = dose_and_time(t, dose, sets=False)
    done = min(player.state.sets_done + 1, player.item.sets)
    return f"{t.plain('session-sets', next=done, sets=player.item.sets)} · {line}"


def _tip(t: Texts, player: Player, tips: tuple[str, ...]) -> str:
    if not player.tip or not tips:
        return ""
    tip = tips[player.step % len(tips)]
    return f"\n\n{t('session-tip', tip=tip)}"


def _keys(t: Texts, running: Running) -> tuple[Row, ...]:
    """Return what a thumb needs at once: the way on, how to say that it hurts, and the way to the rest."""
    hurts = Key(t.plain("pain-button-hurts"), Hurts(running.id, running.revision))
    rest = Key(t.plain("session-button-more"), MoreOnCard(running.id))
    *ways, last = _presses(t, running, (Press.BACK, Press.NEXT), (Press.DONE,), (Press.SKIP,))
    return (*ways, (*last, hurts, rest))


def _presses(t: Texts, running: Running, *plan: tuple[Press, ...]) -> tuple[Row, ...]:
    """Return rows of the presses that make sense now."""
    allowed = running.player.allowed
    rows = (tuple(_press(t, running, press) for press in row if press in allowed) for row in plan)
    return tuple(row for row in rows if row)


def _press(t: Texts, running: Running, press: Press, style: Style = Style.PLAIN) -> Key:
    # Whoever is new reads on first; on the last step, and from the second set on, what is left is to do it.
    reading = Press.NEXT in running.player.allowed and not running.player.state.sets_done
    likely = Press.NEXT if reading else Press.DONE
    style = Style.PRIMARY if press is likely else style
    return Key(_label(t, running.player, press), PressCard(running.id, running.revision, press), style)


def _label(t: Texts, player: Player, press: Press) -> str:
    if press is Press.TIP and player.tip:
        return t.plain("session-button-tip-hide")
    if press is Press.DONE and player.item.sets > 1:
        return t.plain("session-button-set", next=player.state.sets_done + 1, sets=player.item.sets)
    return t.plain(f"session-button-{press}")
