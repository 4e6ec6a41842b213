"""The first pass over an extract: is it one, is it whole, and which accounts have rows that stand apart?"""

from collections.abc import Sequence
from operator import itemgetter

from app.domain.account import account_key
from app.frozen import frozen
from app.interchange.extract_columns import ColumnPlaces, column_places
from app.interchange.extract_errors import (
    EmptyExtractError,
    ExtractBreaksOffError,
    NoRowsError,
    TrailerNotLastError,
)
from app.interchange.extract_findings import Quarantine, QuarantinedRow
from app.interchange.extract_form import ExtractForm
from app.interchange.extract_lines import LinePass
from app.interchange.extract_records import UnsplitLine
from app.interchange.extract_rows import MONEY_COLUMNS
from app.interchange.extract_trailer import TRAILER, AmountSums, Trailer, check_trailer, is_trailer, read_trailer
from app.interchange.extract_values import Remembered, RowFaultError
from app.interchange.key_marks import KeyMarks


@frozen
class ExtractSurvey:
    """The whole file in figures; `accounts` counts those that its rows name.

    `broken` are rows that could not be divided; the hashes of keys in `scattered` need collecting (a key that only
    shares its hash with one is collected too, which harms nothing). `total_proved` is whether a trailer agreed and
    every amount could be read.
    """

    columns: ColumnPlaces
    rows: int
    accounts: int
    sums: AmountSums
    trailer: Trailer | None
    total_proved: bool
    broken: tuple[QuarantinedRow, ...]
    scattered: frozenset[int]
    sha256: str
    encoding: str

    def is_scattered(self, key: str) -> bool:
        """Whether rows of this account stand apart."""
        return hash(key) in self.scattered


def survey_lines(lines: LinePass, form: ExtractForm) -> ExtractSurvey:
    """Go through the whole file once.

    Raises:
        ExtractRefusedError: empty, no text, no header, columns missing, no rows, a trailer that does not agree, a last
            line that breaks off with no trailer behind it, or too many broken rows.
        ImportCancelledError: the reader's `cancelled` said so.
    """
    found = form.records(lines.lines())
    header = next(found, None)
    if header is None:
        raise EmptyExtractError
    rows = _Rows(column_places(header[1] if isinstance(header[1], list) else [header[1].text]), form)
    for line, fields, raw in found:
        rows.take(line, fields, raw)
    if not rows.count:
        raise NoRowsError
    if rows.trailer is None and rows.broken_line and not lines.ends_whole:
        raise ExtractBreaksOffError(rows.broken_line)
    rows.runs.end()
    sums = AmountSums(rows.balances, rows.credit, rows.last_payments, rows.unreadable)
    return ExtractSurvey(
        columns=rows.columns,
        rows=rows.count,
        accounts=rows.runs.distinct(),
        sums=sums,
        trailer=rows.trailer,
        total_proved=rows.trailer is not None and check_trailer(rows.trailer, rows=rows.count, sums=sums),
        broken=tuple(rows.quarantine.rows),
        scattered=rows.runs.repeated(),
        sha256=lines.sha256,
        encoding=lines.encoding or "ascii",
    )


class _Rows:
    """What the records taken so far add up to."""

    def __init__(self, columns: ColumnPlaces, form: ExtractForm) -> None:
        self.columns = columns
        self.trailer: Trailer | None = None
        self.count = self.balances = self.credit = self.last_payments = self.unreadable = 0
        self.broken_line = 0
        self.quarantine = Quarantine()
        self._cents = Remembered(form.read_amount)
        self._amounts_of = itemgetter(*columns.of(*MONEY_COLUMNS, "last_payment_amount"))
        self._width = columns.width
        (self._place,) = columns.of("account")
        self.runs = KeyMarks()
        self._number: str | None = None
        self._key = ""

    def take(self, line: int, fields: list[str] | UnsplitLine, raw: str) -> None:
        """One record that is not blank."""
        if self.trailer is not None:
            raise TrailerNotLastError(line)
        self.broken_line = 0
        if isinstance(fields, UnsplitLine):
            self._break(line, fields.reason, fields.known, raw)
        elif len(fields) != self._width or fields[0] == TRAILER:
            self._take_odd(line, fields, raw)
        elif fields[self._place] == self._number or self._take_key(line, fields, raw):
            self._add_amounts(fields)

    def _take_key(self, line: int, fields: list[str], raw: str) -> bool:
        """Another account begins, or the number is missing; False for a row of empty fields, which is blank."""
        key = account_key(fields[self._place])
        if not key:
            if not any(map(str.strip, fields)):
                return False
            self.quarantine.add(line, "account missing", key="", text=raw)
            return True
        self._number = fields[self._place]
        if key != self._key:
            self.runs.add(key)
            self._key = key
        return True

    def _take_odd(self, line: int, fields: list[str], raw: str) -> None:
        """The trailer, a row of nothing but commas, or a row with too many or too few fields."""
        if is_trailer(fields):
            self.trailer = read_trailer(line, fields)
        elif any(map(str.strip, fields)):
            self._break(line, f"{len(fields)} fields where {self._width} belong", fields, raw)

    def _break(self, line: int, reason: str, fields: Sequence[str], raw: str) -> None:
        key = account_key(fields[self._place]) if self._place < len(fields) else ""
        self.quarantine.add(line, reason, key=key, text=raw)
        self.broken_line = line
        self.count += 1
        self.unreadable += 1

    def _add_amounts(self, fields: list[str]) -> None:
        """A row that counts; its amounts count as far as they can be read, in three sums."""
        self.count += 1
        fields.append("")
        cents = self._cents
        current, past_30, past_60, past_90, credit, paid = self._amounts_of(fields)
        try:
            self.balances += cents[current] + cents[past_30] + cents[past_60] + cents[past_90]
            self.credit += cents[credit]
            self.last_payments += cents[paid]
        except RowFaultError:
            self.unreadable += 1
