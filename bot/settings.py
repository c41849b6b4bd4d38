"""What can be set from outside: `MIDBACK_*` variables, or the same names in `.env` of the current folder."""

import re
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from platformdirs import user_data_path
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from tzlocal import get_localzone_name

from bot.domain.zones import is_zone
from bot.environment import given

PREFIX = "MIDBACK_"
TOKEN_SHAPE = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
TELEGRAM = "https://api.telegram.org"
LISTEN = "127.0.0.1:8080"
SECRET_SHAPE = re.compile(
    r"[A-Za-z0-9_-]{16,256}"
)  # Telegram takes 1 to 256 of these; short ones are guessed
LISTEN_SHAPE = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):(\d{1,5})")
POSTGRES = ("postgresql+psycopg://", "postgresql://", "postgres://")
CLOSE_ENOUGH = 70  # of 100: below this a proposal is more often wrong than helpful


class SettingsError(Exception):
    """Settings that cannot be used; `sentences` says for each what to write. Never holds a secret."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def data_folder() -> Path:
    """Where this platform keeps an application's data (not made yet)."""
    return user_data_path("midback", appauthor=False)


def default_database_url() -> str:
    """A SQLite file in the data folder."""
    return f"sqlite:///{(data_folder() / 'midback.sqlite3').as_posix()}"


def shipped_content() -> Path:
    """The content that comes with the code: inside the package in a wheel, beside it in a clone."""
    package = Path(__file__).parent
    packed = package / "_content"
    return packed if packed.is_dir() else package.parent / "content"


def local_zone() -> str:
    """The machine's IANA zone, or UTC where it has none with a name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tzlocal warns about odd set-ups that the fallback covers
        try:
            name = get_localzone_name()
        except Exception:  # noqa: BLE001 a guess must not stop the coach, whatever a machine's set-up is
            return "UTC"
    return name if name and is_zone(name) else "UTC"


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _is_root(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port  # raises where it is no number
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0 and not parts.query


class Settings(BaseModel):
    """Everything that the outside decides. Read it once with `load_settings` and hand it down."""

    model_config = ConfigDict(
        extra="ignore",  # typing errors are reported by `unknown_variables`, as warnings
        frozen=True,
        hide_input_in_errors=True,
    )

    token: SecretStr | None = Field(
        default=None,
        description="The bot's token from @BotFather. Needed by `run` alone.",
    )
    api_url: str = Field(
        default=TELEGRAM,
        description="Root of the Bot API. A Bot API server of your own or the emulator's address works too.",
    )
    database_url: str = Field(
        default_factory=default_database_url,
        repr=False,  # it may hold a password
        description="`sqlite:///folder/file.sqlite3` or `postgresql://user:password@host/name`.",
        json_schema_extra={"shown": "a SQLite file in the platform's data folder"},
    )
    webhook_url: str | None = Field(
        default=None,
        description="Public HTTPS address where Telegram delivers updates. Without one, the coach asks.",
    )
    webhook_secret: SecretStr | None = Field(
        default=None,
        validate_default=True,
        repr=False,
        description="Proves that it is Telegram: 16 to 256 letters, digits, `_`, `-`; one for all replicas.",
    )
    listen: str | None = Field(
        default=None,
        description="`host:port` for the webhook, `/healthz`, `/readyz` and `/metrics`.",
        json_schema_extra={"shown": f"`{LISTEN}` with a webhook, else none"},
    )
    paid_broadcast_rate: int | None = Field(
        default=None,
        ge=30,
        le=1000,
        description="Messages a second if the bot pays for broadcasts, up to 1000. Free is 28.",
    )
    care_chat: int | None = Field(
        default=None,
        lt=0,
        description="Id of the care team's chat, a group with topics: `-100…`. Without one, nobody is asked.",
    )
    content: Path = Field(
        default_factory=shipped_content,
        description="Folder with the exercises, routines and cards.",
        json_schema_extra={"shown": "the shipped folder"},
    )
    zone: str = Field(
        default_factory=local_zone,
        description="IANA time zone that is guessed for new people, such as `Europe/Madrid`.",
        json_schema_extra={"shown": "the machine's zone"},
    )
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = Field(
        default="info",
        description="How much is logged: `debug`, `info`, `warning` or `error`.",
    )
    log_format: Annotated[Literal["console", "json"], BeforeValidator(_lower)] = Field(
        default="console",
        description="`console` for eyes, `json` for machines (one object a line).",
    )

    @field_validator("token")
    @classmethod
    def _token_has_its_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or TOKEN_SHAPE.fullmatch(value.get_secret_value()):
            return value
        raise ValueError("write the token as @BotFather gave it: digits, a colon, then 35 letters and digits")

    @field_validator("api_url")
    @classmethod
    def _api_url_is_an_address(cls, value: str) -> str:
        if not _is_root(value):
            raise ValueError(f"write an address such as {TELEGRAM} or http://127.0.0.1:8420")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database_url_is_known(cls, value: str) -> str:
        if value.startswith("sqlite:///"):
            return value
        for scheme in POSTGRES:
            if value.startswith(scheme):
                return POSTGRES[0] + value.removeprefix(scheme)
        raise ValueError("write sqlite:///folder/file.sqlite3 or postgresql://user:password@host/name")

    @field_validator("webhook_url")
    @classmethod
    def _webhook_url_is_an_address(cls, value: str | None) -> str | None:
        if value is None or _is_root(value):
            return value
        raise ValueError("write an address such as https://coach.example.org/telegram")

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_has_a_secret(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None and not info.data.get("webhook_url"):
            return None
        if value is not None and SECRET_SHAPE.fullmatch(value.get_secret_value()):
            return value
        raise ValueError(
            "write 16 to 256 letters, digits, _ and -, for instance what `openssl rand -hex 32` says"
        )

    @field_validator("listen")
    @classmethod
    def _listen_is_host_and_port(cls, value: str | None) -> str | None:
        match = LISTEN_SHAPE.fullmatch(value) if value else None
        if value is None or (match and int(match[2]) < 65536):
            return value
        raise ValueError(f"write a host and a port such as {LISTEN} or 0.0.0.0:8080")

    @field_validator("content")
    @classmethod
    def _content_is_a_folder(cls, value: Path) -> Path:
        folder = value.expanduser()
        if folder.is_dir():
            return folder.resolve()
        raise ValueError(f"there is no folder {folder}; write the path of a content folder, or leave it out")

    @field_validator("zone")
    @classmethod
    def _zone_is_known(cls, value: str) -> str:
        if is_zone(value):
            return value
        example = _nearest(value, sorted(available_timezones())) or "Europe/Madrid"
        raise ValueError(f"{value!r} is not a time zone; write an IANA name such as {example}")

    @property
    def address(self) -> str | None:
        """Where to listen as `host:port`; None for nowhere."""
        return self.listen or (LISTEN if self.webhook_url else None)


def load_settings(*, need_token: bool = False, env_file: Path | None = Path(".env")) -> Settings:
    """The settings of this process.

    `need_token` makes a missing token a problem. Raises `SettingsError` with a sentence for each problem.
    """
    try:
        settings = Settings.model_validate(given(PREFIX, env_file))
    except ValidationError as error:
        raise SettingsError(_sentences(error)) from None  # the cause would show what was typed
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f"{env_file} cannot be read ({error}); make it a plain UTF-8 file."]) from None
    if need_token and settings.token is None:
        raise SettingsError([_missing_token()])
    return settings


def _nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that was probably meant."""
    from rapidfuzz import process  # noqa: PLC0415 - for typing errors alone

    found = process.extractOne(word, list(choices), score_cutoff=CLOSE_ENOUGH)
    return found[0] if found else None


