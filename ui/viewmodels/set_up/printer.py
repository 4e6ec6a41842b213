"""Step 9, printer and drawer: an address typed, a test paper, a pulse, and what a person saw (DESIGN section 7)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.device_setting import DeviceKind, DeviceSetting, Wiring
from app.domain.device_state import DrawerResult
from app.domain.print_job import PrintState
from app.errors import CityTillError
from ui.tasks.task import Tasks
from ui.viewmodels.set_up.step import Ask, AskKind, Note, SetUpStep, Wrong
from ui.viewmodels.set_up.tools import PrinterAnswer, PrinterTools, PrinterTry

ADDRESS, PROFILE, PIN = "printer_address", "printer_profile", "drawer_pin"
USUAL_PORT = 9100
_LARGEST_PORT = 65_535
PRINTED, NOT_PRINTED = "printed", "not printed"
OPENED, STAYED_SHUT, NO_DRAWER = "opened", "shut", "none"


class PrinterStep(SetUpStep):
    """Nothing is kept as good that nobody saw. Signals: `asks_print()`, `asks_drawer()` a person is to answer now."""

    asks_print = Signal()
    asks_drawer = Signal()
    may_skip = True

    def __init__(
        self, tools: PrinterTools, tasks: Tasks, lines: Callable[[], tuple[str, ...]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._tasks = tasks
        self._lines = lines
        self.busy = ""
        self.refusal = ""
        self.answer: PrinterAnswer | None = None
        self.pulse: PrinterAnswer | None = None
        self.print_seen = ""
        self.drawer_seen = ""
        self._values = {PROFILE: tools.printers()[0][0], PIN: "2"}

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Printer and drawer")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("Receipt printer and cash drawer")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("Test the paper and the drawer here. Only what you saw yourself counts.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("tested, or later")

    def asks(self) -> tuple[Ask, ...]:
        """The fields."""
        pins = (("2", self.tr("Pin 2")), ("5", self.tr("Pin 5")))
        return (
            Ask(ADDRESS, self.tr("Network address"), self.tr("host and port; {port} is usual").format(port=USUAL_PORT),
                example=f"192.168.1.50:{USUAL_PORT}"),
            Ask(PROFILE, self.tr("Model"), kind=AskKind.CHOICE, choices=self._tools.printers(), half=True),
            Ask(PIN, self.tr("Drawer hangs on"), kind=AskKind.CHOICE, choices=pins, half=True),
        )  # fmt: skip

    def notes(self) -> tuple[Note, ...]:
        """Beside them."""
        return (
            Note("search", self.tr(
                "CityTill does not search the network for printers. Hold the printer's feed button while you switch it "
                "on: it prints its address. Type that."
            )),
        )  # fmt: skip

    def answered(self, key: str) -> None:
        """Another printer: what was seen of the old one does not count."""
        if key in (ADDRESS, PROFILE):
            self.answer, self.print_seen = None, ""
        self.pulse = None
        if self.drawer_seen != NO_DRAWER:
            self.drawer_seen = ""

    def skip(self) -> None:
        """Without a printer; receipts can still be saved as PDF."""
        super().skip()

    def setting(self) -> DeviceSetting | None:
        """The printer as it was proved; None when the step was skipped."""
        if self.is_skipped or not self.value(ADDRESS):
            return None
        setting = self._setting()
        if self.drawer_seen == NO_DRAWER or (self.pulse and self.pulse.drawer is DrawerResult.DID_NOT_OPEN):
            return replace(setting, drawer_has_sensor=False)  # it opened and the sensor said nothing, or there is none
        if self.pulse and self.pulse.drawer is DrawerResult.READS_BACKWARDS:
            return replace(setting, drawer_open_level="low")
        return setting

    def test_print(self) -> None:
        """Send a test paper."""
        if self._may_try():
            self._start(self.tr("Printing..."))
            self._tasks.follow(
                self._tools.test_print(PrinterTry(self._setting(), self._lines())),
                done=self._print_came_back, failed=self._failed,
            )  # fmt: skip

    def kick(self) -> None:
        """Send one pulse to the drawer."""
        if self._may_try():
            self._start(self.tr("Opening..."))
            self._tasks.follow(self._tools.kick(self._setting()), done=self._pulse_came_back, failed=self._failed)

    def see_print(self, seen: str) -> None:
        """What the person saw of the paper."""
        self.print_seen = seen
        self.changed.emit()

    def see_drawer(self, seen: str) -> None:
        """What the person saw of the drawer."""
        self.drawer_seen = seen
        self.is_skipped = False
        self.changed.emit()

    def trouble(self) -> str:
        """Why the last try did not end well, and what to do; empty when it did or there was none."""
        if self.refusal:
            return self.refusal
        last = self.pulse or self.answer
        if last is None:
            return ""
        if last.drawer is DrawerResult.NOT_SENT:
            return self.tr("Nothing answers at {where}. See that the printer is on and the address is right.").format(
                where=last.where)
        if last.outcome is not None:
            return last.outcome.why.sentence.replace("reprint", "print the test again")
        return ""

    def wrong(self) -> Wrong | None:
        """An address, a paper that somebody saw, a drawer that somebody saw or that is not there."""
        wrong = self.address_wrong()
        if wrong:
            return wrong
        if self.answer is None or self.answer.outcome is None:
            return Wrong("", self.tr("Print the test and say whether it came out, or skip this step."))
        if self.answer.outcome.state is PrintState.FAILED:
            return Wrong("", self.trouble() or self.tr("The test was not printed. Try again, or skip this step."))
        if self.print_seen != PRINTED:
            return Wrong("", self.tr("The test paper has to come out and read well. Try again, or skip this step."))
        if self.drawer_seen == STAYED_SHUT:
            return Wrong("", self.tr("The drawer stayed shut. Try the other pin, look at its cable, or say that there "
                                     "is none here."))  # fmt: skip
        if not self.drawer_seen:
            return Wrong("", self.tr("Open the drawer once and say whether it opened, or say that there is none."))
        return None

    def said(self) -> str:
        """Done."""
        if self.is_skipped:
            return self.tr("skipped, later in Set-up")
        return dict(self._tools.printers())[self.value(PROFILE)]

    def glance(self) -> tuple[tuple[str, str], ...]:
        """Before the station is made."""
        if self.setting() is None:
            return ((self.tr("Printer"), self.tr("none yet: receipts can be saved as PDF")),)
        drawer = self.tr("none here") if self.drawer_seen == NO_DRAWER else self.tr("opens, pin {pin}").format(
            pin=self.value(PIN))  # fmt: skip
        return ((self.tr("Printer"), f"{self.said()}, {self._where()}"), (self.tr("Drawer"), drawer))

    def _may_try(self) -> bool:
        return not self.busy and self.address_wrong() is None

    def _start(self, verb: str) -> None:
        self.busy, self.is_skipped, self.refusal = verb, False, ""
        self.changed.emit()

    def _where(self) -> str:
        host, _, port = self.value(ADDRESS).rpartition(":")
        return f"{host}:{port}" if host else f"{self.value(ADDRESS)}:{USUAL_PORT}"

    def _setting(self) -> DeviceSetting:
        return DeviceSetting(
            DeviceKind.RECEIPT_PRINTER, Wiring.TCP, self._where(), profile=self.value(PROFILE),
            drawer_pin=int(self.value(PIN)),
        )  # fmt: skip

    def address_wrong(self) -> Wrong | None:
        """Whether the address is one."""
        address = self.value(ADDRESS)
        if not address:
            return Wrong(ADDRESS, self.tr("Type the printer's address, or skip this step."))
        host, colon, port = address.rpartition(":")
        is_port = not colon or (port.isascii() and port.isdigit() and 0 < int(port) <= _LARGEST_PORT)
        if " " in address or (colon and not host) or not is_port:
            return Wrong(ADDRESS, self.tr("“{address}” is no address. Type a host and a port, like {example}.").format(
                address=address, example=f"192.168.1.50:{USUAL_PORT}"))  # fmt: skip
        return None

    def _print_came_back(self, answer: PrinterAnswer) -> None:
        self.busy, self.answer, self.print_seen, self.pulse = "", answer, "", None
        self.changed.emit()
        if answer.outcome is not None and answer.outcome.state is not PrintState.FAILED:
            self.asks_print.emit()

    def _pulse_came_back(self, answer: PrinterAnswer) -> None:
        self.busy, self.pulse, self.drawer_seen = "", answer, ""
        self.changed.emit()
        if answer.drawer is not DrawerResult.NOT_SENT:
            self.asks_drawer.emit()

    def _failed(self, error: CityTillError) -> None:
        self.busy, self.refusal = "", error.sentence()
        self.changed.emit()
