"""Practice devices on loopback lines, and drivers with short limits."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.device_setting import DeviceKind, DeviceSetting, Wiring
from app.domain.print_plan import Align, Barcode, Blank, Cut, Feed, Pair, PrintPlan, Rule, Size, Text
from devices.catalogue import PrinterSet, build_printer
from devices.drivers.escpos_line import PrinterLimits
from devices.simulators.escpos_printer import SimulatedPrinter
from tests.devices.watch import Watch

# Generous where an answer is expected (a loaded machine is slow), short where silence is.
PATIENT = PrinterLimits(status_s=5.0, answer_s=10.0, poll_s=0.05, drawer_s=5.0, drawer_poll_s=0.02)
SILENCE = replace(PATIENT, status_s=0.15)
LATE = replace(PATIENT, answer_s=0.3, answer_per_row_s=0.0)
SHUT = replace(PATIENT, drawer_s=0.2)

RECEIPT = PrintPlan(
    (
        Text("CITY OF CLAREMORE", align=Align.CENTRE, bold=True),
        Text("Utility office", align=Align.CENTRE),
        Rule(),
        Pair("Receipt", "DT1B-000147", bold=True),
        Pair("104-2281  PEÑA, JOSÉ", "184.12"),
        Pair("  past due", "96.40"),
        Pair("TOTAL", "236.12", bold=True),
        Pair("CHANGE", "13.88", bold=True, size=Size.BIG),
        Blank(),
        Barcode("DT1B-000147"),
        Feed(1),
        Cut(),
    ),
    columns=42,
)

Connect = Callable[..., PrinterSet]


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def printer(watch: Watch) -> Iterator[SimulatedPrinter]:
    simulated = SimulatedPrinter()
    simulated.changed.append(watch.ring)
    simulated.start()
    yield simulated
    simulated.stop()


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("escpos-tables")


@pytest.fixture
def connect(printer: SimulatedPrinter, cache_folder: Path) -> Iterator[Connect]:
    """Builds the station's driver for the practice printer; every setting can be changed by name."""
    built: list[PrinterSet] = []

    def build(*, limits: PrinterLimits = PATIENT, port: int = 0, **changes: object) -> PrinterSet:
        setting = DeviceSetting(DeviceKind.RECEIPT_PRINTER, Wiring.TCP, f"127.0.0.1:{port or printer.port}")
        driver = build_printer(
            replace(setting, **changes),  # type: ignore[arg-type]
            cache_folder=cache_folder,
            limits=limits,
        )
        built.append(driver)
        return driver

    yield build
    for driver in built:
        driver.printer.close()
