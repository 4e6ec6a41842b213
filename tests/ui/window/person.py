"""Somebody at the real window: keys to whatever has the focus, scans and checks through the devices, eyes on it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.account import Account
from app.domain.cash import BILLS, COINS
from app.domain.change import suggested_pieces
from app.domain.device_setting import DeviceKind
from app.domain.device_state import DeviceWord
from app.ports.books import BooksReader
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.sample_checks import SampleCheck
from ui.compose.window import WindowRooms
from ui.compose.window_devices import bench_of
from ui.opening import Start
from ui.viewmodels.till.till import TillModel
from ui.views.batches.room import BatchesRoom
from ui.views.rooms_page import RoomsPage
from ui.views.scan_filter import LEAST_CHARACTERS
from ui.views.till.room import TillRoom

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
WAIT_MS = 15_000
SHOTS = os.environ.get("CITYTILL_SHOTS", "")
OMNIBOX = "till_find_field"


class Person:
    """One window, opened as the program opens it; nothing is clicked unless a step says so."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.start = Start(folder)
        self.start.guard()
        self.start.open()
        self.until(lambda: self.start.rooms is not None)
        self._shots = 0
        self._are_devices_heard = False

    @property
    def rooms(self) -> WindowRooms:
        assert isinstance(self.start.rooms, WindowRooms)
        return self.start.rooms

    @property
    def bench(self) -> PracticeBench:
        bench = bench_of(self.rooms.begin_devices())
        assert bench is not None
        if not self._are_devices_heard:  # a line that is just being opened drops what was on it
            self._are_devices_heard = True
            board = self.rooms.board
            for kind in (DeviceKind.SCANNER, DeviceKind.CHECK_READER):
                self.until(lambda kind=kind: board.word(kind) is DeviceWord.OK)  # type: ignore[misc]
        return bench

    @property
    def page(self) -> RoomsPage:
        front = self.start.window.page()
        assert isinstance(front, RoomsPage), front
        return front

    @property
    def till(self) -> TillModel:
        return self._room(TillRoom).model

    @property
    def till_room(self) -> TillRoom:
        return self._room(TillRoom)

    @property
    def batches_room(self) -> BatchesRoom:
        return self._room(BatchesRoom)

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def settle(self) -> None:
        """Until both lanes answered what was asked so far, and the answers reached the window."""
        counter = self.rooms.counter
        for _round in range(3):
            for call in (counter.ask, counter.do):
                done: list[object] = []
                call(lambda _any: None, done=done.append)
                self.until(lambda done=done: bool(done))  # type: ignore[misc]  # bound on purpose

    def ask(self, question: Callable[[BooksReader], T]) -> T:
        return self.rooms.desk.ask(question).result(timeout=10)

    # hands

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """One key, to the widget that has the focus: there always is one, without a click."""
        QTest.keyClick(self.focus, key, modifier)
        self._until_keys_arrived()
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """As a person: never so many letters at once that they could be a scan."""
        for at in range(0, len(text), LEAST_CHARACTERS - 1):
            QTest.keyClicks(self.focus, text[at : at + LEAST_CHARACTERS - 1])
            self._until_keys_arrived()

    def scan(self, *accounts: Account) -> None:
        """Stubs through the practice scanner; each stands on the receipt before the next."""
        for account in accounts:
            self.until(lambda account=account: self.bench.scanner.scan(account.stub_scan_line))  # type: ignore[misc]
            self.until(lambda account=account: account.key in self.lines)  # type: ignore[misc]
        self.settle()

    def feed(self, check: SampleCheck) -> None:
        """A check into the practice reader."""
        self.until(lambda: self.bench.check_feeder.feed(check))
        self.until(lambda: self.till.tenders.asked is not None)
        self.settle()

    def count_cash(self, cents: int, *, largest: int = 10_000) -> None:
        """From the largest bill to the penny; Enter goes down; the first row has the focus already."""
        counts = {piece.key: piece.count for piece in suggested_pieces(cents, largest_bill=largest).pieces}
        for key in (*(str(value) for value in BILLS), *(f"coin{value}" for value in COINS)):
            assert isinstance(self.focus, QLineEdit), f"digits would be lost: {self.focus}"
            self.write(str(counts.get(key, "")))
            self.press(Key.Key_Return)

    def put_file(self, path: Path) -> None:
        """Answer the system's question where a file or folder is."""
        def asked() -> list[QFileDialog]:
            return [one for one in self.start.window.findChildren(QFileDialog) if one.isVisible()]
        self.until(lambda: bool(asked()))
        name = asked()[0].findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.setText(str(path))
        QTest.keyClick(name, Key.Key_Return)
        self.until(lambda: not asked())
        self.settle()

    def sign_in(self, name: str, pin: str) -> None:
        """Up and Down to the person, the PIN, Enter."""
        cards = self.start.page.users.cards
        wanted = next(at for at, card in enumerate(cards) if card.shown.words == name)
        here = next(at for at, card in enumerate(cards) if card.isChecked())
        for _step in range(abs(wanted - here)):
            self.press(Key.Key_Down if wanted > here else Key.Key_Up)
        self.write(pin)
        self.press(Key.Key_Return)

    def sit_down(self, name: str, pin: str) -> None:
        """Sign in, and the rooms stand there."""
        self.sign_in(name, pin)
        self.until(lambda: isinstance(self.start.window.page(), RoomsPage))
        self.settle()

    # eyes

    @property
    def focus(self) -> QWidget:
        """What the next key goes to; the window in front gives it, nobody clicks."""
        self.until(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def lines(self) -> list[str]:
        return [line.account for line in self.till.draft.lines]

    def said(self, name: str) -> str:
        """The words of the visible label of that name."""
        found = [label for label in self._all(QLabel) if label.objectName() == name]
        assert found, f"nothing in sight is called {name}"
        return found[-1].text()

    def shows(self, words: str) -> bool:
        """Whether a label says so, or a painted part in sight by the name it tells a screen reader."""
        labels = any(words in label.text() for label in self._all(QLabel))
        return labels or any(
            words in part.accessibleName() or words in part.accessibleDescription() for part in self._all(QWidget)
        )

    def dialog(self, name: str) -> QDialog:
        """Wait for a dialog."""
        def found() -> list[QDialog]:
            return [one for one in self._all(QDialog) if one.objectName() == name]
        self.until(lambda: bool(found()))
        self.settle()
        return found()[0]

    def is_gone(self, name: str) -> None:
        self.until(lambda: not any(one.objectName() == name for one in self._all(QDialog)))
        self.settle()

    def is_saved(self, *, after: str = "") -> str:
        """Wait for the band of a receipt other than `after`; its number."""
        self.until(lambda: self.till.moment.receipt not in ("", after))
        self.settle()
        assert self.till_room.band.isVisible()
        assert self.till.moment.receipt in self.till_room.band.words
        return self.till.moment.receipt

    def trail(self) -> str:
        """What the foot says of the newest receipt."""
        return next((part.accessibleName() for part in self._all(QWidget) if part.objectName().startswith("saved_X")),
                    "")  # fmt: skip

    def is_printed(self, word: str = "printed") -> None:
        """Band and trail have followed the printer to its end."""
        self.until(lambda: f"{word} " in self.till_room.band.words and ", printed" in self.trail())

    def shoot(self, name: str) -> None:
        """A picture of the window with what lies over it, where the environment names a folder."""
        if not SHOTS:
            return
        QApplication.processEvents()
        window = self.start.window
        image = window.grab()
        painter = QPainter(image)
        for over in window.findChildren(QWidget):
            if over.isWindow() and over.isVisible():
                painter.drawPixmap(window.mapFromGlobal(over.pos()), over.grab())
        painter.end()
        self._shots += 1
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        image.save(str(Path(SHOTS) / f"window-{self._shots:02d}-{name}-{window.width()}.png"))

    def close(self) -> None:
        self.start.window.close()
        self.until(lambda: not self.start.window.isVisible())

    def _until_keys_arrived(self) -> None:
        front = self.start.window.page()
        if isinstance(front, RoomsPage):
            self.until(lambda: not front.scans.is_holding)

    def _all(self, kind: type[W]) -> list[W]:
        return [part for part in self.start.window.findChildren(kind) if part.isVisible()]

    def _room(self, kind: type[W]) -> W:
        room = self.start.window.findChild(kind)
        assert room is not None
        return room
