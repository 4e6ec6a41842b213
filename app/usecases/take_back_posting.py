"""Take a posting file back that was made after the backup: what billing has by it is never sent again (DESIGN 3)."""

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import ClassVar

from app.domain.entry import EntryRef
from app.domain.facts.deposits import BatchCents, LostPayment, PostingTakenBack
from app.domain.numbering import postings_after_restore
from app.domain.records import ReceiptRecord
from app.domain.rights import check_right
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.interchange.posting_file import PostingFile, PostingKind, read_posting
from app.ports.books import Books, OpenDeed


class NotOurPostingError(RuleBrokenError):
    """The file is of another station or another kind of city, or its receipts are not what these books hold."""

    code: ClassVar[str] = "not_our_posting"

    def __init__(self, file_name: str, why: str) -> None:
        super().__init__(f"{file_name} is no posting file of this station: {why}. Nothing was changed.")
        self.file_name = file_name


class PostingNotMissingError(RuleBrokenError):
    """No file of that number is missing."""

    code: ClassVar[str] = "posting_not_missing"

    def __init__(self, file_no: int) -> None:
        super().__init__(f"Posting file {file_no} is not missing here. Only files made after a backup come back.")
        self.file_no = file_no


class PostingOrderError(RuleBrokenError):
    """An earlier file is missing as well; a void may lie in a later file than its receipt."""

    code: ClassVar[str] = "posting_order"

    def __init__(self, file_no: int, *, first: int) -> None:
        super().__init__(f"Take posting file {first} back before {file_no}: they come back in their order.")
        self.file_no = file_no
        self.first = first


@frozen
class TakeBackRequest:
    """`data` are the file's bytes as billing has them."""

    by: str
    file_name: str
    data: bytes


@frozen
class PostingBack:
    """`lost` is what billing has and these books have not: it must not be entered again."""

    file_no: int
    file_name: str
    receipts: int
    total: int
    lost: tuple[LostPayment, ...]
    ref: EntryRef


@frozen
class TakeBackPosting:
    """Marks the receipts and voids that the file holds as sent with it."""

    books: Books

    def __call__(self, request: TakeBackRequest) -> PostingBack:
        """Take it back.

        Raises:
            PostingUnreadableError: no posting file, or changed.
            NotOurPostingError, PostingNotMissingError, PostingOrderError: nothing changed.
            UserUnknownError, RightMissingError: not this person.
        """
        file = read_posting(request.data)
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.EXPORT_POSTING, asked=request.by)
            _check(deed, request.file_name, file)
            paid, voided = _by_receipt(file, PostingKind.PAYMENT), _by_receipt(file, PostingKind.VOID)
            here = {number: record for number in {*paid, *voided} if (record := deed.receipt(number)) is not None}
            _check_amounts(request.file_name, here, paid, voided)
            receipts = tuple(number for number in paid if number in here and not here[number].posting_file_no)
            voids = tuple(number for number in voided if number in here and _is_unsent_void(here[number], receipts))
            sums: Counter[str] = Counter()
            for numbers, cents in ((receipts, paid), (voids, voided)):
                for number in numbers:
                    sums[here[number].batch] += cents[number]
            fact = PostingTakenBack(
                file_no=file.file_no,
                file_name=file.name,
                batches=tuple(sorted(sums)),
                rows=len(file.rows),
                total=file.total,
                sha256=sha256(request.data).hexdigest(),
                blob=deed.seal_blob(request.data),
                receipts=receipts,
                voids=voids,
                sums=tuple(BatchCents(batch, cents) for batch, cents in sorted(sums.items())),
                lost=tuple(
                    LostPayment(number, cents)
                    for found, taken in ((paid, receipts), (voided, voids))
                    for number, cents in found.items()
                    if number not in taken
                ),
            )
            ref = deed.append(fact)
        return PostingBack(fact.file_no, fact.file_name, len(receipts), fact.total, fact.lost, ref)


def _check(deed: OpenDeed, file_name: str, file: PostingFile) -> None:
    if file.station != deed.stream().station or file.practice != deed.is_practice():
        raise NotOurPostingError(file_name, f"it is of {file.station}{', practice' if file.practice else ''}")
    made = {posting.file_no for posting in deed.postings()}
    for restart in deed.restarts():
        last = postings_after_restore(restart.known) - 1 if restart.posted is None else restart.posted
        if restart.known < file.file_no <= last and file.file_no not in made:
            following = next(number for number in range(restart.known + 1, last + 1) if number not in made)
            if file.file_no != following:
                raise PostingOrderError(file.file_no, first=following)
            return
    raise PostingNotMissingError(file.file_no)


def _by_receipt(file: PostingFile, kind: PostingKind) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for row in file.rows:
        if row.kind is kind:
            sums[row.receipt] += row.cents
    return dict(sums)


def _check_amounts(
    file_name: str, here: Mapping[str, ReceiptRecord], paid: Mapping[str, int], voided: Mapping[str, int]
) -> None:
    for number, record in here.items():
        if paid.get(number, record.billed) != record.billed or voided.get(number, -record.billed) != -record.billed:
            raise NotOurPostingError(file_name, f"receipt {number} is of another amount")


def _is_unsent_void(record: ReceiptRecord, receipts: tuple[str, ...]) -> bool:
    was_sent = bool(record.posting_file_no) or record.receipt in receipts
    return record.is_void and was_sent and not record.void_posting_file_no
