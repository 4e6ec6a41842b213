"""The window as `citytill-window` opens it: sign-in, rooms, crash page; keys go to whatever has the focus."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.change import suggested_pieces
from app.ports.clock import Clock
from app.usecases.open_batch import OpenBatchRequest
from tests.stories.till.cashier import RUIZ, WAIT_MS
from ui.compose.practice import found_practice, import_city
from ui.compose.window import WindowRooms
from ui.opening import Start
from ui.viewmodels.till.till import TillModel
from ui.views.rooms_page import RoomsPage
from ui.views.till.no_sale_dialog import NoSaleDialog
from ui.views.till.room import TillRoom


def found_city(folder: Path, clock: Clock) -> None:
    """A practice city with forty accounts and M. Ruiz's batch open, closed again."""
    desk = found_practice(folder, clock=clock)
    import_city(desk, accounts=40).result()
    start = OpenBatchRequest("mruiz", suggested_pieces(20_000, largest_bill=10_000))
    desk.do(lambda deeds: deeds.open_batch(start)).result()
    desk.station.refresh_search().result()
    assert desk.close()


class RealWindow:
    """`start` is the program's own; `page` the name of the page in front."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.start = Start(folder)
        self.start.guard()
        self.start.open()
        self.start.window.activateWindow()

    @property
    def page(self) -> str:
        front = self.start.window.page()
        return front.objectName() if front is not None else ""

    @property
    def rooms(self) -> WindowRooms:
        assert isinstance(self.start.rooms, WindowRooms)
        return self.start.rooms

    @property
    def rooms_page(self) -> RoomsPage:
        front = self.start.window.page()
        assert isinstance(front, RoomsPage), self.page
        return front

    @property
    def till_room(self) -> TillRoom:
        room = self.rooms_page.findChild(TillRoom)
        assert room is not None
        return room

    @property
    def till(self) -> TillModel:
        return self.till_room.model

    @property
    def words(self) -> str:
        front = self.start.window.page()
        assert front is not None
        return " ".join(label.text() for label in front.findChildren(QLabel) if label.isVisible())

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def sign_in(self, user: str = "mruiz", pin: str = "1234") -> None:
        """As the pad hands it over."""
        self.until(lambda: self.start.rooms is not None)
        self.start.page.entered.emit(user, pin)
        self.until(lambda: self.page == "rooms")
        self.start.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Until both lanes answered what was asked so far, and the answers reached the window."""
        counter = self.rooms.counter
        for _round in range(3):
            for call in (counter.ask, counter.do):
                done: list[object] = []
                call(lambda _any: None, done=done.append)
                self.until(lambda done=done: bool(done))  # type: ignore[misc]  # bound on purpose

    def scan(self, account: str = RUIZ) -> None:
        before = len(self.till.draft.lines)
        assert self.till.scan(account)
        self.until(lambda: len(self.till.draft.lines) > before)
        self.settle()

    def receipts(self) -> list[str]:
        return self.rooms.desk.ask(lambda books: [one.receipt for one in books.receipts()]).result(timeout=10)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target: QWidget | None = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifier)

    def open_no_sale(self) -> NoSaleDialog:
        """Ctrl+Shift+D: a dialog stands over the window."""
        self.rooms_page.enter_room("till")
        self.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self.until(lambda: self.start.window.findChild(NoSaleDialog) is not None)
        dialog = self.start.window.findChild(NoSaleDialog)
        assert dialog is not None
        return dialog

    def has_no_sale(self) -> bool:
        return self.start.window.findChild(NoSaleDialog) is not None

    def close(self) -> None:
        self.start.window.close()
        self.qtbot.waitUntil(lambda: not self.start.window.isVisible())
