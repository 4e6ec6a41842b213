"""The gate: the open desk and the look at a PIN. The first thing imported behind the painted sign-in.

Nothing here belongs to a room, so that a PIN typed at once is looked at while the rooms are imported (hot-path 7).
"""

from pathlib import Path

from PySide6.QtCore import QObject

from db.keys.pin_ahead import PinAhead
from devices.system_clock import SystemClock
from ui.compose.desk import Desk
from ui.compose.version import program_version
from ui.tasks.task import to_last_resort
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard
from ui.viewmodels.session import Session
from ui.viewmodels.sign_in import SignInModel


class Gate(QObject):
    """Desk, counter, session and sign-in of one window; `ahead` is a PIN that is looked at already.

    Raises:
        RecordsError: the station cannot be opened.
    """

    def __init__(self, folder: Path, key: bytes, ahead: PinAhead | None, parent: QObject) -> None:
        super().__init__(parent)
        self.is_closed = False
        self.clock = SystemClock()
        self.desk = Desk.open(folder, key, clock=self.clock, app_v=program_version(), ahead=ahead)
        self.board = DeviceBoard(self)
        self.counter = Counter(asks=self.desk.ask, does=self.desk.do, clock=self.clock, board=self.board, parent=self)
        self.counter.tasks.crashed.connect(to_last_resort)
        self.session = Session(self)
        self.sign_in = SignInModel(self.counter, self.session, self.desk.sign_in, self)

    def enter(self, user: str, pin: str) -> None:
        """A PIN was typed."""
        self.sign_in.enter(user, pin)

    def close(self) -> None:
        """The window goes: what comes too late for it is no fault, and the books close."""
        self.is_closed = True
        self.counter.tasks.blockSignals(True)
        self.desk.close()
