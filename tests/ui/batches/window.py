"""The room in the frame: what is on the screen, which keys are pressed, and pictures of it when asked for."""

import os
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.stories.batches.office import Office
from ui.viewmodels.frame import FrameModel
from ui.views.batches.room import BatchesRoom
from ui.views.rooms_page import RoomsPage
from ui.widgets.dialog import Dialog
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.text import Text

T = TypeVar("T", bound=QObject)
SIZES = ((1366, 768), (1920, 1080))
SHOTS = os.environ.get("CITYTILL_SHOTS", "")


class RoomWindow:
    """Everything by name and by key."""

    def __init__(self, office: Office, qtbot: QtBot) -> None:
        self.office = office
        self.qtbot = qtbot
        self.room = BatchesRoom(office.room)
        frame = FrameModel(office.counter.board, office.session)
        self.page = RoomsPage(frame, office.session, {"batches": self.room}, station="Drive-thru DT1", practice=True)
        frame.setParent(self.page)
        qtbot.addWidget(self.page)

    def show(self, width: int, height: int) -> None:
        self.page.resize(width, height)
        self.page.show()
        self.page.activateWindow()
        self.page.enter_room("batches")
        self.settle()

    def close(self) -> None:
        for dialog in self.page.findChildren(Dialog):
            dialog.reject()
        self.page.close()

    def settle(self) -> None:
        self.office.settle()
        QApplication.processEvents()

    def part(self, kind: type[T], name: str) -> T:
        found = self.page.findChild(kind, name)
        assert found is not None, f"nothing on the screen is called {name}"
        return found

    def text(self, name: str) -> str:
        return self.part(Text, name).text()

    def press(self, name: str) -> None:
        button = self.part(KeyCapButton, name)
        assert button.isEnabled(), f"{name} is disabled: {button.toolTip()}"
        button.click()
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """To whatever has the focus, as a person's keyboard does."""
        target = QApplication.focusWidget()
        if target is None:  # a closed dialog gives the window back, which is the system's work
            self.page.activateWindow()
            QApplication.processEvents()
            target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert isinstance(target, QLineEdit), f"digits would be lost: {target}"
        QTest.keyClicks(target, text)

    def dialog(self, kind: type[T]) -> T:
        found = [part for part in self.page.findChildren(kind) if isinstance(part, QWidget) and part.isVisible()]
        assert len(found) == 1, f"{len(found)} of {kind.__name__} are open"
        return found[0]

    def is_open(self, kind: type[QWidget]) -> bool:
        return any(part.isVisible() for part in self.page.findChildren(kind))

    def is_whole(self, name: str) -> list[str]:
        """What is wrong with what is on the screen, at both sizes; pictures when CITYTILL_SHOTS names a folder."""
        faults: list[str] = []
        for width, height in SIZES:
            self.page.resize(width, height)
            QApplication.processEvents()
            faults += [f"{width}: {fault}" for fault in faults_of(self.page)]
            if self.page.width() != width:
                faults.append(f"{name} is {self.page.width()} wide, not {width}")
            if SHOTS:
                self._shoot(name)
        return faults

    def _shoot(self, name: str) -> None:
        picture = self.page.grab()
        painter = QPainter(picture)
        for dialog in self.page.findChildren(Dialog):
            if dialog.isVisible():
                at = self.page.rect().center() - dialog.rect().center()
                painter.drawPixmap(at, dialog.grab())
        painter.end()
        picture.save(str(Path(SHOTS) / f"{name}-{self.page.width()}.png"))


def faults_of(part: QWidget) -> list[str]:
    """Texts cut, controls without a name or cut, once every layout that waits has been made."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    faults = []
    for text in part.findChildren(Text):
        if not text.isVisible():
            continue
        if not text.wordWrap() and not text.is_elidable and text.width() < text.sizeHint().width():
            faults.append(f"cut: {text.text()!r}")
        if text.wordWrap() and text.height() < text.heightForWidth(text.width()):
            faults.append(f"cut below: {text.text()!r}")
    for button in part.findChildren(QAbstractButton):
        if button.isVisible() and not button.accessibleName() and not button.text():
            faults.append(f"no name: {button}")
        if button.isVisible() and button.width() < button.minimumSizeHint().width():
            faults.append(f"button cut: {button.text()!r}")
    faults += [
        f"no name: {field.objectName()}"
        for field in part.findChildren(QLineEdit)
        if field.isVisible() and not field.accessibleName() and not isinstance(field.parent(), QComboBox)
    ]
    return faults
