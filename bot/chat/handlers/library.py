"""Finding and looking at exercises."""

from bot.chat.actions import Browse, Facet, Part, Show
from bot.chat.screen import Reply, Screen
from bot.chat.screens import library as screens
from bot.chat.screens.shelves import ANY, behind
from bot.chat.turn import Turn
from bot.domain.exercises import Exercise
from bot.domain.search import normalise

LONGEST_QUERY = 200
"""Characters that are read of what somebody typed; no name is longer."""


async def library(turn: Turn) -> Reply:
    """Open the library."""
    return _home(turn)


async def show_command(turn: Turn) -> Reply:
    """Show the exercise that is named after the command; without a name, the library."""
    return await found(turn) if turn.text.strip() else _home(turn)


async def found(turn: Turn) -> Reply:
    """Take any words as the name of an exercise: show it when sure, else ask which one is meant."""
    query = turn.text[:LONGEST_QUERY]
    index = turn.house.indexes.get(turn.language) or turn.house.indexes["en"]
    result = index.find(query)
    if result.slug:
        exercise = turn.library.exercises[result.slug]
        return _detail(turn, exercise, exercise.standard.slug, Part.STEPS)
    if index.filler.issuperset(normalise(query).split()):
        return screens.hint(turn.t) if turn.private else _home(turn)
    nearest = [turn.library.exercises[slug] for slug in result.nearest]
    return screens.unsure(turn.t, nearest, private=turn.private)


async def browse(turn: Turn, action: Browse) -> Reply:
    """List the choices of a facet, or the exercises behind one."""
    if action.value == ANY and action.facet is not Facet.ALL:
        return screens.facet(turn.t, turn.library, action.facet)
    exercises = behind(turn.library, action.facet, action.value)
    return screens.shelf(turn.t, action.facet, action.value, exercises) if exercises else _gone(turn)


async def show(turn: Turn, action: Show) -> Reply:
    """Show one side of an exercise."""
    exercise = turn.library.exercises.get(action.exercise)
    return _detail(turn, exercise, action.variation, action.part) if exercise else _gone(turn)


def _detail(turn: Turn, exercise: Exercise, variation: str, part: Part) -> Screen:
    screen = screens.detail(turn.t, turn.library, exercise, exercise.variation(variation), part)
    if turn.private:
        return screen
    return screens.for_group(turn.t, screen, turn.house.username, exercise)


def _home(turn: Turn) -> Screen:
    if turn.private:
        return screens.home(turn.t, turn.library)
    return screens.for_group(turn.t, Screen(turn.t("library-group")), turn.house.username)


def _gone(turn: Turn) -> Screen:
    return _home(turn).saying(turn.t.plain("library-gone"))
