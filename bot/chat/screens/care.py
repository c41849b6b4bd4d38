"""Health: the questions before the plan, what is kept in mind, and warning signs that hold everything up."""

from collections.abc import Mapping, Sequence

from bot.chat.actions import AnswerHealth, BackHealth, Go, MindFlag, Page, PutOff, TellSign, UndoMind
from bot.chat.actions.pain import NO_SCORE, Begin
from bot.chat.screen import Key, Row, Screen, Style, rows
from bot.chat.screens.fitting import WIDE, short
from bot.chat.screens.meeting import picture
from bot.chat.screens.parts import go
from bot.domain.exercises import Library
from bot.domain.screening import CHECK_FIRST, DONE, Question
from bot.services.care import Standing
from bot.services.screenings import Asking
from bot.texts import Html, Texts


def put_off(t: Texts, what: str) -> Key:
    """Return the button that puts the questions off and begins something gentle."""
    return Key(t.plain("care-button-gentle"), PutOff(what))


def not_now(t: Texts) -> Key:
    """Return the button that leaves the questions where they are."""
    return go(t, Page.HOME, t.plain("care-button-not-now"))


def question(
    t: Texts, library: Library, asked: Question, asking: Asking, intro: str | None, later: Key
) -> Screen:
    """Ask the question that is next.

    :param intro: a text to say before it
    :param later: how to put it off
    """
    number = library.screening.questions.index(asked) + 1
    total = len(library.screening.questions)
    parts = [
        *([t(intro)] if intro else []),
        t("care-question", number=number, total=total, question=asked.text(t.language)),
        *honest(t, library.screening.state),
    ]
    back = Key(t.plain("care-button-back"), BackHealth(asking.after)) if asking.given else None
    ends = rows([back, later], 2)
    return Screen("\n\n".join(parts), (*_choices(t, asked, asking), *ends), picture(t))


def health(
    t: Texts, library: Library, standing: Standing, asking: Asking, first: str | None = None
) -> Screen:
    """Return what somebody told, and what is kept in mind because of it, with one tap to change each.

    :param first: a text to begin with instead of the heading
    """
    day = t.day(standing.since) if standing.since else "never"
    flags = [flag for flag in library.matrix.flags if flag in standing.flags and flag != CHECK_FIRST]
    parts: list[str] = [t(first) if first else t("care-health", answered=day)]
    parts += [t("care-health-due")] if standing.due and standing.since else []
    parts += [_left(t, library, asking)] if asking.given else []
    if standing.since:
        parts.append(_mind(t, library, flags))
    parts += honest(t, library.matrix.state)
    ask = "go-on" if asking.given else "ask-again" if standing.since else "ask"
    begin = (Key(t.plain("home-button-start"), Go(Page.TODAY), Style.PRIMARY),)
    keys = (
        *([begin] if first else []),
        *(_changes(t, library, asking.after, flags) if standing.since else ()),
        (Key(t.plain(f"care-button-{ask}"), Go(Page.QUESTIONS)),),
        (go(t, Page.SAFETY), go(t, Page.HOME)),
    )
    return Screen("\n\n".join(parts), keys)


def with_undo(t: Texts, screen: Screen, answers: int) -> Screen:
    """Return the page of health with a way back from the last change."""
    undo = (Key(t.plain("care-button-undo"), UndoMind(answers)),)
    return Screen(screen.text, (undo, *screen.keys), toast=screen.toast)


def adults(t: Texts) -> Screen:
    """Tell somebody under 18, kindly, that the coach is not for them."""
    wrong = Key(t.plain("care-button-wrong-age"), Go(Page.QUESTIONS))
    return Screen(t("care-adults"), ((go(t, Page.LEARN), go(t, Page.SAFETY)), (wrong,), (go(t, Page.HOME),)))


def nothing(t: Texts, why: str) -> Screen:
    """Tell that flags leave nothing of what should begin."""
    text = "\n\n".join([t("care-nothing", why=Html(why)), t("care-nothing-left")])
    return Screen(text, ((go(t, Page.LIBRARY), go(t, Page.HEALTH)), (go(t, Page.HOME),)))


def new(t: Texts, library: Library, what: str) -> Screen:
    """Ask what is new before a session: the warning signs among the questions before the plan."""
    asked = [one for one in library.screening.questions if any(c.tier for c in one.choices)]
    lines = [t("care-new-question", question=one.text(t.language)) for one in asked]
    signs = [choice for one in asked for choice in one.choices if choice.tier]
    keys = [
        Key(choice.names.get(t.language) or choice.names["en"], TellSign(choice.slug)) for choice in signs
    ]
    nothing = Key(t.plain("care-button-nothing-new"), Begin(what, NO_SCORE))
    text = t("care-new", questions=Html("\n".join(lines)))
    return Screen(text, (*rows(keys, 1), (nothing,), (go(t, Page.HOME),)))


def honest(t: Texts, state: Mapping[str, str]) -> list[str]:
    """Return who has looked the rules over, as content says it; nothing where it says nothing."""
    said = state.get(t.language) or state.get("en")
    return [t("care-state", state=said)] if said else []


def _choices(t: Texts, asked: Question, asking: Asking) -> tuple[Row, ...]:
    ticked = asking.given.get(asked.slug, ())
    keys = []
    for choice in asked.choices:
        name = choice.names.get(t.language) or choice.names["en"]
        box = "ticked" if choice.slug in ticked else "unticked"
        label = t.plain(f"care-button-{box}", name=name) if asked.many else name
        keys.append(Key(label, AnswerHealth(asking.after, asked.slug, choice.slug)))
    done = AnswerHealth(asking.after, asked.slug, DONE)
    ends = [Key(t.plain("care-button-done"), done, Style.PRIMARY)] if asked.many else []
    return rows([*keys, *ends], 1)


def _left(t: Texts, library: Library, asking: Asking) -> Html:
    questions = library.screening.questions
    number = questions.index(asking.question) + 1 if asking.question else len(questions)
    return t("care-health-left", number=number, total=len(questions))


def _mind(t: Texts, library: Library, flags: Sequence[str]) -> str:
    names = [library.matrix.flags[flag].name(t.language) for flag in flags]
    lines: list[str] = [t("care-mind"), *(t("care-mind-item", flag=name) for name in names)]
    nothing = [] if names else [t("care-mind-nothing")]
    return "\n".join([*lines, *nothing, "", t("care-mind-how"), t("care-mind-rest")])


def _changes(t: Texts, library: Library, answers: int, flags: Sequence[str]) -> tuple[Row, ...]:
    """Return a button for each flag that can be taken away, and for each that can be ticked."""
    matrix, language = library.matrix, t.language
    away = [
        Key(short(t.plain("care-button-drop", flag=matrix.flags[flag].name(language)), WIDE), one)
        for flag, one in ((flag, MindFlag(answers, flag, 0)) for flag in flags)
    ]
    more = [
        Key(short(t.plain("care-button-add", flag=choice.names.get(language) or choice.names["en"])), one)
        for choice, one in ((c, MindFlag(answers, c.flags[0], 1)) for c in library.screening.tickable())
        if one.flag not in flags
    ]
    return (*rows(away, 1), *rows(more, 2))
