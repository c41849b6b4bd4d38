"""getMe, getUpdates and the webhook."""

import re
from typing import Any

from ..errors import bad
from ..params import Params
from ..people import Json
from ..world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_LONGEST_POLL = 50


def get_me(world: World, _params: Params) -> Json:
    """The bot itself."""
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
    }
    return world.bot_user() | abilities


async def get_updates(world: World, params: Params) -> list[Json]:
    """A long poll."""
    limit = params.integer("limit", 100)
    limit = limit if 1 <= limit <= 100 else 100
    timeout = min(max(params.integer("timeout"), 0), _LONGEST_POLL)
    # Under a webhook a poll is refused and must not change the wish.
    if not world.updates.webhook_active:
        world.updates.allow(_allowed(params))
    return await world.updates.poll(params.integer("offset"), limit, timeout)


async def set_webhook(world: World, params: Params) -> Any:
    """Deliver by webhook; an empty address removes it."""
    url = params.text("url")
    if not url:
        return await delete_webhook(world, params)
    _check_webhook(url, params.text("secret_token"))
    connections = params.integer("max_connections", 40)
    world.updates.allow(_allowed(params))
    if params.flag("drop_pending_updates"):
        world.updates.clear(keep_wish=True)
    await world.webhook.set(url, params.text("secret_token"), min(max(connections, 1), 100))
    return True


def _check_webhook(url: str, secret: str) -> None:
    # Real Telegram insists on HTTPS; on one's own machine plain HTTP has to do.
    if not re.match(r"https?://[^\s/]+", url):
        raise bad("invalid webhook URL specified")
    if len(secret) > 256:
        raise bad("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")


async def delete_webhook(world: World, params: Params) -> bool:
    """Back to polling."""
    if params.flag("drop_pending_updates"):
        world.updates.clear(keep_wish=True)
    await world.webhook.remove()
    return True


def get_webhook_info(world: World, _params: Params) -> Json:
    """How delivery goes."""
    return world.webhook.info()


def _allowed(params: Params) -> list[str] | None:
    if not params.has("allowed_updates"):
        return None
    kinds = params.json("allowed_updates")
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else None


def log_out(_world: World, _params: Params) -> bool:
    """Nothing to do: there is one server only."""
    return True


METHODS = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "logOut": log_out,
    "close": log_out,
}
