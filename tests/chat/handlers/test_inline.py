"""Inline mode: what is offered for words that people type in any chat."""

import pytest

from bot.chat.handlers import inline
from bot.domain.exercises import Library
from bot.emulator.entities import parse_html
from bot.texts import load
from tests.chat.stage import BEN, Stage


@pytest.mark.parametrize(("language", "words"), [("en", "cat cow"), ("en", "catcow"), ("es", "gato vaca")])
async def test_a_name_offers_its_exercise(stage: Stage, language: str, words: str) -> None:
    t = load().texts(language)
    [offer] = inline.offers(t, stage.dispatcher.house, words)
    assert offer.id == "seated-cat-cow"
    assert offer.screen.text.startswith(f"<b>{offer.title}")


async def test_words_that_may_mean_several_offer_the_nearest(stage: Stage) -> None:
    offers = inline.offers(load().texts("en"), stage.dispatcher.house, "wall")
    assert 1 <= len(offers) <= inline.MOST


async def test_no_words_offer_what_can_be_done_at_a_desk(stage: Stage, real_library: Library) -> None:
    offers = inline.offers(load().texts("en"), stage.dispatcher.house, "  ")
    assert len(offers) > 2
    assert all(real_library.exercises[offer.id].desk for offer in offers)


@pytest.mark.parametrize("language", ["en", "es"])
async def test_every_card_fits_beside_a_picture_and_leads_into_the_coach(stage: Stage, language: str) -> None:
    for exercise in stage.dispatcher.house.library.exercises.values():
        name = exercise.text(language).name
        [offer] = inline.offers(load().texts(language), stage.dispatcher.house, name)
        assert len(parse_html(offer.screen.text)[0]) <= 1024
        [[key]] = offer.screen.keys
        assert key.url == f"https://t.me/midback_bot?start=show_{exercise.slug}"


async def test_somebody_unknown_is_answered_and_stays_unknown(stage: Stage) -> None:
    query = {"id": "9", "from": {**BEN, "language_code": "es"}, "query": "gato vaca", "offset": ""}
    await stage.update(inline_query=query)
    [(query_id, [offer])] = stage.door.offered
    assert (query_id, offer.title) == ("9", "Gato-vaca sentado")
    assert [person.id for person in stage.people()] == [7]
