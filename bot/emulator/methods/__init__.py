"""The methods of the Bot API that are emulated, one table."""

from collections.abc import Callable, Mapping
from typing import Any

from ..params import Params
from ..world import World
from . import albums, chats, edits, forwards, groups, media, messages, polls, profile, queries, receiving

# A method reads its parameters, changes the world, and gives its result; some have to wait.
Method = Callable[[World, Params], Any]

METHODS: Mapping[str, Method] = {
    **receiving.METHODS,
    **messages.METHODS,
    **media.METHODS,
    **albums.METHODS,
    **polls.METHODS,
    **forwards.METHODS,
    **edits.METHODS,
    **queries.METHODS,
    **profile.METHODS,
    **chats.METHODS,
    **groups.METHODS,
}
