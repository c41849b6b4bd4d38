"""A strict stand-in for Telegram: Bot API server, control API, chat page.

``create_app(Settings(token=...))`` gives the web application, ``serve(token=...)`` runs it;
``bot.emulator.client`` plays people in tests and scripts. See docs/emulator.md.
"""

from .app import create_app
from .serve import Running, serve
from .world import Settings, World

__all__ = ["Running", "Settings", "World", "create_app", "serve"]
