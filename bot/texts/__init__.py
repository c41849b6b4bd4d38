"""What the coach says: message catalogues per language, in Fluent files beside this module.

Every folder here is a language, every ``.ftl`` file in it is read: a new language needs files only.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cached_property, lru_cache
from html import escape
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, Literal

from bot.texts.messages import Messages

if TYPE_CHECKING:
    from babel import Locale

    from bot.texts.calendar import Calendar

SAME_FOR_ALL = 2000
"""So many texts of a language are kept as they read; there are some hundreds, and numbers in few of them."""


class Html(str):
    """Text that is HTML already and must not be escaped again."""

    __slots__ = ()


class Texts:
    """The texts of one language; missing ones are looked up in ``fallback``.

    :param hours: of the clock that times are written on, ``24`` or ``12``
    """

    def __init__(
        self, language: str, messages: Messages, fallback: "Texts | None" = None, *, hours: str = "24"
    ) -> None:
        self.language = language
        self.hours = hours
        self._messages = messages
        self._fallback = fallback
        # What holds no words of anybody's reads the same for all: labels of buttons, "5 exercises".
        self._same_for_all = lru_cache(SAME_FOR_ALL)(self._filled)

    def __call__(self, key: str, **values: object) -> Html:
        """Return the text ``key`` as HTML; ``values`` are escaped unless they are :class:`Html`.

        :raises LookupError: when no language has the key, or a placeholder has no value
        """
        return Html(self._format(key, {name: _escaped(value) for name, value in values.items()}))

    @cached_property
    def calendar(self) -> "Calendar":
        """Return how people who speak the language write days and times."""
        from bot.texts.calendar import Calendar  # noqa: PLC0415 - babel takes a hundredth of a second

        return Calendar(self.language)

    @property
    def locale(self) -> "Locale":
        """Return what Unicode knows about the language."""
        return self.calendar.locale

    def plain(self, key: str, **values: object) -> str:
        """Return the text ``key`` for places that show no HTML: button labels, toasts, command menus."""
        return self._format(key, values)

    def has(self, key: str) -> bool:
        """Tell whether this language itself has the text."""
        return key in self._messages

    def lines(self, key: str) -> list[str]:
        """Return a text that is a list, one entry a line, such as words to leave out of a search."""
        return self.plain(key).split("\n")

    def time(self, moment: time | datetime) -> str:
        """Return the time of day on the person's clock, ``07:30`` or ``7:30 AM``."""
        shape = "h:mm a" if self.hours == "12" else "HH:mm"
        return self.calendar.time(moment, shape)

    def on_clock(self, hours: str) -> "Texts":
        """Return the same texts with times on a clock of ``12`` or ``24`` hours; empty stands for 24."""
        same = (hours or "24") == self.hours
        return self if same else Texts(self.language, self._messages, self._fallback, hours=hours or "24")

    def day(self, day: date) -> str:
        """Return a day as people say it, ``Mon, 24 Nov``."""
        return self.calendar.date(day, "EEE, d MMM")

    def weekday(self, number: int, width: Literal["abbreviated", "wide"] = "abbreviated") -> str:
        """Return the name of a weekday, Monday 0."""
        return self.calendar.weekday(number, width)

    def weekdays(self, numbers: Mapping[int, Any] | frozenset[int] | set[int]) -> str:
        """Return several weekdays as one phrase: every day, weekdays, or their names."""
        named = {
            frozenset(range(7)): "days-every",
            frozenset(range(5)): "days-week",
            frozenset({5, 6}): "days-end",
        }
        key = named.get(frozenset(numbers))
        return self.plain(key) if key else self.join([self.weekday(number) for number in sorted(numbers)])

    def join(self, parts: list[str]) -> str:
        """Return ``a, b and c`` in this language."""
        return self.calendar.join(parts)

    def _format(self, key: str, values: Mapping[str, object]) -> str:
        # True is an int, too, and reads otherwise.
        if not values or all(type(value) is int for value in values.values()):
            return self._same_for_all(key, *values.items())
        return self._filled(key, *values.items())

    def _filled(self, key: str, *values: tuple[str, object]) -> str:
        if key in self._messages:
            return self._messages.format(key, dict(values))
        if self._fallback is None:
            raise LookupError(f"no text named {key}")
        return self._fallback._filled(key, *values)


class Catalogue:
    """The texts of every language that has a folder."""

    def __init__(self, languages: Mapping[str, Texts]) -> None:
        self.languages = languages

    def texts(self, code: str | None) -> Texts:
        """Return the texts for Telegram's language code, ``es-MX`` as ``es``; English for others."""
        return self.languages.get((code or "en").split("-")[0].lower(), self.languages["en"])

    def speaking(self, code: str, clock: str) -> Texts:
        """Return the texts of a language with times on a person's clock, as ``Person`` keeps both."""
        return self.texts(code).on_clock(clock)


def load(root: Traversable | None = None) -> Catalogue:
    """Read all catalogues.

    :param root: where the folders of the languages are, beside this module unless told
    :raises LookupError: when a file looks as if it could not be parsed
    """
    root = root or files(__name__)
    english = Texts("en", _messages(root, "en"))
    folders = [f.name for f in root.iterdir() if f.is_dir() and not f.name.startswith(("_", "."))]
    others = {name: Texts(name, _messages(root, name), english) for name in sorted(folders) if name != "en"}
    return Catalogue({"en": english, **others})


def _messages(root: Traversable, language: str) -> Messages:
    found = sorted(root.joinpath(language).iterdir(), key=lambda file: file.name)
    read = [(file.name, file.read_text(encoding="utf-8")) for file in found if file.name.endswith(".ftl")]
    return Messages(language, read)


def _escaped(value: object) -> object:
    return escape(value) if isinstance(value, str) and not isinstance(value, Html) else value
