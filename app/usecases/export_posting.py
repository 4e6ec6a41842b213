"""Export a posting file: balanced batches only, numbered, immutable; again N gives the same bytes (issue 2 item 13).

Rows are what billing has not had yet: good receipts in no file, and voids of receipts that were in one (a batch that
was reopened after its export sends such corrections with the next file).

After a restore nobody knows at first whether billing has a batch of before: such a batch waits until it was said, or
until the files made after the backup were taken back. Sent twice it would be paid twice. A void that was lost with the
backup and is made again is not sent when a file taken back held it.
"""

from collections.abc import Container, Iterable, Sequence
from hashlib import sha256
from typing import ClassVar

from app.domain.batch_rules import BatchStateError, BatchUnknownError
from app.domain.batch_state import BatchState
from app.domain.business_date import city_time
from app.domain.entry import EntryRef
from app.domain.facts.deposits import PostingExported, PostingTakenBack
from app.domain.records import BatchRecord, PostingRecord, ReceiptRecord, RestartRecord
from app.domain.rights import check_right
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.interchange.posting_file import PostingFile, PostingKind, PostingRow, split_bucket
from app.ports.books import Books, OpenDeed
from app.usecases.batch_receipts import batch_receipts

NAMES_SHOWN = 4


class NothingToExportError(RuleBrokenError):
    """No balanced batch holds anything that billing has not had."""

    code: ClassVar[str] = "nothing_to_export"

    def __init__(self) -> None:
        super().__init__("Billing already has every balanced batch. Balance a batch first, then export.")


class ExportHeldError(RuleBrokenError):
    """Billing may have these batches from before the restore."""

    code: ClassVar[str] = "export_held"

    def __init__(self, *, batches: Sequence[str], restart: RestartRecord) -> None:
        names = ", ".join(batches[:NAMES_SHOWN]) + (" and more" if len(batches) > NAMES_SHOWN else "")
        way = "Say the last posting file that billing got: citytill export posting --billing-has N."
        if restart.missing:
            numbers = ", ".join(map(str, restart.missing[:NAMES_SHOWN]))
            way = f"Take posting file {numbers} back first: citytill import posting FILE."
        super().__init__(f"Billing may have {names} from before the restore. {way}")
        self.batches = tuple(batches)


class PostingUnknownError(RuleBrokenError):
    """No posting file of that number was made."""

    code: ClassVar[str] = "posting_unknown"

    def __init__(self, file_no: int) -> None:
        super().__init__(f"Posting file {file_no} was never made at this station. Look at the list of files.")
        self.file_no = file_no


@frozen
class ExportRequest:
    """`batches` empty: every balanced batch that billing has not had."""

    by: str
    batches: tuple[str, ...] = ()


@frozen
class PostingMade:
    """The file as it was kept; write `data` as it is. `held` are batches that wait: billing may have them."""

    file_no: int
    file_name: str
    data: bytes
    rows: int
    total: int
    batches: tuple[str, ...]
    ref: EntryRef | None
    held: tuple[str, ...] = ()


