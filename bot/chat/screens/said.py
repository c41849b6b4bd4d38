"""Answers to typed words: what was understood, the question whether to do it, and what else may be meant."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from html import escape

from bot.chat import readings
from bot.chat.actions import CallOff, Go, Leave, Meant, Page, Part, Show, StartRoutine
from bot.chat.buttons import Action
from bot.chat.screen import Key, Row, Screen, Style, rows
from bot.chat.screens.fitting import MESSAGE, WIDE, fit, short
from bot.chat.screens.naming import brief, facets
from bot.chat.screens.parts import dose_line, go
from bot.domain.exercises import Library, Routine
from bot.domain.finding import Found
from bot.domain.pain import start as lit
from bot.domain.reminders import Occurrence
from bot.domain.understanding import meanings as m
from bot.domain.understanding.choices import Doubt
from bot.texts import Html, Texts

NARROW = 9
"""Characters of a label that a phone shows in a third of a row."""
TIMED = (m.AddReminder, m.ChangeReminder, m.DeleteReminder, m.Later, m.QuietHours)
"""What can be in the morning or in the evening."""
SOON = (20, 60)
"""Minutes after which somebody may want to be reminded."""


def card(t: Texts, what: str, yes: Key, *, change: Key | None = None, notes: Sequence[str] = (),
         question: str = "said-shall-i") -> Screen:  # fmt: skip
    """Ask whether to do what was understood; nothing happens before the first button is pressed.

    :param what: what was understood, plain
    :param notes: HTML that helps to decide, such as the next moments of a reminder
    """
    asked = "\n\n".join([*notes, t(question)])
    no = Key(t.plain("said-no"), Leave())
    beside = change is None or len(change.label) <= NARROW
    keys = rows([yes, change, no], 3) if beside else ((yes, no), *rows([change], 1))
    return Screen(t("said-card", what=what, question=Html(asked)), keys)


def yes(t: Texts, action: Action, style: Style = Style.PRIMARY) -> Key:
    """Return the button that agrees."""
    return Key(t.plain("said-yes"), action, style)


def upcoming(t: Texts, moments: Iterable[Occurrence]) -> str:
    """Return the next moments, a line each."""
    lines = [t("reminders-moment", day=t.day(o.wall.date()), time=t.time(o.wall)) for o in moments]
    return "\n".join([t("reminders-next"), *lines]) if lines else ""


def left(t: Texts) -> Screen:
    """Say that nothing has changed."""
    return Screen(t("said-left"), ((go(t, Page.HOME),),))


def kind(t: Texts, key: str) -> Screen:
    """Say something kind, with the way on."""
    return Screen(t(key), ((go(t, Page.TODAY),), (go(t, Page.HOME),)))


def unknown(t: Texts) -> Screen:
    """Say what can be said, for words that nobody understood."""
    ends = (go(t, Page.HELP), go(t, Page.HOME))
    return Screen(t("said-unknown"), ((go(t, Page.TODAY), go(t, Page.LIBRARY)), ends))


def unsure(t: Texts, library: Library, said: m.Unsure) -> Screen:
    """Ask which reading is meant; a press on one is answered as if it had been said clearly."""
    keys = [key for one in said.candidates if (key := _reading(t, library, one))]
    none = (Key(t.plain("said-none-of-these"), Leave()), go(t, Page.HELP))
    return Screen(doubt(t, said), (*rows(keys, 1), none))


def doubt(t: Texts, said: m.Unsure) -> str:
    """Return why there is a question."""
    if said.doubt is Doubt.REST:
        words = " ".join(said.unread)
        return t("said-rest", words=words) if words else t("said-rest-something")
    if said.doubt in {Doubt.RARE, Doubt.SIGN, Doubt.CRISIS}:
        return t(f"said-{said.doubt.value}")
    half = said.doubt is Doubt.HALF and isinstance(said.candidates[0], TIMED)
    return t("said-half" if half else "said-which")


def also(screen: Screen, t: Texts, said: m.Unsure, others: Iterable[Key]) -> Screen:
    """Return a card that names first what was not understood, with the other readings below it."""
    words = " ".join(said.unread)
    head = t("said-unread", words=words) if words else t("said-unread-something")
    return Screen(f"{head}\n\n{screen.text}", (*screen.keys, *rows(others, 1)), screen.picture)


def reading_key(t: Texts, library: Library, meaning: m.Looking | m.Doing, name: str | None = None) -> Key:
    """Return the button of a reading; where it is too long for one, the way to help."""
    return _reading(t, library, meaning, name) or go(t, Page.HELP)


def _reading(t: Texts, library: Library, meaning: m.Looking | m.Doing, name: str | None = None) -> Key | None:
    written = readings.write(meaning)
    said = short(name or brief(t, library, meaning), WIDE)
    return Key(said, Meant(written)) if written else None


def choose(t: Texts, key: str, keys: Iterable[Key | None], *, width: int = 1, **values: object) -> Screen:
    """Ask a question with a button for each answer."""
    return Screen(t(key, **values), (*rows(keys, width), (go(t, Page.HOME),)))


def found(t: Texts, wish: m.Wish, what: Found) -> Screen:
    """List the exercises that suit a wish, honest about what none of them has."""
    lines: list[str] = [t("said-found", **{"for": facets(t, wish) or t.plain("library-all")})]
    if what.missed:
        missed = t.join([named for name in what.missed for named in _facet(t, wish, name)])
        lines.append(t("said-found-near", missed=missed))
    for number, (exercise, form) in enumerate(what.exercises, 1):
        words = exercise.text(t.language)
        way = [] if form == exercise.standard else [words.variations[form.slug].name]
        about = " · ".join([t.plain(f"kind-{exercise.kind}"), *way, dose_line(t, form.dose)])
        lines += ["", t("library-line", number=number, name=exercise.text(t.language).name)]
        lines.append(t("library-about", about=about))
    keys = [
        Key(short(f"{n} {one.text(t.language).name}", WIDE), Show(one.slug, form.slug, Part.STEPS))
        for n, (one, form) in enumerate(what.exercises, 1)
    ]
    return Screen(fit(lines, MESSAGE), (*rows(keys, 1), (go(t, Page.LIBRARY), go(t, Page.HOME))))


def _facet(t: Texts, wish: m.Wish, name: str) -> list[str]:
    only = m.Wish(**{name: getattr(wish, name)})
    return [facets(t, only)]


def fitting(t: Texts, minutes: int, routines: Sequence[Routine], *, short_enough: bool) -> Screen:
    """Offer ready-made routines of so many minutes."""
    head = t("said-fitting", minutes=minutes) if short_enough else t("said-fitting-none")
    keys = [Key(_fits(t, one), StartRoutine(one.slug)) for one in routines]
    return Screen(head, (*rows(keys, 1), (go(t, Page.TODAY),), (go(t, Page.HOME),)))


def _fits(t: Texts, routine: Routine) -> str:
    name = routine.text(t.language).name
    return short(t.plain("said-fits", name=name, minutes=round(routine.seconds / 60)), WIDE)


def begin(t: Texts, score: int, action: Action) -> Key:
    """Return the button that begins with some pain, named by what it may begin."""
    return Key(t.plain("said-hurts-begin-score", score=score, start=lit(score)), action, Style.PRIMARY)


def hurts(t: Texts, said: m.Pain, keys: Sequence[Row]) -> Screen:
    """Say something kind and sensible about pain; what begins or lists is for whoever knows the session."""
    score = () if said.score is None else (t("said-hurts-score", score=said.score, start=lit(said.score)),)
    ends = (go(t, Page.SAFETY), go(t, Page.HOME))
    return Screen("\n\n".join([t("said-hurts"), *score]), (*keys, ends))


def feels(t: Texts, said: m.Feedback, card: Action | None) -> Screen:
    """Say what can be done where something was too easy or too hard."""
    going_on = Key(t.plain("said-feels-card"), card, Style.PRIMARY) if card else None
    below = (Key(t.plain("button-routine"), Go(Page.ROUTINE)), go(t, Page.HOME))
    return Screen(t(f"said-feels-{said.feels}"), (*rows([going_on], 1), below))


def once_set(t: Texts, delivery_id: int, when: str, *, quiet: bool) -> Screen:
    """Promise to come once, with the way to call it off."""
    parts = [t("said-once-set", when=when), *([t("said-once-quiet")] if quiet else [])]
    off = Key(t.plain("said-call-off"), CallOff(delivery_id))
    return Screen("\n\n".join(parts), ((off, go(t, Page.HOME)),))


def paused(t: Texts, back: str) -> Html:
    """Return when reminders come again."""
    return t("said-back-on", day=escape(back))


def soon() -> list[m.Later]:
    """Return moments that somebody may mean who only said "later"."""
    return [m.Later(minutes) for minutes in SOON]


def day_before(back: date) -> date:
    """Return the last day of a pause."""
    return back - timedelta(days=1)
