"""The frame with its rooms: strip, rail, keys, and where a scan goes."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from app.domain.user import Deed
from ui.viewmodels.frame import FrameModel
from ui.viewmodels.session import Session
from ui.views.front_ears import FrontEars
from ui.views.room import RoomView
from ui.views.scan_filter import ScanFilter
from ui.widgets.frame import Frame
from ui.widgets.key_strip import LiveKey
from ui.widgets.rail import ROOMS, Room
from ui.widgets.top_strip import StripState

SCAN_HOME = "till"
_TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel)


class RoomsPage(QWidget):
    """Everything a signed-in person sees.

    Signals: `lock_asked()`, `sign_out_asked()`, `practice_asked()`, `import_asked()`, `look_asked()`;
    `rest_asked(room)` when a room is entered that comes later, answered at once by `add_rooms`.
    """

    lock_asked = Signal()
    sign_out_asked = Signal()
    practice_asked = Signal()
    import_asked = Signal()
    look_asked = Signal()
    rest_asked = Signal(str)

    def __init__(
        self,
        model: FrameModel,
        session: Session,
        rooms: Mapping[str, RoomView],
        *,
        later: Collection[str] = (),
        station: str,
        practice: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rooms")
        self._model = model
        self._session = session
        self._rooms: dict[str, RoomView] = {}
        self._later = later
        self._station = station
        self._practice = practice
        self.frame = Frame()
        line = QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.frame)
        self.add_rooms(rooms)
        self.frame.rail.room_chosen.connect(self.enter_room)
        self.frame.strip.user_pressed.connect(self._open_menu)
        self.frame.strip.set_plate(self.tr("PRACTICE - no real money") if practice else "")
        self.frame.keys.pressed.connect(self._press)
        self.scans = ScanFilter(self)
        self.scans.scanned.connect(self.take_scan)
        self._ears = FrontEars((self.scans, self), self)
        model.devices_changed.connect(self._show_devices)
        session.changed.connect(self._show_sitting)
        self._help: QWidget | None = None
        for key, act in (("Ctrl+L", self.lock_asked), ("F1", self.show_help), ("Ctrl+U", self._open_menu)):
            made = QShortcut(QKeySequence(key), self)
            made.activated.connect(act)
            if key == "F1":
                made.setKeys([made.key(), QKeySequence("Ctrl+H")])
        for place in range(len(ROOMS)):
            QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self).activated.connect(partial(self._enter_place, place))
        self._show_devices()
        self._show_sitting()

    def add_rooms(self, rooms: Mapping[str, RoomView]) -> None:
        """Rooms made by now; the one in front stays there."""
        for key, room in rooms.items():
            self._rooms[key] = room
            self.frame.add_room(key, room)
            room.keys_changed.connect(self._show_keys)

    def room(self, key: str) -> RoomView:
        """A room made by now.

        Raises:
            KeyError: it comes later, or not for this person.
        """
        return self._rooms[key]

    def listen(self, is_on: bool) -> None:
        """Recognise scans and touches while somebody is signed in."""
        if not is_on and self._help is not None:
            self._help.hide()
        self._ears.listen(is_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key or touch anywhere keeps the window from locking; Ctrl+L locks it under a dialog as well."""
        if event.type() in _TOUCHES:
            self._model.touch()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._is_lock(event):
            self.lock_asked.emit()
            return True
        return False

    def _is_lock(self, event: QKeyEvent) -> bool:
        """A dialog or the keys over the window keep the window's own shortcut from its key."""
        is_key = event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        is_helping = self._help is not None and self._help.isVisible()
        return is_key and (is_helping or QApplication.activeModalWidget() is not None)

    def enter_room(self, key: str) -> None:
        """Show a room and give it the focus."""
        if key in self._later and key not in self._rooms:
            self.rest_asked.emit(key)
        if key in self._rooms and key in self._model.rooms():
            self.frame.show_room(key)
            self._show_note()
            self._show_keys()
            self._rooms[key].take_focus()

    def show_help(self) -> None:
        """F1: every key of the room in front, and those of the window."""
        here = self.frame.room()
        if not here:
            return
        from ui.views.keys_help import KeysHelp  # noqa: PLC0415 - seldom asked for, and the till would wait

        if not isinstance(self._help, KeysHelp):
            self._help = KeysHelp(self)
        word = next(room.word for room in ROOMS if room.key == here)
        shown = self._rooms[here]
        self._help.show_keys(
            self.tr(word), shown.help_keys(), everywhere=self._keys_everywhere(), fact=shown.strip_fact()
        )

    def take_scan(self, text: str) -> None:
        """A scan goes to the room in front, else to the till; it never goes into a field."""
        here = self.frame.room()
        if here and self._rooms[here].take_scan(text):
            return
        if here != SCAN_HOME and SCAN_HOME in self._model.rooms() and SCAN_HOME in self._rooms:
            self.enter_room(SCAN_HOME)
            self._rooms[SCAN_HOME].take_scan(text)

    def _keys_everywhere(self) -> list[tuple[str, str]]:
        keys = [
            ("F1", self.tr("Keys (Ctrl H)")), ("Ctrl L", self.tr("Lock")), ("Ctrl U", self.tr("Your menu")),
            ("Ctrl T", self.tr("Text and colours")),
        ]
        return keys + [(f"Ctrl {place}", self.tr(room.word)) for place, room in enumerate(self._open_rooms(), start=1)]

    def _open_rooms(self) -> list[Room]:
        """The rooms of this person, in the rail's order, made by now or not."""
        made = {*self._rooms, *self._later}
        return [room for room in ROOMS if room.key in made and room.key in self._model.rooms()]

    def _enter_place(self, place: int) -> None:
        rooms = self._open_rooms()
        if place < len(rooms):
            self.enter_room(rooms[place].key)

    def _show_devices(self) -> None:
        self.frame.strip.set_devices([StripState(*shown) for shown in self._model.devices()])

    def _show_sitting(self) -> None:
        sitting = self._session.sitting
        if sitting is None:
            return
        allowed = self._model.rooms()
        self.frame.rail.set_rooms(self._open_rooms())
        self._show_place()
        self.frame.strip.set_user(sitting.user.name)
        self.frame.strip.set_sync(self.tr("Working alone"), "device-floppy", "ok")
        here = self.frame.room()
        if here not in allowed:
            self.enter_room(allowed[0] if allowed else "")
        elif here:
            self.frame.rail.set_current(here)
            self._show_note()

    def _show_place(self) -> None:
        """The strip names the batch that the next receipt goes to (DESIGN section 4)."""
        sitting, here = self._session.sitting, self.frame.room()
        if sitting is None:
            return
        own = sitting.batch.batch if sitting.batch else ""
        rooms = self._rooms[here].batch_in_front() if here else None
        number = own if rooms is None else rooms
        batch = self.tr("Batch {batch}").format(batch=number) if number else self.tr("No batch")
        self.frame.strip.set_place(self._station, batch, day_words(sitting.business_date))

    def _show_note(self) -> None:
        """The city's policy note on the room in front (O1)."""
        sitting = self._session.sitting
        self.frame.set_note(sitting.policy.note(self.frame.room()) if sitting is not None else "")

    def _show_keys(self) -> None:
        here = self.frame.room()
        if here:
            room = self._rooms[here]
            self.frame.keys.set_keys([LiveKey(*shown) for shown in room.live_keys()])
            self.frame.keys.set_fact(room.strip_fact())
            self._show_place()

    def _press(self, key: str) -> None:
        sequence = QKeySequence(key.replace(" ", "+"))
        for shortcut in self.findChildren(QShortcut):
            home = shortcut.parent()
            if shortcut.key() == sequence and shortcut.isEnabled() and isinstance(home, QWidget) and home.isVisible():
                shortcut.activated.emit()
                return

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("user_menu")
        may_import = self._session.may(Deed.IMPORT_ACCOUNTS)
        for words, signal in (
            (self.tr("Lock"), self.lock_asked),
            (self.tr("Sign out"), self.sign_out_asked),
            (self.tr("Text and colours"), self.look_asked),
            *(((self.tr("Import accounts"), self.import_asked),) if may_import else ()),
            *(((self.tr("Practice devices"), self.practice_asked),) if self._practice else ()),
        ):
            action = QAction(words, menu)
            action.triggered.connect(signal)
            menu.addAction(action)
        self._ears.also(menu)
        corner = self.frame.strip.user_corner()
        menu.popup(corner.mapToGlobal(QPoint(0, corner.height())))


def day_words(business_date: str) -> str:
    """`Sat 21 Nov` for the strip."""
    day = date.fromisoformat(business_date)
    return f"{day:%a} {day.day} {day:%b}"
