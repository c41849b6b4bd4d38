"""A chat as a person sees it."""

from .people import Chat, Json
from .profile import scopes_of
from .world import World


def chat_view(world: World, chat: Chat, person_id: int, with_deleted: bool = False) -> Json:
    """The Chat of the control API."""
    since = chat.cleared.get(person_id, 0)
    messages = [
        stored.view(person_id)
        for message_id, stored in chat.messages.items()
        if message_id > since and (with_deleted or not stored.deleted)
    ]
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title or title_of(world, chat),
        "messages": messages,
        "reply_markup": chat.markups.get(person_id),
        "action": action_of(world, chat),
        **_state(world, chat, person_id),
    }


def title_of(world: World, chat: Chat) -> str:
    """A private chat is named after the bot: that is what the person sees."""
    return chat.title or world.profile.name("")


def action_of(world: World, chat: Chat) -> str | None:
    """The chat action in force."""
    return chat.action[0] if chat.action and chat.action[1] > world.clock.now() else None


def tell_chat(world: World, chat: Chat) -> None:
    """Publish what changed around the messages."""
    world.tell(chat, "chat", lambda person_id: {"chat_id": chat.id, **_state(world, chat, person_id)})


def _state(world: World, chat: Chat, person_id: int) -> Json:
    scopes = scopes_of(chat.id, chat.is_group, person_id, person_id in chat.admins)
    person = world.people.get(person_id)
    return {
        "started": chat.started,
        "blocked": chat.blocked,
        "menu_button": chat.menu_button or world.profile.menu_button or {"type": "commands"},
        "commands": world.profile.commands_for(scopes, person.language_code[:2] if person else ""),
    }
