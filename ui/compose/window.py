"""Joins the window behind the gate: devices, the till at once, and the other rooms when it has a moment."""

import gc
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import Protocol

from PySide6.QtCore import QObject, QSettings, QTimer

from app.errors import CityTillError
from db.first_look import FirstLook
from ui.compose.gate import Gate
from ui.compose.quiet import Quiet
from ui.compose.rooms import OTHER_ROOMS, TillFirst, Ways, practice_bank
from ui.viewmodels.frame import FrameModel
from ui.viewmodels.till.check_reading import unknown_bank
from ui.views.room import RoomView
from ui.views.rooms_page import RoomsPage
from ui.views.sign_in import SignInPage
from ui.views.sign_in_people import paint_again
from ui.views.start_window import StartWindow
from ui.widgets.side_window import SideWindow
from ui.widgets.station_panel import StationFact

WARM_AFTER_MS = 400
DEVICES_AFTER_MS = 250  # behind a first scan that comes with the till itself
OTHER_ROOMS_SLICES = (
    "ui.viewmodels.batches.model",
    "ui.views.batches.board",
    "ui.views.batches.deposit",
    "ui.views.batches.room",
    "ui.viewmodels.account.account",
    "ui.views.account.room",
    "ui.viewmodels.reports.model",
    "ui.views.reports.room",
    "ui.compose.other_rooms",
)
COLLECT_EVERY_MS = 1_000  # what one second left behind takes 2 ms to look through, ten seconds a frame and more
WINDOW_MEMORY = "window.ini"
LISTEN_AFTER_MS = 2_000  # for writing verbs of a terminal, when nobody signs in; else behind the other rooms
REST_AFTER_MS = 150  # the other rooms: after the first scan, which may come with the till itself


class Devices(Protocol):
    """The devices, once they have begun (`ui/compose/window_devices.py`)."""

    def revive(self) -> None:
        """After a fault of the program."""
        ...

    def stop(self) -> None:
        """End them."""
        ...


