"""What the bot says about itself: name, descriptions, commands, menu button."""

from typing import Any

Json = dict[str, Any]
Scope = tuple[str, int, int]

DEFAULT_SCOPE: Scope = ("default", 0, 0)


class Profile:
    """Texts per language (the empty language is the fallback) and commands per scope and language."""

    def __init__(self, name: str) -> None:
        self._first_name = name
        self._texts: dict[tuple[str, str], str] = {}
        self._commands: dict[tuple[Scope, str], list[Json]] = {}
        self.menu_button: Json | None = None

    def set_text(self, kind: str, language: str, text: str) -> None:
        """Set name, description or short_description; empty removes it."""
        self._texts.pop((kind, language), None)
        if text:
            self._texts[kind, language] = text

    def _text(self, kind: str, language: str) -> str:
        return self._texts.get((kind, language)) or self._texts.get((kind, ""), "")

    def name(self, language: str) -> str:
        """The bot's name in this language."""
        return self._text("name", language) or self._first_name

    def description(self, language: str) -> str:
        """What an empty chat shows."""
        return self._text("description", language)

    def short_description(self, language: str) -> str:
        """What the profile shows."""
        return self._text("short_description", language)

    def set_commands(self, scope: Scope, language: str, commands: list[Json]) -> None:
        """Replace the commands of one scope and language; an empty list removes them."""
        self._commands.pop((scope, language), None)
        if commands:
            self._commands[scope, language] = commands

    def commands(self, scope: Scope, language: str) -> list[Json]:
        """Exactly those of this scope and language."""
        return self._commands.get((scope, language), [])

    def commands_for(self, scopes: list[Scope], language: str) -> list[Json]:
        """What a person sees: the first of ``scopes`` that has commands, own language before the fallback."""
        for scope in scopes:
            for code in (language, ""):
                if found := self._commands.get((scope, code)):
                    return found
        return []


def scopes_of(chat_id: int, is_group: bool, person_id: int, is_admin: bool) -> list[Scope]:
    """The scopes that apply to a person in a chat, in Telegram's order."""
    if not is_group:
        return [("chat", chat_id, 0), ("all_private_chats", 0, 0), DEFAULT_SCOPE]
    admin: list[Scope] = [("chat_administrators", chat_id, 0)] if is_admin else []
    all_admins: list[Scope] = [("all_chat_administrators", 0, 0)] if is_admin else []
    chat: list[Scope] = [("chat_member", chat_id, person_id), *admin, ("chat", chat_id, 0)]
    return [*chat, *all_admins, ("all_group_chats", 0, 0), DEFAULT_SCOPE]
