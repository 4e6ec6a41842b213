"""Import an accounts extract: all or quarantine, one entry, the till usable meanwhile (issue 2 item 6).

Runs on a worker that may wait. The file is refused, or the person, before anything is staged; until the one entry at
the end nothing has changed. What the amounts already contain of our posting files is never guessed.
"""

from collections.abc import Callable
from pathlib import Path

from app.domain.entry import EntryRef
from app.domain.records import ImportRecord
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.interchange.accounts_delta import AccountsDelta
from app.interchange.accounts_extract import AccountsExtract, ExtractSummary
from app.interchange.extract_errors import ExtractOlderError
from app.interchange.extract_findings import QuarantinedRow
from app.interchange.extract_lines import ByteSource
from app.interchange.extract_trailer import contained_through
from app.interchange.layout_file import FixedLayout
from app.interchange.layout_rows import form_of
from app.ports.account_intake import AccountIntake, ExtractTaken, OpenIntake
from app.ports.asking import Asking
from app.ports.books import BooksReader
from app.ports.clock import Clock
from app.usecases.proposed_date import proposed_date


@frozen
class ImportRequest:
    """`source` opens the file's bytes anew at each call; `posted_through` as a person says it, None when nobody did.

    `dry_run` reads and compares everything and changes nothing; `is_older_taken` takes a file that is older than the
    last one. `progress` hears the bytes read, `cancelled` is asked at each block; both are called on the worker.
    `path` is the file on this machine, None when the bytes come from elsewhere: it may be read by another process.
    `layout` describes its lines when they are of fixed width, None for CSV.
    """

    by: str
    file_name: str
    source: ByteSource
    posted_through: int | None = None
    dry_run: bool = False
    progress: Callable[[int], None] | None = None
    cancelled: Callable[[], bool] | None = None
    is_older_taken: bool = False
    path: Path | None = None
    layout: FixedLayout | None = None


@frozen
class ImportDone:
    """`posted` counts new and changed accounts; `ref` is None when nothing was written (dry run, or the same file).

    `has_trailer` and `total_proved` say how far the file was proved whole: no trailer proves nothing, and an amount
    that cannot be read leaves the total unproved.
    """

    rows: int
    accounts: int
    posted: int
    unchanged: int
    absent: int
    quarantined: tuple[QuarantinedRow, ...]
    posted_through: int
    as_of: str
    ref: EntryRef | None
    has_trailer: bool = True
    total_proved: bool = True


@frozen
class _Books:
    """What the books say before the import."""

    business_date: str
    last: ImportRecord | None
    last_posting_file: int


@frozen
class ImportAccounts:
    """Takes a whole extract."""

    asking: Asking
    intake: AccountIntake
    clock: Clock

    def __call__(self, request: ImportRequest) -> ImportDone:
        """Import it.

        Raises:
            UserUnknownError, RightMissingError: not this person.
            ExtractRefusedError: one sentence about the file, its day or `posted_through`; nothing changed.
            ImportCancelledError: `cancelled` said so; nothing changed.
            RecordsError: another import is running, or it could not be stored; nothing changed.
        """
        books = self.asking.run(lambda reader: self._before(reader, request.by))
        extract = AccountsExtract(
            request.source, form=form_of(request.layout), cancelled=request.cancelled or _never,
            progress=request.progress or _nobody,
        )  # fmt: skip
        trailer = extract.survey().trailer
        through = contained_through(
            trailer.posted_through if trailer else None,
            given=request.posted_through,
            last_posting_file=books.last_posting_file,
        )
        as_of = (trailer.as_of if trailer else None) or books.business_date
        if trailer and trailer.as_of and not request.is_older_taken:
            check_not_older(trailer.as_of, books.last)
        intake = self.intake.begin(by=request.by, as_of=as_of, business_date=books.business_date)
        try:
            return _taken(intake, extract, request, books, through=through, as_of=as_of)
        except BaseException:
            intake.cancel()
            raise

    def _before(self, reader: BooksReader, by: str) -> _Books:
        check_right(reader.user(by), Deed.IMPORT_ACCOUNTS, asked=by)
        return _Books(
            proposed_date(reader, self.clock.now()),
            reader.last_import(),
            reader.last_posting(),
        )


def _taken(
    intake: OpenIntake, extract: AccountsExtract, request: ImportRequest, books: _Books, *, through: int, as_of: str
) -> ImportDone:
    delta = AccountsDelta(intake)
    for change in delta.changes(extract.accounts()):
        intake.take(change)
    summary = extract.summary()
    for unread in summary.unread:
        intake.unread(unread)
    for key in delta.absences(unread.key for unread in summary.unread):
        intake.absent(key)
    for row in summary.quarantined:
        intake.quarantined(row)
    posted = delta.new + delta.changed
    is_same = posted == 0 and _is_same_file(books.last, summary, through)
    if request.dry_run or is_same:
        intake.cancel()
        ref = None
    else:
        ref = intake.finish(
            ExtractTaken(
                file_name=request.file_name,
                file_sha256=summary.sha256,
                layout=form_of(request.layout).name,
                rows=summary.rows,
                accounts=summary.accounts,
                total=summary.total_cents,
                posted_through=through,
            )
        )
    return ImportDone(
        rows=summary.rows,
        accounts=summary.accounts,
        posted=posted,
        unchanged=delta.unchanged,
        absent=delta.absent,
        quarantined=summary.quarantined,
        posted_through=through,
        as_of=as_of,
        ref=ref,
        has_trailer=summary.has_trailer,
        total_proved=summary.total_proved,
    )


def check_not_older(as_of: str, last: ImportRecord | None) -> None:
    """Refuse amounts of an earlier day than those that stand.

    Raises:
        ExtractOlderError: they are older.
    """
    if last is not None and as_of < last.as_of:
        raise ExtractOlderError(as_of=as_of, last_as_of=last.as_of, last_file=last.file_name)


def _is_same_file(last: ImportRecord | None, summary: ExtractSummary, through: int) -> bool:
    return last is not None and last.file_sha256 == summary.sha256 and last.posted_through == through


def _never() -> bool:
    return False


def _nobody(_bytes_done: int) -> None:
    """Nobody watches."""
