"""What is kept, the file, and the question before all is erased."""

from datetime import datetime

from bot.chat.actions import Erase, Go, Page
from bot.chat.screen import Document, Key, Screen, Style
from bot.chat.screens import privacy as screens
from bot.texts import Texts
from tests.chat.screens.limits import actions, check, plain

CAPTION = 1024


def test_the_page_says_what_why_how_long_and_who_and_leads_on(t: Texts) -> None:
    screen = screens.page(t)
    check(screen)
    assert actions(screen) == [Go(Page.EXPORT), Go(Page.ERASE), Go(Page.HOME)]
    for word in ("What I do not keep", "Why", "How long", "Who sees it", "Nobody sells it", "What you type."):
        assert word in plain(screen)


def test_the_file_is_named_by_its_day_and_explained(t: Texts, now: datetime) -> None:
    screen = screens.export(t, b"zip", now)
    check(screen)
    assert screen.document == Document("midback-2026-03-02.zip", b"zip")
    assert len(plain(screen)) <= CAPTION


def test_a_file_is_not_shown_where_a_screen_is_printed(t: Texts, now: datetime) -> None:
    assert "secret" not in repr(screens.export(t, b"secret", now))


def test_the_question_has_two_answers(t: Texts, now: datetime) -> None:
    screen = screens.sure(t, now)
    check(screen)
    assert screen.keys == (
        (Key("Yes, erase everything", Erase(1772442000), Style.DANGER),),
        (Key("No, keep it all", Go(Page.PRIVACY)),),
    )


def test_when_all_is_gone_no_button_tempts(t: Texts) -> None:
    assert screens.gone(t) == Screen(t("privacy-gone"))
    assert "/start" in t("privacy-gone")
