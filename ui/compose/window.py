"""Joins the window: desk, devices, view-models and rooms. Imported behind the painted sign-in."""

import gc
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from devices.simulators.practice_bench import PracticeBench
from devices.system_clock import SystemClock
from ui.compose.desk import Desk
from ui.compose.devices import DeskDevices
from ui.compose.paper import PaperJobs
from ui.compose.version import program_version
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard
from ui.viewmodels.frame import FrameModel
from ui.viewmodels.session import Session
from ui.viewmodels.sign_in import SignInModel
from ui.viewmodels.till.till import TillModel
from ui.views.room import RoomView
from ui.views.rooms_page import RoomsPage
from ui.views.sign_in import SignInPage
from ui.views.start_window import StartWindow
from ui.views.till.room import TillRoom

WARM_AFTER_MS = 400
COLLECT_EVERY_MS = 10_000


class WindowRooms(QObject):
    """Owns everything behind the sign-in, and ends it in reverse order.

    Raises:
        RecordsError: the station cannot be opened.
    """

    def __init__(
        self, folder: Path, key: bytes, *, window: StartWindow, page: SignInPage, station_words: str
    ) -> None:
        super().__init__(window)
        self._station_words = station_words
        self._window = window
        self._page = page
        self._rooms_page: RoomsPage | None = None
        self.clock = SystemClock()
        self.desk = Desk.open(folder, key, clock=self.clock, app_v=program_version())
        self.board = DeviceBoard(self)
        self.counter = Counter(asks=self.desk.ask, does=self.desk.do, clock=self.clock, board=self.board, parent=self)
        self.session = Session(self)
        self.frame = FrameModel(self.board, self.session, self)
        self.sign_in = SignInModel(self.counter, self.session, self.desk.sign_in, self)
        self.bench = PracticeBench() if self.desk.is_practice else None
        self.devices: DeskDevices | None = None
        page.entered.connect(self.enter)
        self.sign_in.refused.connect(page.refuse)
        self.sign_in.signed_in.connect(self._show_rooms)
        self.frame.idle.connect(self.lock)
        window.closing.connect(self.close)
        self._collector = QTimer(self)
        self._collector.setInterval(COLLECT_EVERY_MS)
        self._collector.timeout.connect(_collect_young)
        QTimer.singleShot(0, self._begin_devices)
        QTimer.singleShot(WARM_AFTER_MS, self.desk.warm)

    def enter(self, user: str, pin: str) -> None:
        """A PIN was typed."""
        self.sign_in.enter(user, pin)

    def lock(self) -> None:
        """Back to sign-in; unfinished work stays on its lane."""
        if self._rooms_page is not None:
            self._rooms_page.listen(False)
        self.sign_in.leave()
        self._window.show_page(self._page)
        self._page.refuse("")

    def close(self) -> None:
        """Devices, then the books."""
        if self._rooms_page is not None:
            self._rooms_page.listen(False)
        if self.devices is not None:
            self.devices.stop()
        if self.bench is not None:
            self.bench.stop()
        self.desk.close()

    def _begin_devices(self) -> None:
        if self.bench is not None:
            self.bench.start()
        self.devices = DeskDevices(
            self.bench.settings() if self.bench is not None else self.desk.device_settings(),
            jobs=PaperJobs(self.desk.station, self.clock),
            clock=self.clock,
            ear=self.board,
            cache_folder=self.desk.station.folder / "cache",
        )
        self.desk.on_stored(self.devices.wake)
        self.devices.start()

    def _show_rooms(self) -> None:
        if self._rooms_page is None:
            self._rooms_page = self._made_page()
        self._page.pad.set_busy("")
        self._window.show_page(self._rooms_page)
        self._rooms_page.listen(True)
        self._rooms_page.enter_room(self.frame.rooms()[0])
        gc.freeze()
        self._collector.start()
        self.desk.warm()

    def _made_page(self) -> RoomsPage:
        page = RoomsPage(
            self.frame,
            self.session,
            self._rooms(),
            station=self._station_words,
            practice=self.desk.is_practice,
        )
        self.board.scanned.connect(page.take_scan)
        page.lock_asked.connect(self.lock)
        page.sign_out_asked.connect(self.lock)
        return page

    def _rooms(self) -> dict[str, RoomView]:
        till = TillRoom(TillModel(self.counter, self.session, parent=self))
        return {"till": till}


def _collect_young() -> None:
    gc.collect(1)
