"""F1: the keys of the moment over the page; any way out gives the focus back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.account.whole import check_whole
from ui.look.theme import Look, apply_look
from ui.look.tokens import LIGHT
from ui.views.keys_help import KeysHelp

KEYS = (("F1", "Keys"), ("F5", "Cash"), ("F10", "Finish", "nothing is on the receipt"))
EVERYWHERE = (("F1", "Keys"), ("Ctrl L", "Lock"))


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    field = QLineEdit(made)
    field.setObjectName("field")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    field.setFocus()
    return made


@pytest.fixture
def helps(page: QWidget) -> KeysHelp:
    made = KeysHelp(page)
    made.show_keys("Till", KEYS, everywhere=EVERYWHERE, fact="Receipts go to batch XDT1A-0001")
    return made


def texts(helps: KeysHelp) -> list[str]:
    for _pass in range(2):
        QApplication.processEvents()
    return [label.text() for label in helps.findChildren(QLabel) if label.isVisible()]


def test_it_says_every_key_once_and_why_one_does_nothing(helps: KeysHelp) -> None:
    assert texts(helps) == [
        "Keys: Till", "Receipts go to batch XDT1A-0001", "On this screen", "Keys", "Cash",
        "Finish: nothing is on the receipt", "Everywhere", "Lock",
    ]  # fmt: skip
    assert helps.accessibleDescription().splitlines()[1] == "F5: Cash"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return])
def test_esc_f1_and_enter_close_it_and_the_focus_goes_back(helps: KeysHelp, page: QWidget, key: Qt.Key) -> None:
    assert helps.hasFocus()
    QTest.keyClick(helps, key)
    assert not helps.isVisible()
    field = page.findChild(QLineEdit, "field")
    assert field is not None
    assert field.hasFocus()


def test_a_press_beside_the_card_closes_it_and_one_on_it_does_not(helps: KeysHelp) -> None:
    QTest.mouseClick(helps, Qt.MouseButton.LeftButton, pos=helps.card.geometry().center())
    assert helps.isVisible()
    QTest.mouseClick(helps, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not helps.isVisible()


def test_keys_of_the_room_do_nothing_while_it_lies_there(helps: KeysHelp, page: QWidget) -> None:
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence("F5"), page)
    shortcut.activated.connect(lambda: pressed.append("F5"))
    QTest.keyClick(helps, Qt.Key.Key_F5)
    assert pressed == []
    assert helps.isVisible()
    QTest.keyClick(helps, Qt.Key.Key_Escape)
    QTest.keyClick(page, Qt.Key.Key_F5)
    assert pressed == ["F5"]


def test_shown_again_it_says_the_new_words(helps: KeysHelp) -> None:
    helps.hide()
    helps.show_keys("Account", (("P", "Pay"),), everywhere=EVERYWHERE)
    assert texts(helps) == ["Keys: Account", "On this screen", "Pay", "Everywhere", "Keys", "Lock"]


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 100), ((1024, 640), 150)])
def test_nothing_is_cut(
    helps: KeysHelp, page: QWidget, qapp: QApplication, size: tuple[int, int], scale: int
) -> None:
    apply_look(qapp, Look(LIGHT, scale))
    page.resize(*size)
    helps.show_keys("Till", KEYS, everywhere=EVERYWHERE, fact="Receipts go to batch XDT1A-0001")
    check_whole(helps)
    assert page.rect().contains(helps.card.geometry())
