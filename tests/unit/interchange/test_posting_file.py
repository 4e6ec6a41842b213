"""The posting file: fixed bytes, safe text, and read back against its own trailer."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interchange.posting_file import (
    PostingFile,
    PostingKind,
    PostingRow,
    PostingUnreadableError,
    read_posting,
    split_bucket,
)
from app.interchange.spreadsheet_text import plain_text, safe_text

MIX = (("check", 15000), ("cash", 3412))
PAID = PostingRow(
    kind=PostingKind.PAYMENT,
    batch="DT1B-0142",
    receipt="DT1B-000147",
    line=1,
    business_date="2026-11-21",
    time="10:42:07",
    account="104-2281",
    service="WATER",
    age="30",
    cents=3200,
    tenders=MIX,
)
VOIDED = PostingRow(
    kind=PostingKind.VOID,
    batch="DT1B-0142",
    receipt="DT1B-000147",
    line=1,
    business_date="2026-11-21",
    time="10:51:00",
    account="104-2281",
    service="WATER",
    age="30",
    cents=-3200,
    tenders=MIX,
    refers_to="DT1B-000147",
    reason="WRONG ACCOUNT, see note",
)
FILE = PostingFile("City of Claremore", "DT1", 7, (PAID, VOIDED, PAID), practice=False)

GOLDEN = (
    b"HEADER,1,City of Claremore,DT1,7,2026-11-21,2026-11-21,DT1B-000147,DT1B-000147,REAL\r\n"
    b"COLUMNS,file_no,kind,batch,receipt,line,business_date,time,account,service,age,amount,tenders,refers_to,reason\r\n"
    b"ROW,7,PAYMENT,DT1B-0142,DT1B-000147,1,2026-11-21,10:42:07,104-2281,WATER,30,32.00,check 150.00; cash 34.12,,\r\n"
    b"ROW,7,VOID,DT1B-0142,DT1B-000147,1,2026-11-21,10:51:00,104-2281,WATER,30,-32.00,check 150.00; cash 34.12,"
    b'DT1B-000147,"WRONG ACCOUNT, see note"\r\n'
    b"ROW,7,PAYMENT,DT1B-0142,DT1B-000147,1,2026-11-21,10:42:07,104-2281,WATER,30,32.00,check 150.00; cash 34.12,,\r\n"
    b"TRAILER,3,32.00\r\n"
)


def test_a_posting_file_is_these_bytes() -> None:
    assert FILE.bytes() == GOLDEN
    assert FILE.bytes() == FILE.bytes()


def test_the_header_names_the_first_and_last_date_and_receipt() -> None:
    early = replace(PAID, receipt="DT1B-000099", business_date="2026-11-20")
    late = replace(PAID, receipt="DT1B-000150")
    header = PostingFile("City", "DT1", 7, (PAID, late, early), practice=False).bytes().splitlines()[0]
    assert header == b"HEADER,1,City,DT1,7,2026-11-20,2026-11-21,DT1B-000099,DT1B-000150,REAL"


def test_it_reads_back_as_it_was() -> None:
    assert read_posting(GOLDEN) == FILE


def test_practice_stands_in_its_name_and_in_its_header() -> None:
    practice = PostingFile("City of Claremore", "DT1", 7, (PAID,), practice=True)
    assert (practice.name, FILE.name) == ("PRACTICE_posting-DT1-0007.csv", "posting-DT1-0007.csv")
    assert practice.bytes().splitlines()[0].endswith(b",PRACTICE")
    assert read_posting(practice.bytes()).practice


def test_a_file_without_rows_is_a_file() -> None:
    empty = PostingFile("City of Claremore", "DT1", 8, (), practice=False)
    assert empty.bytes().endswith(b"TRAILER,0,0.00\r\n")
    assert read_posting(empty.bytes()) == empty


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "'=1", "''@x"])
def test_text_that_a_spreadsheet_would_run_is_made_safe(text: str) -> None:
    assert safe_text(text) == "'" + text
    assert plain_text(safe_text(text)) == text


@given(st.text(max_size=8))
def test_made_safe_and_back_is_the_same_text(text: str) -> None:
    assert plain_text(safe_text(text)) == text
    assert not safe_text(text).startswith(("=", "+", "-", "@"))


WORDS = st.text(alphabet='ab=+-@\', "\n', max_size=6)
ROWS = st.builds(
    PostingRow,
    kind=st.sampled_from(PostingKind),
    batch=st.just("DT1B-0142"),
    receipt=st.just("DT1B-000147"),
    line=st.integers(1, 9),
    business_date=st.dates().map(str),
    time=st.just("10:42:07"),
    account=WORDS,
    service=st.sampled_from(["WATER", "CREDIT"]),
    age=st.sampled_from(["90", "current", ""]),
    cents=st.integers(-99_999_999_999, 99_999_999_999),
    tenders=st.lists(st.tuples(st.sampled_from(["cash", "card"]), st.integers(0, 10_000)), max_size=3).map(tuple),
    refers_to=WORDS,
    reason=WORDS,
)


@given(st.lists(ROWS, max_size=4), WORDS)
def test_whatever_is_posted_reads_back(rows: list[PostingRow], city: str) -> None:
    posting = PostingFile(city, "DT1", 3, tuple(rows), practice=False)
    assert read_posting(posting.bytes()) == posting


@given(st.lists(ROWS, min_size=1, max_size=3))
def test_no_text_cell_begins_as_a_formula(rows: list[PostingRow]) -> None:
    data = PostingFile("C", "DT1", 3, tuple(rows), practice=False).bytes()
    for record in list(csv.reader(io.StringIO(data.decode(), newline="")))[2:-1]:
        texts = [*record[:11], *record[12:]]
        assert not any(text.startswith(("=", "+", "-", "@")) for text in texts)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Line 1 of the posting file cannot be read: no posting file"),
        (b"\xff\xfe", "no posting file"),
        (b'"', "no posting file"),
        (GOLDEN.replace(b"HEADER,1", b"HEADER,2"), "no posting file"),
        (GOLDEN.replace(b"reason", b"why"), "Line 2 .* other columns"),
        (GOLDEN.replace(b"ROW,7,VOID", b"ROW,8,VOID"), "Line 4 .* no row of this file"),
        (GOLDEN.replace(b"VOID", b"GIFT"), "Line 4"),
        (GOLDEN.replace(b",32.00,", b",32.001,"), "Line 3 .* unreadable"),
        (GOLDEN.replace(b",DT1,7,", b",DT1,seven,"), "a number"),
        (GOLDEN.replace(b",32.00,", b",32.01,", 1), "Line 6 .* the trailer does not agree"),
        (GOLDEN.replace(b"TRAILER,3", b"TRAILER,4"), "the trailer does not agree"),
        (GOLDEN[: GOLDEN.index(b"TRAILER")], "the trailer does not agree"),
    ],
)
def test_a_changed_posting_file_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(PostingUnreadableError, match=words):
        read_posting(data)


def test_a_bucket_is_a_service_and_an_age() -> None:
    assert split_bucket("WATER.90") == ("WATER", "90")
    assert split_bucket("CREDIT") == ("CREDIT", "")
