"""The till as a person sees and presses it: the room in its frame, keys sent to whatever has the focus."""

import os
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.stories.till.cashier import Cashier
from ui.viewmodels.frame import FrameModel
from ui.views.rooms_page import RoomsPage
from ui.views.scan_filter import PACE_MS
from ui.views.till.room import TillRoom
from ui.widgets.dialog import Dialog

SIZE = (1366, 768)
Key = Qt.Key


class Screen:
    """`room` is the real one; `press` and `type` are a keyboard."""

    def __init__(self, qtbot: QtBot, cashier: Cashier) -> None:
        self.qtbot = qtbot
        self.cashier = cashier
        self.room = TillRoom(cashier.till)
        frame = FrameModel(cashier.counter.board, cashier.session)
        self.page = RoomsPage(frame, cashier.session, {"till": self.room}, station="Drive-thru DT1", practice=True)
        qtbot.addWidget(self.page)

    def show(self, size: tuple[int, int] = SIZE) -> None:
        self.page.resize(*size)
        self.page.show()
        self.page.activateWindow()
        self.qtbot.waitExposed(self.page)
        self.qtbot.waitUntil(self.page.isActiveWindow)
        self.page.enter_room("till")
        self.page.listen(True)
        self.cashier.settle()

    def close(self) -> None:
        self.page.listen(False)

    @property
    def focus(self) -> QWidget:
        self.cashier.until(lambda: QApplication.focusWidget() is not None)  # a window comes to front a moment later
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus, key, modifier)
        if key < Key.Key_Escape:
            self.qtbot.wait(PACE_MS + 3)
        self.cashier.settle()

    def type(self, text: str) -> None:
        """As slowly as a person: the scan filter lets every key through."""
        for letter in text:
            self.qtbot.keyClick(self.focus, letter)
            self.qtbot.wait(PACE_MS + 3)
        self.cashier.settle()

    def scan(self, text: str) -> None:
        """As a wedge does: all at once, Enter at its end."""
        self.qtbot.keyClicks(self.focus, text)
        self.qtbot.keyClick(self.focus, Key.Key_Return)
        self.cashier.settle()

    def dialog(self) -> Dialog:
        """The dialog that stands open."""
        found = self.room.findChildren(Dialog) + self.page.findChildren(Dialog)
        shown = [dialog for dialog in found if dialog.isVisible()]
        assert shown
        return shown[0]

    def shoot(self, name: str) -> None:
        """A picture for the guide, where the environment names a folder for them."""
        folder = os.environ.get("CITYTILL_SHOTS")
        if not folder:
            return
        QApplication.processEvents()
        picture = self.page.grab()
        dialogs = [dialog for dialog in self.page.findChildren(Dialog) if dialog.isVisible()]
        if dialogs:
            painter = QPainter(picture)
            painter.drawPixmap(dialogs[0].pos() - self.page.mapToGlobal(QPoint(0, 0)), dialogs[0].grab())
            painter.end()
        picture.save(str(Path(folder) / f"till-{name}-{self.page.width()}.png"))


def stub(cashier: Cashier, account: str) -> str:
    standing = cashier.ask(lambda books: books.standing(account))
    assert standing is not None
    return standing.account.stub_scan_line


def wait_for_line(cashier: Cashier, lines: int = 1) -> None:
    cashier.until(lambda: len(cashier.draft.lines) == lines)
    cashier.settle()
