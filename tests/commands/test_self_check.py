"""`citytill --self-check`: passes here, and a part that did not come along is told."""

import sys

import pytest

from ui.commands import SELF_CHECK, main
from ui.commands.check.custody_parts import LINUX_KEYRING, keyring_ways, words_come_back


def test_the_program_checks_itself(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["citytill", SELF_CHECK])
    assert main() == 0
    told = capsys.readouterr()
    assert told.out == ""
    for step in ("receipt was taken", "keyed file", "PDF", "printer profiles", "migrations", "keyring", "painted"):
        assert step in told.err


def test_a_missing_part_fails_the_self_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "db.upgrade", None)
    monkeypatch.setattr(sys, "argv", ["citytill", SELF_CHECK])
    assert main() == 1
    assert "FAILED: a part of the program did not come along: " in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="the library of Linux' keyring")
def test_the_library_of_the_keyring_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "SecretService" in keyring_ways()
    monkeypatch.setitem(sys.modules, LINUX_KEYRING, None)
    with pytest.raises(ImportError):
        keyring_ways()


def test_recovery_words_come_back() -> None:
    assert words_come_back()
