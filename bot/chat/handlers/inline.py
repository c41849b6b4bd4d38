"""Inline mode: ``@bot cat cow`` in any chat offers cards to drop there. Nothing personal is in them."""

from bot.chat.actions import Part
from bot.chat.screen import Offer
from bot.chat.screens import library as screens
from bot.chat.screens.parts import dose_and_time
from bot.chat.turn import House
from bot.domain.exercises import Exercise
from bot.domain.search import normalise
from bot.texts import Texts

MOST = 10
"""Cards to choose from at once."""


def offers(t: Texts, house: House, words: str) -> list[Offer]:
    """Return the exercises that the words may mean, the likeliest first; without words, those for a desk."""
    index = house.indexes.get(t.language) or house.indexes["en"]
    exercises = house.library.exercises
    if not normalise(words):
        at_desk = [one for one in exercises.values() if one.desk and one.quiet]
        return [_offer(t, house, one) for one in at_desk[:MOST]]
    found = index.find(words)
    slugs = (found.slug,) if found.slug else found.nearest
    return [_offer(t, house, exercises[slug]) for slug in slugs]


def _offer(t: Texts, house: House, exercise: Exercise) -> Offer:
    form = exercise.standard
    screen = screens.detail(t, house.library, exercise, form, Part.STEPS)
    alone = screens.for_group(t, screen, house.username, exercise)
    line = " · ".join((t.plain(f"kind-{exercise.kind}"), dose_and_time(t, form.dose)))
    return Offer(exercise.slug, exercise.text(t.language).name, line, alone)
