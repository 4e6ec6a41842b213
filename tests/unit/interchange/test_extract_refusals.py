"""Files that are refused whole, each with one sentence that says what to do."""

from collections.abc import Callable

import pytest

from app.errors import InputError
from app.interchange.accounts_extract import AccountsExtract
from app.interchange.extract_errors import (
    ColumnRepeatedError,
    ColumnsMissingError,
    EmptyExtractError,
    ExtractBreaksOffError,
    ExtractChangedError,
    HeaderMissingError,
    LineTooLongError,
    NoRowsError,
    NotAnExtractError,
    TrailerNotLastError,
    TrailerRowsDifferError,
    TrailerTotalDiffersError,
    TrailerUnreadableError,
)
from app.interchange.extract_lines import MAX_LINE_BYTES
from tests.unit.interchange.extracts import extract_text, read_bytes, read_rows, row

GOOD = extract_text([row()]).encode()


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyExtractError, "The file is empty"),
        (b"\n\r\n  \n", EmptyExtractError, "The file is empty"),
        (b"\xef\xbb\xbf", EmptyExtractError, "The file is empty"),
        (b"PK\x03\x04\x14\x00", NotAnExtractError, "an Excel workbook or an archive, not an accounts extract. Save it"),
        (b"\xd0\xcf\x11\xe0\xa1", NotAnExtractError, "an old Excel workbook"),
        (b"%PDF-1.7\n", NotAnExtractError, "a PDF"),
        ("account,name\n".encode("utf-16"), NotAnExtractError, r"Unicode \(UTF-16\) text"),
        (b"account\x00,name\n", NotAnExtractError, "no text"),
        (b"104-2281,RUIZ,61.20\n", HeaderMissingError, "does not begin with the names of its columns"),
        (b"<!DOCTYPE html>\n<html>\n", HeaderMissingError, "does not begin"),
        (b'"account\n', HeaderMissingError, "does not begin"),
        (GOOD.replace(b",", b";"), HeaderMissingError, "separates its columns by semicolons"),
        (GOOD.replace(b",", b"\t"), HeaderMissingError, "separates its columns by tabs"),
        (GOOD.replace(b"past_due_60", b"sixty"), ColumnsMissingError, "lacks the column past_due_60"),
        (b"account,name\n1,2\n", ColumnsMissingError, "lacks the columns service_address, class, status, service"),
        (GOOD.replace(b"unit,", b"name,"), ColumnRepeatedError, "The column name stands twice"),
        (GOOD.splitlines()[0] + b"\n", NoRowsError, "a header and no accounts"),
        (GOOD.splitlines()[0] + b"\nTRAILER,0,0.00,2026-11-20,0\n", NoRowsError, "a header and no accounts"),
        (GOOD + b"x" * (MAX_LINE_BYTES + 70_000), LineTooLongError, "Line 3 is too long"),
    ],
)
def test_a_wrong_file_is_refused_with_one_sentence(data: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        read_bytes(data)
    assert "\n" not in caught.value.sentence()
    assert caught.value.sentence().endswith(".")


@pytest.mark.parametrize(
    ("trailer", "error", "words"),
    [
        ("TRAILER,3,83.30,2026-11-20,0", TrailerRowsDifferError, "The trailer says 3 rows, the file has 2"),
        ("TRAILER,2,83.31,2026-11-20,0", TrailerTotalDiffersError, "says 83.31 in all, the rows add up to 83.30"),
        ("TRAILER,two,83.30,2026-11-20,0", TrailerUnreadableError, "line 4 cannot be read: the number of rows"),
        ("TRAILER,-2,83.30,2026-11-20,0", TrailerUnreadableError, "the number of rows"),
        ("TRAILER,2,,2026-11-20,0", TrailerUnreadableError, "the total"),
        ("TRAILER,2,8x,2026-11-20,0", TrailerUnreadableError, "amount “8x” unreadable"),
        ("TRAILER,2,83.30,20.11.2026,0", TrailerUnreadableError, "date “20.11.2026” unreadable"),
        ("TRAILER,2,83.30,2026-11-20,x", TrailerUnreadableError, "the number of the posting file"),
        ("TRAILER", TrailerUnreadableError, "the number of rows"),
        ("TRAILER,2,83.30,2026-11-20,0\n104,late", TrailerNotLastError, "Line 5 stands after the trailer"),
        ("TRAILER,2,83.30,2026-11-20,0\nTRAILER,2,83.30,2026-11-20,0", TrailerNotLastError, "may be two files"),
    ],
)
def test_a_trailer_that_does_not_agree_refuses_the_whole_file(
    trailer: str, error: type[InputError], words: str
) -> None:
    with pytest.raises(error, match=words):
        read_rows(row(), row(service="SEWER", current="22.10"), trailer=trailer)


def test_nothing_is_handed_on_from_a_file_that_is_refused() -> None:
    data = extract_text([row()], trailer="TRAILER,2,61.20,2026-11-20,0").encode()
    with pytest.raises(TrailerRowsDifferError):
        next(iter(AccountsExtract(lambda: [data]).accounts()))


def _written_meanwhile() -> Callable[[], list[bytes]]:
    versions = iter([GOOD, GOOD.replace(b"61.20", b"61.30")])
    return lambda: [next(versions)]


def test_a_file_that_changes_while_it_is_read_is_refused() -> None:
    with pytest.raises(ExtractChangedError, match="changed while it was read"):
        list(AccountsExtract(_written_meanwhile()).accounts())


def test_a_file_cut_in_half_is_refused_and_a_broken_last_row_with_its_line_end_is_not() -> None:
    whole = extract_text([row(account="1-1"), row(account="2-2")])
    cut = whole[: whole.rindex("2-2") + 8]
    with pytest.raises(ExtractBreaksOffError, match="breaks off in line 3 and has no trailer"):
        read_bytes(cut.encode())
    read_bytes(f"{cut}\n".encode())
