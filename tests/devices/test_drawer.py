"""The drawer: opens, does not open, reads backwards, and tells the truth in each case."""

import pytest

from app.domain.device_state import DrawerResult, Tri
from devices.drivers.escpos_line import PrinterLimits
from devices.simulators.escpos_printer import SimulatedPrinter
from devices.simulators.printer_works import PrinterFault
from tests.devices.conftest import SHUT, SILENCE, Connect


def test_a_jammed_drawer_did_not_open(printer: SimulatedPrinter, connect: Connect) -> None:
    printer.switch(PrinterFault.DRAWER_JAMMED, True)
    assert connect(limits=SHUT).drawer.open() is DrawerResult.DID_NOT_OPEN
    assert printer.view().drawer.pulses == 1
    printer.switch(PrinterFault.DRAWER_JAMMED, False)


def test_a_drawer_that_stands_open_was_open(printer: SimulatedPrinter, connect: Connect) -> None:
    drawer = connect().drawer
    assert drawer.open() is DrawerResult.OPENED
    assert drawer.open() is DrawerResult.WAS_OPEN
    printer.push_drawer_shut()
    assert drawer.open() is DrawerResult.OPENED


def test_wrong_polarity_still_opens_and_is_named(printer: SimulatedPrinter, connect: Connect) -> None:
    printer.switch(PrinterFault.DRAWER_BACKWARDS, True)
    assert connect().drawer.open() is DrawerResult.READS_BACKWARDS
    assert printer.view().drawer.is_open


def test_the_station_setting_turns_the_polarity_round(printer: SimulatedPrinter, connect: Connect) -> None:
    printer.switch(PrinterFault.DRAWER_BACKWARDS, True)
    drawer = connect(drawer_open_level="low").drawer
    assert drawer.is_open() is Tri.NO
    assert drawer.open() is DrawerResult.OPENED


def test_a_drawer_without_a_sensor_cannot_tell(printer: SimulatedPrinter, connect: Connect) -> None:
    station = connect(drawer_has_sensor=False)
    assert station.drawer.open() is DrawerResult.CANNOT_TELL
    assert station.drawer.is_open() is Tri.UNKNOWN
    assert station.printer.health().answers is Tri.YES
    assert printer.view().drawer.is_open


@pytest.mark.parametrize("fault", [PrinterFault.PAPER_OUT, PrinterFault.COVER_OPEN, PrinterFault.OFFLINE])
def test_the_drawer_opens_although_the_printer_cannot_print(
    printer: SimulatedPrinter, connect: Connect, fault: PrinterFault
) -> None:
    printer.switch(fault, True)
    assert connect().drawer.open() is DrawerResult.OPENED


def test_the_other_pin_moves_another_drawer(printer: SimulatedPrinter, connect: Connect) -> None:
    assert connect(drawer_pin=5, limits=SHUT).drawer.open() is DrawerResult.DID_NOT_OPEN
    assert printer.view().drawer.pulses == 0


@pytest.mark.parametrize("is_off", [True, False])
def test_without_an_answer_the_pulse_is_not_sent(printer: SimulatedPrinter, connect: Connect, is_off: bool) -> None:
    if is_off:
        printer.stop()
    else:
        printer.switch(PrinterFault.NO_REPLY, True)
    station = connect(limits=SILENCE)
    assert station.drawer.open() is DrawerResult.NOT_SENT
    assert station.drawer.is_open() is Tri.UNKNOWN
    assert printer.view().drawer.pulses == 0


def test_the_limits_of_a_real_station_are_those_of_the_reference() -> None:
    limits = PrinterLimits()
    assert limits.drawer_s == 2.0
    assert min(limits.drawer_poll_s, limits.poll_s) >= 0.25
    assert limits.answer_s >= 10.0
