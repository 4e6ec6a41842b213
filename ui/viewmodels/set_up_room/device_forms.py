"""Forms of the devices: a printer that is tried and seen, and the line of a check reader or scanner."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from app.domain.device_setting import DeviceKind, DeviceSetting, Wiring
from app.domain.micr import Dialect
from ui.viewmodels.counter import Counter
from ui.viewmodels.set_up.printer import ADDRESS, PIN, PRINTED, PROFILE, PrinterStep
from ui.viewmodels.set_up.step import Ask, AskKind, Wrong
from ui.viewmodels.set_up_room.form import Form
from ui.viewmodels.set_up_room.tools import DeviceTools

WIRING, WHERE, BAUD, DIALECT = "wiring", "where", "baud", "dialect"
BAUDS = ("9600", "19200", "38400", "57600", "115200")
_LARGEST_PORT = 65_535


class KeptPrinter(PrinterStep):
    """The first set-up's step over a printer that is there already; `keep` is the page's."""

    def __init__(
        self, tools: DeviceTools, counter: Counter, lines: Callable[[], tuple[str, ...]],
        before: DeviceSetting | None, parent: QObject | None = None,
    ) -> None:
        super().__init__(tools, counter.tasks, lines, parent)
        self._before = before
        if before is not None:
            self._values |= {ADDRESS: before.address, PROFILE: before.profile, PIN: str(before.drawer_pin)}

    @property
    def second(self) -> str:
        """Nothing is kept that nobody saw."""
        return self.tr("Test the paper and the drawer here. Only what you saw yourself counts, and is kept.")

    def wrong(self) -> Wrong | None:
        """As at the first set-up; a drawer that was proved before and hangs where it hung need not open again."""
        wrong = super().wrong()
        is_drawer_left = wrong is not None and self.print_seen == PRINTED and not self.drawer_seen
        return None if is_drawer_left and self._is_drawer_proved() else wrong

    def setting(self) -> DeviceSetting | None:
        """The printer as it was proved, with the drawer as it was proved, now or before."""
        made, before = super().setting(), self._before
        if made is None or before is None or self.drawer_seen or self.pulse or not self._is_drawer_proved():
            return made
        return replace(
            made, drawer_has_sensor=before.drawer_has_sensor, drawer_open_level=before.drawer_open_level
        )

    def _is_drawer_proved(self) -> bool:
        return self._before is not None and str(self._before.drawer_pin) == self.value(PIN)


class ReaderForm(Form):
    """How a check reader or scanner is connected."""

    def __init__(
        self, counter: Counter, kind: DeviceKind, before: DeviceSetting | None,
        keep: Callable[[DeviceSetting, "ReaderForm"], None], parent: QObject | None = None,
    ) -> None:
        super().__init__(counter, parent)
        self._kind = kind
        self._keep = keep
        self.icon = "bank-check" if kind is DeviceKind.CHECK_READER else "barcode"
        now = before or DeviceSetting(kind, Wiring.SERIAL, "")
        self.begin_with({WIRING: now.wiring.value, WHERE: now.address, BAUD: str(now.baud), DIALECT: now.dialect})

    @property
    def title(self) -> str:
        """The device."""
        return self.tr("Check reader") if self._kind is DeviceKind.CHECK_READER else self.tr("Scanner")

    @property
    def second(self) -> str:
        """What is needed."""
        if self._kind is DeviceKind.CHECK_READER:
            return self.tr("Set the reader to send the line and an Enter, then feed a check at the till.")
        return self.tr("A scanner that types like a keyboard needs nothing here. This is for one on a line of its own.")

    @property
    def hint(self) -> str:
        """A device's setting is no fact about money."""
        return self.tr("It counts for this station, at once.")

    def asks(self) -> tuple[Ask, ...]:
        """Line, place, speed, and how a reader writes its signs."""
        ways = ((Wiring.SERIAL.value, self.tr("Serial or USB serial")), (Wiring.TCP.value, self.tr("Network")))
        dialects = tuple((each.setting, f"{each.setting}  {each.value}") for each in Dialect)
        asks = (
            Ask(WIRING, self.tr("Connected by"), kind=AskKind.CHOICE, choices=ways, half=True),
            Ask(BAUD, self.tr("Speed of a serial line"), kind=AskKind.CHOICE,
                choices=tuple((baud, baud) for baud in BAUDS), half=True),
            Ask(WHERE, self.tr("Port or address"), self.tr("a serial port, or host and port"),
                example=self.tr("COM3 or /dev/ttyUSB0")),
        )  # fmt: skip
        if self._kind is not DeviceKind.CHECK_READER:
            return asks
        hint = self.tr("transit, on-us, amount, dash, unread as the reader's manual has them")
        return (*asks, Ask(DIALECT, self.tr("Signs it writes"), hint, kind=AskKind.CHOICE, choices=dialects))

    def wrong(self) -> Wrong | None:
        """Whether the place is one."""
        where = self.value(WHERE)
        if not where or " " in where:
            return Wrong(WHERE, self.tr("Type the port the device is on, like COM3, or its host and port."))
        if self.value(WIRING) == Wiring.TCP.value:
            host, _, port = where.rpartition(":")
            if not host or not (port.isascii() and port.isdigit() and 0 < int(port) <= _LARGEST_PORT):
                return Wrong(WHERE, self.tr("Type a host and a port, like 192.168.1.60:9100."))
        return None

    def do(self) -> None:
        """Keep it."""
        dialect = self.value(DIALECT) if self._kind is DeviceKind.CHECK_READER else "canonical"
        self._keep(
            DeviceSetting(
                self._kind, Wiring(self.value(WIRING)), self.value(WHERE), baud=int(self.value(BAUD)), dialect=dialect
            ),
            self,
        )