@frozen
class ExportPosting:
    """Makes the next posting file, or hands out an old one again."""

    books: Books

    def __call__(self, request: ExportRequest) -> PostingMade:
        """Make the next file.

        Raises:
            NothingToExportError: billing has everything.
            BatchUnknownError, BatchStateError: a named batch is not balanced.
            ExportHeldError: a named batch, or every one that is left, may be at billing since before a restore.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.EXPORT_POSTING, asked=request.by)
            made = deed.postings()
            rows: list[PostingRow] = []
            batches: list[str] = []
            heard = _voids_heard(deed, made)
            waiting = _batches(deed, request.batches, made)
            ready, held = _without_held(deed, waiting, heard, is_named=bool(request.batches))
            for batch in ready:
                of_batch = _rows_of(deed, batch, heard)
                if of_batch or not batch.posting_file_no:
                    rows += of_batch
                    batches.append(batch.batch)
            if not rows:
                if held:
                    raise held_error(deed.restarts(), held)
                raise NothingToExportError
            file = PostingFile(
                city=deed.policy(rows[-1].business_date).city_name,
                station=deed.stream().station,
                file_no=deed.next_posting(),
                rows=tuple(rows),
                practice=deed.is_practice(),
            )
            data = file.bytes()
            fact = PostingExported(
                file_no=file.file_no,
                file_name=file.name,
                batches=tuple(batches),
                rows=len(rows),
                total=file.total,
                sha256=sha256(data).hexdigest(),
                blob=deed.seal_blob(data),
            )
            ref = deed.append(fact)
        return PostingMade(file.file_no, file.name, data, len(rows), file.total, fact.batches, ref, held)

    def again(self, file_no: int, *, by: str) -> PostingMade:
        """The same bytes as when it was made; nothing is written.

        Raises:
            PostingUnknownError: no such file.
            RecordsError: its kept bytes cannot be opened.
        """
        with self.books.deed(by=by) as deed:
            check_right(deed.user(by), Deed.EXPORT_POSTING, asked=by)
            kept = next((posting for posting in deed.postings() if posting.file_no == file_no), None)
            if kept is None:
                raise PostingUnknownError(file_no)
            data = deed.open_blob(kept.blob)
        return PostingMade(kept.file_no, kept.file_name, data, kept.rows, kept.total, kept.batches, None)


def _batches(deed: OpenDeed, numbers: Sequence[str], made: Iterable[PostingRecord]) -> list[BatchRecord]:
    if not numbers:
        # A file taken back may hold only a part of a batch, so such batches are always looked at
        in_part = {posting.file_no for posting in made if posting.is_taken_back}
        balanced = deed.batches(states=(BatchState.BALANCED.value,))
        waiting = [batch for batch in balanced if not batch.is_in_file or batch.posting_file_no in in_part]
        return sorted(waiting, key=lambda batch: (batch.opened_at, batch.batch))
    found = []
    for number in dict.fromkeys(numbers):
        batch = deed.batch(number)
        if batch is None:
            raise BatchUnknownError(number)
        if batch.state is not BatchState.BALANCED:
            raise BatchStateError(batch=number, state=batch.state)
        found.append(batch)
    return found


def held_batches(restarts: Sequence[RestartRecord], batches: Iterable[str]) -> tuple[str, ...]:
    """Those of which nobody knows yet whether billing has them."""
    return tuple(batch for batch in batches if any(restart.holds(batch) for restart in restarts))


def held_error(restarts: Sequence[RestartRecord], held: Sequence[str]) -> ExportHeldError:
    """Why they wait, and the way on."""
    restart = next(one for one in restarts if one.holds(held[0]))
    return ExportHeldError(batches=held, restart=restart)


def _voids_heard(deed: OpenDeed, made: Iterable[PostingRecord]) -> frozenset[str]:
    """Receipts whose void billing has by a file taken back, while the void itself was lost and made again since."""
    if not any(posting.is_taken_back for posting in made):
        return frozenset()
    back = [fact for _ref, _envelope, fact in deed.happenings(kinds=(PostingTakenBack.KIND,))]
    return frozenset(
        lost.receipt for fact in back if isinstance(fact, PostingTakenBack) for lost in fact.lost if lost.cents < 0
    )


def _without_held(
    deed: OpenDeed, batches: list[BatchRecord], heard: Container[str], *, is_named: bool
) -> tuple[list[BatchRecord], tuple[str, ...]]:
    restarts = deed.restarts()
    held = held_batches(restarts, (batch.batch for batch in batches))
    if held and is_named:
        raise held_error(restarts, held)
    unsent = tuple(batch.batch for batch in batches if batch.batch in held and _rows_of(deed, batch, heard))
    return [batch for batch in batches if batch.batch not in held], unsent


def _rows_of(deed: OpenDeed, batch: BatchRecord, heard: Container[str]) -> list[PostingRow]:
    zone = deed.policy(batch.business_date).city_time_zone
    rows: list[PostingRow] = []
    for receipt in sorted(batch_receipts(deed, batch.batch), key=lambda kept: kept.receipt):
        if not receipt.is_void and not receipt.posting_file_no:
            rows += _receipt_rows(receipt, PostingKind.PAYMENT, zone=zone)
        is_correction = receipt.is_void and receipt.posting_file_no and not receipt.void_posting_file_no
        if is_correction and receipt.receipt not in heard:
            rows += _receipt_rows(receipt, PostingKind.VOID, zone=zone)
    return rows


def _receipt_rows(receipt: ReceiptRecord, kind: PostingKind, *, zone: str) -> list[PostingRow]:
    is_void = kind is PostingKind.VOID
    sign = -1 if is_void else 1
    at = city_time(receipt.void_at or receipt.at if is_void else receipt.at, time_zone=zone)
    sums: dict[str, int] = {}
    for tender in receipt.tenders:
        sums[tender.kind] = sums.get(tender.kind, 0) + sign * tender.amount_tendered
    if receipt.change:
        sums["cash"] = sums.get("cash", 0) - sign * receipt.change
    rows = []
    for place, line in enumerate(receipt.lines, start=1):
        for part in line.allocation if line.is_account else ():  # the ledger has the others
            service, age = split_bucket(part.bucket)
            rows.append(
                PostingRow(
                    kind=kind,
                    batch=receipt.batch,
                    receipt=receipt.receipt,
                    line=place,
                    business_date=receipt.business_date,
                    time=f"{at:%H:%M:%S}",
                    account=line.number,
                    service=service,
                    age=age,
                    cents=sign * part.cents,
                    tenders=tuple(sums.items()),
                    refers_to=receipt.receipt if is_void else "",
                    reason=receipt.void_reason if is_void else "",
                )
            )
    return rows