class WindowRooms(QObject):
    """Owns everything behind the gate, and ends it in reverse order."""

    def __init__(self, gate: Gate, *, window: StartWindow, page: SignInPage, station_words: str) -> None:
        super().__init__(window)
        self._station_words = station_words
        self._window = window
        self._page = page
        self._rooms_page: RoomsPage | None = None
        self._rooms: TillFirst | None = None
        self._practice: SideWindow | None = None
        self._import: SideWindow | None = None
        self._is_listening = False
        self._to_fetch = list(OTHER_ROOMS_SLICES)
        self._coming: Iterator[tuple[str, RoomView]] = iter(())
        self._models = QObject(self)
        self._is_closed = False
        self._gate = gate
        self.clock = gate.clock
        self.desk = gate.desk
        self.board = gate.board
        self.counter = gate.counter
        self.session = gate.session
        self.sign_in = gate.sign_in
        self.frame = FrameModel(self.board, self.session, self)
        self.devices: Devices | None = None
        self.sign_in.refused.connect(page.refuse)
        self.sign_in.signed_in.connect(self._show_rooms)
        self.sign_in.shut_out.connect(self.lock)
        self.frame.idle.connect(self.lock)
        self.frame.devices_changed.connect(self._show_facts)
        window.closing.connect(self.close)
        self._collector = QTimer(self)
        self._collector.setInterval(COLLECT_EVERY_MS)
        self._collector.timeout.connect(_collect_young)
        self._quiet = Quiet(page.pad, self.frame, self)
        self._quiet.soon(self.begin_devices, DEVICES_AFTER_MS)
        self._quiet.soon(self._warm, WARM_AFTER_MS)
        self._quiet.soon(self._listen, LISTEN_AFTER_MS)
        if self.session.sitting is not None:
            self._show_rooms()
        else:
            QTimer.singleShot(0, self._prepare)

    def lock(self) -> None:
        """Back to sign-in; unfinished work stays on its lane."""
        if self._rooms_page is not None:
            self._rooms_page.listen(False)
        self._window.leave_dialogs()
        self.sign_in.leave()
        self._window.show_page(self._page)
        self._page.refuse("")
        self._read_people()

    def begin_anew(self) -> None:
        """After a fault: models and screens are made anew over the same books, once what is under way has ended."""
        if self.devices is not None:
            self.devices.revive()
        self.counter.do(_nothing, done=self._rebuild, failed=self._rebuild)

    def look_anew(self) -> None:
        """Another size of text or targets: screens laid out anew, once what is under way has ended."""
        if self._rooms_page is not None:
            self.counter.do(_nothing, done=self._rebuild, failed=self._rebuild)

    def begin_devices(self) -> Devices | None:
        """They begin by themselves shortly after the till stands; whoever needs them before has them at once."""
        if self.devices is None and not self._is_closed:
            from ui.compose.window_devices import WindowDevices  # noqa: PLC0415 - 40 modules, and the first scan waits

            self.devices = WindowDevices(self._gate)
        return self.devices

    def close(self) -> None:
        """Devices, then the books; what comes too late for them is no fault."""
        self._is_closed = True
        if self._rooms_page is not None:
            self._rooms_page.listen(False)
        if self.devices is not None:
            self.devices.stop()
        self._gate.close()

    def _show_facts(self) -> None:
        self._page.show_facts([StationFact(shown.icon, shown.words, "", shown.state) for shown in self.frame.devices()])

    def _warm(self) -> None:
        if not self._is_closed:
            self.desk.warm()

    def _rebuild(self, _answer: object) -> None:
        if self._rooms_page is not None:
            self._rooms_page.listen(False)
            self._rooms_page.deleteLater()
            self._rooms_page, self._rooms = None, None
        self._models.deleteLater()
        self._models = QObject(self)
        if self.session.sitting is None:
            self.lock()
            return
        self._show_rooms()
        self.sign_in.refresh()

    def _prepare(self) -> None:
        """The till is made while the PIN is typed, and the other rooms behind it."""
        if self._rooms_page is None and not self._is_closed:
            self._rooms_page = self._made_page()
            self._quiet.soon(self._fetch_rest, REST_AFTER_MS)

    def _show_rooms(self) -> None:
        if not self.frame.home():
            self._turn_away()
            return
        if self._rooms_page is None:
            self._rooms_page = self._made_page()
        self._page.pad.set_busy("")
        self._window.show_page(self._rooms_page)
        self._rooms_page.listen(True)
        self._rooms_page.enter_room(self.frame.home())
        gc.freeze()
        self._collector.start()
        self._quiet.soon(self._fetch_rest, REST_AFTER_MS)

    def _turn_away(self) -> None:
        """No role of theirs has a room here."""
        sitting = self.session.sitting
        name = sitting.user.name if sitting is not None else ""
        self.lock()
        self._page.refuse(
            self.tr("{name} has no work at this window. Ask your administrator for a role that has.").format(name=name)
        )

    def _made_page(self) -> RoomsPage:
        ways = Ways(
            refresh=self.sign_in.refresh, enter=self._enter_room, closed=self._keep_safe, set_up=self._made_set_up
        )
        bank_of = practice_bank if self.desk.is_practice else unknown_bank
        self._rooms = TillFirst(
            self.counter, self.session, self.desk.station.folder, ways, self._models, bank_of=bank_of
        )
        self._rooms.rest_asked.connect(self._add_rest)
        page = RoomsPage(
            self.frame,
            self.session,
            self._rooms.views,
            later=OTHER_ROOMS,
            station=self._station_words,
            practice=self.desk.is_practice,
            parent=self._window,  # put in later, all of it would be polished twice
        )
        page.rest_asked.connect(self._add_rest)
        self.board.scanned.connect(page.take_scan)
        page.lock_asked.connect(self.lock)
        page.sign_out_asked.connect(self.lock)
        page.practice_asked.connect(self._show_practice)
        page.import_asked.connect(self._show_import)
        page.look_asked.connect(self._window.look_asked)
        return page

    def _made_set_up(self) -> RoomView:
        """When somebody first enters it; most people never do."""
        from ui.compose.set_up_room import joined_set_up  # noqa: PLC0415 - seldom seen, and the till would wait

        return joined_set_up(self._gate, self.begin_devices, moved=self.sign_in.refresh, parent=self._models)

    def _fetch_rest(self) -> None:
        """The rooms that nobody sees yet are imported in slices, so that no key waits long; then they are made."""
        if self._is_closed or not self._to_fetch:
            return
        import_module(self._to_fetch.pop(0))
        self._quiet.soon(self._fetch_rest if self._to_fetch else self._add_next)

    def _add_rest(self, room: str = "") -> None:
        """What the other rooms need; asked for by name, one of them comes at once."""
        if self._is_closed or self._rooms is None or self._rooms_page is None:
            return
        if self._rooms.rest is None:
            from ui.compose.other_rooms import OtherRooms  # noqa: PLC0415 - 110 modules, and the first scan would wait

            self._rooms.rest = OtherRooms(self._rooms)
            self._coming = self._rooms.rest.made_rooms()
        key = ""
        while room and room != key:
            key, made = next(self._coming)
            self._rooms_page.add_rooms({key: made})

    def _add_next(self) -> None:
        """One of the other rooms at a time: each takes some ten milliseconds."""
        self._add_rest()
        if self._is_closed or self._rooms_page is None:
            return
        for key, made in self._coming:
            self._rooms_page.add_rooms({key: made})
            self._quiet.soon(self._add_next)
            return
        gc.freeze()  # they stay: the next collection need not look through them
        self.desk.warm()
        QTimer.singleShot(0, self._listen)

    def _listen(self) -> None:
        """Writing verbs of a terminal find this window from now on; never before the till's first scan."""
        is_till_waiting = self._rooms is not None and self._rooms.rest is None
        if self._is_closed or self._is_listening or is_till_waiting:
            return
        from ui.compose.requests.at_window import WindowRequests  # noqa: PLC0415 - sockets, and the till would wait

        self._is_listening = True
        WindowRequests(self.desk, self).done.connect(self._done_elsewhere)

    def _done_elsewhere(self, _verb: str, line: str) -> None:
        """A terminal's deed: what is shown is read again, and the foot says what came of it."""
        if self._is_closed:
            return
        self._read_people()
        self.sign_in.refresh()
        if self._rooms is not None and self._rooms.rest is not None:
            self._rooms.rest.look_again()
        self.counter.ask(_nothing, done=partial(self._tell_done, line))  # behind what was read again and tells too

    def _tell_done(self, line: str, _answer: object) -> None:
        if self._rooms_page is not None:
            self._rooms_page.frame.keys.set_fact(self.tr("From the command line: {line}").format(line=line))

    def _read_people(self) -> None:
        """Cards of the sign-in: who has a batch open, who is new, who is gone."""
        if self._is_closed:
            return
        self.counter.tasks.follow(self.desk.first_look(), done=self._show_people, failed=self._no_people)

    def _show_people(self, look: FirstLook) -> None:
        paint_again(self._page, look, self.clock.now())

    def _no_people(self, error: CityTillError) -> None:
        self._page.refuse(error.sentence())

    def _enter_room(self, key: str) -> None:
        if self._rooms_page is not None:
            self._rooms_page.enter_room(key)

    def _keep_safe(self, _batch: str) -> None:
        self.counter.tasks.follow(self.desk.keep_safe(), failed=self._not_safe)

    def _not_safe(self, error: CityTillError) -> None:
        """The batch is balanced all the same; said where the supervisor looks, without stopping anybody."""
        if self._rooms_page is not None:
            words = self.tr("The batch is balanced, but no backup was made. {why}").format(why=error.sentence())
            self._rooms_page.frame.keys.set_fact(words)

    def _show_practice(self) -> None:
        if self._practice is None:
            from ui.compose.window_devices import bench_of  # noqa: PLC0415 - seldom seen, and the till would wait
            from ui.viewmodels.practice import PracticeModel  # noqa: PLC0415 - the same
            from ui.views.practice.window import PracticeWindow  # noqa: PLC0415 - the same

            bench = bench_of(self.begin_devices())
            if bench is None:
                return
            model = PracticeModel(bench, self.counter, self.session, self)
            self._practice = PracticeWindow(model, self._window, memory=self._memory())
        self._practice.show_beside()

    def _show_import(self) -> None:
        if self._import is None:
            from ui.compose.extracts import Extracts  # noqa: PLC0415 - seldom seen
            from ui.viewmodels.import_accounts import ImportAccountsModel  # noqa: PLC0415 - the same
            from ui.views.import_accounts import ImportWindow  # noqa: PLC0415 - the same

            extracts, runs = Extracts(self.desk), self.desk.station.background.submit
            model = ImportAccountsModel(
                self.counter, self.session, imports=extracts.take, looks=extracts.look,
                runs=runs, parent=self,
            )  # fmt: skip
            self._import = ImportWindow(model, self._window, memory=self._memory())
        self._import.show_beside()

    def _memory(self) -> QSettings:
        """Where side windows stood; no fact about money."""
        return QSettings(str(self.desk.station.folder / WINDOW_MEMORY), QSettings.Format.IniFormat)


def _nothing(_any: object) -> None:
    """Only to be last in the queue."""


def _collect_young() -> None:
    gc.collect(1)
