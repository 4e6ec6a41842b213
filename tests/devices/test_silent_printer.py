"""A clone that answers nothing: it prints, nobody is asked, and nothing it says is shown as good."""

import pytest

from app.domain.device_state import DrawerResult, HealthWord, Tri
from app.domain.print_job import PrintOutcome, PrintState, Why
from devices.simulators.escpos_printer import SimulatedPrinter
from devices.simulators.paper import PaperCut
from devices.simulators.printer_works import PrinterFault
from tests.devices.conftest import RECEIPT, Connect
from tests.devices.watch import Watch


@pytest.fixture
def silent(printer: SimulatedPrinter) -> SimulatedPrinter:
    printer.switch(PrinterFault.NO_REPLY, True)
    return printer


def test_a_job_ends_as_sent_and_health_cannot_tell(silent: SimulatedPrinter, connect: Connect, watch: Watch) -> None:
    station = connect(profile="silent-80")
    assert station.printer.print(1, RECEIPT) == PrintOutcome(PrintState.SENT)
    health = station.printer.health()
    assert (health.word, health.words) == (HealthWord.UNKNOWN, "cannot tell")
    watch.until(lambda: any(isinstance(row, PaperCut) for row in silent.view().rows))


def test_its_drawer_is_pulsed_blindly(silent: SimulatedPrinter, connect: Connect, watch: Watch) -> None:
    station = connect(profile="silent-80")
    assert station.drawer.open() is DrawerResult.CANNOT_TELL
    assert station.drawer.is_open() is Tri.UNKNOWN
    watch.until(lambda: silent.view().drawer.is_open)


def test_each_job_gets_a_fresh_line_so_that_a_dead_one_swallows_nothing(
    silent: SimulatedPrinter, connect: Connect, watch: Watch
) -> None:
    station = connect(profile="silent-80")
    assert station.printer.print(1, RECEIPT).state is PrintState.SENT
    watch.until(lambda: any(isinstance(row, PaperCut) for row in silent.view().rows))
    silent.stop()
    assert station.printer.print(2, RECEIPT) == PrintOutcome(PrintState.FAILED, Why.NO_ANSWER)
    assert station.drawer.open() is DrawerResult.NOT_SENT
