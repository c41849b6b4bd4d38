"""The safety card as an answer to typed words."""

from datetime import UTC, datetime

import pytest

from bot.chat.actions import ConfirmHold, Go, Looked, Page
from bot.chat.screens.alarm import alarm
from bot.db.tables import Hold
from bot.domain.exercises import Library
from bot.domain.safety import Alarm, Tier
from bot.texts import Texts

HOLD = Hold(id=3, person_id=7, tier="a", source="words", at=datetime(2026, 3, 2, tzinfo=UTC))


@pytest.mark.parametrize("tier", [Tier.A, Tier.B])
def test_it_begins_with_the_card_and_what_to_do(t: Texts, real_library: Library, tier: Tier) -> None:
    card = real_library.cards[tier.card]
    screen = alarm(t, Alarm(tier, "x", "en"), card, HOLD)
    assert screen.text.startswith(f"🚨 <b>{card.text('en').title}</b>\n\n{card.text('en').body[0]}")
    assert len(screen.text) <= 4096
    assert [key.action for row in screen.keys for key in row] == [
        ConfirmHold(3, Looked.SEEN), ConfirmHold(3, Looked.MISTAKE), Go(Page.SAFETY), Go(Page.HOME),
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["en", "es"])
def test_words_of_self_harm_are_answered_with_the_way_to_a_person_alone(
    t: Texts, real_library: Library, code: str
) -> None:
    screen = alarm(t, Alarm(Tier.CRISIS, "x", code), real_library.cards[Tier.CRISIS.card], None)
    assert all(number in screen.text for number in ("112", "911", "988", "024"))
    assert [key.action for row in screen.keys for key in row] == [Go(Page.HOME)]


def test_it_is_in_the_language_in_which_the_sign_was_said(t: Texts, real_library: Library) -> None:
    screen = alarm(t, Alarm(Tier.A, "x", "es"), real_library.cards["tier-a"], HOLD)
    assert "Pide ayuda de emergencia ahora" in screen.text
