"""The devices as the window sees them: facts that arrive from the devices' own threads, told on the window's."""

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.device_events import (
    DeviceEvent,
    DrawerAnswered,
    DrawerChanged,
    JobSettled,
    JobsStuck,
    PrinterHealthChanged,
    PrintJobMoved,
)
from app.domain.device_setting import DeviceKind
from app.domain.device_state import DeviceWord, PrinterHealth, Tri
from app.domain.micr import CheckRead


class DeviceBoard(QObject):
    """Remembers the last word of each device.

    Signals: `printer_changed()`, `drawer_changed()`, `job_moved(PrintJobMoved)`, `job_settled(JobSettled)`,
    `drawer_answered(DrawerAnswered)`, `jobs_stuck(JobsStuck)`, `check_fed(CheckRead)` or `mail_check_fed(CheckRead)`
    (`feeds_mail`: the mail room is in front), `scanned(str)`, `word_changed()` (check reader or scanner), all on the
    window's thread.
    """

    printer_changed = Signal()
    drawer_changed = Signal()
    word_changed = Signal()
    job_moved = Signal(object)
    job_settled = Signal(object)
    drawer_answered = Signal(object)
    jobs_stuck = Signal(object)
    check_fed = Signal(object)
    mail_check_fed = Signal(object)
    scanned = Signal(str)
    _arrived = Signal(object)
    _word_arrived = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = PrinterHealth()
        self._drawer = Tri.UNKNOWN
        self.feeds_mail = False
        self._words: dict[DeviceKind, DeviceWord] = {}
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._word_arrived.connect(self._take_word, Qt.ConnectionType.QueuedConnection)

    @property
    def printer(self) -> PrinterHealth:
        """What the printer answered last."""
        return self._printer

    @property
    def drawer(self) -> Tri:
        """Whether the drawer is open."""
        return self._drawer

    def word(self, kind: DeviceKind) -> DeviceWord | None:
        """What is known of a check reader or scanner; None while none was heard of."""
        return self._words.get(kind)

    def post(self, event: DeviceEvent) -> None:
        """Called on a device's thread; returns at once."""
        self._arrived.emit(event)

    def post_check(self, read: CheckRead) -> None:
        """A check was fed; called on the reader's thread."""
        (self.mail_check_fed if self.feeds_mail else self.check_fed).emit(read)

    def post_scan(self, text: str) -> None:
        """A code was scanned; called on the scanner's thread."""
        self.scanned.emit(text)

    def post_word(self, kind: DeviceKind, word: DeviceWord) -> None:
        """The line to a reader or scanner stands, or not; called on its thread."""
        self._word_arrived.emit(kind, word)

    def _take_word(self, kind: DeviceKind, word: DeviceWord) -> None:
        self._words[kind] = word
        self.word_changed.emit()

    def _take(self, event: DeviceEvent) -> None:
        match event:
            case PrintJobMoved():
                self.job_moved.emit(event)
            case JobSettled():
                self.job_settled.emit(event)
            case DrawerAnswered():
                self.drawer_answered.emit(event)
            case PrinterHealthChanged():
                self._printer = event.health
                self.printer_changed.emit()
            case DrawerChanged():
                self._drawer = event.is_open
                self.drawer_changed.emit()
            case JobsStuck():
                self.jobs_stuck.emit(event)
