"""The extract's trailer and what it must agree with (accounts-extract.md).

`rows` counts every record between header and trailer that is not blank, quarantined ones too. The total counts
every amount of every row that can be read, quarantined rows too. Billing systems differ in which columns they
add: a total agrees when it is the sum of the balances (current and past due) alone, with the unapplied credit
added, with it taken off, or of every amount column, the last payments too. When an amount cannot be read, no sum
can prove the total: the rows must still agree, and the import says that the total is not proved.
"""


from app.frozen import frozen
from app.interchange.extract_errors import (
    PostedThroughDiffersError,
    PostedThroughMissingError,
    PostedThroughUnknownError,
    TrailerRowsDifferError,
    TrailerTotalDiffersError,
    TrailerUnreadableError,
)
from app.interchange.extract_values import RowFaultError, read_amount, read_date

TRAILER = "TRAILER"
TRAILER_FIELDS = 5
MAX_POSTING_FILE = 999_999_999


@frozen
class Trailer:
    """What the file says of itself; `as_of` and `posted_through` None when it does not say."""

    line: int
    rows: int
    total: int
    as_of: str | None
    posted_through: int | None


@frozen
class AmountSums:
    """What the rows add up to, in cents, over every readable amount; `unreadable` counts rows with others."""

    balances: int = 0
    credit: int = 0
    last_payments: int = 0
    unreadable: int = 0

    def totals(self) -> tuple[int, ...]:
        """Every way a trailer's total may be meant, the plain one first."""
        with_credit = self.balances + self.credit
        return self.balances, with_credit, self.balances - self.credit, with_credit + self.last_payments


def is_trailer(fields: list[str]) -> bool:
    """Whether a record is the trailer: its word first, and nothing after its five fields."""
    return fields[0].strip().upper() == TRAILER and not any(field.strip() for field in fields[TRAILER_FIELDS:])


def read_trailer(line: int, fields: list[str]) -> Trailer:
    """Read `TRAILER,<rows>,<total>,<as_of>,<posted_through>`.

    Raises:
        TrailerUnreadableError: rows, total, date or number are not what they should be.
    """
    _word, rows, total, as_of, posted = [field.strip() for field in [*fields, "", "", "", ""][:TRAILER_FIELDS]]
    if not _is_count(rows):
        raise TrailerUnreadableError(line, "the number of rows")
    if not total:
        raise TrailerUnreadableError(line, "the total")
    try:
        cents, day = read_amount(total), read_date(as_of)
    except RowFaultError as fault:
        raise TrailerUnreadableError(line, fault.reason) from fault
    if posted and not _is_count(posted):
        raise TrailerUnreadableError(line, "the number of the posting file")
    return Trailer(line, int(rows), cents, day, int(posted) if posted else None)


def check_trailer(trailer: Trailer, *, rows: int, sums: AmountSums) -> bool:
    """Refuse a trailer that does not agree; answers whether its total is proved.

    Raises:
        TrailerRowsDifferError: other rows than counted.
        TrailerTotalDiffersError: every amount was read and no sum of them is the total.
    """
    if trailer.rows != rows:
        raise TrailerRowsDifferError(stated=trailer.rows, counted=rows)
    if trailer.total in sums.totals():
        return not sums.unreadable
    if sums.unreadable:
        return False
    raise TrailerTotalDiffersError(stated=trailer.total, counted=sums.balances)


def contained_through(stated: int | None, *, given: int | None, last_posting_file: int) -> int:
    """The last of our posting files that the amounts already contain; 0 is none. Never guessed.

    `stated` comes from the trailer, `given` from --posted-through or the window; a station that has made no posting
    file yet needs neither. An extract cannot contain what was made after it: a trailer that is ahead of us (it knows
    the files of a station before a restore) contains all that we have, and nothing that we are still to make.

    Raises:
        PostedThroughDiffersError: both speak and disagree.
        PostedThroughMissingError: neither speaks and posting files were made.
        PostedThroughUnknownError: a person names a posting file that was never made.
    """
    if given is not None and stated is not None and stated != given:
        raise PostedThroughDiffersError(stated=stated, given=given)
    if stated is not None:
        return min(stated, last_posting_file)
    if given is None:
        if last_posting_file > 0:
            raise PostedThroughMissingError(last_posting_file)
        return 0
    if given > last_posting_file:
        raise PostedThroughUnknownError(given, last_posting_file=last_posting_file)
    return given


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) <= MAX_POSTING_FILE
