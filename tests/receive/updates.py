"""Updates as Telegram writes them."""

from typing import Any

ANA, BEN = 7, 8


def written(update_id: int, person: int = ANA, text: str = "hello") -> dict[str, Any]:
    """Return an update with a message."""
    user = {"id": person, "is_bot": False, "first_name": "Ana"}
    chat = {"id": person, "type": "private"}
    message = {"message_id": 1, "date": 1772442000, "chat": chat, "from": user, "text": text}
    return {"update_id": update_id, "message": message}


def pressed(update_id: int, data: str, person: int = ANA) -> dict[str, Any]:
    """Return an update with a press."""
    user = {"id": person, "is_bot": False, "first_name": "Ana"}
    query = {"id": str(update_id), "from": user, "chat_instance": "1", "data": data}
    return {"update_id": update_id, "callback_query": query}
