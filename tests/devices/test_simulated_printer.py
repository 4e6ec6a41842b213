"""The practice printer itself, byte by byte, with a bare socket; vector 15 among them."""

import socket
from collections.abc import Iterator

import pytest

from devices.simulators.escpos_printer import SimulatedPrinter
from devices.simulators.paper import PaperFeed, PaperQr, PaperRaster, PaperText, text_of
from devices.simulators.printer_works import PrinterFault
from tests.devices.watch import Watch


@pytest.fixture
def line(printer: SimulatedPrinter) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", printer.port), timeout=5) as connected:
        yield connected


def ask(line: socket.socket, question: str, size: int) -> str:
    line.sendall(bytes.fromhex(question))
    answer = b""
    while len(answer) < size:
        answer += line.recv(size - len(answer))
    return answer.hex(" ")


def test_vector_15_the_common_pulse_opens_the_drawer(
    printer: SimulatedPrinter, line: socket.socket, watch: Watch
) -> None:
    line.sendall(bytes.fromhex("1B 70 00 19 FA"))
    watch.until(lambda: printer.view().drawer.is_open)
    assert printer.view().drawer.last_pulse_ms == 50
    assert ask(line, "10 04 01", 1) == "16"


@pytest.mark.parametrize(
    ("fault", "answers"),
    [
        (None, "12 12 12 12"),
        (PrinterFault.PAPER_LOW, "12 12 12 1e"),
        (PrinterFault.PAPER_OUT, "1a 32 12 7e"),
        (PrinterFault.COVER_OPEN, "1a 16 12 12"),
        (PrinterFault.OFFLINE, "1a 12 12 12"),
    ],
)
def test_real_time_status_as_in_the_table(
    printer: SimulatedPrinter, line: socket.socket, fault: PrinterFault | None, answers: str
) -> None:
    if fault is not None:
        printer.switch(fault, True)
    assert ask(line, "10 04 01 10 04 02 10 04 03 10 04 04", 4) == answers


def test_a_status_question_cut_in_two_is_answered_once(line: socket.socket, printer: SimulatedPrinter) -> None:
    line.sendall(b"\x10")
    assert ask(line, "04 01 10 04 04", 2) == "12 12"


def test_a_status_question_inside_a_picture_is_answered_too(
    line: socket.socket, printer: SimulatedPrinter, watch: Watch
) -> None:
    assert ask(line, "1D 76 30 00 04 00 01 00 10 04 01 FF", 1) == "12"
    watch.until(lambda: bool(printer.view().rows))
    assert printer.view().rows == (PaperRaster(4, b"\x10\x04\x01\xff"),)


def test_buffered_answers_wait_while_the_printer_is_offline(
    line: socket.socket, printer: SimulatedPrinter
) -> None:
    printer.switch(PrinterFault.COVER_OPEN, True)
    line.sendall(bytes.fromhex("41 0A 1D 72 01 1D 28 48 06 00 30 30 41 42 43 44"))
    assert ask(line, "10 04 02", 1) == "16"
    assert printer.view().rows == ()
    printer.switch(PrinterFault.COVER_OPEN, False)
    assert ask(line, "", 8) == "00 37 22 41 42 43 44 00"
    assert [row.text for row in printer.view().rows if isinstance(row, PaperText)] == ["A"]


def test_automatic_status_back_tells_each_change(line: socket.socket, printer: SimulatedPrinter) -> None:
    assert ask(line, "1D 61 0F", 4) == "10 00 00 00"
    printer.switch(PrinterFault.PAPER_OUT, True)
    assert ask(line, "", 4) == "18 00 0f 00"


def test_the_model_is_told(line: socket.socket) -> None:
    assert bytes.fromhex(ask(line, "1D 49 43", 9)) == b"_TM-T88V\0"


def test_clearing_the_buffer_loses_the_job(line: socket.socket, printer: SimulatedPrinter) -> None:
    printer.switch(PrinterFault.OFFLINE, True)
    assert ask(line, "41 0A 10 14 08 01 03 14 01 06 02 08", 3) == "37 25 00"
    printer.switch(PrinterFault.OFFLINE, False)
    assert ask(line, "10 04 01", 1) == "12"
    assert printer.view().rows == ()


def test_unknown_bytes_are_shown_as_hex_and_never_swallowed(
    line: socket.socket, printer: SimulatedPrinter, watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    line.sendall(b"\x1b\x7eA\n")
    watch.until(lambda: bool(printer.view().rows))
    assert printer.view().unknown == ("1b 7e",)
    assert "unknown bytes 1b 7e" in caplog.text


def test_text_wraps_where_the_roll_ends_and_styles_are_kept(
    line: socket.socket, printer: SimulatedPrinter, watch: Watch
) -> None:
    line.sendall(b"x" * 50 + b"\n\x1b\x45\x01\x1d\x21\x11AB\x1b\x45\x00C\n\x1b\x64\x03")
    watch.until(lambda: len(printer.view().rows) == 4)
    first, second, third, feed = printer.view().rows
    assert isinstance(first, PaperText)
    assert isinstance(second, PaperText)
    assert isinstance(third, PaperText)
    assert (len(first.text), len(second.text), third.text, feed) == (42, 8, "ABC", PaperFeed(3))
    assert [(span.text, span.bold, span.width) for span in third.spans] == [("AB", True, 2), ("C", False, 2)]


def test_qr_codes_are_kept_as_what_they_say(line: socket.socket, printer: SimulatedPrinter, watch: Watch) -> None:
    line.sendall(bytes.fromhex("1D 28 6B 06 00 31 50 30") + b"abc" + bytes.fromhex("1D 28 6B 03 00 31 51 30"))
    watch.until(lambda: bool(printer.view().rows))
    assert printer.view().rows == (PaperQr("abc"),)
    assert "[QR abc]" in text_of(printer.view().rows, columns=42)


def test_the_paper_can_be_torn_off_and_the_traffic_was_recorded(
    line: socket.socket, printer: SimulatedPrinter, watch: Watch
) -> None:
    line.sendall(b"A\n")
    watch.until(lambda: bool(printer.view().rows))
    printer.tear_off()
    assert printer.view().rows == ()
    assert ask(line, "10 04 01", 1) == "12"
    assert [(piece.inward, piece.data.hex()) for piece in printer.recording()] == [
        (True, "410a"),
        (True, "100401"),
        (False, "12"),
    ]


def test_the_port_is_the_same_after_a_power_cycle(printer: SimulatedPrinter) -> None:
    port = printer.port
    printer.stop()
    assert not printer.view().is_powered
    printer.start()
    assert printer.port == port
