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
from app.domain.device_state import PrinterHealth, Tri


class DeviceBoard(QObject):
    """Remembers the last word of each device.

    Signals: `printer_changed()`, `drawer_changed()`, `job_moved(PrintJobMoved)`, `job_settled(JobSettled)`,
    `drawer_answered(DrawerAnswered)`, `jobs_stuck(JobsStuck)`, `check_fed(CheckRead)`, `scanned(str)`,
    `reader_changed()`, all on the window's thread.
    """

    printer_changed = Signal()
    drawer_changed = Signal()
    reader_changed = Signal()
    job_moved = Signal(object)
    job_settled = Signal(object)
    drawer_answered = Signal(object)
    jobs_stuck = Signal(object)
    check_fed = Signal(object)
    scanned = Signal(str)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = PrinterHealth()
        self._drawer = Tri.UNKNOWN
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def printer(self) -> PrinterHealth:
        """What the printer answered last."""
        return self._printer

    @property
    def drawer(self) -> Tri:
        """Whether the drawer is open."""
        return self._drawer

    def post(self, event: DeviceEvent) -> None:
        """Called on a device's thread; returns at once."""
        self._arrived.emit(event)

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
