"""Correct a control list that was wrong, with its reason; the first one stays readable (F3, R13)."""

from app.domain.batch_rules import check_reason
from app.domain.entry import EntryRef
from app.domain.facts.mail import MailListed
from app.domain.mail import LIST_REASONS, NoListError
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.free_words import kept_reason
from app.usecases.mail_log import mail_batch, mail_log
from app.usecases.open_mail import check_numbers


@frozen
class ListRequest:
    """The tape as it really is: count, total in cents, and why the first was wrong."""

    by: str
    batch: str
    items: int
    cents: int
    reason: str


@frozen
class ListMail:
    """A new list of the same two openers; the last one counts."""

    books: Books

    def __call__(self, request: ListRequest) -> EntryRef:
        """Keep it.

        Raises:
            BatchUnknownError, NotYourBatchError, BatchStateError, NoListError: not this batch, or not now.
            ControlMissingError: count or total is no real one.
            ReasonMissingError: why is not said.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.TAKE_PAYMENT, asked=request.by)
            batch = mail_batch(deed, request.batch, by=request.by)
            check_numbers(request.items, request.cents)
            before = mail_log(deed, batch.batch).listed
            if before is None:
                raise NoListError(batch.batch)
            told = check_reason(request.reason, what="Another control total")
            reason, note = kept_reason(deed, told, listed=LIST_REASONS)
            fact = MailListed(
                batch.batch, before.openers, request.items, request.cents, before.collected, reason, note
            )
            return deed.append(fact, business_date=batch.business_date)
