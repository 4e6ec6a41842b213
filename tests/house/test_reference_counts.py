"""PySide6 6.12.0 on Python 3.11 loses a reference to None at each void call and dies after some thousand."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1_000
NOISE = 100  # other code of the interpreter comes and goes meanwhile


class Bell(QObject):
    """Signals: rung()."""

    rung = Signal()


def test_a_void_call_returns_its_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("a")
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_an_emit_returns_its_reference_to_true() -> None:
    bell = Bell()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        bell.rung.emit()
    assert abs(sys.getrefcount(True) - before) < NOISE
