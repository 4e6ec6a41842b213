"""The practice devices as their side window shows and works them.

The simulators tell on their own threads that something can be seen anew; it reaches the window as one queued signal,
gathered for a moment, so that a receipt of two hundred commands is painted once.
"""

import secrets
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.account import account_key
from app.domain.business_date import city_time
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from devices.simulators.check_feeder import FeederFault
from devices.simulators.paper import PaperRow
from devices.simulators.practice_bench import Fault, FaultSwitch, PracticeBench
from devices.simulators.printer_works import PrinterFault
from devices.simulators.sample_checks import SAMPLE_CHECKS, SampleCheck
from receipts.renderers.roll import Roll
from ui.viewmodels.counter import Counter
from ui.viewmodels.practice_checks import CheckShown, check_shown
from ui.viewmodels.practice_paper import byte_lines, roll_of, sheet_rows
from ui.viewmodels.session import Session
from ui.viewmodels.till.words import day_and_month

GATHER_MS = 40
COLUMNS = 42
CODE_LIMIT, CARD_LIMIT = 1_000_000, 10_000
_DEFAULT_PAYEE = "City of Claremore"


@frozen
class DeviceWord:
    """A badge: words, tone, icon."""

    words: str
    tone: str
    icon: str


@frozen
class CardSlip:
    """What a stand-alone terminal would print for the cashier to type."""

    approval: str
    last_four: str


_OK = DeviceWord("Ok", "neutral", "check")
_PRINTER_SAYS = (
    (PrinterFault.OFFLINE, "Offline"), (PrinterFault.COVER_OPEN, "Cover open"), (PrinterFault.PAPER_OUT, "Paper out"),
    (PrinterFault.CUTTER_JAM, "Cutter jam"), (PrinterFault.NO_REPLY, "No reply"), (PrinterFault.PAPER_LOW, "Paper low"),
    (PrinterFault.LATE_REPLY, "Late reply"), (PrinterFault.HALF_PRINT, "Half print next"),
    (PrinterFault.PAPER_OUT_MIDWAY, "Paper ends midway"), (PrinterFault.LINE_DROPS, "Line drops next"),
)  # fmt: skip


