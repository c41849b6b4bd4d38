"""What commands say where something they stand on gives way."""

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.cli.ground import lost_database_in_words

WORDS = Exception("password of ana is 12345")


def test_a_database_that_is_lost_while_starting_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end, lost_database_in_words():
        raise OperationalError("SELECT 1", {}, WORDS)
    said = capsys.readouterr().err
    assert end.value.code == 1
    assert "start again" in said
    assert "ana" not in said


def test_a_fault_of_the_coach_keeps_its_traceback() -> None:
    with pytest.raises(IntegrityError), lost_database_in_words():
        raise IntegrityError("INSERT", {}, WORDS)
