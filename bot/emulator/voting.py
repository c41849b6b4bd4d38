"""Votes in polls and reactions to messages."""

from .acts import any_message, check_may_write
from .errors import NotPossible
from .people import Chat, Json, Person, Stored
from .posting import replace
from .world import World


def vote(world: World, chat: Chat, person: Person, message_id: int, option_ids: list[int]) -> Stored:
    """Vote in a poll; an empty list takes the vote back."""
    check_may_write(chat, person)
    stored = any_message(chat, message_id)
    poll = stored.data.get("poll")
    if poll is None or poll["is_closed"]:
        raise NotPossible("There is no open poll in this message.")
    _check_options(poll, option_ids, bool(stored.votes.get(person.id)))
    stored.votes[person.id] = sorted(set(option_ids))
    counted = _count(poll, stored.votes)
    replace(world, chat, stored, {**stored.data, "poll": counted})
    world.updates.add("poll", counted, person.id)
    if not counted["is_anonymous"]:
        ids = stored.votes[person.id]
        answer: Json = {"poll_id": poll["id"], "user": person.user(), "option_ids": ids}
        answer["option_persistent_ids"] = [poll["options"][number]["persistent_id"] for number in ids]
        world.updates.add("poll_answer", answer, person.id)
    return stored


def _check_options(poll: Json, option_ids: list[int], voted: bool) -> None:
    if not all(0 <= number < len(poll["options"]) for number in option_ids):
        raise NotPossible("The poll has no such option.")
    if len(set(option_ids)) > 1 and not poll["allows_multiple_answers"]:
        raise NotPossible("This poll takes one answer.")
    if voted and (poll["type"] == "quiz" or not poll["allows_revoting"]):
        raise NotPossible("This vote cannot be changed.")


def _count(poll: Json, votes: dict[int, list[int]]) -> Json:
    options = [
        {**option, "voter_count": sum(number in chosen for chosen in votes.values())}
        for number, option in enumerate(poll["options"])
    ]
    return {**poll, "options": options, "total_voter_count": sum(bool(chosen) for chosen in votes.values())}


def react(world: World, chat: Chat, person: Person, message_id: int, emoji: str) -> Stored:
    """React with an emoji; an empty one takes the reaction back. Only told to a bot that asks for it."""
    stored = any_message(chat, message_id)
    old = chat.reactions.get((message_id, person.id), [])
    new: list[Json] = [{"type": "emoji", "emoji": emoji}] if emoji else []
    chat.reactions[message_id, person.id] = new
    change: Json = {
        "chat": world.chat_json(chat),
        "message_id": message_id,
        "user": person.user(),
        "date": world.date(),
        "old_reaction": old,
        "new_reaction": new,
    }
    world.updates.add("message_reaction", change, person.id)
    return stored
