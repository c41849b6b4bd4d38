"""Check-ins: one question at a time, a tap each, and never a wall."""

from collections.abc import Sequence

from bot.chat.actions import Go, Page
from bot.chat.actions.checkins import (
    ActivityStep,
    AnswerCheck,
    BackCheck,
    ChangeActivity,
    NameActivity,
    RateActivities,
    RateActivity,
    SkipCheck,
    UnnameActivity,
)
from bot.chat.buttons import Action
from bot.chat.screen import Key, Row, Screen, Style, rows
from bot.chat.screens.fitting import WIDE, short
from bot.chat.screens.meeting import picture
from bot.chat.screens.parts import go
from bot.domain.checkins import Asking, Named
from bot.domain.measures import MOST_ACTIVITIES, Measure
from bot.domain.pain import HIGHEST
from bot.services.checkins import LONGEST, STEPS
from bot.texts import Html, Texts


def offer(t: Texts, asking: Asking) -> Row:
    """Return the one row by which a check-in is offered."""
    left = 0 if asking.naming else asking.questions - len(asking.scores)
    return (Key(t.plain("checkins-button-offer", taps=left), Go(Page.CHECKIN)),)


def activities(t: Texts, names: Sequence[Named]) -> Screen:
    """List what the person named, each to be changed."""
    keys = [
        Key(short(t.plain("checkins-button-activity", name=one.name), WIDE), _change(one, ActivityStep.OPEN))
        for one in names
    ]
    text = t("checkins-activities" if names else "checkins-activities-none")
    return Screen(text, (*rows(keys, 1), (go(t, Page.SETTINGS), go(t, Page.HOME))))


def activity(t: Texts, one: Named) -> Screen:
    """Return one activity and what can be done with it."""
    rename = Key(t.plain("checkins-button-rename"), _change(one, ActivityStep.RENAME), Style.PRIMARY)
    drop = Key(t.plain("checkins-button-drop"), _change(one, ActivityStep.DROP))
    text = t("checkins-activity-one", name=one.name)
    return Screen(text, ((rename, drop), (_all_activities(t),)))


def renaming(t: Texts, one: Named, said: str | None = None) -> Screen:
    """Wait for the other words; ``said`` is the key of a sentence to begin with."""
    parts = [t(said, most=LONGEST)] if said else []
    return Screen("\n\n".join([*parts, t("checkins-renaming", name=one.name)]), ((_all_activities(t),),))


def dropping(t: Texts, one: Named) -> Screen:
    """Ask whether an activity shall really go, with what was rated of it."""
    keep = Key(t.plain("checkins-button-keep"), _change(one, ActivityStep.OPEN))
    surely = Key(t.plain("checkins-button-drop-surely"), _change(one, ActivityStep.DROP_SURELY), Style.DANGER)
    return Screen(t("checkins-dropping", name=one.name), ((keep, surely),))


def page(t: Texts, asking: Asking | None) -> Screen:
    """Return the question to answer now; thanks, or a friendly nothing where there is none."""
    if asking is None:
        return Screen(t("checkins-nothing"), ((go(t, Page.TODAY),), (go(t, Page.HOME),)), picture(t))
    if asking.finished:
        return thanks(t, asking, more=None)
    return naming(t, asking) if asking.naming else question(t, asking)


def naming(t: Texts, asking: Asking, said: str | None = None) -> Screen:
    """Ask for up to three activities in the person's own words.

    :param said: the key of a sentence to begin with
    """
    known = asking.activities
    lines = "".join(f"\n• {t('checkins-activity', name=one.name)}" for one in known)
    parts = [t(said, most=LONGEST)] if said else []
    parts += [t("checkins-naming"), *([Html(lines.strip())] if lines else [])]
    write = Key(t.plain("checkins-button-write", count=len(known)), NameActivity())
    rate = Key(t.plain("checkins-button-rate"), RateActivities(), Style.PRIMARY) if known else None
    out = [
        Key(short(t.plain("checkins-button-out", name=one.name), WIDE), UnnameActivity(one.id))
        for one in known
    ]
    room = write if len(known) < MOST_ACTIVITIES else None
    keys = (*rows([rate], 1), *rows([room], 1), *rows(out, 1), (_skip(t, asking), go(t, Page.HOME)))
    return Screen("\n\n".join(parts), keys, picture(t))


def listening(t: Texts, asking: Asking) -> Screen:
    """Wait for the words."""
    back = Key(t.plain("button-back"), Go(Page.CHECKIN))
    text = t("checkins-listening", next=len(asking.activities) + 1, most=MOST_ACTIVITIES)
    return Screen(text, ((back, _skip(t, asking)),), picture(t))


def question(t: Texts, asking: Asking) -> Screen:
    """Return one question of a measure."""
    at = len(asking.scores)
    text = t(f"checkins-ask-{asking.measure}", **_about(asking, at))
    if asking.questions > 1:
        text = Html(f"{text}\n\n{t('checkins-step', at=at + 1, of=asking.questions)}")
    back = Key(t.plain("button-back"), BackCheck(asking.measure, asking.week, at)) if at else None
    keys = (*_answers(t, asking, at), *rows([back, _skip(t, asking)], 2))
    return Screen(text, keys, picture(t))


def thanks(t: Texts, asking: Asking, more: Row | None) -> Screen:
    """Return the thanks; ``more`` leads to what may be asked next."""
    answered = bool(asking.scores)
    undo = (
        Key(t.plain("checkins-button-undo"), BackCheck(asking.measure, asking.week, len(asking.scores)))
        if answered
        else None
    )
    text = t("checkins-thanks" if answered else "checkins-skipped")
    keys = (*([more] if more else []), *rows([undo], 1), (go(t, Page.PROGRESS), go(t, Page.HOME)))
    return Screen(text, keys, picture(t))


def _answers(t: Texts, asking: Asking, at: int) -> tuple[Row, ...]:
    measure, week = asking.measure, asking.week
    if measure is Measure.CHANGE:
        steps = reversed(range(STEPS))
        keys = [Key(t.plain(f"checkins-change-{n}"), AnswerCheck(measure, week, at, n)) for n in steps]
        return rows(keys, 1)
    return rows([Key(t.plain("pain-score", score=n), _score(asking, at, n)) for n in range(HIGHEST + 1)], 6)


def _score(asking: Asking, at: int, score: int) -> Action:
    """Return what a score says; of an activity by its id, since others may be dropped meanwhile."""
    if asking.measure is Measure.ACTIVITIES:
        return RateActivity(asking.week, asking.activities[at].id, score)
    return AnswerCheck(asking.measure, asking.week, at, score)


def _about(asking: Asking, at: int) -> dict[str, object]:
    """Return what the words of a question choose by, or name."""
    if asking.measure is Measure.ACTIVITIES:
        return {"name": asking.activities[at].name}
    return {"question": at} if asking.measure is Measure.PEG else {}


def _change(one: Named, step: ActivityStep) -> ChangeActivity:
    return ChangeActivity(one.id, step)


def _all_activities(t: Texts) -> Key:
    return go(t, Page.ACTIVITIES, t.plain("checkins-button-activities"))


def _skip(t: Texts, asking: Asking) -> Key:
    return Key(t.plain("checkins-button-skip"), SkipCheck(asking.measure, asking.week))
