"""The ledger: how every day counts and why, the newest first."""

from datetime import timedelta
from typing import Final

from bot.chat.actions import LookDays, MendDay, Page
from bot.chat.screen import Key, Row, Screen, rows
from bot.chat.screens.nudges import ill_key
from bot.chat.screens.parts import go
from bot.domain.streak import DayRow, Verdict, Why, last_end
from bot.services.days import History
from bot.texts import Texts

PAGE: Final = 14
"""Days on a page."""

MENDABLE: Final = 2
"""How many days back a person may still say what was."""


def page(t: Texts, history: History, number: int = 0, left_out: int = 0) -> Screen:
    """Return a page of the ledger.

    :param number: how many pages back; one beyond the end is the last one
    :param left_out: how many reminders did not come lately because nobody answered
    """
    told = [row for row in history.rows if row.why not in {Why.BEFORE_START, Why.TO_COME}][::-1]
    number = min(max(number, 0), max(len(told) - 1, 0) // PAGE)
    shown = told[number * PAGE : (number + 1) * PAGE]
    parts = [t("ledger"), "\n".join(_line(t, row) for row in shown)]
    if number == 0:
        parts += [*_end(t, history), *([t("nudges-left-out", count=left_out)] if left_out else [])]
    parts.append(t("ledger-passes"))
    fix = _mend(t, history) if number == 0 else ()
    ill = (ill_key(t),) if number == 0 else ()
    return Screen(
        "\n\n".join(parts), (*fix, *_turning(t, number, len(told)), *([ill] if ill else []), _out(t))
    )


def _line(t: Texts, row: DayRow) -> str:
    return t(
        "ledger-line",
        sign=t.plain(f"verdict-{row.verdict}"),
        day=t.day(row.day),
        why=t.plain(f"why-{row.why}"),
    )


def _end(t: Texts, history: History) -> list[str]:
    """Explain in one sentence what ended the last row, as long as it is on this page."""
    ended = last_end(history.rows)
    if ended is None or history.today - ended.day >= timedelta(days=PAGE):
        return []
    return [t("ledger-ended", day=t.day(ended.day), length=ended.length)]


def _mend(t: Texts, history: History) -> tuple[Row, ...]:
    """Offer to put right what is said of today and the two days before, a tap each."""
    keys = []
    for row in history.rows[-1 - MENDABLE :][::-1]:
        said = row.verdict is Verdict.DONE and row.why == Why.SAID_DONE
        if said or row.verdict is not Verdict.DONE:
            label = "ledger-button-back" if said else "ledger-button-did"
            day = t.weekday(row.day.weekday())
            keys.append(Key(t.plain(label, day=day), MendDay(row.day.strftime("%Y%m%d"), int(not said))))
    return rows(keys, 2)


def _turning(t: Texts, number: int, days: int) -> tuple[Row, ...]:
    older = Key(t.plain("ledger-button-older"), LookDays(number + 1)) if (number + 1) * PAGE < days else None
    newer = Key(t.plain("ledger-button-newer"), LookDays(number - 1)) if number else None
    return rows([newer, older], 2)


def _out(t: Texts) -> Row:
    pause = go(t, Page.PAUSE, t.plain("reminders-button-pause"))
    return go(t, Page.PROGRESS), pause, go(t, Page.HOME)
