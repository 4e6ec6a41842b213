"""Printer, drawer and extract: what came back, what a person saw, and what is refused."""

import socket
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.device_setting import DeviceSetting
from app.interchange.practice.city import practice_city
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.printer_works import PrinterFault
from tests.ui.set_up.conftest import fill
from ui.viewmodels.set_up.path import SetUpPath
from ui.viewmodels.set_up.printer import NO_DRAWER, NOT_PRINTED, OPENED, PRINTED, STAYED_SHUT, PrinterStep


@pytest.fixture
def printer(path: SetUpPath, bench: PracticeBench) -> PrinterStep:
    fill(path.printer, printer_address=f"127.0.0.1:{bench.printer.port}")
    return path.printer


def try_paper(printer: PrinterStep, qtbot: QtBot) -> None:
    printer.test_print()
    qtbot.waitUntil(lambda: not printer.busy)


def try_drawer(printer: PrinterStep, qtbot: QtBot) -> None:
    printer.kick()
    qtbot.waitUntil(lambda: not printer.busy)


def setting(printer: PrinterStep) -> DeviceSetting:
    found = printer.setting()
    assert found is not None
    return found


@pytest.mark.parametrize("address", ["printer :9100", "10.0.0.9:port", ":9100", "10.0.0.9:70000"])
def test_an_address_is_a_host_and_a_port(path: SetUpPath, address: str) -> None:
    fill(path.printer, printer_address=address)
    assert path.printer.fault() == (
        f"“{address}” is no address. Type a host and a port, like 192.168.1.50:9100."
    )


def test_the_usual_port_need_not_be_typed(path: SetUpPath) -> None:
    fill(path.printer, printer_address="10.2.1.61")
    assert setting(path.printer).address == "10.2.1.61:9100"


def test_a_printer_counts_when_somebody_saw_the_paper_and_the_drawer(
    printer: PrinterStep, qtbot: QtBot, bench: PracticeBench
) -> None:
    assert printer.fault() == "Print the test and say whether it came out, or skip this step."
    try_paper(printer, qtbot)
    assert any("TEST, no receipt" in str(row) for row in bench.printer.view().rows)
    assert printer.fault() == "The test paper has to come out and read well. Try again, or skip this step."
    printer.see_print(PRINTED)
    assert printer.fault() == "Open the drawer once and say whether it opened, or say that there is none."
    try_drawer(printer, qtbot)
    assert bench.printer.view().drawer.is_open
    printer.see_drawer(STAYED_SHUT)
    assert printer.fault() == (
        "The drawer stayed shut. Try the other pin, look at its cable, or say that there is none here."
    )
    printer.see_drawer(OPENED)
    assert printer.fault() == ""
    assert setting(printer).drawer_has_sensor


def test_a_station_may_have_no_drawer(printer: PrinterStep, qtbot: QtBot) -> None:
    try_paper(printer, qtbot)
    printer.see_print(PRINTED)
    printer.see_drawer(NO_DRAWER)
    assert printer.fault() == ""
    assert not setting(printer).drawer_has_sensor
    assert ("Drawer", "none here") in printer.glance()


def test_another_address_has_to_be_seen_again(printer: PrinterStep, qtbot: QtBot) -> None:
    try_paper(printer, qtbot)
    printer.see_print(PRINTED)
    fill(printer, printer_address="10.2.1.61:9100")
    assert printer.fault() == "Print the test and say whether it came out, or skip this step."


def test_where_no_printer_is_a_sentence_says_so(path: SetUpPath, qtbot: QtBot) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    fill(path.printer, printer_address=f"127.0.0.1:{port}")
    try_paper(path.printer, qtbot)
    assert path.printer.fault() == (
        "The printer does not answer. See that it is switched on, its cable is in, and no other program uses it; "
        "then print the test again."
    )
    try_drawer(path.printer, qtbot)
    assert path.printer.trouble() == (
        f"Nothing answers at 127.0.0.1:{port}. See that the printer is on and the address is right."
    )


def test_a_printer_without_paper_says_so(printer: PrinterStep, qtbot: QtBot, bench: PracticeBench) -> None:
    bench.printer.switch(PrinterFault.PAPER_OUT, True)
    try_paper(printer, qtbot)
    assert printer.fault() == "The printer is out of paper. Load paper and print the test again."


def test_a_paper_that_reads_badly_does_not_count(printer: PrinterStep, qtbot: QtBot) -> None:
    try_paper(printer, qtbot)
    printer.see_print(NOT_PRINTED)
    assert printer.fault() == "The test paper has to come out and read well. Try again, or skip this step."


def test_the_printer_may_wait(path: SetUpPath) -> None:
    path.here = path.steps.index(path.printer)
    path.skip()
    assert path.step is path.accounts
    assert path.printer.setting() is None
    assert path.printer.said() == "skipped, later in Set-up"


def test_an_extract_is_read_whole_and_taken_nowhere(path: SetUpPath, qtbot: QtBot, tmp_path: Path) -> None:
    text = b"".join(practice_city(7, accounts=60, business_date=date(2026, 11, 21)))
    lines = text.splitlines(keepends=True)
    lines[5] = lines[5].replace(b",", b"")
    (tmp_path / "accounts.csv").write_bytes(b"".join(lines[:-1]))
    fill(path.accounts, extract_path=str(tmp_path / "accounts.csv"))
    assert path.accounts.fault() == "Press Enter to look into the file first."
    path.accounts.look()
    qtbot.waitUntil(lambda: not path.accounts.is_reading)
    seen = path.accounts.preview
    assert seen is not None
    assert seen.rows == len(lines) - 2
    assert seen.quarantined == 1
    assert seen.as_of == ""
    assert dict(path.accounts.facts())["As of"] == "the file does not say"
    assert path.accounts.fault() == ""
    assert [each.name for each in tmp_path.iterdir()] == ["accounts.csv"]


def test_a_file_that_is_no_extract_is_one_sentence(path: SetUpPath, qtbot: QtBot, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"nothing,of,the,kind\n1,2,3,4\n")
    fill(path.accounts, extract_path=str(bad))
    path.accounts.look()
    qtbot.waitUntil(lambda: not path.accounts.is_reading)
    assert path.accounts.fault() == (
        "The file does not begin with the names of its columns. Choose the accounts extract."
    )


def test_a_file_that_is_not_there_is_one_sentence(path: SetUpPath, tmp_path: Path) -> None:
    fill(path.accounts, extract_path=str(tmp_path / "no.csv"))
    path.accounts.look()
    assert path.accounts.fault() == f"There is no file {tmp_path / 'no.csv'}. Choose the extract, or skip this step."


def test_accounts_may_wait(path: SetUpPath) -> None:
    assert path.accounts.fault() == "Choose the extract, or skip this step: it can be taken in later."
    path.here = path.steps.index(path.accounts)
    path.skip()
    assert path.step is path.glance
    assert path.accounts.path() is None
