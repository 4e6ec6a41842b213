"""The window's opening: paint sign-in from the keyed file, then import the rest (hot-path 7).

Its work is a late import. Nothing heavy stands before the first paint; a key typed meanwhile waits in Qt's queue and is
answered when the deeds are there.
"""

import gc
import os
import sys
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

from app.errors import CityTillError
from db.first_look import FirstLook, first_look, first_look_with_kept_key
from db.keys.custody import PassphraseNeededError
from db.keys.station_file import STATION_FILE
from db.paths import STATION_DB

# isort: split
import ui.look.plain_import  # noqa: F401 - before anything of Qt, or each import costs more

# isort: split
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.look.theme import LOOK_FILE, STYLE, STYLE_VARIABLE, apply_look, current_look
from ui.viewmodels.crash import CrashShown
from ui.views.sign_in import SignInPage
from ui.views.sign_in_people import paint_sign_in
from ui.views.start_window import StartWindow

WATCH_AFTER_MS = 200  # the page of faults and its hooks: until then `_first_fault` fetches them when there is need
SWITCH_INTERVAL_S = 0.0005  # hot-path 5: a busy worker gives the window's thread its turn


def run(folder: Path | None) -> int:
    """Show the window until it is closed; the application's exit code."""
    application = make_application()
    start = Start(folder)
    start.guard()
    QTimer.singleShot(0, start.open)  # inside the loop, so that a fault of the opening has its page as well
    return application.exec()


class Rooms(Protocol):
    """What stands behind the sign-in once it is imported."""

    def begin_anew(self) -> None:
        """After a fault of the program: the same person, screens and models made anew from the books."""
        ...

    def look_anew(self) -> None:
        """Another size of text: the screens are laid out anew."""
        ...


