"""What a scan is: receipt, digits, or text for the search."""

import pytest

from app.domain.scan_line import Scan, ScanKind, ScanUnreadableError, cleaned_scan, read_scan, stub_digits


def test_the_bar_code_of_a_receipt_is_known() -> None:
    assert read_scan("DT1B-000147\r") == Scan(ScanKind.RECEIPT, "DT1B-000147")
    assert read_scan("XDT1A-000002").kind is ScanKind.RECEIPT
    assert read_scan("]C0DT1B-000147").kind is ScanKind.RECEIPT


def test_a_stub_line_is_looked_up_by_its_digits() -> None:
    assert read_scan("00104228103000018412") == Scan(ScanKind.DIGITS, "00104228103000018412", "00104228103000018412")
    assert read_scan("0010 4228103 000018412\r\n").digits == "00104228103000018412"


def test_an_account_number_as_printed_is_digits_too() -> None:
    assert read_scan("104-2281-03").digits == "104228103"
    assert stub_digits("104-2281-03") == "104228103"


def test_anything_else_goes_to_the_search() -> None:
    assert read_scan("https://pay.example/104") == Scan(ScanKind.TEXT, "https://pay.example/104")
    assert read_scan("W1220984").kind is ScanKind.TEXT
    assert read_scan("412").kind is ScanKind.TEXT


def test_control_characters_are_dropped() -> None:
    assert cleaned_scan("\x02104-\x00\x1d2281\x7f-03\x03\r") == "104- 2281 -03"
    assert read_scan("\x1b\x02DT1B-000147\x03").kind is ScanKind.RECEIPT


def test_code_39_asterisks_are_no_part_of_the_text() -> None:
    assert cleaned_scan("*104228103*") == "104228103"


@pytest.mark.parametrize("garbage", ["", "\r\n", "\x00\x01\x02", "   ", "--- ***"])
def test_garbage_is_refused_in_one_sentence(garbage: str) -> None:
    with pytest.raises(ScanUnreadableError, match="Scan again, or type the account"):
        read_scan(garbage)


def test_a_flood_of_characters_is_cut_to_its_limit() -> None:
    assert len(read_scan("9" * 100_000).text) == 200