class PracticeModel(QObject):
    """Works the bench by hand.

    Signals: `changed()` anything on the bench can be seen anew; `told(sentence)` what a press did, or why not.
    """

    changed = Signal()
    told = Signal(str)
    _heard = Signal()

    def __init__(
        self, bench: PracticeBench, counter: Counter, session: Session, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._counter = counter
        self._session = session
        self._next = 0
        self._pulses = 0
        self._pulse_words = ""
        self._slip = _new_slip()
        self._rows: tuple[PaperRow, ...] = ()
        self._roll = roll_of((), columns=COLUMNS)
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(GATHER_MS)
        self._gather.timeout.connect(self._show)
        self._heard.connect(self._wait, Qt.ConnectionType.QueuedConnection)
        bench.listen(self._hear)

    @property
    def checks(self) -> tuple[CheckShown, ...]:
        """What can be put into the feeder."""
        return tuple(self._face(check) for check in SAMPLE_CHECKS)

    @property
    def check(self) -> CheckShown:
        """The check that is fed next."""
        return self._face(SAMPLE_CHECKS[self._next])

    @property
    def slip(self) -> CardSlip:
        """The stand-alone terminal's last slip."""
        return self._slip

    @property
    def pulse_words(self) -> str:
        """The last pulse that reached the drawer: how long, and when it was seen."""
        return self._pulse_words

    def roll(self) -> Roll:
        """The paper."""
        view = self._bench.printer.view()
        rows = (*view.rows, *sheet_rows(view.sheets))
        if rows != self._rows:  # the printer is asked for its status all day; its paper moves seldom
            self._rows, self._roll = rows, roll_of(rows, columns=COLUMNS)
        return self._roll

    def bytes_lines(self) -> tuple[str, ...]:
        """What went over the printer's line."""
        return byte_lines(self._bench.printer.recording())

    def printer_word(self) -> DeviceWord:
        """What is switched on at the printer, the worst first."""
        view = self._bench.printer.view()
        if not view.is_powered:
            return DeviceWord("Off", "attention", "power")
        words = next((words for fault, words in _PRINTER_SAYS if fault in view.faults), "")
        return DeviceWord(words, "attention", "alert-triangle") if words else _OK

    def is_drawer_open(self) -> bool:
        """The box itself, whatever its sensor says."""
        return self._bench.printer.view().drawer.is_open

    def drawer_word(self) -> DeviceWord:
        """The box itself."""
        if self.is_drawer_open():
            return DeviceWord("Open", "accent", "lock-open")
        return DeviceWord("Shut", "neutral", "lock")

    def feeder_word(self) -> DeviceWord:
        """What is switched on at the check feeder."""
        view = self._bench.check_feeder.view()
        fault = next((fault for fault in FeederFault if fault in view.faults), None)
        if fault is None:
            return _OK
        words = "Unplugged" if fault is FeederFault.UNPLUGGED else fault.value
        return DeviceWord(words, "attention", "alert-triangle")

    def faults(self) -> tuple[FaultSwitch, ...]:
        """Every switch."""
        return self._bench.faults()

    def switch(self, fault: Fault, on: bool) -> None:
        """Switch one fault."""
        self._bench.switch(fault, on)
        self._wait()

    def all_off(self) -> None:
        """As good as new."""
        self._bench.all_off()
        self._wait()

    def tear_off(self) -> None:
        """Take the paper away."""
        self._bench.printer.tear_off()

    def load_paper(self) -> None:
        """A new roll."""
        self._bench.printer.load_paper()

    def push_shut(self) -> None:
        """Close the drawer by hand."""
        self._bench.printer.push_drawer_shut()

    def choose_check(self, place: int) -> None:
        """Put another check on the feeder."""
        self._next = place % len(SAMPLE_CHECKS)
        self.changed.emit()

    def feed(self) -> None:
        """Feed the check; the next one lies ready."""
        check = SAMPLE_CHECKS[self._next]
        if not self._bench.check_feeder.feed(check):
            words = self.tr("Nobody reads the check feeder. See that it is not unplugged, wait, and feed again.")
            self.told.emit(words)
            return
        self.told.emit(self.tr("Check {number} of {payer} was fed.").format(number=check.number, payer=check.payer))
        self._next = (self._next + 1) % len(SAMPLE_CHECKS)
        self.changed.emit()

    def scan(self, text: str) -> None:
        """Scan the stub of an account, found by what was typed; what finds no account is scanned as it stands."""
        if text.strip():
            self._counter.ask(
                partial(_stub_line, text=text.strip()), done=self._scan_line, failed=self._failed
            )

    def take_slip(self) -> None:
        """Another card was approved at the stand-alone terminal."""
        self._slip = _new_slip()
        self.changed.emit()

    def _scan_line(self, found: tuple[str, str]) -> None:
        line, words = found
        if not self._bench.scanner.scan(line):
            self.told.emit(self.tr("Nobody listens to the scanner yet. Wait a moment and scan again."))
        else:
            self.told.emit(self.tr("Scanned {words}").format(words=words))

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())

    def _face(self, check: SampleCheck) -> CheckShown:
        sitting = self._session.sitting
        payee = sitting.policy.city_name if sitting is not None else _DEFAULT_PAYEE
        day = f"{day_and_month(sitting.business_date)} {sitting.business_date[:4]}" if sitting is not None else ""
        return check_shown(check, payee=payee, date=day)

    def _hear(self) -> None:
        """On a device's thread."""
        self._heard.emit()

    def _wait(self) -> None:
        if not self._gather.isActive():
            self._gather.start()

    def _show(self) -> None:
        drawer = self._bench.printer.view().drawer
        if drawer.pulses != self._pulses:
            self._pulses = drawer.pulses
            words = self.tr("pulse {ms} ms, {time}")
            self._pulse_words = words.format(ms=drawer.last_pulse_ms, time=self._clock_words())
        self.changed.emit()

    def _clock_words(self) -> str:
        sitting = self._session.sitting
        zone = sitting.policy.city_time_zone if sitting is not None else "UTC"
        return f"{city_time(self._counter.clock.now().isoformat(), time_zone=zone):%H:%M:%S}"


def _new_slip() -> CardSlip:
    return CardSlip(f"{secrets.randbelow(CODE_LIMIT):06d}", f"{secrets.randbelow(CARD_LIMIT):04d}")


def _stub_line(books: BooksReader, text: str) -> tuple[str, str]:
    """The scan line of the first account found, and what to say; the typed text when there is none."""
    key = account_key(text)
    if books.account(key) is None:
        hits = books.find(text, limit=1)
        key = hits[0].key if hits else ""
    account = books.account(key) if key else None
    if account is None:
        return text, text
    line = account.stub_scan_line or account.key
    return line, f"{account.number}, {line}"
