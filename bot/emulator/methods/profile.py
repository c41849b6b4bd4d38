"""Commands, names, descriptions, menu button."""

import re
from functools import partial
from typing import Any

from ..errors import bad
from ..params import Params
from ..people import Json
from ..posting import find_chat
from ..profile import DEFAULT_SCOPE, Scope
from ..views import tell_chat
from ..world import World

_COMMAND = re.compile(r"[a-z0-9_]+")
_PLAIN_SCOPES = frozenset({"all_private_chats", "all_group_chats", "all_chat_administrators"})
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})
_TEXTS = {
    "Name": ("name", 64),
    "Description": ("description", 512),
    "ShortDescription": ("short_description", 120),
}


def set_my_commands(world: World, params: Params) -> bool:
    """Replace the commands of one scope and language."""
    wishes = params.objects("commands", "BotCommand")
    if wishes is None:
        raise bad("commands are not specified")
    if len(wishes) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(wish) for wish in wishes]
    world.profile.set_commands(_scope(world, params), _language(params), commands)
    tell_chats(world)
    return True


def delete_my_commands(world: World, params: Params) -> bool:
    """Remove them."""
    world.profile.set_commands(_scope(world, params), _language(params), [])
    tell_chats(world)
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    """Exactly those that were set for this scope and language."""
    return world.profile.commands(_scope(world, params), _language(params))


def _command(wish: Json) -> Json:
    command = str(wish.get("command") or "").strip().removeprefix("/")
    description = str(wish.get("description") or "").strip()
    if not command:
        raise bad("command must be non-empty")
    if len(command) > 32:
        raise bad("command length must not exceed 32")
    if not description:
        raise bad("command description must be non-empty")
    if len(description) > 256:
        raise bad("command description length must not exceed 256")
    if not _COMMAND.fullmatch(command):
        raise bad("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def _scope(world: World, params: Params) -> Scope:
    wish = params.nested(params.object("scope", "BotCommandScope") or {"type": "default"})
    kind = wish.text("type")
    if kind == "default":
        return DEFAULT_SCOPE
    if kind in _PLAIN_SCOPES:
        return (kind, 0, 0)
    if kind not in _CHAT_SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    return (kind, find_chat(world, wish).id, wish.integer("user_id") if kind == "chat_member" else 0)


def _language(params: Params) -> str:
    language = params.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    return language


def set_text(world: World, params: Params, kind: str, limit: int) -> bool:
    """setMyName and its like; an empty text removes it."""
    text = params.text(kind).strip()
    if len(text) > limit:
        raise bad(f"bot {kind.replace('_', ' ')} is too long")
    world.profile.set_text(kind, _language(params), text)
    world.hub.publish("bot", {"bot": world.bot_view()})
    return True


def get_text(world: World, params: Params, kind: str) -> Json:
    """getMyName and its like."""
    return {kind: getattr(world.profile, kind)(_language(params))}


def set_chat_menu_button(world: World, params: Params) -> bool:
    """The button beside the input field, for one chat or all."""
    button = params.object("menu_button", "MenuButton") or {"type": "default"}
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad("can't parse MenuButton: Unsupported type specified")
    chosen = None if button["type"] == "default" else button
    if params.has("chat_id"):
        find_chat(world, params).menu_button = chosen
    else:
        world.profile.menu_button = chosen
    tell_chats(world)
    return True


def get_chat_menu_button(world: World, params: Params) -> Json:
    """That of a chat, or the usual one."""
    own = find_chat(world, params).menu_button if params.has("chat_id") else None
    return own or world.profile.menu_button or {"type": "commands"}


def tell_chats(world: World) -> None:
    """The commands or the menu button changed: everybody's chats look different."""
    for chat in world.chats.values():
        tell_chat(world, chat)


METHODS: dict[str, Any] = {
    "setMyCommands": set_my_commands,
    "deleteMyCommands": delete_my_commands,
    "getMyCommands": get_my_commands,
    **{f"setMy{name}": partial(set_text, kind=kind, limit=limit) for name, (kind, limit) in _TEXTS.items()},
    **{f"getMy{name}": partial(get_text, kind=kind) for name, (kind, _) in _TEXTS.items()},
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
