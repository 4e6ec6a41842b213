"""A check's back on printers with a slip, on those without, and when nobody puts a check in (R11, E4)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.device_setting import DeviceKind, DeviceSetting, Wiring
from app.domain.print_job import PrintOutcome, PrintState, Why
from app.domain.print_plan import PaperStation, PrintPlan, Text
from app.ports.receipt_printer import ReceiptPrinter
from devices.catalogue import build_printer
from devices.drivers.escpos_encoder import EscPosEncoder
from devices.drivers.escpos_line import PrinterLimits
from devices.drivers.profiles import PROFILES
from devices.simulators.escpos_printer import SimulatedPrinter
from devices.simulators.paper import text_of
from devices.simulators.printer_works import PrinterFault

LIMITS = PrinterLimits(status_s=2.0, answer_s=5.0, poll_s=0.02, slip_s=0.1)
BACK = PrintPlan((Text("FOR DEPOSIT ONLY", bold=True), Text("PEÑA DT1B-000147")), 42, PaperStation.CHECK_BACK)
ROLL = PrintPlan((Text("TOTAL"),))


@pytest.fixture
def device() -> Iterator[SimulatedPrinter]:
    made = SimulatedPrinter()
    made.start()
    yield made
    made.stop()


def printer(device: SimulatedPrinter, tmp_path: Path, profile: str, limits: PrinterLimits = LIMITS) -> ReceiptPrinter:
    setting = DeviceSetting(DeviceKind.RECEIPT_PRINTER, Wiring.TCP, f"127.0.0.1:{device.port}", profile=profile)
    return build_printer(setting, cache_folder=tmp_path / "escpos", limits=limits).printer


@pytest.mark.parametrize(("profile", "side"), [("tm-h6000", "back"), ("slip-80", "face")])
def test_r11_a_checks_back_is_printed_on_the_slip_and_the_roll_goes_on(
    device: SimulatedPrinter, tmp_path: Path, profile: str, side: str
) -> None:
    """R11, E4: each check is endorsed at receipt."""
    own = printer(device, tmp_path, profile)
    assert own.print(1, BACK) == PrintOutcome(PrintState.CONFIRMED)
    assert own.print(2, ROLL) == PrintOutcome(PrintState.CONFIRMED)
    own.close()
    view = device.view()
    (sheet,) = view.sheets
    assert sheet.side == side
    assert text_of(sheet.rows, columns=45) == "FOR DEPOSIT ONLY\nPEÑA DT1B-000147\n"
    assert text_of(view.rows, columns=42) == "TOTAL\n"
    assert view.unknown == ()


def test_r11_a_printer_without_a_slip_says_so_and_prints_nothing(device: SimulatedPrinter, tmp_path: Path) -> None:
    """R11, E4: each check is endorsed at receipt."""
    own = printer(device, tmp_path, "tm-t88")
    assert own.print(1, BACK) == PrintOutcome(PrintState.FAILED, Why.NO_SLIP_STATION)
    own.close()
    assert device.recording() == ()


def test_r11_a_check_that_nobody_puts_in_is_given_up_and_never_printed_later(
    device: SimulatedPrinter, tmp_path: Path
) -> None:
    """R11, E4: each check is endorsed at receipt."""
    own = printer(device, tmp_path, "tm-h6000")
    device.switch(PrinterFault.SLIP_EMPTY, True)
    assert own.print(1, BACK) == PrintOutcome(PrintState.FAILED, Why.NO_SLIP)
    device.switch(PrinterFault.SLIP_EMPTY, False)
    assert own.print(2, ROLL) == PrintOutcome(PrintState.CONFIRMED)
    own.close()
    assert device.view().sheets == ()
    assert text_of(device.view().rows, columns=42) == "TOTAL\n"


def test_r11_a_check_put_in_while_the_printer_waits_is_printed(device: SimulatedPrinter, tmp_path: Path) -> None:
    """R11, E4: each check is endorsed at receipt."""
    own = printer(device, tmp_path, "tm-h6000", replace(LIMITS, slip_s=20.0))
    device.switch(PrinterFault.SLIP_EMPTY, True)
    asked = b"\x10\x04\x05"

    def put_in() -> None:
        if any(asked in piece.data for piece in device.recording()) and device.view().faults:
            device.switch(PrinterFault.SLIP_EMPTY, False)

    device.changed.append(put_in)
    assert own.print(1, BACK) == PrintOutcome(PrintState.CONFIRMED)
    own.close()
    assert len(device.view().sheets) == 1


@pytest.mark.parametrize(
    ("profile", "begins", "ends"),
    [
        ("tm-h6000", "1b 66 01 05 1d 28 47 02 00 30 44", "1d 28 47 02 00 55 30 1b 63 30 01 1b 63 31 01"),
        ("slip-80", "1b 66 01 05 1b 63 30 04 1b 63 31 04", "0c 1b 63 30 01 1b 63 31 01"),
    ],
)
def test_the_bytes_around_a_checks_back_are_those_of_the_manual(
    tmp_path: Path, profile: str, begins: str, ends: str
) -> None:
    data = EscPosEncoder(PROFILES[profile], cache_folder=tmp_path / "escpos").encode(BACK).hex(" ")
    assert begins in data
    assert data.endswith(ends)


def test_a_stored_plan_keeps_what_it_goes_on() -> None:
    assert PrintPlan.from_json(BACK.to_json()) == BACK
    assert "station" not in ROLL.to_json()
