"""The real window driven by the command line: demonstration and self-check."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.commands.conftest import CommandLine
from ui.commands.check.self_check import PartMissingError, self_check
from ui.commands.window.hands import Hands, WindowStuckError
from ui.commands.window.opened import opened_window, sign_in
from ui.compose.practice import CASHIER_PIN


class Shown(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(watched.objectName() or type(watched).__name__)
        return False


def test_nothing_but_the_window_comes_up_while_the_rooms_are_made(qtbot: QtBot, city: Path) -> None:
    with opened_window(city) as (hands, start):
        shown = Shown()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(shown)
        sign_in(hands, start, user="mruiz", pin=CASHIER_PIN)
        hands.pause(50)
        application.removeEventFilter(shown)
        assert shown.names == []
        assert QApplication.activeWindow() is start.window


@pytest.mark.slow
@pytest.mark.timeout(170)
def test_without_a_display_the_window_plays_twenty_receipts_and_the_close(
    qtbot: QtBot, citytill: CommandLine, tmp_path: Path
) -> None:
    city, out = tmp_path / "city", tmp_path / "out"
    ran = citytill("demo", "--data", city, "--accounts", "600", "--out", out, "--json")
    assert ran.code == 0, ran.err
    assert len(ran.json["receipts"]) == 20
    assert len(ran.json["pictures"]) >= 20
    for picture in ran.json["pictures"]:
        assert QImage(picture).width() >= 1366
    papers = {path.name for path in out.iterdir() if path.is_file()}
    assert papers == {
        "receipts.txt", "receipts.pdf", "close-report.pdf", "deposit-slip.pdf", "PRACTICE_posting-DT1-0001.csv",
    }  # fmt: skip
    assert citytill("verify", "--data", city, "--json").json["ok"] is True


def test_the_program_checks_itself(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    assert self_check() == 0
    said = capsys.readouterr().err
    for part in ("receipt was taken", "keyed file", "PDF", "printer profiles", "migrations", "window painted"):
        assert part in said


def test_a_part_that_did_not_come_along_fails_the_self_check(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_folder: Path) -> str:
        raise PartMissingError("the migrations did not come along")

    monkeypatch.setattr("ui.commands.check.self_check._migrations", missing)
    assert self_check() == 1
    assert "FAILED: the migrations" in capsys.readouterr().err


def test_a_window_that_does_not_come_to_a_point_is_told_within_the_limit(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(WindowStuckError, match="the end of the world"):
        Hands(widget).until(lambda: False, "the end of the world", limit_s=0)
