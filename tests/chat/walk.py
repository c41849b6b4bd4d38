"""Walking through the chat as somebody who taps every button they see."""

from collections import deque
from collections.abc import Iterator
from dataclasses import fields

from bot.chat import routes
from bot.chat.actions import ClubLanguage, Erase, SetLanguage
from bot.chat.buttons import Action
from bot.chat.screen import Screen
from tests.chat.stage import ANA, PRIVATE, Json, Stage

LEFT_OUT = (ClubLanguage, Erase, SetLanguage)
"""What would end the walk, or make what follows another one."""


def kind(action: Action) -> tuple[object, ...]:
    """Return what makes an action worth a tap of its own: which one it is, ids and revisions left out."""
    values = (getattr(action, field.name) for field in fields(action))
    return (action.code, *(value for value in values if not isinstance(value, int)))


async def walk(stage: Stage, who: Json = ANA, chat: Json = PRIVATE, *, most: int) -> list[Screen]:
    """Type every command, press every new kind of button; return every screen, toasts among them.

    Nothing is erased, and no other language chosen.

    :param most: presses, after which the walk ends
    """
    waiting: deque[Action] = deque()
    seen: set[tuple[object, ...]] = set()
    screens: list[Screen] = []

    def take_in() -> None:
        for screen in _shown(stage):
            screens.append(screen)
            for action in _actions(screen):
                if kind(action) not in seen and not isinstance(action, LEFT_OUT):
                    seen.add(kind(action))
                    waiting.append(action)

    known = [command.name for command in routes.COMMANDS]
    for command in known if chat == PRIVATE else sorted(routes.IN_GROUPS):
        await stage.says(f"/{command}", who=who, chat=chat)
        take_in()
    while waiting and most:
        most -= 1
        await stage.presses(waiting.popleft().pack(), who=who, chat=chat)
        take_in()
    assert not waiting, f"{len(waiting)} buttons were not reached"
    return screens


def _shown(stage: Stage) -> Iterator[Screen]:
    yield from (screen for _, screen in stage.door.shown)
    yield from (Screen(text) for text, _ in stage.door.answers if text)
    stage.door.shown.clear()
    stage.door.answers.clear()


def _actions(screen: Screen) -> Iterator[Action]:
    for row in screen.keys:
        yield from (key.action for key in row if key.action)
