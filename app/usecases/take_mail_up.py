"""Take an item that was set aside to work again: in one commit it leaves the log and is unfinished work (F3)."""

from app.domain.draft import Draft, DraftLine
from app.domain.facts.mail import MailTakenUp
from app.domain.mail import AsideUnknownError
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.drafts import record_of
from app.usecases.mail_log import mail_batch, mail_log
from app.usecases.payment_checks import AccountUnknownError


@frozen
class TakeUpRequest:
    """`draft` is the id that the unfinished work gets."""

    by: str
    batch: str
    item: int
    draft: str


@frozen
class TakeMailUp:
    """The item with its accounts and tenders; amounts of accounts are proposed and accepted anew."""

    books: Books

    def __call__(self, request: TakeUpRequest) -> Draft:
        """Take it up.

        Raises:
            BatchUnknownError, NotYourBatchError, BatchStateError, NoListError: not this batch, or not now.
            AsideUnknownError: it does not lie aside.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.TAKE_PAYMENT, asked=request.by)
            batch = mail_batch(deed, request.batch, by=request.by)
            item = next((one for one in mail_log(deed, batch.batch).aside if one.item == request.item), None)
            if item is None:
                raise AsideUnknownError(request.item)
            lines = []
            for key in item.accounts:
                standing = deed.standing(key)
                if standing is None:
                    raise AccountUnknownError(key)
                account = standing.account
                lines.append(DraftLine(key, account.number, account.name, account.address))
            draft = Draft(request.draft, request.by, batch.source, tuple(lines), item.tenders)
            deed.append(MailTakenUp(batch.batch, item.item, draft.draft), business_date=batch.business_date)
            deed.save_draft(record_of(draft, at=deed.now().isoformat(timespec="milliseconds")))
        return draft
