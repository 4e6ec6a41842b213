"""All practice devices of one station on one bench: started together, faults as one list of switches."""

from collections.abc import Callable

from app.domain.device_setting import DeviceKind, DeviceSetting, Wiring
from app.frozen import frozen
from devices.simulators.check_feeder import FeederFault, SimulatedCheckFeeder
from devices.simulators.escpos_printer import SimulatedPrinter
from devices.simulators.printer_works import PrinterFault
from devices.simulators.scanner import SimulatedScanner

Fault = PrinterFault | FeederFault
PROFILE = "tm-h6000"
"""The practice printer prints on checks as well."""


@frozen
class FaultSwitch:
    """One switch of the side window."""

    fault: Fault
    label: str
    is_on: bool


class PracticeBench:
    """Printer with drawer, check feeder and scanner; `settings` tells the catalogue how to reach them."""

    def __init__(self, *, columns: int = 42) -> None:
        self.printer = SimulatedPrinter(columns=columns)
        self.check_feeder = SimulatedCheckFeeder()
        self.scanner = SimulatedScanner()

    def start(self) -> None:
        """Switch everything on."""
        self.printer.start()
        self.check_feeder.start()
        self.scanner.start()

    def stop(self) -> None:
        """Switch everything off."""
        self.scanner.stop()
        self.check_feeder.stop()
        self.printer.stop()

    def settings(self) -> dict[DeviceKind, DeviceSetting]:
        """How a program reaches the devices; valid after `start`."""
        printer = DeviceSetting(
            DeviceKind.RECEIPT_PRINTER, Wiring.TCP, f"127.0.0.1:{self.printer.port}", profile=PROFILE
        )
        dialect = self.check_feeder.dialect.setting
        reader = DeviceSetting(DeviceKind.CHECK_READER, Wiring.SERIAL, self.check_feeder.url, dialect=dialect)
        scanner = DeviceSetting(DeviceKind.SCANNER, Wiring.SERIAL, self.scanner.url)
        return {setting.kind: setting for setting in (printer, reader, scanner)}

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this, on whatever thread, after anything on the bench can be seen anew."""
        self.printer.changed.append(changed)
        self.check_feeder.changed.append(changed)

    def faults(self) -> tuple[FaultSwitch, ...]:
        """Every switch, in the order in which they are shown."""
        on: frozenset[Fault] = self.printer.view().faults | self.check_feeder.view().faults
        every: tuple[Fault, ...] = (*PrinterFault, *FeederFault)
        return tuple(FaultSwitch(fault, fault.value, fault in on) for fault in every)

    def switch(self, fault: Fault, on: bool) -> None:
        """Switch one fault on or off."""
        if isinstance(fault, PrinterFault):
            self.printer.switch(fault, on)
        else:
            self.check_feeder.switch(fault, on)

    def all_off(self) -> None:
        """As good as new."""
        for switch in self.faults():
            if switch.is_on:
                self.switch(switch.fault, False)