def _missing_token() -> str:
    return (
        f"{PREFIX}TOKEN is missing: ask @BotFather on Telegram for a bot and write its token, "
        f"{PREFIX}TOKEN=123456:ABC..., in the environment or in .env. Without one, try `midback demo`."
    )


def _sentences(error: ValidationError) -> list[str]:
    found = error.errors(include_url=False, include_input=False, include_context=True)
    return [f"{PREFIX}{str(item['loc'][0]).upper()}: {_what_to_write(item['msg'])}." for item in found]


def _what_to_write(message: str) -> str:
    return message.removeprefix("Value error, ").replace("Input should be", "write")


def unknown_variables(names: Iterable[str]) -> list[str]:
    """A sentence for each name with our prefix that no setting has: a typing error would else be silent."""
    known = [PREFIX + field.upper() for field in Settings.model_fields]
    strangers = sorted(
        name for name in names if name.upper().startswith(PREFIX) and name.upper() not in known
    )
    return [_stranger(name, known) for name in strangers]


def _stranger(name: str, known: list[str]) -> str:
    close = _nearest(name.upper(), known)
    meant = f" Did you mean {close}?" if close else f" Known are {', '.join(known)}."
    return f"{name} is not a setting and has no effect.{meant}"


def sqlite_path(database_url: str) -> Path | None:
    """The file of a SQLite address, or None for another engine and for a database in memory."""
    name = database_url.removeprefix("sqlite:///")
    return None if name in (database_url, "", ":memory:") else Path(name)


def make_data_folder(database_url: str) -> None:
    """Make the folder of a SQLite file, readable by its owner alone (health data). Raises `OSError`."""
    path = sqlite_path(database_url)
    if path is not None and not path.parent.exists():
        path.parent.mkdir(mode=0o700, parents=True)
