"""The gate: the open desk and the look at a PIN. The first thing imported behind the painted sign-in.

The desk is opened on a thread of its own, and a PIN typed at once is looked at there while the rooms are imported; so
nothing here belongs to a room (hot-path 7).
"""

from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.keys.pin_ahead import PinAhead
from db.lane import Lane
from devices.system_clock import SystemClock
from ui.compose.desk import Desk
from ui.compose.version import program_version
from ui.tasks.task import Tasks, to_last_resort
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard
from ui.viewmodels.session import Session, Sitting
from ui.viewmodels.sign_in import SignInModel, read_sitting


class Gate(QObject):
    """Desk, counter, session and sign-in of one window; whoever makes it closes it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.is_closed = False
        self.desk = desk
        self.clock = desk.clock
        self.board = DeviceBoard(self)
        self.counter = Counter(asks=desk.ask, does=desk.do, clock=desk.clock, board=self.board, parent=self)
        self.counter.tasks.crashed.connect(to_last_resort)
        self.session = Session(self)
        self.sign_in = SignInModel(self.counter, self.session, desk.sign_in, self)

    def enter(self, user: str, pin: str) -> None:
        """A PIN was typed."""
        self.sign_in.enter(user, pin)

    def close(self) -> None:
        """The window goes: what comes too late for it is no fault, and the books close."""
        self.is_closed = True
        self.counter.tasks.blockSignals(True)
        self.desk.close()


class GateOpening(QObject):
    """Opens the desk behind the painted sign-in.

    `typed` is who and the PIN that came before, `ahead` the same PIN, stretched already.

    Signals: `opened(Gate)`, or `failed(CityTillError)` the station cannot be opened.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(
        self, folder: Path, key: bytes, parent: QObject, *, typed: tuple[str, str] | None, ahead: PinAhead | None
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._tasks = Tasks(self)
        self._tasks.crashed.connect(to_last_resort)
        lane = Lane("opening")
        app_v = program_version()
        self._desk = lane.submit(partial(Desk.open, folder, key, clock=SystemClock(), app_v=app_v, ahead=ahead))
        self._sitting = None if typed is None else lane.submit(partial(_seated, self._desk, *typed))
        lane.close(limit_s=0)  # it ends when both are done
        self._tasks.follow(self._desk, done=self._stands, failed=self.failed.emit)

    def close(self) -> None:
        """The window goes while the desk is being opened."""
        self._tasks.blockSignals(True)
        if self._desk.exception() is None:
            self._desk.result().close()

    def _stands(self, desk: Desk) -> None:
        gate = Gate(desk, self._window)
        self.opened.emit(gate)
        if self._sitting is not None:
            gate.sign_in.expect(self._sitting)


def _seated(opened: "Future[Desk]", user: str, pin: str) -> Sitting:
    """The day of a person whose PIN is right; waits for it.

    Raises:
        CityTillError: the PIN, or the desk is not there.
    """
    desk = opened.result()
    person = desk.sign_in(user, pin).result()
    return desk.ask(partial(read_sitting, user=person, clock=desk.clock)).result()
