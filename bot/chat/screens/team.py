"""Asking a human: what the team will see, the open conversation, and what stands in the team's chat."""

from collections.abc import Sequence
from datetime import date

from bot.chat.actions import Go, Page
from bot.chat.actions.team import CloseTalk, ConsentTeam, EndTalk, TalkToTeam
from bot.chat.screen import Key, Screen, Style
from bot.chat.screens.parts import go
from bot.domain.measures import Measure
from bot.services.team import Summary, Talk
from bot.texts import Texts


def own(t: Texts) -> Screen:
    """Point to whoever looks at the person's back anyway, where no team stands behind the coach."""
    report = Key(t.plain("team-button-report"), Go(Page.REPORT), Style.PRIMARY)
    return Screen(t("team-own"), ((report,), (go(t, Page.SAFETY),), (go(t, Page.HOME),)))


def asking(t: Texts, *, more: bool = False) -> Screen:
    """Ask for consent: what the team will see, and that it is no emergency service."""
    tick = Key(t.plain("team-button-less" if more else "team-button-more"), ConsentTeam(int(not more)))
    yes = Key(t.plain("team-button-open"), TalkToTeam(int(more)), Style.PRIMARY)
    text = t("team-ask", more="yes" if more else "no")
    return Screen(text, ((tick,), (yes,), (go(t, Page.SAFETY), go(t, Page.HOME))))


def open_(t: Texts) -> Screen:
    """Say that words go to the team now, and how that ends."""
    return Screen(t("team-open"), ((_end(t),), (go(t, Page.HOME),)))


def told(t: Texts, what: str) -> Screen:
    """Say what became of a message to the team that may not have come through; it stays open."""
    return Screen(t(what), ((_end(t),),))


def over(t: Texts, what: str) -> Screen:
    """Say that the conversation is over, or could not begin."""
    again = Key(t.plain("team-button-again"), Go(Page.HUMAN))
    return Screen(t(what), ((go(t, Page.HOME),), (again,)))


def heading(t: Texts, name: str) -> Screen:
    """Head a topic, before anything is known but the name."""
    return Screen(t("team-card", name=name))


def card(t: Texts, talk: Talk, summary: Summary | None) -> Screen:
    """Head a topic: how it works, and what the team may see."""
    close = Key(t.plain("team-button-close"), CloseTalk(talk.number))
    parts = [t("team-card", name=talk.first_name), *([_summary(t, summary)] if summary else [])]
    return Screen("\n\n".join(parts), ((close,),))


def closed(t: Texts, name: str) -> Screen:
    """Head a topic that is over: nothing about the person is left in it."""
    return Screen(t("team-card-closed", name=name))


def in_topic(t: Texts, what: str, name: str = "") -> Screen:
    """Say something to the team."""
    return Screen(t(what, name=name))


def _end(t: Texts) -> Key:
    return Key(t.plain("team-button-end"), EndTalk())


def _summary(t: Texts, summary: Summary) -> str:
    way = summary.way
    if way is None:
        plan = t("team-card-no-plan")
    else:
        week = min(way.week, way.plan.weeks)
        name = way.program.text(t.language).name
        plan = t("team-card-plan", name=name, week=week, weeks=way.plan.weeks)
    lines = [_answers(t, measure, *given) for measure, given in summary.answers.items()]
    return "\n".join([plan, t("team-card-checkins") if lines else t("team-card-no-checkins"), *lines])


def _answers(t: Texts, measure: Measure, day: date, scores: Sequence[int]) -> str:
    if measure is Measure.CHANGE:
        words = t.plain(f"checkins-change-{scores[0]}")
        return t("team-card-change", day=t.day(day), words=words)
    return t(f"team-card-{measure}", day=t.day(day), scores=", ".join(str(score) for score in scores))
