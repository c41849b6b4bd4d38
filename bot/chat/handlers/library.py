"""Finding and looking at exercises."""

from bot.chat.actions import Browse, Facet, Part, Show
from bot.chat.screen import Reply, Screen
from bot.chat.screens import library as screens
from bot.chat.screens import suiting
from bot.chat.screens.care import honest
from bot.chat.screens.library import ForYou
from bot.chat.screens.shelves import ANY, behind
from bot.chat.turn import Turn
from bot.domain.exercises import Exercise, Variation
from bot.domain.search import normalise
from bot.services import care, days

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
        return await _detail(turn, exercise, exercise.standard.slug, Part.STEPS)
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
    return await _detail(turn, exercise, action.variation, action.part) if exercise else _gone(turn)


async def _detail(turn: Turn, exercise: Exercise, variation: str, part: Part) -> Screen:
    form = exercise.variation(variation)
    if turn.private:
        you = await _for_you(turn, exercise, form)
        return screens.detail(turn.t, turn.library, exercise, form, part, you)
    screen = screens.detail(turn.t, turn.library, exercise, form, part)
    return screens.for_group(turn.t, screen, turn.house.username, exercise)


async def _for_you(turn: Turn, exercise: Exercise, form: Variation) -> ForYou:
    """Return how the form suits the person; somebody who has not met the coach is told when to ask first."""
    day = days.today(turn.person, turn.now)
    standing = await turn.run(care.standing, turn.person_id, turn.library, day)
    verdict = standing.limits.judge(exercise, form.slug, turn.library.matrix)
    said = suiting.note(turn.t, turn.library, exercise, verdict, flagged=bool(standing.flags))
    if said is None:
        return ForYou(suiting.notice(turn.t, turn.library) if turn.person.onboarding != "done" else ())
    lines = (said, *honest(turn.t, turn.library.matrix.state))
    other = verdict.variation if verdict.variation != form.slug else None
    return ForYou(lines, other, barred=verdict.variation is None)


def _home(turn: Turn) -> Screen:
    if turn.private:
        return screens.home(turn.t, turn.library)
    return screens.for_group(turn.t, Screen(turn.t("library-group")), turn.house.username)


def _gone(turn: Turn) -> Screen:
    return _home(turn).saying(turn.t.plain("library-gone"))
