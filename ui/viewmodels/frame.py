"""What the frame says: the strip's devices, the rooms of a role, and when the window locks by itself."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.device_setting import DeviceKind
from app.domain.device_state import Tri
from app.domain.user import Deed, Role
from ui.viewmodels.device_board import DeviceBoard
from ui.viewmodels.session import Session

MINUTE_MS = 60_000


class DeviceShown(NamedTuple):
    """One device of the strip: `state` is ok, trouble or unknown."""

    words: str
    icon: str
    state: str
    name: str


_ROOM_DEEDS: tuple[tuple[str, tuple[Deed, ...]], ...] = (
    ("till", (Deed.TAKE_PAYMENT,)),
    ("mail", (Deed.TAKE_PAYMENT,)),
    ("batches", (Deed.SEE_BATCHES, Deed.COUNT_BATCH)),
    ("account", (Deed.SEE_ACCOUNTS,)),
    ("reports", (Deed.SEE_BATCHES, Deed.COUNT_BATCH)),
    ("set_up", (Deed.SEE_SET_UP,)),
)
_HOMES: tuple[tuple[Role, str], ...] = (
    (Role.CASHIER, "till"),
    (Role.LEAD, "till"),
    (Role.SUPERVISOR, "batches"),
    (Role.OFFICE, "batches"),
    (Role.AUDITOR, "batches"),
    (Role.SERVICE, "account"),
    (Role.ADMINISTRATOR, "set_up"),
)
_DRAWER_WORDS = {Tri.YES: "open", Tri.NO: "shut", Tri.UNKNOWN: "unknown"}


class FrameModel(QObject):
    """Signals: `devices_changed()`; `idle()` when nobody touched anything for the policy's minutes."""

    devices_changed = Signal()
    idle = Signal()

    def __init__(self, board: DeviceBoard, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._session = session
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.idle)
        for changed in (board.printer_changed, board.drawer_changed, board.word_changed):
            changed.connect(self.devices_changed)
        session.changed.connect(self.touch)

    def rooms(self) -> list[str]:
        """Keys of the rooms that the person at the window may enter, in the rail's order."""
        return [key for key, deeds in _ROOM_DEEDS if any(self._session.may(deed) for deed in deeds)]

    def home(self) -> str:
        """Where a person lands: with a drawer open at the till, else where the role's work begins (DESIGN section 1).

        Empty when there is no room for them.
        """
        sitting, rooms = self._session.sitting, self.rooms()
        if sitting is None:
            return ""
        if sitting.batch is not None and "till" in rooms:
            return "till"
        homes = [room for role, room in _HOMES if role in sitting.user.roles and room in rooms]
        return next(iter((*homes, *rooms)), "")

    def devices(self) -> list[DeviceShown]:
        """Every device of the station; unknown is never shown as good."""
        printer = self._board.printer
        colon = ":" if printer.trouble or not printer.can_tell else ""
        shown = [
            DeviceShown(self.tr("Printer") + f"{colon} {printer.words}", "printer", printer.word.value, "printer"),
            DeviceShown(
                self.tr("Drawer") + f" {_DRAWER_WORDS[self._board.drawer]}",
                "inbox",
                "unknown" if self._board.drawer is Tri.UNKNOWN else "ok",
                "drawer",
            ),
        ]
        for kind, words, icon in (
            (DeviceKind.SCANNER, self.tr("Scanner"), "barcode"),
            (DeviceKind.CHECK_READER, self.tr("Check reader"), "bank-check"),
        ):
            word = self._board.word(kind)
            if word is not None:
                colon = ":" if word.health.value == "trouble" else ""
                shown.append(DeviceShown(f"{words}{colon} {word.value}", icon, word.health.value, kind.value))
        return shown

    def untouched_ms(self) -> int:
        """Milliseconds since somebody signed in or touched anything; long when nobody is signed in."""
        return self._idle.interval() - self._idle.remainingTime() if self._idle.isActive() else MINUTE_MS

    def touch(self) -> None:
        """Somebody is here: the idle time begins anew; nobody signed in, nothing to lock."""
        sitting = self._session.sitting
        if sitting is None:
            self._idle.stop()
        else:
            self._idle.start(sitting.policy.idle_lock_minutes * MINUTE_MS)
