"""The menu, the week, and what one reads once: help, safety, about."""

from collections.abc import Iterable, Sequence
from datetime import time
from html import escape

from bot.chat.actions import Go, MarkDay, Page
from bot.chat.screen import Key, Row, Screen, Style
from bot.chat.screens.meeting import picture
from bot.chat.screens.parts import go
from bot.chat.screens.session import week_line
from bot.domain.cards import Card
from bot.domain.exercises import Entry, whole_minutes
from bot.domain.streak import DayRow, Verdict, Why
from bot.services.days import Progress
from bot.services.plans import Way
from bot.texts import Html, Texts

CAPTION = 1024
"""Characters that Telegram allows beside a picture."""


def home(  # noqa: PLR0913 - what the menu says
    t: Texts,
    first_name: str,
    entries: Sequence[Entry],
    progress: Progress,
    *,
    open_: bool,
    guess: time | None = None,
    way: Way | None = None,
    asked: Row | None = None,
    resumed: bool = False,
) -> Screen:
    """Return the menu.

    :param open_: whether a session waits to be gone on with
    :param guess: what a clock shows that is only guessed to be the person's
    :param way: where the person is on their plan
    :param asked: a row that offers a question
    :param resumed: whether reminders come again as they should, from this turn on
    """
    done = any(row.day == progress.today and row.verdict is Verdict.DONE for row in progress.week)
    seconds = sum(entry.dose.seconds for entry in entries)
    text = t(
        "home",
        name=first_name,
        today="done" if done else "open",
        exercises=t.plain("exercises", count=len(entries)),
        minutes=t.plain("minutes", count=whole_minutes(seconds)),
        week=week_line(t, progress),
    )
    if way:
        text = Html(f"{text}\n{_way(t, way)}")
    if resumed:
        text = Html(f"{text}\n{t('nudges-resumed')}")
    if open_:
        text = Html(f"{text}\n{t('home-continue')}")
    if guess:
        text = Html(f"{text}\n{t('home-clock', at=t.time(guess))}")
    start = "continue" if open_ else "again" if done else "start"
    keys = (
        (Key(t.plain(f"home-button-{start}"), Go(Page.TODAY), Style.PRIMARY),),
        *([asked] if asked else []),
        (go(t, Page.PLAN), go(t, Page.ROUTINE)),
        (go(t, Page.LIBRARY), go(t, Page.STREAK)),
        (go(t, Page.REMINDERS), go(t, Page.LEARN)),
        (go(t, Page.HELP),),
        *([(go(t, Page.ZONE),)] if guess else []),
    )
    return Screen(text, keys, picture(t))


def week(t: Texts, progress: Progress, day_start: time) -> Screen:
    """Return this week day by day, the streak and the totals."""
    goal = t("week-goal", done=progress.goal.done, planned=max(progress.goal.planned, progress.goal.done))
    streak = t("week-streak", current=progress.streak.current, longest=progress.streak.longest)
    total = t("week-total", sessions=progress.sessions, minutes=progress.minutes)
    parts = [f"{t('week-title')} · {goal}", _days(t, progress.week), f"{streak}\n{total}"]
    if any(row.verdict in {Verdict.MISSED, Verdict.REST_PASS} for row in progress.week):
        parts.append(t("week-missed"))
    parts.append(f"<i>{t('week-day-starts', at=t.time(day_start))}</i>")
    return Screen(
        "\n\n".join(parts),
        (
            *_mend(t, progress),
            (go(t, Page.PROGRESS), go(t, Page.WHY)),
            (go(t, Page.TODAY), go(t, Page.HOME)),
        ),
    )


def help_(t: Texts, first: str | None = None, *, team: bool = False) -> Screen:
    """Return what the coach can do.

    :param first: names a sentence to begin with
    :param team: whether people stand behind the coach who can be asked
    """
    text = t("help")
    keys = (
        (go(t, Page.TODAY),),
        (go(t, Page.HEALTH), go(t, Page.SAFETY)),
        *([(go(t, Page.HUMAN),)] if team else []),
        (go(t, Page.LIBRARY), go(t, Page.SETTINGS)),
        (go(t, Page.HOME),),
    )
    return Screen(f"{t(first)}\n\n{text}" if first else text, keys)


def safety(t: Texts, cards: Iterable[Card], *, team: bool = False) -> Screen:
    """Return when to see a doctor, the most urgent first.

    :param team: whether people stand behind the coach who can be asked
    """
    ask = [(go(t, Page.HUMAN),)] if team else []
    return Screen(
        "\n\n".join([t("safety-title"), *(reading(t, card) for card in cards)]),
        (*ask, (go(t, Page.HOME),)),
    )


def about(t: Texts, cards: Iterable[Card]) -> Screen:
    """Return who speaks here and what this is not."""
    return Screen("\n\n".join(reading(t, card) for card in cards), ((go(t, Page.HOME),),))


def reading(t: Texts, card: Card) -> str:
    """Return a card to read: title, paragraphs and its honest note."""
    words = card.text(t.language)
    note = [t("safety-honest", note=words.note)] if words.note else []
    return "\n\n".join([f"<b>{escape(words.title)}</b>", _body(words.body), *note])


def private_only(t: Texts, username: str) -> Screen:
    """Return the way from a group into the private chat."""
    open_ = Key(t.plain("help-group-button"), url=f"https://t.me/{username}?start=group")
    return Screen(t("help-group"), ((open_,),))


def _way(t: Texts, way: Way) -> str:
    if way.over:
        return t("home-plan-over", weeks=way.plan.weeks)
    return t("home-plan", week=way.week, weeks=way.plan.weeks, phase=way.whole.phase.name(t.language))


def _body(parts: Sequence[str]) -> str:
    lines = [escape(part) for part in parts]
    text = "\n\n".join(lines)
    return text.replace("\n\n• ", "\n• ")


def _days(t: Texts, rows: Iterable[DayRow]) -> str:
    # Days before the person came and days to come have nothing to tell.
    told = [row for row in rows if row.why not in {Why.BEFORE_START, Why.TO_COME}]
    return "\n".join(
        f"{t(f'verdict-{row.verdict}')} {t.weekday(row.day.weekday())} · {t(f'why-{row.why}')}"
        for row in told
    )


def _mend(t: Texts, progress: Progress) -> list[tuple[Key, ...]]:
    """Offer to note today and yesterday where nothing is noted; a day before the person came never counts."""
    today = next((row for row in progress.week if row.day == progress.today), None)
    days = {"week-button-did": today, "week-button-yesterday": progress.yesterday}
    return [
        (Key(t.plain(key), MarkDay(row.day.strftime("%Y%m%d"))),)
        for key, row in days.items()
        if row and row.verdict is not Verdict.DONE
    ]
