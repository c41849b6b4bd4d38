"""Progress in the chat: a picture of one's own, honest words, and files to take along."""

from datetime import datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from bot.chat.actions import Go, Half, LookProgress, Page
from bot.chat.handlers import progress as handlers
from bot.chat.screen import Reply, Screen
from bot.db.database import Database
from bot.db.tables import Change, CheckIn, Hold, PainScore, Person
from bot.domain.measures import Verdict
from bot.domain.safety import Tier
from bot.figures.cards import Made
from bot.figures.charts import Theme
from bot.services import care, pain
from bot.texts import load
from tests.chat.handlers.conftest import MakeTurn
from tests.chat.screens.limits import actions, check, plain


def shown(reply: Reply) -> Screen:
    """Return the reply, which must be a screen that Telegram takes."""
    assert isinstance(reply, Screen)
    check(reply)
    return reply


def picture(screen: Screen) -> Image.Image:
    """Return the picture of a screen."""
    assert isinstance(screen.picture, Made)
    return Image.open(BytesIO(screen.picture.data))


@pytest.fixture
def some_weeks(database: Database, person: Person, now: datetime) -> None:
    """Let Ana have answered the weekly question for six weeks."""
    first = now.date() - timedelta(weeks=5)

    def make(session: object) -> None:
        session.get_one(Person, 7).first_day = first  # type: ignore[attr-defined]
        for week, score in enumerate((6, 6, 5, 3, 3, 3)):
            day = first + timedelta(weeks=week)
            session.add(  # type: ignore[attr-defined]
                PainScore(person_id=7, day=day, moment="weekly", score=score, at=now)
            )

    database.call(make)


async def test_the_days_are_a_picture_with_a_sentence_that_stands_in_for_it(make_turn: MakeTurn) -> None:
    screen = shown(await handlers.page(make_turn()))
    assert picture(screen).width == 1280
    assert "Practised on 0 days this week" in plain(screen)
    assert LookProgress(Half.CHANGE, Theme.LIGHT) in actions(screen)
    assert LookProgress(Half.DAYS, Theme.DARK) in actions(screen)


async def test_a_button_makes_it_dark(make_turn: MakeTurn) -> None:
    light = picture(shown(await handlers.page(make_turn()))).convert("L").getpixel((5, 5))
    screen = shown(await handlers.look(make_turn(), LookProgress(Half.DAYS, Theme.DARK)))
    dark = picture(screen).convert("L").getpixel((5, 5))
    assert isinstance(light, int)
    assert isinstance(dark, int)
    assert dark < 80
    assert light > 180
    assert LookProgress(Half.DAYS, Theme.LIGHT) in actions(screen)


async def test_without_numbers_the_days_are_shown(make_turn: MakeTurn) -> None:
    turn = make_turn()
    screen = shown(await handlers.look(turn, LookProgress(Half.CHANGE, Theme.LIGHT)))
    assert screen.toast == turn.t.plain("progress-nothing-yet")
    assert LookProgress(Half.CHANGE, Theme.LIGHT) in actions(screen)


async def test_a_change_is_told_with_what_cannot_be_known(make_turn: MakeTurn, some_weeks: None) -> None:
    turn = make_turn()
    screen = shown(await handlers.look(turn, LookProgress(Half.CHANGE, Theme.LIGHT)))
    assert turn.t("progress-verdict-lower") in screen.text
    assert turn.t("progress-cause") in screen.text
    assert "first two weeks: 6 of 10" in plain(screen)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_verdict_has_words_and_none_of_them_promises(language: str) -> None:
    t = load().texts(language)
    said = " ".join(t.plain(f"progress-verdict-{verdict}") for verdict in Verdict).casefold()
    assert not any(word in said for word in ("cured", "fixed", "thanks to", "curad", "gracias a", "%"))


async def test_the_page_for_a_professional_is_a_pdf_and_leads_to_the_table(
    make_turn: MakeTurn, database: Database, some_weeks: None, now: datetime
) -> None:
    database.call(lambda session: session.add(_change(now)))
    turn = make_turn()
    screen = shown(await handlers.report(turn))
    assert screen.document
    assert screen.document.name == "midback-2026-03-02.pdf"
    assert screen.document.data.startswith(b"%PDF")
    assert actions(screen) == [Go(Page.TABLE)]
    table = shown(await handlers.table(turn))
    assert table.document
    rows = table.document.data.decode("utf-8-sig").splitlines()
    assert rows[0] == "kind,week,what,value"
    assert "Pain,2026-01-26,,6.0" in rows
    name = turn.library.exercises["push-up"].text("en").name
    assert any(f"{name}: 2 sets · 8 times; then 8 times" in row for row in rows)


async def test_the_page_names_the_days_of_a_warning_sign(
    make_turn: MakeTurn, database: Database, some_weeks: None, now: datetime
) -> None:
    """One that was settled within minutes was a misunderstanding, and is nobody's business."""
    was = now - timedelta(days=9)
    untils = (was + timedelta(days=4), was + timedelta(minutes=1), None)
    holds = [
        Hold(person_id=7, tier="b", source="pain", at=was, confirmed_at=until, id=number)
        for number, until in enumerate(untils, 1)
    ]
    database.call(lambda session: session.add_all(holds))
    table = shown(await handlers.table(make_turn()))
    assert table.document
    rows = [
        row for row in table.document.data.decode("utf-8-sig").splitlines() if row.startswith("Warning sign,")
    ]
    assert len(rows) == 2
    assert all(row.startswith("Warning sign,2026-02-21,") for row in rows)
    assert all("Warning sign, in a session; all but breathing paused" in row for row in rows)
    assert "Went on from 25 Feb" in rows[0]
    assert "Not looked at yet" in rows[1]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_sign_is_said_in_plain_words_wherever_it_came_up(language: str) -> None:
    t = load().texts(language)
    said = {
        t.plain("progress-report-sign", tier=tier, named=named, source=source)
        for tier in Tier
        if tier is not Tier.CRISIS
        for named in ("none", t.plain("pain-button-sign-chest"))
        for source in (care.WORDS, care.SCREENING, care.BEFORE, pain.SOURCE)
    }
    assert len(said) == 16
    assert all(len(one) <= 110 for one in said), "longer than two lines of the page"


async def test_the_page_holds_each_answer_about_daily_life_and_what_was_said_of_the_week(
    make_turn: MakeTurn, database: Database, some_weeks: None, now: datetime
) -> None:
    first = now.date() - timedelta(weeks=5)
    answers = CheckIn(person_id=7, measure="peg", week=0, scores="6 5 7", finished=True, day=first, at=now)
    database.call(lambda session: session.add(answers))
    table = shown(await handlers.table(make_turn()))
    assert table.document
    rows = table.document.data.decode("utf-8-sig").splitlines()
    parts = ["pain", "in the way of enjoying life", "in the way of everyday life"]
    found = [
        row.removeprefix('"Pain, enjoyment, activity (PEG); 0 not at all, 10 completely",') for row in rows
    ]
    assert [f"Start,{name},{score}" for name, score in zip(parts, (6, 5, 7), strict=True)] == found[-3:]
    assert '"Pain, said of the week as a whole",2026-01-26,,6.0' in rows
    assert shown(await handlers.report(make_turn())).document


def _change(now: datetime) -> Change:
    line = {"exercise": "push-up", "variation": "standard", "dose": {"sets": 2, "reps": 8}}
    less = {**line, "dose": {"sets": 1, "reps": 8}}
    return Change(person_id=7, day=now.date(), exercise="push-up", before=line, after=less, why="red", at=now)
