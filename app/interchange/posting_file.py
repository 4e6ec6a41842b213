"""The posting file: what billing takes from us, one row per receipt line and bucket (accounts-extract.md).

CSV, UTF-8, CRLF, columns fixed; the same records make the same bytes. Its number is what `posted_through` in a
later extract names. Text that a spreadsheet would take for a formula gets an apostrophe in front.

    HEADER,<version>,<city>,<station>,<file no>,<first date>,<last date>,<first receipt>,<last receipt>,<REAL|PRACTICE>
    COLUMNS,file_no,kind,batch,receipt,line,business_date,time,account,service,age,amount,tenders,refers_to,reason
    ROW,7,PAYMENT,DT1B-0142,DT1B-000147,1,2026-11-21,10:42:07,104-2281,WATER,30,32.00,check 150.00; cash 34.12,,
    TRAILER,<rows>,<total>
"""

import csv
import io
from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from app.domain.money import Money
from app.errors import InputError
from app.frozen import frozen
from app.interchange.extract_values import RowFaultError, read_amount
from app.interchange.spreadsheet_text import plain_text, safe_text

VERSION = "1"
COLUMNS = (
    *("file_no", "kind", "batch", "receipt", "line", "business_date", "time", "account", "service", "age", "amount"),
    *("tenders", "refers_to", "reason"),
)
HEADER_FIELDS = 10
REAL, PRACTICE = "REAL", "PRACTICE"
CREDIT = "CREDIT"


class PostingKind(StrEnum):
    """Why a row is there: money taken, or money taken back (its amount is negative)."""

    PAYMENT = "PAYMENT"
    VOID = "VOID"
    REVERSAL = "REVERSAL"
    CORRECTION = "CORRECTION"


class PostingUnreadableError(InputError):
    """The file is not a posting file, or was changed."""

    code: ClassVar[str] = "posting_unreadable"

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"Line {line} of the posting file cannot be read: {what}. Export the file again.")
        self.line, self.what = line, what


@frozen
class PostingRow:
    """One bucket of one receipt line; `cents` negative in a void, reversal or correction, which names `refers_to`.

    `account` as the bill prints it; `age` is 90, 60, 30, current or "" (credit); `tenders` the receipt's mix as
    (tender, cents); `time` HH:MM:SS on the city's clock.
    """

    kind: PostingKind
    batch: str
    receipt: str
    line: int
    business_date: str
    time: str
    account: str
    service: str
    age: str
    cents: int
    tenders: tuple[tuple[str, int], ...]
    refers_to: str = ""
    reason: str = ""


@frozen
class PostingFile:
    """One numbered posting file of balanced batches."""

    city: str
    station: str
    file_no: int
    rows: tuple[PostingRow, ...]
    practice: bool

    @property
    def total(self) -> int:
        """Cents of all rows, what was taken back subtracted."""
        return sum(row.cents for row in self.rows)

    @property
    def name(self) -> str:
        """The file's name; practice can never be mistaken for real."""
        return f"{'PRACTICE_' if self.practice else ''}posting-{self.station}-{self.file_no:04d}.csv"

    def bytes(self) -> bytes:
        """The file, always the same for the same records."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(["HEADER", VERSION, *self._header()])
        writer.writerow(["COLUMNS", *COLUMNS])
        for row in self.rows:
            writer.writerow(["ROW", str(self.file_no), *_row_fields(row)])
        writer.writerow(["TRAILER", str(len(self.rows)), Money(self.total).ascii()])
        return out.getvalue().encode("utf-8")

    def _header(self) -> list[str]:
        dates = sorted({row.business_date for row in self.rows}) or [""]
        receipts = sorted({row.receipt for row in self.rows}) or [""]
        return [
            safe_text(self.city),
            safe_text(self.station),
            str(self.file_no),
            *(dates[0], dates[-1], receipts[0], receipts[-1]),
            PRACTICE if self.practice else REAL,
        ]


def split_bucket(bucket: str) -> tuple[str, str]:
    """`WATER.90` as (`WATER`, `90`); `CREDIT` as (`CREDIT`, "")."""
    service, _dot, age = bucket.partition(".")
    return service, age


def read_posting(data: bytes) -> PostingFile:
    """Read a posting file back and hold it against its own trailer.

    Raises:
        PostingUnreadableError: not a posting file, a field that cannot be read, a trailer that does not agree.
    """
    try:
        records = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise PostingUnreadableError(1, "no posting file") from error
    if len(records) < 3 or records[0][:2] != ["HEADER", VERSION] or len(records[0]) != HEADER_FIELDS:
        raise PostingUnreadableError(1, "no posting file")
    if records[1] != ["COLUMNS", *COLUMNS]:
        raise PostingUnreadableError(2, "other columns")
    header = records[0]
    file_no = _whole(header[4], 1)
    rows = tuple(_read_row(line, fields, file_no) for line, fields in enumerate(records[2:-1], start=3))
    found = PostingFile(plain_text(header[2]), plain_text(header[3]), file_no, rows, practice=header[9] == PRACTICE)
    if records[-1] != ["TRAILER", str(len(rows)), Money(found.total).ascii()]:
        raise PostingUnreadableError(len(records), "the trailer does not agree with the rows")
    return found


def _row_fields(row: PostingRow) -> Iterable[str]:
    tenders = "; ".join(f"{tender} {Money(cents).ascii()}" for tender, cents in row.tenders)
    return (
        row.kind.value,
        *(row.batch, row.receipt, str(row.line), row.business_date, row.time),
        *(safe_text(row.account), safe_text(row.service), safe_text(row.age), Money(row.cents).ascii()),
        *(safe_text(tenders), safe_text(row.refers_to), safe_text(row.reason)),
    )


def _read_row(line: int, fields: list[str], file_no: int) -> PostingRow:
    if len(fields) != len(COLUMNS) + 1 or fields[0] != "ROW" or fields[1] != str(file_no):
        raise PostingUnreadableError(line, "no row of this file")
    _word, _no, kind, batch, receipt, number, day, time, account, service, age, amount, tenders, refers, why = fields
    try:
        return PostingRow(
            kind=PostingKind(kind),
            batch=batch,
            receipt=receipt,
            line=_whole(number, line),
            business_date=day,
            time=time,
            account=plain_text(account),
            service=plain_text(service),
            age=plain_text(age),
            cents=read_amount(amount),
            tenders=tuple(_tender(part) for part in plain_text(tenders).split("; ") if part),
            refers_to=plain_text(refers),
            reason=plain_text(why),
        )
    except (RowFaultError, ValueError) as error:
        raise PostingUnreadableError(line, str(error)) from error


def _tender(text: str) -> tuple[str, int]:
    tender, _space, amount = text.rpartition(" ")
    return tender, read_amount(amount)


def _whole(text: str, line: int) -> int:
    if not (text.isascii() and text.isdigit()):
        raise PostingUnreadableError(line, "a number")
    return int(text)