class LastWords(Protocol):
    """Where faults of the program end, once it is imported."""

    def install(self) -> None:
        """Take over the interpreter's hooks."""
        ...

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault that nobody caught."""
        ...

    def answered(self) -> None:
        """The person chose how to go on."""
        ...


class Start(QObject):
    """Paints sign-in, then lets `ui.compose.window` take over."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__()
        self.folder = folder
        self._wear()
        self.window = StartWindow()
        self.page = SignInPage()
        self._typed: tuple[str, str] | None = None
        self._is_closed = False
        self._worn: Any = None
        self.rooms: Rooms | None = None
        self.last_resort: LastWords | None = None
        self.page.entered.connect(self._keep)
        self.window.closing.connect(self._close)
        self.window.help_asked.connect(self._help)
        self.window.look_asked.connect(self._ask_look)

    def guard(self) -> None:
        """From now on a fault of the program is kept in the folder and told on its own page; costs nothing yet."""
        sys.excepthook = self._first_fault

    def open(self) -> None:
        """Show the first page that the folder allows.

        Raises:
            CityTillError: the folder cannot be opened; the window then says why.
        """
        folder = self._place()
        if not (folder / STATION_FILE).exists() and not (folder / STATION_DB).exists():
            self._begin(folder)
            return
        try:
            key, shown = first_look_with_kept_key(folder)
        except PassphraseNeededError:
            self._ask_passphrase(folder)
            return
        except CityTillError as error:
            self._stop(error)
            return
        self.sign_in(folder, key, shown)

    def sign_in(self, folder: Path, key: bytes, shown: FirstLook) -> None:
        """Paint sign-in; the rooms are imported once it stands on the screen, after the keys that came meanwhile."""
        paint_sign_in(self.page, shown, datetime.now(UTC))
        self.page.painted.connect(partial(QTimer.singleShot, 0, partial(self._go_on, folder, key)))
        self.window.show_page(self.page)
        self.window.show()
        self.page.take_focus()

    def _go_on(self, folder: Path, key: bytes) -> None:
        """What stands behind is imported in slices; between them keys are taken."""
        ahead = self._stretch(folder, key)
        self.page.show_icons()
        self.window.activateWindow()
        QTimer.singleShot(0, partial(self._open_gate, folder, key, ahead))

    def _stretch(self, folder: Path, key: bytes) -> Any:
        """A PIN that was typed already is stretched while the rest is imported; None while none was."""
        if self._typed is None:
            return None
        from db.keys.pin_ahead import PinAhead

        user, pin = self._typed
        return PinAhead(folder / STATION_DB, key, user=user, pin=pin)

    def _open_gate(self, folder: Path, key: bytes, ahead: Any) -> None:
        """`ahead` is the PinAhead that was imported late."""
        if self._is_closed:
            return
        from ui.compose.gate import GateOpening

        typed = None if ahead is None else self._typed
        opening = GateOpening(folder, key, self.window, typed=typed, ahead=ahead)
        opening.opened.connect(partial(self._pass, opening, typed))
        opening.failed.connect(self._stop)
        self.window.closing.connect(opening.close)
        QTimer.singleShot(0, partial(import_module, "ui.compose.window"))

    def _pass(self, opening: Any, typed: tuple[str, str] | None, gate: Any) -> None:
        """The Gate stands that a GateOpening opened; `typed` is looked at already."""
        self.window.closing.disconnect(opening.close)
        self.window.closing.connect(gate.close)
        self.page.entered.disconnect(self._keep)
        self.page.entered.connect(gate.enter)
        gate.sign_in.refused.connect(self.page.refuse)
        if self._typed is not None and self._typed != typed:
            gate.enter(*self._typed)
        QTimer.singleShot(0, partial(self._furnish, gate))

    def _furnish(self, gate: Any) -> None:
        """Devices, till and rooms behind the gate."""
        if gate.is_closed:
            return
        from ui.compose.window import WindowRooms

        self.window.closing.disconnect(gate.close)
        self.rooms = WindowRooms(gate, window=self.window, page=self.page, station_words=self.page.panel.station.text())
        QTimer.singleShot(WATCH_AFTER_MS, self._watch)

    def _look(self, folder: Path, key: bytes) -> None:
        try:
            shown = first_look(folder, key)
        except CityTillError as error:
            self._stop(error)
            return
        self.sign_in(folder, key, shown)

    def _ask_passphrase(self, folder: Path) -> None:
        """The key lies under a passphrase: sign-in comes after it."""
        from ui.compose.passphrase import PassphraseAsk

        PassphraseAsk(folder, self.window, opened=partial(self._look, folder))

    def _begin(self, folder: Path) -> None:
        """No station yet: a practice city where --data named the folder, else the set-up of a real one."""
        if self.folder is not None:
            from ui.compose.begin import begin_practice

            begin_practice(folder, self.window, founded=self._founded)
        else:
            from ui.compose.set_up import begin_set_up

            begin_set_up(folder, self.window, founded=self._founded)

    def _founded(self, folder: Path) -> None:
        self.folder = folder
        if self._worn is not None:
            from ui.compose.look import keep

            keep(folder, self._worn)  # what it says when it cannot is no reason to stop a set-up
        self.open()

    def _wear(self) -> None:
        """The look that this station chose; who chose none pays a glance at the folder."""
        folder = self._place()
        if not (folder / LOOK_FILE).exists():
            return
        from ui.look.kept import kept_choice, look_of

        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_look(application, look_of(kept_choice(folder)))

    def _help(self, place: QWidget) -> None:
        """F1 where no room answers it: on pages without rooms, in dialogs and side windows."""
        from ui.views.keys_help import help_over

        page = self.window.page()
        help_over(page if place is self.window and page is not None else place)

    def _ask_look(self) -> None:
        """How the screens of this station look; once chosen, the rooms are laid out anew."""
        from ui.compose.look import ask_look

        dialog = ask_look(self._place(), self.window, changed=self._look_anew)
        dialog.accepted.connect(partial(self._wore, dialog))

    def _wore(self, dialog: Any) -> None:
        """The LookDialog's choice: of a station that is only being set up it is kept once it is there."""
        self._worn = dialog.choice

    def _look_anew(self) -> None:
        if self.rooms is not None:
            self.rooms.look_anew()

    def _close(self) -> None:
        """Nothing more is opened for a window that goes."""
        self._is_closed = True

    def _keep(self, user: str, pin: str) -> None:
        self._typed = (user, pin)

    def _stop(self, error: CityTillError) -> None:
        from ui.views.cannot_open import CannotOpenPage

        page = CannotOpenPage(error.sentence())
        page.again_asked.connect(self._again)
        page.close_asked.connect(self.window.close)
        self.window.show_page(page)
        self.window.show()
        page.take_focus()

    def _again(self) -> None:
        """The cause was seen to: from the beginning, with a new sign-in."""
        self._typed, self.rooms = None, None
        self.page = SignInPage()
        self.page.entered.connect(self._keep)
        self.open()

    def _watch(self) -> LastWords:
        """The whole guard: the interpreter, its threads and Qt."""
        if self.last_resort is None:
            from ui.compose.last_resort import LastResort

            last_resort = LastResort(self._place(), self)
            last_resort.crashed.connect(self._show_crash)
            self.last_resort = last_resort
            if sys.excepthook == self._first_fault:
                self.last_resort.install()
        return self.last_resort

    def _first_fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.excepthook = sys.__excepthook__
        last_resort = self._watch()
        last_resort.install()
        last_resort.hear(kind, error, trace)

    def _show_crash(self, shown: CrashShown) -> None:
        from ui.views.crash_page import CrashPage

        page = CrashPage(shown)
        page.go_on_asked.connect(self._go_on_after_crash)
        page.close_asked.connect(self.window.close)
        self.window.leave_dialogs()
        self.window.show_page(page)
        self.window.show()
        page.take_focus()

    def _go_on_after_crash(self) -> None:
        if self.last_resort is not None:
            self.last_resort.answered()
        if self.rooms is None:
            self._again()
        else:
            self.rooms.begin_anew()

    def _place(self) -> Path:
        if self.folder is not None:
            return self.folder
        from ui.compose.machine import machine_folder

        return machine_folder()


def make_application() -> QApplication:
    """The application with its look; the collector is left to the window's thread."""
    has_display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if os.name == "posix" and not has_display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault(STYLE_VARIABLE, STYLE)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    gc.disable()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("CityTill")
    current_look()
    return application
