"""Filters hear keys and touches where they arrive, in dialogs and menus too, and nothing else of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.views.front_ears import FrontEars
from ui.views.scan_filter import PACE_MS, ScanFilter

STUB = "00104228103000018412"


class Heard(QObject):
    """Counts what it is asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.kinds.append(event.type())
        return False


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.addWidget(QLineEdit())
    for n in range(20):
        lines.addWidget(QLabel(str(n)))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    field(made).setFocus()
    return made


@pytest.fixture
def heard(window: QWidget) -> Iterator[Heard]:
    made = Heard()
    ears = FrontEars((made,), window)
    ears.listen(True)
    yield made
    ears.listen(False)


@pytest.fixture
def scans(window: QWidget) -> Iterator[list[str]]:
    keys = ScanFilter()
    got: list[str] = []
    keys.scanned.connect(got.append)
    ears = FrontEars((keys,), window)
    ears.listen(True)
    yield got
    ears.listen(False)


def field(window: QWidget) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert found is not None
    return found


def test_keys_of_the_field_and_touches_of_the_window_are_heard(qtbot: QtBot, window: QWidget, heard: Heard) -> None:
    QTest.keyClick(field(window), Qt.Key.Key_A)
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QEvent.Type.MouseButtonPress in heard.kinds)
    assert QEvent.Type.KeyPress in heard.kinds


def test_what_other_parts_of_the_window_do_is_not_heard(qtbot: QtBot, window: QWidget, heard: Heard) -> None:
    qtbot.wait(20)
    heard.kinds.clear()
    for label in window.findChildren(QLabel):
        label.setText("another")
        label.repaint()
    assert len(heard.kinds) < len(window.findChildren(QLabel))


def test_off_is_off(window: QWidget, heard: Heard) -> None:
    ears = next(one for one in window.children() if isinstance(one, FrontEars))
    ears.listen(False)
    heard.kinds.clear()
    QTest.keyClick(field(window), Qt.Key.Key_A)
    assert heard.kinds == []


def test_a_scan_comes_through_the_window_as_a_keyboard_sends_it(
    qtbot: QtBot, window: QWidget, scans: list[str]
) -> None:
    handle = window.windowHandle()
    assert handle is not None
    for letter in STUB:
        QTest.keyClick(handle, Qt.Key(ord(letter)))
    QTest.keyClick(handle, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: scans == [STUB])
    qtbot.wait(2 * PACE_MS)
    assert field(window).text() == ""


def test_typing_through_the_window_reaches_the_field_once(qtbot: QtBot, window: QWidget, scans: list[str]) -> None:
    handle = window.windowHandle()
    assert handle is not None
    for letter in "61.20":
        QTest.keyClick(handle, Qt.Key(ord(letter)))
    qtbot.waitUntil(lambda: field(window).text() == "61.20")
    assert scans == []


def test_a_scan_inside_a_dialog_leaves_its_field_alone(qtbot: QtBot, window: QWidget, scans: list[str]) -> None:
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    inner = field(dialog)
    inner.setFocus()
    qtbot.waitUntil(inner.hasFocus)
    QTest.keyClicks(inner, STUB)
    QTest.keyClick(inner, Qt.Key.Key_Return)
    assert scans == [STUB]
    assert inner.text() == ""
    dialog.close()


def test_a_scan_over_an_open_menu_presses_nothing_of_it(qtbot: QtBot, window: QWidget, scans: list[str]) -> None:
    menu = QMenu(window)
    pressed: list[str] = []
    next(one for one in window.children() if isinstance(one, FrontEars)).also(menu)
    menu.addAction("&0 sign out").triggered.connect(lambda: pressed.append("0"))
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    handle = window.windowHandle()
    assert handle is not None
    for letter in STUB:
        QTest.keyClick(handle, Qt.Key(ord(letter)))
    QTest.keyClick(handle, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: scans == [STUB])
    assert pressed == []
    menu.close()
