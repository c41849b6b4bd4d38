"""Calls to the Bot API with plain values in and out, for what is called often and hardly read afterwards.

Making the library's objects of a keyboard and of the answer costs more than the call itself.
"""

from typing import Any

from telegram import Bot
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import (
    RequestParameter,
)  # what RequestData is made of has no other door


async def call(
    bot: Bot,
    method: str,
    *,
    via: BaseRequest | None = None,
    read_timeout: float | None = None,
    **values: Any,
) -> Any:
    """Call ``method`` and return its result as it came: a dictionary, a list or True.

    :param via: the connections to use, the bot's usual ones unless given
    :param read_timeout: how long Telegram may be silent, in seconds, where that is not the usual
    :param values: what the Bot API names so; None is left out, files are uploaded
    :raises telegram.error.TelegramError: as methods of :class:`telegram.Bot` do
    """
    given = [_parameter(name, value) for name, value in values.items() if value is not None]
    patience = {} if read_timeout is None else {"read_timeout": read_timeout}
    return await (via or bot.request).post(f"{bot.base_url}/{method}", RequestData(given), **patience)


def _parameter(name: str, value: object) -> RequestParameter:
    plain = isinstance(value, str | int | dict)
    return RequestParameter(name, value, None) if plain else RequestParameter.from_input(name, value)
