"""Plays at the real window: what a person sees there, and what they press."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QLineEdit

from app.domain.cash import BILLS, COINS, CashCount
from app.ports.books import BooksReader
from devices.simulators.practice_bench import PracticeBench
from ui.commands.window.hands import Hands, WindowStuckError
from ui.commands.window.opened import rooms_of
from ui.compose.window import WindowRooms
from ui.compose.window_devices import bench_of
from ui.opening import Start
from ui.viewmodels.till.till import TillModel
from ui.views.till.room import TillRoom

T = TypeVar("T")
ANSWER_LIMIT_S = 30.0
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@dataclass
class Player:
    """`pictures` are the screens kept so far, in order."""

    hands: Hands
    start: Start
    out: Path
    pictures: list[str] = field(default_factory=list)

    @property
    def rooms(self) -> WindowRooms:
        """What stands behind the sign-in."""
        return rooms_of(self.start)

    @property
    def bench(self) -> PracticeBench:
        """The practice devices."""
        bench = bench_of(self.rooms.begin_devices())
        if bench is None:
            raise WindowStuckError("the practice devices")
        return bench

    @property
    def till(self) -> TillModel:
        """The till that is on the screen."""
        room = self.start.window.findChild(TillRoom)
        if room is None:
            raise WindowStuckError("the till")
        return room.model

    def ask(self, question: Callable[[BooksReader], T]) -> T:
        """A question to the books, to know what to press next."""
        return self.rooms.desk.ask(question).result(ANSWER_LIMIT_S)

    def shoot(self, name: str) -> None:
        """Keep the screen as a picture."""
        path = self.out / "screens" / f"{len(self.pictures) + 1:02d}-{name}.png"
        self.hands.picture(path)
        self.pictures.append(str(path.absolute()))

    def enter_room(self, key: str) -> None:
        """Press its word on the rail."""
        self.hands.find(QAbstractButton, f"rail_{key}").click()
        self.settle()

    def settle(self) -> None:
        """Until both lanes of the books have answered what was asked so far."""
        for _turn in range(2):
            for call in (self.rooms.counter.ask, self.rooms.counter.do):
                answered: list[object] = []
                call(lambda _any: None, done=answered.append)
                self.hands.until(lambda answered=answered: bool(answered), "the books' answer")  # type: ignore[misc]

    def dialog(self, name: str) -> QDialog:
        """Wait for a dialog."""
        self.hands.until(lambda: self.hands.shows(name), name)
        return self.hands.find(QDialog, name)

    def gone(self, name: str) -> None:
        """Wait until the dialog is closed."""
        self.hands.until(lambda: not self.hands.shows(name), f"the end of {name}")
        self.settle()

    def count_cash(self, cash: CashCount, first: QLineEdit) -> None:
        """Pieces from the largest bill to the penny; Enter goes down; the rolls are left empty."""
        first.setFocus()
        counts = {piece.key: piece.count for piece in cash.pieces}
        for key in (*(str(value) for value in BILLS), *(f"coin{value}" for value in COINS)):
            if counts.get(key):
                self.hands.type_in(str(counts[key]))
            self.hands.press(Key.Key_Return)

    def put_file(self, path: Path) -> None:
        """Answer the dialog that asks where a file or a folder is."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.hands.until(lambda: bool(self._file_dialogs()), "the question where to put a file")
        name = self._file_dialogs()[0].findChild(QLineEdit, "fileNameEdit")
        if name is None:
            raise WindowStuckError("the file's name")
        name.setText(str(path.absolute()))
        self.hands.press(Key.Key_Return, at=name)
        self.hands.until(lambda: not self._file_dialogs(), "the file")
        self.settle()

    def _file_dialogs(self) -> list[QFileDialog]:
        return [one for one in self.start.window.findChildren(QFileDialog) if one.isVisible()]
