"""What every receipt printer must do, driver and simulator side by side on a real line, over each wiring."""

from dataclasses import replace
from functools import partial

import pytest

from app.domain.device_setting import Wiring
from app.domain.device_state import DrawerResult, HealthWord, PrinterHealth, Tri, Trouble
from app.domain.print_job import PrintOutcome, PrintState, Why
from devices.catalogue import PrinterSet
from devices.simulators.escpos_printer import SimulatedPrinter
from devices.simulators.paper import PaperBarcode, PaperCut, PaperText, text_of
from devices.simulators.printer_works import PrinterFault
from tests.devices.conftest import LATE, PATIENT, RECEIPT, SILENCE, Connect

PRINTED = PrintOutcome(PrintState.CONFIRMED)


@pytest.fixture(params=["tcp tm-t88", "tcp clone-80", "serial tm-t88"])
def build(request: pytest.FixtureRequest, connect: Connect, printer: SimulatedPrinter) -> Connect:
    wiring, profile = request.param.split()
    if wiring == "tcp":
        return partial(connect, profile=profile)
    return partial(connect, wiring=Wiring.SERIAL, address=f"socket://127.0.0.1:{printer.port}", profile=profile)


@pytest.fixture
def station(build: Connect) -> PrinterSet:
    return build()


def receipts_on(printer: SimulatedPrinter) -> int:
    return sum(isinstance(row, PaperCut) for row in printer.view().rows)


def test_a_receipt_is_printed_and_confirmed(station: PrinterSet, printer: SimulatedPrinter) -> None:
    assert station.printer.print(1, RECEIPT) == PRINTED
    rows = printer.view().rows
    assert text_of(rows, columns=42).splitlines()[0].strip() == "CITY OF CLAREMORE"
    assert [row.data for row in rows if isinstance(row, PaperBarcode)] == ["DT1B-000147"]
    change = next(row for row in rows if isinstance(row, PaperText) and row.text.startswith("CHANGE"))
    assert [(span.width, span.height, span.bold) for span in change.spans] == [(2, 2, True)]
    assert printer.view().unknown == ()


def test_a_good_printer_is_ok(station: PrinterSet) -> None:
    assert station.printer.health().word is HealthWord.OK


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (PrinterFault.OFFLINE, Trouble.OFFLINE),
        (PrinterFault.COVER_OPEN, Trouble.COVER_OPEN),
        (PrinterFault.PAPER_OUT, Trouble.PAPER_OUT),
    ],
)
def test_a_printer_in_trouble_gets_no_byte_of_a_job(
    station: PrinterSet, printer: SimulatedPrinter, fault: PrinterFault, trouble: Trouble
) -> None:
    printer.switch(fault, True)
    assert station.printer.health().trouble is trouble
    assert station.printer.print(1, RECEIPT) == PrintOutcome(PrintState.FAILED, Why.of(trouble))
    printer.switch(fault, False)
    assert printer.view().rows == ()
    assert station.printer.print(2, RECEIPT) == PRINTED
    assert receipts_on(printer) == 1


def test_a_printer_that_does_not_answer_gets_no_byte_of_a_job(build: Connect, printer: SimulatedPrinter) -> None:
    station = build(limits=SILENCE)
    printer.switch(PrinterFault.NO_REPLY, True)
    assert station.printer.health().trouble is Trouble.NO_ANSWER
    assert station.printer.print(1, RECEIPT) == PrintOutcome(PrintState.FAILED, Why.NO_ANSWER)
    printer.switch(PrinterFault.NO_REPLY, False)
    assert printer.view().rows == ()


def test_paper_low_warns_and_prints(station: PrinterSet, printer: SimulatedPrinter) -> None:
    printer.switch(PrinterFault.PAPER_LOW, True)
    assert station.printer.health().words == "paper low"
    assert station.printer.print(1, RECEIPT) == PRINTED


def test_a_printer_that_is_off_fails_before_the_first_byte(station: PrinterSet, printer: SimulatedPrinter) -> None:
    printer.stop()
    assert station.printer.health() == PrinterHealth(answers=Tri.NO)
    assert station.printer.print(1, RECEIPT) == PrintOutcome(PrintState.FAILED, Why.NO_ANSWER)
    printer.start()
    assert station.printer.print(2, RECEIPT) == PRINTED
    assert receipts_on(printer) == 1


def test_a_power_cycle_between_two_receipts_is_not_noticed(station: PrinterSet, printer: SimulatedPrinter) -> None:
    assert station.printer.print(1, RECEIPT) == PRINTED
    printer.stop()
    printer.start()
    assert station.printer.print(2, RECEIPT) == PRINTED
    assert receipts_on(printer) == 2


