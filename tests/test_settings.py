"""Settings: defaults, kind refusals, and no secret in what is shown."""

from pathlib import Path

import pytest

from bot.environment import given_names
from bot.settings import (
    Settings,
    SettingsError,
    load_settings,
    make_data_folder,
    shipped_content,
    sqlite_path,
    unknown_variables,
)

TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting is given, and the current folder has no .env."""
    for name in given_names():
        if name.startswith("MIDBACK_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def problems(*, need_token: bool = False) -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings(need_token=need_token)
    return "\n".join(caught.value.sentences)


def test_it_needs_nothing() -> None:
    settings = load_settings()
    assert settings.token is None
    assert settings.api_url == "https://api.telegram.org"
    assert settings.database_url.startswith("sqlite:///")
    assert settings.content == shipped_content()
    assert settings.log_level == "info"


def test_it_says_how_to_get_a_missing_token() -> None:
    assert "@BotFather" in problems(need_token=True)


def test_it_reads_the_env_file_of_the_current_folder(tmp_path: Path) -> None:
    tmp_path.joinpath(".env").write_text(f"MIDBACK_TOKEN={TOKEN}\n", "utf-8")
    settings = load_settings(need_token=True)
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.joinpath(".env").write_text("MIDBACK_LOG_LEVEL=error\n", "utf-8")
    monkeypatch.setenv("MIDBACK_LOG_LEVEL", "DEBUG")
    assert load_settings().log_level == "debug"


def test_an_empty_variable_leaves_the_file_its_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.joinpath(".env").write_text("MIDBACK_LOG_LEVEL=error\n", "utf-8")
    monkeypatch.setenv("MIDBACK_LOG_LEVEL", "")
    assert load_settings().log_level == "error"


def test_names_may_be_written_in_small_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.joinpath(".env").write_text(
        "midback_log_level=error\nMIDBACK_LOG_FORMAT='json' # eyes\n", "utf-8"
    )
    monkeypatch.setenv("midback_log_level", "debug")
    settings = load_settings()
    assert (settings.log_level, settings.log_format) == ("debug", "json")


def test_an_empty_variable_counts_as_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIDBACK_TOKEN", "")
    assert "missing" in problems(need_token=True)


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("TOKEN", "123:short", "@BotFather"),
        ("API_URL", "api.telegram.org", "write an address such as"),
        ("API_URL", "http://127.0.0.1:84x", "write an address such as"),
        ("DATABASE_URL", "mysql://root@db/midback", "sqlite:///folder/file.sqlite3"),
        ("WEBHOOK_URL", "coach.example.org", "such as https://coach.example.org/telegram"),
        ("WEBHOOK_SECRET", "short", "16 to 256 letters"),
        ("WEBHOOK_SECRET", "a secret with spaces in it", "16 to 256 letters"),
        ("LISTEN", "8080", "such as 127.0.0.1:8080"),
        ("LISTEN", "127.0.0.1:99999", "such as 127.0.0.1:8080"),
        ("CONTENT", "nowhere", "there is no folder nowhere"),
        ("ZONE", "Europe/Madird", "such as Europe/Madrid"),
        ("LOG_LEVEL", "loud", "'debug', 'info', 'warning' or 'error'"),
        ("LOG_FORMAT", "xml", "'console' or 'json'"),
    ],
)
def test_it_says_what_to_write(name: str, value: str, advice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"MIDBACK_{name}", value)
    sentence = problems()
    assert sentence.startswith(f"MIDBACK_{name}: ")
    assert advice in sentence
    assert "\n" not in sentence


def test_it_names_all_problems_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIDBACK_LOG_LEVEL", "loud")
    monkeypatch.setenv("MIDBACK_ZONE", "Atlantis/City")
    assert problems().count("MIDBACK_") == 2


def test_an_env_file_that_is_not_text_is_one_sentence(tmp_path: Path) -> None:
    tmp_path.joinpath(".env").write_bytes(b"MIDBACK_ZONE=\xff\xfe")
    assert "plain UTF-8 file" in problems()
    assert "MIDBACK_ZONE" not in given_names()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_write_postgresql_names_our_driver(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIDBACK_DATABASE_URL", f"{scheme}://ana:secret@db/midback")
    assert load_settings().database_url == "postgresql+psycopg://ana:secret@db/midback"


def test_no_secret_shows_in_the_representation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIDBACK_TOKEN", TOKEN)
    monkeypatch.setenv("MIDBACK_DATABASE_URL", "postgresql://ana:secret@db/midback")
    shown = repr(load_settings()) + str(load_settings())
    assert TOKEN not in shown
    assert "secret" not in shown


def test_a_refused_token_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIDBACK_TOKEN", TOKEN + "!")
    assert TOKEN not in problems()


def test_a_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIDBACK_WEBHOOK_URL", "https://coach.example.org/telegram")
    assert problems().startswith("MIDBACK_WEBHOOK_SECRET: write 16 to 256 letters")


def test_it_listens_for_a_webhook_and_where_it_is_told_to(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().address is None
    monkeypatch.setenv("MIDBACK_WEBHOOK_URL", "https://coach.example.org/telegram")
    monkeypatch.setenv("MIDBACK_WEBHOOK_SECRET", "not-to-be-seen-by-anybody")
    settings = load_settings()
    assert settings.address == "127.0.0.1:8080"
    assert "not-to-be-seen" not in repr(settings)
    monkeypatch.setenv("MIDBACK_LISTEN", "[::1]:9000")
    assert load_settings().address == "[::1]:9000"


def test_a_slash_at_the_end_of_the_api_address_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIDBACK_API_URL", "http://127.0.0.1:8420/")
    assert load_settings().api_url == "http://127.0.0.1:8420"


def test_a_misspelt_variable_is_told_with_the_name_that_was_meant() -> None:
    assert unknown_variables(["MIDBACK_TOKN", "PATH"]) == [
        "MIDBACK_TOKN is not a setting and has no effect. Did you mean MIDBACK_TOKEN?"
    ]


def test_a_strange_variable_is_told_with_all_names() -> None:
    (sentence,) = unknown_variables(["MIDBACK_QQQQQQQ"])
    assert "MIDBACK_DATABASE_URL" in sentence


def test_known_variables_are_no_news() -> None:
    assert unknown_variables(["MIDBACK_" + name.upper() for name in Settings.model_fields]) == []


def test_names_of_the_env_file_are_given_names(tmp_path: Path) -> None:
    tmp_path.joinpath(".env").write_text("MIDBACK_TOKN=\n", "utf-8")
    assert "MIDBACK_TOKN" in given_names()


def test_the_folder_of_a_sqlite_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/a/b/midback.sqlite3"
    make_data_folder(url)
    path = sqlite_path(url)
    assert path is not None
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("url", ["postgresql+psycopg://db/midback", "sqlite:///:memory:"])
def test_other_databases_have_no_file(url: str) -> None:
    assert sqlite_path(url) is None
