"""Groups: topics, title, leaving."""

from ..errors import bad
from ..params import Params
from ..people import Json
from ..posting import post, writable_chat
from ..world import World

_COLORS = frozenset({7322096, 16766590, 13338331, 9367192, 16749490, 16478047})


def create_forum_topic(world: World, params: Params) -> Json:
    """A topic in a group that has topics."""
    chat = writable_chat(world, params)
    if not chat.forum:
        raise bad("the chat is not a forum")
    if chat.status != "administrator":
        raise bad("not enough rights to create a topic")
    name = params.text("name").strip()
    if not 1 <= len(name) <= 128:
        raise bad("TOPIC_TITLE_EMPTY" if not name else "TOPIC_TITLE_INVALID")
    color = params.integer("icon_color", 7322096)
    if color not in _COLORS:
        raise bad("invalid icon color specified")
    created = {"name": name, "icon_color": color}
    stored = post(world, chat, world.bot_id, {"forum_topic_created": created}, read=True)
    thread = stored.data["message_id"]
    chat.topics.add(thread)
    return {"message_thread_id": thread, **created}


def change_forum_topic(world: World, params: Params) -> bool:
    """Close, reopen or rename a topic."""
    chat = writable_chat(world, params)
    if chat.status != "administrator":
        raise bad("not enough rights to manage topics")
    if params.integer("message_thread_id") not in chat.topics:
        raise bad("message thread not found")
    return True


def set_chat_title(world: World, params: Params) -> bool:
    """Rename a group."""
    chat = writable_chat(world, params)
    if not chat.is_group:
        raise bad("can't change private chat title")
    if chat.status != "administrator":
        raise bad("not enough rights to change chat title")
    title = params.text("title").strip()
    if not title:
        raise bad("title must be non-empty")
    chat.title = title[:128]
    post(world, chat, world.bot_id, {"new_chat_title": chat.title}, read=True)
    world.tell_people()
    return True


def leave_chat(world: World, params: Params) -> bool:
    """The bot leaves a group."""
    chat = writable_chat(world, params)
    if not chat.is_group:
        raise bad("chat member status can't be changed in private chats")
    chat.status = "left"
    return True


METHODS = {
    "createForumTopic": create_forum_topic,
    "closeForumTopic": change_forum_topic,
    "reopenForumTopic": change_forum_topic,
    "editForumTopic": change_forum_topic,
    "setChatTitle": set_chat_title,
    "leaveChat": leave_chat,
}
