"""A scan lands where it belongs and never in a field; a person's typing is never taken for a scan."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui.views.scan_filter import NOT_SCANNED, PACE_MS, ScanFilter


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return edit


@pytest.fixture
def scans(field: QLineEdit) -> Iterator[list[str]]:
    application = QApplication.instance()
    assert application is not None
    keys = ScanFilter()
    got: list[str] = []
    keys.scanned.connect(got.append)
    application.installEventFilter(keys)
    yield got
    application.removeEventFilter(keys)


def test_a_burst_that_ends_with_enter_is_a_scan_and_leaves_the_field_alone(
    qtbot: QtBot, field: QLineEdit, scans: list[str]
) -> None:
    QTest.keyClicks(field, "00104228103000018412")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert scans == ["00104228103000018412"]
    QTest.qWait(2 * PACE_MS)
    assert field.text() == ""


def test_a_persons_typing_reaches_the_field(qtbot: QtBot, field: QLineEdit, scans: list[str]) -> None:
    QTest.keyClicks(field, "18412", delay=2 * PACE_MS)
    qtbot.waitUntil(lambda: field.text() == "18412")
    QTest.keyClick(field, Qt.Key.Key_Return, delay=2 * PACE_MS)
    assert scans == []


def test_a_short_burst_with_enter_is_typing(qtbot: QtBot, field: QLineEdit, scans: list[str]) -> None:
    entered: list[str] = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    QTest.keyClicks(field, "61.20")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entered == ["61.20"])
    assert scans == []


def test_a_long_burst_without_enter_is_pasted_into_the_field(qtbot: QtBot, field: QLineEdit, scans: list[str]) -> None:
    QTest.keyClicks(field, "chickasaw")
    qtbot.waitUntil(lambda: field.text() == "chickasaw")
    assert scans == []


def test_a_pin_field_is_left_alone(qtbot: QtBot, field: QLineEdit, scans: list[str]) -> None:
    field.setProperty(NOT_SCANNED, True)
    QTest.keyClicks(field, "123456")
    assert field.text() == "123456"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert scans == []


def test_keys_that_were_held_for_a_field_that_is_gone_are_dropped(qtbot: QtBot, scans: list[str]) -> None:
    passing = QLineEdit()
    passing.show()
    passing.setFocus()
    qtbot.waitUntil(passing.hasFocus)
    with capture_exceptions() as faults:
        QTest.keyClicks(passing, "12")
        Shiboken.delete(passing)
        qtbot.wait(2 * PACE_MS)
    assert faults == []
    assert scans == []


@pytest.mark.parametrize("sign", [Qt.Key.Key_C, Qt.Key.Key_BracketRight, Qt.Key.Key_B])
def test_control_characters_in_a_scan_belong_to_it_and_press_no_shortcut(
    qtbot: QtBot, field: QLineEdit, scans: list[str], sign: Qt.Key
) -> None:
    pressed: list[str] = []
    for key in ("Ctrl+C", "Ctrl+]", "Ctrl+B"):
        QShortcut(QKeySequence(key), field).activated.connect(lambda key=key: pressed.append(key))
    QTest.keyClicks(field, "00104228")
    QTest.keyClick(field, sign, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "103000018412")
    QTest.keyClick(field, sign, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert scans == ["00104228103000018412"]
    QTest.qWait(2 * PACE_MS)
    assert field.text() == ""
    assert pressed == []


def test_a_persons_shortcut_is_a_shortcut(qtbot: QtBot, field: QLineEdit, scans: list[str]) -> None:
    pressed: list[str] = []
    QShortcut(QKeySequence("Ctrl+B"), field).activated.connect(lambda: pressed.append("b"))
    QTest.keyClicks(field, "12", delay=2 * PACE_MS)
    QTest.qWait(2 * PACE_MS)
    QTest.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["b"]
    assert field.text() == "12"
    assert scans == []


def test_a_scanner_that_presses_shift_for_each_capital_is_one_scan(
    qtbot: QtBot, field: QLineEdit, scans: list[str]
) -> None:
    for letter in "DT1B-000147":
        modifier = Qt.KeyboardModifier.ShiftModifier if letter.isalpha() else Qt.KeyboardModifier.NoModifier
        QTest.keyClicks(field, letter, modifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [scan.upper() for scan in scans] == ["DT1B-000147"]
    QTest.qWait(2 * PACE_MS)
    assert field.text() == ""
