"""The practice receipt printer: real ESC/POS bytes on a loopback line, paper, a drawer, faults to switch on."""

import threading
from collections.abc import Callable

from app.frozen import frozen
from devices.simulators.drawer import DrawerView, SimulatedDrawer
from devices.simulators.loopback import LoopbackLine
from devices.simulators.paper import PaperRow
from devices.simulators.print_head import PrintHead
from devices.simulators.printer_works import PrinterFault, PrinterWorks
from devices.simulators.slip_station import Sheet

RECORD_LIMIT_BYTES = 1_000_000
MIDWAY_ROWS = 4
MIDWAY_BYTES = 60
_STATUS_QUERY = b"\x10\x04"


@frozen
class PrinterView:
    """Everything a window shows of the printer, at one moment; `unknown` are bytes nobody understood, as hex.

    `sheets` are the checks that came out of the slip, the last one last.
    """

    rows: tuple[PaperRow, ...]
    drawer: DrawerView
    faults: frozenset[PrinterFault]
    is_powered: bool
    unknown: tuple[str, ...]
    sheets: tuple[Sheet, ...] = ()


@frozen
class Recorded:
    """One piece of the line's traffic; `inward` is towards the printer."""

    inward: bool
    data: bytes


class SimulatedPrinter:
    """A printer on 127.0.0.1; `port` is valid after `start` and stays. Thread-safe.

    Each callable in `changed` is called, on whatever thread, after something can be seen anew in `view`.
    `knows_gs_h` and `knows_gs_r` False make a printer that cannot acknowledge.
    """

    def __init__(
        self, *, columns: int = 42, knows_gs_h: bool = True, knows_gs_r: bool = True, model: str = "TM-T88V"
    ) -> None:
        self.changed: list[Callable[[], None]] = []
        knows = {"GS ( H": knows_gs_h, "GS r": knows_gs_r}
        self._lock = threading.RLock()
        self._line = LoopbackLine(name="practice printer", heard=self._hear, joined=self._on_joined)
        self._drawer = SimulatedDrawer()
        self._head = PrintHead(columns=columns)
        self._works = PrinterWorks(
            head=self._head,
            drawer=self._drawer,
            model=model,
            knows=frozenset(name for name, known in knows.items() if known),
            reply=self._reply,
            hang_up=self._line.drop,
        )
        self._record: list[Recorded] = []
        self._recorded_bytes = 0
        self._drop_in: int | None = None
        self._is_powered = False

    @property
    def port(self) -> int:
        """The TCP port; the same after a power cycle."""
        return self._line.port

    def start(self) -> None:
        """Switch on."""
        self._is_powered = True
        self._line.start()
        self._tell()

    def stop(self) -> None:
        """Switch off: the line is gone, what was in the buffer is lost."""
        self._line.stop()
        with self._lock:
            self._works.lose_power()
            self._is_powered = False
        self._tell()

    def switch(self, fault: PrinterFault, on: bool) -> None:
        """Switch a fault on or off; what strikes midway waits for the next job and goes out by itself."""
        with self._lock:
            (self._works.faults.add if on else self._works.faults.discard)(fault)
            match fault:
                case PrinterFault.PAPER_OUT_MIDWAY:
                    self._head.rows_left = MIDWAY_ROWS if on else None
                case PrinterFault.HALF_PRINT:
                    self._works.die_after_row = self._head.rows_printed + MIDWAY_ROWS if on else None
                case PrinterFault.LINE_DROPS:
                    self._drop_in = MIDWAY_BYTES if on else None
                case PrinterFault.DRAWER_JAMMED:
                    self._drawer.jammed = on
                case PrinterFault.DRAWER_BACKWARDS:
                    self._drawer.backwards = on
                case PrinterFault.CUTTER_JAM if not on:
                    self._works.jammed_cutter = False
                case PrinterFault.PAPER_OUT if not on:
                    self._head.rows_left = None
                case PrinterFault.LATE_REPLY if not on:
                    self._works.release_held()
            self._works.work()
        self._tell()

    def load_paper(self) -> None:
        """A new roll; the head goes on where it stopped."""
        for fault in (PrinterFault.PAPER_LOW, PrinterFault.PAPER_OUT_MIDWAY, PrinterFault.PAPER_OUT):
            self.switch(fault, False)

    def tear_off(self) -> None:
        """Take the printed paper away."""
        with self._lock:
            self._head.tear_off()
        self._tell()

    def push_drawer_shut(self) -> None:
        """Close the drawer by hand."""
        with self._lock:
            self._drawer.push_shut()
            self._works.tell_asb()
        self._tell()

    def view(self) -> PrinterView:
        """All that a window shows."""
        with self._lock:
            return PrinterView(
                tuple(self._head.rows),
                self._drawer.view(),
                frozenset(self._works.faults),
                self._is_powered,
                tuple(self._works.unknown),
                self._works.slip.sheets,
            )

    def recording(self) -> tuple[Recorded, ...]:
        """The line's last traffic, at most RECORD_LIMIT_BYTES."""
        with self._lock:
            return tuple(self._record)

    def _on_joined(self) -> None:
        with self._lock:
            self._works.joined()

    def _hear(self, data: bytes) -> None:
        with self._lock:
            kept = self._until_the_drop(data)
            self._note(Recorded(True, kept))
            self._works.hear(kept)
            if len(kept) < len(data):
                self._line.drop()
        self._tell()

    def _until_the_drop(self, data: bytes) -> bytes:
        """What still comes in before the line breaks; status queries do not count, so that a job is hit."""
        if self._drop_in is None or data.startswith(_STATUS_QUERY):
            return data
        kept = data[: self._drop_in]
        self._drop_in -= len(kept)
        if len(kept) < len(data):
            self._drop_in = None
            self._works.faults.discard(PrinterFault.LINE_DROPS)
        return kept

    def _reply(self, data: bytes) -> None:
        if self._line.send(data):
            self._note(Recorded(False, data))

    def _note(self, piece: Recorded) -> None:
        self._record.append(piece)
        self._recorded_bytes += len(piece.data)
        while self._recorded_bytes > RECORD_LIMIT_BYTES:
            self._recorded_bytes -= len(self._record.pop(0).data)

    def _tell(self) -> None:
        for listener in tuple(self.changed):
            listener()
