"""The room in the frame: what is on the screen, which keys are pressed, and pictures of it when asked for."""

import os
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.stories.batches.office import Office
from tests.ui.batches.window import faults_of
from ui.compose.reports import ReportsJoined
from ui.viewmodels.frame import FrameModel
from ui.views.rooms_page import RoomsPage
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog

T = TypeVar("T", bound=QObject)
SIZES = ((1366, 768), (1920, 1080))
SHOTS = os.environ.get("CITYTILL_SHOTS", "")


class ReportsWindow:
    """Everything by name and by key."""

    def __init__(self, office: Office, qtbot: QtBot) -> None:
        self.office, self.qtbot = office, qtbot
        self.joined = ReportsJoined(office.counter, office.session)
        self.model, self.files, self.room = self.joined.model, self.joined.files, self.joined.room
        frame = FrameModel(office.counter.board, office.session)
        self.page = RoomsPage(frame, office.session, {"reports": self.room}, station="Drive-thru DT1", practice=True)
        frame.setParent(self.page)
        qtbot.addWidget(self.page)

    def show(self, width: int, height: int) -> None:
        self.page.resize(width, height)
        self.page.show()
        self.page.activateWindow()
        self.page.enter_room("reports")
        self.settle()

    def close(self) -> None:
        for dialog in self.page.findChildren(Dialog):
            dialog.reject()
        self.page.close()

    def settle(self) -> None:
        """Until everything was read and written."""
        self.qtbot.waitUntil(lambda: not self.model.is_reading and not self.files.is_busy, timeout=20_000)
        self.office.settle()
        QApplication.processEvents()

    def part(self, kind: type[T], name: str) -> T:
        found = self.page.findChild(kind, name)
        assert found is not None, f"nothing on the screen is called {name}"
        return found

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """To whatever has the focus, as a person's keyboard does."""
        target = QApplication.focusWidget()
        if target is None:
            self.page.activateWindow()
            QApplication.processEvents()
            target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifier)
        self.settle()

    def keys(self, text: str) -> None:
        """Letters and digits, one after the other."""
        for sign in text:
            target = QApplication.focusWidget()
            assert target is not None
            QTest.keyClicks(target, sign)
        self.settle()

    def cells(self) -> list[list[str]]:
        """What stands in the table."""
        store = self.part(DataTable, "reports_table").model()
        return [
            [str(store.index(row, column).data() or "") for column in range(store.columnCount())]
            for row in range(store.rowCount())
        ]

    def dialog(self, kind: type[T]) -> T:
        found = [part for part in self.page.findChildren(kind) if isinstance(part, QWidget) and part.isVisible()]
        assert len(found) == 1, f"{len(found)} of {kind.__name__} are open"
        return found[0]

    def is_whole(self, name: str) -> list[str]:
        """What is wrong with what is on the screen, at both sizes; pictures when CITYTILL_SHOTS names a folder."""
        faults: list[str] = []
        for width, height in SIZES:
            self.page.resize(width, height)
            QApplication.processEvents()
            faults += [f"{width}: {fault}" for fault in faults_of(self.page)]
            if self.page.width() != width:
                faults.append(f"{name} is {self.page.width()} wide, not {width}")
            table = self.part(DataTable, "reports_table")
            if table.isVisible() and table.horizontalScrollBar().maximum() > 0:
                faults.append(f"{width}: {name} scrolls sideways by {table.horizontalScrollBar().maximum()}")
            if SHOTS:
                self._shoot(name)
        return faults

    def _shoot(self, name: str) -> None:
        picture = self.page.grab()
        painter = QPainter(picture)
        for dialog in self.page.findChildren(Dialog):
            if dialog.isVisible():
                painter.drawPixmap(self.page.rect().center() - dialog.rect().center(), dialog.grab())
        painter.end()
        picture.save(str(Path(SHOTS) / f"{name}-{self.page.width()}.png"))
