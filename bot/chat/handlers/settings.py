"""The settings: language, clock, pictures, and the ways to the others."""

from dataclasses import replace

from bot.chat.actions.settings import SetClock, SetLanguage, SwitchPictures
from bot.chat.screen import Reply, Screen, Toast
from bot.chat.screens import settings as screens
from bot.chat.turn import Turn
from bot.services import people, wishes


async def page(turn: Turn) -> Screen:
    """Show all settings."""
    return screens.page(turn.t, turn.person, turn.now)


async def language(turn: Turn) -> Screen:
    """Ask for the language."""
    return screens.languages(turn.t, turn.house.catalogue.languages)


async def set_language(turn: Turn, action: SetLanguage) -> Reply:
    """Speak another language from this answer on."""
    if action.language not in turn.house.catalogue.languages:
        return await language(turn)
    person = await turn.run(wishes.choose_language, turn.person_id, action.language)
    t = turn.house.catalogue.speaking(person.language, person.clock)
    return screens.page(t, person, turn.now).saying(t.plain("settings-language-set"))


async def set_clock(turn: Turn, action: SetClock) -> Reply:
    """Write times on the other clock from now on."""
    if action.clock not in wishes.CLOCKS:
        return Toast(turn.t.plain("help-old-button"))
    person = await turn.run(wishes.choose_clock, turn.person_id, action.clock)
    t = turn.house.catalogue.speaking(person.language, person.clock)
    return screens.page(t, person, turn.now)


async def switch_pictures(turn: Turn, _: SwitchPictures) -> Reply:
    """Change between moving and still pictures."""
    still = await turn.run(people.switch_pictures, turn.person_id)
    changed = replace(turn, person=turn.person.model_copy(update={"still_pictures": still}))
    return await page(changed)
