"""People, groups, the whole state."""

from ..acts import tell_member
from ..errors import NotPossible
from ..people import Chat, Json
from ..posting import member_json, post
from .handling import Ask, Handler


def state(ask: Ask) -> Json:
    """Everything but the messages."""
    world = ask.world
    return {"bot": world.bot_view(), **world.people_view(), "clock": world.clock.view()}


def add_person(ask: Ask) -> Json:
    """A new person."""
    person = ask.world.add_person(ask.object())
    ask.world.tell_people()
    return person.view()


def change_person(ask: Ask) -> Json:
    """Deactivate or bring back an account."""
    person = ask.world.people.get(ask.path("person_id"))
    if person is None:
        raise NotPossible("There is no such person.", 404)
    person.deactivated = bool(ask.object().get("deactivated", person.deactivated))
    ask.world.tell_people()
    return person.view()


def add_group(ask: Ask) -> Json:
    """A new group, the bot included."""
    world = ask.world
    title = str(ask.get("title") or "").strip()
    members, admins = set(ask.integers("members")), set(ask.integers("admins"))
    unknown = (members | admins) - world.people.keys() - {world.bot_id}
    if not title or unknown:
        raise NotPossible(f"There is no person {min(unknown)}." if unknown else "A group needs a title.")
    group = world.add_group(title, members, admins, ask.object())
    founder = next(iter(sorted(group.members - {world.bot_id})), None)
    group.members.discard(world.bot_id)
    if founder is not None:
        group.status, status = "left", group.status
        before = member_json(world, group, world.bot_id)
        group.status = status
        tell_member(world, group, world.people[founder], before)
    world.tell_people()
    return group.view()


def _group(ask: Ask) -> Chat:
    group = ask.world.chats.get(ask.path("group_id"))
    if group is None or not group.is_group:
        raise NotPossible("There is no such group.", 404)
    return group


def kick(ask: Ask) -> Json:
    """Throw the bot out of a group."""
    return _set_status(ask, "kicked")


def invite(ask: Ask) -> Json:
    """Take the bot into a group again, perhaps as an administrator."""
    return _set_status(ask, "administrator" if ask.get("admin") else "member")


def _set_status(ask: Ask, status: str) -> Json:
    group, person = _group(ask), ask.person()
    before = member_json(ask.world, group, ask.world.bot_id)
    group.status = status
    tell_member(ask.world, group, person, before)
    return group.view()


def migrate(ask: Ask) -> Json:
    """Turn a group into a supergroup with another id."""
    world, group = ask.world, _group(ask)
    if group.type != "group" or group.migrated_to:
        raise NotPossible("Only a group becomes a supergroup.")
    new = world.add_group(group.title, set(group.members), set(group.admins), {"type": "supergroup"})
    new.status = group.status
    author = min(group.members, default=world.bot_id)
    left = post(world, group, author, {"migrate_to_chat_id": new.id}, read=False)
    came = post(world, new, author, {"migrate_from_chat_id": group.id}, read=False)
    group.migrated_to = new.id
    for stored in (left, came):
        world.updates.add("message", stored.data, author)
    world.tell_people()
    return new.view()


async def reset(ask: Ask) -> Json:
    """Forget everything."""
    await ask.world.reset(keep_bot=bool(ask.get("keep_bot")))
    return {}


ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "state", state),
    ("POST", "people", add_person),
    ("PATCH", "people/{person_id}", change_person),
    ("POST", "groups", add_group),
    ("POST", "groups/{group_id}/kick", kick),
    ("POST", "groups/{group_id}/invite", invite),
    ("POST", "groups/{group_id}/migrate", migrate),
    ("POST", "reset", reset),
)