def test_paper_out_midway_is_unsure_and_a_new_roll_confirms_it_later(
    station: PrinterSet, printer: SimulatedPrinter
) -> None:
    printer.switch(PrinterFault.PAPER_OUT_MIDWAY, True)
    assert station.printer.print(7, RECEIPT) == PrintOutcome(PrintState.UNKNOWN, Why.STOPPED_MIDWAY)
    assert 0 < len(printer.view().rows) < 12
    assert station.printer.health().trouble is Trouble.PAPER_OUT
    assert station.printer.print(8, RECEIPT) == PrintOutcome(PrintState.FAILED, Why.PAPER_OUT)
    printer.load_paper()
    assert station.printer.health().word is HealthWord.OK
    assert tuple(station.printer.late_answers()) == (7,)
    assert tuple(station.printer.late_answers()) == ()
    assert receipts_on(printer) == 1


def test_a_half_print_is_unsure_and_never_repeated(station: PrinterSet, printer: SimulatedPrinter) -> None:
    printer.switch(PrinterFault.HALF_PRINT, True)
    assert station.printer.print(1, RECEIPT) == PrintOutcome(PrintState.UNKNOWN, Why.LINE_LOST)
    assert station.printer.health().word is HealthWord.OK
    assert receipts_on(printer) == 0
    assert station.printer.print(2, RECEIPT) == PRINTED
    assert receipts_on(printer) == 1
    assert tuple(station.printer.late_answers()) == ()


def test_a_line_that_drops_midway_is_unsure_and_never_repeated(station: PrinterSet, printer: SimulatedPrinter) -> None:
    printer.switch(PrinterFault.LINE_DROPS, True)
    assert station.printer.print(1, RECEIPT) == PrintOutcome(PrintState.UNKNOWN, Why.LINE_LOST)
    assert station.printer.health().answers is Tri.YES
    assert text_of(printer.view().rows, columns=42).count("CITY OF CLAREMORE") <= 1
    assert receipts_on(printer) == 0


def test_a_late_answer_confirms_a_job_that_was_given_up(build: Connect, printer: SimulatedPrinter) -> None:
    station = build(limits=LATE)
    printer.switch(PrinterFault.LATE_REPLY, True)
    assert station.printer.print(1, RECEIPT) == PrintOutcome(PrintState.UNKNOWN, Why.NOT_CONFIRMED)
    assert station.printer.print(2, RECEIPT) == PrintOutcome(PrintState.UNKNOWN, Why.NOT_CONFIRMED)
    printer.switch(PrinterFault.LATE_REPLY, False)
    station.printer.health()
    assert tuple(station.printer.late_answers()) == (1, 2)
    assert receipts_on(printer) == 2


def test_an_answer_for_an_earlier_job_confirms_no_later_one(build: Connect, printer: SimulatedPrinter) -> None:
    station = build(limits=LATE)
    printer.switch(PrinterFault.LATE_REPLY, True)
    station.printer.print(1, RECEIPT)
    printer.switch(PrinterFault.LATE_REPLY, False)
    printer.switch(PrinterFault.LATE_REPLY, True)
    assert station.printer.print(2, RECEIPT) == PrintOutcome(PrintState.UNKNOWN, Why.NOT_CONFIRMED)
    assert tuple(station.printer.late_answers()) == (1,)


def test_a_jammed_cutter_is_named(station: PrinterSet, printer: SimulatedPrinter) -> None:
    printer.switch(PrinterFault.CUTTER_JAM, True)
    assert station.printer.print(1, RECEIPT) == PrintOutcome(PrintState.UNKNOWN, Why.STOPPED_MIDWAY)
    assert station.printer.health().trouble is Trouble.CUTTER
    printer.switch(PrinterFault.CUTTER_JAM, False)
    assert station.printer.health().word is HealthWord.OK


def test_two_programs_on_one_printer_the_second_gets_no_answer_and_prints_nothing(
    station: PrinterSet, connect: Connect, printer: SimulatedPrinter
) -> None:
    assert station.printer.print(1, RECEIPT) == PRINTED
    second = connect(limits=SILENCE)
    assert second.printer.print(2, RECEIPT) == PrintOutcome(PrintState.FAILED, Why.NO_ANSWER)
    second.printer.close()
    assert station.printer.print(3, RECEIPT) == PRINTED
    assert receipts_on(printer) == 2


def test_the_drawer_opens_by_its_own_pulse_of_50_ms(station: PrinterSet, printer: SimulatedPrinter) -> None:
    assert station.drawer.is_open() is Tri.NO
    assert station.drawer.open() is DrawerResult.OPENED
    assert station.drawer.is_open() is Tri.YES
    view = printer.view()
    assert (view.drawer.is_open, view.drawer.last_pulse_ms, view.drawer.pulses) == (True, 50, 1)
    assert view.rows == ()


def test_after_a_long_pause_the_line_is_given_free_for_another_station(build: Connect, connect: Connect) -> None:
    station = build(limits=replace(PATIENT, idle_close_s=0.0))
    assert station.printer.print(1, RECEIPT) == PRINTED
    assert station.printer.health().word is HealthWord.OK
    other = connect()
    assert other.printer.health().word is HealthWord.OK
