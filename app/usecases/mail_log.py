"""What the deeds over mail share: the batch's log, and whether its list closes (F3, R13)."""

from typing import cast

from app.domain.batch_rules import BatchStateError, BatchUnknownError, NotYourBatchError
from app.domain.batch_state import BatchState
from app.domain.facts.base import Sealed
from app.domain.facts.mail import MailListed, MailSetAside, MailTakenUp
from app.domain.mail import LISTED_SOURCES, Control, ControlDiffersError, MailLog, NoListError, control_of, log_of
from app.domain.records import BatchNow, BatchRecord
from app.ports.books import BooksReader
from app.usecases.batch_receipts import batch_receipts

KINDS = (MailListed.KIND, MailSetAside.KIND, MailTakenUp.KIND)
ENTRIES_LIMIT = 10_000


def mail_log(books: BooksReader, batch: str) -> MailLog:
    """The list and everything set aside or taken up again."""
    found = books.happenings(batch=batch, kinds=KINDS, limit=ENTRIES_LIMIT)
    facts = [(envelope.at, fact, books.opened(getattr(fact, "note", Sealed("")))) for _ref, envelope, fact in found]
    return log_of(batch, cast("list[tuple[str, object, str]]", facts))


def control(books: BooksReader, batch: str) -> Control:
    """What the batch comes to now, against its list."""
    return control_of(mail_log(books, batch), tuple(batch_receipts(books, batch)))


def check_control(books: BooksReader, batch: BatchRecord) -> None:
    """Whether the list's total and count are the batch's, before it is counted (R13).

    Raises:
        ControlDiffersError: they are not.
    """
    if batch.source not in LISTED_SOURCES or batch.drawer:
        return
    found = control(books, batch.batch)
    if not found.agrees:
        raise ControlDiffersError(batch=batch.batch, items=found.items_left, cents=found.left)


def mail_batch(books: BooksReader, number: str, *, by: str) -> BatchNow:
    """The listed batch, when this person may key into it now.

    Raises:
        BatchUnknownError, NotYourBatchError, BatchStateError.
        NoListError: it is no batch of listed items.
    """
    batch = books.batch_now(number)
    if batch is None:
        raise BatchUnknownError(number)
    if batch.cashier != by:
        raise NotYourBatchError(batch=batch.batch, cashier=batch.cashier, drawer=batch.drawer)
    if batch.source not in LISTED_SOURCES or batch.drawer:
        raise NoListError(number)
    if batch.state not in (BatchState.OPEN, BatchState.REJECTED):
        raise BatchStateError(batch=batch.batch, state=batch.state)
    return batch
